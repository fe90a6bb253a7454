// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is sealed is read by the centre alone, and only as its author signed it.
#include "models/crypto/sealedbox.h"
#include "models/protocol/jsonreader.h"
#include "tests/envelope/sampleenvelope.h"
#include "tests/support/generators.h"
#include "tests/support/property.h"
#include "tests/support/shown.h"

#include <QtTest/QTest>

namespace tawasul {

namespace {

const SigningKey kCentre = keyFromLetter('c');
const SigningKey kAuthor = keyFromLetter('a');

wire::EnvelopeContent sampleContent()
{
    wire::EnvelopeContent content =
        contentOf(QStringLiteral("centre-1"), sampleAct(ActType::Complete, sampleOfficer()), sampleCase());
    content.after = ActId(QStringLiteral("019ab9d0-2f70-7aaa-8bbb-000000000007"));
    content.epoch = QStringLiteral("epoch-3");
    return content;
}

wire::SealedEnvelope sampleEnvelope()
{
    return sealedBy(kAuthor, publishedKey(kCentre), sampleContent());
}

Result<wire::SealedEnvelope> travelled(const wire::SealedEnvelope &envelope)
{
    return wire::parseObject(wire::toBytes(wire::toJson(envelope)), QStringLiteral("envelope"))
        .and_then(wire::sealedEnvelopeFromJson);
}

QString codeOf(const Result<wire::EnvelopeContent> &opened)
{
    return opened ? QStringLiteral("opened") : opened.error().code;
}

} // namespace

class TestEnvelope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSealedComesOutAsItWas()
    {
        TAWASUL_HOLDS(71, 60, [] {
            const Act act = *anyActBody();
            wire::EnvelopeContent content = contentOf(QStringLiteral("centre-1"), act, *anyCase());
            content.act = ActId(QStringLiteral("019ab9d0-2f70-7aaa-8bbb-000000000001"));
            content.author = PersonId(QStringLiteral("officer-1"));
            const auto envelope = travelled(sealedBy(kAuthor, publishedKey(kCentre), content, 42));
            RC_ASSERT(envelope.has_value());
            const auto opened = openEnvelope(*envelope, kCentre);
            content.authorKey = kAuthor.publicKey();
            RC_ASSERT(opened.has_value());
            RC_ASSERT(*opened == content);
            RC_ASSERT(envelope->sequence == 42);
        });
    }

    void onlyTheCentreReadsIt()
    {
        QCOMPARE(codeOf(openEnvelope(sampleEnvelope(), keyFromLetter('x'))),
                 QStringLiteral("box.unreadable"));
        const QByteArray bytes = wire::toBytes(wire::toJson(sampleEnvelope()));
        for (const QString &secret : {sampleOfficer().id.text(), sampleOfficer().name, sampleCase().id.text(),
                                      sampleCase().number, QStringLiteral("complete")})
            QVERIFY2(!bytes.contains(secret.toUtf8()), qPrintable(secret));
        QVERIFY(sampleEnvelope().box != sampleEnvelope().box); // two of the same look different
    }

    // Every bit of a box counts.
    void aBitThatIsNotAsItWasIsNoticed()
    {
        const wire::SealedEnvelope good = sampleEnvelope();
        for (qsizetype bit = 0; bit < good.box.size() * 8; bit += 7) {
            wire::SealedEnvelope bad = good;
            bad.box[bit / 8] = static_cast<char>(bad.box[bit / 8] ^ (1 << (bit % 8)));
            QCOMPARE(codeOf(openEnvelope(bad, kCentre)), QStringLiteral("box.unreadable"));
        }
        for (const qsizetype size : {qsizetype(0), qsizetype(1), qsizetype(47), good.box.size() - 1}) {
            wire::SealedEnvelope cut = good;
            cut.box.truncate(size);
            QCOMPARE(codeOf(openEnvelope(cut, kCentre)), QStringLiteral("box.unreadable"));
        }
        QCOMPARE(codeOf(openEnvelope(good, kCentre)), QStringLiteral("opened"));
    }

    // Anybody can seal for the centre: the box proves nothing, the signature does.
    void aForgedOneIsNotItsAuthors()
    {
        wire::EnvelopeContent content = sampleContent();
        content.authorKey = kAuthor.publicKey();
        const QByteArray text = wire::toBytes(wire::toJson(content));
        wire::SealedEnvelope forged = sampleEnvelope();
        for (const QByteArray &signature : {QByteArray(64, '\0'), kAuthor.sign(text),
                                            keyFromLetter('b').sign("tawasul-envelope-1\n" + text)}) {
            forged.box = sealedFor(kCentre.publicKey(), signature + text).value();
            QCOMPARE(codeOf(openEnvelope(forged, kCentre)), QStringLiteral("envelope.unsigned"));
        }
        forged.box =
            sealedFor(kCentre.publicKey(), kAuthor.sign("tawasul-envelope-1\n" + text) + text).value();
        QCOMPARE(codeOf(openEnvelope(forged, kCentre)), QStringLiteral("opened"));
        forged.box = sealedFor(kCentre.publicKey(), "short").value();
        QCOMPARE(codeOf(openEnvelope(forged, kCentre)), QStringLiteral("wire.malformed"));
    }

    void aLabelThatIsNotWhatIsInsideIsNoticed()
    {
        const auto changed = [](const std::function<void(wire::SealedEnvelope &)> &change) {
            wire::SealedEnvelope envelope = sampleEnvelope();
            change(envelope);
            return codeOf(openEnvelope(envelope, kCentre));
        };
        const QString code = QStringLiteral("envelope.label");
        QCOMPARE(changed([](auto &e) { e.act = ActId(QStringLiteral("another")); }), code);
        QCOMPARE(changed([](auto &e) { e.after = ActId(); }), code);
        QCOMPARE(changed([](auto &e) { e.centre = QStringLiteral("centre-2"); }), code);
        QCOMPARE(changed([](auto &e) { e.epoch.clear(); }), code);
        QCOMPARE(changed([](auto &e) { e.lane = QStringLiteral("00"); }), code);
        QCOMPARE(changed([](auto &) {}), QStringLiteral("opened"));
    }

    void lanesTellActsApartAndNothingElse()
    {
        const QString lane = envelopeLane(QStringLiteral("c"), sampleOfficer().id, sampleCase().id);
        QCOMPARE(lane, envelopeLane(QStringLiteral("c"), sampleOfficer().id, sampleCase().id));
        QVERIFY(lane != envelopeLane(QStringLiteral("c"), otherOfficer().id, sampleCase().id));
        QVERIFY(lane != envelopeLane(QStringLiteral("d"), sampleOfficer().id, sampleCase().id));
        QVERIFY(lane != envelopeLane(QStringLiteral("c"), sampleOfficer().id, CaseId(QStringLiteral("x"))));
    }

    void aNewerFormIsLeftToANewerProgram()
    {
        QJsonObject object = wire::toJson(sampleEnvelope());
        object.insert(QStringLiteral("format"), 2);
        const auto read = wire::sealedEnvelopeFromJson(object);
        QVERIFY(!read);
        QCOMPARE(read.error().code, QStringLiteral("envelope.format"));
    }

    void resultsTravel()
    {
        const std::vector<wire::EnvelopeResult> results{
            {ActId(QStringLiteral("a")), wire::EnvelopeOutcome::Applied},
            {ActId(QStringLiteral("b")), wire::EnvelopeOutcome::Kept},
            {ActId(QStringLiteral("c")), wire::EnvelopeOutcome::Later},
            {ActId(), wire::EnvelopeOutcome::Unreadable}};
        const auto read = wire::resultsFromJson(wire::resultsToJson(results));
        QVERIFY(read.has_value());
        QVERIFY(*read == results);
        const auto newer = wire::resultsFromJson(
            QJsonObject{{QStringLiteral("results"),
                         QJsonArray{QJsonObject{{QStringLiteral("act_id"), QStringLiteral("a")},
                                                {QStringLiteral("outcome"), QStringLiteral("posted")}}}}});
        QCOMPARE(newer->front().outcome, wire::EnvelopeOutcome::Kept);
    }

    void noKeyButAPublicOneIsPresented()
    {
        const auto read = wire::signingKeyFromJson(wire::signingKeyToJson(kAuthor.publicKey()));
        QCOMPARE(*read, kAuthor.publicKey());
        QVERIFY(!wire::signingKeyFromJson(wire::signingKeyToJson("short")));
        QVERIFY(!wire::signingKeyFromJson({}));
        QVERIFY(!sealedFor("short", "text"));
        QVERIFY(!sealedFor(QByteArray(32, '\xff'), "text")); // 32 bytes that are no point of the curve
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestEnvelope)
#include "tst_envelope.moc"

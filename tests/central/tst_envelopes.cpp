// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Acts that somebody else carries: judged as their author's, once, and the carrier learns one word.
#include "app/central/register/centrefile.h"
#include "app/central/service/envelopecommand.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/messages.h"
#include "models/sql/rows.h"
#include "tests/central/testdoor.h"
#include "tests/envelope/sampleenvelope.h"
#include "tests/support/shown.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

#include <random>

using namespace tawasul;
using Word = wire::EnvelopeOutcome;

namespace {

const QString kEnvelopes = QStringLiteral("/api/v1/envelopes");
const QString kSigningKey = QStringLiteral("/api/v1/session/signing_key");

QByteArray batch(const std::vector<wire::SealedEnvelope> &envelopes)
{
    return wire::toBytes(wire::envelopesToJson(envelopes));
}

} // namespace

class EnvelopesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_centre = std::make_unique<TestCentre>();
        take(*m_centre->open(), newCase());
        m_door = std::make_unique<TestDoor>(*m_centre);
        m_author = m_door->signIn(sampleOfficer()).access;
        m_carrier = m_door->signIn(otherOfficer()).access;
        m_lastSequence = 0;
    }
    void cleanup()
    {
        m_door.reset();
        m_centre.reset();
    }

    void aKeyIsKnownFromThenOn();
    void aKeyMoreThanAnybodyNeedsIsRefused();
    void anActTakesEffectAsItsAuthors();
    void bothWaysAreOneEffect_data();
    void bothWaysAreOneEffect();
    void aBatchWhoseAnswerWasLostIsDoneOnce();
    void aLaneKeepsItsOrder();
    void whatStillMeansTheSameTakesEffect();
    void whatItsAuthorMayNotDoIsKept_data();
    void whatItsAuthorMayNotDoIsKept();
    void whatItsAuthorLeftBehindIsAProposal();
    void whatFollowsAnotherEpochIsKept();
    void whatTookEffectIsSaidWhateverChangedSince();
    void anOlderKeyOfTheCentreStillOpens();
    void whatIsNotProvedIsUnreadable_data();
    void whatIsNotProvedIsUnreadable();
    void oneThatMakesNoSenseKeepsNobodyBack();
    void noBitOfAnEnvelopeIsTakenForAnother();
    void anExportedFileIsImported();

private:
    static Case newCase()
    {
        Case value = sampleCase(CaseStatus::New);
        value.history.clear();
        return value;
    }
    Act newAct(ActType type, const Actor &actor = sampleOfficer())
    {
        Act act = sampleAct(type, actor);
        act.id = m_centre->newActId();
        act.baseVersion = newCase().version;
        return act;
    }
    CentreKey centreKey()
    {
        CentreKey key;
        onWriter([&key](RegisterConnection &connection) { key = connection.keys().published().back(); });
        return key;
    }
    wire::EnvelopeContent content(const Act &act, const Case &base = newCase())
    {
        return contentOf(m_door->service().identity().id, act, base);
    }
    wire::SealedEnvelope sealed(const wire::EnvelopeContent &content)
    {
        return sealedBy(m_key, centreKey(), content, ++m_lastSequence);
    }
    void presentKey() { QCOMPARE(present(m_key).status, 204); }
    HttpResponse present(const SigningKey &key)
    {
        return m_door->ask(HttpMethod::Put, kSigningKey, m_author,
                           wire::toBytes(wire::signingKeyToJson(key.publicKey())));
    }
    std::vector<Word> carry(const std::vector<wire::SealedEnvelope> &envelopes)
    {
        const HttpResponse answer = m_door->ask(HttpMethod::Post, kEnvelopes, m_carrier, batch(envelopes));
        std::vector<Word> words;
        if (answer.status != 200)
            return words;
        const auto results = must(wire::resultsFromJson(jsonOf(answer)));
        for (std::size_t at = 0; at < results.size(); ++at) {
            if (results[at].act != envelopes[at].act)
                qFatal("an answer to another envelope");
            words.push_back(results[at].outcome);
        }
        return words;
    }
    HttpResponse put(const Act &act, std::optional<qint64> version = std::nullopt)
    {
        ActRequest request = requestFor(act);
        if (request.ifMatch && version)
            request.ifMatch = version;
        return m_door->ask(HttpMethod::Put, pathOf(request), m_author, request.body, ifMatchOf(request));
    }
    void onWriter(const std::function<void(RegisterConnection &)> &work)
    {
        if (!m_door->service().writer().post(work))
            qFatal("the writer is busy");
        m_door->settle();
    }
    void change(const char *sql)
    {
        onWriter([sql](RegisterConnection &connection) {
            (void)must(tawasul::changeRows(connection.database(), QString::fromLatin1(sql)));
        });
    }
    Case current()
    {
        Case value;
        onWriter([&value](RegisterConnection &connection) { value = caseIn(connection, newCase().id); });
        return value;
    }
    std::vector<ActId> effects()
    {
        std::vector<ActId> acts;
        for (const HistoryEntry &entry : current().history)
            acts.push_back(entry.act);
        return acts;
    }

    std::unique_ptr<TestCentre> m_centre;
    std::unique_ptr<TestDoor> m_door;
    SigningKey m_key = keyFromLetter('a');
    QString m_author;
    QString m_carrier;
    qint64 m_lastSequence = 0;
};

void EnvelopesTest::aKeyIsKnownFromThenOn()
{
    const wire::SealedEnvelope envelope = sealed(content(newAct(ActType::Note)));
    QCOMPARE(carry({envelope}), std::vector{Word::Unreadable});
    presentKey();
    presentKey(); // the answer may have been lost
    QCOMPARE(carry({envelope}), std::vector{Word::Applied});
    onWriter([](RegisterConnection &connection) {
        const auto device = must(readOne(connection.database(),
                                         QStringLiteral("SELECT device || ' ' || since FROM author_key"),
                                         [](Query &row) { return row.text(0); }));
        QCOMPARE(*device, QStringLiteral("test 2026-11-24T06:15:00.000Z"));
    });
}

void EnvelopesTest::aKeyMoreThanAnybodyNeedsIsRefused()
{
    onWriter([](RegisterConnection &connection) {
        for (qint64 n = 0; n < AuthorKeys::kMostOfAPerson; ++n)
            must(connection.authorKeys().add(sampleOfficer().id, QByteArray::number(n), {}));
    });
    QCOMPARE(codeOf(present(m_key)), QStringLiteral("signing_key.too_many"));
}

void EnvelopesTest::anActTakesEffectAsItsAuthors()
{
    presentKey();
    const Act act = newAct(ActType::Start);
    QCOMPARE(carry({sealed(content(act))}), std::vector{Word::Applied});
    const Case after = current();
    QCOMPARE(after.status, CaseStatus::InProgress);
    QCOMPARE(after.history.back().act, act.id);
    QCOMPARE(after.history.back().actor.id, sampleOfficer().id);
}

void EnvelopesTest::bothWaysAreOneEffect_data()
{
    QTest::addColumn<bool>("carriedFirst");
    QTest::addColumn<ActType>("type");
    for (const bool carriedFirst : {true, false}) {
        for (const ActType type : {ActType::Note, ActType::Start, ActType::Complete, ActType::Transfer})
            QTest::addRow("%s first, %d", carriedFirst ? "carried" : "sent", static_cast<int>(type))
                << carriedFirst << type;
    }
}

void EnvelopesTest::bothWaysAreOneEffect()
{
    QFETCH(bool, carriedFirst);
    QFETCH(ActType, type);
    presentKey();
    const Act act = newAct(type);
    const wire::SealedEnvelope envelope = sealed(content(act));
    if (carriedFirst)
        QCOMPARE(carry({envelope}), std::vector{Word::Applied});
    const HttpResponse answer = put(act);
    QCOMPARE(answer.status, carriedFirst ? 200 : 201);
    QCOMPARE(carry({envelope}), std::vector{Word::Applied});
    QCOMPARE(bodyOf(put(act)), bodyOf(answer));
    QCOMPARE(effects(), std::vector{act.id});
    // The author has their receipt, and it is proved.
    const auto stored = must(wire::actAnswerFromJson(jsonOf(answer)));
    QVERIFY(isSignedBy(centreKey().publicKey, stored.receipt.signedText(),
                       QByteArray::fromBase64(stored.receipt.signature.toLatin1())));
}

void EnvelopesTest::aBatchWhoseAnswerWasLostIsDoneOnce()
{
    presentKey();
    std::vector<wire::SealedEnvelope> envelopes;
    std::vector<ActId> acts;
    for (int n = 0; n < 5; ++n) {
        const Act act = newAct(ActType::Note);
        acts.push_back(act.id);
        envelopes.push_back(sealed(content(act)));
    }
    for (int again = 0; again < 3; ++again)
        QCOMPARE(carry(envelopes), std::vector<Word>(5, Word::Applied));
    QCOMPARE(effects(), acts);
}

void EnvelopesTest::aLaneKeepsItsOrder()
{
    presentKey();
    const Act first = newAct(ActType::Start);
    Act second = newAct(ActType::Complete);
    const Case seen = applied(newCase(), first);
    second.baseVersion = seen.version;
    wire::EnvelopeContent follower = content(second, seen);
    follower.after = first.id;
    const wire::SealedEnvelope one = sealed(content(first));
    const wire::SealedEnvelope two = sealed(follower);
    QCOMPARE(carry({two}), std::vector{Word::Later});
    QCOMPARE(effects().size(), std::size_t(0));
    QCOMPARE(carry({one, two}), (std::vector{Word::Applied, Word::Applied}));
    QCOMPARE(effects(), (std::vector{first.id, second.id}));
    QCOMPARE(current().status, CaseStatus::Completed);
}

void EnvelopesTest::whatStillMeansTheSameTakesEffect()
{
    presentKey();
    const wire::SealedEnvelope decision = sealed(content(newAct(ActType::Complete)));
    QCOMPARE(put(newAct(ActType::Note)).status, 201); // the version moved on, the case did not
    QCOMPARE(carry({decision}), std::vector{Word::Applied});
    QCOMPARE(carry({sealed(content(newAct(ActType::Return)))}), std::vector{Word::Kept});
    QCOMPARE(current().status, CaseStatus::Completed);
}

void EnvelopesTest::whatItsAuthorMayNotDoIsKept_data()
{
    QTest::addColumn<QByteArray>("meanwhile");
    QTest::newRow("the account is closed")
        << QByteArray("UPDATE person SET active = 0 WHERE id = 'officer-1'");
    QTest::newRow("an auditor now") << QByteArray(
        "UPDATE person SET role = 'auditor' WHERE id = 'officer-1'");
}

void EnvelopesTest::whatItsAuthorMayNotDoIsKept()
{
    QFETCH(QByteArray, meanwhile);
    Case nobodys = nobodysCase();
    nobodys.id = CaseId(QStringLiteral("019aaaf1-5480-7c3e-9f21-00000000abcd"));
    nobodys.number = QStringLiteral("TW-26-0000099");
    onWriter([&nobodys](RegisterConnection &connection) { take(connection, nobodys); });
    presentKey();
    Act act = newAct(ActType::Start);
    act.caseId = nobodys.id;
    act.baseVersion = nobodys.version;
    const wire::SealedEnvelope envelope = sealed(content(act, nobodys));
    change(meanwhile.constData());
    QCOMPARE(carry({envelope}), std::vector{Word::Kept});
    QVERIFY(put(act).status >= 400); // as the author would hear
}

// It was theirs to take when they recorded it.
void EnvelopesTest::whatItsAuthorLeftBehindIsAProposal()
{
    Case nobodys = nobodysCase();
    nobodys.id = CaseId(QStringLiteral("019aaaf1-5480-7c3e-9f21-00000000abcd"));
    nobodys.number = QStringLiteral("TW-26-0000099");
    onWriter([&nobodys](RegisterConnection &connection) { take(connection, nobodys); });
    presentKey();
    Act act = newAct(ActType::Start);
    act.caseId = nobodys.id;
    act.baseVersion = nobodys.version;
    const wire::SealedEnvelope envelope = sealed(content(act, nobodys));
    change("UPDATE person SET section = 'reports' WHERE id = 'officer-1'");
    QCOMPARE(carry({envelope}), std::vector{Word::Applied});
    QCOMPARE(put(act).status, 202); // as the author hears
}

void EnvelopesTest::whatFollowsAnotherEpochIsKept()
{
    presentKey();
    wire::EnvelopeContent inside = content(newAct(ActType::Note));
    inside.epoch = QStringLiteral("another");
    QCOMPARE(carry({sealed(inside)}), std::vector{Word::Kept});
    inside.epoch = m_door->service().identity().epoch;
    QCOMPARE(carry({sealed(inside)}), std::vector{Word::Applied});
}

void EnvelopesTest::whatTookEffectIsSaidWhateverChangedSince()
{
    presentKey();
    wire::EnvelopeContent inside = content(newAct(ActType::Start));
    inside.epoch = m_door->service().identity().epoch;
    const wire::SealedEnvelope envelope = sealed(inside);
    QCOMPARE(carry({envelope}), std::vector{Word::Applied});
    change("UPDATE person SET active = 0 WHERE id = 'officer-1'");
    QCOMPARE(carry({envelope}), std::vector{Word::Applied});
}

void EnvelopesTest::anOlderKeyOfTheCentreStillOpens()
{
    presentKey();
    const wire::SealedEnvelope envelope = sealed(content(newAct(ActType::Note)));
    onWriter([this](RegisterConnection &connection) {
        Database beside = must(openKeys(m_centre->folder()));
        (void)must(ReceiptKeys::introduce(connection.database(), beside, m_centre->clock().now(),
                                          m_centre->random()));
    });
    QCOMPARE(carry({envelope}), std::vector{Word::Applied});
}

void EnvelopesTest::whatIsNotProvedIsUnreadable_data()
{
    QTest::addColumn<QString>("wrong");
    for (const char *wrong : {"centre", "key", "signer", "author", "label", "format"})
        QTest::newRow(wrong) << QString::fromLatin1(wrong);
}

void EnvelopesTest::whatIsNotProvedIsUnreadable()
{
    QFETCH(QString, wrong);
    presentKey();
    wire::EnvelopeContent inside = content(newAct(ActType::Note));
    if (wrong == u"centre")
        inside.centre = QStringLiteral("another");
    if (wrong == u"author") // whose key it is not
        inside.author = otherOfficer().id;
    wire::SealedEnvelope envelope = sealed(inside);
    if (wrong == u"key")
        envelope.keyId = QStringLiteral("0123456789abcdef");
    if (wrong == u"signer")
        envelope = sealedBy(keyFromLetter('x'), centreKey(), inside);
    if (wrong == u"label")
        envelope.act = m_centre->newActId();
    QJsonObject object = wire::toJson(envelope);
    if (wrong == u"format")
        object.insert(QStringLiteral("format"), 2);
    const HttpResponse answer =
        m_door->ask(HttpMethod::Post, kEnvelopes, m_carrier,
                    wire::toBytes({{QStringLiteral("envelopes"), QJsonArray{object}}}));
    const auto results = must(wire::resultsFromJson(jsonOf(answer)));
    QCOMPARE(results.front().outcome, Word::Unreadable);
    QCOMPARE(effects().size(), std::size_t(0));
}

void EnvelopesTest::oneThatMakesNoSenseKeepsNobodyBack()
{
    presentKey();
    const Act act = newAct(ActType::Note);
    const QJsonArray mixed{QJsonValue::Null, 7, QJsonObject(), wire::toJson(sealed(content(act)))};
    const HttpResponse answer = m_door->ask(HttpMethod::Post, kEnvelopes, m_carrier,
                                            wire::toBytes({{QStringLiteral("envelopes"), mixed}}));
    const auto results = must(wire::resultsFromJson(jsonOf(answer)));
    QCOMPARE(results.size(), std::size_t(4));
    QCOMPARE(results.back().outcome, Word::Applied);
    QCOMPARE(results.front().outcome, Word::Unreadable);
    QCOMPARE(effects(), std::vector{act.id});
}

// Whatever happens to the bytes on a disk: it is the act as it was signed, or it is nothing.
void EnvelopesTest::noBitOfAnEnvelopeIsTakenForAnother()
{
    presentKey();
    const Act act = newAct(ActType::Start);
    const QByteArray good = batch({sealed(content(act))});
    std::minstd_rand dice(7);
    int applied = 0;
    for (int n = 0; n < 300; ++n) {
        QByteArray bad = good;
        const qsizetype at = static_cast<qsizetype>(dice() % static_cast<unsigned>(bad.size()));
        bad[at] = static_cast<char>(bad[at] ^ (1 << (dice() % 7)));
        const HttpResponse answer = m_door->ask(HttpMethod::Post, kEnvelopes, m_carrier, bad);
        QVERIFY2(answer.status == 200 || answer.status == 400 || answer.status == 422,
                 qPrintable(QString::number(answer.status)));
        if (answer.status != 200)
            continue;
        for (const auto &result : must(wire::resultsFromJson(jsonOf(answer)))) {
            // The times and the number on the label are for the carrier only.
            applied += result.outcome == Word::Applied ? 1 : 0;
            QVERIFY(result.outcome == Word::Applied || result.outcome == Word::Unreadable);
        }
    }
    const std::vector<ActId> found = effects();
    QVERIFY(found.empty() || found == std::vector{act.id});
    QVERIFY(applied < 100);
    QCOMPARE(current().status, found.empty() ? CaseStatus::New : CaseStatus::InProgress);
}

void EnvelopesTest::anExportedFileIsImported()
{
    presentKey();
    const Act act = newAct(ActType::Start);
    const QString path = m_centre->folder() % QStringLiteral("/exported.json");
    const auto write = [&path](const QByteArray &bytes) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    write(batch({sealed(content(act))}));
    QVERIFY(importEnvelopes(m_centre->folder(), path)); // while it is being served
    QVERIFY(importEnvelopes(m_centre->folder(), path)); // and once more
    QCOMPARE(effects(), std::vector{act.id});
    write(batch({sealed(content(newAct(ActType::Start)))})); // which cannot begin twice
    QCOMPARE(importEnvelopes(m_centre->folder(), path).error().code, QStringLiteral("envelopes.rest"));
    write("{}");
    QCOMPARE(importEnvelopes(m_centre->folder(), path).error().code, QStringLiteral("wire.malformed"));
    QCOMPARE(importEnvelopes(m_centre->folder(), QStringLiteral("/nowhere")).error().code,
             QStringLiteral("envelopes.file"));
}

QTEST_GUILESS_MAIN(EnvelopesTest)
#include "tst_envelopes.moc"

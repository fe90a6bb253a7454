// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/messages.h"
#include "models/protocol/proposalcodec.h"

#include "models/protocol/jsonreader.h"

#include "tests/support/generators.h"
#include "tests/support/jsonfaults.h"
#include "tests/support/property.h"
#include "tests/support/samplecase.h"
#include "tests/support/shown.h"

using namespace tawasul;

namespace {

const wire::SignIn kSignIn{ QStringLiteral("n.alotaibi"), QStringLiteral("كلمة \"سر\"\n"),
                            QStringLiteral("DESK-7") };

wire::SessionGrant grant()
{
    return { QStringLiteral("access"), QStringLiteral("refresh"),  900,
             sampleOfficer(),          QStringLiteral("centre-1"), true };
}

wire::Receipt receipt()
{
    return { ActId(QStringLiteral("019ab9d0-2f70-7aaa-8bbb-000000000001")),
             CaseId(QStringLiteral("019aaaf1-5480-7c3e-9f21-3b6f5d0c8a11")),
             4,
             wire::Receipt::Outcome::Applied,
             sampleNow(),
             QStringLiteral("key-1"),
             QStringLiteral("c2lnbmF0dXJl") };
}

wire::ChangesPage page()
{
    return {{wire::CaseChanged{fullCase()}, wire::CaseRemoved{CaseId(QStringLiteral("gone"))},
             wire::ReferenceChanged{QStringLiteral("2026-12")},
             wire::ProposalsChanged{proposalsBy(otherOfficer().id, fullCase())}},
            QStringLiteral("cursor-2"),
            true};
}

template <class T> T throughTheWire(const T &value, Result<T> (*decode)(const QJsonObject &))
{
    const QByteArray bytes = wire::toBytes(wire::toJson(value));
    auto read = wire::parseObject(bytes, QStringLiteral("message")).and_then(decode);
    return read ? std::move(read).value() : T();
}

QJsonObject line(const char *json)
{
    return *wire::parseObject(QByteArray(json), QStringLiteral("line"));
}

Result<wire::ChangesPage> pageOf(const QJsonArray &changes)
{
    QJsonObject object = wire::toJson(page());
    object.insert(QStringLiteral("changes"), changes);
    return wire::changesPageFromJson(object);
}

} // namespace

class MessagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allMessagesSurviveTheWire()
    {
        QVERIFY(throughTheWire(kSignIn, wire::signInFromJson) == kSignIn);
        QVERIFY(throughTheWire(grant(), wire::sessionGrantFromJson) == grant());
        QVERIFY(throughTheWire(sampleRegionSupervisor(), wire::actorFromJson) == sampleRegionSupervisor());
        QVERIFY(throughTheWire(receipt(), wire::receiptFromJson) == receipt());
        const wire::ActAnswer answer{ fullCase(), receipt() };
        QVERIFY(throughTheWire(answer, wire::actAnswerFromJson) == answer);
        wire::ActAnswer kept{std::nullopt, receipt()};
        kept.receipt.outcome = wire::Receipt::Outcome::Proposal;
        QVERIFY(throughTheWire(kept, wire::actAnswerFromJson) == kept);
        QVERIFY(throughTheWire(page(), wire::changesPageFromJson) == page());
        const OwnProposals own = proposalsBy(otherOfficer().id, fullCase());
        QCOMPARE(own.proposals.size(), std::size_t(4));
        QVERIFY(throughTheWire(own, wire::ownProposalsFromJson) == own);
        const wire::ChangesPage empty{ {}, QStringLiteral("cursor-9"), false };
        QVERIFY(throughTheWire(empty, wire::changesPageFromJson) == empty);
    }

    void anyMessageSurvivesTheWire()
    {
        TAWASUL_HOLDS(450, 300, [] {
            const wire::SignIn signIn{ *filledText(), *filledText(), *anyText() };
            RC_ASSERT((throughTheWire(signIn, wire::signInFromJson) == signIn));
            const Actor actor{ PersonId(*filledText()), *filledText(),
                               static_cast<Role>(*rc::gen::inRange(0, static_cast<int>(Role::Unknown) + 1)),
                               *anyText(), *anyText() };
            const wire::SessionGrant session{ *filledText(), *filledText(), *rc::gen::inRange(1, 86'401),
                                              actor,         *filledText(), *rc::gen::arbitrary<bool>() };
            RC_ASSERT((throughTheWire(session, wire::sessionGrantFromJson) == session));
            const wire::Receipt proof{ ActId(*filledText()),
                                       CaseId(*filledText()),
                                       *rc::gen::inRange<qint64>(1, 1'000'000'000'000),
                                       *rc::gen::element(wire::Receipt::Outcome::Applied,
                                                         wire::Receipt::Outcome::Proposal),
                                       *anyInstant(),
                                       *anyText(),
                                       *anyText() };
            RC_ASSERT((throughTheWire(proof, wire::receiptFromJson) == proof));
        });
    }

    void everyMissingOrMistypedFieldIsRefusedByName()
    {
        const auto none = [](const QStringList &found) {
            return found.isEmpty() || (qWarning("%s", qPrintable(found.join(QLatin1Char('\n')))), false);
        };
        const QString session = QStringLiteral("session");
        QVERIFY(none(
            leniencies(session, wire::signInFromJson, wire::toJson(kSignIn), { QStringLiteral("device") })));
        QVERIFY(none(leniencies(session, wire::sessionGrantFromJson, wire::toJson(grant()),
                                { QStringLiteral("officer.section"), QStringLiteral("officer.region") })));
        QVERIFY(
            none(leniencies(QStringLiteral("receipt"), wire::receiptFromJson, wire::toJson(receipt()), {})));
        Case small = sampleCase();
        small.history.clear();
        small.attachments.clear();
        small.statutoryDeadline = small.serviceDeadline;
        small.statutoryDeadline->rule = QStringLiteral("rule");
        small.beneficiary.latinName = QStringLiteral("A");
        const QSet<QString> ofACase{
            QStringLiteral("assignee"),
            QStringLiteral("statutory_deadline"),
            QStringLiteral("statutory_deadline.rule"),
            QStringLiteral("beneficiary.latin_name"),
            QStringLiteral("beneficiary.birth_date"),
            QStringLiteral("beneficiary.mobile"),
            QStringLiteral("subject.latin_name"),
            QStringLiteral("subject.passport_number"),
            QStringLiteral("subject.birth_date"),
            QStringLiteral("subject.link_checked_at"),
        };
        const QSet<QString> ofProposals{
            QStringLiteral("proposals[].reason"),         QStringLiteral("proposals[].text"),
            QStringLiteral("proposals[].closed_by"),      QStringLiteral("proposals[].closed_at"),
            QStringLiteral("proposals[].closing_text"),   QStringLiteral("proposals[].reply"),
            QStringLiteral("proposals[].execution"),      QStringLiteral("proposals[].to_section"),
            QStringLiteral("proposals[].to_sub_service"),
        };
        QSet<QString> inAnswer;
        QSet<QString> inPage;
        for (const QString &path : ofProposals)
            inPage.insert(QStringLiteral("changes[].") % path);
        for (const QString &path : ofACase) {
            inAnswer.insert(QStringLiteral("case.") % path);
            inPage.insert(QStringLiteral("changes[].case.") % path);
        }
        QVERIFY(none(leniencies(QStringLiteral("answer"), wire::actAnswerFromJson,
                                wire::toJson(wire::ActAnswer{ small, receipt() }), inAnswer)));
        QVERIFY(none(leniencies(QStringLiteral("proposals"), wire::ownProposalsFromJson,
                                wire::toJson(proposalsBy(otherOfficer().id, fullCase())), ofProposals)));
        wire::ChangesPage shortPage = page();
        shortPage.changes.front() = wire::CaseChanged{ small };
        QVERIFY(none(
            leniencies(QStringLiteral("page"), wire::changesPageFromJson, wire::toJson(shortPage), inPage)));
    }

    void fieldsOfANewerCentreAreIgnored()
    {
        const auto read = wire::changesPageFromJson(withUnknownFields(wire::toJson(page())));
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
        QVERIFY(*read == page());
        const auto session = wire::sessionGrantFromJson(withUnknownFields(wire::toJson(grant())));
        QVERIFY(session.has_value());
        QVERIFY(*session == grant());
    }

    void kindsOfChangesOfANewerCentreAreSkipped()
    {
        const auto read = pageOf({ line(R"({"kind": "proposal", "case": "not even a case"})"),
                                   line(R"({"kind": "removed", "case_id": "gone"})"),
                                   line(R"({"kind": "Case"})"), line(R"({"kind": "keys", "keys": []})") });
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
        QVERIFY(read->changes
                == std::vector<wire::Change>{ wire::CaseRemoved{ CaseId(QStringLiteral("gone")) } });
    }

    void aChangeThatMakesNoSenseSpoilsItsPage_data()
    {
        QTest::addColumn<QJsonObject>("change");
        for (const char *json :
             { R"({})", R"({"kind": ""})", R"({"kind": 5})", R"({"kind": null})", R"({"kind": "case"})",
               R"({"kind": "case", "case": {}})", R"({"kind": "case", "case": null})",
               R"({"kind": "removed"})", R"({"kind": "removed", "case_id": ""})",
               R"({"kind": "removed", "case_id": 7})", R"({"kind": "reference"})",
               R"({"kind": "reference", "version": 7})" })
            QTest::newRow(json) << line(json);
    }

    void aChangeThatMakesNoSenseSpoilsItsPage()
    {
        QFETCH(QJsonObject, change);
        const auto read = pageOf({ line(R"({"kind": "removed", "case_id": "gone"})"), change });
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, QStringLiteral("wire.malformed"));
        QVERIFY2(read.error().detail.startsWith(QStringLiteral("page.changes[1].")),
                 qPrintable(read.error().detail));
    }

    void numbersAreKeptInTheirRange_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<double>("value");
        QTest::addColumn<bool>("accepted");
        const QString expiry = QStringLiteral("expires_in");
        const QString version = QStringLiteral("version");
        QTest::newRow("ends at once") << expiry << 0.0 << false;
        QTest::newRow("a second") << expiry << 1.0 << true;
        QTest::newRow("a day") << expiry << 86'400.0 << true;
        QTest::newRow("more than a day") << expiry << 86'401.0 << false;
        QTest::newRow("version 0") << version << 0.0 << false;
        QTest::newRow("version -1") << version << -1.0 << false;
        QTest::newRow("version 1") << version << 1.0 << true;
        QTest::newRow("version 1.5") << version << 1.5 << false;
        QTest::newRow("version 2^53 + 2") << version << 9007199254740994.0 << false;
    }

    void numbersAreKeptInTheirRange()
    {
        QFETCH(QString, field);
        QFETCH(double, value);
        QFETCH(bool, accepted);
        QJsonObject session = wire::toJson(grant());
        QJsonObject proof = wire::toJson(receipt());
        (session.contains(field) ? session : proof).insert(field, value);
        QCOMPARE(wire::sessionGrantFromJson(session).has_value() && wire::receiptFromJson(proof).has_value(),
                 accepted);
    }

    void aReceiptKnowsTwoOutcomesOnly()
    {
        QJsonObject proof = wire::toJson(receipt());
        proof.insert(QStringLiteral("outcome"), QStringLiteral("Applied"));
        QVERIFY(!wire::receiptFromJson(proof));
        proof.insert(QStringLiteral("outcome"), QStringLiteral("proposal"));
        QCOMPARE(wire::receiptFromJson(proof)->outcome, wire::Receipt::Outcome::Proposal);
    }

    void whatIsSignedIsOneTextAndEveryFieldIsInIt()
    {
        QCOMPARE(
            receipt().signedText(),
            QByteArray("tawasul-receipt-1\n019ab9d0-2f70-7aaa-8bbb-000000000001\n"
                       "019aaaf1-5480-7c3e-9f21-3b6f5d0c8a11\n4\napplied\n2026-11-24T06:15:00.000Z\nkey-1"));
        const std::vector<std::function<void(wire::Receipt &)>> changes{
            [](wire::Receipt &r) { r.act = ActId(QStringLiteral("x")); },
            [](wire::Receipt &r) { r.caseId = CaseId(QStringLiteral("x")); },
            [](wire::Receipt &r) { ++r.version; },
            [](wire::Receipt &r) { r.outcome = wire::Receipt::Outcome::Proposal; },
            [](wire::Receipt &r) { r.at += std::chrono::milliseconds(1); },
            [](wire::Receipt &r) { r.keyId = QStringLiteral("x"); },
        };
        for (const auto &change : changes) {
            wire::Receipt other = receipt();
            change(other);
            QVERIFY(other.signedText() != receipt().signedText());
        }
        wire::Receipt other = receipt();
        other.signature = QStringLiteral("x");
        QCOMPARE(other.signedText(), receipt().signedText());
    }
};

QTEST_GUILESS_MAIN(MessagesTest)
#include "tst_messages.moc"

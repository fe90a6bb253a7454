// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/register/centrefile.h"
#include "models/domain/workflow.h"
#include "models/protocol/actcodec.h"
#include "models/protocol/casecodec.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/messages.h"
#include "models/sql/rows.h"
#include "models/sql/transaction.h"
#include "tests/central/testcentre.h"
#include "tests/support/samplereference.h"
#include "tests/support/shown.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <random>

using namespace tawasul;

namespace {

wire::ActAnswer answerOf(const ActStored &stored)
{
    return must(wire::actAnswerFromJson(must(wire::parseObject(stored.answer, QStringLiteral("answer")))));
}

qint64 rows(RegisterConnection &connection, const char *table)
{
    return must(
        readOneInt64(connection.database(), QStringLiteral("SELECT count(*) FROM ") % QLatin1String(table)));
}

QString hashOf(const char *text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

} // namespace

/// Acts at the register: once, in order, judged by what they name, and answered the same for ever.
class CaseRegisterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anActTakesEffectOnce();
    void theAnswerIsTheSameForEver_data();
    void theAnswerIsTheSameForEver();
    void anIdBelongsToOneAct_data();
    void anIdBelongsToOneAct();
    void refusalsAreNotStored();
    void ifMatchDecides_data();
    void ifMatchDecides();
    void whoLostReachLearnsNothing();
    void namesTheReferenceDataItWasMadeWith_data();
    void namesTheReferenceDataItWasMadeWith();
    void isJudgedByTheVersionItNames();
    void casesAreGivenToOfficersOnly_data();
    void casesAreGivenToOfficersOnly();
    void theNameOfAnAssigneeIsTheCentres();
    void closingIsRememberedThroughLaterNotes();
    void strangeTextNamesNoCase_data();
    void strangeTextNamesNoCase();
    void aCaseIsShownToWhoeverHasItInReach_data();
    void aCaseIsShownToWhoeverHasItInReach();
    void anAttachmentIsReadByWhoeverHasOneOfItsCasesInReach();
    void aCaseIsTakenInOnce();
    void aTransactionThatCameToNothingPublishedNothing();
    void everyReceiptIsProvedByAPublishedKey();
    void aNewKeyIsIntroducedByTheOneBefore();
    void noFileThatIsPutBackLosesAKey_data();
    void noFileThatIsPutBackLosesAKey();
    void anAnswerFromBeforeTheFirstKeyIsSignedOnce();

private:
    Act newAct(ActType type, const Actor &actor)
    {
        Act act = sampleAct(type, actor);
        act.id = m_centre->newActId();
        return act;
    }
    ActRequest note(const char *text = "ملاحظة")
    {
        Act act = newAct(ActType::Note, sampleOfficer());
        act.text = QString::fromUtf8(text);
        return requestFor(act);
    }
    ActRequest start(qint64 version)
    {
        Act act = newAct(ActType::Start, sampleOfficer());
        act.baseVersion = version;
        return requestFor(act);
    }
    Result<ActOutcome> apply(const Actor &actor, const ActRequest &request)
    {
        return m_connection->cases().applyAct(actor, request);
    }

    std::unique_ptr<TestCentre> m_centre;
    std::unique_ptr<RegisterConnection> m_connection;
};

void CaseRegisterTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_centre = std::make_unique<TestCentre>();
    m_connection = m_centre->open();
    take(*m_connection, sampleCase(CaseStatus::New));
}

void CaseRegisterTest::cleanup()
{
    m_connection.reset();
    m_centre.reset();
}

void CaseRegisterTest::anActTakesEffectOnce()
{
    const ActRequest request = note();
    const ActStored first = stored(apply(sampleOfficer(), request));
    QVERIFY(first.isNew);
    const wire::ActAnswer answer = answerOf(first);
    QCOMPARE(answer.receipt.act, request.actId);
    QCOMPARE(answer.receipt.caseId, request.caseId);
    QCOMPARE(answer.receipt.version, sampleCase().version + 1);
    QCOMPARE(answer.receipt.at, m_centre->clock().now());
    QCOMPARE(answer.theCase, caseIn(*m_connection, request.caseId));

    m_centre->clock().advance(std::chrono::hours(1));
    const ActStored again = stored(apply(sampleOfficer(), request));
    QVERIFY(!again.isNew);
    QCOMPARE(again.answer, first.answer);
    QCOMPARE(caseIn(*m_connection, request.caseId), answer.theCase);
    QCOMPARE(rows(*m_connection, "act"), 1);
}

void CaseRegisterTest::everyReceiptIsProvedByAPublishedKey()
{
    const std::vector<CentreKey> keys = m_connection->keys().published();
    QCOMPARE(keys.size(), std::size_t(1));
    const wire::Receipt receipt = answerOf(stored(apply(sampleOfficer(), note()))).receipt;
    QCOMPARE(receipt.keyId, keys.front().id);
    QVERIFY(isSignedBy(keys.front().publicKey, receipt.signedText(),
                       QByteArray::fromBase64(receipt.signature.toLatin1())));
    // Whoever opens the register next signs with the same.
    QCOMPARE(m_centre->open()->keys().published(), keys);
    QCOMPARE(m_centre->open(CentreAccess::Read)->keys().published(), keys);
}

void CaseRegisterTest::aNewKeyIsIntroducedByTheOneBefore()
{
    const CentreKey first = m_connection->keys().published().front();
    Database beside = must(openKeys(m_centre->folder()));
    const CentreKey second = must(ReceiptKeys::introduce(m_connection->database(), beside,
                                                         m_centre->clock().now(), m_centre->random()));
    QCOMPARE(second.introducedBy, first.id);
    QVERIFY(isSignedBy(first.publicKey, introductionText(second), second.introduction));
    const ActRequest before = note();
    QCOMPARE(answerOf(stored(apply(sampleOfficer(), before))).receipt.keyId, first.id); // until it opens anew
    m_connection = m_centre->open();
    QCOMPARE(m_connection->keys().published(), (std::vector<CentreKey>{first, second}));
    QCOMPARE(answerOf(stored(apply(sampleOfficer(), note()))).receipt.keyId, second.id);
    QCOMPARE(answerOf(stored(apply(sampleOfficer(), before))).receipt.keyId, first.id);
}

// The register is put back from before a key, or the file beside it is: what one lacks the other has.
void CaseRegisterTest::noFileThatIsPutBackLosesAKey_data()
{
    QTest::addColumn<bool>("register_");
    QTest::addColumn<int>("kept");
    QTest::newRow("the register, from before its first key") << true << 0;
    QTest::newRow("the register, from before its second") << true << 1;
    QTest::newRow("the file of a centre of before there was one") << false << 0;
    QTest::newRow("the file, from before the second") << false << 1;
}

void CaseRegisterTest::noFileThatIsPutBackLosesAKey()
{
    QFETCH(const bool, register_);
    QFETCH(const int, kept);
    Database beside = must(openKeys(m_centre->folder()));
    QCOMPARE(QFileInfo(keysFilePath(m_centre->folder())).permissions()
                 & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
    must(ReceiptKeys::introduce(m_connection->database(), beside, m_centre->clock().now(),
                                m_centre->random()));
    m_connection = m_centre->open();
    const std::vector<CentreKey> keys = m_connection->keys().published();
    QCOMPARE(keys.size(), std::size_t(2));
    QVERIFY(changeRows(register_ ? m_connection->database() : beside,
                       QStringLiteral("DELETE FROM centre_key WHERE rid > ?"), kept));
    m_connection = m_centre->open();
    QCOMPARE(m_connection->keys().published(), keys);
    QCOMPARE(answerOf(stored(apply(sampleOfficer(), note()))).receipt.keyId, keys.back().id);
    QCOMPARE(must(ReceiptKeys::read(beside)).published(), keys);
}

void CaseRegisterTest::anAnswerFromBeforeTheFirstKeyIsSignedOnce()
{
    const ActRequest request = note();
    const wire::ActAnswer fresh = answerOf(stored(apply(sampleOfficer(), request)));
    wire::ActAnswer old = fresh;
    old.receipt.keyId.clear();
    old.receipt.signature.clear();
    QVERIFY(changeRows(m_connection->database(), QStringLiteral("UPDATE act SET answer = ?"),
                       wire::toBytes(wire::toJson(old))));
    const ActStored again = stored(apply(sampleOfficer(), request));
    QVERIFY(!again.isNew);
    QCOMPARE(answerOf(again), fresh); // Ed25519 signs the same text the same way
    QCOMPARE(stored(apply(sampleOfficer(), request)).answer, again.answer);
    m_connection = m_centre->open();
    QCOMPARE(stored(apply(sampleOfficer(), request)).answer, again.answer);
}

void CaseRegisterTest::theAnswerIsTheSameForEver_data()
{
    QTest::addColumn<QString>("meanwhile");
    QTest::newRow("more acts") << QStringLiteral("more acts");
    QTest::newRow("the case left the author's reach") << QStringLiteral("transfer");
    QTest::newRow("the author no longer works here") << QStringLiteral("other region");
    QTest::newRow("the centre was started again") << QStringLiteral("restart");
}

void CaseRegisterTest::theAnswerIsTheSameForEver()
{
    QFETCH(QString, meanwhile);
    const ActRequest request = start(3);
    const QByteArray first = stored(apply(sampleOfficer(), request)).answer;
    Actor author = sampleOfficer();
    if (meanwhile == QLatin1String("more acts")) {
        for (int i = 0; i < 3; ++i)
            stored(apply(sampleOfficer(), note()));
    } else if (meanwhile == QLatin1String("transfer")) {
        Act transfer = newAct(ActType::Transfer, sampleSupervisor());
        transfer.baseVersion = 4;
        stored(apply(sampleSupervisor(), requestFor(transfer)));
        QVERIFY(stored(apply(author, note())).isProposal);
    } else if (meanwhile == QLatin1String("other region")) {
        author.region = QStringLiteral("SA-02");
        author.role = Role::Auditor;
    } else {
        m_connection.reset();
        m_connection = m_centre->open();
    }
    const ActStored again = stored(apply(author, request));
    QVERIFY(!again.isNew);
    QCOMPARE(again.answer, first);
}

void CaseRegisterTest::anIdBelongsToOneAct_data()
{
    QTest::addColumn<QString>("difference");
    for (const char *difference : {"bytes", "white space", "person", "case"})
        QTest::newRow(difference) << QString::fromLatin1(difference);
}

void CaseRegisterTest::anIdBelongsToOneAct()
{
    QFETCH(QString, difference);
    take(*m_connection, numberedCase(1));
    const ActRequest first = note();
    const QByteArray answer = stored(apply(sampleOfficer(), first)).answer;
    ActRequest second = first;
    Actor actor = sampleOfficer();
    if (difference == QLatin1String("bytes"))
        second.body = note("غيرها").body;
    else if (difference == QLatin1String("white space"))
        second.body += ' ';
    else if (difference == QLatin1String("person"))
        actor = sampleSupervisor();
    else
        second.caseId = numberedCase(1).id;
    QCOMPARE(codeOf(apply(actor, second)), QStringLiteral("act.id_reused"));
    QCOMPARE(rows(*m_connection, "act"), 1);
    QCOMPARE(caseIn(*m_connection, numberedCase(1).id), numberedCase(1));
    QCOMPARE(stored(apply(sampleOfficer(), first)).answer, answer);
}

void CaseRegisterTest::refusalsAreNotStored()
{
    const auto before = rows(*m_connection, "act");
    // Nobody's reach, then the right person's: the same id, the same bytes.
    const ActRequest request = note();
    QCOMPARE(codeOf(apply(otherOfficer(), request)), QStringLiteral("case.unknown"));
    QVERIFY(stored(apply(sampleOfficer(), request)).isNew);
    // Stale, then right.
    ActRequest early = start(7);
    QCOMPARE(codeOf(apply(sampleOfficer(), early)), QStringLiteral("stale"));
    early.ifMatch = 4;
    QVERIFY(stored(apply(sampleOfficer(), early)).isNew);
    // Reference data that is published later.
    Act act = newAct(ActType::Note, sampleOfficer());
    act.referenceVersion = QStringLiteral("2026-12");
    const ActRequest ahead = requestFor(act);
    QCOMPARE(codeOf(apply(sampleOfficer(), ahead)), QStringLiteral("act.invalid.reference_unknown"));
    QJsonObject reference = sampleReferenceJson();
    reference[QStringLiteral("version")] = QStringLiteral("2026-12");
    must(m_connection->shelf().publish(wire::toBytes(reference), m_centre->clock().now()));
    QVERIFY(stored(apply(sampleOfficer(), ahead)).isNew);
    // A case that did not exist yet.
    ActRequest unborn = note();
    unborn.caseId = numberedCase(1).id;
    QCOMPARE(codeOf(apply(sampleOfficer(), unborn)), QStringLiteral("case.unknown"));
    take(*m_connection, numberedCase(1));
    QVERIFY(stored(apply(sampleOfficer(), unborn)).isNew);
    QCOMPARE(rows(*m_connection, "act"), before + 4);
}

void CaseRegisterTest::ifMatchDecides_data()
{
    QTest::addColumn<ActType>("type");
    QTest::addColumn<int>("ifMatch"); // 0: none
    QTest::addColumn<QString>("code");
    QTest::newRow("fresh") << ActType::Start << 3 << QStringLiteral("stored");
    QTest::newRow("older") << ActType::Start << 2 << QStringLiteral("stale");
    QTest::newRow("from the future") << ActType::Start << 4 << QStringLiteral("stale");
    QTest::newRow("missing") << ActType::Start << 0 << QStringLiteral("act.if_match_missing");
    QTest::newRow("missing, a decision") << ActType::Return << 0 << QStringLiteral("act.if_match_missing");
    QTest::newRow("stale, a decision") << ActType::Return << 1 << QStringLiteral("stale");
    QTest::newRow("a note carries none") << ActType::Note << 0 << QStringLiteral("stored");
    QTest::newRow("a note with an old one") << ActType::Note << 1 << QStringLiteral("stored");
}

void CaseRegisterTest::ifMatchDecides()
{
    QFETCH(ActType, type);
    QFETCH(int, ifMatch);
    QFETCH(QString, code);
    Act act = newAct(type, sampleOfficer());
    ActRequest request = requestFor(act);
    request.ifMatch = ifMatch == 0 ? std::nullopt : std::optional<qint64>(ifMatch);
    const auto outcome = apply(sampleOfficer(), request);
    QCOMPARE(codeOf(outcome), code);
    if (code == QLatin1String("stale"))
        QCOMPARE(std::get<ActStale>(*outcome).currentCase,
                 wire::toBytes(wire::toJson(sampleCase(CaseStatus::New))));
    QCOMPARE(rows(*m_connection, "act"), code == QLatin1String("stored") ? 1 : 0);
}

void CaseRegisterTest::whoLostReachLearnsNothing()
{
    stored(apply(sampleSupervisor(), requestFor(newAct(ActType::Assign, sampleSupervisor()))));
    for (const qint64 version : {3, 4, 5}) {
        const ActStored kept = stored(apply(sampleOfficer(), start(version)));
        QVERIFY(kept.isProposal);
        QVERIFY(!kept.answer.contains(sampleCase().number.toUtf8()));
        QCOMPARE(wire::parseObject(kept.answer, QStringLiteral("answer"))->keys(),
                 QStringList(QStringLiteral("receipt")));
    }
    QCOMPARE(codeOf(apply(otherOfficer(), start(3))), QStringLiteral("stale"));
}

void CaseRegisterTest::namesTheReferenceDataItWasMadeWith_data()
{
    QTest::addColumn<QString>("version");
    QTest::newRow("never published") << QStringLiteral("1999-01");
    QTest::newRow("none") << QString();
    QTest::newRow("what SQLite cannot keep") << QString(QStringLiteral("2026-11") % QChar(0));
    QTest::newRow("half a character") << QString(QChar(0xd800));
}

void CaseRegisterTest::namesTheReferenceDataItWasMadeWith()
{
    QFETCH(QString, version);
    Act act = newAct(ActType::Note, sampleOfficer());
    act.referenceVersion = version;
    QCOMPARE(codeOf(apply(sampleOfficer(), requestFor(act))),
             QStringLiteral("act.invalid.reference_unknown"));
}

void CaseRegisterTest::isJudgedByTheVersionItNames()
{
    // From the newer version on, renewals need no proof of execution; before, nobody may say "done" without
    // it.
    QJsonObject newer = sampleReferenceJson();
    newer[QStringLiteral("version")] = QStringLiteral("2026-12");
    QJsonArray services = newer[QStringLiteral("sub_services")].toArray();
    QJsonObject renewal = services.first().toObject();
    renewal[QStringLiteral("needs_execution_proof")] = false;
    services[0] = renewal;
    newer[QStringLiteral("sub_services")] = services;
    must(m_connection->shelf().publish(wire::toBytes(newer), m_centre->clock().now()));
    Act act = newAct(ActType::Complete, sampleOfficer());
    act.execution.reset();
    act.referenceVersion = sampleReference().version;
    QCOMPARE(codeOf(apply(sampleOfficer(), requestFor(act))), QStringLiteral("act.invalid.reply_says_done"));
    act.referenceVersion = QStringLiteral("2026-12");
    QCOMPARE(codeOf(apply(sampleOfficer(), requestFor(act))), QStringLiteral("stored"));
}

void CaseRegisterTest::casesAreGivenToOfficersOnly_data()
{
    QTest::addColumn<QString>("assignee");
    QTest::addColumn<QString>("code");
    QTest::newRow("an officer") << otherOfficer().id.text() << QStringLiteral("stored");
    QTest::newRow("a supervisor") << sampleSupervisor().id.text()
                                  << QStringLiteral("act.invalid.assignee_unknown");
    QTest::newRow("an auditor") << actorWith(Role::Auditor).id.text()
                                << QStringLiteral("act.invalid.assignee_unknown");
    QTest::newRow("nobody") << QStringLiteral("officer-99") << QStringLiteral("act.invalid.assignee_unknown");
    QTest::newRow("what SQLite cannot keep")
        << QString(QStringLiteral("officer-2") % QChar(0)) << QStringLiteral("act.invalid.assignee_unknown");
    QTest::newRow("an officer who left")
        << QStringLiteral("officer-3") << QStringLiteral("act.invalid.assignee_unknown");
}

void CaseRegisterTest::casesAreGivenToOfficersOnly()
{
    QFETCH(QString, assignee);
    QFETCH(QString, code);
    Actor left = otherOfficer();
    left.id = PersonId(QStringLiteral("officer-3"));
    must(m_connection->accounts().add({left.id.text(), left, QStringLiteral("!"), false},
                                      m_centre->clock().now()));
    Act act = newAct(ActType::Assign, sampleSupervisor());
    act.toAssignee = PersonName{PersonId(assignee), otherOfficer().name};
    // Whoever may not assign does not learn either who works here.
    QCOMPARE(codeOf(apply(otherOfficer(), requestFor(act))), QStringLiteral("case.unknown"));
    QCOMPARE(codeOf(apply(sampleSupervisor(), requestFor(act))), code);
}

void CaseRegisterTest::theNameOfAnAssigneeIsTheCentres()
{
    Act act = newAct(ActType::Assign, sampleSupervisor());
    act.toAssignee = PersonName{otherOfficer().id, QStringLiteral("المدير العام")};
    stored(apply(sampleSupervisor(), requestFor(act)));
    const Case after = caseIn(*m_connection, act.caseId);
    QCOMPARE(after.assignee, std::optional(nameOf(otherOfficer())));
    QCOMPARE(after.history.back().toAssignee, std::optional(nameOf(otherOfficer())));
}

void CaseRegisterTest::closingIsRememberedThroughLaterNotes()
{
    const auto closedAt = [this] {
        return must(readOne(m_connection->database(), QStringLiteral("SELECT closed_at FROM case_record"),
                            [](Query &row) { return row.optionalText(0).value_or(QString()); }))
            .value();
    };
    QCOMPARE(closedAt(), QString());
    Act act = newAct(ActType::Reject, sampleOfficer());
    stored(apply(sampleOfficer(), requestFor(act)));
    const QString closed = toIso(m_centre->clock().now());
    QCOMPARE(closedAt(), closed);
    m_centre->clock().advance(std::chrono::days(3));
    stored(apply(sampleOfficer(), note()));
    QCOMPARE(closedAt(), closed);
    act = newAct(ActType::Reopen, sampleSupervisor());
    act.baseVersion = 5;
    stored(apply(sampleSupervisor(), requestFor(act)));
    QCOMPARE(closedAt(), QString());
}

void CaseRegisterTest::strangeTextNamesNoCase_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("empty") << QString();
    QTest::newRow("another") << QStringLiteral("none");
    QTest::newRow("NUL") << QString(sampleCase().id.text() % QChar(0));
    QTest::newRow("half a character") << QString(QChar(0xdc00));
    QTest::newRow("noncharacter") << QString(QChar(0xffff));
    QTest::newRow("SQL") << QStringLiteral("' OR 1=1 --");
}

void CaseRegisterTest::strangeTextNamesNoCase()
{
    QFETCH(QString, id);
    const auto found = m_connection->cases().caseFor(sampleOfficer(), CaseId(id));
    QVERIFY(!found);
    QCOMPARE(found.error().code, QStringLiteral("case.unknown"));
    ActRequest request = note();
    request.caseId = CaseId(id);
    QCOMPARE(codeOf(apply(sampleOfficer(), request)), QStringLiteral("case.unknown"));
}

void CaseRegisterTest::aCaseIsShownToWhoeverHasItInReach_data()
{
    QTest::addColumn<Actor>("actor");
    QTest::addColumn<bool>("shown");
    QTest::newRow("the assignee") << sampleOfficer() << true;
    QTest::newRow("another officer of the section") << otherOfficer() << false;
    QTest::newRow("the section's supervisor") << sampleSupervisor() << true;
    QTest::newRow("the region's supervisor") << sampleRegionSupervisor() << true;
    QTest::newRow("auditor") << actorWith(Role::Auditor) << true;
    Actor elsewhere = actorWith(Role::Auditor);
    elsewhere.region = QStringLiteral("SA-02");
    QTest::newRow("auditor of another region") << elsewhere << false;
    elsewhere = {elsewhere.id, elsewhere.name, Role::Auditor, {}, {}};
    QTest::newRow("auditor of everything") << elsewhere << true;
    QTest::newRow("administrator") << actorWith(Role::Administrator) << false;
}

void CaseRegisterTest::aCaseIsShownToWhoeverHasItInReach()
{
    QFETCH(Actor, actor);
    QFETCH(bool, shown);
    const auto found = m_connection->cases().caseFor(actor, sampleCase().id);
    QCOMPARE(found.has_value(), shown);
    if (shown)
        QCOMPARE(*found, wire::toBytes(wire::toJson(sampleCase(CaseStatus::New))));
    else
        QCOMPARE(found.error().code, QStringLiteral("case.unknown"));
}

void CaseRegisterTest::anAttachmentIsReadByWhoeverHasOneOfItsCasesInReach()
{
    const QString shared = hashOf("a popular form");
    std::mt19937_64 chance(20261124);
    const auto pick = [&chance](const QStringList &from) {
        return from.at(static_cast<qsizetype>(chance() % static_cast<quint64>(from.size())));
    };
    const QStringList sections{QStringLiteral("residency"), QStringLiteral("reports"),
                               QStringLiteral("visit")};
    const QStringList regions{QStringLiteral("SA-01"), QStringLiteral("SA-02")};
    const QStringList people{QStringLiteral("officer-1"), QStringLiteral("officer-2"), QString()};
    int permitted = 0;
    std::vector<Case> cases;
    for (int n = 1; n <= 6; ++n) {
        Case one = numberedCase(n);
        one.section = pick(sections);
        one.region = pick(regions);
        if (const QString person = pick(people); !person.isEmpty())
            one.assignee = PersonName{PersonId(person), QStringLiteral("x")};
        else
            one.assignee.reset();
        one.attachments.front().sha256 = shared;
        take(*m_connection, one);
        cases.push_back(one);
        // Everybody there could be, also supervisors of one section of a region and officers of all sections.
        for (const Role role : {Role::Officer, Role::SectionSupervisor, Role::RegionSupervisor, Role::Auditor,
                                Role::Administrator, Role::Unknown}) {
            for (const QString &section : (sections + QStringList{QString()})) {
                for (const QString &region : (regions + QStringList{QString()})) {
                    const Actor actor{PersonId(QStringLiteral("officer-1")), {}, role, section, region};
                    const bool expected = std::any_of(
                        cases.begin(), cases.end(), [&](const Case &it) { return isWithinReach(it, actor); });
                    QCOMPARE(must(m_connection->cases().caseWith(actor, shared)).has_value(), expected);
                    permitted += expected ? 1 : 0;
                }
            }
        }
    }
    QVERIFY(permitted > 50);
    for (const QString &odd : {hashOf("never sent"), shared.left(63), shared.toUpper(), QString(),
                               QString(shared.left(63) % QChar(0)), QStringLiteral("../central.sqlite")})
        QVERIFY(!must(m_connection->cases().caseWith(sampleRegionSupervisor(), odd)));
}

void CaseRegisterTest::aCaseIsTakenInOnce()
{
    for (const Case &twin : {sampleCase(), [] {
                                 Case other = numberedCase(1);
                                 other.number = sampleCase().number;
                                 return other;
                             }()}) {
        Transaction transaction = must(Transaction::begin(m_connection->database()));
        const Outcome taken = m_connection->cases().take(twin);
        QVERIFY(!taken);
        QCOMPARE(taken.error().code, QStringLiteral("case.exists"));
    }
    QCOMPARE(must(m_connection->cases().count()), 1);
}

void CaseRegisterTest::aTransactionThatCameToNothingPublishedNothing()
{
    QJsonObject newer = sampleReferenceJson();
    newer[QStringLiteral("version")] = QStringLiteral("2026-12");
    {
        const Transaction transaction = must(Transaction::begin(m_connection->database()));
        QCOMPARE(must(m_connection->shelf().publish(wire::toBytes(newer), m_centre->clock().now())),
                 QStringLiteral("2026-12"));
    }
    const auto unknown = m_connection->shelf().version(QStringLiteral("2026-12"));
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, QStringLiteral("reference.unknown"));
    QCOMPARE(must(m_connection->shelf().newestVersion()), sampleReference().version);
    newer[QStringLiteral("version")] = QStringLiteral("2026\"12");
    QCOMPARE(m_connection->shelf().publish(wire::toBytes(newer), m_centre->clock().now()).error().code,
             QStringLiteral("reference.version"));
}

QTEST_GUILESS_MAIN(CaseRegisterTest)
#include "tst_caseregister.moc"

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/workflow.h"

#include "tests/support/samplecase.h"
#include "tests/support/samplereference.h"
#include "tests/support/shown.h"

#include <QtTest/QTest>

using namespace tawasul;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

// Riyadh, 08:00.
Instant morning(int month, int day)
{
    return riyadhInstant(QDate(2026, month, day), QTime(8, 0));
}

Case returnedOn(int month, int day)
{
    return applied(sampleCase(), sampleAct(ActType::Return, sampleOfficer()), morning(month, day));
}

} // namespace

class ApplyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActLeavesOneStepAndOneVersion_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("role");
        const auto row = [](ActType type, CaseStatus from, Role role) {
            QTest::newRow(qPrintable(wire::word(type)))
                << static_cast<int>(type) << static_cast<int>(from) << static_cast<int>(role);
        };
        row(ActType::Assign, CaseStatus::New, Role::SectionSupervisor);
        row(ActType::Start, CaseStatus::New, Role::Officer);
        row(ActType::Note, CaseStatus::InProgress, Role::Officer);
        row(ActType::Complete, CaseStatus::InProgress, Role::Officer);
        row(ActType::Return, CaseStatus::InProgress, Role::Officer);
        row(ActType::Resubmit, CaseStatus::Returned, Role::Beneficiary);
        row(ActType::Reject, CaseStatus::Escalated, Role::RegionSupervisor);
        row(ActType::Transfer, CaseStatus::New, Role::Officer);
        row(ActType::Escalate, CaseStatus::InProgress, Role::Officer);
        row(ActType::Reopen, CaseStatus::Rejected, Role::RegionSupervisor);
    }

    void everyActLeavesOneStepAndOneVersion()
    {
        QFETCH(int, type);
        QFETCH(int, from);
        QFETCH(int, role);
        const Case before = sampleCase(static_cast<CaseStatus>(from));
        const Act act = sampleAct(static_cast<ActType>(type), actorWith(static_cast<Role>(role)));
        const Instant later = sampleNow() + std::chrono::hours(2);
        const Case after = applied(before, act, later);
        QCOMPARE(after.version, before.version + 1);
        QCOMPARE(after.updatedAt, later);
        QCOMPARE(after.history.size(), before.history.size() + 1);
        QVERIFY(std::equal(before.history.begin(), before.history.end(), after.history.begin()));
        HistoryEntry expected;
        expected.act = act.id;
        expected.type = act.type;
        expected.actor = nameOf(act.actor);
        expected.role = act.actor.role;
        expected.at = later;
        expected.recordedAt = act.recordedAt;
        expected.from = before.status;
        expected.to = after.status;
        expected.reason = act.reason;
        expected.text = act.text;
        expected.reply = act.reply;
        expected.execution = act.execution;
        expected.toSection = act.toSection;
        expected.toSubService = act.toSubService;
        expected.toAssignee = act.toAssignee;
        QVERIFY(after.history.back() == expected);
    }

    void completing_data()
    {
        QTest::addColumn<bool>("proofAsked");
        QTest::addColumn<bool>("proofGiven");
        QTest::addColumn<QString>("reply"); // template, empty: none
        QTest::addColumn<QString>("result"); // status or error code
        const QString done = text("done");
        const QString accepted = text("accepted");
        const QString completed = text("completed");
        const QString waiting = text("awaiting_execution");
        QTest::newRow("asked, given, done") << true << true << done << completed;
        QTest::newRow("asked, given, accepted") << true << true << accepted << completed;
        QTest::newRow("asked, given, silent")
            << true << true << QString() << text("act.invalid.reply_missing");
        QTest::newRow("asked, not given, done")
            << true << false << done << text("act.invalid.reply_says_done");
        QTest::newRow("asked, not given, accepted") << true << false << accepted << waiting;
        QTest::newRow("asked, not given, silent") << true << false << QString() << waiting;
        QTest::newRow("not asked, given, done") << false << true << done << completed;
        QTest::newRow("not asked, given, accepted") << false << true << accepted << completed;
        QTest::newRow("not asked, given, silent")
            << false << true << QString() << text("act.invalid.reply_missing");
        QTest::newRow("not asked, not given, done") << false << false << done << completed;
        QTest::newRow("not asked, not given, accepted") << false << false << accepted << completed;
        QTest::newRow("not asked, not given, silent")
            << false << false << QString() << text("act.invalid.reply_missing");
    }

    void completing()
    {
        QFETCH(bool, proofAsked);
        QFETCH(bool, proofGiven);
        QFETCH(QString, reply);
        QFETCH(QString, result);
        Case theCase = sampleCase();
        theCase.subService = proofAsked ? text("residency.renewal") : text("residency.translated_name");
        QCOMPARE(needsExecutionProof(theCase, sampleReference()), proofAsked);
        Act act = sampleAct(ActType::Complete, sampleOfficer());
        if (!proofGiven)
            act.execution.reset();
        if (reply.isEmpty())
            act.reply.reset();
        else
            act.reply->templateCode = reply;
        const Result<Case> after = apply(theCase, act, sampleReference(), sampleNow());
        QCOMPARE(after ? wire::word(after->status) : after.error().code, result);
    }

    void theProofCompletesWhatWaitsForIt()
    {
        Act silent = sampleAct(ActType::Complete, sampleOfficer());
        silent.execution.reset();
        silent.reply.reset();
        const Case waiting = applied(sampleCase(), silent);
        QCOMPARE(waiting.status, CaseStatus::AwaitingExecution);
        QVERIFY(!waiting.history.back().reply);
        const Case done = applied(waiting, sampleAct(ActType::Complete, sampleOfficer()));
        QCOMPARE(done.status, CaseStatus::Completed);
        QCOMPARE(done.history.back().execution->operationNumber, QStringLiteral("9930017"));
    }

    void aSubServiceOfAnotherVersionAsksForTheProof()
    {
        QVERIFY(needsExecutionProof(sampleCaseOf("residency", "residency.later"), sampleReference()));
    }

    void aNoteChangesNothingElseAndTakesNothing()
    {
        Case expected = nobodysCase();
        const Case after = applied(nobodysCase(), sampleAct(ActType::Note, sampleOfficer()));
        expected.version = after.version;
        expected.updatedAt = after.updatedAt;
        expected.history = after.history;
        QVERIFY(after == expected);
    }

    void whoActsOnNobodysCaseTakesIt_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<int>("role");
        QTest::addColumn<QString>("assignee");
        const QString me = sampleOfficer().id.text();
        const auto row = [](const char *name, ActType type, Role role, const QString &assignee) {
            QTest::newRow(name) << static_cast<int>(type) << static_cast<int>(role) << assignee;
        };
        row("start", ActType::Start, Role::Officer, me);
        row("complete", ActType::Complete, Role::Officer, me);
        row("return", ActType::Return, Role::Officer, me);
        row("reject", ActType::Reject, Role::Officer, me);
        row("escalate", ActType::Escalate, Role::Officer, me);
        row("transfer gives it away again", ActType::Transfer, Role::Officer, {});
        row("a note takes nothing", ActType::Note, Role::Officer, {});
        row("a supervisor decides but does not own", ActType::Reject, Role::SectionSupervisor, {});
        row("a supervisor starts for nobody", ActType::Start, Role::RegionSupervisor, {});
    }

    void whoActsOnNobodysCaseTakesIt()
    {
        QFETCH(int, type);
        QFETCH(int, role);
        QFETCH(QString, assignee);
        const Actor actor = actorWith(static_cast<Role>(role));
        const Case after = applied(nobodysCase(), sampleAct(static_cast<ActType>(type), actor));
        QCOMPARE(after.assignee ? after.assignee->id.text() : QString(), assignee);
        QVERIFY(!after.assignee || *after.assignee == nameOf(actor));
    }

    void aSupervisorsActLeavesTheAssignee()
    {
        const Case after = applied(sampleCase(), sampleAct(ActType::Return, sampleSupervisor()));
        QVERIFY(after.assignee == nameOf(sampleOfficer()));
    }

    void assigningMovesTheCaseFromReachToReach()
    {
        const Case after = applied(sampleCase(), sampleAct(ActType::Assign, sampleSupervisor()));
        QVERIFY(after.assignee == nameOf(otherOfficer()));
        QCOMPARE(after.status, CaseStatus::InProgress);
        QVERIFY(!isWithinReach(after, sampleOfficer()));
        QVERIFY(isWithinReach(after, otherOfficer()));
    }

    void aTransferKeepsNumberAndClockAndClearsTheAssignee()
    {
        Case before = sampleCase();
        before.keyDates = { { text("absence_report"), QDate(2026, 11, 20) } };
        const Case after = applied(before, sampleAct(ActType::Transfer, sampleOfficer()));
        QCOMPARE(after.number, before.number);
        QVERIFY(after.id == before.id);
        QVERIFY(after.serviceDeadline == before.serviceDeadline);
        QCOMPARE(after.submittedAt, before.submittedAt);
        QCOMPARE(after.region, before.region);
        QCOMPARE(after.section, QStringLiteral("reports"));
        QCOMPARE(after.subService, QStringLiteral("reports.absence_cancel"));
        QVERIFY(!after.assignee);
        QCOMPARE(after.status, CaseStatus::New);
        QVERIFY(after.statutoryDeadline.has_value());
        QCOMPARE(after.statutoryDeadline->day, QDate(2026, 12, 5));
        QCOMPARE(after.statutoryDeadline->rule, QStringLiteral("absence_cancel_15"));
    }

    void aTransferDropsAStatutoryDateThatNoLongerApplies()
    {
        Case before = sampleCaseOf("reports", "reports.absence_cancel");
        before.keyDates = { { text("absence_report"), QDate(2026, 11, 20) } };
        before.statutoryDeadline = statutoryDeadlineOf(sampleReference(), before.subService, before.keyDates,
                                                       riyadhDate(before.submittedAt));
        QVERIFY(before.statutoryDeadline.has_value());
        Act act = sampleAct(ActType::Transfer, sampleOfficer());
        act.toSection = text("visit");
        act.toSubService = text("visit.multi_entry");
        QVERIFY(!applied(before, act).statutoryDeadline);
    }

    void aReopenedCaseIsInProgressWithItsOldAssigneeAndClock()
    {
        const Case closed = applied(sampleCase(), sampleAct(ActType::Reject, sampleOfficer()));
        const Case after = applied(closed, sampleAct(ActType::Reopen, sampleSupervisor()));
        QCOMPARE(after.status, CaseStatus::InProgress);
        QVERIFY(after.assignee == nameOf(sampleOfficer()));
        QVERIFY(after.serviceDeadline == closed.serviceDeadline);
    }

    void theAnswerOfTheBeneficiaryMovesThePromise_data()
    {
        QTest::addColumn<Instant>("answered");
        QTest::addColumn<QDate>("promised");
        // Submitted on Sunday 22 November, promised for Tuesday 1 December, returned on Tuesday 24.
        QTest::newRow("the same day") << morning(11, 24) << QDate(2026, 12, 1);
        QTest::newRow("the next day") << morning(11, 25) << QDate(2026, 12, 2);
        QTest::newRow("on Thursday") << morning(11, 26) << QDate(2026, 12, 3);
        QTest::newRow("on Friday") << morning(11, 27) << QDate(2026, 12, 3);
        QTest::newRow("on Saturday") << morning(11, 28) << QDate(2026, 12, 3);
        QTest::newRow("on Sunday") << morning(11, 29) << QDate(2026, 12, 6);
        QTest::newRow("a month later") << morning(12, 24) << QDate(2026, 12, 31);
        QTest::newRow("before the return, by a clock set back") << morning(11, 23) << QDate(2026, 12, 1);
    }

    void theAnswerOfTheBeneficiaryMovesThePromise()
    {
        QFETCH(Instant, answered);
        QFETCH(QDate, promised);
        const Case returned = returnedOn(11, 24);
        QCOMPARE(returned.serviceDeadline.day, QDate(2026, 12, 1));
        const Case after = applied(returned, sampleAct(ActType::Resubmit, sampleBeneficiary()), answered);
        QCOMPARE(after.status, CaseStatus::Resubmitted);
        QCOMPARE(after.serviceDeadline.day, promised);
        QCOMPARE(after.serviceDeadline.at, riyadhInstant(promised, QTime(14, 30)));
        QVERIFY(after.assignee == nameOf(sampleOfficer()));
    }

    void whereTheClockDoesNotPauseThePromiseStays()
    {
        Reference strict = sampleReference();
        strict.parameters.clockPausesWhileReturned = false;
        const Case returned = returnedOn(11, 24);
        const auto after =
            apply(returned, sampleAct(ActType::Resubmit, sampleBeneficiary()), strict, morning(12, 10));
        QVERIFY(after.has_value());
        QVERIFY(after->serviceDeadline == returned.serviceDeadline);
    }

    void eachPauseCountsOnceAndNotesDoNotRestartIt()
    {
        const Act back = sampleAct(ActType::Return, sampleOfficer());
        const Act note = sampleAct(ActType::Note, sampleOfficer());
        const Act answer = sampleAct(ActType::Resubmit, sampleBeneficiary());
        Case theCase = applied(sampleCase(), back, morning(11, 23));
        theCase = applied(theCase, note, morning(11, 24));
        theCase = applied(theCase, answer, morning(11, 25)); // two working days
        QCOMPARE(theCase.serviceDeadline.day, QDate(2026, 12, 3));
        theCase = applied(theCase, back, morning(11, 25));
        theCase = applied(theCase, answer, morning(11, 26)); // one more
        QCOMPARE(theCase.serviceDeadline.day, QDate(2026, 12, 6));
    }

    void aPauseWithoutItsStepInTheHistoryMovesNothing()
    {
        const Case bare = sampleCase(CaseStatus::Returned);
        const Case after = applied(bare, sampleAct(ActType::Resubmit, sampleBeneficiary()), morning(12, 10));
        QVERIFY(after.serviceDeadline == bare.serviceDeadline);
    }
};

QTEST_GUILESS_MAIN(ApplyTest)
#include "tst_apply.moc"

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The centre was restored from a backup: what it forgot takes effect again, once, and what it kept does not.
#include "models/sql/query.h"
#include "tests/support/opendirectly.h"
#include "tests/sync/enginestage.h"

#include <QtTest/QTest>

namespace tawasul {

using Link = SyncStatus::Link;

namespace {

std::vector<ActId> actsOf(const Case &theCase)
{
    std::vector<ActId> acts;
    for (const HistoryEntry &entry : theCase.history) {
        if (!entry.act.isEmpty())
            acts.push_back(entry.act);
    }
    return acts;
}

/// By somebody else, on the case as it was then.
Act escalationOf(const Case &before)
{
    Act act = sampleAct(ActType::Escalate, sampleSupervisor());
    act.id = ActId(QStringLiteral("019ab9d0-2f70-7aaa-8bbb-0000000000ff"));
    act.caseId = before.id;
    act.baseVersion = before.version;
    return act;
}

QByteArray epochHeader()
{
    return QByteArrayLiteral("Tawasul-Epoch");
}

} // namespace

class TestEpoch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatARestoredCentreForgotTakesEffectAgainOnceAndInOrder_data()
    {
        QTest::addColumn<int>("kept");  ///< acts that the backup has
        QTest::addColumn<bool>("away"); ///< the program was not running meanwhile
        QTest::newRow("it forgot all") << 0 << false;
        QTest::newRow("it kept the first") << 1 << false;
        QTest::newRow("it kept half") << 2 << false;
        QTest::newRow("it kept all") << 4 << false;
        QTest::newRow("it forgot all while the desk was away") << 0 << true;
        QTest::newRow("it kept half while the desk was away") << 2 << true;
    }
    void whatARestoredCentreForgotTakesEffectAgainOnceAndInOrder()
    {
        QFETCH(const int, kept);
        QFETCH(const bool, away);
        EngineStage stage;
        const Case first = officersCase(1, CaseStatus::New);
        const Case second = officersCase(2);
        stage.centre.put(first);
        stage.centre.put(second);
        stage.signIn();
        std::vector<ActId> acts;
        const std::vector<ActType> types{ActType::Start, ActType::Note, ActType::Escalate, ActType::Complete};
        for (std::size_t n = 0; n < types.size(); ++n) {
            if (static_cast<int>(n) == kept)
                stage.centre.backUp();
            acts.push_back(stage.record(types[n], first.id));
            QVERIFY(!acts.back().isEmpty());
            stage.passMinutes(2);
            QVERIFY(stage.isSettled(acts.back()));
        }
        if (kept == 4)
            stage.centre.backUp();
        const ActId note = stage.record(ActType::Note, second.id);
        stage.passMinutes(1);
        QVERIFY(stage.isSettled(note));
        const QByteArray receipt = receiptsOf(stage, second.id).at(0);

        if (away)
            stage.quit();
        stage.profile.clock().advance(std::chrono::hours(1));
        stage.centre.restoreFromBackup();
        QCOMPARE(stage.centre.effects.size(), std::size_t(kept));
        if (away)
            stage.signIn();
        stage.passMinutes(5);

        QCOMPARE(stage.states(), std::vector<OutboxState>{});
        QCOMPARE(stage.centre.effects.size(), std::size_t(5));
        QCOMPARE(actsOf(stage.centre.caseOf(first.id)), acts);
        QCOMPARE(actsOf(stage.centre.caseOf(second.id)), std::vector<ActId>{note});
        for (const CaseId &id : {first.id, second.id}) {
            QVERIFY(stage.truthOf(id) == stage.centre.caseOf(id));
            QVERIFY(stage.shownOf(id) == stage.centre.caseOf(id));
        }
        QCOMPARE(receiptsOf(stage, first.id).size(), std::size_t(4));
        QVERIFY(receiptsOf(stage, second.id).at(0) != receipt); // the restored centre's own
        QCOMPARE(stage.status.link, Link::Online);
        const int puts = stage.centre.count("PUT", QStringLiteral("/cases"));
        stage.passMinutes(10);
        QCOMPARE(stage.centre.count("PUT", QStringLiteral("/cases")), puts);
    }

    void aCursorThatMerelyExpiredSendsNothingAgain()
    {
        EngineStage stage;
        stage.centre.put(officersCase(1));
        stage.signIn();
        const ActId note = stage.record(ActType::Note, officersCase(1).id);
        stage.passMinutes(1);
        QVERIFY(stage.isSettled(note));
        bool isExpired = true;
        stage.centre.instead = [&isExpired](const TransportCall &call) -> std::optional<TransportReply> {
            if (call.path != QLatin1String("/changes") || !std::exchange(isExpired, false))
                return std::nullopt;
            return FakeCentre::problem(410, "feed.cursor_expired");
        };
        stage.passMinutes(5);
        QVERIFY(!isExpired);
        QCOMPARE(stage.centre.count("PUT", QStringLiteral("/cases")), 1);
    }

    void aStartOfTheProgramSendsNothingAgain()
    {
        EngineStage stage;
        stage.centre.put(officersCase(1));
        stage.signIn();
        stage.record(ActType::Note, officersCase(1).id);
        stage.passMinutes(1);
        stage.quit();
        stage.signIn();
        stage.passMinutes(5);
        QCOMPARE(stage.centre.count("PUT", QStringLiteral("/cases")), 1);
    }

    void whatTheRestoredCentreDoesNotTakeAgainIsParkedWithItsReason_data()
    {
        QTest::addColumn<int>("status"); ///< of the answer; 0: the centre judges
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<ParkReason>("reason");
        QTest::newRow("409") << 409 << QByteArray("act.illegal") << ParkReason::Refused;
        QTest::newRow("412") << 0 << QByteArray("act.stale") << ParkReason::Conflict;
        QTest::newRow("422") << 422 << QByteArray("act.invalid") << ParkReason::Refused;
        QTest::newRow("404") << 404 << QByteArray("case.unknown") << ParkReason::Refused;
    }
    void whatTheRestoredCentreDoesNotTakeAgainIsParkedWithItsReason()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, code);
        QFETCH(const ParkReason, reason);
        EngineStage stage;
        const Case before = officersCase(1);
        stage.centre.put(before);
        stage.signIn();
        stage.centre.backUp();
        const ActId act = stage.record(ActType::Complete, before.id);
        stage.passMinutes(2);
        QVERIFY(stage.isSettled(act));
        stage.centre.restoreFromBackup();
        if (status == 0) { // somebody decided the case anew before this desk was heard
            Act theirs = sampleAct(ActType::Reject, sampleOfficer());
            theirs.id = ActId(QStringLiteral("019ab9d0-2f70-7aaa-8bbb-000000000077"));
            theirs.caseId = before.id;
            theirs.baseVersion = before.version;
            QVERIFY(stage.centre.act(theirs));
        } else {
            stage.centre.instead = [=](const TransportCall &call) -> std::optional<TransportReply> {
                if (!call.path.startsWith(QLatin1String("/cases/")))
                    return std::nullopt;
                return FakeCentre::problem(status, code.constData());
            };
        }
        stage.passMinutes(5);
        const auto item = stage.itemOf(act);
        QVERIFY(item.has_value());
        QCOMPARE(item->state, OutboxState::Parked);
        QCOMPARE(item->parkReason, reason);
        QVERIFY(item->lastError.has_value());
        QCOMPARE(item->lastError->code.toLatin1(), code);
        QCOMPARE(stage.status.parked, 1);
    }

    // What was recorded meanwhile builds on what the centre forgot.
    void newWorkGoesBehindWhatIsSentAgain()
    {
        EngineStage stage;
        const Case before = officersCase(1, CaseStatus::New);
        stage.centre.put(before);
        stage.signIn();
        stage.centre.backUp();
        std::vector<ActId> acts{stage.record(ActType::Start, before.id)};
        stage.passMinutes(1);
        QVERIFY(stage.isSettled(acts.front()));
        stage.quit();
        stage.startOffline();
        acts.push_back(stage.record(ActType::Escalate, before.id));
        acts.push_back(stage.record(ActType::Complete, before.id));
        stage.passMinutes(5);
        stage.centre.restoreFromBackup();
        stage.engine->resume(stage.centre.signIn());
        stage.passMinutes(5);
        QCOMPARE(stage.states(), std::vector<OutboxState>{});
        QCOMPARE(actsOf(stage.centre.caseOf(before.id)), acts);
        QVERIFY(stage.truthOf(before.id) == stage.centre.caseOf(before.id));
    }

    // Its first word to the restored centre is a new act, which the centre would take as it comes.
    void whatIsRecordedAfterwardsDoesNotOvertakeWhatWasForgotten_data()
    {
        QTest::addColumn<bool>("isRestarted");
        QTest::newRow("the program runs on") << false;
        QTest::newRow("the program starts again") << true;
    }
    void whatIsRecordedAfterwardsDoesNotOvertakeWhatWasForgotten()
    {
        QFETCH(const bool, isRestarted);
        EngineStage stage;
        const Case before = officersCase(1);
        stage.centre.put(before);
        stage.signIn();
        stage.centre.backUp();
        std::vector<ActId> notes{stage.record(ActType::Note, before.id)};
        stage.passMinutes(1);
        QVERIFY(stage.isSettled(notes.front()));
        stage.centre.restoreFromBackup();
        if (isRestarted) {
            stage.quit();
            stage.startOffline();
        }
        // Nothing else tells of the new epoch before: these answers left before it began.
        stage.centre.spoils = [&stage](const TransportCall &call, TransportReply &reply) {
            if (!call.path.startsWith(QLatin1String("/cases/"))
                && stage.centre.count("PUT", QStringLiteral("/cases")) < 2)
                reply.headers.append({epochHeader(), "epoch-1"});
        };
        notes.push_back(stage.record(ActType::Note, before.id));
        if (isRestarted)
            stage.engine->resume(stage.centre.signIn());
        stage.passMinutes(5);
        QCOMPARE(actsOf(stage.centre.caseOf(before.id)), notes);
        QVERIFY(stage.isSettled(notes.back()));
    }

    // The answer left the old centre and was read after the new one had spoken.
    void aLateAcknowledgementOfTheOldEpochSettlesNothing()
    {
        EngineStage stage;
        const Case before = officersCase(1);
        stage.centre.put(before);
        stage.signIn();
        stage.centre.backUp();
        int late = 1;
        stage.centre.spoils = [&](const TransportCall &call, TransportReply &reply) {
            if (!call.path.startsWith(QLatin1String("/cases/")) || late-- <= 0)
                return;
            stage.centre.restoreFromBackup();
            reply.headers.append({epochHeader(), "epoch-1"});
            stage.engine->syncNow(); // another answer may overtake it
        };
        const ActId note = stage.record(ActType::Note, before.id);
        stage.passMinutes(5);
        QVERIFY(stage.isSettled(note));
        QCOMPARE(stage.centre.effects, std::vector<ActId>{note});
        QCOMPARE(actsOf(stage.centre.caseOf(before.id)), std::vector<ActId>{note});
        QVERIFY(stage.truthOf(before.id) == stage.centre.caseOf(before.id));
    }

    void ofTheOldEpochALateAnswerIsNoTruthAndNoEpochToReturnTo()
    {
        EngineStage stage;
        const Case before = officersCase(1);
        const Case other = officersCase(2);
        stage.centre.put(before);
        stage.centre.put(other);
        stage.signIn();
        const ActId settled = stage.record(ActType::Note, other.id);
        stage.passMinutes(1);
        QVERIFY(stage.isSettled(settled));
        stage.centre.backUp();
        QVERIFY(stage.centre.act(escalationOf(before))); // forgotten with the restore
        stage.engine->syncNow();
        stage.passMinutes(1);
        // Its answer tells of the case as it was before the restore, and comes when the new epoch is known.
        bool isLate = true;
        stage.centre.spoils = [&](const TransportCall &call, TransportReply &reply) {
            if (!call.path.startsWith(QLatin1String("/cases/")) || !std::exchange(isLate, false))
                return;
            stage.centre.restoreFromBackup();
            reply.headers.append({epochHeader(), "epoch-1"});
            stage.centre.latency = std::chrono::seconds(20);
            stage.network.postAfter(std::chrono::milliseconds(1), [&stage] {
                stage.centre.latency = std::chrono::milliseconds(10);
                stage.engine->syncNow();
            });
        };
        const ActId note = stage.record(ActType::Note, before.id);
        stage.passMinutes(5);
        QVERIFY(!isLate);
        QVERIFY(stage.isSettled(note));
        QVERIFY(stage.truthOf(before.id) == stage.centre.caseOf(before.id));
        QCOMPARE(actsOf(*stage.truthOf(before.id)), std::vector<ActId>{note});
        // Once for the new epoch; the late answer is no third one.
        QCOMPARE(stage.centre.count("PUT", QStringLiteral("/cases/") + other.id.text()), 2);
    }

    void aCentreWhoseClockIsAheadMakesNobodyForget()
    {
        EngineStage stage;
        const Case open = officersCase(1);
        const Case closed = officersCase(2, CaseStatus::Completed);
        stage.centre.put(open);
        stage.centre.put(closed);
        stage.signIn();
        stage.centre.backUp();
        const ActId note = stage.record(ActType::Note, open.id);
        stage.passMinutes(1);
        QVERIFY(stage.isSettled(note));
        stage.quit();
        stage.centre.spoils = [&stage](const TransportCall &, TransportReply &reply) {
            const Instant ahead = stage.profile.clock().now() + std::chrono::days(400);
            reply.headers.append({QByteArrayLiteral("Tawasul-Time"), toIso(ahead).toLatin1()});
        };
        stage.signIn();
        stage.passMinutes(5);
        stage.centre.spoils = {};
        stage.passMinutes(5);
        QVERIFY(stage.truthOf(closed.id).has_value());
        stage.centre.restoreFromBackup();
        stage.passMinutes(5);
        QCOMPARE(stage.centre.effects, std::vector<ActId>{note});
        QVERIFY(stage.isSettled(note));
    }

    void referenceDataThatTheRestoredCentreForgotIsGivenUp()
    {
        EngineStage stage;
        stage.centre.put(officersCase(1));
        stage.signIn();
        const QString before = stage.profile.store().reference()->version;
        stage.centre.publishReference(QStringLiteral("2027-01"), QStringLiteral("0.1.0"));
        stage.passMinutes(1);
        QCOMPARE(stage.profile.store().reference()->version, QStringLiteral("2027-01"));
        stage.centre.restoreFromBackup();
        stage.centre.publishReference(before, QStringLiteral("0.1.0"));
        stage.passMinutes(1);
        QCOMPARE(stage.profile.store().reference()->version, before);
        stage.quit();
        stage.startOffline();
        QCOMPARE(stage.profile.store().reference()->version, before);
    }

    void aJournalThatCannotTakeNoteIsAskedAgain()
    {
        EngineStage stage;
        stage.centre.put(officersCase(1));
        stage.signIn();
        stage.centre.backUp();
        const ActId note = stage.record(ActType::Note, officersCase(1).id);
        stage.passMinutes(1);
        QVERIFY(stage.isSettled(note));
        runDirectly(stage,
                    QStringLiteral("CREATE TRIGGER stuck BEFORE INSERT ON centre_epoch BEGIN"
                                   " SELECT RAISE(ABORT, 'stuck'); END"));
        stage.centre.restoreFromBackup();
        stage.passMinutes(2);
        QCOMPARE(stage.status.link, Link::Failing);
        QVERIFY(stage.isSettled(note)); // all of it or nothing
        runDirectly(stage, QStringLiteral("DROP TRIGGER stuck"));
        stage.passMinutes(5);
        QCOMPARE(stage.status.link, Link::Online);
        QVERIFY(stage.isSettled(note));
        QCOMPARE(stage.centre.effects, std::vector<ActId>{note});
    }

    void afterNinetyDaysThePayloadGoesAndNothingIsSentAgain_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("effects"); ///< after the centre forgot all
        QTest::newRow("89 days") << 89 << 1;
        QTest::newRow("91 days") << 91 << 0;
    }
    void afterNinetyDaysThePayloadGoesAndNothingIsSentAgain()
    {
        QFETCH(const int, days);
        QFETCH(const int, effects);
        EngineStage stage;
        const Case before = officersCase(1);
        stage.centre.put(before);
        stage.signIn();
        stage.centre.backUp();
        const ActId note = stage.record(ActType::Note, before.id);
        stage.passMinutes(1);
        QVERIFY(stage.isSettled(note));
        stage.quit();
        stage.profile.clock().advance(std::chrono::days(days));
        stage.signIn();
        stage.passMinutes(1);
        QCOMPARE(stage.itemOf(note).has_value(), effects == 1);
        QCOMPARE(receiptsOf(stage, before.id).size(), std::size_t(1));
        stage.centre.restoreFromBackup();
        stage.passMinutes(5);
        QCOMPARE(stage.centre.effects.size(), static_cast<std::size_t>(effects));
        QCOMPARE(stage.states(), std::vector<OutboxState>{});
    }

    // The restored centre counts on from its backup: the version that the officer saw is another one there.
    void aVersionOfAnotherEpochIsNotTakenForTheSame()
    {
        EngineStage stage;
        const Case before = officersCase(1);
        stage.centre.put(before);
        stage.signIn();
        stage.centre.backUp();
        Act seen = sampleAct(ActType::Note, sampleSupervisor());
        seen.caseId = before.id;
        QVERIFY(stage.centre.act(seen));
        stage.passMinutes(1);
        QCOMPARE(stage.truthOf(before.id)->version, before.version + 1);
        stage.centre.isDown = true;
        const ActId mine = stage.record(ActType::Complete, before.id);
        stage.passMinutes(2);
        stage.centre.restoreFromBackup();
        QVERIFY(stage.centre.act(escalationOf(before)));
        QCOMPARE(stage.centre.caseOf(before.id).version, before.version + 1);
        stage.centre.isDown = false;
        stage.centre.instead = [](const TransportCall &call) -> std::optional<TransportReply> {
            if (call.path == QLatin1String("/changes"))
                return FakeCentre::problem(503, "centre.busy"); // the desk has only what it had
            return std::nullopt;
        };
        stage.passMinutes(10);
        QCOMPARE(stage.centre.caseOf(before.id).status, CaseStatus::Escalated);
        QVERIFY(stage.itemOf(mine));
        QCOMPARE(stage.itemOf(mine)->parkReason, ParkReason::Conflict);
    }

    // A page that was read before the restore may arrive in the moment in which the new epoch is met.
    void aPageOfTheEpochBeforeDoesNotVouchForThisOne()
    {
        for (std::uint64_t seed = 1; seed <= 60; ++seed) {
            EngineStage stage(seed);
            const Case before = officersCase(1);
            stage.centre.put(before);
            QByteArray page;
            stage.centre.spoils = [&page](const TransportCall &call, const TransportReply &reply) {
                if (call.path == QLatin1String("/changes"))
                    page = reply.body;
            };
            stage.signIn();
            stage.centre.backUp();
            Act seen = sampleAct(ActType::Note, sampleSupervisor());
            seen.caseId = before.id;
            QVERIFY(stage.centre.act(seen));
            stage.passMinutes(2);
            QCOMPARE(stage.truthOf(before.id)->version, before.version + 1);
            const auto moment = [&stage] { return stage.profile.clock().monotonic(); };
            std::optional<std::chrono::milliseconds> arrival; // of both answers
            bool isPageTold = false;
            stage.centre.instead = [&](const TransportCall &call) -> std::optional<TransportReply> {
                stage.centre.latency = std::chrono::milliseconds(10);
                if (call.path.startsWith(QLatin1String("/cases/")) && !arrival) {
                    arrival = moment() + std::chrono::seconds(3);
                    stage.centre.latency = *arrival - moment();
                    TransportReply reply = FakeCentre::problem(503, "centre.busy");
                    reply.headers.append({epochHeader(), QByteArrayLiteral("epoch-2")});
                    return reply;
                }
                if (call.path != QLatin1String("/changes") || !arrival)
                    return std::nullopt;
                if (std::exchange(isPageTold, true)) // the desk has only what it had
                    return FakeCentre::problem(503, "centre.busy");
                stage.centre.latency = *arrival - moment();
                TransportReply reply = FakeCentre::answer(200, page);
                reply.headers.append({epochHeader(), QByteArrayLiteral("epoch-1")});
                return reply;
            };
            const ActId mine = stage.record(ActType::Complete, before.id);
            for (int steps = 0; steps < 12'000 && !arrival; ++steps)
                stage.pass(std::chrono::milliseconds(10));
            QVERIFY(arrival);
            stage.centre.latency = std::chrono::milliseconds(10); // of the way there
            stage.engine->syncNow();
            stage.pass(std::chrono::seconds(1));
            QVERIFY(isPageTold);
            stage.centre.restoreFromBackup();
            QVERIFY(stage.centre.act(escalationOf(before)));
            QCOMPARE(stage.centre.caseOf(before.id).version, before.version + 1);
            stage.passMinutes(10);
            QCOMPARE(stage.centre.caseOf(before.id).status, CaseStatus::Escalated);
            QVERIFY(stage.itemOf(mine));
            QCOMPARE(stage.itemOf(mine)->parkReason, ParkReason::Conflict);
        }
    }

    // The program ended eight times while the act was under way; that is no reason to let it wait minutes for
    // the journal to learn an epoch.
    void whatIsAnsweredBeforeTheEpochIsMetGoesAgainWithinSeconds()
    {
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            EngineStage stage(seed);
            const Case before = officersCase(1);
            stage.centre.put(before);
            stage.signIn();
            const ActId mine = stage.record(ActType::Complete, before.id);
            stage.centre.isMute = true;
            stage.passMinutes(2);
            for (int ends = 0; ends < 8; ++ends) {
                stage.quit();
                stage.signIn();
                stage.pass(std::chrono::seconds(1));
            }
            stage.quit();
            Act note = sampleAct(ActType::Note, sampleSupervisor());
            note.caseId = before.id;
            QVERIFY(stage.centre.act(note));
            stage.centre.isMute = false;
            stage.signIn();
            stage.pass(std::chrono::seconds(10));
            QVERIFY2(stage.isSettled(mine), qPrintable(QStringLiteral("seed %1").arg(seed)));
        }
    }

private:
    static std::vector<QByteArray> receiptsOf(EngineStage &stage, const CaseId &id)
    {
        std::vector<QByteArray> receipts;
        stage.profile.store().withJournal(
            [&receipts, id](Journal &journal) { receipts = journal.receipts(id).value(); });
        stage.run();
        return receipts;
    }

    static void runDirectly(EngineStage &stage, const QString &sql)
    {
        Database direct = openDirectly(stage.profile.file(QStringLiteral("journal.sqlite")));
        const Outcome run = runStatement(direct, sql);
        if (!run)
            qFatal("%s", qPrintable(run.error().detail));
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestEpoch)
#include "tst_epoch.moc"

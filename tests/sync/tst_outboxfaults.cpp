// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is recorded leaves once and in order, whatever goes at whatever moment: answers, the centre, the disk,
// the program.
#include "tests/support/faultvfs.h"
#include "tests/sync/enginestage.h"

#include <QtTest/QTest>

namespace tawasul {

using Link = SyncStatus::Link;
using States = std::vector<OutboxState>;

namespace {

bool isPut(const TransportCall &call)
{
    return call.method == "PUT" && call.path.startsWith(QLatin1String("/cases/"));
}

std::vector<TransportCall> putsOf(const FakeCentre &centre)
{
    std::vector<TransportCall> puts;
    std::copy_if(centre.calls.begin(), centre.calls.end(), std::back_inserter(puts), isPut);
    return puts;
}

} // namespace

class TestOutboxFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLostAnswerIsAskedForAgainWithTheSameBytes()
    {
        EngineStage stage;
        const Case before = officersCase(1);
        stage.centre.put(before);
        stage.signIn();
        int lost = 3;
        stage.centre.losesAnswerTo = [&lost](const TransportCall &call) { return isPut(call) && lost-- > 0; };
        const ActId act = stage.record(ActType::Complete, before.id);
        stage.passMinutes(3);
        QVERIFY(stage.isSettled(act));
        QCOMPARE(stage.centre.effects, std::vector<ActId>{act});
        const auto puts = putsOf(stage.centre);
        QCOMPARE(puts.size(), std::size_t(4));
        for (const TransportCall &put : puts) {
            QCOMPARE(put.body, puts.front().body);
            QCOMPARE(put.path, puts.front().path);
        }
        QCOMPARE(*stage.shownOf(before.id), stage.centre.caseOf(before.id));
    }

    void anAnswerThatNeverComesDoesNotLeaveTheActInSending_data()
    {
        QTest::addColumn<bool>("drips");
        QTest::newRow("silence") << false;
        QTest::newRow("an answer without an end") << true;
    }
    void anAnswerThatNeverComesDoesNotLeaveTheActInSending()
    {
        QFETCH(const bool, drips);
        EngineStage stage;
        const Case before = officersCase(1);
        stage.centre.put(before);
        stage.signIn();
        stage.centre.isMute = !drips;
        stage.centre.drips = drips;
        const ActId act = stage.record(ActType::Note, before.id);
        stage.pass(std::chrono::seconds(20));
        QCOMPARE(stage.itemOf(act)->state, OutboxState::Sending);
        stage.passMinutes(2);
        QCOMPARE(stage.itemOf(act)->state, OutboxState::Waiting);
        QCOMPARE(stage.status.link, Link::Offline);
        stage.centre.isMute = false;
        stage.centre.drips = false;
        stage.passMinutes(10);
        QVERIFY(stage.isSettled(act));
        QCOMPARE(stage.centre.effects.size(), std::size_t(1));
    }

    void everythingGoesOnAfterQuittingAnywhere()
    {
        // Quits after each number of steps, from recording on: nothing may stick, be lost or be done twice.
        for (int steps = 0; steps < 60; ++steps) {
            EngineStage stage(static_cast<std::uint64_t>(steps) + 1);
            const Case before = officersCase(1, CaseStatus::New);
            stage.centre.put(before);
            stage.signIn();
            const ActId first = stage.record(ActType::Start, before.id);
            const ActId second = stage.record(ActType::Note, before.id);
            stage.profile.clock().advance(std::chrono::milliseconds(10));
            for (int i = 0; i < steps; ++i) {
                if (!stage.profile.scheduler().runOne())
                    stage.profile.clock().advance(std::chrono::milliseconds(10));
            }
            stage.quit();
            stage.signIn();
            stage.passMinutes(2);
            QCOMPARE(stage.centre.effects, (std::vector<ActId>{first, second}));
            QCOMPARE(stage.states(), States{});
            QCOMPARE(*stage.shownOf(before.id), stage.centre.caseOf(before.id));
        }
    }

    void theEngineMayGoWhileTheStoreStays()
    {
        EngineStage stage;
        const Case before = officersCase(1);
        stage.centre.put(before);
        stage.signIn();
        stage.centre.isMute = true;
        const ActId act = stage.record(ActType::Note, before.id);
        stage.pass(std::chrono::seconds(1));
        QCOMPARE(stage.itemOf(act)->state, OutboxState::Sending);
        stage.engine.reset();
        stage.centre.isMute = false;
        stage.engine =
            std::make_unique<SyncEngine>(stage.profile.store(), stage.centre, stage.network,
                                         stage.profile.executors().gui, stage.profile.clock(), stage.random);
        stage.engine->start(stage.centre.signIn());
        stage.pass(std::chrono::seconds(2));
        QVERIFY(stage.isSettled(act));
    }

    void aFullDiskLosesNoAcknowledgement_data()
    {
        QTest::addColumn<int>("steps");
        for (int steps = 0; steps < 40; steps += 3)
            QTest::addRow("after %d steps", steps) << steps;
    }
    void aFullDiskLosesNoAcknowledgement()
    {
        QFETCH(const int, steps);
        FaultVfs disk;
        EngineStage stage(3, disk.name());
        const Case before = officersCase(1);
        stage.centre.put(before);
        stage.signIn();
        const ActId act = stage.record(ActType::Note, before.id);
        for (int i = 0; i < steps; ++i) {
            if (!stage.profile.scheduler().runOne())
                stage.profile.clock().advance(std::chrono::milliseconds(10));
        }
        disk.arm({Fault::Call::Write, 1, Fault::Kind::Full, true});
        const std::size_t calls = stage.centre.calls.size();
        stage.passMinutes(2);
        QVERIFY(stage.centre.calls.size() - calls < 40); // it does not knock on a full disk without pause
        disk.disarm();
        stage.passMinutes(12);
        QVERIFY(stage.isSettled(act));
        QCOMPARE(stage.centre.effects, std::vector<ActId>{act});
        QCOMPARE(stage.status.link, Link::Online);
        QCOMPARE(*stage.shownOf(before.id), stage.centre.caseOf(before.id));
        stage.quit();
    }

    void aClockSetBackHoldsNothingUp()
    {
        EngineStage stage;
        const Case before = officersCase(1);
        stage.centre.put(before);
        stage.signIn();
        const ActId act = stage.record(ActType::Complete, before.id);
        stage.profile.clock().setWall(sampleNow() - std::chrono::hours(24 * 40));
        stage.engine->outboxChanged();
        stage.passMinutes(2);
        QVERIFY(stage.isSettled(act));
    }

    void aDayWithoutTheCentreDrainsByItselfWhenItReturns()
    {
        EngineStage stage;
        std::vector<CaseId> ids;
        for (int n = 1; n <= 20; ++n) {
            stage.centre.put(officersCase(n, CaseStatus::New));
            ids.push_back(officersCase(n).id);
        }
        stage.signIn();
        stage.centre.isDown = true;
        stage.passMinutes(1);
        QCOMPARE(stage.status.link, Link::Offline);
        std::vector<std::vector<ActId>> lanes;
        for (const CaseId &id : ids)
            lanes.push_back({stage.record(ActType::Start, id), stage.record(ActType::Note, id),
                             stage.record(ActType::Complete, id)});
        stage.pass(std::chrono::hours(24));
        const int before = stage.centre.count("PUT", QStringLiteral("/cases"));
        QVERIFY2(before <= 4, qPrintable(QString::number(before))); // nobody knocks on a closed door all day
        stage.centre.isDown = false;
        stage.passMinutes(2);
        QCOMPARE(stage.states(), States{});
        QCOMPARE(stage.status.link, Link::Online);
        QCOMPARE(stage.centre.effects.size(), std::size_t(60));
        for (std::size_t i = 0; i < ids.size(); ++i) {
            std::vector<ActId> done;
            for (const HistoryEntry &entry : stage.centre.caseOf(ids[i]).history) {
                if (!entry.act.isEmpty())
                    done.push_back(entry.act);
            }
            QCOMPARE(done, lanes[i]);
        }
    }

    void aCaseThatLeftDoesNotComeBackWithTheAnswer()
    {
        EngineStage stage;
        const Case before = officersCase(1);
        stage.centre.put(before);
        stage.signIn();
        int lost = 1;
        stage.centre.losesAnswerTo = [&lost](const TransportCall &call) { return isPut(call) && lost-- > 0; };
        const ActId act = stage.record(ActType::Complete, before.id);
        stage.pass(std::chrono::milliseconds(60'100));
        QCOMPARE(stage.centre.effects.size(), std::size_t(1));
        stage.centre.remove(before.id);
        stage.engine->syncNow();
        stage.passMinutes(3);
        QVERIFY(stage.isSettled(act));
        QVERIFY(!stage.truthOf(before.id).has_value());
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestOutboxFaults)
#include "tst_outboxfaults.moc"

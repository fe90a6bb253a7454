// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/jsonreader.h"
#include "tests/support/faultvfs.h"
#include "tests/sync/enginestage.h"

#include <QtTest/QTest>

namespace tawasul {

using Link = SyncStatus::Link;

namespace {

bool asksForChanges(const TransportCall &call)
{
    return call.path == QLatin1String("/changes");
}

// Answers each question for changes with this while `on`.
auto answersChanges(const bool &on, const TransportReply &reply)
{
    return [&on, reply](const TransportCall &call) -> std::optional<TransportReply> {
        if (!on || !asksForChanges(call))
            return std::nullopt;
        return reply;
    };
}

std::size_t rowsOf(EngineStage &stage)
{
    const WorklistPtr list = stage.profile.store().worklist();
    return list ? list->entries.size() : 0;
}

} // namespace

class TestFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstSignInFetchesReferenceThenEverything()
    {
        EngineStage stage;
        for (int n = 1; n <= 25; ++n)
            stage.centre.put(officersCase(n));
        stage.centre.pageSize = 4;
        stage.signIn();
        QCOMPARE(rowsOf(stage), std::size_t(25));
        QVERIFY(stage.profile.store().reference() != nullptr);
        QCOMPARE(stage.status.link, Link::Online);
        QVERIFY(!stage.status.filling);
        QVERIFY(stage.status.completeAt.has_value());
        QCOMPARE(stage.centre.calls.front().path, QStringLiteral("/reference"));
        QCOMPARE(stage.centre.count("GET", QStringLiteral("/changes")), 7);
        QVERIFY(stage.serverTime.has_value());
        QCOMPARE(stage.links, (std::vector<Link>{Link::Connecting, Link::Online}));
        for (int n = 1; n <= 25; ++n)
            QCOMPARE(*stage.truthOf(officersCase(n).id), stage.centre.caseOf(officersCase(n).id));
    }

    void fillingIsToldWithItsCount()
    {
        EngineStage stage;
        for (int n = 1; n <= 10; ++n)
            stage.centre.put(officersCase(n));
        stage.centre.pageSize = 2;
        int most = 0;
        bool wasFilling = false;
        stage.startOffline();
        QObject::connect(&stage.engine->news(), &SyncNews::statusChanged, &stage.engine->news(),
                         [&](const SyncStatus &status) {
                             wasFilling = wasFilling || status.filling;
                             most = std::max(most, status.fetched);
                         });
        stage.engine->resume(stage.centre.signIn());
        stage.pass(std::chrono::seconds(1));
        QVERIFY(wasFilling);
        QCOMPARE(most, 10);
        QCOMPARE(rowsOf(stage), std::size_t(10));
    }

    void pollsAtTheRateOfTheReferenceData()
    {
        EngineStage stage;
        stage.signIn();
        const int before = stage.centre.count("GET", QStringLiteral("/changes"));
        stage.passMinutes(10);
        const int polls = stage.centre.count("GET", QStringLiteral("/changes")) - before;
        // Every 15 s, a fifth more or less.
        QVERIFY2(polls >= 33 && polls <= 50, qPrintable(QString::number(polls)));
        QCOMPARE(stage.centre.count("GET", QStringLiteral("/reference")), 1);
    }

    void whatChangesArrivesAndWhatLeavesGoes()
    {
        EngineStage stage;
        stage.centre.put(officersCase(1));
        stage.centre.put(officersCase(2));
        stage.signIn();
        Act note = sampleAct(ActType::Note, sampleSupervisor());
        note.caseId = officersCase(1).id;
        stage.centre.act(note);
        stage.centre.remove(officersCase(2).id);
        stage.centre.put(officersCase(3));
        stage.engine->syncNow();
        stage.pass(std::chrono::seconds(1));
        QCOMPARE(*stage.truthOf(officersCase(1).id), stage.centre.caseOf(officersCase(1).id));
        QVERIFY(!stage.truthOf(officersCase(2).id));
        QVERIFY(stage.truthOf(officersCase(3).id).has_value());
    }

    void truthIsTakenAtOnceAndPendingActsAreFoldedAgain()
    {
        EngineStage stage;
        stage.centre.put(officersCase(1));
        stage.signIn();
        stage.record(ActType::Complete, officersCase(1).id);
        Act note = sampleAct(ActType::Note, sampleSupervisor());
        note.caseId = officersCase(1).id;
        stage.centre.act(note);
        stage.engine->syncNow();
        stage.pass(std::chrono::seconds(1));
        QCOMPARE(stage.truthOf(officersCase(1).id)->version, 4);
        QCOMPARE(stage.shownOf(officersCase(1).id)->status, CaseStatus::Completed);
    }

    void anExpiredCursorRebuildsAndKeepsWhatWaits()
    {
        EngineStage stage;
        for (int n = 1; n <= 6; ++n)
            stage.centre.put(officersCase(n));
        stage.signIn();
        const ActId act = stage.record(ActType::Complete, officersCase(1).id);
        stage.centre.remove(officersCase(6).id);
        stage.centre.restoreFromBackup();
        stage.centre.pageSize = 2;
        stage.engine->syncNow();
        stage.pass(std::chrono::seconds(2));
        QCOMPARE(rowsOf(stage), std::size_t(5));
        QCOMPARE(stage.shownOf(officersCase(1).id)->status, CaseStatus::Completed);
        QVERIFY(!stage.truthOf(officersCase(6).id));
        QVERIFY(!stage.status.filling);
        stage.passMinutes(2);
        QVERIFY(stage.isSettled(act));
    }

    void aCentreThatAlwaysSaysExpiredIsNotAskedForEver()
    {
        EngineStage stage;
        stage.signIn();
        const bool on = true;
        stage.centre.instead = answersChanges(on, FakeCentre::problem(410, "feed.cursor_expired"));
        const std::size_t before = stage.centre.calls.size();
        stage.passMinutes(5);
        QVERIFY(stage.centre.calls.size() - before < 20);
        QCOMPARE(stage.status.link, Link::Failing);
    }

    void newerReferenceDataIsFetchedWhenTheFeedTellsOfIt()
    {
        EngineStage stage;
        stage.signIn();
        stage.centre.publishReference(QStringLiteral("2026-12"), QStringLiteral("0.1.0"));
        stage.engine->syncNow();
        stage.pass(std::chrono::seconds(1));
        QCOMPARE(stage.profile.store().reference()->version, QStringLiteral("2026-12"));
        QVERIFY(stage.profile.store().reference(QStringLiteral("2026-11")) != nullptr);
        stage.passMinutes(2);
        QCOMPARE(stage.centre.count("GET", QStringLiteral("/reference")), 2);
    }

    void wordOfNewerReferenceDataIsNotLostWhenTheProgramEndsBeforeItIsFetched()
    {
        EngineStage stage;
        stage.signIn();
        stage.centre.instead = [](const TransportCall &call) -> std::optional<TransportReply> {
            if (call.path != QLatin1String("/reference"))
                return std::nullopt;
            return FakeCentre::problem(503, "centre.busy");
        };
        stage.centre.publishReference(QStringLiteral("2026-12"), QStringLiteral("0.1.0"));
        stage.passMinutes(1);
        QCOMPARE(stage.profile.store().reference()->version, QStringLiteral("2026-11"));
        stage.quit();
        stage.centre.instead = {};
        stage.signIn();
        stage.passMinutes(1);
        QCOMPARE(stage.profile.store().reference()->version, QStringLiteral("2026-12"));
    }

    void aProgramTooOldWaitsAndGoesOnWhenItIsAcceptedAgain()
    {
        EngineStage stage;
        stage.centre.put(officersCase(1));
        stage.signIn();
        stage.centre.publishReference(QStringLiteral("2026-12"), QStringLiteral("99.0"));
        stage.engine->syncNow();
        stage.pass(std::chrono::seconds(1));
        QCOMPARE(stage.status.link, Link::TooOld);
        QCOMPARE(stage.status.problem->code, QStringLiteral("desk.too_old"));
        const ActId act = stage.record(ActType::Note, officersCase(1).id);
        stage.passMinutes(2);
        QCOMPARE(stage.itemOf(act)->state, OutboxState::Waiting);
        QCOMPARE(stage.centre.count("PUT", QStringLiteral("/cases")), 0);
        stage.centre.publishReference(QStringLiteral("2026-13"), QStringLiteral("0.1.0"));
        stage.passMinutes(20);
        QCOMPARE(stage.status.link, Link::Online);
        QVERIFY(stage.isSettled(act));
    }

    void aVersionThatGoesBackIsLeftAlone()
    {
        EngineStage stage;
        Case newer = officersCase(1);
        newer.version = 9;
        stage.centre.put(newer);
        stage.signIn();
        stage.centre.put(officersCase(1)); // version 3
        stage.engine->syncNow();
        QTest::ignoreMessage(QtWarningMsg, "1 cases came with an older version than the one kept");
        stage.pass(std::chrono::seconds(1));
        QCOMPARE(stage.truthOf(newer.id)->version, 9);
        QCOMPARE(stage.status.link, Link::Online);
    }

    void aPageThatMakesNoSenseIsRefusedAsAWhole_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        const QString malformed = QStringLiteral("wire.malformed");
        QTest::newRow("a portal") << 200 << QByteArray("<html>Sign in</html>") << malformed;
        QTest::newRow("nothing") << 200 << QByteArray() << malformed;
        QTest::newRow("a redirection") << 302 << QByteArray() << malformed;
        QTest::newRow("a good line and a bad one")
            << 200
            << QByteArray(R"({"changes":[{"kind":"removed","case_id":"a"},{"kind":"case","case":{}}],)"
                          R"("more":false,"next_cursor":"1/99"})")
            << malformed;
        QTest::newRow("more, but no further")
            << 200 << QByteArray(R"({"changes":[],"more":true,"next_cursor":"1/2"})") << malformed;
        QTest::newRow("trouble") << 500 << FakeCentre::problem(500, "centre.trouble").body
                                 << QStringLiteral("centre.trouble");
    }
    void aPageThatMakesNoSenseIsRefusedAsAWhole()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, code);
        EngineStage stage;
        stage.centre.put(officersCase(1));
        stage.centre.put(officersCase(2));
        stage.signIn();
        bool on = true;
        stage.centre.instead = answersChanges(on, FakeCentre::answer(status, body));
        stage.centre.put(officersCase(3));
        stage.engine->syncNow();
        stage.pass(std::chrono::seconds(1));
        QCOMPARE(stage.status.link, Link::Failing);
        QCOMPARE(stage.status.problem->code, code);
        QCOMPARE(rowsOf(stage), std::size_t(2));
        const std::size_t before = stage.centre.calls.size();
        stage.passMinutes(10);
        QVERIFY2(stage.centre.calls.size() - before < 15,
                 qPrintable(QString::number(stage.centre.calls.size())));
        on = false;
        stage.passMinutes(6);
        QCOMPARE(stage.status.link, Link::Online);
        QCOMPARE(rowsOf(stage), std::size_t(3));
    }

    void offlineIsToldWithItsBeginningAndEndsByItself()
    {
        EngineStage stage;
        stage.centre.put(officersCase(1));
        stage.signIn();
        stage.centre.isDown = true;
        stage.passMinutes(1);
        QCOMPARE(stage.status.link, Link::Offline);
        const auto since = stage.status.since;
        QVERIFY(since.has_value());
        const auto completeAt = stage.status.completeAt;
        stage.passMinutes(30);
        QCOMPARE(stage.status.since, since);
        QCOMPARE(stage.status.completeAt, completeAt);
        stage.centre.isDown = false;
        stage.passMinutes(1); // it knocks at least once a minute
        QCOMPARE(stage.status.link, Link::Online);
    }

    void aFullDiskIsToldAndTheFeedGoesOnWhenThereIsRoom()
    {
        FaultVfs disk;
        EngineStage stage(1, disk.name());
        for (int n = 1; n <= 6; ++n)
            stage.centre.put(officersCase(n));
        stage.signIn();
        disk.arm({Fault::Call::Write, 1, Fault::Kind::Full, true});
        for (int n = 7; n <= 12; ++n)
            stage.centre.put(officersCase(n));
        stage.centre.pageSize = 2;
        stage.engine->syncNow();
        stage.passMinutes(3);
        QVERIFY(disk.struck());
        QCOMPARE(stage.status.link, Link::Failing);
        QCOMPARE(stage.status.problem->kind, Error::Kind::Full);
        QCOMPARE(rowsOf(stage), std::size_t(6));
        disk.disarm();
        stage.passMinutes(6);
        QCOMPARE(stage.status.link, Link::Online);
        QCOMPARE(rowsOf(stage), std::size_t(12));
        stage.quit();
    }

    void theEngineMayGoAtAnyMoment()
    {
        for (int steps = 0; steps < 120; ++steps) {
            EngineStage stage(static_cast<std::uint64_t>(steps) + 7);
            for (int n = 1; n <= 5; ++n)
                stage.centre.put(officersCase(n));
            stage.centre.pageSize = 1;
            stage.startOffline();
            stage.engine->resume(stage.centre.signIn());
            for (int i = 0; i < steps; ++i) {
                if (!stage.profile.scheduler().runOne())
                    stage.profile.clock().advance(std::chrono::milliseconds(5));
            }
            stage.engine.reset();
            stage.pass(std::chrono::minutes(20)); // answers and alarms that are still on their way
            QVERIFY(rowsOf(stage) <= 5);
        }
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestFeed)
#include "tst_feed.moc"

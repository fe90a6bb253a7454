// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/query.h"
#include "models/store/headerquestions.h"
#include "tests/support/opendirectly.h"
#include "tests/sync/supervisorstage.h"

#include <QtTest/QTest>

namespace tawasul {

using Link = SyncStatus::Link;

namespace {

constexpr int kCases = 12;

std::size_t rowsOf(EngineStage &stage)
{
    const WorklistPtr list = stage.profile.store().worklist();
    return list ? list->entries.size() : 0;
}

/// A column of the wrong type is what a damaged page looks like to whoever writes beside it.
void damage(EngineStage &stage)
{
    Database direct = openDirectly(stage.profile.file(QStringLiteral("cache.sqlite")));
    QVERIFY(runStatement(direct, QStringLiteral("UPDATE case_row SET version = 'x', flags = 'x'")));
}

void meetTheDamage(EngineStage &stage)
{
    const qint64 row = stage.profile.store().worklist()->entries.front().row;
    stage.profile.store().withReader([row](CacheReader &reader) { QVERIFY(!reader.heads({row})); });
    stage.run();
    QVERIFY(stage.profile.store().isCacheDoubted());
}

bool hasReference(EngineStage &stage)
{
    bool has = false;
    stage.profile.store().withCache([&has](Cache &cache) {
        const auto newest = cache.newestReference();
        has = newest && *newest;
    });
    stage.run();
    return has;
}

} // namespace

/// A desk whose cache turns out damaged goes on without being started again.
class TestDamagedCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPageThatMeetsTheDamageIsFollowedByEverythingAnew()
    {
        EngineStage stage;
        begin(stage);
        damage(stage);
        stage.centre.put(officersCase(1, CaseStatus::Escalated));
        stage.engine->syncNow();
        stage.passMinutes(2);
        isWhole(stage);
        QCOMPARE(stage.truthOf(officersCase(1).id)->status, CaseStatus::Escalated);
    }

    void whatAScreenMetIsHealedWithTheNextPoll()
    {
        EngineStage stage;
        begin(stage);
        damage(stage);
        meetTheDamage(stage);
        stage.passMinutes(2);
        isWhole(stage);
    }

    void anAnswerToAnActThatMeetsItIsNotLost()
    {
        EngineStage stage;
        begin(stage);
        const ActId act = stage.record(ActType::Note, officersCase(2).id);
        damage(stage);
        stage.passMinutes(10);
        isWhole(stage);
        QVERIFY(stage.isSettled(act));
        QCOMPARE(stage.centre.effects, std::vector<ActId>{act});
        QCOMPARE(*stage.truthOf(officersCase(2).id), stage.centre.caseOf(officersCase(2).id));
    }

    void whatWasDecidedLeavesAndIsAcknowledgedThoughTheCacheTakesNoPart()
    {
        EngineStage stage;
        begin(stage);
        const Case one = officersCase(2);
        stage.centre.instead = [](const TransportCall &call) -> std::optional<TransportReply> {
            if (call.path != QLatin1String("/changes"))
                return std::nullopt;
            return FakeCentre::problem(500, "internal"); // so that nothing is healed meanwhile
        };
        const ActId act = stage.record(ActType::Complete, one.id);
        QVERIFY(!act.isEmpty());
        {
            Database direct = openDirectly(stage.profile.file(QStringLiteral("cache.sqlite")));
            QVERIFY(runStatement(direct, QStringLiteral("UPDATE case_row SET body = 'x', version = 'x'")));
        }
        stage.passMinutes(10);
        QVERIFY(stage.profile.store().isCacheDoubted());
        QVERIFY(stage.isSettled(act));
        QCOMPARE(stage.centre.effects, std::vector<ActId>{act});
        stage.centre.instead = {};
        stage.passMinutes(30);
        isWhole(stage);
    }

    void withoutTheCentreWhatCanBeReadStays()
    {
        EngineStage stage;
        begin(stage);
        const Case one = officersCase(3);
        stage.centre.isDown = true;
        stage.engine->syncNow();
        stage.passMinutes(1);
        damage(stage);
        meetTheDamage(stage);
        stage.passMinutes(30);
        QCOMPARE(rowsOf(stage), std::size_t(kCases));
        QVERIFY(stage.truthOf(one.id).has_value()); // a case needs none of the damaged columns
        stage.centre.isDown = false;
        stage.passMinutes(5);
        isWhole(stage);
    }

    void aStrangersAnswerIsNoCentreToFillItFrom()
    {
        EngineStage stage;
        begin(stage);
        bool isStranger = true;
        stage.centre.instead = [&isStranger](const TransportCall &) -> std::optional<TransportReply> {
            if (!isStranger)
                return std::nullopt;
            TransportReply reply;
            reply.status = 200;
            reply.body = QByteArrayLiteral("<html>Please sign in to the network</html>");
            return reply;
        };
        damage(stage);
        meetTheDamage(stage);
        stage.passMinutes(10);
        QCOMPARE(rowsOf(stage), std::size_t(kCases));
        isStranger = false;
        stage.passMinutes(30);
        isWhole(stage);
    }

    void ifTheCentreGoesInBetweenItIsFilledWhenItComesBack()
    {
        EngineStage stage;
        begin(stage);
        stage.centre.pageSize = 2;
        int pages = 0;
        stage.centre.instead = [&](const TransportCall &call) -> std::optional<TransportReply> {
            if (call.path == QLatin1String("/changes") && ++pages == 4)
                stage.centre.isDown = true;
            return std::nullopt;
        };
        damage(stage);
        meetTheDamage(stage);
        stage.passMinutes(10);
        QVERIFY(!stage.profile.store().isCacheDoubted());
        QVERIFY(rowsOf(stage) < std::size_t(kCases));
        QVERIFY(stage.status.filling || stage.status.link != Link::Online);
        stage.centre.instead = {};
        stage.centre.isDown = false;
        stage.passMinutes(5);
        isWhole(stage);
    }

    void aSupervisorHasHeadersAndStaffAgain()
    {
        SupervisorStage stage;
        stage.signIn();
        Store &store = stage.stage.profile.store();
        {
            Database direct = openDirectly(stage.stage.profile.file(QStringLiteral("cache.sqlite")));
            QVERIFY(runStatement(direct, QStringLiteral("UPDATE staff SET body = 'x'")));
        }
        store.withReader([](CacheReader &reader) { QVERIFY(!reader.headers().staff()); });
        stage.stage.run();
        QVERIFY(store.isCacheDoubted());
        stage.stage.engine->syncNow();
        stage.stage.passMinutes(2);
        QVERIFY(!store.isCacheDoubted());
        QCOMPARE(stage.stage.profile.wait(stage.supervision->staff())->value().size(), std::size_t(2));
        int headers = 0;
        store.withReader([&headers](CacheReader &reader) { headers = reader.headers().count({}).value(); });
        stage.stage.run();
        QCOMPARE(headers, 3);
    }

private:
    static void begin(EngineStage &stage)
    {
        for (int n = 1; n <= kCases; ++n)
            stage.centre.put(officersCase(n));
        stage.signIn();
        QCOMPARE(rowsOf(stage), std::size_t(kCases));
    }

    static void isWhole(EngineStage &stage)
    {
        QVERIFY(!stage.profile.store().isCacheDoubted());
        QCOMPARE(stage.status.link, Link::Online);
        QVERIFY(!stage.status.problem);
        QVERIFY(!stage.status.filling);
        QCOMPARE(rowsOf(stage), std::size_t(kCases));
        QVERIFY(hasReference(stage));
        for (int n = 1; n <= kCases; ++n)
            QCOMPARE(*stage.truthOf(officersCase(n).id), stage.centre.caseOf(officersCase(n).id));
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestDamagedCache)
#include "tst_damagedcache.moc"

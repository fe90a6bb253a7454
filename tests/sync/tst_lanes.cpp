// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/backoff.h"
#include "models/sync/lanes.h"
#include "tests/support/samplecase.h"
#include "tests/support/samplereference.h"
#include "tests/support/seededrandom.h"

#include <QtTest/QTest>

namespace tawasul {

using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr milliseconds kNow{1'000'000};

OutboxItem item(int sequence, const char *lane, OutboxState state = OutboxState::Waiting, seconds due = {})
{
    OutboxItem value;
    value.sequence = sequence;
    value.act.id = ActId(QStringLiteral("act-%1").arg(sequence));
    value.act.caseId = CaseId(QString::fromLatin1(lane));
    value.state = state;
    if (due.count() != 0)
        value.nextTryAt = sampleNow() + due;
    return value;
}

Lanes lanesOf(const std::vector<OutboxItem> &items)
{
    Lanes lanes;
    lanes.replace(items, kNow, sampleNow());
    return lanes;
}

QString nextOf(const Lanes &lanes, const std::set<CaseId> &busy = {}, milliseconds now = kNow)
{
    const LaneEntry *entry = lanes.next(now, busy);
    return entry ? entry->act.text() : QString();
}

CaseId lane(const char *name)
{
    return CaseId(QString::fromLatin1(name));
}

} // namespace

class TestLanes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOldestActThatMayLeaveIsNext()
    {
        const Lanes lanes = lanesOf({item(3, "b"), item(1, "a"), item(2, "a"), item(4, "c")});
        QCOMPARE(nextOf(lanes), QStringLiteral("act-1"));
        QCOMPARE(nextOf(lanes, {lane("a")}), QStringLiteral("act-3"));
        QCOMPARE(nextOf(lanes, {lane("a"), lane("b")}), QStringLiteral("act-4"));
        QCOMPARE(nextOf(lanes, {lane("a"), lane("b"), lane("c")}), QString());
    }

    void nothingOvertakesInItsLane_data()
    {
        QTest::addColumn<OutboxState>("state");
        QTest::addColumn<int>("dueInSeconds");
        QTest::newRow("parked") << OutboxState::Parked << 0;
        QTest::newRow("being sent") << OutboxState::Sending << 0;
        QTest::newRow("within its window") << OutboxState::Waiting << 60;
    }
    void nothingOvertakesInItsLane()
    {
        QFETCH(const OutboxState, state);
        QFETCH(const int, dueInSeconds);
        const Lanes lanes = lanesOf({item(1, "a", state, seconds(dueInSeconds)), item(2, "a"), item(3, "b")});
        QCOMPARE(nextOf(lanes), QStringLiteral("act-3"));
        QCOMPARE(nextOf(lanes, {lane("b")}), QString());
    }

    void whatIsHeldBackStopsItsLaneAndNoOther()
    {
        OutboxItem held = item(1, "a");
        held.heldSince = sampleNow();
        const Lanes lanes = lanesOf({held, item(2, "a"), item(3, "b", OutboxState::Waiting, seconds(5))});
        QCOMPARE(nextOf(lanes), QString());
        QCOMPARE(nextOf(lanes, {}, kNow + seconds(5)), QStringLiteral("act-3"));
        QCOMPARE(lanes.nextDue({}), std::optional(kNow + seconds(5)));
        QCOMPARE(lanes.waiting(), 3); // it is not forgotten
        QCOMPARE(lanes.free(), 1);
        QCOMPARE(lanes.parked(), 0);
    }

    void windowsAndBackOffsAreWaitedFor()
    {
        const Lanes lanes = lanesOf({item(1, "a", OutboxState::Waiting, seconds(60)),
                                     item(2, "b", OutboxState::Waiting, seconds(5))});
        QCOMPARE(nextOf(lanes), QString());
        QCOMPARE(lanes.nextDue({}), std::optional(kNow + seconds(5)));
        QCOMPARE(lanes.nextDue({lane("b")}), std::optional(kNow + seconds(60)));
        QCOMPARE(nextOf(lanes, {}, kNow + seconds(5)), QStringLiteral("act-2"));
    }

    void aWallClockSetBackDoesNotStartAWaitAnew()
    {
        Lanes lanes = lanesOf({item(1, "a", OutboxState::Waiting, seconds(60))});
        lanes.replace({item(1, "a", OutboxState::Waiting, seconds(60))}, kNow + seconds(30),
                      sampleNow() - std::chrono::hours(1'000));
        QCOMPARE(lanes.nextDue({}), std::optional(kNow + seconds(60)));
    }

    void aWaitThatAWrongClockWroteIsOver()
    {
        OutboxItem window = item(3, "c", OutboxState::Waiting, std::chrono::hours(2));
        window.recallUntil = window.nextTryAt;
        OutboxItem endless = item(4, "d", OutboxState::Waiting, std::chrono::hours(24 * 202));
        endless.recallUntil = endless.nextTryAt; // recorded in the moment in which the clock was set back
        const Lanes lanes =
            lanesOf({item(1, "a", OutboxState::Waiting, std::chrono::hours(1)),
                     item(2, "b", OutboxState::Waiting, std::chrono::hours(24 * 40)), window, endless});
        QCOMPARE(nextOf(lanes), QStringLiteral("act-2"));
        QCOMPARE(lanes.next(kNow, {lane("b")})->act, ActId(QStringLiteral("act-4")));
        QCOMPARE(lanes.nextDue({lane("b"), lane("d")}), std::optional(kNow + std::chrono::hours(1)));
        QCOMPARE(lanes.nextDue({lane("a"), lane("b"), lane("d")}),
                 std::optional(kNow + std::chrono::hours(2)));
    }

    void whatCouldNotReachTheCentreNeedNotWaitWhenItIsBack()
    {
        OutboxItem away = item(1, "a", OutboxState::Waiting, seconds(300));
        away.lastError = Error{Error::Kind::Offline, QStringLiteral("centre.unreachable"), {}};
        OutboxItem busy = item(2, "b", OutboxState::Waiting, seconds(300));
        busy.lastError = Error{Error::Kind::Busy, QStringLiteral("centre.busy"), {}};
        Lanes lanes = lanesOf({away, busy});
        lanes.forgiveAbsence(kNow);
        QCOMPARE(nextOf(lanes), QStringLiteral("act-1"));
        QCOMPARE(nextOf(lanes, {lane("a")}), QString());
    }

    void backOffGrowsFromASecondToFiveMinutes()
    {
        SeededRandom random(7);
        milliseconds before{};
        for (int failures = 1; failures <= 40; ++failures) {
            milliseconds least = std::chrono::hours(1);
            milliseconds most{};
            for (int i = 0; i < 200; ++i) {
                const milliseconds wait = backoffAfter(failures, random);
                least = std::min(least, wait);
                most = std::max(most, wait);
            }
            QVERIFY(least >= seconds(1));
            QVERIFY(most <= std::chrono::minutes(5));
            QVERIFY(most > least); // not all desks in the same moment
            QVERIFY(most >= before);
            before = std::min(most, milliseconds(290'000));
        }
        QVERIFY(backoffAfter(40, random) >= seconds(200));
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestLanes)
#include "tst_lanes.moc"

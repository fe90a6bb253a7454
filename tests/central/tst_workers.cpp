// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/service/knowntokens.h"
#include "app/central/service/ratelimit.h"
#include "app/central/service/workers.h"
#include "tests/support/testclock.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <atomic>
#include <semaphore>
#include <stdexcept>

using namespace tawasul;
using namespace std::chrono_literals;

namespace {

struct Bench
{
    int number = 0;
};

Workers<Bench>::MakeContext numbered(std::atomic<int> &made)
{
    return [&made]() -> Result<std::unique_ptr<Bench>> { return std::make_unique<Bench>(Bench{++made}); };
}

} // namespace

/// What the routes share: threads with a bounded queue, and the counts of who asked.
class WorkersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneThreadKeepsTheOrderAndStopFinishesWhatWaits()
    {
        std::atomic<int> made = 0;
        std::vector<int> done; // of the one thread, read after stop()
        Workers<Bench> workers(1'000);
        QVERIFY(workers.start(1, numbered(made)));
        for (int i = 0; i < 1'000; ++i)
            QVERIFY(workers.post([i, &done](Bench &) { done.push_back(i); }));
        workers.stop();
        QCOMPARE(done.size(), 1'000U);
        QVERIFY(std::is_sorted(done.begin(), done.end()));
        QCOMPARE(made.load(), 1);
    }

    void eachThreadHasItsOwnContext()
    {
        std::atomic<int> made = 0;
        std::binary_semaphore first(0);
        std::binary_semaphore second(0);
        std::atomic<int> sum = 0;
        Workers<Bench> workers(10);
        QVERIFY(workers.start(2, numbered(made)));
        // Two jobs that wait for each other run on two threads, or never end.
        QVERIFY(workers.post([&](Bench &bench) {
            sum += bench.number;
            first.release();
            second.acquire();
        }));
        QVERIFY(workers.post([&](Bench &bench) {
            sum += bench.number;
            first.acquire();
            second.release();
        }));
        workers.stop();
        QCOMPARE(sum.load(), 1 + 2);
    }

    void theQueueHasALimit()
    {
        std::atomic<int> made = 0;
        std::binary_semaphore running(0);
        std::binary_semaphore goOn(0);
        std::atomic<int> done = 0;
        Workers<Bench> workers(3);
        QVERIFY(workers.start(1, numbered(made)));
        QVERIFY(workers.post([&](Bench &) {
            running.release();
            goOn.acquire();
        }));
        running.acquire();
        for (int i = 0; i < 3; ++i)
            QVERIFY(workers.post([&done](Bench &) { ++done; }));
        QVERIFY(!workers.post([&done](Bench &) { done += 100; }));
        goOn.release();
        workers.stop();
        QCOMPARE(done.load(), 3);
        QVERIFY(!workers.post([&done](Bench &) { done += 100; }));
        workers.stop(); // twice is no error
        QCOMPARE(done.load(), 3);
    }

    void aContextThatCannotBeMadeIsTheAnswer()
    {
        std::atomic<int> made = 0;
        Workers<Bench> workers(3);
        const Outcome started = workers.start(3, [&made]() -> Result<std::unique_ptr<Bench>> {
            if (++made == 2)
                return Error{Error::Kind::Storage, QStringLiteral("bench.broken"), {}};
            return std::make_unique<Bench>();
        });
        QVERIFY(!started);
        QCOMPARE(started.error().code, QStringLiteral("bench.broken"));
        QVERIFY(!workers.post([](Bench &) {}));
    }

    void aJobThatThrowsEndsOnlyItself()
    {
        std::atomic<int> made = 0;
        bool wasReached = false;
        QTest::ignoreMessage(QtCriticalMsg,
                             QRegularExpression(QStringLiteral("^a job threw .*length_error")));
        Workers<Bench> workers(3);
        QVERIFY(workers.start(1, numbered(made)));
        QVERIFY(workers.post([](Bench &) { throw std::length_error("text of somebody's request"); }));
        QVERIFY(workers.post([&wasReached](Bench &) { wasReached = true; }));
        workers.stop();
        QVERIFY(wasReached);
    }

    void aPersonHasABucketOfRequests()
    {
        TestClock clock{Instant{}};
        RateLimit limit(clock, 2, 5);
        const auto permitted = [&limit](const char *who, int of) {
            int count = 0;
            for (int i = 0; i < of; ++i)
                count += limit.permits(QString::fromLatin1(who)) ? 1 : 0;
            return count;
        };
        QCOMPARE(permitted("a", 20), 5);
        QCOMPARE(permitted("b", 20), 5); // everybody their own
        clock.advance(1s);
        QCOMPARE(permitted("a", 20), 2);
        clock.advance(400ms);
        QCOMPARE(permitted("a", 20), 0);
        clock.advance(100ms);
        QCOMPARE(permitted("a", 20), 1);
        clock.advance(24h);
        QCOMPARE(permitted("a", 20), 5); // never more than the bucket holds
        clock.setWall(Instant{});
        QCOMPARE(permitted("a", 20), 0);
    }

    void aTokenIsKnownByItsLastBearer()
    {
        KnownTokens tokens;
        QVERIFY(tokens.personOf("t").isEmpty());
        tokens.remember("t", "a");
        QCOMPARE(tokens.personOf("t"), QByteArray("a"));
        tokens.remember("t", "b");
        QCOMPARE(tokens.personOf("t"), QByteArray("b"));
        QVERIFY(tokens.personOf({}).isEmpty());
        for (int i = 0; i < 60'000; ++i)
            tokens.remember(QByteArray::number(i), "c");
        QVERIFY(tokens.personOf("t").isEmpty()); // bounded: it started over
        QCOMPARE(tokens.personOf("59999"), QByteArray("c"));
    }
};

QTEST_GUILESS_MAIN(WorkersTest)
#include "tst_workers.moc"

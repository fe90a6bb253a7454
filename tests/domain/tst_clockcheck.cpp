// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/clockcheck.h"

#include "tests/support/property.h"
#include "tests/support/samplecase.h"
#include "tests/support/shown.h"

#include <QtTest/QTest>

using namespace tawasul;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using Verdict = ClockCheck::Verdict;

Q_DECLARE_METATYPE(tawasul::ClockCheck::Verdict)
Q_DECLARE_METATYPE(std::chrono::milliseconds)

namespace {

// A machine that was on for an hour when the centre told its time, its wall clock wrong by so much.
ClockMark markOf(milliseconds wrong, bool ofThisRun)
{
    return {sampleNow(), sampleNow() + wrong, ofThisRun ? std::optional<milliseconds>(1h) : std::nullopt};
}

milliseconds anySpan(milliseconds longest)
{
    return milliseconds(*rc::gen::inRange<qint64>(-longest.count(), longest.count() + 1));
}

} // namespace

class ClockCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inThisRunTheCentresTimeGoesOn_data()
    {
        QTest::addColumn<milliseconds>("wrong"); // how far the wall clock is off now
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<milliseconds>("off");
        const auto row = [](const char *name, milliseconds wrong, Verdict verdict, milliseconds off) {
            QTest::newRow(name) << wrong << verdict << off;
        };
        row("right", 0ms, Verdict::Agrees, 0ms);
        row("behind within the tolerance", -kClockTolerance, Verdict::Agrees, 0ms);
        row("behind by a moment more", -kClockTolerance - 1ms, Verdict::Behind, kClockTolerance + 1ms);
        row("ahead within the tolerance", kClockTolerance, Verdict::Agrees, 0ms);
        row("ahead by a moment more", kClockTolerance + 1ms, Verdict::Ahead, kClockTolerance + 1ms);
        row("a day behind", -24h, Verdict::Behind, 24h);
        row("years behind", -24h * 3650, Verdict::Behind, 24h * 3650);
        row("a year ahead", 24h * 365, Verdict::Ahead, 24h * 365);
    }

    void inThisRunTheCentresTimeGoesOn()
    {
        QFETCH(milliseconds, wrong);
        const ClockMark mark = markOf(0ms, true);
        const ClockReading now{sampleNow() + 2h + wrong, 3h};
        const ClockCheck check = checkClock(mark, {sampleNow() - 1h, 0ms}, now);
        QTEST(check.verdict, "verdict");
        QTEST(check.off, "off");
        QVERIFY(check.isExact);
        for (const Instant time : {check.earliest, check.likely, check.latest})
            QCOMPARE(toIso(time), toIso(sampleNow() + 2h));
        QVERIFY(doubtOf(check) == ClockDoubt());
    }

    void aClockThatWasWrongFromTheBeginningIsFound()
    {
        const ClockCheck check =
            checkClock(markOf(-2h, true), {sampleNow() - 3h, 0ms}, {sampleNow() - 2h + 10min, 1h + 10min});
        QCOMPARE(check.verdict, Verdict::Behind);
        QCOMPARE(check.off, milliseconds(2h));
        QCOMPARE(toIso(check.likely), toIso(sampleNow() + 10min));
    }

    void withoutTheCentreAnEarlierRunSaysWhatItCan_data()
    {
        QTest::addColumn<milliseconds>("wrongThen");
        QTest::addColumn<milliseconds>("began"); // what the wall clock showed after the mark's true time
        QTest::addColumn<milliseconds>("set");   // how it was set meanwhile
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<milliseconds>("off");
        QTest::addColumn<milliseconds>("earliest"); // all after the mark's true time; the program ran an hour
        QTest::addColumn<milliseconds>("likely");
        QTest::addColumn<milliseconds>("latest");
        const auto row = [](const char *name, milliseconds wrongThen, milliseconds began, milliseconds set,
                            Verdict verdict, milliseconds off, milliseconds earliest, milliseconds likely,
                            milliseconds latest) {
            QTest::newRow(name) << wrongThen << began << set << verdict << off << earliest << likely
                                << latest;
        };
        row("right then, the next morning", 0ms, 18h, 0ms, Verdict::Agrees, 0ms, 19h, 19h, 19h);
        row("ahead then, and perhaps still", 2h, 18h, 0ms, Verdict::Unknown, 0ms, 17h, 17h, 19h);
        row("behind then, and perhaps still", -2h, 18h, 0ms, Verdict::Unknown, 0ms, 19h, 21h, 21h);
        row("before what the centre told", 0ms, -48h, 0ms, Verdict::Behind, 48h, 1h, 1h, 1h + kLongestOff);
        row("before it by less than the tolerance", 0ms, -4min, 0ms, Verdict::Agrees, 0ms, 1h, 1h, 1h);
        row("set back while the program runs", 0ms, 18h, -3h, Verdict::Unknown, 0ms, 16h, 19h, 19h);
        row("set back before what the centre told", 0ms, 18h, -48h, Verdict::Behind, 30h, 1h, 19h, 19h);
        row("set forward while the program runs", 0ms, 18h, 3h, Verdict::Unknown, 0ms, 19h, 19h, 22h);
    }

    void withoutTheCentreAnEarlierRunSaysWhatItCan()
    {
        QFETCH(milliseconds, wrongThen);
        QFETCH(milliseconds, began);
        QFETCH(milliseconds, set);
        QFETCH(milliseconds, off);
        QFETCH(milliseconds, earliest);
        QFETCH(milliseconds, likely);
        QFETCH(milliseconds, latest);
        const ClockReading start{sampleNow() + began, 5s};
        const ClockReading now{sampleNow() + began + 1h + set, 1h + 5s};
        const ClockCheck check = checkClock(markOf(wrongThen, false), start, now);
        QTEST(check.verdict, "verdict");
        QCOMPARE(check.off, off);
        QVERIFY(!check.isExact);
        QCOMPARE(toIso(check.earliest), toIso(sampleNow() + earliest));
        QCOMPARE(toIso(check.likely), toIso(sampleNow() + likely));
        QCOMPARE(toIso(check.latest), toIso(sampleNow() + latest));
    }

    void aMachineThatNeverHeardTheCentreIsBelievedUntilItsClockIsSet()
    {
        const ClockReading start{sampleNow(), 5s};
        const ClockCheck calm = checkClock(std::nullopt, start, {sampleNow() + 1h, 1h + 5s});
        QCOMPARE(calm.verdict, Verdict::Unknown);
        QVERIFY(doubtOf(calm) == ClockDoubt());
        const ClockCheck set = checkClock(std::nullopt, start, {sampleNow() + 5h, 1h + 5s});
        QCOMPARE(set.verdict, Verdict::Unknown);
        QCOMPARE(toIso(set.likely), toIso(sampleNow() + 5h));
        QVERIFY(doubtOf(set) == (ClockDoubt{4h, 0ms}));
    }

    void aDeadlineInDoubtIsNeitherOverNorAhead()
    {
        const ClockDoubt doubt{1h, 2h};
        QVERIFY(!doubt.spans(sampleNow() - 1h - 1ms, sampleNow()));
        QVERIFY(doubt.spans(sampleNow() - 1h, sampleNow()));
        QVERIFY(doubt.spans(sampleNow() + 2h - 1ms, sampleNow()));
        QVERIFY(!doubt.spans(sampleNow() + 2h, sampleNow()));
        QVERIFY(!ClockDoubt().spans(sampleNow(), sampleNow()));
    }

    // Whatever is done to the wall clock, between runs and in this one.
    void theTrueTimeIsNeverMissedWhenTheCentreSpokeInThisRun()
    {
        TAWASUL_HOLDS(2026, 500, [] {
            const milliseconds wrong = anySpan(24h * 4000);
            const milliseconds passed(*rc::gen::inRange<qint64>(0, milliseconds(24h * 30).count()));
            const ClockCheck check = checkClock(markOf(anySpan(24h), true), {sampleNow() + anySpan(24h), 0ms},
                                                {sampleNow() + passed + wrong, 1h + passed});
            RC_ASSERT(check.likely == sampleNow() + passed);
            RC_ASSERT((check.verdict == Verdict::Agrees) == (std::chrono::abs(wrong) <= kClockTolerance));
            RC_ASSERT(check.verdict == Verdict::Agrees || check.off == std::chrono::abs(wrong));
        });
    }

    void theIntervalHoldsTheTrueTimeWhenTheClockWasSetOnceOrRightedAgain()
    {
        TAWASUL_HOLDS(2027, 500, [] {
            const milliseconds wrongThen = anySpan(24h * 2);
            const milliseconds away(*rc::gen::inRange<qint64>(0, kLongestOff.count() * 3600'000));
            const milliseconds running(*rc::gen::inRange<qint64>(0, milliseconds(24h).count()));
            // In this run it is as wrong as it was, or right.
            const milliseconds wrongAtStart = *rc::gen::arbitrary<bool>() ? wrongThen : 0ms;
            const milliseconds wrongNow = *rc::gen::arbitrary<bool>() ? wrongAtStart : anySpan(24h);
            const Instant started = sampleNow() + away;
            const Instant truth = started + running;
            const ClockCheck check = checkClock(markOf(wrongThen, false), {started + wrongAtStart, 7s},
                                                {truth + wrongNow, running + 7s});
            RC_ASSERT(check.earliest <= check.likely);
            RC_ASSERT(check.likely <= check.latest);
            RC_ASSERT(check.earliest <= truth);
            RC_ASSERT(truth <= check.latest);
            // It is never said to be wrong in the direction in which it is right.
            RC_ASSERT((check.verdict != Verdict::Behind || wrongNow < 0ms));
            RC_ASSERT((check.verdict != Verdict::Ahead || wrongNow > 0ms));
        });
    }
};

QTEST_GUILESS_MAIN(ClockCheckTest)
#include "tst_clockcheck.moc"

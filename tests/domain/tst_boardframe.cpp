// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/boardframe.h"
#include "tests/support/property.h"
#include "tests/support/samplecase.h"
#include "tests/support/samplereference.h"

#include <QtTest/QTest>

namespace tawasul {

class TestBoardFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Tuesday 24 November 2026, 09:15; Friday and Saturday are free.
    void hasTodayAndTheNextSevenWorkingDays()
    {
        const BoardFrame frame(sampleCalendar(), sampleNow());
        const std::vector<QDate> mustBe{QDate(),
                                        QDate(2026, 11, 24),
                                        QDate(2026, 11, 25),
                                        QDate(2026, 11, 26),
                                        QDate(2026, 11, 29),
                                        QDate(2026, 11, 30),
                                        QDate(2026, 12, 1),
                                        QDate(2026, 12, 2),
                                        QDate(2026, 12, 3),
                                        QDate()};
        QVERIFY(frame.days() == mustBe);
        QCOMPARE(frame.columnOf(QDate(2026, 11, 23)), 0);
        QCOMPARE(frame.columnOf(QDate(2026, 11, 24)), 1);
        QCOMPARE(frame.columnOf(QDate(2026, 11, 27)), 3); // Friday is to be done by Thursday
        QCOMPARE(frame.columnOf(QDate(2026, 11, 28)), 3);
        QCOMPARE(frame.columnOf(QDate(2026, 12, 3)), 8);
        QCOMPARE(frame.columnOf(QDate(2026, 12, 4)), 8); // Friday after the last column, too
        QCOMPARE(frame.columnOf(QDate(2026, 12, 5)), 8);
        QCOMPARE(frame.columnOf(QDate(2026, 12, 6)), 9);
    }

    void countsNoDayOfWhichTheDeskHasForgottenWhatWasClosed()
    {
        QCOMPARE(BoardFrame(sampleCalendar(), sampleNow()).fortnight().size(), std::size_t(14));
        const BoardFrame shortOne(sampleCalendar(), sampleNow(), 5);
        QCOMPARE(shortOne.fortnight().size(), std::size_t(5));
        QCOMPARE(shortOne.fortnight().back(), shortOne.today());
        QCOMPARE(BoardFrame(sampleCalendar(), sampleNow(), 0).fortnight().size(), std::size_t(1));
    }

    void everyDayStandsInOneColumnAndOneBand()
    {
        TAWASUL_HOLDS(20261124, 200, [] {
            const Instant now = sampleNow() + std::chrono::hours(*rc::gen::inRange(-9'000, 9'000));
            const BoardFrame frame(sampleCalendar(), now);
            for (int away = -60; away <= 60; ++away) {
                const QDate day = frame.today().addDays(away);
                int columns = 0;
                for (int i = 0; i < static_cast<int>(frame.days().size()); ++i)
                    columns += frame.column(i).contains(day) ? 1 : 0;
                RC_ASSERT(columns == 1);
                int bands = 0;
                for (int i = 0; i < static_cast<int>(frame.ages().size()); ++i)
                    bands += frame.age(i).contains(day) ? 1 : 0;
                RC_ASSERT(bands == 1);
            }
        });
    }

    void bandsAreOfTheWorkingDaysSinceSubmission()
    {
        TAWASUL_HOLDS(20261125, 200, [] {
            const WorkCalendar calendar = sampleCalendar();
            const Instant now = sampleNow() + std::chrono::hours(*rc::gen::inRange(-9'000, 9'000));
            const BoardFrame frame(calendar, now);
            for (int away = -60; away <= 3; ++away) {
                const QDate day = frame.today().addDays(away);
                const int age = std::max(0, calendar.workingDaysBetween(day, frame.today()));
                const AgeBand &band = frame.ages().at(static_cast<std::size_t>(frame.ageOf(day)));
                RC_ASSERT(age >= band.from);
                RC_ASSERT(age <= band.to.value_or(age));
            }
        });
    }

    void theMorningBeginsAtTheLastClosing_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QTime>("time");
        QTest::addColumn<QDate>("closed");
        QTest::newRow("in the morning") << QDate(2026, 11, 24) << QTime(9, 15) << QDate(2026, 11, 23);
        QTest::newRow("in the evening") << QDate(2026, 11, 24) << QTime(18, 0) << QDate(2026, 11, 24);
        QTest::newRow("at the hour") << QDate(2026, 11, 24) << QTime(14, 30) << QDate(2026, 11, 24);
        QTest::newRow("after a weekend") << QDate(2026, 11, 29) << QTime(8, 0) << QDate(2026, 11, 26);
        QTest::newRow("on a free day") << QDate(2026, 11, 28) << QTime(8, 0) << QDate(2026, 11, 26);
    }
    void theMorningBeginsAtTheLastClosing()
    {
        QFETCH(const QDate, day);
        QFETCH(const QTime, time);
        QFETCH(const QDate, closed);
        const BoardFrame frame(sampleCalendar(), riyadhInstant(day, time));
        QCOMPARE(toIso(frame.lastClosing()), toIso(riyadhInstant(closed, QTime(14, 30))));
    }

    void aDeskWithoutACalendarCountsEveryDay()
    {
        const BoardFrame frame(WorkCalendar(), sampleNow());
        QCOMPARE(frame.days().at(8), QDate(2026, 12, 1));
        QVERIFY(frame.lastClosing() <= sampleNow());
    }

    void noColumnOrBandBeyondTheLast()
    {
        const BoardFrame frame(sampleCalendar(), sampleNow());
        for (const int index : {-1, 99}) {
            QVERIFY(!frame.column(index).contains(frame.today()));
            QVERIFY(!frame.age(index).contains(frame.today()));
        }
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestBoardFrame)
#include "tst_boardframe.moc"

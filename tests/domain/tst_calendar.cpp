// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/workcalendar.h"

#include "models/domain/instant.h"

#include "tests/support/generators.h"
#include "tests/support/property.h"
#include "tests/support/samplereference.h"
#include "tests/support/shown.h"

using namespace tawasul;

namespace {

Bilingual named(const char *name)
{
    return { QString::fromUtf8(name), QString::fromUtf8(name) };
}

const OfficeHours kOrdinary{ QDate(2020, 1, 1), {}, QTime(7, 30), QTime(14, 30), named("ordinary") };

WorkCalendar calendarWith(std::vector<Holiday> holidays)
{
    return WorkCalendar(QStringLiteral("test"), { Qt::Friday, Qt::Saturday }, std::move(holidays),
                        { kOrdinary });
}

WorkCalendar drawCalendar()
{
    std::vector<int> weekend;
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day) {
        if (*rc::gen::inRange(0, 3) == 0 && weekend.size() < 6)
            weekend.push_back(day);
    }
    std::vector<Holiday> holidays;
    const int count = *rc::gen::inRange(0, 6);
    for (int i = 0; i < count; ++i) {
        const QDate first = QDate(2026, 1, 1).addDays(*rc::gen::inRange(-30, 400));
        holidays.push_back({ first, first.addDays(*rc::gen::inRange(0, 20)), named("holiday"), false });
    }
    return WorkCalendar(QStringLiteral("drawn"), weekend, holidays, { kOrdinary });
}

QDate drawDay()
{
    return QDate(2026, 1, 1).addDays(*rc::gen::inRange(-60, 500));
}

// Day by day, by the definition and nothing cleverer.
bool works(const WorkCalendar &calendar, QDate day)
{
    for (const int rest : calendar.weekend()) {
        if (day.dayOfWeek() == rest)
            return false;
    }
    for (const Holiday &holiday : calendar.holidays()) {
        if (holiday.first <= day && day <= holiday.last)
            return false;
    }
    return true;
}

} // namespace

class CalendarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sevenWorkingDaysAfterSubmission_data()
    {
        QTest::addColumn<QDate>("submitted");
        QTest::addColumn<QDate>("first"); // of the holiday
        QTest::addColumn<QDate>("last");
        QTest::addColumn<QDate>("due");
        // Vectors reckoned by hand, with only the holiday that each names.
        QTest::newRow("a Sunday") << QDate(2026, 11, 22) << QDate() << QDate() << QDate(2026, 12, 1);
        QTest::newRow("a Thursday") << QDate(2026, 11, 26) << QDate() << QDate() << QDate(2026, 12, 7);
        QTest::newRow("a Friday") << QDate(2026, 11, 27) << QDate() << QDate() << QDate(2026, 12, 7);
        QTest::newRow("National Day 2026")
            << QDate(2026, 9, 17) << QDate(2026, 9, 23) << QDate(2026, 9, 23) << QDate(2026, 9, 29);
        QTest::newRow("National Day 2027")
            << QDate(2027, 9, 16) << QDate(2027, 9, 23) << QDate(2027, 9, 23) << QDate(2027, 9, 28);
        QTest::newRow("National Day 2028, in lieu of Saturday")
            << QDate(2028, 9, 20) << QDate(2028, 9, 24) << QDate(2028, 9, 24) << QDate(2028, 10, 2);
        QTest::newRow("Founding Day 2026")
            << QDate(2026, 2, 19) << QDate(2026, 2, 22) << QDate(2026, 2, 22) << QDate(2026, 3, 3);
        QTest::newRow("Eid al-Fitr 2027")
            << QDate(2027, 3, 4) << QDate(2027, 3, 9) << QDate(2027, 3, 12) << QDate(2027, 3, 18);
        // Beside them.
        QTest::newRow("a Saturday") << QDate(2026, 11, 28) << QDate() << QDate() << QDate(2026, 12, 7);
        QTest::newRow("a holiday across a weekend")
            << QDate(2026, 3, 18) << QDate(2026, 3, 19) << QDate(2026, 3, 22) << QDate(2026, 3, 31);
        QTest::newRow("submitted on a holiday")
            << QDate(2026, 3, 20) << QDate(2026, 3, 19) << QDate(2026, 3, 22) << QDate(2026, 3, 31);
        QTest::newRow("a holiday of the weekend alone changes nothing")
            << QDate(2026, 11, 22) << QDate(2026, 11, 27) << QDate(2026, 11, 28) << QDate(2026, 12, 1);
        QTest::newRow("over the end of a year")
            << QDate(2026, 12, 29) << QDate() << QDate() << QDate(2027, 1, 7);
    }

    void sevenWorkingDaysAfterSubmission()
    {
        QFETCH(QDate, submitted);
        QFETCH(QDate, first);
        QFETCH(QDate, last);
        QFETCH(QDate, due);
        std::vector<Holiday> holidays;
        if (first.isValid())
            holidays.push_back({ first, last, named("holiday"), false });
        const WorkCalendar calendar = calendarWith(holidays);
        QCOMPARE(calendar.addWorkingDays(submitted, 7), due);
        QCOMPARE(calendar.workingDaysBetween(submitted, due), 7);
    }

    void theWeekendIsFridayAndSaturday()
    {
        const WorkCalendar calendar = sampleCalendar();
        QVERIFY(calendar.isWorkingDay(QDate(2026, 11, 26)));
        QVERIFY(!calendar.isWorkingDay(QDate(2026, 11, 27)));
        QVERIFY(!calendar.isWorkingDay(QDate(2026, 11, 28)));
        QVERIFY(calendar.isWorkingDay(QDate(2026, 11, 29)));
    }

    void bothEndsOfAHolidayBelongToIt()
    {
        const WorkCalendar calendar = sampleCalendar();
        QVERIFY(!calendar.holidayOn(QDate(2026, 5, 25)));
        QCOMPARE(calendar.holidayOn(QDate(2026, 5, 26))->name.en, QStringLiteral("Eid al-Adha"));
        QVERIFY(calendar.holidayOn(QDate(2026, 5, 29))->provisional);
        QVERIFY(!calendar.holidayOn(QDate(2026, 5, 30)));
    }

    void aLongHolidayIsFoundBehindAShortOneThatBeganLater()
    {
        const WorkCalendar calendar =
            calendarWith({ { QDate(2026, 3, 10), QDate(2026, 3, 11), named("short"), false },
                           { QDate(2026, 3, 1), QDate(2026, 3, 31), named("long"), false } });
        QCOMPARE(calendar.holidayOn(QDate(2026, 3, 20))->name.en, QStringLiteral("long"));
        QVERIFY(!calendar.isWorkingDay(QDate(2026, 3, 12)));
    }

    void theHoursWithTheShortestSpanWin_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QString>("name"); // empty: closed
        QTest::newRow("before Ramadan") << QDate(2026, 2, 17) << QStringLiteral("ordinary");
        QTest::newRow("first day of Ramadan") << QDate(2026, 2, 18) << QStringLiteral("ramadan");
        QTest::newRow("a special day in Ramadan") << QDate(2026, 3, 2) << QStringLiteral("one day");
        QTest::newRow("last day of Ramadan") << QDate(2026, 3, 18) << QStringLiteral("ramadan");
        QTest::newRow("after Ramadan") << QDate(2026, 3, 19) << QStringLiteral("ordinary");
        QTest::newRow("a Friday in Ramadan") << QDate(2026, 2, 20) << QString();
        QTest::newRow("before any hours") << QDate(2019, 12, 31) << QString();
    }

    void theHoursWithTheShortestSpanWin()
    {
        QFETCH(QDate, day);
        QFETCH(QString, name);
        const OfficeHours ramadan{ QDate(2026, 2, 18), QDate(2026, 3, 18), QTime(10, 0), QTime(15, 0),
                                   named("ramadan") };
        const OfficeHours once{ QDate(2026, 3, 2), QDate(2026, 3, 2), QTime(9, 0), QTime(12, 0),
                                named("one day") };
        std::vector<OfficeHours> hours{ kOrdinary, ramadan, once };
        std::sort(hours.begin(), hours.end(),
                  [](const auto &a, const auto &b) { return a.name.en < b.name.en; });
        do {
            const WorkCalendar calendar(QStringLiteral("v"), { Qt::Friday, Qt::Saturday }, {}, hours);
            const auto found = calendar.officeHours(day);
            QCOMPARE(found ? found->name.en : QString(), name);
        } while (std::next_permutation(hours.begin(), hours.end(),
                                       [](const auto &a, const auto &b) { return a.name.en < b.name.en; }));
    }

    void theOfficeOpensAndClosesToTheMillisecond()
    {
        const WorkCalendar calendar = sampleCalendar();
        const QDate sunday(2026, 11, 22);
        const auto at = [sunday](int hour, int minute, int ms) {
            return riyadhInstant(sunday, QTime(hour, minute)) + std::chrono::milliseconds(ms);
        };
        QVERIFY(!calendar.isOpen(at(7, 30, -1)));
        QVERIFY(calendar.isOpen(at(7, 30, 0)));
        QVERIFY(calendar.isOpen(at(14, 30, -1)));
        QVERIFY(!calendar.isOpen(at(14, 30, 0)));
        QVERIFY(!calendar.isOpen(riyadhInstant(QDate(2026, 11, 27), QTime(10, 0))));
        QCOMPARE(calendar.closing(sunday), at(14, 30, 0));
        QCOMPARE(calendar.closing(QDate(2026, 3, 2)), riyadhInstant(QDate(2026, 3, 2), QTime(15, 0)));
        // A day without hours lasts until it ends.
        QCOMPARE(calendar.closing(QDate(2026, 11, 27)),
                 riyadhInstant(QDate(2026, 11, 28), QTime(0, 0)) - std::chrono::milliseconds(1));
    }

    void eachDayIsExplained()
    {
        using Why = CountedDay::Why;
        const auto days = sampleCalendar().explain(QDate(2026, 9, 17), 4);
        const std::vector<std::pair<Why, int>> expected{ { Why::Weekend, 0 }, { Why::Weekend, 0 },
                                                         { Why::Counted, 1 }, { Why::Counted, 2 },
                                                         { Why::Counted, 3 }, { Why::Holiday, 0 },
                                                         { Why::Counted, 4 } };
        QCOMPARE(days.size(), expected.size());
        for (std::size_t i = 0; i < days.size(); ++i) {
            QCOMPARE(days[i].day, QDate(2026, 9, 18).addDays(qint64(i)));
            QCOMPARE(days[i].why, expected[i].first);
            QCOMPARE(days[i].number, expected[i].second);
            QCOMPARE(days[i].holiday.en, i == 5 ? QStringLiteral("National Day") : QString());
        }
    }

    void theExplanationEndsOnTheDayThatWasPromised()
    {
        TAWASUL_HOLDS(2026, 300, [] {
            const WorkCalendar calendar = drawCalendar();
            const QDate from = drawDay();
            const int count = *rc::gen::inRange(1, 40);
            const auto days = calendar.explain(from, count);
            RC_ASSERT(!days.empty());
            RC_ASSERT(days.back().day == calendar.addWorkingDays(from, count));
            RC_ASSERT(days.back().number == count);
            for (const CountedDay &day : days)
                RC_ASSERT((day.why == CountedDay::Why::Counted) == works(calendar, day.day));
        });
    }

    void countingDaysAgreesWithCountingByHand()
    {
        TAWASUL_HOLDS(2027, 500, [] {
            const WorkCalendar calendar = drawCalendar();
            const QDate from = drawDay();
            const QDate to = drawDay();
            int byHand = 0;
            for (QDate day = qMin(from, to).addDays(1); day <= qMax(from, to); day = day.addDays(1))
                byHand += works(calendar, day) ? 1 : 0;
            RC_ASSERT(calendar.workingDaysBetween(from, to) == (to < from ? -byHand : byHand));
        });
    }

    void addingAndCountingAreInverse()
    {
        TAWASUL_HOLDS(2028, 300, [] {
            const WorkCalendar calendar = drawCalendar();
            const QDate from = drawDay();
            const int count = *rc::gen::inRange(1, 60);
            const QDate due = calendar.addWorkingDays(from, count);
            RC_ASSERT(calendar.workingDaysBetween(from, due) == count);
            RC_ASSERT(works(calendar, due));
            RC_ASSERT(calendar.lastWorkingDayUpTo(due) == due);
            RC_ASSERT(calendar.lastWorkingDayUpTo(due.addDays(-1)) < due);
        });
    }

    void aLongPromiseIsCountedToItsEnd()
    {
        const WorkCalendar calendar = calendarWith({});
        const QDate due = calendar.addWorkingDays(QDate(2026, 11, 22), 3'660);
        QCOMPARE(due, QDate(2026, 11, 22).addDays(3'660 / 5 * 7));
        QCOMPARE(calendar.explain(QDate(2026, 11, 22), 3'660).back().day, due);
    }

    void aCalendarThatCanComputeNothingSaysSoAndStillAnswers()
    {
        const WorkCalendar closed(QStringLiteral("v"), { 1, 2, 3, 4, 5, 6, 7 }, {}, { kOrdinary });
        QVERIFY(!closed.isUsable());
        QVERIFY(closed.addWorkingDays(QDate(2026, 1, 1), 7).isValid());
        QVERIFY(closed.lastWorkingDayUpTo(QDate(2026, 1, 1)).isValid());
        for (const CountedDay &day : closed.explain(QDate(2026, 1, 1), 7))
            QCOMPARE(day.why, CountedDay::Why::Weekend);
        QVERIFY(!WorkCalendar().isUsable());
        QVERIFY(!WorkCalendar(QStringLiteral("v"), {}, {}, {}).isUsable());
        OfficeHours reversed = kOrdinary;
        std::swap(reversed.opens, reversed.closes);
        QVERIFY(!WorkCalendar(QStringLiteral("v"), {}, {}, { reversed }).isUsable());
        OfficeHours backwards = kOrdinary;
        backwards.last = backwards.first.addDays(-1);
        QVERIFY(!WorkCalendar(QStringLiteral("v"), {}, {}, { backwards }).isUsable());
        QVERIFY(sampleCalendar().isUsable());
    }

    void aDayThatIsNoneIsAnsweredAtOnce()
    {
        const WorkCalendar calendar = sampleCalendar();
        QCOMPARE(calendar.workingDaysBetween(QDate(), QDate(2026, 11, 22)), 0);
        QCOMPARE(calendar.workingDaysBetween(QDate(2026, 11, 22), QDate()), 0);
        QVERIFY(!calendar.isWorkingDay(QDate()));
        QVERIFY(!calendar.addWorkingDays(QDate(), 7).isValid());
        QVERIFY(calendar.explain(QDate(), 7).empty());
    }
};

QTEST_GUILESS_MAIN(CalendarTest)
#include "tst_calendar.moc"

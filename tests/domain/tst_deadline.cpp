// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/deadline.h"

#include "tests/support/samplereference.h"
#include "tests/support/shown.h"

#include <QtTest/QTest>

using namespace tawasul;
using namespace std::chrono_literals;

namespace {

const QString kRule = QStringLiteral("absence_cancel_15");
const QDate kThursday(2026, 11, 26);

Instant at(QDate day, int hour, int minute = 0)
{
    return riyadhInstant(day, QTime(hour, minute));
}

} // namespace

Q_DECLARE_METATYPE(tawasul::TimeLeft)

class DeadlineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePromiseCountsFromTheDayInRiyadhWhateverTheHour_data()
    {
        QTest::addColumn<QString>("submitted");
        QTest::addColumn<QString>("due");
        QTest::newRow("in the morning") << "2026-11-22T07:42:08.000Z"
                                        << "2026-12-01T11:30:00.000Z";
        QTest::newRow("the first moment of the day") << "2026-11-21T21:00:00.000Z"
                                                     << "2026-12-01T11:30:00.000Z";
        QTest::newRow("the last moment of the day") << "2026-11-22T20:59:59.999Z"
                                                    << "2026-12-01T11:30:00.000Z";
        QTest::newRow("a moment later") << "2026-11-22T21:00:00.000Z"
                                        << "2026-12-02T11:30:00.000Z";
        QTest::newRow("into Ramadan") << "2026-02-10T07:00:00.000Z"
                                      << "2026-02-19T12:00:00.000Z";
    }

    void thePromiseCountsFromTheDayInRiyadhWhateverTheHour()
    {
        QFETCH(QString, submitted);
        QFETCH(QString, due);
        const Deadline deadline = serviceDeadline(*instantFromIso(submitted), 7, sampleCalendar());
        QCOMPARE(toIso(deadline.at), due);
        QCOMPARE(deadline.day, riyadhDate(deadline.at));
        QCOMPARE(deadline.kind, Deadline::Kind::Service);
        QVERIFY(deadline.rule.isEmpty());
    }

    void aStatutoryDayEndsWhenTheOfficeLastCloses_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<Instant>("end");
        QTest::newRow("a working day") << kThursday << at(kThursday, 14, 30);
        QTest::newRow("a Friday") << QDate(2026, 11, 27) << at(kThursday, 14, 30);
        QTest::newRow("a Saturday") << QDate(2026, 11, 28) << at(kThursday, 14, 30);
        QTest::newRow("the last day of a holiday across a weekend")
            << QDate(2026, 3, 22) << at(QDate(2026, 3, 18), 15);
    }

    void aStatutoryDayEndsWhenTheOfficeLastCloses()
    {
        QFETCH(QDate, day);
        QFETCH(Instant, end);
        const Deadline deadline = statutoryDeadline(day, kRule, sampleCalendar());
        QCOMPARE(deadline.day, day);
        QCOMPARE(deadline.at, end);
        QCOMPARE(deadline.kind, Deadline::Kind::Statutory);
        QCOMPARE(deadline.rule, kRule);
    }

    void theEarlierOneIsWorkedAgainstAndTheStatutoryOneInATie()
    {
        const Deadline service{ Deadline::Kind::Service, kThursday, at(kThursday, 14, 30), {} };
        const auto statutoryOn = [](QDate day) { return statutoryDeadline(day, kRule, sampleCalendar()); };
        QVERIFY(earlier(service, std::nullopt) == service);
        QCOMPARE(earlier(service, statutoryOn(kThursday)).kind, Deadline::Kind::Statutory);
        QCOMPARE(earlier(service, statutoryOn(kThursday.addDays(-1))).kind, Deadline::Kind::Statutory);
        QCOMPARE(earlier(service, statutoryOn(kThursday.addDays(3))).kind, Deadline::Kind::Service);
        // A Saturday ends on Thursday, and so ties.
        QCOMPARE(earlier(service, statutoryOn(kThursday.addDays(2))).kind, Deadline::Kind::Statutory);
    }

    void whatIsLeftIsToldInWorkingDaysAndOnTheLastDayInMinutes_data()
    {
        using State = TimeLeft::State;
        QTest::addColumn<Instant>("now");
        QTest::addColumn<TimeLeft>("left");
        const Instant closing = at(kThursday, 14, 30);
        const auto row = [](const char *name, Instant now, TimeLeft left) {
            QTest::newRow(name) << now << left;
        };
        row("submitted", at(QDate(2026, 11, 17), 10), { State::Ahead, 7, {} });
        row("the day before", at(QDate(2026, 11, 25), 23, 59), { State::Ahead, 1, {} });
        row("the day before, its last moment", at(kThursday, 0) - 1ms, { State::Ahead, 1, {} });
        row("the day begins", at(kThursday, 0), { State::EndsToday, 0, 14h + 30min });
        row("before the office opens", at(kThursday, 6), { State::EndsToday, 0, 8h + 30min });
        row("a minute before closing", closing - 1min, { State::EndsToday, 0, 1min });
        row("a moment less than a minute", closing - 1min + 1ms, { State::EndsToday, 0, 0min });
        row("a moment before closing", closing - 1ms, { State::EndsToday, 0, 0min });
        row("at closing", closing, { State::EndsToday, 0, 0min });
        row("a moment after closing", closing + 1ms, { State::Overdue, 0, {} });
        row("late that evening", at(kThursday, 23), { State::Overdue, 0, {} });
        row("on the weekend", at(QDate(2026, 11, 28), 12), { State::Overdue, 0, {} });
        row("on Sunday", at(QDate(2026, 11, 29), 8), { State::Overdue, 1, {} });
        row("a week later", at(QDate(2026, 12, 3), 8), { State::Overdue, 5, {} });
    }

    void whatIsLeftIsToldInWorkingDaysAndOnTheLastDayInMinutes()
    {
        QFETCH(Instant, now);
        QFETCH(TimeLeft, left);
        const Deadline deadline = serviceDeadline(at(QDate(2026, 11, 17), 10), 7, sampleCalendar());
        QCOMPARE(deadline.day, kThursday);
        const TimeLeft found = timeLeft(deadline, now, sampleCalendar());
        QCOMPARE(found.state, left.state);
        QCOMPARE(found.workingDays, left.workingDays);
        QCOMPARE(found.officeMinutes.count(), left.officeMinutes.count());
    }

    void aStatutorySaturdayEndsOnThursday()
    {
        const Deadline saturday = statutoryDeadline(QDate(2026, 11, 28), kRule, sampleCalendar());
        const auto state = [&saturday](Instant now) {
            return timeLeft(saturday, now, sampleCalendar()).state;
        };
        QCOMPARE(state(at(QDate(2026, 11, 25), 12)), TimeLeft::State::Ahead);
        QCOMPARE(state(at(kThursday, 12)), TimeLeft::State::EndsToday);
        QCOMPARE(state(at(QDate(2026, 11, 27), 12)), TimeLeft::State::Overdue);
    }
};

QTEST_GUILESS_MAIN(DeadlineTest)
#include "tst_deadline.moc"

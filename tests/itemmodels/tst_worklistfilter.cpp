// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QTest>

#include "models/itemmodels/worklistfilter.h"
#include "tests/support/sampleworklist.h"

using namespace tawasul;

namespace {

constexpr std::uint8_t kUnassigned = static_cast<std::uint8_t>(RowFlag::Unassigned);

WorklistEntry entry(qint64 row, Instant deadline, CaseStatus status, std::uint16_t section = 0,
                    std::uint8_t flags = 0)
{
    return {row, deadline.time_since_epoch().count(), section, status, flags};
}

// One of each kind around worklistNow(), rows numbered from 1 in the order of deadlines.
Worklist mixed()
{
    const auto at = [](int day, QTime time) { return riyadhInstant(QDate(2026, 11, day), time); };
    const QTime closing(14, 30);
    Worklist list;
    list.sections = {QStringLiteral("residency"), QStringLiteral("visit")};
    list.entries = {
        entry(1, at(17, closing), CaseStatus::Completed),
        entry(2, at(18, closing), CaseStatus::InProgress),
        entry(3, at(19, closing), CaseStatus::Returned),
        entry(4, at(22, QTime(10, 41, 59)), CaseStatus::New, 1, kUnassigned),
        entry(5, at(22, closing), CaseStatus::Resubmitted),
        entry(6, at(22, closing), CaseStatus::Returned, 1),
        entry(7, at(23, closing), CaseStatus::AwaitingExecution, 1),
        entry(8, at(24, closing), CaseStatus::Escalated, 0, kUnassigned),
        entry(9, at(25, closing), CaseStatus::Rejected),
        entry(10, at(26, closing), CaseStatus::Unknown, 1),
    };
    return list;
}

using Rows = QList<qint64>;

Rows rowsOf(const Worklist &list, const WorklistFilter &filter, Instant now = worklistNow())
{
    Rows rows;
    for (const std::uint32_t index : selectRows(list, filter, now).visible)
        rows.append(list.entries[index].row);
    return rows;
}

WorklistFilter of(WorklistChip chip, std::optional<CaseStatus> status = {}, const QString &section = {},
                  Ownership ownership = Ownership::Anyones,
                  const std::optional<std::vector<qint64>> &found = {})
{
    return {chip, section, status, ownership,
            found ? std::make_shared<const std::vector<qint64>>(*found) : nullptr};
}

} // namespace

Q_DECLARE_METATYPE(tawasul::WorklistFilter)

class WorklistFilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatEndsOnADayIsWhatIsToBeDoneByThen()
    {
        const QDate day(2026, 11, 23);
        const auto entry = [](qint64 row, Instant deadline, CaseStatus status = CaseStatus::InProgress) {
            WorklistEntry made;
            made.row = row;
            made.deadlineMs = deadline.time_since_epoch().count();
            made.status = status;
            return made;
        };
        const Instant begins = riyadhInstant(day, QTime(0, 0));
        const Instant ends = riyadhInstant(day.addDays(1), QTime(0, 0));
        Worklist worklist;
        worklist.entries = {entry(1, begins - std::chrono::milliseconds(1)),
                            entry(2, begins),
                            entry(3, begins, CaseStatus::Returned),
                            entry(4, begins, CaseStatus::Completed),
                            entry(5, ends - std::chrono::milliseconds(1), CaseStatus::Resubmitted),
                            entry(6, ends)};
        QCOMPARE(rowsEndingOn(worklist, day), (std::vector<qint64>{2, 5}));
        QVERIFY(rowsEndingOn({}, day).empty());
    }

    void eachFilterShowsItsRowsInTheOrderOfDeadlines_data()
    {
        using C = WorklistChip;
        QTest::addColumn<WorklistFilter>("filter");
        QTest::addColumn<Rows>("rows");
        const auto row = [](const char *name, const WorklistFilter &filter, const Rows &rows) {
            QTest::newRow(name) << filter << rows;
        };
        row("all that is to be done", of(C::AllOpen), {2, 4, 5, 7, 8, 10});
        row("late, the minute that has just passed too", of(C::Overdue), {2, 4});
        row("ending today", of(C::EndingToday), {5});
        row("answered by the applicant", of(C::ReturnedToMe), {5});
        row("awaiting execution", of(C::AwaitingExecution), {7});
        row("returned, when asked for", of(C::AllOpen, CaseStatus::Returned), {3, 6});
        row("nobody is late with a returned case", of(C::Overdue, CaseStatus::Returned), {});
        row("completed, when asked for", of(C::AllOpen, CaseStatus::Completed), {1});
        row("nobody is late with a closed case", of(C::Overdue, CaseStatus::Completed), {});
        row("one section", of(C::AllOpen, {}, QStringLiteral("visit")), {4, 7, 10});
        row("a section without cases", of(C::AllOpen, {}, QStringLiteral("exit")), {});
        row("nobody's", of(C::AllOpen, {}, {}, Ownership::Nobodys), {4, 8});
        row("somebody's", of(C::AllOpen, {}, {}, Ownership::Somebodys), {2, 5, 7, 10});
        row("found, what is to be done first and closed ones last",
            of(C::AllOpen, {}, {}, Ownership::Anyones, {{1, 3, 5, 7, 9, 99}}), {5, 7, 3, 1, 9});
        row("found and late", of(C::Overdue, {}, {}, Ownership::Anyones, {{1, 2, 5}}), {2});
        row("nothing found", of(C::AllOpen, {}, {}, Ownership::Anyones, {std::vector<qint64>()}), {});
    }
    void eachFilterShowsItsRowsInTheOrderOfDeadlines()
    {
        QFETCH(WorklistFilter, filter);
        QTEST(rowsOf(mixed(), filter), "rows");
    }

    void everyChipCountsExactlyTheRowsItWouldShow()
    {
        const WorklistPtr large = largeWorklist(3000, worklistNow());
        for (const WorklistFilter &other :
             {of(WorklistChip::AllOpen), of(WorklistChip::Overdue, {}, QStringLiteral("visit")),
              of(WorklistChip::AllOpen, CaseStatus::New),
              of(WorklistChip::AllOpen, {}, {}, Ownership::Nobodys),
              of(WorklistChip::EndingToday, {}, {}, Ownership::Anyones, {{7, 300, 301, 302, 900}})}) {
            const WorklistCounts counts = countsOf(*large, other, worklistNow());
            for (const WorklistChip chip : kWorklistChips) {
                WorklistFilter chosen = other;
                chosen.chip = chip;
                QCOMPARE(counts.of(chip), rowsOf(*large, chosen).size());
            }
        }
    }

    void nothingChangesBeforeTheMomentThatIsNamed()
    {
        const Worklist list = mixed();
        Instant now = worklistNow();
        for (int step = 0; step < 20; ++step) {
            for (const WorklistChip chip : {WorklistChip::Overdue, WorklistChip::EndingToday}) {
                const Instant until = selectRows(list, of(chip), now).stableUntil;
                QVERIFY(until > now);
                const Rows rows = rowsOf(list, of(chip), now);
                QCOMPARE(rowsOf(list, of(chip), until - std::chrono::milliseconds(1)), rows);
            }
            now = selectRows(list, of(WorklistChip::AllOpen), now).stableUntil;
        }
    }

    void theLastMomentOfTheDeadlineIsStillInTime()
    {
        const Instant closing = riyadhInstant(QDate(2026, 11, 22), QTime(14, 30));
        QCOMPARE(rowsOf(mixed(), of(WorklistChip::EndingToday), closing), Rows{5});
        QCOMPARE(rowsOf(mixed(), of(WorklistChip::Overdue), closing + std::chrono::milliseconds(1)),
                 (Rows{2, 4, 5}));
    }
};

QTEST_GUILESS_MAIN(WorklistFilterTest)
#include "tst_worklistfilter.moc"

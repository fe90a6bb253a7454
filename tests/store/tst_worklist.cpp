// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/worklistledger.h"
#include "tests/support/seededrandom.h"

#include <QtTest/QTest>

#include <algorithm>
#include <map>
#include <tuple>

using namespace tawasul;

namespace {

WorklistEntry entry(qint64 row, qint64 deadlineMs, CaseStatus status = CaseStatus::New)
{
    WorklistEntry made;
    made.row = row;
    made.deadlineMs = deadlineMs;
    made.status = status;
    return made;
}

std::vector<qint64> rowsOf(const WorklistPtr &list)
{
    std::vector<qint64> rows;
    for (const WorklistEntry &one : list->entries)
        rows.push_back(one.row);
    return rows;
}

} // namespace

class WorklistTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEarlierDeadlineIsOnTopAndEqualOnesKeepTheirOrderOfArrival()
    {
        WorklistLedger ledger;
        ledger.load({entry(3, 50), entry(1, 90), entry(2, 50), entry(4, -5)});
        QCOMPARE(rowsOf(ledger.snapshot()), (std::vector<qint64>{4, 2, 3, 1}));
    }

    void aSnapshotNeverChangesAndItsGenerationRises()
    {
        WorklistLedger ledger;
        ledger.load({entry(1, 10), entry(2, 20)});
        const WorklistPtr before = ledger.snapshot();
        ledger.apply({{1, entry(1, 30)}});
        const WorklistPtr after = ledger.snapshot();
        QCOMPARE(rowsOf(before), (std::vector<qint64>{1, 2}));
        QCOMPARE(rowsOf(after), (std::vector<qint64>{2, 1}));
        QVERIFY(after->generation > before->generation);
    }

    void nothingNewIsTheSameSnapshot()
    {
        WorklistLedger ledger;
        ledger.load({entry(1, 10)});
        const WorklistPtr before = ledger.snapshot();
        ledger.apply({{1, entry(1, 10)}, {7, std::nullopt}});
        QCOMPARE(ledger.snapshot(), before);
        QCOMPARE(ledger.placed(), 0);
    }

    void aBeginningTakesChangesAsFarAsItReaches()
    {
        WorklistLedger ledger;
        ledger.apply(
            {{1, entry(1, 90)}, {2, std::nullopt}, {3, entry(3, 15)}, {9, entry(9, 20)}, {8, entry(8, 21)}});
        const WorklistPtr beginning =
            ledger.beginning({entry(1, 10), entry(2, 11), entry(3, 12), entry(4, 13), entry(5, 20)}, 20);
        QCOMPARE(rowsOf(beginning), (std::vector<qint64>{4, 3, 5, 9}));
        QVERIFY(!beginning->isWhole);
        // And they are in the whole, when that is read.
        ledger.load({entry(1, 10), entry(2, 11), entry(3, 12), entry(4, 13), entry(5, 20), entry(6, 30),
                     entry(8, 5)});
        QCOMPARE(rowsOf(ledger.snapshot()), (std::vector<qint64>{4, 3, 5, 9, 8, 6, 1}));
        QVERIFY(ledger.snapshot()->isWhole);
    }

    void sectionsHaveOnePlaceEach()
    {
        WorklistLedger ledger;
        const auto first = ledger.sectionIndex(QStringLiteral("residency"));
        QCOMPARE(ledger.sectionIndex(QStringLiteral("reports")), std::uint16_t(first + 1));
        QCOMPARE(ledger.sectionIndex(QStringLiteral("residency")), first);
        ledger.load({entry(1, 10)});
        QCOMPARE(ledger.snapshot()->sections,
                 (std::vector<QString>{QStringLiteral("residency"), QStringLiteral("reports")}));
    }

    void whateverChangesTheOrderIsThatOfSortingAnew()
    {
        SeededRandom random(20261122);
        WorklistLedger ledger;
        std::map<qint64, WorklistEntry> truth;
        ledger.load({});
        const auto draw = [&random](std::uint64_t below) {
            return static_cast<qint64>(random.next() % below);
        };
        for (int round = 0; round < 400; ++round) {
            std::vector<WorklistLedger::Edit> edits;
            for (qint64 left = draw(12); left >= 0; --left) {
                const qint64 row = 1 + draw(60);
                if (draw(3) == 0) {
                    truth.erase(row);
                    edits.push_back({row, std::nullopt});
                } else {
                    const auto made =
                        entry(row, draw(8), draw(2) == 0 ? CaseStatus::New : CaseStatus::Returned);
                    truth[row] = made;
                    edits.push_back({row, made});
                }
            }
            ledger.apply(edits);
            if (draw(3) == 0)
                continue; // several changes, one snapshot
            std::vector<WorklistEntry> sorted;
            for (const auto &[row, one] : truth)
                sorted.push_back(one);
            std::stable_sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) {
                return std::tie(a.deadlineMs, a.row) < std::tie(b.deadlineMs, b.row);
            });
            QCOMPARE(ledger.snapshot()->entries, sorted);
        }
    }

    void oneChangeAmongAHundredThousandPlacesTwoEntries()
    {
        WorklistLedger ledger;
        std::vector<WorklistEntry> many;
        for (qint64 row = 1; row <= 100'000; ++row)
            many.push_back(entry(row, (row * 7919) % 100'003));
        ledger.load(std::move(many));
        QCOMPARE(ledger.snapshot()->entries.size(), std::size_t(100'000));
        ledger.apply({{50'000, entry(50'000, 3)}});
        QCOMPARE(ledger.snapshot()->entries.size(), std::size_t(100'000));
        QCOMPARE(ledger.placed(), 2); // out of its old place, into its new one
        ledger.apply({{50'001, std::nullopt}, {100'001, entry(100'001, 9)}});
        QCOMPARE(ledger.snapshot()->entries.size(), std::size_t(100'000));
        QCOMPARE(ledger.placed(), 4);
    }
};

QTEST_GUILESS_MAIN(WorklistTest)
#include "tst_worklist.moc"

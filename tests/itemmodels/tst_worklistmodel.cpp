// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QItemSelectionModel>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "models/itemmodels/worklistmodel.h"
#include "tests/support/handclock.h"
#include "tests/support/sampleworklist.h"

using namespace tawasul;

namespace {

// Words that tell which cell they come from.
class PlainWords final : public RowWords
{
public:
    [[nodiscard]] QString header(WorklistColumn column) const override
    {
        return QString::number(static_cast<int>(column));
    }
    [[nodiscard]] QString sentence(const CaseHead &head, Instant) const override
    {
        return QString(u"all of " % head.number);
    }
    [[nodiscard]] QString cell(const CaseHead &head, WorklistColumn, Instant) const override
    {
        return head.number;
    }
    [[nodiscard]] QString beingRead() const override { return QStringLiteral("…"); }
};

std::vector<CaseHead> without(std::vector<CaseHead> heads, qint64 row)
{
    std::erase_if(heads, [row](const CaseHead &head) { return head.row == row; });
    return heads;
}

constexpr int kPage = 17; // rows on a screen

} // namespace

class WorklistModelTest : public QObject
{
    Q_OBJECT

private:
    HandClock m_clock{worklistNow()};
    PlainWords m_words;
    std::vector<CaseHead> m_heads = sampleHeads();
    std::unique_ptr<FakeSource> m_source;
    std::unique_ptr<WorklistModel> m_model;

    // Looks at a page as a view does, until everything asked for has come.
    void show(int first, int count = kPage)
    {
        for (int again = 0; again < 4; ++again) {
            for (int row = first; row < std::min(first + count, m_model->rowCount()); ++row)
                std::ignore = m_model->headAt(row);
            QCoreApplication::sendPostedEvents();
        }
    }

private Q_SLOTS:
    void init()
    {
        m_clock.set(worklistNow());
        m_heads = sampleHeads();
        m_source = std::make_unique<FakeSource>(m_heads);
        m_model = std::make_unique<WorklistModel>(*m_source, m_clock, m_words);
    }
    void cleanup()
    {
        m_model.reset();
        m_source.reset();
    }

    void theModelKeepsItsPromisesWhateverHappens()
    {
        const QAbstractItemModelTester tester(m_model.get(),
                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
        m_model->setWorklist(worklistOf(m_heads));
        show(0);
        for (const WorklistChip chip : kWorklistChips) {
            WorklistFilter filter;
            filter.chip = chip;
            m_model->setFilter(filter);
            show(0);
        }
        m_model->setFilter({});
        m_model->setWorklist(worklistOf(without(m_heads, 4), 2));
        m_clock.advance(std::chrono::hours(30));
        m_model->tick();
        // Upside down: every row changes its place.
        std::vector<CaseHead> turned = m_heads;
        for (CaseHead &head : turned)
            head.deadline.at = worklistNow() + (worklistNow() - head.deadline.at);
        m_model->setWorklist(worklistOf(turned, 3));
        show(0);
        m_model->setWorklist(worklistOf({}, 4));
        m_model->setWorklist(nullptr);
        QCOMPARE(m_model->rowCount(), 0);
    }

    void theWholeListFollowsItsBeginningBehindTheRowsThatAreShown()
    {
        const WorklistPtr whole = largeWorklist(10'000, worklistNow());
        Worklist first = *whole;
        first.entries.resize(200);
        first.generation = 0;
        first.isWhole = false;
        m_source = std::make_unique<FakeSource>();
        m_source->serve(whole);
        m_model = std::make_unique<WorklistModel>(*m_source, m_clock, m_words);
        QVERIFY(!m_model->isWhole());
        m_model->setWorklist(std::make_shared<const Worklist>(first));
        QVERIFY(!m_model->isWhole());
        show(0);
        const int asked = m_source->headsAsked;
        const QPersistentModelIndex held = m_model->index(3, 0);
        const qint64 key = m_model->keyAt(3);
        const int seen = m_model->rowCount();
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        QSignalSpy anew(m_model.get(), &QAbstractItemModel::layoutChanged);
        m_model->setWorklist(whole);
        QVERIFY(m_model->isWhole());
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(inserted.first().at(1).toInt(), seen);
        QCOMPARE(removed.count() + anew.count(), 0);
        QCOMPARE(m_model->keyAt(held.row()), key);
        show(0);
        QCOMPARE(m_source->headsAsked, asked); // what is shown is not read again
    }

    void rowsAreReadInBlocksOnceAndAheadOfTheEye()
    {
        const WorklistPtr large = largeWorklist(10'000, worklistNow());
        m_source->serve(large);
        m_model->setWorklist(large);
        show(0);
        QCOMPARE(m_source->headQuestions, 1);
        QCOMPARE(m_source->headsAsked, WorklistModel::kBlock);
        show(0);
        QCOMPARE(m_source->headQuestions, 1);
        // Past the middle of the block the next one is fetched before it is seen.
        show(WorklistModel::kBlock / 2);
        QCOMPARE(m_source->headQuestions, 2);
        QVERIFY(m_model->headAt(WorklistModel::kBlock));
        QCOMPARE(m_source->headsAsked, 2 * WorklistModel::kBlock);
    }

    void aRowIsAPlaceholderUntilItsHeadArrives()
    {
        m_source->hold();
        m_model->setWorklist(worklistOf(m_heads));
        const QModelIndex first = m_model->index(0, 0);
        QCOMPARE(first.data(), QVariant(m_words.beingRead()));
        show(0);
        QCOMPARE(first.data(), QVariant(m_words.beingRead()));
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_source->release();
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(first.data(), QVariant(m_model->headAt(0)->number));
        QCOMPARE(first.data(Qt::AccessibleTextRole).toString(),
                 QString(u"all of " % m_model->headAt(0)->number));
    }

    void whoeverScrollsFastReadsWhereTheyStopped()
    {
        const WorklistPtr large = largeWorklist(100'000, worklistNow());
        m_source->serve(large);
        m_source->hold();
        m_model->setWorklist(large);
        for (int row = 0; row < 60'000; row += 500) {
            std::ignore = m_model->headAt(row);
            QCoreApplication::sendPostedEvents();
        }
        const int questions = m_source->headQuestions;
        QVERIFY2(questions <= 8, qPrintable(QString::number(questions)));
        m_source->release();
        QTRY_VERIFY(m_model->headAt(59'500));
        QVERIFY(m_source->headQuestions < 20);
    }

    void onlyTheHeadsShownLatelyAreKept()
    {
        constexpr int kMany = WorklistModel::kBlock * WorklistModel::kBlocksKept;
        const WorklistPtr large = largeWorklist(3 * kMany, worklistNow());
        m_source->serve(large);
        m_model->setWorklist(large);
        show(0);
        const int once = m_source->headsAsked;
        for (int row = 0; row < m_model->rowCount(); row += WorklistModel::kBlock)
            show(row, 1);
        QVERIFY(m_source->headsAsked <= m_model->rowCount() + WorklistModel::kBlock);
        const int all = m_source->headsAsked;
        show(0);
        QCOMPARE(m_source->headsAsked - all, once); // forgotten meanwhile, and read again
    }

    void aCaseKeepsItsSelectionWhenRowsComeAndGo()
    {
        m_model->setWorklist(worklistOf(without(m_heads, 1)));
        QItemSelectionModel selection(m_model.get());
        const int row = 5;
        const qint64 key = m_model->keyAt(row);
        selection.select(m_model->index(row, 0),
                         QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        QSignalSpy layouts(m_model.get(), &QAbstractItemModel::layoutChanged);
        QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
        m_model->setWorklist(worklistOf(m_heads, 2));
        QCOMPARE(m_model->keyAt(selection.selectedRows().value(0).row()), key);
        QVERIFY(selection.selectedRows().value(0).row() > row);
        m_model->setWorklist(worklistOf(without(m_heads, m_model->keyAt(2)), 3));
        QCOMPARE(m_model->keyAt(selection.selectedRows().value(0).row()), key);
        QCOMPARE(layouts.count(), 0); // single rows, so that a view moves as little as can be
        QCOMPARE(resets.count(), 0);
    }

    void aCaseKeepsItsSelectionWhenEverythingIsSortedAnew()
    {
        m_model->setWorklist(worklistOf(m_heads));
        QItemSelectionModel selection(m_model.get());
        const qint64 key = m_model->keyAt(3);
        selection.select(m_model->index(3, 0),
                         QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        for (CaseHead &head : m_heads)
            head.deadline.at = worklistNow() + (worklistNow() - head.deadline.at);
        m_model->setWorklist(worklistOf(m_heads, 2));
        QCOMPARE(selection.selectedRows().size(), 1);
        QCOMPARE(m_model->keyAt(selection.selectedRows().first().row()), key);
    }

    void aChangedCaseIsReadAgainAndShownOldMeanwhile()
    {
        m_model->setWorklist(worklistOf(m_heads));
        show(0);
        CaseHead changed = *m_model->headAt(4);
        const int before = m_source->headsAsked;
        changed.status = CaseStatus::Escalated;
        m_source->put(changed);
        for (CaseHead &head : m_heads)
            head = head.row == changed.row ? changed : head;
        m_source->hold();
        m_model->setWorklist(worklistOf(m_heads, 2));
        show(0);
        QCOMPARE(m_source->headsAsked, before + 1);
        QVERIFY(m_model->headAt(4));
        m_source->release();
        QTRY_COMPARE(m_model->headAt(4)->status, CaseStatus::Escalated);
    }

    void aNameThatChangedIsReadAgainWhenTheCaseIsNamed()
    {
        m_model->setWorklist(worklistOf(m_heads));
        show(0);
        CaseHead changed = *m_model->headAt(2);
        changed.beneficiaryName = QStringLiteral("اسم آخر");
        m_source->put(changed);
        m_model->refreshCase(changed.id);
        show(0);
        QCOMPARE(m_model->headAt(2)->beneficiaryName, changed.beneficiaryName);
        const int asked = m_source->headsAsked;
        show(0);
        QCOMPARE(m_source->headsAsked, asked);
    }

    void aSourceThatLagsBehindIsNotAskedForEver()
    {
        m_model->setWorklist(worklistOf(m_heads));
        show(0);
        std::vector<CaseHead> ahead = m_heads;
        for (CaseHead &head : ahead)
            head.flags ^= static_cast<std::uint8_t>(RowFlag::HasDraft);
        const int before = m_source->headsAsked;
        m_model->setWorklist(worklistOf(ahead, 2)); // the source still answers without drafts
        for (int again = 0; again < 10; ++again)
            show(0);
        QVERIFY(m_source->headsAsked - before <= WorklistModel::kBlock);
    }

    void aFailedQuestionIsSaidOnceAndAskedAgainOnlyWhenTold()
    {
        const Error error{Error::Kind::Storage, QStringLiteral("cache.unreadable"), {}};
        QSignalSpy failed(m_model.get(), &WorklistModel::fetchFailed);
        m_source->failNext(error);
        m_model->setWorklist(worklistOf(m_heads));
        for (int again = 0; again < 5; ++again)
            show(0);
        QCOMPARE(failed.count(), 1);
        QCOMPARE(m_source->headQuestions, 1);
        QVERIFY(!m_model->headAt(0));
        m_model->retry();
        show(0);
        QVERIFY(m_model->headAt(0));
    }

    void aCancelledQuestionLeavesTheRowsFreeToBeAskedFor()
    {
        m_source->cancelNext();
        m_model->setWorklist(worklistOf(m_heads));
        show(0);
        QVERIFY(!m_model->headAt(0));
        m_model->setWorklist(worklistOf(m_heads, 2));
        show(0);
        QVERIFY(m_model->headAt(0));
    }

    void aRowThatIsGoneStaysAPlaceholder()
    {
        m_source->remove(m_heads.front().row);
        m_model->setWorklist(worklistOf(m_heads));
        for (int again = 0; again < 5; ++again)
            show(0);
        QCOMPARE(m_source->headQuestions, 1);
        QVERIFY(!m_model->headAt(m_model->rowOf(m_heads.front().row)));
    }

    void casesBecomeLateByThemselves()
    {
        WorklistFilter late;
        late.chip = WorklistChip::Overdue;
        m_model->setFilter(late);
        m_model->setWorklist(worklistOf(m_heads));
        const int before = m_model->rowCount();
        const int today = m_model->counts().of(WorklistChip::EndingToday);
        QVERIFY(today > 0);
        m_clock.set(riyadhInstant(QDate(2026, 11, 22), QTime(14, 31)));
        QCOMPARE(m_model->rowCount(), before); // nothing moves until it is told that time has passed
        m_model->tick();
        QCOMPARE(m_model->rowCount(), before + today);
        QCOMPARE(m_model->counts().of(WorklistChip::EndingToday), 0);
    }

    void withinAMinuteNothingIsLookedAtAgain()
    {
        m_model->setWorklist(worklistOf(m_heads));
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy rows(m_model.get(), &WorklistModel::rowsChanged);
        m_clock.advance(std::chrono::seconds(30));
        m_model->tick();
        QCOMPARE(changed.count(), 0);
        m_clock.advance(std::chrono::seconds(40));
        m_model->tick();
        QCOMPARE(changed.count(), 1); // the words of the time that is left
        QCOMPARE(rows.count(), 0);    // and no pass over the rows: none became late
    }

    void aMillionCasesCostOnePageOfReading()
    {
        const WorklistPtr million = largeWorklist(1'000'000, worklistNow());
        m_source->serve(million);
        m_model->setWorklist(million);
        QCOMPARE(m_model->rowCount(), 625'000); // five of eight statuses are to be done
        show(300'000);
        QVERIFY(m_source->headsAsked <= 3 * WorklistModel::kBlock);
        // The same rows in the next snapshot: nothing is signalled row by row, nothing read again.
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy layouts(m_model.get(), &QAbstractItemModel::layoutChanged);
        const int asked = m_source->headsAsked;
        m_model->setWorklist(largeWorklist(1'000'000, worklistNow(), 2));
        show(300'000);
        QCOMPARE(inserted.count() + layouts.count(), 0);
        QCOMPARE(m_source->headsAsked, asked);
        WorklistFilter late;
        late.chip = WorklistChip::Overdue;
        m_model->setFilter(late);
        QCOMPARE(m_model->rowCount(), m_model->counts().of(WorklistChip::Overdue));
    }
};

QTEST_GUILESS_MAIN(WorklistModelTest)
#include "tst_worklistmodel.moc"

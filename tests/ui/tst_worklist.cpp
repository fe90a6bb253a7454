// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtGui/QAccessible>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

#include "models/arabic/bidi.h"
#include "tests/support/handclock.h"
#include "tests/support/sampleworklist.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/language.h"
#include "ui/shared/skeletonrows.h"
#include "ui/shared/strip.h"
#include "ui/shared/syncwords.h"
#include "ui/theme/theme.h"
#include "ui/worklist/rowbrush.h"
#include "ui/worklist/worklistpage.h"
#include "ui/worklist/worklistview.h"

using namespace tawasul;

class WorklistTest : public QObject
{
    Q_OBJECT

private:
    HandClock m_clock{worklistNow()};
    std::vector<CaseHead> m_heads = sampleHeads();
    ReferencePtr m_reference = shippedReference();
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Catalogues> m_words;
    std::unique_ptr<FakeSource> m_source;
    std::unique_ptr<WorklistPage> m_page;

    void open(Language language = Language::Arabic)
    {
        m_words->use(language);
        m_page.reset();
        m_source = std::make_unique<FakeSource>(m_heads);
        m_page = std::make_unique<WorklistPage>(*m_theme, *m_source, m_clock,
                                                DisplayLocale{language, Digits::European});
        m_page->setReference(m_reference);
        m_page->resize(1268, 820);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void fill()
    {
        m_page->setWorklist(worklistOf(m_heads));
        m_page->focusRows();
        QTRY_VERIFY(m_page->model().headAt(0));
    }
    WorklistView &view() const { return m_page->view(); }
    qint64 currentKey() const { return m_page->model().keyAt(view().currentRow()); }
    template<class T = QWidget>
    T *part(const char *name) const
    {
        return m_page->findChild<T *>(QString::fromLatin1(name));
    }
    QPushButton &chip(WorklistChip chip) const
    {
        return *part<QPushButton>(qPrintable(QStringLiteral("chip%1").arg(static_cast<int>(chip))));
    }
    int topOf(qint64 key) const { return view().rowViewportPosition(m_page->model().rowOf(key)); }
    std::vector<CaseHead> without(qint64 key) const
    {
        std::vector<CaseHead> left = m_heads;
        std::erase_if(left, [key](const CaseHead &head) { return head.row == key; });
        return left;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_theme->apply({Scheme::Light, 100, true});
        m_words = std::make_unique<Catalogues>(*qApp);
    }
    void init()
    {
        m_clock.set(worklistNow());
        open();
    }
    void cleanup() { m_page.reset(); }
    void cleanupTestCase()
    {
        m_words.reset();
        m_theme.reset();
    }

    // --- rows and keyboard ---

    void fifteenRowsAreSeenAtOnceAndTheFirstIsSelected()
    {
        fill();
        // The window of 1536 by 960 gives the page this height with the training band.
        m_page->resize(1268, 960 - 26 - 60 - 34 - 24);
        QCOMPARE(view().rowHeight(0), 48);
        QVERIFY2(view().viewport()->height() / 48 >= 15,
                 qPrintable(QString::number(view().viewport()->height())));
        QCOMPARE(view().currentRow(), 0);
        QCOMPARE(view().selectionModel()->selectedRows().size(), 1);
        QVERIFY(view().hasFocus());
    }

    void theListHasNoHorizontalScrollBarAtAnyTextSize()
    {
        fill();
        for (const int percent : {90, 100, 125, 150}) {
            m_theme->apply({Scheme::Light, percent, true});
            for (const int width : {320, 700, 1180, 1268}) {
                m_page->resize(width, 600);
                QCOMPARE(m_page->width(), width);
                QTRY_COMPARE(view().horizontalScrollBar()->maximum(), 0);
                QCOMPARE(view().horizontalHeader()->length(), view().viewport()->width());
            }
        }
        m_theme->apply({Scheme::Light, 100, true});
    }

    void theKeyboardMovesByRows_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::newRow("down") << Qt::Key_Down << 0 << 1;
        QTest::newRow("up") << Qt::Key_Up << 5 << 4;
        QTest::newRow("end") << Qt::Key_End << 0 << -1;
        QTest::newRow("home") << Qt::Key_Home << 9 << 0;
    }
    void theKeyboardMovesByRows()
    {
        QFETCH(Qt::Key, key);
        QFETCH(int, from);
        QFETCH(int, to);
        fill();
        view().setCurrentRow(from);
        QTest::keyClick(&view(), key);
        QCOMPARE(view().currentRow(), to < 0 ? m_page->model().rowCount() - 1 : to);
        QCOMPARE(view().selectionModel()->selectedRows().value(0).row(), view().currentRow());
    }

    void theRowStaysOnScreenWhenTheListShrinks_data()
    {
        QTest::addColumn<bool>("atTheEnd");
        QTest::newRow("the last one on screen") << false;
        QTest::newRow("the last one of all") << true;
    }
    void theRowStaysOnScreenWhenTheListShrinks()
    {
        QFETCH(bool, atTheEnd);
        fill();
        const int rows = m_page->model().rowCount();
        const int row = atTheEnd ? rows - 1 : view().viewport()->height() / view().rowHeight(0) - 1;
        view().setCurrentRow(row);
        // A case opens beside the list: it becomes narrow, its rows higher and its head too.
        m_page->resize(320, 820);
        QTRY_VERIFY(view().viewport()->rect().contains(view().visualRect(view().currentIndex())));
        QCOMPARE(view().verticalScrollBar()->maximum(),
                 rows * view().rowHeight(0) - view().viewport()->height());
        QCOMPARE(view().currentRow(), row);
    }

    void pagesAreTurnedByWholeScreens()
    {
        fill();
        QTest::keyClick(&view(), Qt::Key_PageDown);
        const int below = view().currentRow();
        QVERIFY(below >= 8);
        QTest::keyClick(&view(), Qt::Key_PageUp);
        QCOMPARE(view().currentRow(), 0);
    }

    void leftIsTheNextColumnInArabicAndThePreviousInEnglish()
    {
        fill();
        QTest::keyClick(&view(), Qt::Key_Left);
        QCOMPARE(view().currentIndex().column(), 1);
        QTest::keyClick(&view(), Qt::Key_Right);
        QCOMPARE(view().currentIndex().column(), 0);
        open(Language::English);
        fill();
        QTest::keyClick(&view(), Qt::Key_Right);
        QCOMPARE(view().currentIndex().column(), 1);
    }

    void enterAndAClickOpenTheCase()
    {
        fill();
        QSignalSpy chosen(m_page.get(), &WorklistPage::caseChosen);
        QTest::keyClick(&view(), Qt::Key_Down);
        QTest::keyClick(&view(), Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().value<CaseId>(), m_page->model().headAt(1)->id);
        const QPoint place(view().viewport()->width() / 2, view().rowViewportPosition(3) + 20);
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(chosen.count(), 2);
        QCOMPARE(view().currentRow(), 3);
    }

    void typingALetterReadsNoRows()
    {
        fill();
        const int asked = m_source->headsAsked;
        QTest::keyClicks(&view(), QStringLiteral("mkh"));
        QCoreApplication::sendPostedEvents();
        QCOMPARE(m_source->headsAsked, asked);
        QCOMPARE(view().currentRow(), 0);
    }

    void theNeighbourOpensAndTheEndIsSaid()
    {
        fill();
        QSignalSpy chosen(m_page.get(), &WorklistPage::caseChosen);
        QVERIFY(!m_page->openNeighbour(-1));
        QCOMPARE(m_page->neighbour(1)->id, m_page->model().headAt(1)->id);
        QVERIFY(m_page->openNeighbour(1));
        QCOMPARE(view().currentRow(), 1);
        QCOMPARE(chosen.count(), 1);
    }

    // --- staying put ---

    void rowsThatComeAboveMoveNothingUnderTheOfficersHands()
    {
        std::vector<CaseHead> fewer = without(m_heads[3].row);
        m_page->setWorklist(worklistOf(fewer));
        view().setCurrentRow(20);
        const qint64 key = currentKey();
        view().verticalScrollBar()->setValue(view().verticalScrollBar()->value() + 13);
        const int top = topOf(key);
        m_page->setWorklist(worklistOf(m_heads, 2));
        QCOMPARE(currentKey(), key);
        QCOMPARE(topOf(key), top);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(topOf(key), top);
    }

    void everythingSortedAnewKeepsTheCaseInItsPlace()
    {
        fill();
        view().setCurrentRow(20);
        const qint64 key = currentKey();
        const int top = topOf(key);
        std::vector<CaseHead> turned = m_heads;
        for (CaseHead &head : turned)
            head.deadline.at = worklistNow() + (worklistNow() - head.deadline.at);
        m_page->setWorklist(worklistOf(turned, 2));
        QCOMPARE(currentKey(), key);
        QCOMPARE(topOf(key), top);
    }

    void whenTheSelectedCaseLeavesTheNextOneTakesItsPlace()
    {
        fill();
        view().setCurrentRow(4);
        const qint64 next = m_page->model().keyAt(5);
        m_page->setWorklist(worklistOf(without(currentKey()), 2));
        QCOMPARE(currentKey(), next);
        QCOMPARE(view().currentRow(), 4);
        QCOMPARE(view().selectionModel()->selectedRows().size(), 1);
    }

    void aListThatShrinksUnderAFarScrollIsNotWalkedThrough()
    {
        const WorklistPtr large = largeWorklist(200'000, worklistNow());
        m_source->serve(large);
        m_page->setWorklist(large);
        QTest::keyClick(&view(), Qt::Key_End);
        QCoreApplication::sendPostedEvents();
        QVERIFY(view().verticalScrollBar()->value() > 1'000'000);
        const int asked = m_source->headsAsked;
        chip(WorklistChip::Overdue).click();
        QCOMPARE(view().verticalScrollBar()->value(), 0);
        QCoreApplication::processEvents();
        QVERIFY2(m_source->headsAsked - asked <= 4 * WorklistModel::kBlock,
                 qPrintable(QString::number(m_source->headsAsked - asked)));
        // By a new snapshot too, without any wish of the officer.
        chip(WorklistChip::AllOpen).click();
        QTest::keyClick(&view(), Qt::Key_End);
        m_page->setWorklist(largeWorklist(300, worklistNow(), 2));
        QVERIFY(view().verticalScrollBar()->value() <= view().verticalScrollBar()->maximum());
        QVERIFY(view().currentRow() < m_page->model().rowCount());
    }

    // --- filters and search ---

    void noChipIsSqueezedInAnyLanguage()
    {
        for (const Language language : {Language::Arabic, Language::English}) {
            open(language);
            fill();
            for (const int width : {1280, 1268, 1180, 1000, 700}) {
                m_page->resize(width, 820);
                for (const WorklistChip each : kWorklistChips)
                    QTRY_VERIFY(chip(each).width() >= chip(each).sizeHint().width());
            }
        }
    }

    void aSearchWithoutResultLeavesTheKeyboardWhereItIs()
    {
        fill();
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *field = new QLineEdit;
        column->addWidget(field);
        column->addWidget(m_page.get());
        window.resize(1300, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        m_page->focusRows(); // the page has had it before
        field->setFocus();
        m_page->search(QStringLiteral("zzqx"));
        QTRY_VERIFY(part("stateNoMatch"));
        QVERIFY(field->hasFocus());
        m_page->setParent(nullptr);
    }

    void theRowOfTheOpenCaseIsMarkedOrNone()
    {
        fill();
        m_page->search({});
        const auto other = m_page->neighbour(2);
        QVERIFY(other);
        m_page->setCurrent(*other);
        m_page->setOpenCase(other->id);
        m_page->setFocus(); // nobody is on the rows
        chip(WorklistChip::Overdue).click();
        QVERIFY(m_page->model().rowOf(other->key) < 0);
        QVERIFY(!view().selectionModel()->hasSelection());
        chip(WorklistChip::AllOpen).click();
        QCOMPARE(view().currentRow(), m_page->model().rowOf(other->key));
        QVERIFY(view().selectionModel()->hasSelection());
        // One that was opened from elsewhere has no row to mark; closed, the list is as ever.
        m_page->setOpenCase(CaseId(QStringLiteral("elsewhere")));
        QVERIFY(!view().selectionModel()->hasSelection());
        m_page->setOpenCase(CaseId());
        chip(WorklistChip::Overdue).click();
        QVERIFY(view().selectionModel()->hasSelection());
    }

    void chipsSayExactlyHowManyTheyShow()
    {
        fill();
        for (const WorklistChip each : kWorklistChips) {
            chip(each).click();
            QVERIFY(chip(each).isChecked());
            const int rows = m_page->model().rowCount();
            QVERIFY2(chip(each).text().endsWith(QString(u' ' % QString::number(rows))),
                     qPrintable(chip(each).text()));
        }
        QCOMPARE(chip(WorklistChip::Overdue).text(), QStringLiteral("متأخر 2"));
    }

    void nothingIsCountedBeforeTheWholeListIsKnown()
    {
        open();
        QSignalSpy counted(m_page.get(), &WorklistPage::countsChanged);
        Worklist first = *worklistOf(m_heads);
        first.isWhole = false;
        m_page->setWorklist(std::make_shared<const Worklist>(first));
        m_page->focusRows();
        QTRY_VERIFY(m_page->model().headAt(0));
        QVERIFY(view().isVisible());
        QVERIFY(part<QLabel>("worklistCount")->text().isEmpty());
        QVERIFY(!chip(WorklistChip::AllOpen).text().contains(QRegularExpression(QStringLiteral("\\d"))));
        QCOMPARE(counted.count(), 0);
        // Nor is anything said of rows that are not among the first ones.
        chip(WorklistChip::AwaitingExecution).click();
        first.entries.clear();
        m_page->setWorklist(std::make_shared<const Worklist>(first));
        QVERIFY(!m_page->findChild<EmptyState *>());
        m_page->setWorklist(worklistOf(m_heads));
        QVERIFY(!part<QLabel>("worklistCount")->text().isEmpty());
        QVERIFY(counted.count() > 0);
    }

    void boxesNarrowTheListAndTheCounts()
    {
        fill();
        auto *status = part<QComboBox>("statusBox");
        status->setCurrentIndex(status->findText(QStringLiteral("معاد لمقدم الطلب")));
        Q_EMIT status->activated(status->currentIndex());
        QCOMPARE(m_page->model().rowCount(), 2);
        auto *section = part<QComboBox>("sectionBox");
        QVERIFY(section->isVisible());
        section->setCurrentIndex(section->findData(QStringLiteral("docupdate")));
        Q_EMIT section->activated(section->currentIndex());
        QCOMPARE(m_page->model().rowCount(), 1);
        // The boxes stay as they are when a snapshot comes.
        m_page->setWorklist(worklistOf(m_heads, 2));
        QCOMPARE(section->currentData().toString(), QStringLiteral("docupdate"));
        QCOMPARE(m_page->model().rowCount(), 1);
    }

    void aFilterStartsFromTheTopAndKeepsTheCase()
    {
        fill();
        view().setCurrentRow(2);
        const qint64 key = currentKey();
        chip(WorklistChip::EndingToday).click();
        QCOMPARE(currentKey(), key);
        chip(WorklistChip::ReturnedToMe).click();
        QCOMPARE(view().currentRow(), 0);
    }

    void searchIsAskedOnceTheTypingPauses()
    {
        fill();
        for (const char16_t *typed : {u"هيا", u"هيا ب", u"هيا بن"})
            m_page->search(QString::fromUtf16(typed));
        QTRY_COMPARE(m_source->searches, 1);
        QTRY_VERIFY(m_page->model().filter().found);
        const int found = m_page->model().rowCount();
        QVERIFY(found > 0 && found < static_cast<int>(m_heads.size()));
        m_page->search({});
        QVERIFY(!m_page->model().filter().found);
    }

    void aSearchFindsClosedCasesToo()
    {
        fill();
        const auto closed = std::find_if(m_heads.begin(), m_heads.end(), [](const CaseHead &head) {
            return head.status == CaseStatus::Completed;
        });
        m_page->search(closed->number);
        QTRY_COMPARE(m_page->model().rowCount(), 1);
        QCOMPARE(m_page->model().keyAt(0), closed->row);
    }

    // --- states ---

    void nothingIsSaidForTheFirstMomentsAndThenRowsAreHinted()
    {
        QVERIFY(!m_page->findChild<SkeletonRows *>());
        QTRY_VERIFY(m_page->findChild<SkeletonRows *>());
        fill();
        QTRY_VERIFY(!m_page->findChild<SkeletonRows *>());
        QVERIFY(view().isVisible());
    }

    void whileItFillsTheRowsAreUsableAndTheProgressIsSaid()
    {
        SyncStatus status;
        status.link = SyncStatus::Link::Online;
        status.filling = true;
        status.fetched = 120;
        m_page->setSyncStatus(status);
        fill();
        QVERIFY(part("worklistProgress")->isVisible());
        QCOMPARE(part("worklistProgress")->findChild<QLabel *>()->text(), QStringLiteral("جُلب 120 طلبًا"));
        QCOMPARE(view().currentRow(), 0);
        status.filling = false;
        m_page->setSyncStatus(status);
        QVERIFY(!part("worklistProgress")->isVisible());
    }

    void anEmptyListSaysWhy()
    {
        m_page->setWorklist(worklistOf({}));
        QVERIFY(!part("stateFirstUse")); // the centre has not been heard to the end
        SyncStatus status;
        status.link = SyncStatus::Link::Online;
        status.completeAt = m_clock.now();
        m_page->setSyncStatus(status);
        QVERIFY(part("stateFirstUse"));
        QSignalSpy refresh(m_page.get(), &WorklistPage::refreshRequested);
        part<QPushButton>("emptyAction")->click();
        QCOMPARE(refresh.count(), 1);

        std::vector<CaseHead> done = m_heads;
        std::erase_if(done, [](const CaseHead &head) { return head.status != CaseStatus::Returned; });
        m_page->setWorklist(worklistOf(done, 2));
        QVERIFY(part("stateAllDone"));

        chip(WorklistChip::Overdue).click();
        QVERIFY(part("stateNoMatch"));
        part("stateNoMatch")->findChild<QPushButton *>()->click();
        QVERIFY(chip(WorklistChip::AllOpen).isChecked());
        QVERIFY(part("stateAllDone"));
    }

    void theFocusIsNeverLostWithTheRows()
    {
        fill();
        chip(WorklistChip::AwaitingExecution).click();
        m_page->focusRows();
        std::vector<CaseHead> fewer = m_heads;
        std::erase_if(fewer,
                      [](const CaseHead &head) { return head.status == CaseStatus::AwaitingExecution; });
        m_page->setWorklist(worklistOf(fewer, 2));
        QVERIFY(part<QPushButton>("emptyAction")->hasFocus());
        QTest::keyClick(part<QPushButton>("emptyAction"), Qt::Key_Space);
        QVERIFY(view().hasFocus());
    }

    void aClockInDoubtIsSaidOverTheRowsAndInThoseItConcerns()
    {
        fill();
        auto &strip = *part<Strip>("clockStrip");
        QVERIFY(!strip.isVisible());
        ClockCheck check;
        check.earliest = worklistNow() - std::chrono::hours(1);
        check.likely = worklistNow();
        check.latest = worklistNow() + std::chrono::hours(24);
        m_page->setClock(check);
        QVERIFY(strip.isVisible());
        QVERIFY(strip.message().contains(QStringLiteral("وقت هذا الجهاز غير مؤكد")));
        const auto spoken = [this](int row) {
            return m_page->model()
                .index(row, static_cast<int>(WorklistColumn::Deadline))
                .data(Qt::AccessibleTextRole)
                .toString();
        };
        int doubtful = 0;
        for (int row = 0; row < m_page->model().rowCount(); ++row) {
            const Instant end(std::chrono::milliseconds(m_page->model().entryAt(row).deadlineMs));
            const bool spans = end >= check.earliest && end < check.latest;
            QCOMPARE(spoken(row).contains(QStringLiteral("قد تكون المهلة منتهية")), spans);
            doubtful += spans ? 1 : 0;
        }
        QVERIFY(doubtful > 0);
        QVERIFY(doubtful < m_page->model().rowCount());
        m_page->resize(400, m_page->height()); // beside a case there is no room for it
        QTRY_VERIFY(!strip.isVisible());
        m_page->resize(1000, m_page->height());
        QTRY_VERIFY(strip.isVisible());
        m_page->setClock({});
        QVERIFY(!strip.isVisible());
    }

    void dataSayHowOldTheyAreOnceThatMatters()
    {
        fill();
        SyncStatus status;
        status.link = SyncStatus::Link::Offline;
        status.completeAt = worklistNow() - std::chrono::minutes(65);
        m_page->setSyncStatus(status);
        const auto strip = [this] { return part<Strip>("ageStrip"); };
        QCOMPARE(part("worklistStale")->accessibleName(), QStringLiteral("البيانات محدّثة حتى 09:37"));
        QVERIFY(part("worklistStale")->isVisible());
        QVERIFY(!strip()->isVisible());
        status.completeAt = worklistNow() - kAgesAfter;
        m_page->setSyncStatus(status);
        QVERIFY(!part("worklistStale")->isVisible()); // a short break
        // From Thursday to Sunday it is one working day, and no more at the same hour.
        status.completeAt = riyadhInstant(QDate(2026, 11, 19), QTime(10, 43));
        m_page->setSyncStatus(status);
        QVERIFY(part("worklistStale")->isVisible() && !strip()->isVisible());
        status.completeAt = riyadhInstant(QDate(2026, 11, 19), QTime(10, 41));
        m_page->setSyncStatus(status);
        QVERIFY(strip()->isVisible() && !part("worklistStale")->isVisible());
        QVERIFY(strip()->message().startsWith(QStringLiteral("البيانات محدّثة حتى ")));
        m_page->resize(400, m_page->height()); // beside a case
        QTRY_VERIFY(part("worklistStale")->isVisible() && !strip()->isVisible());
        m_page->resize(1000, m_page->height());
        QTRY_VERIFY(strip()->isVisible());
        status.link = SyncStatus::Link::Online; // the centre answered, and what changed has not come yet
        m_page->setSyncStatus(status);
        QVERIFY(strip()->isVisible());
        status.completeAt = worklistNow();
        m_page->setSyncStatus(status);
        QVERIFY(!strip()->isVisible() && !part("worklistStale")->isVisible());
        status.link = SyncStatus::Link::Offline;
        status.completeAt = riyadhInstant(QDate(2026, 11, 21), QTime(17, 20));
        m_page->setSyncStatus(status);
        QVERIFY(part("worklistStale")->isVisible());
        QCOMPARE(part("worklistStale")->accessibleName(), QStringLiteral("البيانات محدّثة حتى أمس 17:20"));
    }

    void aFailureIsSaidWithItsCodeAndAWayOut()
    {
        m_source->failNext({Error::Kind::Storage, QStringLiteral("cache.unreadable"), {}});
        m_page->setWorklist(worklistOf(m_heads));
        auto *strip = part<Strip>("worklistStrip");
        QTRY_VERIFY(strip->isVisible());
        QVERIFY(strip->message().contains(QStringLiteral("cache.unreadable")));
        strip->findChild<QPushButton *>(QStringLiteral("stripAction"))->click();
        QTRY_VERIFY(m_page->model().headAt(0));
        QVERIFY(!strip->isVisible());
        // The next snapshot asks again too.
        m_source->failNext({Error::Kind::Storage, QStringLiteral("cache.unreadable"), {}});
        m_page->refreshCase(m_heads.front().id);
        QTRY_VERIFY(strip->isVisible());
        m_page->setWorklist(worklistOf(m_heads, 2));
        QVERIFY(!strip->isVisible());
    }

    // --- narrow form ---

    void besideACaseTheListIsOneColumn()
    {
        fill();
        view().setCurrentRow(3);
        m_page->resize(320, 700);
        QCOMPARE(m_page->width(), 320);
        QVERIFY(view().isColumnHidden(1) && view().isColumnHidden(3));
        QVERIFY(view().horizontalHeader()->isHidden());
        QCOMPARE(view().currentRow(), 3);
        QCOMPARE(view().columnWidth(0), view().viewport()->width());
        auto *box = part<QComboBox>("chipBox");
        QVERIFY(box->isVisible() && !chip(WorklistChip::Overdue).isVisible());
        box->setCurrentIndex(static_cast<int>(WorklistChip::Overdue));
        Q_EMIT box->activated(box->currentIndex());
        QCOMPARE(m_page->model().rowCount(), 2);
        m_page->resize(1268, 700);
        QVERIFY(!view().isColumnHidden(1));
        QVERIFY(chip(WorklistChip::Overdue).isChecked());
    }

    // Names and marks give way first: at the end of a narrow row the status looks the same beside the longest
    // of them.
    void nothingCostsANarrowRowItsStatus_data()
    {
        QTest::addColumn<Language>("language");
        QTest::newRow("Arabic") << Language::Arabic;
        QTest::newRow("English") << Language::English;
    }
    void nothingCostsANarrowRowItsStatus()
    {
        QFETCH(Language, language);
        const auto restore = qScopeGuard([this, before = m_heads] { m_heads = before; });
        constexpr int kWide = 110; // of every status the most, in either language
        const auto statusOf = [&](const QString &name, std::uint8_t flags) {
            for (CaseHead &head : m_heads) {
                head.status = CaseStatus::Resubmitted;
                head.beneficiaryName = name;
                head.flags = flags;
            }
            open(language);
            m_page->resize(320, 700);
            fill();
            const QRect row = view().visualRect(m_page->model().index(2, 0));
            const int left = language == Language::Arabic ? row.left() : row.right() + 1 - kWide;
            return view()
                .viewport()
                ->grab(QRect(left, row.center().y() + 2, kWide, row.height() / 2 - 4))
                .toImage();
        };
        const QImage alone = statusOf(QStringLiteral("م"), 0);
        int inked = 0;
        for (int x = 0; x < alone.width(); ++x) {
            for (int y = 0; y < alone.height(); ++y) {
                if (alone.pixel(x, y) != alone.pixel(0, 0)) {
                    ++inked;
                    break;
                }
            }
        }
        QVERIFY2(inked > kWide / 2, qPrintable(QString::number(inked))); // the word, not the icon alone
        QVERIFY(statusOf(QStringLiteral("BANDARANAYAKA MUDIYANSELAGE THILAKARATHNE BANDA"), 0) == alone);
        const auto all =
            static_cast<std::uint8_t>(RowFlag::Parked) | static_cast<std::uint8_t>(RowFlag::HasDraft);
        QVERIFY(statusOf(QStringLiteral("م"), static_cast<std::uint8_t>(all)) == alone);
    }

    // A mark that is left out says that there is nothing.
    void noMarkIsLeftOutOfANarrowRow_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<int>("percent");
        for (const int percent : {100, 125, 150}) {
            QTest::addRow("Arabic, %d %%", percent) << Language::Arabic << percent;
            QTest::addRow("English, %d %%", percent) << Language::English << percent;
        }
    }
    void noMarkIsLeftOutOfANarrowRow()
    {
        QFETCH(Language, language);
        QFETCH(int, percent);
        const auto restore = qScopeGuard([this, before = m_heads] {
            m_heads = before;
            m_theme->apply({Scheme::Light, 100, true});
        });
        m_theme->apply({Scheme::Light, percent, true});
        QImage before;
        int flags = 0;
        const std::array all{RowFlag::Parked, RowFlag::WaitingToBeSent, RowFlag::HasProposal,
                             RowFlag::HasDraft, RowFlag::Unassigned};
        for (const RowFlag flag : all) {
            flags |= static_cast<int>(flag);
            for (CaseHead &head : m_heads) {
                head.status = CaseStatus::Resubmitted;
                head.marks = {};
                head.beneficiaryName = QStringLiteral("م");
                head.flags = static_cast<std::uint8_t>(flags);
            }
            open(language);
            m_page->resize(320, 700);
            fill();
            const QImage row =
                view().viewport()->grab(view().visualRect(m_page->model().index(2, 0))).toImage();
            QVERIFY(row != before);
            before = row;
        }
        // The deadline is whole: beside the number where it fits, else on a line of its own.
        if (percent != 125) // where it depends on the language
            QCOMPARE(view().rowHeight(2), m_theme->scaled(percent == 100 ? 60 : 80));
    }

    void theDensestRowsHoldTheirLines()
    {
        fill();
        m_page->setDensity(Density::Compact);
        for (const int percent : {90, 100, 125, 150}) {
            m_theme->apply({Scheme::Light, percent, true});
            const RowFonts fonts(*m_theme);
            const int text = QFontMetrics(fonts.main).height() + QFontMetrics(fonts.secondary).height();
            const int deadline = QFontMetrics(fonts.remaining).height() + space::tiny + 1
                + QFontMetrics(fonts.caption).height();
            QVERIFY2(std::max(text, deadline) < view().rowHeight(0),
                     qPrintable(QStringLiteral("%1 %: %2, %3").arg(percent).arg(text).arg(deadline)));
        }
        m_page->setDensity(Density::Regular);
        m_theme->apply({Scheme::Light, 100, true});
    }

    // --- how it looks and sounds ---

    void theStartEdgeOfTheSelectedRowIsMarked()
    {
        fill();
        chip(WorklistChip::AllOpen).setFocus(Qt::MouseFocusReason);
        const auto edge = [this](bool right) {
            const QImage row = view().viewport()->grab().toImage();
            return QColor(row.pixel(right ? row.width() - 2 : 1, 24));
        };
        QCOMPARE(edge(true), m_theme->tokens().ink);
        QVERIFY(edge(false) != m_theme->tokens().ink);
    }

    void theFocusRingGoesAroundTheWholeRow()
    {
        fill();
        m_page->setFocus();
        const QImage without = view().viewport()->grab().toImage();
        view().setFocus(Qt::TabFocusReason);
        const QImage with = view().viewport()->grab().toImage();
        for (const int x : {40, with.width() / 2, with.width() - 40})
            QVERIFY(with.pixel(x, 1) != without.pixel(x, 1));
    }

    void everyCellSpeaksAndTheFirstSaysTheWholeRow()
    {
        fill();
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(&view());
        QVERIFY(table && table->tableInterface());
        QCOMPARE(table->role(), QAccessible::Table);
        QCOMPARE(table->text(QAccessible::Name), QStringLiteral("قائمة العمل"));
        const CaseHead &head = *m_page->model().headAt(0);
        QAccessibleInterface *first = table->tableInterface()->cellAt(0, 0);
        const QString sentence = first->text(QAccessible::Name);
        QVERIFY2(sentence.contains(head.number) && sentence.contains(head.beneficiaryName)
                     && sentence.contains(QStringLiteral("متأخر يومي عمل")),
                 qPrintable(sentence));
        QVERIFY(first->state().selected);
        for (int column = 0; column < kWorklistColumns; ++column) {
            const QString spoken = table->tableInterface()->cellAt(0, column)->text(QAccessible::Name);
            QVERIFY(!spoken.isEmpty() && !hasBidiControls(spoken));
            QVERIFY(!spoken.contains(head.subjectIdentifier));
        }
        QVERIFY(!first->text(QAccessible::Description).isEmpty());
        QVERIFY(!hasBidiControls(first->text(QAccessible::Description)));
        QCOMPARE(table->tableInterface()->columnDescription(3), QStringLiteral("المهلة – الأقرب أولًا"));
    }

    void everyControlHasAName()
    {
        fill();
        const QList<QWidget *> all = m_page->findChildren<QWidget *>();
        for (const QWidget *widget : all) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget == view().viewport())
                continue;
            QAccessibleInterface *spoken =
                QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(),
                     qPrintable(QString(QLatin1StringView(widget->metaObject()->className()) % u' '
                                        % widget->objectName())));
        }
    }
};

QTEST_MAIN(WorklistTest)
#include "tst_worklist.moc"

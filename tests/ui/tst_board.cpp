// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>

#include <QtGui/QAccessible>
#include <QtGui/QClipboard>

#include "models/arabic/bidi.h"
#include "tests/support/samplecases.h"
#include "tests/support/samplesupervision.h"
#include "tests/ui/contrast.h"
#include "ui/shared/language.h"
#include "ui/shared/strip.h"
#include "ui/supervision/assignsheet.h"
#include "ui/supervision/boardpage.h"
#include "ui/supervision/boardtable.h"
#include "ui/supervision/caselistpanel.h"
#include "ui/supervision/figuretile.h"
#include "ui/supervision/flowchart.h"
#include "ui/supervision/heatmap.h"
#include "ui/supervision/officerbars.h"
#include "ui/supervision/orderwords.h"
#include "ui/theme/theme.h"

#include <algorithm>

using namespace tawasul;

class BoardTest : public QObject
{
    Q_OBJECT

    samples::StoppedClock m_clock{samples::now()};
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Catalogues> m_words;
    std::unique_ptr<BoardPage> m_page;

    void show(Language language = Language::Arabic)
    {
        m_page.reset();
        m_words->use(language);
        m_page = std::make_unique<BoardPage>(*m_theme, m_clock, DisplayLocale{language, Digits::European});
        m_page->setReference(samples::reference());
        m_page->setStaff(samples::staff());
        m_page->setBoard(samples::board());
        m_page->resize(1280, 800);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    template<class W = QWidget>
    W &part(const char *name) const
    {
        return *m_page->findChild<W *>(QString::fromLatin1(name));
    }
    // The cases of nobody stand beside the board.
    void list(int cases)
    {
        BoardQuestion question;
        question.officer = PersonId();
        m_page->ask(question);
        m_page->setCases(question, samples::headers(cases, true));
        QTRY_VERIFY(part("boardCases").isVisible());
    }
    std::vector<PersonId> idsOf(const Board &board) const
    {
        std::vector<PersonId> ids;
        for (const OfficerLoad &each : board.officers)
            ids.push_back(each.officer.id);
        return ids;
    }
    // A button of the first line of a list, by what is on it.
    QAbstractButton *step(const char *list, const QString &word) const
    {
        const auto steps = part(list).findChildren<QAbstractButton *>(QStringLiteral("recordStep"));
        const auto found = std::find_if(steps.begin(), steps.end(),
                                        [&word](const auto *each) { return each->text() == word; });
        return found == steps.end() ? nullptr : *found;
    }
    QString note(const char *list) const
    {
        return part(list).findChild<QLabel *>(QStringLiteral("recordNote"))->text();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_theme->apply({Scheme::Light, 100, true});
        m_words = std::make_unique<Catalogues>(*qApp);
    }
    void cleanup() { m_page.reset(); }
    void cleanupTestCase()
    {
        m_words.reset();
        m_theme.reset();
    }

    void whatIsOnScreenAgreesWithTheValues_data()
    {
        QTest::addColumn<Language>("language");
        QTest::newRow("ar") << Language::Arabic;
        QTest::newRow("en") << Language::English;
    }
    void whatIsOnScreenAgreesWithTheValues()
    {
        QFETCH(Language, language);
        show(language);
        const Board board = samples::board();
        QCOMPARE(part<FigureTile>("figureOpen").figure(), QString::number(board.all.total()));
        QCOMPARE(part<FigureTile>("figureOverdue").figure(), QString::number(board.all.overdue));
        QCOMPARE(part<FigureTile>("figureToday").figure(), QString::number(board.all.today));
        QCOMPARE(part<FigureTile>("figureClosed").figure(), QString::number(board.flow.back().closed));
        // The marks of all officers, added up, are the figures; each says its number.
        Load sum;
        for (const ChartMark &mark : part<OfficerBars>("officerBars").marks()) {
            if (!mark.question || !mark.question->standing)
                continue;
            const OfficerLoad &officer = board.officers[static_cast<std::size_t>(mark.row)];
            const int count = countOf(officer.load, *mark.question->standing);
            QVERIFY2(count > 0, qPrintable(mark.words));
            QVERIFY(!mark.area.isEmpty());
            sum.add(*mark.question->standing, count);
        }
        QCOMPARE(sum, board.all);
    }

    void everyMarkAsksForWhatItCounts()
    {
        show();
        const Board board = samples::board();
        QSignalSpy asked(m_page.get(), &BoardPage::casesWanted);
        for (const char *name : {"officerBars", "heatMap", "flowChart", "ageChart"}) {
            auto &chart = part<Chart>(name);
            for (std::size_t i = 0; i < chart.marks().size(); ++i) {
                const ChartMark mark = chart.marks()[i];
                QVERIFY2(!mark.words.isEmpty(), name);
                if (!mark.question)
                    continue;
                chart.setCurrent(static_cast<int>(i));
                QTest::keyClick(&chart, Qt::Key_Return);
                QCOMPARE(asked.count(), 1);
                auto question = asked.takeFirst().front().value<BoardQuestion>();
                QVERIFY(question.most); // never all at once: there may be a hundred thousand
                question.most.reset();
                QCOMPARE(question, *mark.question);
                // The board counts what it shows.
                QVERIFY2(countBehind(board, question).value_or(0) > 0, qPrintable(mark.words));
            }
        }
        using Matter = BoardQuestion::Matter;
        part<QAbstractButton>("figureOverdue").click();
        QCOMPARE(asked.takeFirst().front().value<BoardQuestion>().standing, Standing::Overdue);
        part<QAbstractButton>("figureClosed").click();
        const auto closed = asked.takeFirst().front().value<BoardQuestion>();
        QCOMPARE(closed.matter, Matter::Closed);
        QCOMPARE(closed.day, riyadhDate(samples::now()));
    }

    void theKeyboardWalksFromMarkToMark_data() { whatIsOnScreenAgreesWithTheValues_data(); }
    void theKeyboardWalksFromMarkToMark()
    {
        QFETCH(Language, language);
        show(language);
        auto &bars = part<OfficerBars>("officerBars");
        bars.setFocus();
        bars.setCurrent(0);
        const auto row = [&] { return bars.marks()[static_cast<std::size_t>(bars.current())].row; };
        const Qt::Key onwards = language == Language::Arabic ? Qt::Key_Left : Qt::Key_Right;
        const Qt::Key back = language == Language::Arabic ? Qt::Key_Right : Qt::Key_Left;
        int steps = 0;
        for (int before = -1; bars.current() != before; ++steps) {
            before = bars.current();
            QTest::keyClick(&bars, onwards);
            QCOMPARE(row(), 0); // along one officer only
        }
        QCOMPARE(steps, 6); // name, four standings, menu; and the end
        // What is spoken is where the keyboard is.
        QCOMPARE(bars.accessibleDescription(),
                 withoutControls(bars.marks()[static_cast<std::size_t>(bars.current())].words));
        QTest::keyClick(&bars, back);
        QTest::keyClick(&bars, Qt::Key_Down);
        QCOMPARE(row(), 1);
        QTest::keyClick(&bars, Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(row(), static_cast<int>(samples::board().officers.size()) - 1);
        QTest::keyClick(&bars, Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(bars.current(), 0);
    }

    void theRingAroundAMarkIsWhole_data() { whatIsOnScreenAgreesWithTheValues_data(); }
    void theRingAroundAMarkIsWhole()
    {
        QFETCH(Language, language);
        show(language);
        for (const char *name : {"officerBars", "heatMap", "flowChart", "ageChart"}) {
            auto &chart = part<Chart>(name);
            const QRectF inside = QRectF(chart.rect()).adjusted(1, 1, -1, -1); // half of its line is outside
            for (std::size_t i = 0; i < chart.marks().size(); ++i) {
                const QRectF ring = chart.ringOf(static_cast<int>(i));
                QVERIFY2(inside.contains(ring), name);
                QVERIFY2(ring.contains(QRectF(chart.placeOf(static_cast<int>(i))).adjusted(1, 1, -1, -1)),
                         name);
            }
        }
        // What is written begins beside it, not under it.
        auto &bars = part<OfficerBars>("officerBars");
        const QRectF around = QRectF(bars.placeOf(0)).adjusted(-2, -2, 2, 2);
        QCOMPARE(bars.ringOf(0), around);
    }

    void theMouseHitsWhatItPointsAtInBothDirections_data() { whatIsOnScreenAgreesWithTheValues_data(); }
    void theMouseHitsWhatItPointsAtInBothDirections()
    {
        QFETCH(Language, language);
        show(language);
        auto &bars = part<OfficerBars>("officerBars");
        QSignalSpy asked(m_page.get(), &BoardPage::casesWanted);
        const ChartMark overdue = bars.marks()[1];
        QCOMPARE(overdue.question->standing, Standing::Overdue);
        const QRect place = bars.placeOf(1);
        // From the start edge: overdue comes first.
        QCOMPARE(place.center().x() > bars.width() / 2, language == Language::Arabic);
        QTest::mouseClick(&bars, Qt::LeftButton, {}, place.center());
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.front().front().value<BoardQuestion>().standing, overdue.question->standing);
        QCOMPARE(asked.front().front().value<BoardQuestion>().officer, overdue.question->officer);
        // Time runs from the start edge, too: the oldest day stands there.
        auto &flow = part<FlowChart>("flowChart");
        const bool oldestIsRight = flow.placeOf(0).x() > flow.placeOf(2).x();
        QCOMPARE(oldestIsRight, language == Language::Arabic);
    }

    void absentOfficersAreMarkedInWords()
    {
        show();
        const auto &marks = part<OfficerBars>("officerBars").marks();
        const auto of = std::find_if(marks.begin(), marks.end(),
                                     [](const ChartMark &mark) { return mark.row == 4 && mark.column == 0; });
        QVERIFY(of->words.contains(QStringLiteral("في إجازة حتى")));
        QVERIFY(of->words.contains(QStringLiteral("خالد بن ناصر الدوسري")));
        const BoardTableModel &table =
            static_cast<BoardTableModel &>(*part<BoardTableView>("tableOfficers").model());
        QVERIFY(table.index(4, 6).data().toString().contains(QStringLiteral("في إجازة حتى")));
    }

    void tablesSayTheSame()
    {
        show();
        const Board board = samples::board();
        const auto views = m_page->findChildren<BoardTableView *>();
        QCOMPARE(views.size(), 4);
        for (BoardTableView *view : views) {
            QAbstractItemModelTester tester(view->model());
            QVERIFY(!view->accessibleName().isEmpty());
        }
        part<QAbstractButton>("asTables").click();
        auto &officers = part<BoardTableView>("tableOfficers");
        QVERIFY(officers.isVisible());
        QVERIFY(!part("officerBars").isVisible());
        int total = 0;
        auto &model = static_cast<BoardTableModel &>(*officers.model());
        for (int row = 0; row < model.rowCount(); ++row) {
            total += model.count(model.index(row, 5)).value();
            const QString spoken = model.index(row, 1).data(Qt::AccessibleTextRole).toString();
            QVERIFY2(!hasBidiControls(spoken), qPrintable(spoken));
        }
        QCOMPARE(total, board.all.total());
        QSignalSpy asked(m_page.get(), &BoardPage::casesWanted);
        officers.setCurrentIndex(model.index(1, 1));
        QTest::keyClick(&officers, Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.front().front().value<BoardQuestion>().officer, board.officers[1].officer.id);
        // Behind a cell that counts nothing there is nothing.
        QVERIFY(!model.question(model.index(2, 1)));
        QVERIFY(!model.question(model.index(0, 0)));
    }

    void noTableIsWiderThanItsPlace_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<int>("textPercent");
        QTest::addColumn<QSize>("size");
        for (const Language language : {Language::Arabic, Language::English}) {
            const char *name = language == Language::Arabic ? "ar" : "en";
            // The page of a window of 1536 by 960, and of the smallest one.
            QTest::addRow("%s", name) << language << 100 << QSize(1280, 748);
            QTest::addRow("%s smallest", name) << language << 100 << QSize(1192, 520);
            QTest::addRow("%s large words", name) << language << 150 << QSize(1280, 748);
        }
    }
    void noTableIsWiderThanItsPlace()
    {
        QFETCH(Language, language);
        QFETCH(int, textPercent);
        QFETCH(QSize, size);
        m_theme->apply({Scheme::Light, textPercent, true});
        show(language);
        m_page->resize(size);
        part<QAbstractButton>("asTables").click();
        for (const char *name : {"tableOfficers", "tableFlow", "tableAges", "tableDays"}) {
            if (qstrcmp(name, "tableDays") == 0)
                part<QAbstractButton>("boardDays").click();
            auto &table = part<BoardTableView>(name);
            QTRY_VERIFY(table.isVisible());
            QTRY_VERIFY2(table.horizontalHeader()->length() == table.viewport()->width(), name);
            QCOMPARE(table.horizontalScrollBar()->maximum(), 0);
            const auto &model = static_cast<BoardTableModel &>(*table.model());
            QVERIFY(table.columnWidth(0) >= 96);
            for (int column = 0; column < model.columnCount(); ++column) {
                const QString heading = model.headerData(column, Qt::Horizontal).toString();
                QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
                const int wide =
                    QFontMetrics(m_theme->font(TextRole::Caption)).horizontalAdvance(heading) + 24;
                if (textPercent == 100 && size.width() == 1280)
                    QVERIFY2(table.columnWidth(column) >= wide, qPrintable(heading)); // nothing is cut
            }
        }
        m_theme->apply({Scheme::Light, 100, true});
    }

    void theListBehindAMarkIsSelectedByRanges_data() { whatIsOnScreenAgreesWithTheValues_data(); }
    void theListBehindAMarkIsSelectedByRanges()
    {
        QFETCH(Language, language);
        show(language);
        list(9);
        auto &panel = part<CaseListPanel>("caseListPanel");
        QAbstractItemModelTester tester(panel.table().model());
        QCOMPARE(panel.selected().size(), 1U);
        QTest::keyClick(&panel.table(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&panel.table(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(panel.selected().size(), 3U);
        QVERIFY(part<QLabel>("caseListCount").text().contains(u'3'));
        QTest::keyClick(&panel.table(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(panel.selected().size(), 9U);
        QVERIFY(part("reassign").isEnabled());
        // The same list once more keeps what was selected.
        BoardQuestion question;
        question.officer = PersonId();
        m_page->setCases(question, samples::headers(9, true));
        QCOMPARE(panel.selected().size(), 9U);
        // An answer to another question is not shown.
        question.standing = Standing::Today;
        m_page->setCases(question, samples::headers(2, true));
        QCOMPARE(panel.model().rowCount(), 9);
    }

    void aListThatHoldsMoreSaysSoAndOffersTheRest_data() { whatIsOnScreenAgreesWithTheValues_data(); }
    void aListThatHoldsMoreSaysSoAndOffersTheRest()
    {
        QFETCH(Language, language);
        show(language);
        Board board = samples::board();
        board.officers.back().load.onTrack = 1200;
        m_page->setBoard(board);
        QSignalSpy asked(m_page.get(), &BoardPage::casesWanted);
        BoardQuestion question;
        question.officer = PersonId();
        m_page->ask(question);
        const int all = board.officers.back().load.total();
        const auto answer = [&] {
            const auto wanted = asked.takeLast().front().value<BoardQuestion>();
            m_page->setCases(wanted, samples::headers(std::min(all, wanted.most.value_or(all)), true));
            return wanted;
        };
        const BoardQuestion first = answer();
        auto &panel = part<CaseListPanel>("caseListPanel");
        auto &table = panel.table();
        const auto count = [&] { return withoutControls(part<QLabel>("caseListCount").text()); };
        QCOMPARE(panel.model().rowCount(), 500);
        QVERIFY(part("moreCases").isVisible());
        QVERIFY2(count().contains(u"500") && count().contains(u"1,204"), qPrintable(count()));
        QVERIFY(part("moreCases").accessibleName().contains(u"1,204"));

        // By the button; the keyboard goes on to the first new row.
        part("moreCases").setFocus();
        QTest::keyClick(&part("moreCases"), Qt::Key_Space);
        QTest::keyClick(&part("moreCases"), Qt::Key_Space); // pressed twice, asked once
        QCOMPARE(asked.count(), 1);
        answer();
        QCOMPARE(panel.model().rowCount(), 1000);
        QVERIFY(table.hasFocus());
        QCOMPARE(table.currentRow(), 500);
        // What was asked first is answered late, and changes nothing.
        m_page->setCases(first, samples::headers(501, true));
        QCOMPARE(panel.model().rowCount(), 1000);

        // By walking on past the last row; a selection stays.
        table.setCurrentRow(998);
        QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(asked.count(), 0);
        QTest::keyClick(&table, Qt::Key_Down);
        QCOMPARE(asked.count(), 1);
        answer();
        QCOMPARE(panel.model().rowCount(), all);
        QVERIFY(!part("moreCases").isVisible());
        QVERIFY2(count().startsWith(u"1,204"), qPrintable(count()));
        QTest::keyClick(&table, Qt::Key_End);
        QTest::keyClick(&table, Qt::Key_Down);
        QCOMPARE(asked.count(), 0); // there is nothing more
    }

    void theRowsHaveTheKeyboardOnceTheyAreThere()
    {
        show();
        BoardQuestion question;
        question.officer = PersonId();
        m_page->ask(question);
        QVERIFY(part("caseListPanel").hasFocus());
        m_page->setCases(question, samples::headers(3, true));
        QVERIFY(part("boardCases").hasFocus());
    }

    void escapeGoesBackStepByStep()
    {
        show();
        list(3);
        part<QAbstractButton>("reassign").click();
        QTRY_VERIFY(part("assignSheet").isVisible());
        QTest::keyClick(&part("assignSheet"), Qt::Key_Escape);
        QTRY_VERIFY(!part("assignSheet").isVisible());
        QVERIFY(part("boardCases").isVisible());
        QTest::keyClick(&part("boardCases"), Qt::Key_Escape);
        QTRY_VERIFY(!part("boardCases").isVisible());
        QVERIFY(part("flowChart").isVisible());
    }

    void whatIsSelectedIsCarriedToAnOfficer_data() { whatIsOnScreenAgreesWithTheValues_data(); }
    void whatIsSelectedIsCarriedToAnOfficer()
    {
        QFETCH(Language, language);
        show(language);
        list(5);
        auto &table = part<CaseListPanel>("caseListPanel").table();
        QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier);
        auto &bars = part<OfficerBars>("officerBars");
        const QPoint from = table.visualRect(table.model()->index(0, 0)).center();
        const QPoint target = bars.placeOf(0).center() + QPoint(0, bars.placeOf(0).height() * 2);
        const QPoint to = table.viewport()->mapFromGlobal(bars.mapToGlobal(target));
        QTest::mousePress(table.viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(table.viewport(), from + QPoint(30, 10));
        QMouseEvent move(QEvent::MouseMove, to, table.viewport()->mapToGlobal(to), Qt::NoButton,
                         Qt::LeftButton, {});
        QApplication::sendEvent(table.viewport(), &move);
        QVERIFY(bars.dropRow() >= 1);
        const PersonId officer = bars.officers()[static_cast<std::size_t>(bars.dropRow())].officer.id;
        QSignalSpy trial(m_page.get(), &BoardPage::trialWanted);
        QMouseEvent release(QEvent::MouseButtonRelease, to, table.viewport()->mapToGlobal(to), Qt::LeftButton,
                            Qt::NoButton, {});
        QApplication::sendEvent(table.viewport(), &release);
        QTRY_COMPARE(trial.count(), 1);
        const auto order = trial.front().front().value<AssignmentOrder>();
        QCOMPARE(order.cases.size(), 2U);
        QCOMPARE(order.cases.front().to, officer);
        QVERIFY(order.isDryRun);
        QVERIFY(!m_page->window()->findChild<QWidget *>(QStringLiteral("carried")));
    }

    void anOfficerCarriedOntoAnotherIsARule()
    {
        show();
        auto &bars = part<OfficerBars>("officerBars");
        QSignalSpy trial(m_page.get(), &BoardPage::trialWanted);
        const QPoint from = bars.placeOf(0).center();
        const QPoint to = from + QPoint(0, 2 * (bars.placeOf(0).height() + 16));
        QTest::mousePress(&bars, Qt::LeftButton, {}, from);
        for (const QPoint &place : {from + QPoint(0, 30), to}) {
            QMouseEvent move(QEvent::MouseMove, place, bars.mapToGlobal(place), Qt::NoButton, Qt::LeftButton,
                             {});
            QApplication::sendEvent(&bars, &move);
        }
        QVERIFY(bars.dropRow() > 0);
        const PersonId onto = bars.officers()[static_cast<std::size_t>(bars.dropRow())].officer.id;
        QTest::mouseRelease(&bars, Qt::LeftButton, {}, to);
        QTRY_COMPARE(trial.count(), 1);
        const auto order = trial.front().front().value<AssignmentOrder>();
        QCOMPARE(order.rule.value_or(AssignmentRule()).from, samples::board().officers[0].officer.id);
        QCOMPARE(order.to, onto);
    }

    void anOrderIsPutOnHoldSentAgainAndWithdrawn()
    {
        show();
        const QString hold = QStringLiteral("تعليق الأمر");
        const QString again = QStringLiteral("إرسال من جديد");
        const QString withdraw = QStringLiteral("سحب");
        const OrderId id(QStringLiteral("order-1"));
        QSignalSpy held(m_page.get(), &BoardPage::setAsideRequested);
        QSignalSpy sent(m_page.get(), &BoardPage::sendAgainRequested);
        part<QAbstractButton>("boardOrders").click();

        RecordedOrder order = samples::order(RecordedOrder::State::Waiting);
        m_page->setOrders({order});
        QVERIFY(step("orderList", withdraw) && !step("orderList", again));
        step("orderList", hold)->click();
        QCOMPARE(held.count(), 1);
        QCOMPARE(held.front().front().value<OrderId>(), id);

        order.state = RecordedOrder::State::SetAside;
        m_page->setOrders({order});
        QVERIFY(step("orderList", withdraw) && !step("orderList", hold));
        const QString untried = note("orderList");
        step("orderList", again)->click();
        QCOMPARE(sent.count(), 1);
        QCOMPARE(sent.front().front().value<OrderId>(), id);

        order.tries = 2; // it may have taken effect: no way back
        m_page->setOrders({order});
        QVERIFY(!step("orderList", withdraw) && step("orderList", again));
        const QString tried = note("orderList");
        order.problem = Error{Error::Kind::Conflict, QStringLiteral("centre.epoch_changed"), {}};
        m_page->setOrders({order});
        const QSet<QString> said{untried, tried, note("orderList")};
        QCOMPARE(said.size(), 3);
        QVERIFY(!said.contains(QString()));
        QVERIFY2(note("orderList").contains(QStringLiteral("استعادة")), qPrintable(note("orderList")));
    }

    void whatTheCentreMayHaveForgottenCanBeSentAgain()
    {
        show();
        part<QAbstractButton>("boardOrders").click();
        RecordedOrder order = samples::order(RecordedOrder::State::Answered);
        order.isDoubted = true;
        m_page->setOrders({order});
        QVERIFY(step("orderList", QStringLiteral("إرسال من جديد")));
        QVERIFY(!note("orderList").isEmpty());

        RecordedOrder undo = samples::order(RecordedOrder::State::Waiting);
        undo.order.undoes = AssignmentId(QStringLiteral("order-0"));
        undo.isTooLate = true;
        m_page->setOrders({undo});
        QVERIFY2(note("orderList").contains(QStringLiteral("التراجع")), qPrintable(note("orderList")));

        RecordedOrder broken;
        broken.order.id = order.order.id;
        broken.state = RecordedOrder::State::SetAside;
        broken.problem = Error{Error::Kind::Corrupt, QStringLiteral("store.unreadable"), {}};
        m_page->setOrders({broken});
        // It never left: it can be withdrawn, but not sent; and whoever helps is told which it is.
        QVERIFY(step("orderList", QStringLiteral("سحب")));
        QVERIFY(!step("orderList", QStringLiteral("إرسال من جديد")));
        const QString kept = note("orderList");
        QVERIFY2(kept.contains(QStringLiteral("محفوظ")) && kept.contains(QStringLiteral("الدعم الفني")),
                 qPrintable(kept));
        step("orderList", QStringLiteral("نسخ رقم الأمر"))->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), broken.order.id.text());
        broken.tries = 1;
        m_page->setOrders({broken});
        QVERIFY(!step("orderList", QStringLiteral("سحب"))); // it may have been carried out
        QVERIFY(note("orderList") != kept);
    }

    void anOrderSaysToWhomItWasAndWhatBecomesOfItsCases()
    {
        show();
        part<QAbstractButton>("boardOrders").click();
        const auto text = [this] {
            QStringList all;
            for (const QLabel *label : part("orderList").findChildren<QLabel *>())
                all.append(withoutControls(label->text()));
            return all.join(u'\n');
        };
        // Refused as a whole: nothing is known of its cases but how many they were, and whose they were to
        // be.
        RecordedOrder refused = samples::order(RecordedOrder::State::Refused);
        for (AssignmentWish &wish : refused.order.cases)
            wish.to = samples::staff().front().name.id;
        refused.results.clear();
        refused.loads.clear();
        refused.problem = Error{Error::Kind::Forbidden, QStringLiteral("assignment.forbidden"), {}};
        m_page->setOrders({refused});
        QVERIFY2(text().contains(samples::staff().front().name.name), qPrintable(text()));
        QVERIFY2(text().contains(QStringLiteral("تعذّر إسناد 4 طلبات")), qPrintable(text()));
        QVERIFY(step("orderList", QStringLiteral("عرض التفاصيل")));
        // On hold: nothing of it waits to be sent.
        RecordedOrder held = samples::order(RecordedOrder::State::SetAside);
        m_page->setOrders({held});
        QVERIFY2(text().contains(QStringLiteral("طلبان معلّقان")), qPrintable(text()));
        step("orderList", QStringLiteral("عرض التفاصيل"))->click();
        QTRY_VERIFY(part("orderCases").isVisible());
        const auto &fates = *part<QAbstractItemView>("orderCases").model();
        QStringList said;
        for (int row = 0; row < fates.rowCount(); ++row)
            said.append(fates.index(row, 2).data().toString());
        QVERIFY2(said.filter(QStringLiteral("بانتظار الإرسال")).isEmpty(), qPrintable(said.join(u'\n')));
        QCOMPARE(said.filter(QStringLiteral("معلّق")).size(), 2);
        QCOMPARE(said.filter(QStringLiteral("لن يُسند")).size(), 2); // foreseen, not a result
    }

    void theListOfOrdersKeepsTheKeyboardAndOffersTheRest()
    {
        show();
        part<QAbstractButton>("boardOrders").click();
        std::vector<RecordedOrder> orders;
        for (int i = 0; i < 75; ++i) {
            RecordedOrder one = samples::order(RecordedOrder::State::Waiting);
            one.order.id = AssignmentId(QStringLiteral("order-%1").arg(i));
            one.order.text = QStringLiteral("سبب %1").arg(i);
            orders.push_back(one);
        }
        m_page->setOrders(orders);
        const auto lines = [this] {
            return part("orderList").findChildren<QWidget *>(QStringLiteral("record")).size();
        };
        QCOMPARE(lines(), 60);
        auto &more = *part("orderList").findChild<QAbstractButton *>(QStringLiteral("moreRecords"));
        QVERIFY(more.isVisible());
        QVERIFY(part("orderList").findChild<QLabel *>(QStringLiteral("recordCount"))->text().contains(u"75"));
        more.setFocus();
        QTest::keyClick(&more, Qt::Key_Space);
        QCOMPARE(lines(), 75);
        QVERIFY(!more.isVisible());
        QVERIFY(part("orderList").isAncestorOf(QApplication::focusWidget()));
        // Something of another line changes: the button that has the keyboard stays where it was.
        const auto steps = [this] {
            return part("orderList").findChildren<QAbstractButton *>(QStringLiteral("recordStep"));
        };
        steps().at(7)->setFocus();
        const QString before = steps().at(7)->accessibleName();
        orders[0].tries = 1;
        m_page->setOrders(orders);
        auto *focused = qobject_cast<QAbstractButton *>(QApplication::focusWidget());
        QVERIFY(focused);
        QCOMPARE(focused->accessibleName(), before);
    }

    void aLeaveThatIsNotSentOrInDoubtSaysSo()
    {
        show();
        part<QAbstractButton>("boardLeaves").click();
        RecordedLeave leave;
        leave.id = OrderId(QStringLiteral("leave-order"));
        leave.leave = samples::staff()[4].leaves.front();
        leave.state = RecordedOrder::State::SetAside;
        m_page->setLeaveOrders({leave});
        QVERIFY(step("leaveList", QStringLiteral("إرسال من جديد"))
                && step("leaveList", QStringLiteral("سحب")));
        QVERIFY(step("leaveList", QStringLiteral("سحب")));
        const QString aside = note("leaveList");
        QStringList said; // a leave is feminine
        for (const QLabel *label : part("leaveList").findChildren<QLabel *>())
            said.append(label->text());
        QVERIFY2(said.contains(QStringLiteral("معلّقة")), qPrintable(said.join(u'\n')));
        leave.state = RecordedOrder::State::Waiting;
        m_page->setLeaveOrders({leave});
        QVERIFY(!step("leaveList", QStringLiteral("تعليق الأمر"))); // it is none
        QVERIFY(step("leaveList", QStringLiteral("تعليق التسجيل")));
        leave.state = RecordedOrder::State::Refused;
        leave.tries = 1;
        leave.problem = Error{Error::Kind::Stale, QStringLiteral("leave.stale"), {}};
        leave.mayHaveTakenEffect = true;
        m_page->setLeaveOrders({leave});
        QVERIFY(!step("leaveList", QStringLiteral("إرسال من جديد")));
        const QString effect = note("leaveList");
        QVERIFY(!aside.isEmpty() && !effect.isEmpty() && aside != effect);
        leave.state = RecordedOrder::State::Answered;
        leave.mayHaveTakenEffect = false;
        m_page->setLeaveOrders({leave});
        QVERIFY(!step("leaveList", QStringLiteral("إرسال من جديد"))); // among the leaves of its officer
        leave.isDoubted = true;
        m_page->setLeaveOrders({leave});
        QVERIFY(step("leaveList", QStringLiteral("إرسال من جديد")));
    }

    void numbersThatMayBeTooSmallSaySo()
    {
        show();
        QVERIFY(!part("boardStrip").isVisible());
        Board partial = samples::board();
        partial.isPartial = true;
        m_page->setBoard(partial);
        QVERIFY(part("boardStrip").isVisible());
        const QString said = part<Strip>("boardStrip").message();
        partial.isPartial = false;
        partial.staffAt.reset();
        m_page->setBoard(partial);
        QVERIFY(part("boardStrip").isVisible());
        QVERIFY(part<Strip>("boardStrip").message() != said);
        m_page->setBoard(samples::board());
        QVERIFY(!part("boardStrip").isVisible());
    }

    void absentTodayIsTwoStepsFromTheMenu()
    {
        show();
        QSignalSpy leave(m_page.get(), &BoardPage::leaveConfirmed);
        Q_EMIT part<Chart>("officerBars").menuAsked(0, m_page->mapToGlobal(QPoint(100, 100)));
        auto *menu = m_page->findChild<QMenu *>(QStringLiteral("officerMenu"));
        QVERIFY(menu);
        menu->findChild<QAction *>(QStringLiteral("menuAbsent"))->trigger();
        menu->close();
        part<QAbstractButton>("leaveConfirm").click();
        QCOMPARE(leave.count(), 1);
        const Leave recorded = leave.front().front().value<Leave>();
        QCOMPARE(recorded.officer, samples::board().officers[0].officer);
        QCOMPARE(recorded.kind, Leave::Kind::Unplanned);
        QCOMPARE(recorded.first, riyadhDate(samples::now()));
        QCOMPARE(recorded.last, recorded.first);
    }

    void twoHundredOfficersAreScrolledAndWalked()
    {
        show();
        m_page->setBoard(samples::largeBoard(200));
        auto &bars = part<OfficerBars>("officerBars");
        QVERIFY(bars.height() > 5'000);
        bars.setFocus();
        QTest::keyClick(&bars, Qt::Key_End, Qt::ControlModifier);
        QTRY_VERIFY(!bars.visibleRegion().isEmpty());
        QTRY_VERIFY(bars.visibleRegion().contains(bars.placeOf(bars.current()).center()));
        // No bar leaves its track, and what is there is seen.
        for (std::size_t i = 0; i < bars.marks().size(); ++i) {
            QVERIFY(bars.rect().contains(bars.placeOf(static_cast<int>(i))));
            QVERIFY(!bars.marks()[i].area.isEmpty());
        }
    }

    void numbersStandOutFromTheirCells()
    {
        for (const Scheme scheme : kSchemes) {
            const Tokens &tokens = tokensOf(scheme);
            for (const QColor &mark :
                 {tokens.marks.danger, tokens.marks.warning, tokens.marks.brand, tokens.marks.neutral}) {
                for (const double share : {0.0, 0.5, 1.0})
                    QVERIFY(contrast(tokens.text, HeatMap::shade(tokens, mark, share)) >= 4.5);
            }
        }
    }

    void nothingWithAReasonIsWithoutWords()
    {
        for (const Language language : {Language::Arabic, Language::English}) {
            m_words->use(language);
            QSet<QString> said;
            for (const QString &code : knownRefusals()) {
                const QString words = refusalReason(code);
                QVERIFY2(!words.contains(code), qPrintable(code));
                QVERIFY2(!said.contains(words), qPrintable(words));
                said.insert(words);
            }
            QVERIFY(refusalReason(QStringLiteral("assignment.of_next_year"))
                        .contains(QStringLiteral("assignment.of_next_year")));
        }
    }

    void chartsHaveARoleAndANameForScreenReaders()
    {
        show();
        for (const char *name : {"officerBars", "heatMap", "flowChart", "ageChart"}) {
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&part(name));
            QVERIFY(interface);
            QCOMPARE(interface->role(), QAccessible::Chart);
            QVERIFY(!interface->text(QAccessible::Name).isEmpty());
        }
    }
};

QTEST_MAIN(BoardTest)
#include "tst_board.moc"

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a supervisor does on the board: looks behind numbers, opens sheets, carries cases to somebody.
#include "ui/supervision/boardpage.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QStackedWidget>

#include "models/arabic/bidi.h"
#include "ui/casefile/sheethost.h"
#include "ui/shared/button.h"
#include "ui/shared/casewords.h"
#include "ui/shared/copytext.h"
#include "ui/shared/errortext.h"
#include "ui/shared/filterchip.h"
#include "ui/shared/splitter.h"
#include "ui/shared/statuschip.h"
#include "ui/shared/strip.h"
#include "ui/shared/syncwords.h"
#include "ui/supervision/assignsheet.h"
#include "ui/supervision/boardtable.h"
#include "ui/supervision/caselistpanel.h"
#include "ui/supervision/chart.h"
#include "ui/supervision/leavesheet.h"
#include "ui/supervision/officerbars.h"
#include "ui/supervision/recordlist.h"
#include "ui/theme/metrics.h"

#include <algorithm>

namespace tawasul {

namespace {

constexpr int kScrollMargin = 56; ///< of the officers, while something is carried along their edge

bool isToCome(const Leave &leave, QDate today)
{
    return !leave.endedAt && (!leave.last.isValid() || leave.last >= today);
}

} // namespace

// --- what is in sight
// ---------------------------------------------------------------------------------------

void BoardPage::showTables(bool tables)
{
    (tables ? m_asTables : m_asCharts)->setChecked(true);
    for (QStackedLayout *twin : m_twins)
        twin->setCurrentIndex(tables ? 1 : 0);
    m_legend->setVisible(!tables && m_officers->currentIndex() == 0);
    m_flowLegend->setVisible(!tables);
    fitSides();
}

void BoardPage::showHeat(bool heat)
{
    (heat ? m_days : m_loads)->setChecked(true);
    m_officers->setCurrentIndex(heat ? 1 : 0);
    m_legend->setVisible(!heat && m_asCharts->isChecked());
}

void BoardPage::showSide(Side side)
{
    closeSheet();
    m_side->setCurrentIndex(static_cast<int>(side));
    if (side != Side::Cases)
        m_question.reset();
    fitSides();
    if (QWidget *now = m_side->currentWidget(); side == Side::Orders || side == Side::Leaves) {
        now->setFocusPolicy(Qt::StrongFocus);
        now->setFocus(Qt::OtherFocusReason);
    }
}

void BoardPage::openSheet(QWidget *sheet)
{
    m_sheets->setCurrentWidget(sheet);
    m_host->openSheet();
    m_figures->hide(); // what would come of it needs the room
    fitSides();
}

void BoardPage::closeSheet()
{
    if (!m_host->isOpen())
        return;
    m_host->closeSheet();
    m_figures->show();
    fitSides();
    if (m_side->currentIndex() == static_cast<int>(Side::Cases))
        m_cases->focusRows();
    else
        focusFirst();
}

// One step: from a sheet to what is under it, from there to the charts.
void BoardPage::goBack()
{
    if (m_host->isOpen())
        return closeSheet();
    if (m_side->currentIndex() == static_cast<int>(Side::Charts))
        return;
    showSide(Side::Charts);
    focusFirst();
}

// Charts leave the officers most of the room; whoever works on cases needs it for these.
void BoardPage::fitSides()
{
    const bool works = m_host->isOpen() || m_side->currentIndex() != static_cast<int>(Side::Charts);
    const int all = std::max(2, m_splitter->width() - m_splitter->handleWidth());
    // A table of officers has more columns than their bars.
    const int officers = all * (works ? 46 : m_asTables->isChecked() ? 70 : 60) / 100;
    m_splitter->setSizes({officers, all - officers});
}

void BoardPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitSides();
}

void BoardPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fitSides();
    Q_EMIT shown();
}

void BoardPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    if (m_carried)
        endCarry(QPoint(-1, -1));
    else
        goBack();
}

void BoardPage::focusFirst()
{
    const auto index = static_cast<std::size_t>(m_officers->currentIndex());
    if (m_asTables->isChecked())
        m_tables[index]->setFocus(Qt::OtherFocusReason);
    else if (index == 0)
        m_bars->setFocus(Qt::OtherFocusReason);
    else
        findChild<QWidget *>(QStringLiteral("heatMap"))->setFocus(Qt::OtherFocusReason);
}

// --- cases and sheets
// ---------------------------------------------------------------------------------------

void BoardPage::ask(const BoardQuestion &question)
{
    showSide(Side::Cases);
    m_question = question;
    m_question->most = kCasesAtOnce + 1;
    m_cases->wait(m_words.question(question, m_board));
    m_cases->focusRows();
    Q_EMIT casesWanted(*m_question);
}

void BoardPage::reassignSelected(const std::optional<PersonId> &to)
{
    const std::vector<CaseHeader> chosen = m_cases->selected();
    if (chosen.empty() || static_cast<int>(chosen.size()) > kMostAssigned)
        return;
    m_assign->open(chosen, to);
    openSheet(m_assign);
    m_assign->focusFirst();
}

void BoardPage::reassignAllOf(const PersonId &from, const std::optional<PersonId> &to)
{
    AssignmentRule rule;
    rule.from = from;
    m_assign->open(rule, to);
    openSheet(m_assign);
    m_assign->focusFirst();
}

void BoardPage::openLeave(const PersonName &officer, Leave::Kind kind)
{
    m_leave->open(officer, kind);
    openSheet(m_leave);
    m_leave->focusFirst();
}

void BoardPage::openOrder(const AssignmentId &id)
{
    const auto found = std::find_if(m_orders.begin(), m_orders.end(),
                                    [&id](const RecordedOrder &each) { return each.order.id == id; });
    if (found == m_orders.end())
        return;
    m_assign->open(*found);
    openSheet(m_assign);
    m_assign->focusFirst();
}

void BoardPage::openMenu(int row, const QPoint &place)
{
    if (row < 0 || row >= static_cast<int>(m_board.officers.size()))
        return;
    const OfficerLoad officer = m_board.officers[static_cast<std::size_t>(row)];
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("officerMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](const char *name, Icon icon, const QString &text, auto step) {
        QAction *action = menu->addAction(m_theme.icon(icon), text, this, step);
        action->setObjectName(QString::fromLatin1(name));
        return action;
    };
    add("menuShow", Icon::ListDetails, tr("Show the requests"), [this, officer] {
        BoardQuestion question;
        question.officer = officer.officer.id;
        ask(question);
    })->setEnabled(officer.load.total() > 0);
    add("menuReassign", Icon::UserShare, tr("Reassign the requests"), [this, officer] {
        reassignAllOf(officer.officer.id, {});
    })->setEnabled(officer.load.total() > 0);
    if (!officer.officer.id.isEmpty() && officer.active) {
        menu->addSeparator();
        add("menuAbsent", Icon::UserX, tr("Absent today"), [this, officer] {
            openLeave(officer.officer, Leave::Kind::Unplanned);
        })->setEnabled(!officer.isAway);
        add("menuLeave", Icon::CalendarEvent, tr("Record a leave"),
            [this, officer] { openLeave(officer.officer, Leave::Kind::Planned); });
        if (officer.isAway)
            add("menuLeaves", Icon::CalendarDue, tr("Show the leaves"), [this] { showSide(Side::Leaves); });
    }
    menu->popup(place);
}

// --- what was recorded
// --------------------------------------------------------------------------------------

RecordLine BoardPage::lineOf(const RecordedOrder &order)
{
    const AssignmentId id = order.order.id;
    const Instant now = m_clock.now();
    RecordLine line;
    line.text = m_orderWords.order(order);
    line.state = OrderWords::state(order);
    QStringList detail{momentText(order.order.recordedAt, now, m_words.locale())};
    if (const QString result = m_orderWords.result(order); !result.isEmpty())
        detail.append(result);
    if (!order.order.text.isEmpty())
        detail.append(isolateAny(withoutControls(order.order.text.simplified())));
    line.detail = detail.join(QStringLiteral(" · "));
    line.note = OrderWords::note(order);
    if (isUnreadable(order)) {
        //: %1 a number by which technical support finds an order
        line.detail += QStringLiteral(" · ") + tr("Number of the order: %1").arg(isolateId(id.text()));
        line.steps.push_back({tr("Copy the number of the order"), [this, id] {
                                  copyText(id.text());
                                  m_strip->say(Tone::Info, tr("The number of the order is copied."));
                              }});
    } else {
        line.steps.push_back(
            {order.state == RecordedOrder::State::Answered ? tr("Show the result") : tr("Show the details"),
             [this, id] { openOrder(id); }});
    }
    if (const auto left = undoLeft(order, now); left.count() > 0)
        line.steps.push_back({tr("Undo (%1 left)").arg(spanText(left, m_words.locale().digits)),
                              [this, id] { Q_EMIT undoRequested(id); }});
    const OrderSteps steps = stepsOf(order);
    if (steps.sendAgain)
        line.steps.push_back(
            {tr("Send again"), [this, id] { Q_EMIT sendAgainRequested(OrderId(id.text())); }});
    if (steps.withdraw)
        line.steps.push_back({tr("Withdraw"), [this, id] { Q_EMIT withdrawRequested(id); }});
    if (steps.setAside)
        line.steps.push_back(
            {tr("Put on hold"), [this, id] { Q_EMIT setAsideRequested(OrderId(id.text())); }});
    return line;
}

void BoardPage::showOrders()
{
    std::vector<RecordLine> lines;
    for (const RecordedOrder &order : m_orders)
        lines.push_back(lineOf(order));
    m_orderList->present(std::move(lines));
}

RecordLine BoardPage::lineOf(const RecordedLeave &recorded)
{
    const OrderId id = recorded.id;
    RecordLine line;
    //: %1 a name, %2 a leave
    line.text = tr("%1 – %2", "a leave")
                    .arg(m_words.officer(recorded.leave.officer), m_orderWords.leave(recorded.leave));
    line.detail = recorded.isEnd
        ? tr("End of the leave")
        : tr("Recorded %1").arg(momentText(recorded.recordedAt, m_clock.now(), m_words.locale()));
    line.state = OrderWords::state(recorded);
    line.note = OrderWords::note(recorded);
    if (line.note.isEmpty() && recorded.state == RecordedOrder::State::Refused && recorded.problem)
        line.note = errorSentence(*recorded.problem);
    const OrderSteps steps = stepsOf(recorded);
    if (steps.sendAgain)
        line.steps.push_back({tr("Send again"), [this, id] { Q_EMIT sendAgainRequested(id); }});
    if (steps.withdraw)
        line.steps.push_back({tr("Withdraw"), [this, id] { Q_EMIT leaveWithdrawRequested(id); }});
    if (steps.setAside)
        line.steps.push_back({tr("Put on hold", "what was recorded of a leave"),
                              [this, id] { Q_EMIT setAsideRequested(id); }});
    return line;
}

RecordLine BoardPage::lineOf(const Leave &leave)
{
    const bool runs = isAway(leave, m_clock.now());
    RecordLine line;
    line.text = tr("%1 – %2", "a leave").arg(m_words.officer(leave.officer), m_orderWords.leave(leave));
    line.state = runs ? ChipLook{tr("On leave now"), Icon::UserX, Tone::Lavender}
                      : ChipLook{tr("To come", "a leave"), Icon::CalendarEvent, Tone::Neutral};
    line.steps.push_back({runs ? tr("End the leave") : tr("Call the leave off"),
                          [this, id = leave.id] { Q_EMIT leaveEndRequested(id); }});
    return line;
}

void BoardPage::showLeaves()
{
    std::vector<RecordLine> lines;
    const QDate today = riyadhDate(m_clock.now());
    for (const RecordedLeave &each : m_leaveOrders) {
        // What was answered is among the leaves of its officer, unless the centre may have forgotten it.
        if (each.state != RecordedOrder::State::Answered || each.isDoubted)
            lines.push_back(lineOf(each));
    }
    for (const Colleague &colleague : m_staff) {
        for (const Leave &leave : colleague.leaves) {
            if (isToCome(leave, today))
                lines.push_back(lineOf(leave));
        }
    }
    m_leaveList->present(std::move(lines));
}

// --- carrying
// -----------------------------------------------------------------------------------------------
// Qt's own way of dragging runs a loop inside the loop; here the widget under the press goes on hearing the
// mouse, and a chip follows it.

void BoardPage::beginCarry(int row, const QPoint &place)
{
    const int count = row >= 0 ? m_board.officers[static_cast<std::size_t>(row)].load.total()
                               : static_cast<int>(m_cases->selected().size());
    if (count == 0)
        return;
    m_carriedRow = row;
    showTables(false);
    showHeat(false);
    delete m_carried;
    m_carried = new StatusChip(m_theme, {m_words.requests(count), Icon::UserShare, Tone::Brand}, window());
    m_carried->setObjectName(QStringLiteral("carried"));
    m_carried->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_carried->resize(m_carried->sizeHint());
    m_carried->show();
    m_carried->raise();
    moveCarry(place);
}

void BoardPage::moveCarry(const QPoint &place)
{
    if (!m_carried)
        return;
    const QPoint here = window()->mapFromGlobal(place);
    const int beside = isRightToLeft() ? -m_carried->width() - space::medium : space::medium;
    m_carried->move(here + QPoint(beside, space::medium));
    const QPoint onBars = m_bars->mapFromGlobal(place);
    const QWidget *viewport = m_barScroll->viewport();
    const bool over = viewport->rect().contains(viewport->mapFromGlobal(place));
    if (over)
        m_barScroll->ensureVisible(onBars.x(), onBars.y(), 0, kScrollMargin);
    const int row = over ? m_bars->rowAt(m_bars->mapFromGlobal(place)) : -1;
    m_bars->setDropRow(row == m_carriedRow ? -1 : row);
}

void BoardPage::endCarry(const QPoint &place)
{
    if (!m_carried)
        return;
    moveCarry(place);
    const int row = m_bars->dropRow();
    m_bars->setDropRow(-1);
    delete std::exchange(m_carried, nullptr);
    const int from = std::exchange(m_carriedRow, -1);
    if (row < 0)
        return;
    const PersonId to = m_board.officers[static_cast<std::size_t>(row)].officer.id;
    if (from >= 0)
        reassignAllOf(m_board.officers[static_cast<std::size_t>(from)].officer.id, to);
    else
        reassignSelected(to);
}

} // namespace tawasul

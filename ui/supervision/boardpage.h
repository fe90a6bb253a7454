// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "models/desk/supervision.h"
#include "models/sync/syncstatus.h"
#include "ui/supervision/orderwords.h"
#include "ui/theme/theme.h"

QT_BEGIN_NAMESPACE
class QStackedLayout;
class QStackedWidget;
QT_END_NAMESPACE

namespace tawasul {

class AgeChart;
class AssignSheet;
class BoardTableModel;
class BoardTableView;
class Button;
class CaseListPanel;
class ChartScroll;
class FigureTile;
class FilterChip;
class FlowChart;
class HeatMap;
class LeaveSheet;
class OfficerBars;
class PlainLabel;
class RecordList;
struct RecordLine;
class SheetHost;
class Splitter;
class StatusChip;
class Strip;

/// «توزيع الطلبات»: who has how much, until when, what comes and goes; the cases behind each number, and the
/// sheets in which they are given to somebody else and leaves are recorded. It is given values and says by
/// signals what the supervisor wants.
class BoardPage : public QWidget
{
    Q_OBJECT

public:
    /// So many of the cases behind a mark are shown at first, and so many more each time.
    static constexpr int kCasesAtOnce = 500;

    BoardPage(const Theme &theme, const Clock &clock, DisplayLocale locale, QWidget *parent = nullptr);

    void setReference(const ReferencePtr &reference);
    /// Whose board it is: a rule stays in their section, when they have one.
    void setSupervisor(const Actor &supervisor);
    void setSyncStatus(const SyncStatus &status);
    void setBoard(const Board &board);
    void setStaff(const std::vector<Colleague> &staff);
    void setOrders(const std::vector<RecordedOrder> &orders);
    void setLeaveOrders(const std::vector<RecordedLeave> &leaves);
    /// What is shown could not be read anew.
    void setUnread(const Error &error);
    /// Called every few seconds: times to undo run out.
    void tick();

    /// Shows the cases behind a number.
    void ask(const BoardQuestion &question);
    /// The answer to casesWanted(), which asks for one case more than is shown; one to another question than
    /// the last, or to one for fewer cases, is dropped.
    void setCases(const BoardQuestion &question, const Result<std::vector<CaseHeader>> &cases);
    /// The answer to trialWanted().
    void setTrial(const AssignmentOrder &order, const Result<AssignmentTrial> &trial);
    /// The answer to orderConfirmed() or againRequested().
    void setRecorded(const Result<AssignmentId> &recorded);
    /// The answer to leaveConfirmed().
    void setLeaveRecorded(const Outcome &recorded);
    /// An undo, a withdrawal or the end of a leave came to nothing.
    void sayFailed(const Error &error);
    void focusFirst();

    [[nodiscard]] const Board &board() const { return m_board; }

Q_SIGNALS:
    void casesWanted(const tawasul::BoardQuestion &question);
    void trialWanted(const tawasul::AssignmentOrder &order);
    void orderConfirmed(const tawasul::AssignmentOrder &order);
    void undoRequested(const tawasul::AssignmentId &id);
    void withdrawRequested(const tawasul::AssignmentId &id);
    /// An order or a leave that waits is not sent for now.
    void setAsideRequested(const tawasul::OrderId &id);
    /// One that was set aside, or that the centre may have forgotten.
    void sendAgainRequested(const tawasul::OrderId &id);
    /// What was refused of it once more, to the same officer.
    void againRequested(const tawasul::AssignmentId &id);
    void leaveConfirmed(const tawasul::Leave &leave);
    void leaveEndRequested(const tawasul::LeaveId &id);
    void leaveWithdrawRequested(const tawasul::OrderId &id);
    void caseChosen(const tawasul::CaseId &id);
    /// The page is in sight.
    void shown();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// What stands beside the officers.
    enum class Side { Charts, Cases, Orders, Leaves };

    QWidget *makeHead();
    QWidget *makeFigures();
    QWidget *makeOfficers();
    QWidget *makeSide();
    QWidget *makeCharts();
    /// A chart and the table of the same numbers, of which one is shown; the table leaves so much free at its
    /// sides.
    QWidget *makeTwin(QWidget *chart, BoardTableModel *model, const char *table, const QString &name,
                      int aside = 0);
    void connectAsking();
    void connectSheets();
    void connectCarrying();
    void showTables(bool tables);
    void showHeat(bool heat);
    void showSide(Side side);
    void openSheet(QWidget *sheet);
    void closeSheet();
    void goBack();
    void fitSides();
    void showFigures();
    void showAge();
    void showOrders();
    void showLeaves();
    [[nodiscard]] RecordLine lineOf(const RecordedOrder &order);
    [[nodiscard]] RecordLine lineOf(const RecordedLeave &recorded);
    [[nodiscard]] RecordLine lineOf(const Leave &leave);
    void openMenu(int row, const QPoint &place);
    void openLeave(const PersonName &officer, Leave::Kind kind);
    void openOrder(const AssignmentId &id);
    void reassignAllOf(const PersonId &from, const std::optional<PersonId> &to);
    void reassignSelected(const std::optional<PersonId> &to);
    void beginCarry(int row, const QPoint &place);
    void moveCarry(const QPoint &place);
    void endCarry(const QPoint &place);
    [[nodiscard]] bool isOffline() const;

    const Theme &m_theme;
    const Clock &m_clock;
    BoardWords m_words;
    OrderWords m_orderWords;
    SyncStatus m_status;
    Board m_board;
    bool m_hasBoard = false;
    std::vector<Colleague> m_staff;
    std::vector<RecordedOrder> m_orders;
    std::vector<RecordedLeave> m_leaveOrders;
    std::optional<BoardQuestion> m_question; ///< whose cases are shown
    int m_carriedRow = -1; ///< of the officers; -1: cases of the list are carried, or nothing is

    PlainLabel *m_age;
    Strip *m_strip;
    FilterChip *m_asCharts;
    FilterChip *m_asTables;
    FilterChip *m_loads;
    FilterChip *m_days;
    Button *m_showOrders;
    Button *m_showLeaves;
    Button *m_rebalance;
    QWidget *m_figures = nullptr;
    FigureTile *m_open;
    FigureTile *m_overdue;
    FigureTile *m_today;
    FigureTile *m_closed;
    OfficerBars *m_bars;
    ChartScroll *m_barScroll;
    HeatMap *m_heat;
    FlowChart *m_flow;
    AgeChart *m_ages;
    std::vector<BoardTableModel *> m_models;
    std::vector<BoardTableView *> m_tables;
    std::vector<QStackedLayout *> m_twins; ///< chart, table
    QStackedWidget *m_officers;            ///< loads, days
    QWidget *m_legend = nullptr;
    QWidget *m_flowLegend = nullptr;
    Splitter *m_splitter;
    QStackedWidget *m_side;
    QStackedWidget *m_sheets;
    SheetHost *m_host;
    CaseListPanel *m_cases;
    RecordList *m_orderList;
    RecordList *m_leaveList;
    AssignSheet *m_assign;
    LeaveSheet *m_leave;
    StatusChip *m_carried = nullptr; ///< follows the mouse
};

} // namespace tawasul

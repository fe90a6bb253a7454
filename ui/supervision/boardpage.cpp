// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/boardpage.h"

#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include "ui/casefile/sheethost.h"
#include "ui/shared/button.h"
#include "ui/shared/card.h"
#include "ui/shared/countedtext.h"
#include "ui/shared/errortext.h"
#include "ui/shared/filterchip.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/splitter.h"
#include "ui/shared/strip.h"
#include "ui/supervision/agewords.h"
#include "ui/supervision/assignsheet.h"
#include "ui/supervision/boardtable.h"
#include "ui/supervision/caselistpanel.h"
#include "ui/supervision/chart.h"
#include "ui/supervision/figuretile.h"
#include "ui/supervision/flowchart.h"
#include "ui/supervision/heatmap.h"
#include "ui/supervision/leavesheet.h"
#include "ui/supervision/officerbars.h"
#include "ui/supervision/recordlist.h"
#include "ui/theme/metrics.h"

namespace tawasul {

namespace {

template<class W>
W *withName(W *widget, const char *name)
{
    widget->setObjectName(QString::fromLatin1(name));
    return widget;
}

QWidget *bare(QLayout *layout)
{
    auto *widget = new QWidget;
    layout->setContentsMargins(0, 0, 0, 0);
    widget->setLayout(layout);
    return widget;
}

// Whatever part of its answer was asked for.
BoardQuestion whole(BoardQuestion question)
{
    question.most.reset();
    return question;
}

} // namespace

BoardPage::BoardPage(const Theme &theme, const Clock &clock, DisplayLocale locale, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_clock(clock)
    , m_words(locale)
    , m_orderWords(m_words)
    , m_age(withName(new PlainLabel(TextRole::Secondary), "boardAge"))
    , m_strip(withName(new Strip(theme), "boardStrip"))
    , m_asCharts(withName(new FilterChip(tr("Charts")), "asCharts"))
    , m_asTables(withName(new FilterChip(tr("Tables")), "asTables"))
    , m_loads(withName(new FilterChip(tr("Workload")), "boardLoads"))
    , m_days(withName(new FilterChip(tr("Deadlines by day")), "boardDays"))
    , m_showOrders(withName(new Button(theme, ButtonKind::Secondary, tr("Assignment orders")), "boardOrders"))
    , m_showLeaves(withName(new Button(theme, ButtonKind::Secondary, tr("Leaves")), "boardLeaves"))
    , m_rebalance(withName(new Button(theme, ButtonKind::Primary, tr("Redistribution")), "rebalance"))
    , m_open(withName(new FigureTile(theme, Icon::Inbox, Tone::Info, tr("Open", "requests")), "figureOpen"))
    , m_overdue(withName(new FigureTile(theme, Icon::AlertCircle, Tone::Danger, tr("Overdue", "requests")),
                         "figureOverdue"))
    , m_today(withName(new FigureTile(theme, Icon::Hourglass, Tone::Warning, tr("Due today", "requests")),
                       "figureToday"))
    , m_closed(
          withName(new FigureTile(theme, Icon::CircleCheck, Tone::Success, tr("Closed today", "requests")),
                   "figureClosed"))
    , m_bars(new OfficerBars(theme, m_words))
    , m_barScroll(new ChartScroll(m_bars))
    , m_heat(new HeatMap(theme, m_words))
    , m_flow(new FlowChart(theme, m_words))
    , m_ages(new AgeChart(theme, m_words))
    , m_officers(new QStackedWidget)
    , m_splitter(new Splitter)
    , m_side(new QStackedWidget)
    , m_sheets(new QStackedWidget)
    , m_host(nullptr)
    , m_cases(new CaseListPanel(theme, m_words, clock))
    , m_orderList(
          withName(new RecordList(theme, m_words, tr("Assignment orders"), tr("No orders on this device")),
                   "orderList"))
    , m_leaveList(
          withName(new RecordList(theme, m_words, tr("Leaves"), tr("Nobody is on leave, or about to be")),
                   "leaveList"))
    , m_assign(new AssignSheet(theme, m_words, clock))
    , m_leave(new LeaveSheet(theme, m_words, clock))
{
    setObjectName(QStringLiteral("boardPage"));
    m_splitter->setObjectName(QStringLiteral("boardSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(space::medium);
    m_splitter->addWidget(makeOfficers());
    m_splitter->addWidget(makeSide());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::medium);
    column->addWidget(makeHead());
    column->addWidget(m_strip);
    column->addWidget(makeFigures());
    column->addWidget(m_splitter, 1);
    connectAsking();
    connectSheets();
    connectCarrying();
    showTables(false);
    showHeat(false);
    showAge();
}

// --- parts
// --------------------------------------------------------------------------------------------------

QWidget *BoardPage::makeHead()
{
    auto *title = withName(new PlainLabel(TextRole::PageTitle, tr("Workload board")), "boardTitle");
    auto *words = new QVBoxLayout;
    words->setSpacing(space::tiny);
    words->addWidget(title);
    words->addWidget(m_age);
    m_showOrders->setGlyph(Icon::ClipboardList);
    m_showLeaves->setGlyph(Icon::CalendarEvent);
    m_rebalance->setGlyph(Icon::Users);
    auto *ways = new QButtonGroup(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::snug);
    row->addLayout(words, 1);
    for (FilterChip *chip : {m_asCharts, m_asTables}) {
        ways->addButton(chip);
        row->addWidget(chip, 0, Qt::AlignVCenter);
    }
    row->addSpacing(space::medium);
    for (Button *button : {m_showLeaves, m_showOrders, m_rebalance})
        row->addWidget(button, 0, Qt::AlignVCenter);
    connect(m_asCharts, &QPushButton::clicked, this, [this] { showTables(false); });
    connect(m_asTables, &QPushButton::clicked, this, [this] { showTables(true); });
    return bare(row);
}

QWidget *BoardPage::makeFigures()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::medium);
    for (FigureTile *tile : {m_open, m_overdue, m_today, m_closed})
        row->addWidget(tile, 1);
    return m_figures = bare(row);
}

QWidget *BoardPage::makeTwin(QWidget *chart, BoardTableModel *model, const char *table, const QString &name,
                             int aside)
{
    auto *twin = new QWidget; // at once: a stack without a widget shows what it is given as windows
    auto *stack = new QStackedLayout(twin);
    auto *view = withName(new BoardTableView(m_theme, *model, name), table);
    stack->addWidget(chart);
    auto *room = new QHBoxLayout;
    room->addWidget(view);
    QWidget *place = bare(room);
    room->setContentsMargins(aside, 0, aside, 0);
    stack->addWidget(place);
    m_models.push_back(model);
    m_tables.push_back(view);
    m_twins.push_back(stack);
    connect(view, &BoardTableView::asked, this, &BoardPage::ask);
    return twin;
}

QWidget *BoardPage::makeOfficers()
{
    using Kind = BoardTableModel::Kind;
    std::vector<ChartLegend::Entry> entries;
    for (const Standing standing : kStandings)
        entries.push_back({BoardWords::standing(standing),
                           [standing](const Tokens &tokens) { return standingColor(tokens, standing); },
                           standingPattern(standing)});
    m_legend = new ChartLegend(m_theme, std::move(entries));
    auto *kinds = new QButtonGroup(this);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Chart::kRingRoom, 0, Chart::kRingRoom, 0);
    head->setSpacing(space::snug);
    for (FilterChip *chip : {m_loads, m_days}) {
        kinds->addButton(chip);
        head->addWidget(chip);
    }
    head->addStretch(1);
    connect(m_loads, &QPushButton::clicked, this, [this] { showHeat(false); });
    connect(m_days, &QPushButton::clicked, this, [this] { showHeat(true); });
    auto *heatScroll = new ChartScroll(m_heat);
    heatScroll->setHeading(m_heat->makeHeading());
    m_officers->addWidget(makeTwin(m_barScroll, new BoardTableModel(Kind::Officers, m_words, this),
                                   "tableOfficers", tr("Workload by officer"), Chart::kRingRoom));
    m_officers->addWidget(makeTwin(heatScroll, new BoardTableModel(Kind::Days, m_words, this), "tableDays",
                                   tr("Deadlines by officer and day"), Chart::kRingRoom));
    auto *legend = new QHBoxLayout;
    legend->setContentsMargins(head->contentsMargins());
    legend->addWidget(m_legend);
    auto *card = new Card;
    card->column().setContentsMargins(space::wide - Chart::kRingRoom, space::wide,
                                      space::wide - Chart::kRingRoom, space::wide);
    card->column().setSpacing(space::medium);
    card->column().addLayout(head);
    card->column().addLayout(legend);
    card->column().addWidget(m_officers, 1);
    return card;
}

QWidget *BoardPage::makeCharts()
{
    using Kind = BoardTableModel::Kind;
    m_flowLegend = new ChartLegend(m_theme,
                                   {{tr("Received"), &FlowChart::receivedColor, Qt::BDiagPattern},
                                    {tr("Closed", "requests"), &FlowChart::closedColor, Qt::SolidPattern}});
    auto *head = new QHBoxLayout;
    head->addWidget(new PlainLabel(TextRole::Section, tr("Received and closed")), 1);
    head->addWidget(m_flowLegend);
    auto *ageWords = new QVBoxLayout;
    ageWords->setSpacing(space::hair);
    ageWords->addWidget(new PlainLabel(TextRole::Section, tr("Age of open requests")));
    ageWords->addWidget(new PlainLabel(TextRole::Secondary, tr("Working days since submission")));
    auto *column = new QVBoxLayout;
    column->setSpacing(space::medium);
    auto *page = bare(column);
    column->setContentsMargins(space::wide, space::wide, space::wide, space::wide);
    column->addLayout(head);
    column->addWidget(makeTwin(m_flow, new BoardTableModel(Kind::Flow, m_words, this), "tableFlow",
                               tr("Received and closed by day")),
                      4);
    column->addWidget(makeRule(this));
    column->addLayout(ageWords);
    column->addWidget(makeTwin(m_ages, new BoardTableModel(Kind::Ages, m_words, this), "tableAges",
                               tr("Age of open requests")),
                      3);
    // With large words, or in a low window, they are scrolled to.
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    return scroll;
}

QWidget *BoardPage::makeSide()
{
    m_side->addWidget(makeCharts());
    m_side->addWidget(m_cases);
    m_side->addWidget(m_orderList);
    m_side->addWidget(m_leaveList);
    m_sheets->addWidget(m_assign);
    m_sheets->addWidget(m_leave);
    m_host = new SheetHost(m_theme, m_side, m_sheets);
    auto *card = new Card;
    // The sheet reaches the edge but for the card's own one, which stays round.
    card->column().setContentsMargins(space::tiny, space::tiny, space::tiny, space::tiny);
    card->column().addWidget(m_host);
    return card;
}

void BoardPage::connectAsking()
{
    for (Chart *chart : std::initializer_list<Chart *>{m_bars, m_heat, m_flow, m_ages})
        connect(chart, &Chart::asked, this, &BoardPage::ask);
    connect(m_bars, &Chart::menuAsked, this, &BoardPage::openMenu);
    connect(m_heat, &Chart::menuAsked, this, &BoardPage::openMenu);
    const auto of = [](std::optional<Standing> standing) {
        BoardQuestion question;
        question.standing = standing;
        return question;
    };
    connect(m_open, &QAbstractButton::clicked, this, [this, of] { ask(of({})); });
    connect(m_overdue, &QAbstractButton::clicked, this, [this, of] { ask(of(Standing::Overdue)); });
    connect(m_today, &QAbstractButton::clicked, this, [this, of] { ask(of(Standing::Today)); });
    connect(m_closed, &QAbstractButton::clicked, this, [this] {
        BoardQuestion question;
        question.matter = BoardQuestion::Matter::Closed;
        question.day = riyadhDate(m_board.countedAt);
        ask(question);
    });
    connect(m_cases, &CaseListPanel::closeRequested, this, &BoardPage::goBack);
    connect(m_cases, &CaseListPanel::reassignRequested, this, [this] { reassignSelected({}); });
    connect(m_cases, &CaseListPanel::caseChosen, this, &BoardPage::caseChosen);
    connect(m_cases, &CaseListPanel::moreRequested, this, [this] {
        if (!m_question)
            return;
        m_question->most = m_question->most.value_or(1) + kCasesAtOnce;
        Q_EMIT casesWanted(*m_question);
    });
}

void BoardPage::connectSheets()
{
    connect(m_rebalance, &QPushButton::clicked, this, [this] { reassignAllOf({}, {}); });
    connect(m_showOrders, &QPushButton::clicked, this, [this] { showSide(Side::Orders); });
    connect(m_showLeaves, &QPushButton::clicked, this, [this] { showSide(Side::Leaves); });
    for (RecordList *list : {m_orderList, m_leaveList})
        connect(list, &RecordList::closeRequested, this, &BoardPage::goBack);
    connect(m_assign, &AssignSheet::trialWanted, this, &BoardPage::trialWanted);
    connect(m_assign, &AssignSheet::confirmed, this, &BoardPage::orderConfirmed);
    connect(m_assign, &AssignSheet::undoRequested, this, &BoardPage::undoRequested);
    connect(m_assign, &AssignSheet::withdrawRequested, this, &BoardPage::withdrawRequested);
    connect(m_assign, &AssignSheet::againRequested, this, &BoardPage::againRequested);
    connect(m_assign, &AssignSheet::setAsideRequested, this,
            [this](const AssignmentId &id) { Q_EMIT setAsideRequested(OrderId(id.text())); });
    connect(m_assign, &AssignSheet::sendAgainRequested, this,
            [this](const AssignmentId &id) { Q_EMIT sendAgainRequested(OrderId(id.text())); });
    connect(m_assign, &AssignSheet::closeRequested, this, &BoardPage::closeSheet);
    connect(m_leave, &LeaveSheet::confirmed, this, &BoardPage::leaveConfirmed);
    connect(m_leave, &LeaveSheet::closeRequested, this, &BoardPage::closeSheet);
}

void BoardPage::connectCarrying()
{
    connect(m_bars, &OfficerBars::carryBegan, this, &BoardPage::beginCarry);
    connect(m_bars, &OfficerBars::carryMoved, this, &BoardPage::moveCarry);
    connect(m_bars, &OfficerBars::carryEnded, this, &BoardPage::endCarry);
    const CaseTable &table = m_cases->table();
    connect(&table, &CaseTable::carryBegan, this, [this](const QPoint &place) { beginCarry(-1, place); });
    connect(&table, &CaseTable::carryMoved, this, &BoardPage::moveCarry);
    connect(&table, &CaseTable::carryEnded, this, &BoardPage::endCarry);
}

// --- values
// -------------------------------------------------------------------------------------------------

void BoardPage::setReference(const ReferencePtr &reference)
{
    m_words.setReference(reference);
    m_assign->setReference();
    showAge();
}

void BoardPage::setSupervisor(const Actor &supervisor)
{
    m_assign->setOwnSection(supervisor.section);
}

void BoardPage::setSyncStatus(const SyncStatus &status)
{
    m_status = status;
    m_assign->setOffline(isOffline());
    m_leave->setOffline(isOffline());
    showAge();
}

bool BoardPage::isOffline() const
{
    return m_status.link != SyncStatus::Link::Online && m_status.link != SyncStatus::Link::Connecting;
}

void BoardPage::setBoard(const Board &board)
{
    Board before = std::exchange(m_board, board);
    before.countedAt = board.countedAt;
    before.completeAt = board.completeAt;
    before.staffAt = board.staffAt;
    const bool isOther = !std::exchange(m_hasBoard, true) || before != board;
    if (const QString gap = gapWords(board.isPartial, board.staffAt.has_value()); gap.isEmpty())
        m_strip->clear();
    else
        m_strip->say(Tone::Info, gap);
    if (!isOther)
        return;
    m_bars->setBoard(board);
    m_heat->setBoard(board);
    m_flow->setFlow(board.flow);
    m_ages->setAges(board.ages);
    for (BoardTableModel *model : m_models)
        model->setBoard(board);
    m_assign->setBoard(board);
    showFigures();
    // What is beside it was counted before.
    if (m_question)
        Q_EMIT casesWanted(*m_question);
    if (m_host->isOpen() && m_sheets->currentWidget() == m_assign)
        m_assign->askAgain();
}

void BoardPage::showFigures()
{
    const Digits digits = m_words.locale().digits;
    const auto nobodys = m_board.officers.empty() || !m_board.officers.back().officer.id.isEmpty()
        ? Load()
        : m_board.officers.back().load;
    const auto unassigned = [&](int count) {
        return count == 0 ? QString()
                          : countedText(tr("%n of them unassigned", nullptr, count), count, digits);
    };
    const Load &all = m_board.all;
    m_open->setFigure(
        m_words.number(all.total()),
        all.waiting == 0
            ? QString()
            : countedText(tr("%n of them with the applicant", nullptr, all.waiting), all.waiting, digits));
    m_overdue->setFigure(m_words.number(all.overdue), unassigned(nobodys.overdue));
    m_today->setFigure(m_words.number(all.today), unassigned(nobodys.today));
    if (m_board.flow.empty())
        return m_closed->setFigure({});
    const DayFlow &today = m_board.flow.back();
    m_closed->setFigure(
        m_words.number(today.closed),
        countedText(tr("%n received today", nullptr, today.received), today.received, digits));
}

void BoardPage::setStaff(const std::vector<Colleague> &staff)
{
    m_staff = staff;
    m_assign->setStaff(staff);
    m_leave->setStaff(staff);
    m_orderWords.setStaff(staff);
    showOrders();
    showLeaves();
}

void BoardPage::setOrders(const std::vector<RecordedOrder> &orders)
{
    m_orders = orders;
    m_assign->setOrders(orders);
    showOrders();
}

void BoardPage::setLeaveOrders(const std::vector<RecordedLeave> &leaves)
{
    m_leaveOrders = leaves;
    showLeaves();
}

void BoardPage::setUnread(const Error &error)
{
    m_strip->say(Tone::Danger, errorSentence(error, Trouble::Screens));
}

void BoardPage::setCases(const BoardQuestion &question, const Result<std::vector<CaseHeader>> &cases)
{
    // One to a shorter list than is wanted by now is late.
    const bool isShort = m_question && question.most && m_question->most.value_or(0) > *question.most;
    if (!m_question || isShort || whole(question) != whole(*m_question))
        return;
    if (!cases)
        return m_cases->setUnread(errorSentence(cases.error(), Trouble::Screens));
    std::vector<CaseHeader> shown = *cases;
    CaseListPanel::Rest rest;
    // One more than is shown was asked for, to know whether there is.
    if (question.most && static_cast<int>(shown.size()) >= *question.most) {
        shown.resize(static_cast<std::size_t>(*question.most - 1));
        rest = {true, countBehind(m_board, question)};
    }
    m_cases->setCases(std::move(shown), rest);
}

void BoardPage::setTrial(const AssignmentOrder &order, const Result<AssignmentTrial> &trial)
{
    m_assign->setTrial(order, trial);
}

void BoardPage::setRecorded(const Result<AssignmentId> &recorded)
{
    m_assign->setRecorded(recorded);
}

void BoardPage::setLeaveRecorded(const Outcome &recorded)
{
    m_leave->setRecorded(recorded);
}

void BoardPage::sayFailed(const Error &error)
{
    if (m_host->isOpen() && m_sheets->currentWidget() == m_assign)
        m_assign->sayFailed(error);
    else
        m_strip->say(Tone::Danger, errorSentence(error));
}

void BoardPage::tick()
{
    showAge();
    m_assign->tick();
    showOrders();
}

void BoardPage::showAge()
{
    const AgeLine age = ageLine(m_status, m_clock.now(), m_words);
    m_age->setText(age.text);
    m_age->setTone(age.tone);
}

} // namespace tawasul

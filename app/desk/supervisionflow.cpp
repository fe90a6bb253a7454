// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/supervisionflow.h"

#include "models/desk/whenanswered.h"
#include "ui/supervision/boardpage.h"
#include "ui/supervision/dayopeningpage.h"

namespace tawasul {

SupervisionFlow::SupervisionFlow(Desk &desk, Store &store, Random &random)
    : m_desk(desk)
    , m_supervision(store, desk.officer(), desk.time(), random)
{
    StoreNotifier &notifier = desk.notifier();
    connect(&notifier, &StoreNotifier::headersChanged, this, [this] {
        askOpening();
        askBoard();
    });
    connect(&notifier, &StoreNotifier::staffChanged, this, [this] {
        askStaff();
        askLeaves();
        askOpening();
        askBoard();
    });
    connect(&notifier, &StoreNotifier::ordersChanged, this, [this] {
        askOrders();
        askLeaves();
    });
    connect(&notifier, &StoreNotifier::referenceChanged, this, [this](const ReferencePtr &reference) {
        if (m_opening)
            m_opening->setReference(reference);
        if (m_board)
            m_board->setReference(reference);
        askOpening(); // the calendar decides since when
        askBoard();
    });
}

bool SupervisionFlow::maySupervise(Role role)
{
    return role == Role::SectionSupervisor || role == Role::RegionSupervisor;
}

template<class T>
void SupervisionFlow::ask(Watch &watch, std::function<QFuture<Result<T>>()> question,
                          std::function<void(const Result<T> &)> take)
{
    watch.isOld = true;
    if (std::exchange(watch.isAsking, true))
        return;
    watch.isOld = false;
    whenAnswered(question(), this, [this, &watch, question, take](const Result<T> &answer) {
        watch.isAsking = false;
        take(answer);
        if (watch.isOld)
            ask<T>(watch, question, take);
    });
}

void SupervisionFlow::askOpening()
{
    if (!m_opening)
        return;
    ask<DayOpening>(
        m_openingWatch, [this] { return m_supervision.opening(); },
        [this](const Result<DayOpening> &opening) {
            if (m_opening && opening)
                m_opening->setOpening(*opening);
            else if (m_opening)
                m_opening->setUnread(opening.error());
        });
}

void SupervisionFlow::askBoard()
{
    if (!m_board)
        return;
    ask<Board>(
        m_boardWatch, [this] { return m_supervision.board(); },
        [this](const Result<Board> &board) {
            if (m_board && board)
                m_board->setBoard(*board);
            else if (m_board)
                m_board->setUnread(board.error());
        });
}

void SupervisionFlow::askStaff()
{
    if (!m_board)
        return;
    ask<std::vector<Colleague>>(
        m_staffWatch, [this] { return m_supervision.staff(); },
        [this](const Result<std::vector<Colleague>> &staff) {
            if (m_board && staff)
                m_board->setStaff(*staff);
        });
}

void SupervisionFlow::askOrders()
{
    if (!m_board)
        return;
    ask<std::vector<RecordedOrder>>(
        m_ordersWatch, [this] { return m_supervision.orders(); },
        [this](const Result<std::vector<RecordedOrder>> &orders) {
            if (m_board && orders)
                m_board->setOrders(*orders);
            else if (m_board)
                m_board->setUnread(orders.error());
        });
}

void SupervisionFlow::askLeaves()
{
    if (!m_board)
        return;
    ask<std::vector<RecordedLeave>>(
        m_leavesWatch, [this] { return m_supervision.leaveOrders(); },
        [this](const Result<std::vector<RecordedLeave>> &leaves) {
            if (m_board && leaves)
                m_board->setLeaveOrders(*leaves);
        });
}

void SupervisionFlow::keep(DayOpeningPage &page)
{
    m_opening = &page;
    if (const ReferencePtr reference = m_desk.reference())
        page.setReference(reference);
    // Who looks at it in the morning had it open since yesterday.
    connect(&page, &DayOpeningPage::shown, this, &SupervisionFlow::askOpening);
    askOpening();
}

void SupervisionFlow::keep(BoardPage &page)
{
    m_board = &page;
    page.setSupervisor(m_desk.officer());
    if (const ReferencePtr reference = m_desk.reference())
        page.setReference(reference);
    answer(page);
    connectOrders(page);
    connectLeaves(page);
    askStaff();
    askOrders();
    askLeaves();
    askBoard();
}

void SupervisionFlow::answer(BoardPage &page)
{
    connect(&page, &BoardPage::shown, this, &SupervisionFlow::askBoard);
    connect(&page, &BoardPage::caseChosen, this, &SupervisionFlow::choose);
    connect(&page, &BoardPage::casesWanted, this, [this](const BoardQuestion &question) {
        whenAnswered(m_supervision.cases(question), this,
                     [this, question](const Result<std::vector<CaseHeader>> &cases) {
                         if (m_board)
                             m_board->setCases(question, cases);
                     });
    });
    connect(&page, &BoardPage::trialWanted, this, [this](const AssignmentOrder &order) {
        whenAnswered(m_supervision.tryOut(order), this, [this, order](const Result<AssignmentTrial> &trial) {
            if (m_board)
                m_board->setTrial(order, trial);
        });
    });
}

void SupervisionFlow::connectOrders(BoardPage &page)
{
    const auto ordered = [this](const Result<AssignmentId> &recorded) {
        if (m_board)
            m_board->setRecorded(recorded);
        askOrders(); // the page follows it by the list
    };
    connect(&page, &BoardPage::orderConfirmed, this, [this, ordered](const AssignmentOrder &order) {
        whenAnswered(m_supervision.order(order), this, ordered);
    });
    connect(&page, &BoardPage::againRequested, this, [this, ordered](const AssignmentId &id) {
        whenAnswered(m_supervision.again(id), this, ordered);
    });
    connect(&page, &BoardPage::undoRequested, this, [this](const AssignmentId &id) {
        whenAnswered(m_supervision.undo(id), this, [this, id](const Result<AssignmentId> &recorded) {
            // What never left is withdrawn instead.
            if (recorded && *recorded == id)
                Q_EMIT withdrawn();
            else if (recorded)
                Q_EMIT undone();
            else if (m_board)
                m_board->sayFailed(recorded.error());
            askOrders();
        });
    });
    connect(&page, &BoardPage::withdrawRequested, this, [this](const AssignmentId &id) {
        whenAnswered(m_supervision.withdraw(id), this, [this](const Outcome &done) {
            if (done)
                Q_EMIT withdrawn();
            else if (m_board)
                m_board->sayFailed(done.error());
            askOrders();
        });
    });
    // Of orders and leaves alike.
    const auto stepped = [this](const Outcome &done) {
        if (m_board && !done)
            m_board->sayFailed(done.error());
        askOrders();
        askLeaves();
    };
    connect(&page, &BoardPage::setAsideRequested, this,
            [this, stepped](const OrderId &id) { whenAnswered(m_supervision.setAside(id), this, stepped); });
    connect(&page, &BoardPage::sendAgainRequested, this,
            [this, stepped](const OrderId &id) { whenAnswered(m_supervision.sendAgain(id), this, stepped); });
}

void SupervisionFlow::connectLeaves(BoardPage &page)
{
    connect(&page, &BoardPage::leaveConfirmed, this, [this](const Leave &leave) {
        whenAnswered(m_supervision.recordLeave(leave), this, [this](const Result<LeaveId> &recorded) {
            if (m_board)
                m_board->setLeaveRecorded(recorded ? Outcome(Done()) : Outcome(recorded.error()));
            if (recorded)
                Q_EMIT leaveRecorded();
            askLeaves();
        });
    });
    const auto heard = [this](const Outcome &done) {
        if (m_board && !done)
            m_board->sayFailed(done.error());
        askLeaves();
    };
    connect(&page, &BoardPage::leaveEndRequested, this,
            [this, heard](const LeaveId &id) { whenAnswered(m_supervision.endLeave(id), this, heard); });
    connect(&page, &BoardPage::leaveWithdrawRequested, this,
            [this, heard](const OrderId &id) { whenAnswered(m_supervision.withdrawLeave(id), this, heard); });
}

// Of most requests a supervisor's device has only what is counted.
void SupervisionFlow::choose(const CaseId &id)
{
    whenAnswered(m_desk.openCase(id), this, [this, id](const Result<OpenedCase> &opened) {
        if (opened)
            Q_EMIT caseChosen(id);
        else
            Q_EMIT caseAbsent();
    });
}

} // namespace tawasul

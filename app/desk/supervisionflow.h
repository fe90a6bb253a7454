// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/desk/desk.h"
#include "models/desk/supervision.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

#include <functional>

namespace tawasul {

class BoardPage;
class DayOpeningPage;

/// Answers the pages of whoever supervises, keeps them up to date, and records what they order. GUI
/// thread.
class SupervisionFlow : public QObject
{
    Q_OBJECT

public:
    SupervisionFlow(Desk &desk, Store &store, Random &random);

    /// Whether there are pages of supervision for that role; auditors, to whom the centre tells no headers,
    /// have none.
    [[nodiscard]] static bool maySupervise(Role role);

    /// The page is kept up to date from now on.
    void keep(DayOpeningPage &page);
    void keep(BoardPage &page);

Q_SIGNALS:
    /// The whole request is on this device and can be shown.
    void caseChosen(const tawasul::CaseId &id);
    /// It is not: only what the board counts is here.
    void caseAbsent();
    /// An undo was recorded.
    void undone();
    /// An order that never left is no more.
    void withdrawn();
    /// A leave was recorded, or its end.
    void leaveRecorded();

private:
    /// One question at a time; what changes meanwhile is asked about once more.
    struct Watch
    {
        bool isAsking = false;
        bool isOld = false;
    };

    template<class T>
    void ask(Watch &watch, std::function<QFuture<Result<T>>()> question,
             std::function<void(const Result<T> &)> take);
    void askOpening();
    void askBoard();
    void askStaff();
    void askOrders();
    void askLeaves();
    void answer(BoardPage &page);
    void connectOrders(BoardPage &page);
    void connectLeaves(BoardPage &page);
    void choose(const CaseId &id);

    Desk &m_desk;
    Supervision m_supervision;
    QPointer<DayOpeningPage> m_opening;
    QPointer<BoardPage> m_board;
    Watch m_openingWatch;
    Watch m_boardWatch;
    Watch m_staffWatch;
    Watch m_ordersWatch;
    Watch m_leavesWatch;
};

} // namespace tawasul

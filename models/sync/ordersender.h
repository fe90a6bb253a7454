// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/alarm.h"
#include "models/sync/backoff.h"
#include "models/sync/epochwatch.h"
#include "models/sync/orderverdict.h"
#include "models/sync/session.h"

#include <map>

namespace tawasul {

/// Sends what a supervisor ordered, one order at a time and in the order recorded, until each is answered or
/// refused. What decided nothing goes again, the same bytes under the same id: the centre gives the answer
/// that it stored. Meanwhile others pass that have nothing in common with it. Network's thread.
class OrderSender
{
public:
    struct News
    {
        std::function<void(int)> counted; ///< how many wait
        std::function<void(std::optional<Error>)> problem;
        std::function<void(OrderRecord::Kind)> answered; ///< what it changed the feed or the staff tells
    };

    OrderSender(SyncRoom &room, Session &session, const EpochWatch &epochs, News news);

    /// The journal may hold something new.
    void look();
    /// Nothing leaves while it may not; what is under way goes on.
    void setMayGo(bool mayGo);
    /// The centre is there again after a time without it.
    void forgiveAbsence();

private:
    struct Reading
    {
        int waiting = 0;
        std::vector<OrderDue> due;
    };
    /// An order on its way.
    struct Departure
    {
        OrderRecord order;
        QString epoch; ///< in which the desk knew the centre when it left
    };
    /// Why an order that may leave does not.
    struct Pause
    {
        std::chrono::milliseconds until{}; ///< monotonic
        int failures = 0;                  ///< in a row, in this run
        bool wasAway = false;              ///< the last try found nobody
        std::optional<Error> problem;      ///< to be told
    };

    void took(const Result<Reading> &reading);
    void begin(const OrderId &id);
    void begun(const Result<std::optional<Departure>> &departure);
    void judge(const TransportReply &reply);
    void undecided(const Error &error, std::chrono::milliseconds atLeast, bool neverLeft);
    void tellProblem();
    void close(const std::function<Outcome(Journal &)> &write, const std::function<void()> &then);
    void closed(const Outcome &outcome, const std::function<Outcome(Journal &)> &write,
                const std::function<void()> &then);
    [[nodiscard]] std::chrono::milliseconds now() const { return m_room.clock().monotonic(); }

    SyncRoom &m_room;
    Session &m_session;
    const EpochWatch &m_epochs;
    News m_news;
    Alarm m_next;
    Backoff m_journalBackoff;
    std::optional<Departure> m_flight;
    std::map<OrderId, Pause> m_pauses;
    bool m_isBusy = false;
    bool m_again = false; ///< asked to look while it was busy
    bool m_mayGo = false;
};

} // namespace tawasul

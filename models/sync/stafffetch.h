// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/person.h"
#include "models/sync/backoff.h"
#include "models/sync/session.h"

namespace tawasul {

/// Keeps what a supervisor or auditor knows of those whom they see to: asked for at the beginning of a
/// session, after a leave was answered, and now and then while the feed is followed. Whoever else's profile
/// this is asks nothing. Network's thread.
class StaffFetch
{
public:
    StaffFetch(SyncRoom &room, Session &session, std::function<void(std::optional<Error>)> problem);

    /// A session begins: whose profile this is may have changed.
    void begin();
    void setMayGo(bool mayGo);
    /// It is old by now, whenever it came.
    void fetch();
    /// Time passed: asks when it came some minutes ago.
    void look();

private:
    void ask();
    void answered(const TransportReply &reply);
    void forget();
    void stored(const Outcome &outcome);
    void failed(const Error &error, std::chrono::milliseconds atLeast);
    [[nodiscard]] std::chrono::milliseconds now() const { return m_room.clock().monotonic(); }

    SyncRoom &m_room;
    Session &m_session;
    std::function<void(std::optional<Error>)> m_problem;
    Backoff m_backoff;
    std::optional<bool> m_oversees;      ///< nothing: not known yet
    std::chrono::milliseconds m_dueAt{}; ///< monotonic
    bool m_isBusy = false;
    bool m_again = false; ///< wished for while it was busy
    bool m_mayGo = false;
    std::uint64_t m_round = 0; ///< of sessions: what an earlier one learned is nobody's
};

} // namespace tawasul

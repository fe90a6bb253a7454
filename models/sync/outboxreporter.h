// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/alarm.h"
#include "models/sync/backoff.h"
#include "models/sync/session.h"

namespace tawasul {

/// Tells the centre how many acts this machine has not sent, and since when, so that a supervisor knows where
/// work waits: at the beginning of a session and whenever it changed, many changes in one word, and never
/// while acts could leave. Nothing depends on it. Network's thread.
class OutboxReporter
{
public:
    /// `isFree`: no act could leave now.
    OutboxReporter(SyncRoom &room, Session &session, std::function<bool()> isFree);

    /// A session begins: whatever was told in another, the centre is told; but for nothing, when it knows.
    void begin();
    void setMayGo(bool mayGo);
    /// The outbox may hold another number of acts.
    void look();

private:
    struct Telling
    {
        UnsentActs unsent;
        bool isKnown = false; ///< the centre thinks so already
        QString profile;      ///< which profile that is, the same for ever
    };

    [[nodiscard]] static Result<Telling> telling(Journal &journal, const QByteArray &freshSeed);
    void read();
    void send(const Result<Telling> &telling);
    void answered(const UnsentActs &told, const TransportReply &reply);

    SyncRoom &m_room;
    Session &m_session;
    std::function<bool()> m_isFree;
    Alarm m_next;
    Backoff m_backoff;
    std::optional<UnsentActs> m_told;
    std::chrono::milliseconds m_lookedAt{}; ///< monotonic; when there was something to tell first
    bool m_wants = false;                   ///< something may have to be told
    bool m_isBusy = false;
    bool m_mayGo = false;
    std::uint64_t m_round = 0; ///< of sessions
};

} // namespace tawasul

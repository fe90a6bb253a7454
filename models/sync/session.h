// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/sessiontokens.h"
#include "models/sync/syncroom.h"

#include <functional>
#include <map>

namespace tawasul {

/// The officer's session with the centre: puts the access token on every call, renews it before it ends and
/// when the centre says that it did, one renewal at a time while everything else waits. When the answer to a
/// renewal is lost, the same token renews again: the centre takes it until the new one was used. Network's
/// thread.
class Session
{
public:
    using CallId = Transport::CallId;
    using Answer = Transport::Answer;

    struct News
    {
        std::function<void()> ended;                ///< a person has to sign in again
        std::function<void(Instant)> serverTime;    ///< of an authenticated answer
        std::function<void(const QString &)> epoch; ///< the centre's, of an authenticated answer
        std::function<void(bool)> reached;          ///< an answer came, or none could be had
    };

    Session(SyncRoom &room, News news);

    void begin(SessionTokens tokens);
    /// Forgets the tokens; calls that are open are answered Stopped.
    void end();
    /// Ends the session at the centre too; calls back once, when it answered, or when it did not within two
    /// seconds, whatever is under way.
    void signOut(std::function<void()> done);
    /// Asks the centre to end the session and waits for nothing; the session here stays.
    void leaveQuietly();
    [[nodiscard]] bool isOpen() const { return m_open; }

    /// `answer` is called exactly once, later. Without a session, and when it ends meanwhile: as if the
    /// centre had said 401. A call that takes longer than `longest` in all is stopped: Offline.
    CallId send(TransportCall call, Answer answer,
                std::chrono::milliseconds longest = std::chrono::minutes(2));
    /// The same for a call that nobody depends on and that stays open: its end says nothing about whether the
    /// centre can be reached, nor what its clock or epoch are by then.
    CallId listen(TransportCall call, Answer answer, std::chrono::milliseconds longest);
    void stop(CallId id);
    /// The centre's epoch is known from an answer: what left before says nothing of it any more.
    void epochMet();

private:
    struct Ticket
    {
        TransportCall call;
        Answer answer;
        std::chrono::milliseconds longest{};
        QString token;                             ///< the one it was sent with
        std::optional<Transport::CallId> underWay; ///< none while it waits for a renewal
        int refusals = 0;                          ///< 401s so far
        bool overdue = false;
        bool isListening = false;
        std::uint64_t epochsMet = 0; ///< when it left
    };

    [[nodiscard]] bool isRenewalDue() const;
    void renew();
    void renewed(const TransportReply &reply);
    void tellWhetherReached(const TransportReply &reply);
    void dispatch(CallId id);
    void dispatchWaiting();
    void answered(CallId id, TransportReply reply);
    void refused(CallId id, TransportReply reply);
    void deliver(CallId id, TransportReply reply);
    void deliverWaiting(const TransportReply &reply);
    void endByCentre();
    void accept(SessionTokens tokens);

    SyncRoom &m_room;
    News m_news;
    SessionTokens m_tokens;
    std::chrono::milliseconds m_renewAt{}; ///< monotonic
    bool m_open = false;
    bool m_renewing = false;
    std::optional<Transport::CallId> m_renewal;
    std::uint64_t m_epochsMet = 0;  ///< of the centre, see epochMet()
    std::uint64_t m_generation = 0; ///< of sign-ins: an answer to an older renewal is nobody's
    std::map<CallId, Ticket> m_tickets;
    CallId m_last = 0;
};

} // namespace tawasul

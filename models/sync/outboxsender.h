// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rebase.h"
#include "models/sync/actverdict.h"
#include "models/sync/alarm.h"
#include "models/sync/epochwatch.h"
#include "models/sync/keyring.h"
#include "models/sync/lanes.h"
#include "models/sync/session.h"

#include <map>

namespace tawasul {

/// Sends what was recorded, lane by lane, at most four at a time and one of a lane, until each act is settled
/// or parked. Each step is written in the journal before the next: sending before the request leaves, the
/// centre's case before the act is settled, unless the cache cannot take it. What decided nothing goes again,
/// the same bytes under the same id. Network's thread.
class OutboxSender
{
public:
    struct News
    {
        std::function<void(int waiting, int parked, int free)> counted;
        std::function<void(std::optional<Error>)> centreProblem;
        std::function<void(std::optional<Error>)> journalProblem;
        std::function<void()> leaving;    ///< an act sets out: whoever need not have the line gives way
        std::function<void()> keyMissing; ///< a receipt names a key that nobody told of yet
        /// The feed has what an answer did not leave here: what becomes of a proposal, or a case that the
        /// cache did not take.
        std::function<void()> feedKnowsMore;
    };

    OutboxSender(SyncRoom &room, Session &session, const EpochWatch &epochs, const KeyRing &keys, News news);

    /// The journal holds something new.
    void reload();
    /// Nothing leaves while it may not; what is under way goes on.
    void setMayGo(bool mayGo);
    /// The cases here were all fetched from the centre in that epoch. What leaves in another one, or before
    /// any were, asks.
    void setTruthIsOf(const std::optional<QString> &epoch);
    /// The centre is there again after a time without it.
    void forgiveAbsence();
    /// Nothing waits that could leave now: others may use the line.
    [[nodiscard]] bool isIdle() const;

private:
    /// One act on its way: begun → looked up → sent → (its case written) → closed.
    struct Flight
    {
        ActId act;
        OutboxItem item;
        QString epoch;    ///< in which the acts before it were acknowledged
        int outdated = 0; ///< 412s in this flight
        int failedClosings = 0;
    };
    /// What the journal hands over when an act begins to be sent.
    struct Departure
    {
        OutboxItem item;
        QString epoch;
    };
    /// How a flight ends in the journal, and what that makes of the lane.
    struct Closing
    {
        std::function<Outcome(Journal &)> write;
        std::function<void()> then;
    };

    /// What the journal holds, and the wishes by which it came to that.
    struct Reading
    {
        std::vector<OutboxItem> items;
        std::uint64_t wishes = 0;
    };

    void take(const Result<std::optional<Reading>> &reading);
    /// As reload(), also when nobody wished anything: what is known here and the journal are not the same.
    void readAgain();
    void freeStranded();
    void pump();
    void begin(const LaneEntry &entry);
    void begun(const CaseId &lane, const Result<std::optional<Departure>> &departure);
    void lookUp(const CaseId &lane);
    void lookedUp(const CaseId &lane, const Result<std::optional<Case>> &truth);
    void send(const CaseId &lane, std::optional<qint64> ifMatch);
    void judge(const CaseId &lane, const TransportReply &reply);

    void acknowledged(const CaseId &lane, const ActAcknowledged &verdict, const QString &epoch);
    [[nodiscard]] std::optional<Error> doubtAbout(const ActAcknowledged &verdict) const;
    void outdated(const CaseId &lane, const ActOutdated &verdict);
    void undecided(const CaseId &lane, const Error &error, std::chrono::milliseconds atLeast);
    void park(const CaseId &lane, ParkReason reason, const Error &error, const std::optional<Case> &theirs);
    /// The centre's case becomes the truth here; then the flight goes on, also when the cache did not take
    /// it.
    void writeTruth(const PagePtr &answer, std::function<void()> then);

    void close(const CaseId &lane, const Closing &closing);
    void closed(const CaseId &lane, const Closing &closing, const Outcome &outcome);
    void count();
    [[nodiscard]] Flight *flight(const CaseId &lane);
    [[nodiscard]] std::set<CaseId> busy() const;
    [[nodiscard]] std::chrono::milliseconds now() const { return m_room.clock().monotonic(); }

    SyncRoom &m_room;
    Session &m_session;
    const EpochWatch &m_epochs;
    const KeyRing &m_keys;
    News m_news;
    Lanes m_lanes;
    std::map<CaseId, Flight> m_flights;
    Alarm m_nextDue;
    Alarm m_nextReload;
    std::chrono::milliseconds m_heldUntil{}; ///< monotonic; the journal took no step
    int m_journalFailures = 0;
    bool m_reloading = false;
    bool m_dirty = false;
    bool m_doubted = false; ///< readAgain() came while the journal was being read
    bool m_mayGo = false;
    std::optional<std::uint64_t> m_knownWishes; ///< of the journal when m_lanes were read; since then kept
    std::optional<QString> m_truthEpoch;
};

} // namespace tawasul

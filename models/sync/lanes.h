// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/outboxitem.h"

#include <chrono>
#include <optional>
#include <set>
#include <vector>

namespace tawasul {

/// What of a recorded act decides when it is sent.
struct LaneEntry
{
    qint64 sequence = 0; ///< order of recording
    ActId act;
    CaseId caseId;
    OutboxState state = OutboxState::Waiting;
    std::chrono::milliseconds dueAt{}; ///< monotonic
    bool wasOffline = false;           ///< the last try did not reach the centre
    bool isHeld = false;               ///< a person keeps it back
};

/// The unsettled acts as lanes: one a case, in the order of recording. Only the first of a lane may go; a
/// parked or held one stops its own lane and no other (invariants I2, I4). A value: no time, no threads of
/// its own.
class Lanes
{
public:
    using Time = std::chrono::milliseconds;                 ///< monotonic
    static constexpr std::chrono::hours kLongestWait{1};    ///< no back-off and no Retry-After is longer
    static constexpr std::chrono::hours kLongestWindow{24}; ///< of recall, as the reference data may ask for

    /// Takes over what the journal holds. `now` and `wallNow` are the same moment by both clocks; a wait that
    /// began keeps its monotonic end, so that a wall clock set back holds nothing up; and one longer than
    /// kLongestWait, or a recall window longer than kLongestWindow, was written by a clock that was wrong,
    /// and is over.
    void replace(const std::vector<OutboxItem> &items, Time now, Instant wallNow);

    /// The oldest act that may leave now, of a lane that is not busy.
    [[nodiscard]] const LaneEntry *next(Time now, const std::set<CaseId> &busy) const;

    /// When the next act of a lane that is not busy becomes due; nothing when none waits for that.
    [[nodiscard]] std::optional<Time> nextDue(const std::set<CaseId> &busy) const;

    void remove(const ActId &act);
    void setState(const ActId &act, OutboxState state);
    void setWaiting(const ActId &act, Time dueAt, bool wasOffline);
    /// Acts that did not reach the centre need not wait any longer: it is there again.
    void forgiveAbsence(Time now);

    /// Acts that the journal has as being sent, though nobody sends them.
    [[nodiscard]] std::vector<LaneEntry> stranded(const std::set<CaseId> &busy) const;

    [[nodiscard]] int waiting() const; ///< not acknowledged and not parked
    [[nodiscard]] int parked() const;
    /// Of those that wait, the ones that go by themselves: neither held, nor behind a parked or held one.
    [[nodiscard]] int free() const;

private:
    [[nodiscard]] std::vector<const LaneEntry *> heads(const std::set<CaseId> &busy) const;
    [[nodiscard]] LaneEntry *find(const ActId &act);

    std::vector<LaneEntry> m_entries; ///< by sequence
};

} // namespace tawasul

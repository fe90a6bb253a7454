// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/desk/supervision.h"
#include "models/store/headerquestions.h"
#include "models/store/orderforms.h"

namespace tawasul {

/// What was ordered here and the centre has not judged yet. The next order is judged as if it had been done.
struct WaitingChanges
{
    struct Move
    {
        std::optional<PersonName> to; ///< nothing: nobody
        qint64 version = 0;           ///< that the case has then, if nothing else happens to it

        friend bool operator==(const Move &, const Move &) = default;
    };
    std::map<CaseId, Move> moves;
    std::vector<Leave> leaves; ///< the later one of two that are the same

    friend bool operator==(const WaitingChanges &, const WaitingChanges &) = default;
};

/// What an order is judged by, besides headers and staff.
struct TrialGrounds
{
    WaitingChanges waiting;
    std::optional<StoredAssignment> undone; ///< what is taken back, when the order takes something back
};

/// A verdict on an order, and what would be sent for it.
struct TriedOrder
{
    AssignmentTrial trial;
    std::vector<AssignmentWish> wishes; ///< of an order that takes nothing back: its cases, or those that its
                                        ///< rule picks, in the order of the results; without a version where
                                        ///< that rests on an order that waits
};

/// A trial that the supervisor was shown. Whoever confirms it need not wait until the same is found again.
struct ShownTrial
{
    AssignmentOrder order;
    WaitingChanges waiting;
    qint64 stamp = 0; ///< HeaderQuestions::stamp() of the journal's reader, before the trial
    Instant at{};
    TriedOrder tried;

    /// Whether trying it at `now` would find the same. Not of what takes something back, which has a time
    /// limit of its own, and not for long: deadlines pass.
    [[nodiscard]] bool standsFor(const AssignmentOrder &asked, const WaitingChanges &waitingNow,
                                 Instant now) const;
};

/// Of what waits in that journal; its thread. One that cannot be read changes nothing here.
[[nodiscard]] Result<WaitingChanges> waitingChanges(Journal &journal);
/// With the leaves that wait.
[[nodiscard]] Roster rosterWith(const StoredStaff &staff, const WaitingChanges &waiting);

/// What would come of it at `now`, by the headers and the staff as this desk knows them. Errors as of
/// Supervision::tryOut(); on a reader's thread.
[[nodiscard]] Result<TriedOrder> tryOut(HeaderQuestions headers, const AssignmentOrder &order,
                                        const Actor &supervisor, Instant now, const TrialGrounds &grounds);

} // namespace tawasul

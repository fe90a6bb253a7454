// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/assignment.h"
#include "models/domain/board.h"
#include "models/domain/clock.h"
#include "models/domain/uuid.h"
#include "models/store/store.h"

#include <QtCore/QFuture>

namespace tawasul {

/// What would come of an order, by what this desk knows.
struct AssignmentTrial
{
    std::vector<AssignmentVerdict> results;
    std::vector<LoadChange> loads;
    std::optional<Instant> completeAt; ///< how old the desk's knowledge is; nothing: never complete

    friend bool operator==(const AssignmentTrial &, const AssignmentTrial &) = default;
};

/// An order of this account, and what became of it.
struct RecordedOrder
{
    enum class State {
        Waiting, ///< recorded here, the centre has not answered
        Answered, ///< results say what became of each case
        Refused, ///< as a whole, for `problem`
    };

    AssignmentOrder order;
    State state = State::Waiting;
    std::vector<AssignmentVerdict> results; ///< while it waits: Queued, as the trial found
    std::vector<LoadChange> loads;
    std::optional<Instant> undoUntil;
    std::optional<Error> problem; ///< why it waits or was refused
    int tries = 0;
    std::optional<Instant> nextTryAt;
    AssignmentId undoneBy; ///< an order that takes it back; empty: none

    friend bool operator==(const RecordedOrder &, const RecordedOrder &) = default;
};

/// What a supervisor asks and orders, answered by futures as those of Desk. Knows nothing of sync.
class Supervision
{
public:
    Supervision(Store &store, Actor supervisor, const Clock &clock, Random &random);

    // --- questions ---

    [[nodiscard]] QFuture<Result<Board>> board();
    [[nodiscard]] QFuture<Result<DayOpening>> opening();
    /// The most urgent first.
    [[nodiscard]] QFuture<Result<std::vector<CaseHeader>>> cases(BoardQuestion question);
    [[nodiscard]] QFuture<Result<std::vector<Colleague>>> staff();
    /// Invalid as of checkOrder(); a rule that picks nothing: no results.
    [[nodiscard]] QFuture<Result<AssignmentTrial>> tryOut(AssignmentOrder order);
    /// The newest first.
    [[nodiscard]] QFuture<Result<std::vector<RecordedOrder>>> orders();

    // --- verbs: Done means on disk ---

    [[nodiscard]] QFuture<Result<AssignmentId>> order(AssignmentOrder order);
    /// An order that takes that one back; Conflict, assignment.undo_expired.
    [[nodiscard]] QFuture<Result<AssignmentId>> undo(AssignmentId id);
    /// One that did not leave yet is taken back: nothing of it happens.
    [[nodiscard]] QFuture<Outcome> withdraw(AssignmentId id);
    /// Errors of checkLeave(); recorded like an order and carried out when the centre is there.
    [[nodiscard]] QFuture<Result<LeaveId>> recordLeave(Leave leave);
    [[nodiscard]] QFuture<Outcome> endLeave(LeaveId id);
};

} // namespace tawasul

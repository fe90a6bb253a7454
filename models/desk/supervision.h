// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/assignment.h"
#include "models/domain/board.h"
#include "models/domain/clock.h"
#include "models/domain/uuid.h"
#include "models/store/orderrecord.h"
#include "models/store/store.h"

#include <QtCore/QFuture>

#include <memory>

namespace tawasul {

class ClockWatch;
class LazyNameOrder;
struct Ordering;
struct ShownTrial;

/// What would come of an order, by what this desk knows.
struct AssignmentTrial
{
    std::vector<AssignmentVerdict> results; ///< Queued: nothing is known that speaks against it
    std::vector<LoadChange> loads;
    std::optional<Instant> completeAt; ///< how old the desk's knowledge is; nothing: never complete
    int unsure = 0; ///< of what is taken back: Queued, but the case was touched since, and headers do not
                    ///< tell whether by notes alone, which do not hinder. Of what is given: Queued, but it
                    ///< rests on an order that waits, or the case is not here while headers are being fetched
    std::optional<Instant>
        staffAt{}; ///< how old what is known of leaves and accounts is; nothing: nothing is

    friend bool operator==(const AssignmentTrial &, const AssignmentTrial &) = default;
};

/// An order of this account, and what became of it.
struct RecordedOrder
{
    enum class State {
        Waiting,  ///< recorded here, the centre has not answered
        Answered, ///< results say what became of each case
        Refused,  ///< as a whole, for `problem`
        SetAside, ///< it is not sent and holds nothing back, until a person sends it again. With tries it may
                  ///< have taken effect. By a person, or with problem centre.epoch_changed: the centre was
                  ///< restored while it waited
    };

    AssignmentOrder order;
    State state = State::Waiting;
    std::vector<AssignmentVerdict> results; ///< while it waits: Queued, as the trial found
    std::vector<LoadChange> loads;
    std::optional<Instant> undoUntil;
    std::optional<Error> problem; ///< why it waits or was refused
    int tries = 0;                ///< 0: it never left, and can be withdrawn
    std::optional<Instant> nextTryAt;
    AssignmentId undoneBy;  ///< an order that takes it back, unless it took back nothing; empty: none
    int done = 0;           ///< of results, when it was answered
    int refused = 0;        ///< of results
    bool isDoubted = false; ///< answered, and the centre was restored since: it may have forgotten it
    bool isTooLate = false; ///< an undo that still waits, after the time in which the other could be undone

    friend bool operator==(const RecordedOrder &, const RecordedOrder &) = default;
};

/// A leave that this account recorded or changed, or the end of one, and what became of that.
struct RecordedLeave
{
    OrderId id;
    Leave leave; ///< once answered, as the centre keeps it
    bool isEnd = false;
    Instant recordedAt{};
    RecordedOrder::State state = RecordedOrder::State::Waiting;
    std::optional<Error> problem;
    int tries = 0;
    std::optional<Instant> nextTryAt;
    bool isDoubted = false;          ///< as of RecordedOrder
    bool mayHaveTakenEffect = false; ///< refused as leave.stale after a try whose answer was lost

    friend bool operator==(const RecordedLeave &, const RecordedLeave &) = default;
};

/// What a supervisor asks and orders, answered by futures as those of Desk: GUI thread; a future whose
/// profile was closed meanwhile is cancelled. Knows nothing of sync. Whoever is no supervisor gets
/// Forbidden, supervision.forbidden for everything; so do auditors, to whom the centre tells no headers.
class Supervision
{
public:
    /// `clock` is what deadlines are shown against (Desk::time()).
    Supervision(Store &store, Actor supervisor, const Clock &clock, Random &random);
    /// The same with Desk::time(): orders then carry the machine's own two times and the centre's last.
    Supervision(Store &store, Actor supervisor, const ClockWatch &time, Random &random);

    // --- questions ---

    [[nodiscard]] QFuture<Result<Board>> board();
    [[nodiscard]] QFuture<Result<DayOpening>> opening();
    /// The most urgent first. As many as the number that was pointed at, counted anew now. Invalid,
    /// board.question for what came or was closed on no day.
    [[nodiscard]] QFuture<Result<std::vector<CaseHeader>>> cases(BoardQuestion question);
    /// By name in Arabic order.
    [[nodiscard]] QFuture<Result<std::vector<Colleague>>> staff();
    /// As if what waits had been done. Invalid as of checkOrder(), and assignment.too_many for a rule, too; a
    /// rule that picks nothing: no results. NotFound, assignment.unknown for taking back what is not among
    /// orders().
    [[nodiscard]] QFuture<Result<AssignmentTrial>> tryOut(AssignmentOrder order);
    /// All that wait or are set aside, and the sixty newest of the others; the newest first. Those that were
    /// withdrawn are left out; one that cannot be read has no cases, and store.unreadable for its problem.
    [[nodiscard]] QFuture<Result<std::vector<RecordedOrder>>> orders();
    [[nodiscard]] QFuture<Result<std::vector<RecordedLeave>>> leaveOrders();

    // --- verbs: Done means on disk ---

    /// Its id and times are made here. A rule becomes the cases that it picks now, in the versions that stand
    /// here: what was shown is what moves. Errors of tryOut(), and Conflict, assignment.nothing_matched for a
    /// rule that picks nothing.
    [[nodiscard]] QFuture<Result<AssignmentId>> order(AssignmentOrder order);
    /// An order that takes that one back, or the one that does already; one that never left is withdrawn
    /// instead, and its own id answered. NotFound, assignment.unknown;
    /// Conflict, assignment.undo_expired.
    [[nodiscard]] QFuture<Result<AssignmentId>> undo(AssignmentId id);
    /// One that did not leave yet is taken back: nothing of it happens. Conflict, order.state when it may
    /// have left, or is no more.
    [[nodiscard]] QFuture<Outcome> withdraw(AssignmentId id);
    /// A new order of what that one was refused, with the versions that stand here now; of an undo that took
    /// back nothing, a new undo. NotFound, assignment.unknown; Conflict, order.state while it waits,
    /// assignment.nothing_matched when nothing was refused; errors of order().
    [[nodiscard]] QFuture<Result<AssignmentId>> again(AssignmentId id);
    /// An order or a leave that waits is put out of the way of what is behind it. Conflict, order.state.
    [[nodiscard]] QFuture<Outcome> setAside(OrderId id);
    /// One that is set aside, or doubted: the same under the same id, so that nothing happens twice.
    /// Conflict, order.state.
    [[nodiscard]] QFuture<Outcome> sendAgain(OrderId id);
    /// Errors of checkLeave() by the staff as this desk knows it; recorded like an order and carried out when
    /// the centre is there. A leave with a version is changed, or one that waits, by its id; one without gets
    /// its id here. Conflict, leave.over when it is over.
    [[nodiscard]] QFuture<Result<LeaveId>> recordLeave(Leave leave);
    /// NotFound, leave.unknown when no colleague has it, nor is it waiting.
    [[nodiscard]] QFuture<Outcome> endLeave(LeaveId id);
    /// As withdraw().
    [[nodiscard]] QFuture<Outcome> withdrawLeave(OrderId id);

private:
    [[nodiscard]] bool mayAsk() const;
    [[nodiscard]] QFuture<Outcome> step(OrderId id, Outcome (Journal::*take)(const OrderId &));
    template<class T, class Ask>
    [[nodiscard]] QFuture<Result<T>> ask(Ask ask);
    template<class T, class Record>
    [[nodiscard]] QFuture<T> record(Record record);
    [[nodiscard]] Ordering ordering() const;

    Store &m_store;
    Actor m_supervisor;
    const Clock &m_clock;
    const ClockWatch *m_time = nullptr;
    Random &m_random;
    std::shared_ptr<LazyNameOrder> m_names; ///< for the reader's thread only
    /// The last one; GUI thread, and shared with the answers under way, which may outlive this.
    std::shared_ptr<std::shared_ptr<const ShownTrial>> m_shown;
};

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desk/orderdesk.h"

#include "models/store/storedforecast.h"

#include <algorithm>
#include <set>

namespace tawasul {

namespace {

using Kind = OrderRecord::Kind;
using State = OrderRecord::State;

// Of those that ended; a thousand verdicts each are read for it.
constexpr int kMostShown = 60;

Error unknownAssignment()
{
    return {Error::Kind::NotFound, QStringLiteral("assignment.unknown"), {}};
}

RecordedOrder::State shownState(State state)
{
    switch (state) {
    case State::Answered:
        return RecordedOrder::State::Answered;
    case State::Refused:
        return RecordedOrder::State::Refused;
    case State::SetAside:
        return RecordedOrder::State::SetAside;
    default:
        return RecordedOrder::State::Waiting;
    }
}

int countOf(const std::vector<AssignmentVerdict> &results, AssignmentOutcome outcome)
{
    return static_cast<int>(
        std::count_if(results.begin(), results.end(),
                      [outcome](const AssignmentVerdict &verdict) { return verdict.outcome == outcome; }));
}

Result<std::optional<OrderRecord>> assignmentRecord(Journal &journal, const AssignmentId &id)
{
    auto record = journal.order(OrderId(id.text()));
    if (record && *record && ((*record)->kind != Kind::Assignment || (*record)->body.isEmpty()))
        return std::optional<OrderRecord>();
    return record;
}

/// The order that takes that one back; one that took nothing back does not count.
Result<std::optional<AssignmentId>> standingUndo(Journal &journal, const AssignmentId &id)
{
    const auto undos = journal.ordersThatUndo(id.text());
    if (!undos)
        return undos.error();
    for (const OrderRecord &undo : *undos) {
        const auto stored = assignmentIn(undo);
        const bool didNothing =
            undo.state == State::Answered && stored && countOf(stored->results, AssignmentOutcome::Done) == 0;
        if (!didNothing)
            return std::optional(AssignmentId(undo.id.text()));
    }
    return std::optional<AssignmentId>();
}

Outcome mayStillBeUndone(const OrderRecord &record, const StoredAssignment &undone, Instant now)
{
    if (record.state != State::Answered)
        return Done{}; // by the time that it arrives it may be
    if (!undone.undoUntil)
        return unknownAssignment(); // it moved nothing
    if (now > *undone.undoUntil)
        return Error{Error::Kind::Conflict, QStringLiteral("assignment.undo_expired"),
                     toIso(*undone.undoUntil)};
    return Done{};
}

/// What is there instead of a new order that takes one back: one that does already, or, when that one never
/// left, its withdrawal.
Result<std::optional<AssignmentId>> insteadOfUndo(Journal &journal, const AssignmentOrder &order,
                                                  const StoredAssignment &undone, Instant now)
{
    const auto record = assignmentRecord(journal, order.undoes);
    if (!record || !*record)
        return record ? unknownAssignment() : record.error();
    const bool neverLeft = (*record)->tries == 0 && (*record)->state != State::Answered;
    if (neverLeft) {
        const Outcome withdrawn = journal.withdrawOrder((*record)->id);
        return withdrawn ? Result<std::optional<AssignmentId>>(order.undoes) : withdrawn.error();
    }
    auto already = standingUndo(journal, order.undoes);
    if (!already || *already)
        return already;
    if (const Outcome may = mayStillBeUndone(**record, undone, now); !may)
        return may.error();
    return std::optional<AssignmentId>();
}

const Leave *leaveOf(const Roster &roster, const LeaveId &id)
{
    for (const Colleague &colleague : roster) {
        for (const Leave &leave : colleague.leaves) {
            if (leave.id == id)
                return &leave;
        }
    }
    return nullptr;
}

} // namespace

Result<TrialGrounds> groundsOf(Journal &journal, const AssignmentOrder &order)
{
    auto waiting = waitingChanges(journal);
    if (!waiting)
        return waiting.error();
    TrialGrounds grounds{std::move(*waiting), std::nullopt};
    if (order.undoes.isEmpty())
        return grounds;
    const auto record = assignmentRecord(journal, order.undoes);
    if (!record)
        return record.error();
    if (!*record || (*record)->state == State::Refused || (*record)->state == State::Withdrawn)
        return unknownAssignment();
    auto stored = assignmentIn(**record);
    if (!stored)
        return stored.error();
    grounds.undone = std::move(*stored);
    return grounds;
}

namespace {

/// An order that was judged, when, and of what.
struct Judged
{
    std::shared_ptr<const ShownTrial> shown; ///< nothing: it is `anew`
    TriedOrder anew;
    Instant at{};

    [[nodiscard]] const TriedOrder &tried() const { return shown ? shown->tried : anew; }
};

/// By what was shown, while nothing is different: the headers of a thousand cases take far longer to read
/// than the order takes to write.
Result<Judged> judged(HeaderQuestions &headers, const AssignmentOrder &asked, const AssignmentOrder &order,
                      const Ordering &ordering, const TrialGrounds &grounds)
{
    if (ordering.shown && ordering.shown->standsFor(asked, grounds.waiting, ordering.now)) {
        const auto stamp = headers.stamp();
        if (stamp && *stamp == ordering.shown->stamp)
            return Judged{ordering.shown, {}, ordering.shown->at};
    }
    auto tried = tryOut(headers, order, ordering.supervisor, ordering.now, grounds);
    return tried ? Result<Judged>(Judged{nullptr, std::move(*tried), ordering.now}) : tried.error();
}

AssignmentOrder stamped(AssignmentOrder order, const Ordering &ordering)
{
    order.id = AssignmentId(ordering.freshId);
    order.isDryRun = false;
    order.recordedAt = ordering.machine.wall;
    order.monotonic = ordering.machine.monotonic;
    order.lastServerTime = ordering.lastServerTime;
    return order;
}

OrderRecord recordOf(const AssignmentOrder &order, const AssignmentTrial &trial, Instant at)
{
    OrderRecord record;
    record.id = OrderId(order.id.text());
    record.kind = Kind::Assignment;
    record.subject = order.id.text();
    record.undoes = order.undoes.text();
    record.recordedAt = order.recordedAt;
    record.body = sentBody(order);
    record.foreseen = storedForecast(trial.results, trial.loads, at);
    record.touches = touchedBy(order, trial.results);
    return record;
}

} // namespace

Result<AssignmentId> recordOrder(Journal &journal, HeaderQuestions headers, const AssignmentOrder &asked,
                                 const Ordering &ordering)
{
    AssignmentOrder order = stamped(asked, ordering);
    const auto grounds = groundsOf(journal, order);
    if (!grounds)
        return grounds.error();
    if (grounds->undone) {
        const auto instead = insteadOfUndo(journal, order, *grounds->undone, ordering.now);
        if (!instead || *instead)
            return instead ? Result<AssignmentId>(**instead) : instead.error();
    }
    const auto found = judged(headers, asked, order, ordering, *grounds);
    if (!found)
        return found.error();
    const TriedOrder &tried = found->tried();
    // What was shown is what moves: by the time that it arrives a rule would pick what nobody saw.
    if (order.rule && tried.wishes.empty())
        return Error{Error::Kind::Conflict, QStringLiteral("assignment.nothing_matched"), {}};
    if (!grounds->undone) {
        order.cases = tried.wishes;
        order.rule.reset();
        order.to = PersonId();
    }
    const Outcome recorded = journal.recordOrder(recordOf(order, tried.trial, found->at));
    return recorded ? Result<AssignmentId>(order.id) : recorded.error();
}

Result<AssignmentId> recordAgain(Journal &journal, HeaderQuestions headers, const AssignmentId &id,
                                 const Ordering &ordering)
{
    const auto record = assignmentRecord(journal, id);
    if (!record || !*record)
        return record ? unknownAssignment() : record.error();
    const bool isRefused = (*record)->state == State::Refused;
    if (!isRefused && (*record)->state != State::Answered)
        return Error{Error::Kind::Conflict, QStringLiteral("order.state"), id.text()};
    const auto stored = assignmentIn(**record);
    if (!stored)
        return stored.error();
    AssignmentOrder order;
    order.text = stored->order.text;
    order.undoes = stored->order.undoes;
    if (!order.undoes.isEmpty())
        return recordOrder(journal, headers, order, ordering);
    std::set<CaseId> refused;
    for (const AssignmentVerdict &verdict : stored->results) {
        if (verdict.outcome == AssignmentOutcome::Refused)
            refused.insert(verdict.caseId);
    }
    std::vector<CaseId> ids;
    for (const AssignmentWish &wish : stored->order.cases) {
        if (isRefused || refused.contains(wish.caseId)) {
            order.cases.push_back(wish);
            ids.push_back(wish.caseId);
        }
    }
    if (order.cases.empty())
        return Error{Error::Kind::Conflict, QStringLiteral("assignment.nothing_matched"), {}};
    const auto today = headers.byIds(ids);
    if (!today)
        return today.error();
    for (std::size_t i = 0; i < ids.size(); ++i)
        order.cases[i].version = (*today)[i] ? std::optional((*today)[i]->version) : std::nullopt;
    return recordOrder(journal, headers, order, ordering);
}

namespace {

Result<Roster> rosterWithWaiting(Journal &journal, HeaderQuestions &headers)
{
    const auto staff = headers.staff();
    const auto waiting = waitingChanges(journal);
    if (!staff || !waiting)
        return staff ? waiting.error() : staff.error();
    return rosterWith(*staff, *waiting);
}

} // namespace

Result<LeaveId> recordLeave(Journal &journal, HeaderQuestions headers, Leave leave, const Ordering &ordering)
{
    const auto roster = rosterWithWaiting(journal, headers);
    if (!roster)
        return roster.error();
    const auto upon = leave.id.isEmpty() ? Result<std::optional<OrderRecord>>(std::nullopt)
                                         : journal.waitingOrderOf(leave.id.text());
    if (!upon)
        return upon.error();
    const bool isChange = leave.version > 0 || *upon;
    if (leave.id.isEmpty())
        leave.id = LeaveId(ordering.freshId);
    const Leave *before = isChange ? leaveOf(*roster, leave.id) : nullptr;
    if (before && isOver(*before, riyadhDate(ordering.now)))
        return Error{Error::Kind::Conflict, QStringLiteral("leave.over"), {}};
    if (const Outcome checked = checkLeave(leave, before, *roster, riyadhDate(ordering.now)); !checked)
        return checked.error();
    leave.officer = roster->value(leave.officer.id).name;
    if (leave.substitute && roster->contains(leave.substitute->id))
        leave.substitute = roster->value(leave.substitute->id).name;
    leave.recordedBy = {ordering.supervisor.id, ordering.supervisor.name};
    leave.recordedAt = ordering.machine.wall;
    leave.endedAt.reset();
    OrderRecord record;
    record.id = OrderId(ordering.freshId);
    record.kind = Kind::Leave;
    record.subject = leave.id.text();
    if (leave.version > 0)
        record.ifMatch = leave.version;
    if (*upon)
        record.restsOn = (*upon)->id; // its answer says the version
    record.recordedAt = ordering.machine.wall;
    record.body = sentBody(leave);
    record.foreseen = storedForecast(leave);
    record.touches = touchedBy(leave);
    const Outcome recorded = journal.recordOrder(record);
    return recorded ? Result<LeaveId>(leave.id) : recorded.error();
}

Outcome recordLeaveEnd(Journal &journal, HeaderQuestions headers, const LeaveId &id, const Ordering &ordering)
{
    const auto roster = rosterWithWaiting(journal, headers);
    if (!roster)
        return roster.error();
    const Leave *known = leaveOf(*roster, id);
    if (!known)
        return Error{Error::Kind::NotFound, QStringLiteral("leave.unknown"), {}};
    Leave ended = *known;
    ended.endedAt = ordering.now;
    OrderRecord record;
    record.id = OrderId(ordering.freshId);
    record.kind = Kind::LeaveEnd;
    record.subject = id.text();
    record.recordedAt = ordering.machine.wall;
    record.foreseen = storedForecast(ended);
    record.touches = touchedBy(ended);
    return journal.recordOrder(record);
}

namespace {

RecordedOrder shownOrder(const OrderRecord &record)
{
    RecordedOrder one;
    one.order.id = AssignmentId(record.id.text());
    one.order.recordedAt = record.recordedAt;
    one.order.undoes = AssignmentId(record.undoes);
    one.state = shownState(record.state);
    one.problem = record.problem;
    one.tries = record.tries;
    one.nextTryAt = record.nextTryAt;
    one.isDoubted = record.isDoubted;
    auto stored = assignmentIn(record);
    if (!stored) { // a line all the same: the others are not to be hidden by it
        one.problem = stored.error();
        return one;
    }
    one.order = std::move(stored->order);
    one.done = countOf(stored->results, AssignmentOutcome::Done);
    one.refused = countOf(stored->results, AssignmentOutcome::Refused);
    one.results = std::move(stored->results);
    one.loads = std::move(stored->loads);
    one.undoUntil = stored->undoUntil;
    return one;
}

} // namespace

Result<std::vector<RecordedOrder>> recordedOrders(Journal &journal, Instant now)
{
    const auto records = journal.assignments(kMostShown);
    if (!records)
        return records.error();
    std::vector<RecordedOrder> shown;
    for (const OrderRecord &record : *records)
        shown.push_back(shownOrder(record));
    for (RecordedOrder &undo : shown) {
        if (undo.order.undoes.isEmpty())
            continue;
        const auto undone = std::find_if(shown.begin(), shown.end(), [&undo](const RecordedOrder &other) {
            return other.order.id == undo.order.undoes;
        });
        if (undone == shown.end())
            continue;
        const bool didNothing = undo.state == RecordedOrder::State::Refused
            || (undo.state == RecordedOrder::State::Answered && undo.done == 0);
        if (!didNothing && undone->undoneBy.isEmpty()) // the newest stands first
            undone->undoneBy = undo.order.id;
        undo.isTooLate =
            undo.state == RecordedOrder::State::Waiting && undone->undoUntil && now > *undone->undoUntil;
    }
    return shown;
}

Result<std::vector<RecordedLeave>> recordedLeaves(Journal &journal)
{
    const auto records = journal.leaveOrders(kMostShown);
    if (!records)
        return records.error();
    std::vector<RecordedLeave> shown;
    for (const OrderRecord &record : *records) {
        RecordedLeave one;
        one.id = record.id;
        one.isEnd = record.kind == Kind::LeaveEnd;
        one.recordedAt = record.recordedAt;
        one.state = shownState(record.state);
        one.problem = record.problem;
        one.tries = record.tries;
        one.nextTryAt = record.nextTryAt;
        one.isDoubted = record.isDoubted;
        one.mayHaveTakenEffect = record.tries > 1 && record.state == State::Refused && record.problem
            && record.problem->kind == Error::Kind::Stale;
        if (auto leave = tawasul::leaveIn(record)) {
            one.leave = std::move(*leave);
        } else {
            one.leave.id = LeaveId(record.subject);
            one.problem = leave.error();
        }
        shown.push_back(std::move(one));
    }
    return shown;
}

} // namespace tawasul

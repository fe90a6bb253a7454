// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desk/orderdesk.h"

#include "models/desk/boardcount.h"
#include "models/desk/ordertrial.h"

#include <algorithm>

namespace tawasul {

namespace {

using Kind = OrderRecord::Kind;
using State = OrderRecord::State;

constexpr int kMostShown = 200;

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
    default:
        return RecordedOrder::State::Waiting;
    }
}

/// The order that is to be taken back; nothing for one that takes nothing back.
Result<std::optional<StoredAssignment>> undoneBy(Journal &journal, const AssignmentOrder &order)
{
    if (order.undoes.isEmpty())
        return std::optional<StoredAssignment>();
    const auto record = journal.order(OrderId(order.undoes.text()));
    if (!record)
        return record.error();
    const bool isThere = *record && (*record)->kind == Kind::Assignment && !(*record)->body.isEmpty()
        && ((*record)->state == State::Waiting || (*record)->state == State::Answered);
    if (!isThere)
        return unknownAssignment();
    auto stored = assignmentIn(**record);
    if (!stored)
        return stored.error();
    return std::optional(std::move(*stored));
}

Outcome mayStillBeUndone(Journal &journal, const AssignmentId &id, const StoredAssignment &undone,
                         Instant now)
{
    const auto record = journal.order(OrderId(id.text()));
    if (!record)
        return record.error();
    if (!*record || (*record)->state != State::Answered)
        return Done{}; // by the time that it arrives it may be
    if (!undone.undoUntil)
        return unknownAssignment(); // it moved nothing
    if (now > *undone.undoUntil)
        return Error{Error::Kind::Conflict, QStringLiteral("assignment.undo_expired"),
                     toIso(*undone.undoUntil)};
    return Done{};
}

Result<WaitingWork> waitingWork(Journal &journal)
{
    const auto records = journal.ordersThatWait();
    if (!records)
        return records.error();
    WaitingWork waiting;
    for (const OrderRecord &record : *records) {
        if (record.kind != Kind::Assignment) {
            if (const auto leave = leaveIn(record))
                waiting.leaves.push_back(*leave);
            continue;
        }
        const auto stored = assignmentIn(record);
        if (!stored)
            continue; // it is shown with its error; nothing is known of what it moves
        for (const AssignmentVerdict &verdict : stored->results) {
            if (verdict.outcome == AssignmentOutcome::Queued)
                waiting.moved[verdict.caseId] = verdict.to;
        }
    }
    return waiting;
}

/// Everybody as they will be once the leaves that wait have arrived: the next one is judged among them.
Result<Roster> rosterWithWaiting(Journal &journal, HeaderQuestions &headers)
{
    const auto staff = headers.staff();
    const auto waiting = waitingWork(journal);
    if (!staff || !waiting)
        return staff ? waiting.error() : staff.error();
    return rosterWith(*staff, *waiting);
}

/// Whether an order of that leave has not been answered.
Result<bool> waitsForLeave(Journal &journal, const LeaveId &id)
{
    const auto records = journal.ordersThatWait();
    if (!records)
        return records.error();
    return std::any_of(records->begin(), records->end(), [&id](const OrderRecord &record) {
        return record.kind == Kind::Leave && record.subject == id.text();
    });
}

// What the trial showed is what is ordered. Cases that something else waits for have no version to be named.
std::vector<AssignmentWish> wishesOf(const AssignmentOrder &order, const AssignmentTrial &trial,
                                     const WaitingWork &waiting)
{
    std::vector<AssignmentWish> wishes = order.cases;
    if (order.rule) {
        for (const AssignmentVerdict &verdict : trial.results) {
            const bool isQueued = verdict.outcome == AssignmentOutcome::Queued;
            wishes.push_back({verdict.caseId, isQueued ? verdict.version - 1 : verdict.version, order.to});
        }
    }
    for (AssignmentWish &wish : wishes) {
        if (waiting.moved.contains(wish.caseId))
            wish.version.reset();
    }
    return wishes;
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

Result<AssignmentTrial> tryOutOrder(Journal &journal, HeaderQuestions headers, const AssignmentOrder &order,
                                    const Ordering &ordering)
{
    const auto undone = undoneBy(journal, order);
    const auto waiting = waitingWork(journal);
    if (!undone || !waiting)
        return undone ? waiting.error() : undone.error();
    return tryOut(headers, order, ordering.supervisor, ordering.now, *waiting, *undone);
}

Result<AssignmentId> recordOrder(Journal &journal, HeaderQuestions headers, AssignmentOrder order,
                                 const Ordering &ordering)
{
    order.id = AssignmentId(ordering.freshId);
    order.isDryRun = false;
    order.recordedAt = ordering.now;
    const auto undone = undoneBy(journal, order);
    if (!undone)
        return undone.error();
    if (*undone) {
        const auto already = journal.orderThatUndoes(order.undoes.text());
        if (!already)
            return already.error();
        if (*already)
            return AssignmentId((*already)->id.text());
        if (const Outcome may = mayStillBeUndone(journal, order.undoes, **undone, ordering.now); !may)
            return may.error();
    }
    const auto waiting = waitingWork(journal);
    if (!waiting)
        return waiting.error();
    const auto trial = tryOut(headers, order, ordering.supervisor, ordering.now, *waiting, *undone);
    if (!trial)
        return trial.error();
    if (order.rule && trial->results.empty())
        return Error{Error::Kind::Conflict, QStringLiteral("assignment.nothing_matched"), {}};
    order.cases = wishesOf(order, *trial, *waiting);
    order.rule.reset();
    order.to = PersonId();
    OrderRecord record;
    record.id = OrderId(order.id.text());
    record.kind = Kind::Assignment;
    record.subject = order.id.text();
    record.undoes = order.undoes.text();
    record.recordedAt = order.recordedAt;
    record.body = sentBody(order);
    record.foreseen = storedForecast(order, trial->results, trial->loads, ordering.now);
    const Outcome recorded = journal.recordOrder(record);
    return recorded ? Result<AssignmentId>(order.id) : recorded.error();
}

Result<LeaveId> recordLeave(Journal &journal, HeaderQuestions headers, Leave leave, const Ordering &ordering)
{
    const auto roster = rosterWithWaiting(journal, headers);
    if (!roster)
        return roster.error();
    const bool isChange = leave.version > 0;
    const auto waits = waitsForLeave(journal, leave.id);
    if (!waits)
        return waits.error();
    if (*waits)
        return Error{Error::Kind::Conflict, QStringLiteral("order.state"), QStringLiteral("one of it waits")};
    if (leave.id.isEmpty())
        leave.id = LeaveId(ordering.freshId);
    const Leave *before = isChange ? leaveOf(*roster, leave.id) : nullptr;
    if (const Outcome checked = checkLeave(leave, before, *roster, riyadhDate(ordering.now)); !checked)
        return checked.error();
    leave.officer = roster->value(leave.officer.id).name;
    if (leave.substitute && roster->contains(leave.substitute->id))
        leave.substitute = roster->value(leave.substitute->id).name;
    leave.recordedBy = {ordering.supervisor.id, ordering.supervisor.name};
    leave.recordedAt = ordering.now;
    leave.endedAt.reset();
    OrderRecord record;
    record.id = OrderId(ordering.freshId);
    record.kind = Kind::Leave;
    record.subject = leave.id.text();
    if (isChange)
        record.ifMatch = leave.version;
    record.recordedAt = ordering.now;
    record.body = sentBody(leave);
    record.foreseen = storedForecast(leave);
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
    record.recordedAt = ordering.now;
    record.foreseen = storedForecast(ended);
    return journal.recordOrder(record);
}

Result<std::vector<RecordedOrder>> recordedOrders(Journal &journal)
{
    const auto records = journal.orders(OrderGroup::Assignments, kMostShown);
    const auto epoch = journal.epoch();
    if (!records || !epoch)
        return records ? epoch.error() : records.error();
    std::vector<RecordedOrder> shown;
    for (const OrderRecord &record : *records) {
        RecordedOrder one;
        auto stored = assignmentIn(record);
        if (!stored) { // a line with its error, and the others beside it
            one.order.id = AssignmentId(record.subject);
            one.order.recordedAt = record.recordedAt;
            one.state = shownState(record.state);
            one.problem = stored.error();
            shown.push_back(std::move(one));
            continue;
        }
        one.order = std::move(stored->order);
        one.state = shownState(record.state);
        one.results = std::move(stored->results);
        one.loads = std::move(stored->loads);
        one.undoUntil = stored->undoUntil;
        one.problem = record.problem;
        one.tries = record.tries;
        one.nextTryAt = record.nextTryAt;
        one.isOfFormerEpoch =
            record.state == State::Answered && !record.epoch.isEmpty() && record.epoch != *epoch;
        shown.push_back(std::move(one));
    }
    for (RecordedOrder &one : shown) {
        const auto undo = std::find_if(shown.begin(), shown.end(), [&one](const RecordedOrder &other) {
            return other.order.undoes == one.order.id && other.state != RecordedOrder::State::Refused;
        });
        if (undo != shown.end())
            one.undoneBy = undo->order.id;
    }
    return shown;
}

Result<std::vector<RecordedLeave>> recordedLeaves(Journal &journal)
{
    const auto records = journal.orders(OrderGroup::Leaves, kMostShown);
    if (!records)
        return records.error();
    std::vector<RecordedLeave> shown;
    for (const OrderRecord &record : *records) {
        auto leave = leaveIn(record);
        if (!leave)
            return leave.error();
        shown.push_back({record.id, std::move(*leave), record.kind == Kind::LeaveEnd, record.recordedAt,
                         shownState(record.state), record.problem, record.tries, record.nextTryAt});
    }
    return shown;
}

} // namespace tawasul

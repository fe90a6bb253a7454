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

std::vector<Leave>::iterator leaveIn(std::vector<Leave> &leaves, const LeaveId &id)
{
    return std::find_if(leaves.begin(), leaves.end(), [&id](const Leave &leave) { return leave.id == id; });
}

/// Everybody as they will be once the leaves that wait have arrived: the next one is judged among them.
Result<Roster> rosterWithWaiting(Journal &journal, HeaderQuestions &headers)
{
    const auto staff = headers.staff();
    const auto waiting = journal.ordersThatWait();
    if (!staff || !waiting)
        return staff ? waiting.error() : staff.error();
    Roster roster = rosterOf(*staff);
    for (const OrderRecord &record : *waiting) {
        const auto leave =
            record.kind == Kind::Assignment ? Result<Leave>(unknownAssignment()) : tawasul::leaveIn(record);
        if (!leave)
            continue;
        const auto officer = roster.find(leave->officer.id);
        if (officer == roster.end())
            continue;
        if (const auto known = leaveIn(officer->leaves, leave->id); known != officer->leaves.end())
            *known = *leave;
        else
            officer->leaves.push_back(*leave);
    }
    return roster;
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
    return undone ? tryOut(headers, order, ordering.supervisor, ordering.now, *undone) : undone.error();
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
    const auto trial = tryOut(headers, order, ordering.supervisor, ordering.now, *undone);
    if (!trial)
        return trial.error();
    if (order.rule && trial->results.empty())
        return Error{Error::Kind::Conflict, QStringLiteral("assignment.nothing_matched"), {}};
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
    const auto records = journal.orders(kMostShown);
    if (!records)
        return records.error();
    std::vector<RecordedOrder> shown;
    for (const OrderRecord &record : *records) {
        if (record.kind != Kind::Assignment)
            continue;
        auto stored = assignmentIn(record);
        if (!stored)
            return stored.error();
        RecordedOrder one;
        one.order = std::move(stored->order);
        one.state = shownState(record.state);
        one.results = std::move(stored->results);
        one.loads = std::move(stored->loads);
        one.undoUntil = stored->undoUntil;
        one.problem = record.problem;
        one.tries = record.tries;
        one.nextTryAt = record.nextTryAt;
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
    const auto records = journal.orders(kMostShown);
    if (!records)
        return records.error();
    std::vector<RecordedLeave> shown;
    for (const OrderRecord &record : *records) {
        if (record.kind == Kind::Assignment)
            continue;
        auto leave = tawasul::leaveIn(record);
        if (!leave)
            return leave.error();
        shown.push_back({record.id, std::move(*leave), record.kind == Kind::LeaveEnd, record.recordedAt,
                         shownState(record.state), record.problem, record.tries, record.nextTryAt});
    }
    return shown;
}

} // namespace tawasul

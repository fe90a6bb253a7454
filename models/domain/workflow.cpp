// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/workflow.h"

#include "models/domain/actrules.h"
#include "models/domain/proposals.h"

#include <algorithm>

namespace tawasul {

namespace {

using S = CaseStatus;
using R = Role;

template<class T>
bool contains(const std::vector<T> &values, T value)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

CaseStatus statusAfter(const Case &theCase, const Act &act, const Transition &line,
                       const Reference &reference)
{
    if (act.type == ActType::Complete && !act.execution && needsExecutionProof(theCase, reference))
        return S::AwaitingExecution;
    return line.to.value_or(theCase.status);
}

// A returned case waits for its beneficiary; where the directorate's clock pauses meanwhile, the promise
// moves by the working days that passed between the return and the answer.
void moveServiceDeadline(Case &theCase, Instant at, const Reference &reference)
{
    if (!reference.parameters.clockPausesWhileReturned)
        return;
    const auto returned =
        std::find_if(theCase.history.rbegin(), theCase.history.rend(), [](const HistoryEntry &entry) {
            return entry.to == S::Returned && entry.from != S::Returned;
        });
    if (returned == theCase.history.rend())
        return;
    const int paused = reference.calendar.workingDaysBetween(riyadhDate(returned->at), riyadhDate(at));
    if (paused <= 0)
        return;
    Deadline &deadline = theCase.serviceDeadline;
    deadline.day = reference.calendar.addWorkingDays(deadline.day, paused);
    deadline.at = reference.calendar.closing(deadline.day);
}

void moveOwner(Case &theCase, const Act &act)
{
    if (act.type == ActType::Transfer) {
        theCase.section = act.toSection;
        theCase.subService = act.toSubService;
        theCase.assignee.reset();
    } else if (act.type == ActType::Assign) {
        theCase.assignee = act.toAssignee;
    } else if (act.type == ActType::Unassign) {
        theCase.assignee.reset();
    } else if (!theCase.assignee && act.actor.role == R::Officer && !commutes(act.type)) {
        // Who acts on a case that is nobody's takes it.
        theCase.assignee = PersonName{act.actor.id, act.actor.name};
    }
}

HistoryEntry entryFor(const Case &theCase, const Act &act, CaseStatus to, Instant at)
{
    HistoryEntry entry;
    entry.act = act.id;
    entry.type = act.type;
    entry.actor = {act.actor.id, act.actor.name};
    entry.role = act.actor.role;
    entry.at = at;
    entry.recordedAt = act.recordedAt;
    entry.from = theCase.status;
    entry.to = to;
    entry.reason = act.reason;
    entry.text = act.text;
    entry.reply = act.reply;
    entry.execution = act.execution;
    entry.toSection = act.toSection;
    entry.toSubService = act.toSubService;
    entry.toAssignee = act.toAssignee;
    entry.proposal = act.proposal;
    return entry;
}

} // namespace

const std::vector<Transition> &workflow()
{
    static const std::vector<S> kAny{S::New,         S::InProgress, S::AwaitingExecution, S::Returned,
                                     S::Resubmitted, S::Escalated,  S::Completed,         S::Rejected};
    static const std::vector<S> kOpen{S::New,      S::InProgress,  S::AwaitingExecution,
                                      S::Returned, S::Resubmitted, S::Escalated};
    static const std::vector<S> kDecidable{S::New, S::InProgress, S::Resubmitted, S::Escalated};
    static const std::vector<S> kCompletable{S::New, S::InProgress, S::Resubmitted, S::Escalated,
                                             S::AwaitingExecution};
    static const std::vector<R> kSupervisors{R::SectionSupervisor, R::RegionSupervisor};
    static const std::vector<R> kStaff{R::Officer, R::SectionSupervisor, R::RegionSupervisor};

    static const std::vector<Transition> kTable{
        {ActType::Assign, kOpen, {R::SectionSupervisor, R::RegionSupervisor, R::System}, std::nullopt},
        {ActType::Unassign, kOpen, {R::SectionSupervisor, R::RegionSupervisor, R::System}, std::nullopt},
        {ActType::Start, {S::New, S::Resubmitted}, kStaff, S::InProgress},
        {ActType::Note, kAny, kStaff, std::nullopt},
        {ActType::Complete, kCompletable, kStaff, S::Completed},
        {ActType::Return, kDecidable, kStaff, S::Returned},
        {ActType::Resubmit, {S::Returned}, {R::Beneficiary}, S::Resubmitted},
        {ActType::Reject, kDecidable, kStaff, S::Rejected},
        {ActType::Transfer, kDecidable, kStaff, S::New},
        {ActType::Escalate, kOpen, kStaff, S::Escalated}, // again: from the section to the region
        {ActType::Reopen, {S::Completed, S::Rejected}, kSupervisors, S::InProgress},
        {ActType::Dismiss, kAny, kStaff, std::nullopt},
    };
    return kTable;
}

const Transition *transitionFor(CaseStatus status, ActType act, Role role)
{
    for (const Transition &line : workflow()) {
        if (line.act == act && contains(line.from, status) && contains(line.roles, role))
            return &line;
    }
    return nullptr;
}

bool mayEver(Role role, ActType act)
{
    const auto line = std::find_if(workflow().begin(), workflow().end(),
                                   [act](const Transition &row) { return row.act == act; });
    return line == workflow().end() || contains(line->roles, role);
}

namespace {

// Of cases and of their headers.
template<class Row>
bool isInTheirPlace(const Row &theCase, const Actor &actor)
{
    return (actor.section.isEmpty() || actor.section == theCase.section)
        && (actor.region.isEmpty() || actor.region == theCase.region);
}

template<class Row>
bool reaches(const Actor &actor, const Row &theCase)
{
    const bool sameSection = actor.section.isEmpty() || actor.section == theCase.section;
    const bool sameRegion = actor.region.isEmpty() || actor.region == theCase.region;
    switch (actor.role) {
    case R::Officer:
        return theCase.assignee ? theCase.assignee->id == actor.id : sameSection && sameRegion;
    case R::SectionSupervisor:
        return !actor.section.isEmpty() && sameSection && sameRegion;
    case R::RegionSupervisor:
        return !actor.region.isEmpty() && sameRegion;
    case R::Beneficiary:
    case R::System:
        return true;
    case R::Auditor:
    case R::Administrator:
    case R::Unknown:
        break;
    }
    return false;
}

} // namespace

bool isWithinReach(const Case &theCase, const Actor &actor)
{
    return reaches(actor, theCase);
}

bool isWithinReach(const CaseHeader &theCase, const Actor &actor)
{
    return reaches(actor, theCase);
}

bool mayRead(const Case &theCase, const Actor &actor)
{
    return reaches(actor, theCase) || (actor.role == R::Auditor && isInTheirPlace(theCase, actor));
}

bool mayRead(const CaseHeader &theCase, const Actor &actor)
{
    return reaches(actor, theCase) || (actor.role == R::Auditor && isInTheirPlace(theCase, actor));
}

std::vector<ActType> allowedActs(const Case &theCase, const Actor &actor)
{
    std::vector<ActType> acts;
    if (!isWithinReach(theCase, actor))
        return acts;
    for (const Transition &line : workflow()) {
        if (line.act == ActType::Dismiss && !hasOpenProposal(theCase))
            continue;
        if (contains(line.from, theCase.status) && contains(line.roles, actor.role))
            acts.push_back(line.act);
    }
    return acts;
}

bool needsExecutionProof(const Case &theCase, const Reference &reference)
{
    const SubService *row = reference.subService(theCase.subService);
    // A sub-service that this version does not know: ask for the proof, since a wrong "done" cannot be taken
    // back.
    return !row || row->needsExecutionProof;
}

Result<Case> apply(const Case &theCase, const Act &act, const Reference &reference, Instant at)
{
    if (!isWithinReach(theCase, act.actor))
        return Error{Error::Kind::Forbidden, QStringLiteral("act.forbidden"),
                     QStringLiteral("not within reach")};
    if (!mayEver(act.actor.role, act.type))
        return Error{Error::Kind::Forbidden, QStringLiteral("act.forbidden"),
                     QStringLiteral("never by this role")};
    const Transition *line = transitionFor(theCase.status, act.type, act.actor.role);
    if (!line)
        return Error{Error::Kind::Conflict, QStringLiteral("act.illegal"),
                     QStringLiteral("not in this status")};
    for (const Outcome &outcome : {checkAct(theCase, act, reference), checkProposal(theCase, act)}) {
        if (!outcome)
            return outcome.error();
    }
    const CaseStatus to = statusAfter(theCase, act, *line, reference);

    Case after = theCase;
    after.history.push_back(entryFor(theCase, act, to, at));
    after.status = to;
    after.statusText.clear();
    after.version = theCase.version + 1;
    after.updatedAt = at;
    moveOwner(after, act);
    closeProposals(after, act, at);
    if (act.type == ActType::Resubmit)
        moveServiceDeadline(after, at, reference);
    if (act.type == ActType::Transfer)
        after.statutoryDeadline =
            statutoryDeadlineOf(reference, after.subService, after.keyDates, riyadhDate(after.submittedAt));
    return after;
}

} // namespace tawasul

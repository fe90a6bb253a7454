// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/workflow.h"

#include "models/domain/clockcheck.h"

#include <algorithm>

namespace tawasul {

namespace {

using S = CaseStatus;
using R = Role;

template <class T> bool contains(const std::vector<T> &values, T value)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

Error invalid(const char *what, const char *detail)
{
    return { Error::Kind::Invalid, QStringLiteral("act.invalid.") % QLatin1String(what),
             QLatin1String(detail) };
}

Outcome checkReason(const Act &act, const Reference &reference)
{
    if (act.type == ActType::Note || act.type == ActType::Start || act.type == ActType::Assign
        || act.type == ActType::Resubmit || act.type == ActType::Submit)
        return Done{};
    if (act.reason.isEmpty())
        return invalid("reason_missing", "this act needs a coded reason");
    const Reason *reason = reference.reason(act.reason);
    if (!reason)
        return invalid("reason_unknown", "the reason is not in this version of the reference data");
    if (!contains(reason->outcomes, act.type))
        return invalid("reason_mismatch", "the reason belongs to another outcome");
    return Done{};
}

// What only one kind of act uses stands in no other: it would be recorded and have no effect.
Outcome checkSurplus(const Act &act)
{
    if (act.type != ActType::Transfer && !(act.toSection.isEmpty() && act.toSubService.isEmpty()))
        return invalid("target_unexpected", "only a transfer names section and sub-service");
    if (act.type != ActType::Assign && act.toAssignee)
        return invalid("assignee_unexpected", "only an assignment names an assignee");
    if (!decides(act.type) && act.reply)
        return invalid("reply_unexpected", "only decisions carry a reply");
    if (act.type != ActType::Complete && act.execution)
        return invalid("execution_unexpected", "only completing carries a proof of execution");
    return Done{};
}

Outcome checkReply(const Case &theCase, const Act &act, const Reference &reference)
{
    if (!decides(act.type))
        return Done{};
    const bool waitsForProof =
        act.type == ActType::Complete && !act.execution && needsExecutionProof(theCase, reference);
    if (!act.reply)
        return waitsForProof ? Outcome(Done{})
                             : invalid("reply_missing", "a decision answers the beneficiary");
    if (act.reply->text.trimmed().isEmpty())
        return invalid("reply_empty", "the reply has no text");
    const ReplyTemplate *source = reference.replyTemplate(act.reply->templateCode);
    if (!source)
        return invalid("template_unknown", "the template is not in this version of the reference data");
    if (!contains(source->outcomes, act.type))
        return invalid("template_mismatch", "the template belongs to another outcome");
    // Invariant I14: nobody is told "done" before there is proof that it is, or when it was refused.
    if (source->saysDone && (waitsForProof || act.type != ActType::Complete))
        return invalid("reply_says_done", "the reply says done, but there is no proof of execution");
    return Done{};
}

Outcome checkExecution(const Case &theCase, const Act &act)
{
    if (act.type != ActType::Complete)
        return Done{};
    // Also when a later version of the reference data no longer asks for it: the case was left for the proof.
    if (!act.execution)
        return theCase.status == S::AwaitingExecution
            ? Outcome(invalid("execution_missing", "the case waits for exactly this proof"))
            : Done{};
    if (act.execution->operationNumber.trimmed().isEmpty())
        return invalid("operation_number_missing", "the proof has no operation number");
    // A wall clock that is behind does not make an operation lie ahead of what the centre has told already.
    const Instant known = std::max(act.recordedAt, act.lastServerTime.value_or(act.recordedAt));
    if (act.execution->at > known + kClockTolerance)
        return invalid("execution_in_future", "the operation lies after the act itself");
    return Done{};
}

Outcome checkTransfer(const Case &theCase, const Act &act, const Reference &reference)
{
    if (act.type != ActType::Transfer)
        return Done{};
    const SubService *target = reference.subService(act.toSubService);
    if (!reference.section(act.toSection) || !target || target->section != act.toSection)
        return invalid("target_unknown", "no such section and sub-service");
    if (act.toSection == theCase.section)
        return invalid("target_same", "the case is in that section already");
    return Done{};
}

Outcome checkText(const Act &act)
{
    const bool needsText =
        act.type == ActType::Note || act.type == ActType::Escalate || act.type == ActType::Reopen;
    if (needsText && act.text.trimmed().isEmpty())
        return invalid("text_missing", "this act needs a text");
    if (act.type == ActType::Assign && (!act.toAssignee || act.toAssignee->id.isEmpty()))
        return invalid("assignee_missing", "assign to whom?");
    return Done{};
}

Outcome check(const Case &theCase, const Act &act, const Reference &reference)
{
    for (const Outcome &outcome :
         { checkReason(act, reference), checkText(act), checkSurplus(act), checkExecution(theCase, act),
           checkReply(theCase, act, reference), checkTransfer(theCase, act, reference) }) {
        if (!outcome)
            return outcome.error();
    }
    return Done{};
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
    } else if (!theCase.assignee && act.actor.role == R::Officer && act.type != ActType::Note) {
        // Who acts on a case that is nobody's takes it.
        theCase.assignee = PersonName{ act.actor.id, act.actor.name };
    }
}

// False when the table gives the act to other roles only. An act without a line is nobody's: not a question
// of permission.
bool mayEver(Role role, ActType act)
{
    const auto line = std::find_if(workflow().begin(), workflow().end(),
                                   [act](const Transition &row) { return row.act == act; });
    return line == workflow().end() || contains(line->roles, role);
}

HistoryEntry entryFor(const Case &theCase, const Act &act, CaseStatus to, Instant at)
{
    HistoryEntry entry;
    entry.act = act.id;
    entry.type = act.type;
    entry.actor = { act.actor.id, act.actor.name };
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
    return entry;
}

} // namespace

const std::vector<Transition> &workflow()
{
    static const std::vector<S> kAny{ S::New,         S::InProgress, S::AwaitingExecution, S::Returned,
                                      S::Resubmitted, S::Escalated,  S::Completed,         S::Rejected };
    static const std::vector<S> kOpen{ S::New,      S::InProgress,  S::AwaitingExecution,
                                       S::Returned, S::Resubmitted, S::Escalated };
    static const std::vector<S> kDecidable{ S::New, S::InProgress, S::Resubmitted, S::Escalated };
    static const std::vector<S> kCompletable{ S::New, S::InProgress, S::Resubmitted, S::Escalated,
                                              S::AwaitingExecution };
    static const std::vector<R> kSupervisors{ R::SectionSupervisor, R::RegionSupervisor };
    static const std::vector<R> kStaff{ R::Officer, R::SectionSupervisor, R::RegionSupervisor };

    static const std::vector<Transition> kTable{
        { ActType::Assign, kOpen, { R::SectionSupervisor, R::RegionSupervisor, R::System }, std::nullopt },
        { ActType::Start, { S::New, S::Resubmitted }, kStaff, S::InProgress },
        { ActType::Note, kAny, kStaff, std::nullopt },
        { ActType::Complete, kCompletable, kStaff, S::Completed },
        { ActType::Return, kDecidable, kStaff, S::Returned },
        { ActType::Resubmit, { S::Returned }, { R::Beneficiary }, S::Resubmitted },
        { ActType::Reject, kDecidable, kStaff, S::Rejected },
        { ActType::Transfer, kDecidable, kStaff, S::New },
        { ActType::Escalate, kOpen, kStaff, S::Escalated }, // again: from the section to the region
        { ActType::Reopen, { S::Completed, S::Rejected }, kSupervisors, S::InProgress },
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

bool isWithinReach(const Case &theCase, const Actor &actor)
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

std::vector<ActType> allowedActs(const Case &theCase, const Actor &actor)
{
    std::vector<ActType> acts;
    if (!isWithinReach(theCase, actor))
        return acts;
    for (const Transition &line : workflow()) {
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
        return Error{ Error::Kind::Forbidden, QStringLiteral("act.forbidden"),
                      QStringLiteral("not within reach") };
    if (!mayEver(act.actor.role, act.type))
        return Error{ Error::Kind::Forbidden, QStringLiteral("act.forbidden"),
                      QStringLiteral("never by this role") };
    const Transition *line = transitionFor(theCase.status, act.type, act.actor.role);
    if (!line)
        return Error{ Error::Kind::Conflict, QStringLiteral("act.illegal"),
                      QStringLiteral("not in this status") };
    if (const Outcome outcome = check(theCase, act, reference); !outcome)
        return outcome.error();
    const CaseStatus to = statusAfter(theCase, act, *line, reference);

    Case after = theCase;
    after.history.push_back(entryFor(theCase, act, to, at));
    after.status = to;
    after.statusText.clear();
    after.version = theCase.version + 1;
    after.updatedAt = at;
    moveOwner(after, act);
    if (act.type == ActType::Resubmit)
        moveServiceDeadline(after, at, reference);
    if (act.type == ActType::Transfer)
        after.statutoryDeadline =
            statutoryDeadlineOf(reference, after.subService, after.keyDates, riyadhDate(after.submittedAt));
    return after;
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/actrules.h"

#include "models/domain/clockcheck.h"

#include "models/domain/proposals.h"
#include "models/domain/workflow.h"

#include <algorithm>

namespace tawasul {

namespace {

using S = CaseStatus;

template<class T>
bool contains(const std::vector<T> &values, T value)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

Error invalid(const char *what, const char *detail)
{
    return {Error::Kind::Invalid, QStringLiteral("act.invalid.") % QLatin1String(what),
            QLatin1String(detail)};
}

Outcome checkReason(const Act &act, const Reference &reference)
{
    if (act.type == ActType::Note || act.type == ActType::Start || act.type == ActType::Assign
        || act.type == ActType::Unassign || act.type == ActType::Resubmit || act.type == ActType::Submit
        || act.type == ActType::Dismiss)
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
    if (act.type == ActType::Dismiss && act.proposal.isEmpty())
        return invalid("proposal_missing", "dismiss which proposal?");
    if (act.type != ActType::Dismiss && !mayBeProposed(act.type) && !act.proposal.isEmpty())
        return invalid("proposal_unexpected", "this act takes up no proposal");
    return Done{};
}

// What can be said of a reply without the case.
Outcome checkReplyForm(const Act &act, const Reference &reference)
{
    if (act.reply->text.trimmed().isEmpty())
        return invalid("reply_empty", "the reply has no text");
    const ReplyTemplate *source = reference.replyTemplate(act.reply->templateCode);
    if (!source)
        return invalid("template_unknown", "the template is not in this version of the reference data");
    if (!contains(source->outcomes, act.type))
        return invalid("template_mismatch", "the template belongs to another outcome");
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
    if (Outcome form = checkReplyForm(act, reference); !form)
        return form;
    // Invariant I14: nobody is told "done" before there is proof that it is, or when it was refused.
    if (reference.replyTemplate(act.reply->templateCode)->saysDone
        && (waitsForProof || act.type != ActType::Complete))
        return invalid("reply_says_done", "the reply says done, but there is no proof of execution");
    return Done{};
}

Outcome checkExecutionForm(const Act &act)
{
    if (act.execution->operationNumber.trimmed().isEmpty())
        return invalid("operation_number_missing", "the proof has no operation number");
    // A wall clock that is behind does not make an operation lie ahead of what the centre has told already.
    const Instant known = std::max(act.recordedAt, act.lastServerTime.value_or(act.recordedAt));
    if (act.execution->at > known + kClockTolerance)
        return invalid("execution_in_future", "the operation lies after the act itself");
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
    return checkExecutionForm(act);
}

Outcome checkTarget(const Act &act, const Reference &reference)
{
    if (act.type != ActType::Transfer)
        return Done{};
    const SubService *target = reference.subService(act.toSubService);
    if (!reference.section(act.toSection) || !target || target->section != act.toSection)
        return invalid("target_unknown", "no such section and sub-service");
    return Done{};
}

Outcome checkUnassign(const Case &theCase, const Act &act)
{
    if (act.type == ActType::Unassign && !theCase.assignee)
        return invalid("not_assigned", "the case is nobody's already");
    return Done{};
}

Outcome checkTransfer(const Case &theCase, const Act &act)
{
    if (act.type == ActType::Transfer && act.toSection == theCase.section)
        return invalid("target_same", "the case is in that section already");
    return Done{};
}

Outcome checkText(const Act &act)
{
    const bool needsText = act.type == ActType::Note || act.type == ActType::Escalate
        || act.type == ActType::Reopen || act.type == ActType::Dismiss;
    if (needsText && act.text.trimmed().isEmpty())
        return invalid("text_missing", "this act needs a text");
    if (act.type == ActType::Assign && (!act.toAssignee || act.toAssignee->id.isEmpty()))
        return invalid("assignee_missing", "assign to whom?");
    return Done{};
}

} // namespace

Outcome checkAct(const Case &theCase, const Act &act, const Reference &reference)
{
    for (const Outcome &outcome :
         {checkReason(act, reference), checkText(act), checkSurplus(act), checkExecution(theCase, act),
          checkReply(theCase, act, reference), checkTarget(act, reference), checkTransfer(theCase, act),
          checkUnassign(theCase, act)}) {
        if (!outcome)
            return outcome.error();
    }
    return Done{};
}

Outcome checkForm(const Act &act, const Reference &reference)
{
    for (const Outcome &outcome :
         {checkReason(act, reference), checkText(act), checkSurplus(act), checkTarget(act, reference)}) {
        if (!outcome)
            return outcome.error();
    }
    if (act.execution) {
        if (Outcome form = checkExecutionForm(act); !form)
            return form;
    }
    if (act.reply)
        return checkReplyForm(act, reference);
    // Completing without a reply may have been meant to wait for the proof.
    return decides(act.type) && act.type != ActType::Complete
        ? Outcome(invalid("reply_missing", "a decision answers the beneficiary"))
        : Outcome(Done{});
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/replychoices.h"

#include <algorithm>

namespace tawasul {

namespace {

bool contains(const std::vector<ActType> &outcomes, ActType outcome)
{
    return std::find(outcomes.begin(), outcomes.end(), outcome) != outcomes.end();
}

bool mayBeSent(const ReplyTemplate &reply, const ReplySituation &situation)
{
    if (!contains(reply.outcomes, situation.outcome))
        return false;
    if (!reply.sections.isEmpty() && !reply.sections.contains(situation.section))
        return false;
    const bool proofMatters = situation.outcome == ActType::Complete && situation.needsProof;
    return !proofMatters || reply.saysDone == situation.executed;
}

} // namespace

std::vector<const ReplyTemplate *> offeredTemplates(const Reference &reference, const Reason &reason,
                                                    const ReplySituation &situation)
{
    std::vector<const ReplyTemplate *> offered;
    for (const QString &code : reason.templates) {
        const ReplyTemplate *reply = reference.replyTemplate(code);
        if (reply && mayBeSent(*reply, situation))
            offered.push_back(reply);
    }
    std::stable_sort(offered.begin(), offered.end(), [](const ReplyTemplate *a, const ReplyTemplate *b) {
        return !a->sections.isEmpty() && b->sections.isEmpty();
    });
    return offered;
}

std::vector<const Reason *> offeredReasons(const Reference &reference, const ReplySituation &situation)
{
    std::vector<const Reason *> offered;
    for (const Reason &reason : reference.reasons) {
        if (!contains(reason.outcomes, situation.outcome))
            continue;
        if (!decides(situation.outcome) || !offeredTemplates(reference, reason, situation).empty())
            offered.push_back(&reason);
    }
    return offered;
}

} // namespace tawasul

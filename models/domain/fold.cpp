// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/fold.h"

#include "models/domain/proposals.h"
#include "models/domain/workflow.h"

#include <algorithm>

namespace tawasul {

Folded foldPending(const Case &truth, const std::vector<Act> &pending, const ReferenceOf &referenceOf)
{
    Folded folded{truth, 0, std::nullopt};
    for (const Act &act : pending) {
        if (isTaken(truth, act.id)) {
            ++folded.applied;
            continue;
        }
        const ReferencePtr reference = referenceOf(act.referenceVersion);
        if (!reference) {
            folded.refused = Error{Error::Kind::NotFound, QStringLiteral("reference.unknown"), act.referenceVersion};
            break;
        }
        auto after = apply(folded.shown, act, *reference, act.recordedAt);
        if (!after) {
            folded.refused = after.error();
            break;
        }
        folded.shown = std::move(after).value();
        ++folded.applied;
    }
    return folded;
}

bool stillMeant(const Case &base, const Case &current)
{
    if (current.version < base.version || current.history.size() < base.history.size())
        return false;
    const auto news = current.history.begin() + static_cast<std::ptrdiff_t>(base.history.size());
    return current.status == base.status && current.assignee == base.assignee && current.section == base.section
        && current.subService == base.subService && current.attachments == base.attachments
        && std::equal(base.history.begin(), base.history.end(), current.history.begin())
        && std::all_of(news, current.history.end(), [](const HistoryEntry &entry) { return commutes(entry.type); });
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desk/lane.h"

namespace tawasul {

std::vector<Act> actsOnTheirWay(const std::vector<OutboxItem> &items)
{
    std::vector<Act> acts;
    for (const OutboxItem &item : items) {
        if (item.state != OutboxState::Parked)
            acts.push_back(item.act);
    }
    return acts;
}

std::vector<Refusal> refusedActs(const Case &truth, std::vector<Act> acts, const ReferenceOf &referenceOf)
{
    std::vector<Refusal> refused;
    while (true) {
        const Folded folded = foldPending(truth, acts, referenceOf);
        if (!folded.refused)
            return refused;
        const auto at = acts.begin() + static_cast<std::ptrdiff_t>(folded.applied);
        if (folded.refused->code != u"reference.unknown")
            refused.push_back({at->id, *folded.refused});
        acts.erase(at);
    }
}

} // namespace tawasul

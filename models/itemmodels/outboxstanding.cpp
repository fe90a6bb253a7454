// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodels/outboxstanding.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

namespace tawasul {

namespace {

OutboxHold waitingHold(const OutboxItem &item, bool linkUp, Instant now)
{
    if (item.recallUntil && *item.recallUntil > now)
        return OutboxHold::Recall;
    if (!linkUp)
        return OutboxHold::Link;
    return item.nextTryAt && *item.nextTryAt > now ? OutboxHold::Later : OutboxHold::Due;
}

OutboxHold holdOf(const OutboxItem &item, const OutboxItem *before, bool linkUp, Instant now)
{
    if (item.state == OutboxState::Parked)
        return parkedHold(item);
    if (item.state == OutboxState::Sending)
        return OutboxHold::Sending;
    // One act of a case after the other: what stops the first stops all (invariant I4).
    if (item.heldSince)
        return OutboxHold::Held;
    if (before && before->heldSince)
        return OutboxHold::BehindHeld;
    if (before)
        return before->state == OutboxState::Parked ? OutboxHold::BehindParked : OutboxHold::Behind;
    return waitingHold(item, linkUp, now);
}

bool windowOpen(const OutboxItem &item, Instant now)
{
    return item.state == OutboxState::Waiting && item.tries == 0 && item.recallUntil
        && *item.recallUntil > now;
}

} // namespace

OutboxHold parkedHold(const OutboxItem &item)
{
    if (item.parkReason == ParkReason::Conflict)
        return OutboxHold::Conflict;
    // Found when the journal was read, not by the centre, whether the act had left before or not.
    if (item.lastError && item.lastError->code == QLatin1String("store.unreadable"))
        return OutboxHold::Damaged;
    return item.tries == 0 ? OutboxHold::Unfounded : OutboxHold::Refused;
}

std::vector<OutboxStanding> standingsOf(const std::vector<OutboxItem> &items, bool linkUp, Instant now)
{
    std::vector<OutboxStanding> standings;
    standings.reserve(items.size());
    // The first act of each case, which the others wait for.
    QHash<CaseId, const OutboxItem *> first;
    for (const OutboxItem &item : items) {
        const OutboxItem *before = first.value(item.act.caseId, nullptr);
        if (!before)
            first.insert(item.act.caseId, &item);
        const OutboxHold hold = holdOf(item, before, linkUp, now);
        standings.push_back({hold, windowOpen(item, now), hold == OutboxHold::Later,
                             item.state == OutboxState::Waiting && !item.heldSince,
                             item.heldSince.has_value()});
    }
    QSet<CaseId> followed;
    for (std::size_t i = items.size(); i-- > 0;) {
        const Act &act = items[i].act;
        standings[i].recallable = standings[i].recallable && !followed.contains(act.caseId);
        if (!commutes(act.type))
            followed.insert(act.caseId);
    }
    return standings;
}

} // namespace tawasul

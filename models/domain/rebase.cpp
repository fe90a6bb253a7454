// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/rebase.h"

#include "models/domain/fold.h"
#include "models/domain/proposals.h"

#include <QtCore/QSet>

#include <algorithm>

namespace tawasul {

namespace {

QSet<ActId> actsOf(const Case &theCase)
{
    QSet<ActId> acts;
    for (const HistoryEntry &entry : theCase.history) {
        if (!entry.act.isEmpty())
            acts.insert(entry.act);
    }
    return acts;
}

void forget(Case &theCase, const QSet<ActId> &acts)
{
    std::erase_if(theCase.history, [&acts](const HistoryEntry &entry) { return acts.contains(entry.act); });
}

} // namespace

bool holds(const Case &theCase, const ActId &act)
{
    return std::any_of(theCase.history.begin(), theCase.history.end(),
                       [&act](const HistoryEntry &entry) { return entry.act == act; });
}

bool stillMeantOn(const Case &base, const Case &current)
{
    const QSet<ActId> inBoth = actsOf(base) & actsOf(current);
    Case before = base;
    Case after = current;
    forget(before, inBoth);
    forget(after, inBoth);
    return stillMeant(before, after);
}

Opening openingOf(const Act &act, const std::optional<Case> &base, const std::optional<Case> &truth)
{
    if (commutes(act.type))
        return {};
    if (!truth || !base || isTaken(*truth, act.id))
        return {Opening::Kind::Send, act.baseVersion};
    if (stillMeantOn(*base, *truth))
        return {Opening::Kind::Send, truth->version};
    return {Opening::Kind::Ask, kNoVersion};
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/load.h"

namespace tawasul {

std::optional<Standing> standingOf(CaseStatus status, Instant deadline, Instant now)
{
    if (!isOpen(status))
        return std::nullopt;
    if (status == CaseStatus::Returned)
        return Standing::Waiting;
    if (now > deadline)
        return Standing::Overdue;
    return deadline < endOfToday(now) ? Standing::Today : Standing::OnTrack;
}

std::optional<Standing> standingOf(const CaseHeader &theCase, Instant now)
{
    return standingOf(theCase.status, theCase.deadline().at, now);
}

Instant endOfToday(Instant now)
{
    return riyadhInstant(riyadhDate(now).addDays(1), QTime(0, 0));
}

void Load::add(Standing standing, int count)
{
    switch (standing) {
    case Standing::Overdue:
        overdue += count;
        break;
    case Standing::Today:
        today += count;
        break;
    case Standing::OnTrack:
        onTrack += count;
        break;
    case Standing::Waiting:
        waiting += count;
        break;
    }
}

} // namespace tawasul

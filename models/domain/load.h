// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseheader.h"

#include <map>

namespace tawasul {

/// How an open case stands to its deadline, as boards count it. Only the closing hour of the deadline's day
/// and the day in Riyadh decide; the calendar went into the deadline.
enum class Standing {
    Overdue,
    Today,
    OnTrack,
    Waiting, ///< returned: it is its beneficiary's turn, and the clock may stand
};

/// Nothing for a case that is closed.
[[nodiscard]] std::optional<Standing> standingOf(CaseStatus status, Instant deadline, Instant now);
[[nodiscard]] std::optional<Standing> standingOf(const CaseHeader &theCase, Instant now);

/// From when on an open case that ends then is on track: the next midnight in Riyadh.
[[nodiscard]] Instant endOfToday(Instant now);

/// How many open cases somebody has.
struct Load
{
    int overdue = 0;
    int today = 0;
    int onTrack = 0;
    int waiting = 0;

    [[nodiscard]] int total() const { return overdue + today + onTrack + waiting; }
    void add(Standing standing, int count = 1);

    friend bool operator==(const Load &, const Load &) = default;
};

/// Whose load; an empty id is nobody's, the cases that wait to be taken.
using Loads = std::map<PersonId, Load>;

} // namespace tawasul

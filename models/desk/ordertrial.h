// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/desk/supervision.h"
#include "models/store/headerquestions.h"
#include "models/store/orderforms.h"

#include <map>

namespace tawasul {

/// What this desk ordered and the centre has not answered.
struct WaitingWork
{
    std::map<CaseId, std::optional<PersonName>> moved; ///< whose each case is to be; nothing: nobody's
    std::vector<Leave> leaves;                         ///< recorded, changed or ended
};

/// The staff with the leaves that wait.
[[nodiscard]] Roster rosterWith(const StoredStaff &staff, const WaitingWork &waiting);

/// What would come of it at `now`, by the headers and the staff as this desk knows them. `undone` is the
/// order that is taken back, when it takes one back. Errors as of Supervision::tryOut(); on a reader's
/// thread.
[[nodiscard]] Result<AssignmentTrial> tryOut(HeaderQuestions headers, const AssignmentOrder &order,
                                             const Actor &supervisor, Instant now,
                                             const WaitingWork &waiting = {},
                                             const std::optional<StoredAssignment> &undone = std::nullopt);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/desk/supervision.h"
#include "models/store/headerquestions.h"
#include "models/store/orderforms.h"

namespace tawasul {

/// What would come of it at `now`, by the headers and the staff as this desk knows them. `undone` is the
/// order that is taken back, when it takes one back. Errors as of Supervision::tryOut(); on a reader's
/// thread.
[[nodiscard]] Result<AssignmentTrial> tryOut(HeaderQuestions headers, const AssignmentOrder &order,
                                             const Actor &supervisor, Instant now,
                                             const std::optional<StoredAssignment> &undone = std::nullopt);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/desk/supervision.h"
#include "models/store/headerquestions.h"

namespace tawasul {

// A supervisor's verbs, on the journal's thread, beside a reader of the cache; each Done is on disk.

/// Who orders, and when.
struct Ordering
{
    Actor supervisor;
    Instant now{};
    QString freshId; ///< a UUID version 7 that nobody else has
};

[[nodiscard]] Result<AssignmentTrial> tryOutOrder(Journal &journal, HeaderQuestions headers,
                                                  const AssignmentOrder &order, const Ordering &ordering);
[[nodiscard]] Result<AssignmentId> recordOrder(Journal &journal, HeaderQuestions headers,
                                               AssignmentOrder order, const Ordering &ordering);
[[nodiscard]] Result<LeaveId> recordLeave(Journal &journal, HeaderQuestions headers, Leave leave,
                                          const Ordering &ordering);
[[nodiscard]] Outcome recordLeaveEnd(Journal &journal, HeaderQuestions headers, const LeaveId &id,
                                     const Ordering &ordering);

[[nodiscard]] Result<std::vector<RecordedOrder>> recordedOrders(Journal &journal);
[[nodiscard]] Result<std::vector<RecordedLeave>> recordedLeaves(Journal &journal);

} // namespace tawasul

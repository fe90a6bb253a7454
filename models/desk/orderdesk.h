// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/desk/ordertrial.h"
#include "models/domain/clockcheck.h"

#include <memory>

namespace tawasul {

// A supervisor's verbs, on the journal's thread, beside a reader of the cache; each Done is on disk.

/// Who orders, and when.
struct Ordering
{
    Actor supervisor;
    Instant now{};          ///< as it likely is: what the order is judged at
    QString freshId;        ///< a UUID version 7 that nobody else has
    ClockReading machine{}; ///< what the order carries
    std::optional<Instant> lastServerTime = {};
    std::shared_ptr<const ShownTrial> shown = {}; ///< before it was given, perhaps of another order
};

/// What an order is judged by; on the journal's thread. NotFound, assignment.unknown for taking back what is
/// not there.
[[nodiscard]] Result<TrialGrounds> groundsOf(Journal &journal, const AssignmentOrder &order);
[[nodiscard]] Result<AssignmentId> recordOrder(Journal &journal, HeaderQuestions headers,
                                               const AssignmentOrder &asked, const Ordering &ordering);
[[nodiscard]] Result<AssignmentId> recordAgain(Journal &journal, HeaderQuestions headers,
                                               const AssignmentId &id, const Ordering &ordering);
[[nodiscard]] Result<LeaveId> recordLeave(Journal &journal, HeaderQuestions headers, Leave leave,
                                          const Ordering &ordering);
[[nodiscard]] Outcome recordLeaveEnd(Journal &journal, HeaderQuestions headers, const LeaveId &id,
                                     const Ordering &ordering);

[[nodiscard]] Result<std::vector<RecordedOrder>> recordedOrders(Journal &journal, Instant now);
[[nodiscard]] Result<std::vector<RecordedLeave>> recordedLeaves(Journal &journal);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/assignment.h"
#include "models/store/orderrecord.h"

namespace tawasul {

// How a supervisor's orders look in the journal. What cannot be read back is Corrupt, store.unreadable.

[[nodiscard]] QByteArray sentBody(const AssignmentOrder &order);
[[nodiscard]] QByteArray sentBody(const Leave &form);

/// What the desk expects of an order.
[[nodiscard]] QByteArray storedForecast(const AssignmentOrder &order,
                                        const std::vector<AssignmentVerdict> &results,
                                        const std::vector<LoadChange> &loads, Instant at);
[[nodiscard]] QByteArray storedForecast(const Leave &leave);

/// An order with what was answered, or is expected while it waits.
struct StoredAssignment
{
    AssignmentOrder order;
    std::vector<AssignmentVerdict> results;
    std::vector<LoadChange> loads;
    std::optional<Instant> undoUntil;
};
[[nodiscard]] Result<StoredAssignment> assignmentIn(const OrderRecord &record);
/// As the centre keeps it once it has answered; before, as it was recorded.
[[nodiscard]] Result<Leave> leaveIn(const OrderRecord &record);

} // namespace tawasul

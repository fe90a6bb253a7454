// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/assignment.h"
#include "models/store/orderrecord.h"

namespace tawasul {

// How a supervisor's orders look in the journal. What cannot be read back is Corrupt, store.unreadable.

[[nodiscard]] QByteArray sentBody(const AssignmentOrder &order);
[[nodiscard]] QByteArray sentBody(const Leave &form);

/// As that leave is expected to be kept.
[[nodiscard]] QByteArray storedForecast(const Leave &leave);

/// What an order has in common with others that must not overtake it, or that it must not overtake: its
/// cases, whose they are and are to be, itself, and what it takes back. A line for each.
[[nodiscard]] QByteArray touchedBy(const AssignmentOrder &order,
                                   const std::vector<AssignmentVerdict> &results);
[[nodiscard]] QByteArray touchedBy(const Leave &leave);

/// An order with what was answered, or is expected while it waits.
struct StoredAssignment
{
    AssignmentOrder order;
    std::vector<AssignmentVerdict> results;
    std::vector<LoadChange> loads;
    std::optional<Instant> undoUntil;
    Instant at{}; ///< when the centre carried it out, or, before, when that was expected
};
[[nodiscard]] Result<StoredAssignment> assignmentIn(const OrderRecord &record);
/// As the centre keeps it once it has answered; before, as it was recorded.
[[nodiscard]] Result<Leave> leaveIn(const OrderRecord &record);

} // namespace tawasul

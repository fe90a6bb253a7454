// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/proposals.h"
#include "models/domain/result.h"
#include "models/sql/database.h"

#include <vector>

namespace tawasul {

// What the cache keeps of the account's own proposals, inside the caller's transaction.

/// In place of what was known of that case; nothing in it: gone.
[[nodiscard]] Outcome writeOwnProposals(Database &database, const OwnProposals &own, qint64 round);
/// Those that a rebuild did not bring; how many there were.
[[nodiscard]] Result<qint64> dropOwnProposalsBefore(Database &database, qint64 round);
/// Of all cases. A line that cannot be read is left out: the feed brings it again.
[[nodiscard]] Result<std::vector<OwnProposals>> readOwnProposals(Database &database);

} // namespace tawasul

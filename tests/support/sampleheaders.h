// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseheader.h"
#include "models/protocol/leavecodec.h"

#include <rapidcheck.h>

namespace tawasul {

/// The header of numberedCase(n), of the sample section and region.
[[nodiscard]] CaseHeader numberedHeader(int n);

/// Officers of the sample section, by the numbers in their ids: 1 and 2 are sampleOfficer() and
/// otherOfficer().
[[nodiscard]] PersonName numberedOfficer(int n);
[[nodiscard]] wire::StaffLine staffLine(int n);
/// Away on these days.
[[nodiscard]] Leave leaveOf(int n, QDate first, QDate last);

/// A register as a supervisor may find it: some headers of some officers and of nobody, in all states, around
/// `now`, on the edges of days and hours as often as not.
[[nodiscard]] rc::Gen<std::vector<CaseHeader>> anyHeaders(Instant now);
/// Some of those officers, present, away or gone, with machines that have something left or nothing.
[[nodiscard]] rc::Gen<std::vector<wire::StaffLine>> anyStaff(Instant now);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/person.h"

namespace tawasul {

/// What of a case leaves the system on paper, or as a file that takes its place.
enum class PrintMatter {
    Summary,      ///< the sheet of the case, numbers of persons masked
    WholeNumbers, ///< the same with those numbers in full
    Attachment,   ///< pages that the applicant sent
};

/// Whether a role may print that. Pure; the only place that says so. An auditor reads and takes no attachment
/// along; whoever administers sees no case at all (domain.md 5 and 8).
[[nodiscard]] bool mayPrint(Role role, PrintMatter matter);

} // namespace tawasul

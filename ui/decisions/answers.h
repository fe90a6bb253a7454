// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/precheck.h"
#include "ui/decisions/decisionform.h"

namespace tawasul {

/// The return that answers a failed check ("identifier", "section", "attachments"): its reason, and what the
/// check already knows. Without a reason when the reference data has none for it.
[[nodiscard]] DecisionForm answerToCheck(const QString &check, const Prechecks &checks,
                                         const Reference &reference);

/// The return for a subject who is not linked to the applicant's account (rule S5).
[[nodiscard]] DecisionForm answerToMissingLink(const Reference &reference);

/// The return that asks for another copy of a file that cannot be read: the documents it was declared to
/// hold, or else those that the service requires.
[[nodiscard]] DecisionForm answerToUnreadableFile(const QString &sha256, const Case &theCase,
                                                  const Reference &reference);

/// The check to answer first: the first failed one in the order in which they are read; empty: none failed.
[[nodiscard]] QString firstFailed(const Prechecks &checks);

} // namespace tawasul

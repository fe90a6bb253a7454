// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/demo/caseplan.h"
#include "models/domain/case.h"

namespace tawasul {

/// The coded reason that fits what is wrong with a case, or what usually happens to one with nothing wrong.
[[nodiscard]] QString returnReason(const CasePlan &plan, Dice &dice);
[[nodiscard]] QString rejectReason(const CasePlan &plan, Dice &dice);
[[nodiscard]] QString escalateReason(const CasePlan &plan, Dice &dice);

/// `withProof`: operation number and time are there; `proofIsAsked`: the sub-service wants them.
[[nodiscard]] QString completeReason(bool withProof, bool proofIsAsked, bool atOnce, Dice &dice);

/// A reply template for that reason and act: the section's own where there is one.
[[nodiscard]] const ReplyTemplate *replyTemplateFor(const Reference &reference, const QString &reason,
                                                    ActType act, const QString &subService, Dice &dice);

} // namespace tawasul

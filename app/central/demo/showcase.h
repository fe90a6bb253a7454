// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/demo/caseplan.h"

namespace tawasul {

/// Sees to it that the first officer's worklist holds, assigned to them and awaiting them: a humanitarian and
/// an urgent case, one overdue, one that ends today, one that came back, one awaiting execution, and one of
/// each flaw that a check finds. Only what the chance left out is changed, as little as will do: sub-services
/// and flaws keep their shares. A register too small to hold them all stays without the rest.
///
/// Answers the positions of the plans whose stage changed: their times are to be chosen again.
[[nodiscard]] std::vector<std::size_t> completeShowcase(std::vector<CasePlan> &plans, const DemoTexts &texts,
                                                        const Reference &reference, const Staff &staff);

} // namespace tawasul

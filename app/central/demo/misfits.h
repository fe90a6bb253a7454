// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/demo/caseplan.h"

namespace tawasul {

/// Out of a hundred requests, how many bring a document that does not fit.
inline constexpr int kMisfitPercent = 4;

/// Chooses those that do, among the well formed ones that nobody approved of as they came, so that looking at
/// the documents is worth the while; one of them awaits the first officer when there is one to choose.
void placeMisfits(std::vector<CasePlan> &plans, const Reference &reference, Dice &dice);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/demo/dice.h"

namespace tawasul {

/// `count` positions in `weights`, rising, as often as their weights say: systematic sampling, so that no
/// position misses its share by more than one. `count` of the first position when all weights are zero.
[[nodiscard]] std::vector<std::size_t> inProportion(const std::vector<int> &weights, int count, Dice &dice);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/proportions.h"

#include <numeric>

namespace tawasul {

std::vector<std::size_t> inProportion(const std::vector<int> &weights, int count, Dice &dice)
{
    const qint64 sum = std::accumulate(weights.begin(), weights.end(), qint64{0});
    std::vector<std::size_t> positions(static_cast<std::size_t>(count), 0);
    if (sum == 0)
        return positions;
    // Everything in units of 1/count of a weight, so that it stays whole numbers.
    const qint64 offset = dice.between64(0, sum - 1);
    std::size_t position = 0;
    qint64 reached = qint64{weights[0]} * count;
    for (qint64 i = 0; i < count; ++i) {
        const qint64 point = i * sum + offset;
        while (point >= reached)
            reached += qint64{weights[++position]} * count;
        positions[static_cast<std::size_t>(i)] = position;
    }
    return positions;
}

} // namespace tawasul

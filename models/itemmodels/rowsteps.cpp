// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodels/rowsteps.h"

#include <algorithm>
#include <unordered_set>

namespace tawasul {

namespace {

// Beyond this many rows between the first and the last difference the sets cost more than a new layout.
constexpr int kWidestMiddle = 8192;

using Keys = std::vector<qint64>;

Keys slice(const KeyList &list, int from, int to)
{
    Keys keys;
    keys.reserve(static_cast<std::size_t>(to - from));
    for (int i = from; i < to; ++i)
        keys.push_back(list.at(i));
    return keys;
}

// The runs of keys that `other` does not hold, and in `kept` those it does hold.
std::vector<RowSpan> runsMissingIn(const std::unordered_set<qint64> &other, const Keys &keys, int offset,
                                   Keys &kept)
{
    std::vector<RowSpan> runs;
    for (int i = 0; i < static_cast<int>(keys.size()); ++i) {
        const qint64 key = keys[static_cast<std::size_t>(i)];
        if (other.contains(key)) {
            kept.push_back(key);
            continue;
        }
        if (!runs.empty() && runs.back().first + runs.back().count == offset + i)
            ++runs.back().count;
        else
            runs.push_back({offset + i, 1});
    }
    return runs;
}

} // namespace

std::optional<RowSteps> rowSteps(const KeyList &before, const KeyList &after, int most)
{
    const int shorter = std::min(before.size, after.size);
    int head = 0;
    while (head < shorter && before.at(head) == after.at(head))
        ++head;
    int tail = 0;
    while (tail < shorter - head && before.at(before.size - 1 - tail) == after.at(after.size - 1 - tail))
        ++tail;
    const int oldEnd = before.size - tail;
    const int newEnd = after.size - tail;
    if (std::max(oldEnd, newEnd) - head > kWidestMiddle)
        return std::nullopt;

    const Keys oldKeys = slice(before, head, oldEnd);
    const Keys newKeys = slice(after, head, newEnd);
    const std::unordered_set<qint64> oldSet(oldKeys.begin(), oldKeys.end());
    const std::unordered_set<qint64> newSet(newKeys.begin(), newKeys.end());
    Keys keptOld;
    Keys keptNew;
    RowSteps steps{runsMissingIn(newSet, oldKeys, head, keptOld),
                   runsMissingIn(oldSet, newKeys, head, keptNew)};
    std::reverse(steps.removed.begin(), steps.removed.end());
    if (keptOld != keptNew || static_cast<int>(steps.removed.size() + steps.inserted.size()) > most)
        return std::nullopt;
    return steps;
}

} // namespace tawasul

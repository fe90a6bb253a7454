// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include <QtCore/QtGlobal>

namespace tawasul {

/// Rows [first, first + count) that come or go.
struct RowSpan
{
    int first = 0;
    int count = 0;

    friend bool operator==(const RowSpan &, const RowSpan &) = default;
};

/// How one list of rows becomes another without any kept row changing its order.
struct RowSteps
{
    std::vector<RowSpan> removed;  ///< positions in the old list, last first: removing one moves no other
    std::vector<RowSpan> inserted; ///< positions in the new list, first first

    [[nodiscard]] bool isEmpty() const { return removed.empty() && inserted.empty(); }
};

/// A list of keys that is not copied for being compared.
struct KeyList
{
    int size = 0;
    std::function<qint64(int)> at;
};

/// The steps from `before` to `after`, or nothing when rows changed places or more than `most` spans would be
/// needed: then everything is laid out anew. Costs one pass over what both ends have not in common.
[[nodiscard]] std::optional<RowSteps> rowSteps(const KeyList &before, const KeyList &after, int most);

} // namespace tawasul

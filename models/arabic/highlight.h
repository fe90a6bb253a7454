// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>

#include <vector>

namespace tawasul {

/// A stretch of a text in UTF-16 units, the end not included.
struct TextRange
{
    qsizetype begin = 0;
    qsizetype end = 0;

    friend bool operator==(TextRange, TextRange) = default;
};

/// WordStart shows what a word or prefix search found, Anywhere what a search inside numbers and names found.
enum class MatchAt { WordStart, Anywhere };

/// The stretches of the original text in which the terms of searchTerms() occur, in any spelling: ordered,
/// not empty, not overlapping. Marks on a found letter belong to its stretch.
[[nodiscard]] std::vector<TextRange> matchesOf(const QStringList &terms, QStringView original, MatchAt where);

} // namespace tawasul

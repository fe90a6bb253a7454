// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <vector>

namespace tawasul {

/// The text as search sees it: one function for what is indexed and for what is asked (five steps:
/// NFKC; marks, tatweel and format controls go; letters; digits and case; «عبد X» as one word).
/// Different spellings of a word become the same text, and folding twice changes nothing. Callable from any
/// thread; ordinary text takes one pass and one allocation.
[[nodiscard]] QString foldForSearch(QStringView original);

/// A folded text that remembers where it came from, for highlighting in the spelling the officer sees.
struct FoldedText
{
    QString text;
    /// origin[i] is the offset in the original (in UTF-16 units) of what became text[i]; it never decreases.
    /// One entry more than the text has units: the last one is the length of the original.
    std::vector<qsizetype> origin;
};

/// The same text as foldForSearch(), with its origins.
[[nodiscard]] FoldedText foldWithOrigins(QStringView original);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arabic/highlight.h"

#include "models/arabic/fold.h"
#include "models/arabic/searchterms.h"

#include <algorithm>

namespace tawasul {

namespace {

/// The part of the original that became the folded units [begin, end).
TextRange originalRange(const FoldedText &folded, QStringView original, qsizetype begin, qsizetype end)
{
    const auto originOf = [&](qsizetype unit) { return folded.origin[static_cast<size_t>(unit)]; };
    TextRange range{ originOf(begin), originOf(end) };
    // One character of the original may have become several (ﷲ, ﻻ): it is found as a whole or not at all.
    for (qsizetype next = end; range.end <= originOf(end - 1); ++next)
        range.end = originOf(next);
    // Between «عبد» and «الله» lies white space that folding took out.
    while (range.end > range.begin + 1 && original[range.end - 1].isSpace())
        --range.end;
    return range;
}

void collect(std::vector<TextRange> &found, const FoldedText &folded, QStringView original,
             const QString &term, MatchAt where)
{
    for (qsizetype at = folded.text.indexOf(term); at >= 0; at = folded.text.indexOf(term, at + 1)) {
        if (where == MatchAt::WordStart && at > 0 && isWordCharacter(folded.text[at - 1]))
            continue;
        found.push_back(originalRange(folded, original, at, at + term.size()));
    }
}

} // namespace

std::vector<TextRange> matchesOf(const QStringList &terms, QStringView original, MatchAt where)
{
    const FoldedText folded = foldWithOrigins(original);
    std::vector<TextRange> found;
    for (const QString &term : terms) {
        if (!term.isEmpty())
            collect(found, folded, original, term, where);
    }
    std::sort(found.begin(), found.end(), [](TextRange a, TextRange b) { return a.begin < b.begin; });

    std::vector<TextRange> merged;
    for (const TextRange range : found) {
        if (!merged.empty() && range.begin < merged.back().end)
            merged.back().end = std::max(merged.back().end, range.end);
        else
            merged.push_back(range);
    }
    return merged;
}

} // namespace tawasul

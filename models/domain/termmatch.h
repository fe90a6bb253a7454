// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/arabic/highlight.h"
#include "models/domain/reference.h"

#include <QtCore/QString>

#include <vector>

namespace tawasul {

/// A text as term matching sees it: folded words (foldForSearch()) parted by single spaces, each unit knowing
/// where it stood. Made once for a description and matched against the terms of all sections.
class WordText
{
public:
    explicit WordText(QStringView original);

    [[nodiscard]] const QString &folded() const { return m_folded; }
    /// The range in the original of folded units [begin, end).
    [[nodiscard]] TextRange originalRange(qsizetype begin, qsizetype end) const;

private:
    QString m_folded;
    std::vector<TextRange> m_origins; ///< one for each unit of m_folded
};

/// A term that stands in a text, and where it was found first.
struct TermHit
{
    QString term;
    int weight = 0;
    TextRange range; ///< in the original text

    friend bool operator==(const TermHit &, const TermHit &) = default;
};

/// The terms that stand in the text as whole words, each counted once however often it occurs. Arabic writes
/// the article and some particles together with the word after them: و ف, then ال لل ب ك ل and بال كال لال,
/// are allowed before a term's first word, and a term's own article is not required.
[[nodiscard]] std::vector<TermHit> termHits(const std::vector<WeightedTerm> &terms, const WordText &text);

[[nodiscard]] int totalWeight(const std::vector<TermHit> &hits);

} // namespace tawasul

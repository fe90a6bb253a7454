// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/termmatch.h"

#include "models/arabic/fold.h"
#include "models/arabic/searchterms.h"

#include <array>
#include <numeric>
#include <optional>

namespace tawasul {

namespace {

bool isAttachedParticle(QStringView prefix)
{
    if (!prefix.isEmpty() && (prefix.front() == u'و' || prefix.front() == u'ف'))
        prefix = prefix.sliced(1);
    static constexpr std::array<QStringView, 9> kParticles{u"",  u"ال",  u"لل",  u"ب",  u"ك",
                                                           u"ل", u"بال", u"كال", u"لال"};
    return std::find(kParticles.begin(), kParticles.end(), prefix) != kParticles.end();
}

QString withoutArticle(const QString &folded)
{
    // Short words such as «ال…» of four letters may begin with these two by nature.
    constexpr qsizetype kShortest = 4;
    return folded.startsWith(u"ال") && folded.size() > kShortest ? folded.sliced(2) : folded;
}

std::optional<TextRange> findTerm(const WordText &text, const QString &term)
{
    const QString &folded = text.folded();
    for (qsizetype at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) {
        const qsizetype end = at + term.size();
        if (end < folded.size() && folded.at(end) != u' ')
            continue;
        const qsizetype wordStart = at == 0 ? 0 : folded.lastIndexOf(u' ', at - 1) + 1;
        if (isAttachedParticle(QStringView(folded).sliced(wordStart, at - wordStart)))
            return text.originalRange(wordStart, end);
    }
    return std::nullopt;
}

} // namespace

WordText::WordText(QStringView original)
{
    const FoldedText folded = foldWithOrigins(original);
    m_folded.reserve(folded.text.size());
    m_origins.reserve(static_cast<std::size_t>(folded.text.size()));
    bool wantsSpace = false;
    for (qsizetype i = 0; i < folded.text.size(); ++i) {
        const TextRange origin{folded.origin[static_cast<std::size_t>(i)],
                               folded.origin[static_cast<std::size_t>(i) + 1]};
        if (!isWordCharacter(folded.text.at(i))) {
            wantsSpace = !m_folded.isEmpty();
            continue;
        }
        if (wantsSpace) {
            m_folded.append(u' ');
            m_origins.push_back({origin.begin, origin.begin});
            wantsSpace = false;
        }
        m_folded.append(folded.text.at(i));
        m_origins.push_back(origin);
    }
}

TextRange WordText::originalRange(qsizetype begin, qsizetype end) const
{
    Q_ASSERT(begin < end && end <= m_folded.size());
    return {m_origins[static_cast<std::size_t>(begin)].begin,
            m_origins[static_cast<std::size_t>(end) - 1].end};
}

std::vector<TermHit> termHits(const std::vector<WeightedTerm> &terms, const WordText &text)
{
    std::vector<TermHit> hits;
    for (const WeightedTerm &term : terms) {
        const QString wanted = withoutArticle(WordText(term.text).folded());
        if (wanted.isEmpty())
            continue;
        if (const auto range = findTerm(text, wanted))
            hits.push_back({term.text, term.weight, *range});
    }
    return hits;
}

int totalWeight(const std::vector<TermHit> &hits)
{
    return std::accumulate(hits.begin(), hits.end(), 0,
                           [](int sum, const TermHit &hit) { return sum + hit.weight; });
}

} // namespace tawasul

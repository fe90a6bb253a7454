// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/documentsearch.h"

namespace tawasul {

void DocumentSearch::begin(const QString &words, int pages, int from)
{
    stop();
    m_words = words.simplified();
    m_pages = pages;
    m_from = std::clamp(from, 0, std::max(0, pages - 1));
    askNext();
    Q_EMIT changed();
}

void DocumentSearch::stop()
{
    if (m_asked >= 0)
        Q_EMIT pageDropped();
    m_words.clear();
    m_asked = -1;
    m_seen = m_withoutText = m_missed = m_count = 0;
    m_isFull = false;
    m_found.clear();
    m_current.reset();
    Q_EMIT changed();
}

void DocumentSearch::askNext()
{
    m_asked = isOn() && m_seen < m_pages && m_count < kMostHits ? pageAt(m_seen) : -1;
    if (m_asked >= 0)
        Q_EMIT pageWanted(m_asked, m_words);
}

void DocumentSearch::setHits(int page, const QString &words, const PageHits &hits)
{
    if (page != m_asked || words != m_words)
        return;
    if (!hits.hasText)
        ++m_withoutText;
    m_isFull = m_isFull || !hits.all;
    if (!hits.hits.empty()) {
        m_count += static_cast<int>(hits.hits.size());
        m_found[page] = hits.hits;
    }
    seen();
}

void DocumentSearch::setMissed(int page, const QString &words)
{
    if (page != m_asked || words != m_words)
        return;
    ++m_missed;
    seen();
}

void DocumentSearch::seen()
{
    const int page = m_asked;
    ++m_seen;
    m_isFull = m_isFull || (m_count >= kMostHits && m_seen < m_pages);
    // The first place from where the officer reads is gone to at once.
    const bool isFirst = !m_current && m_found.contains(page);
    if (isFirst)
        m_current = Place{page, 0};
    askNext();
    Q_EMIT changed();
    if (isFirst)
        Q_EMIT placeReached();
}

const std::vector<PageHit> *DocumentSearch::hitsOn(int page) const
{
    const auto found = m_found.find(page);
    return found == m_found.end() ? nullptr : &found->second;
}

int DocumentSearch::position() const
{
    if (!m_current)
        return 0;
    int before = 0;
    for (auto each = m_found.begin(); each != m_found.end() && each->first < m_current->page; ++each)
        before += static_cast<int>(each->second.size());
    return before + m_current->hit + 1;
}

void DocumentSearch::step(int by)
{
    if (!m_current)
        return;
    auto page = m_found.find(m_current->page);
    int hit = m_current->hit + by;
    if (hit < 0) {
        page = page == m_found.begin() ? std::prev(m_found.end()) : std::prev(page);
        hit = static_cast<int>(page->second.size()) - 1;
    } else if (hit >= static_cast<int>(page->second.size())) {
        page = std::next(page) == m_found.end() ? m_found.begin() : std::next(page);
        hit = 0;
    }
    m_current = Place{page->first, hit};
    Q_EMIT changed();
    Q_EMIT placeReached();
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is written on the pages: selected, copied, and looked for.
#include <QtGui/QAction>

#include "ui/documents/documentpane.h"
#include "ui/documents/documentsearch.h"
#include "ui/documents/findbar.h"

namespace tawasul {

void DocumentPane::connectText()
{
    connect(m_canvas, &PageCanvas::selectionChanged, this, &DocumentPane::showTextActions);
    connect(m_find, &FindBar::wordsChanged, this, &DocumentPane::searchAgain);
    connect(m_find, &FindBar::stepped, m_search, &DocumentSearch::step);
    connect(m_find, &FindBar::closed, this, &DocumentPane::endFind);
    connect(m_search, &DocumentSearch::pageWanted, this,
            [this](int page, const QString &words) { Q_EMIT hitsWanted(shownAttachment(), page, words); });
    connect(m_search, &DocumentSearch::pageDropped, this, &DocumentPane::hitsDropped);
    connect(m_search, &DocumentSearch::changed, this, &DocumentPane::showSearch);
    connect(m_search, &DocumentSearch::placeReached, this, &DocumentPane::showPlace);
    m_canvas->lightHitsOf(*m_search);
}

// --- selected ---

// Once it is seen: pages that only pass by are not read.
void DocumentPane::wantTexts(const std::vector<int> &visible)
{
    for (const int page : visible) {
        if (!m_asked.value(page).isHere || m_textsAsked.contains(page) || m_canvas->hasProblem(page))
            continue;
        m_textsAsked.insert(page);
        Q_EMIT textWanted(shownAttachment(), page);
    }
}

void DocumentPane::setText(const QString &sha256, int page, const PageText &text)
{
    if (sha256 != shownAttachment() || !m_textsAsked.contains(page))
        return;
    m_canvas->setText(page, text);
    showTextActions();
}

void DocumentPane::showTextActions()
{
    using Kind = DocumentActions::Kind;
    const PageText *text = m_canvas->textOf(m_page);
    m_actions->of(Kind::Copy).setEnabled(isReady() && !m_canvas->selectedText().isEmpty());
    m_actions->of(Kind::SelectPage).setEnabled(isReady() && text != nullptr && !text->isEmpty());
    for (const Kind kind : {Kind::FindNext, Kind::FindPrevious})
        m_actions->of(kind).setEnabled(m_search->count() > 0);
}

// --- looked for ---

void DocumentPane::beginFind()
{
    window()->activateWindow(); // it may be the one of the documents
    m_find->begin();
    if (!m_search->isOn())
        searchAgain();
}

// The place that was reached stays marked: it can be copied.
void DocumentPane::endFind()
{
    m_find->hide();
    if (const auto place = m_search->current()) {
        const PageHit &hit = (*m_search->hitsOn(place->page))[static_cast<std::size_t>(place->hit)];
        m_canvas->selectText(place->page, hit.range);
    }
    m_search->stop();
    focusPage();
}

void DocumentPane::searchAgain()
{
    if (m_find->isHidden() || !isReady())
        m_search->stop();
    else
        m_search->begin(m_find->words(), pageCount(), m_page);
}

void DocumentPane::showSearch()
{
    m_find->present(*m_search);
    m_canvas->viewport()->update();
    showTextActions();
}

void DocumentPane::showPlace()
{
    const auto place = m_search->current();
    if (!place)
        return;
    if (!isInSight(shownAttachment(), place->page))
        goToPage(place->page);
    const PageHit &hit = (*m_search->hitsOn(place->page))[static_cast<std::size_t>(place->hit)];
    if (!hit.boxes.empty())
        m_canvas->reveal(place->page, hit.boxes.front());
}

void DocumentPane::setHits(const QString &sha256, int page, const QString &words, const PageHits &hits)
{
    if (sha256 == shownAttachment())
        m_search->setHits(page, words, hits);
}

void DocumentPane::hitsMissed(const QString &sha256, int page, const QString &words)
{
    if (sha256 == shownAttachment())
        m_search->setMissed(page, words);
}

} // namespace tawasul

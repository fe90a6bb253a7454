// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is known of the pages besides their pictures: what is written on them, which way, and whether anything
// is.
#include <QtGui/QAction>
#include <QtGui/QHideEvent>
#include <QtWidgets/QToolButton>

#include "ui/documents/documentcard.h"
#include "ui/documents/documentpane.h"
#include "ui/documents/documentsearch.h"
#include "ui/documents/findbar.h"
#include "ui/documents/thumbnailstrip.h"
#include "ui/documents/waitingbox.h"
#include "ui/shared/iconbutton.h"
#include "ui/shared/strip.h"

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
    connect(m_canvas, &PageCanvas::retryRequested, this, &DocumentPane::retryPage);
    m_waiting->layOver(*m_canvas->viewport());
    connect(m_waiting, &WaitingBox::givenUp, this, &DocumentPane::giveUpWaiting);
    connect(m_strip, &ThumbnailStrip::thumbnailDropped, this,
            [this](int page) { Q_EMIT thumbnailDropped(shownAttachment(), page); });
    constexpr std::chrono::milliseconds kRests{700};
    m_rests.setSingleShot(true);
    m_rests.setInterval(kRests);
    connect(&m_rests, &QTimer::timeout, this, &DocumentPane::wantOrientation);
    m_upright->setObjectName(QStringLiteral("uprightOffer"));
    auto *leave = new IconButton(m_theme, Icon::X, tr("Leave as it is"));
    leave->setObjectName(QStringLiteral("leaveAsItIs"));
    connect(leave, &QToolButton::clicked, this, &DocumentPane::leaveAsItIs);
    m_upright->setEnd(leave);
    connect(m_upright, &Strip::actionChosen, this,
            [this] { m_actions->of(DocumentActions::Kind::Upright).trigger(); });
}

// --- out of sight and back ---

void DocumentPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (event->spontaneous()) // the whole window, which will be looked at again
        return;
    const QSet<int> texts = m_textsAsked;
    for (const int page : texts) {
        if (m_canvas->textOf(page) == nullptr)
            m_textsAsked.remove(page);
    }
    m_asked.removeIf([](const auto &each) { return !each.value().isHere; });
    m_blanknessAsked.clear();
    m_orientationsAsked.clear();
    m_rests.stop();
    m_detailPage = -1;
    m_search->stop();
    m_strip->stopWaiting();
    Q_EMIT waitingEnded();
}

void DocumentPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (event->spontaneous())
        return;
    showWaiting();
    if (!isReady()) {
        if (shown() && state().kind == DocumentState::Kind::Loading) // it was not waited for meanwhile
            Q_EMIT attachmentShown(shownAttachment());
        return;
    }
    wantPages();
    wantDetail();
    considerOrientation();
    if (!m_search->isOn())
        searchAgain();
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
        wantBlankness(page);
    }
}

void DocumentPane::setText(const QString &sha256, int page, const PageText &text)
{
    if (sha256 != shownAttachment() || !m_textsAsked.contains(page))
        return;
    m_canvas->setText(page, text);
    showTextActions();
}

void DocumentPane::textMissed(const QString &sha256, int page)
{
    if (sha256 == shownAttachment())
        m_textsAsked.remove(page);
}

void DocumentPane::showTextActions()
{
    using Kind = DocumentActions::Kind;
    const PageText *text = m_canvas->textOf(m_page);
    m_actions->of(Kind::Copy).setEnabled(isReady() && !m_canvas->selectedText().isEmpty());
    m_actions->of(Kind::SelectPage).setEnabled(isReady() && text != nullptr && !text->isEmpty());
    for (const Kind kind : {Kind::FindNext, Kind::FindPrevious})
        m_actions->of(kind).setEnabled(m_search->count() > 0);
    m_actions->of(Kind::RetryPage).setEnabled(isReady() && m_canvas->hasProblem(m_page));
    offerUpright();
    considerOrientation();
}

// --- blank, upside down, or not shown at all ---

void DocumentPane::wantBlankness(int page)
{
    if (m_blanknessAsked.contains(page) || m_blankness.value(shownAttachment()).contains(page))
        return;
    m_blanknessAsked.insert(page);
    constexpr int kMostPixels = 4'000'000; // looking at more takes longer than drawing fewer
    const Asked asked = m_asked.value(page);
    const bool isKnown = asked.isHere && qint64(asked.pixels.width()) * asked.pixels.height() <= kMostPixels;
    Q_EMIT blanknessWanted(shownAttachment(), page, isKnown ? upright(asked.pixels, page) : QSize());
}

void DocumentPane::setNearlyBlank(const QString &sha256, int page, bool nearlyBlank)
{
    m_blankness[sha256][page] = nearlyBlank;
    if (sha256 != shownAttachment() || !nearlyBlank)
        return;
    showNearlyBlank();
    showBar();
}

void DocumentPane::showNearlyBlank()
{
    QSet<int> pages;
    const QHash<int, bool> known = m_blankness.value(shownAttachment());
    for (auto each = known.begin(); each != known.end(); ++each) {
        if (each.value())
            pages.insert(each.key());
    }
    m_canvas->setNearlyBlank(pages);
    m_strip->setNearlyBlank(pages);
}

// A stamp, or the name of the program that scanned it, does not tell how the page lies.
bool DocumentPane::tellsByText() const
{
    constexpr std::size_t kFewLetters = 40;
    const PageText *text = m_canvas->textOf(m_page);
    return text == nullptr || text->pieces().size() > kFewLetters;
}

// Once it is known that the text of the page that is read does not tell, and somebody stays with it. What was
// turned by hand lies as somebody wants it.
void DocumentPane::considerOrientation()
{
    const QString sha256 = shownAttachment();
    const bool isWanted = isReady() && isVisible() && !tellsByText() && !m_canvas->hasProblem(m_page)
        && turnOf(reading(), m_page) == 0 && !m_leftAsIs.value(sha256).contains(m_page)
        && !m_orientationsAsked.contains(m_page) && !m_orientations.value(sha256).contains(m_page);
    if (!isWanted)
        m_rests.stop();
    else if (!m_rests.isActive())
        m_rests.start();
}

void DocumentPane::wantOrientation()
{
    const QString sha256 = shownAttachment();
    if (m_blankness.value(sha256).value(m_page))
        return;
    m_orientationsAsked.insert(m_page);
    Q_EMIT orientationWanted(sha256, m_page);
}

void DocumentPane::setOrientation(const QString &sha256, int page, int quarters)
{
    m_orientations[sha256].insert(page, quarters & 3);
    if (sha256 == shownAttachment())
        offerUpright();
}

int DocumentPane::quartersToUpright() const
{
    const QString sha256 = shownAttachment();
    if (!isReady() || m_leftAsIs.value(sha256).contains(m_page))
        return 0;
    const PageText *text = m_canvas->textOf(m_page);
    const int turned = turnOf(reading(), m_page);
    if (text != nullptr && text->quartersToUpright() != 0)
        return (text->quartersToUpright() - turned) & 3;
    return turned == 0 ? m_orientations.value(sha256).value(m_page) : 0;
}

// Offered, never done unasked: somebody may have turned it for a reason.
void DocumentPane::offerUpright()
{
    const int quarters = quartersToUpright();
    m_actions->of(DocumentActions::Kind::Upright).setEnabled(quarters != 0);
    const PageText *text = m_canvas->textOf(m_page);
    const bool isSure = text != nullptr && text->quartersToUpright() != 0;
    const QString words = quarters == 2
        ? (isSure ? tr("This page is upside down.") : tr("This page seems to be upside down."))
        : (isSure ? tr("This page lies on its side.") : tr("This page seems to lie on its side."));
    if (quarters == 0)
        m_upright->clear();
    else if (m_upright->message() != words)
        m_upright->say(Tone::Info, words, tr("Turn upright"));
}

void DocumentPane::leaveAsItIs()
{
    m_leftAsIs[shownAttachment()].insert(m_page);
    showTextActions();
    focusPage();
}

void DocumentPane::retryPage(int page)
{
    if (!isReady() || !m_canvas->hasProblem(page))
        return;
    m_canvas->dropProblem(page);
    m_asked.remove(page);
    Q_EMIT pageRetryRequested(shownAttachment(), page);
    showTextActions();
    wantPages();
}

// --- that does not come ---

void DocumentPane::showWaiting()
{
    const bool opens = shown() && state().kind == DocumentState::Kind::Loading;
    const bool draws = isReady() && m_canvas->isWaiting() && !m_canvas->hasProblem(m_page);
    m_waiting->setWaiting(isVisible() && (opens || draws),
                          opens ? tr("The file is being opened…") : tr("The page is being prepared…"));
}

void DocumentPane::giveUpWaiting()
{
    const QString sha256 = shownAttachment();
    const Error stopped{Error::Kind::Conflict, QStringLiteral("preview.stopped"), {}};
    Q_EMIT waitingGivenUp(sha256, m_page);
    if (isReady() && pageCount() > 1)
        return setPageFailed(sha256, m_page, stopped);
    DocumentState given;
    given.kind = DocumentState::Kind::Failed;
    given.error = stopped;
    setState(sha256, given);
    m_card->setFocus(Qt::OtherFocusReason);
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
    // Going there asks for pages, and whoever answers may have ended the search or shown another document.
    const std::vector<PageHit> *hits = m_search->hitsOn(place->page);
    if (hits == nullptr || m_search->current() != place)
        return;
    const PageHit &hit = (*hits)[static_cast<std::size_t>(place->hit)];
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

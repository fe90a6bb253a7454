// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/documentpane.h"

#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QVBoxLayout>

#include "models/arabic/digits.h"
#include "ui/documents/attachmentlook.h"
#include "ui/documents/documentbar.h"
#include "ui/documents/documentcard.h"
#include "ui/shared/rawtext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr std::array kSteps{25, 33, 50, 67, 75, 85, 100, 125, 150, 175, 200, 250, 300, 400};

int nextStep(int percent, int step)
{
    if (step > 0) {
        const auto larger =
            std::find_if(kSteps.begin(), kSteps.end(), [&](int each) { return each > percent; });
        return larger == kSteps.end() ? kSteps.back() : *larger;
    }
    const auto smaller =
        std::find_if(kSteps.rbegin(), kSteps.rend(), [&](int each) { return each < percent; });
    return smaller == kSteps.rend() ? kSteps.front() : *smaller;
}

// Sizes of paper are told in fractions of a point; less than half of one is the same paper.
bool isSameSize(QSizeF a, QSizeF b)
{
    return std::abs(a.width() - b.width()) < 0.5 && std::abs(a.height() - b.height()) < 0.5;
}

} // namespace

DocumentPane::DocumentPane(const Theme &theme, DisplayLocale locale, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_locale(locale)
    , m_bar(new DocumentBar(theme, locale))
    , m_stack(new QStackedLayout)
    , m_canvas(new PageCanvas(theme))
    , m_card(new DocumentCard(theme, locale))
{
    setObjectName(QStringLiteral("documentPane"));
    setAccessibleName(tr("Document"));
    m_stack->addWidget(m_canvas);
    m_stack->addWidget(m_card);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::snug);
    column->addWidget(m_bar);
    column->addLayout(m_stack, 1);
    connect(m_bar, &DocumentBar::pageTurned, this, &DocumentPane::turnPage);
    connect(m_bar, &DocumentBar::attachmentTurned, this, &DocumentPane::turnAttachment);
    connect(m_bar, &DocumentBar::zoomStepped, this, &DocumentPane::zoomStep);
    connect(m_bar, &DocumentBar::fitChosen, this, [this](PageZoom::Fit fit) { setZoom({fit, 100}); });
    connect(m_canvas, &PageCanvas::pageTurned, this, &DocumentPane::turnPage);
    connect(m_canvas, &PageCanvas::zoomStepped, this, &DocumentPane::zoomStep);
    connect(m_canvas, &PageCanvas::sizeChanged, this, [this] {
        m_next = {};
        showBar();
        wantPage();
    });
    connect(m_card, &DocumentCard::retryRequested, this, [this] {
        if (const Attachment *now = shown())
            Q_EMIT retryRequested(now->sha256);
    });
    showCurrent();
}

void DocumentPane::setAttachments(const std::vector<Attachment> &attachments)
{
    const QString before = shownAttachment();
    m_attachments = attachments;
    const auto same = std::find_if(m_attachments.begin(), m_attachments.end(),
                                   [&](const Attachment &one) { return one.sha256 == before; });
    if (!before.isEmpty() && same != m_attachments.end()) {
        m_index = static_cast<int>(same - m_attachments.begin());
        showBar();
        return;
    }
    m_states.clear();
    m_zooms.clear();
    m_index = m_attachments.empty() ? -1 : 0;
    m_page = 0;
    m_next = {};
    showCurrent();
    if (const Attachment *now = shown())
        Q_EMIT attachmentShown(now->sha256);
}

void DocumentPane::showAttachment(const QString &sha256)
{
    for (std::size_t index = 0; index < m_attachments.size(); ++index) {
        if (m_attachments[index].sha256 != sha256 || static_cast<int>(index) == m_index)
            continue;
        m_index = static_cast<int>(index);
        m_page = 0;
        m_next = {};
        showCurrent();
        Q_EMIT attachmentShown(sha256);
        return;
    }
}

QString DocumentPane::shownAttachment() const
{
    const Attachment *now = shown();
    return now ? now->sha256 : QString();
}

const Attachment *DocumentPane::shown() const
{
    const auto index = static_cast<std::size_t>(m_index);
    return m_index >= 0 && index < m_attachments.size() ? &m_attachments[index] : nullptr;
}

const DocumentState &DocumentPane::state() const
{
    static const DocumentState kLoading;
    const auto found = m_states.constFind(shownAttachment());
    return found == m_states.constEnd() ? kLoading : *found;
}

int DocumentPane::pageCount() const
{
    return static_cast<int>(state().pages.size());
}

void DocumentPane::setState(const QString &sha256, const DocumentState &state)
{
    m_states.insert(sha256, state);
    if (sha256 == shownAttachment())
        showCurrent();
}

void DocumentPane::showCurrent()
{
    const Attachment *now = shown();
    const bool paged =
        now && (state().kind == DocumentState::Kind::Loading || state().kind == DocumentState::Kind::Ready);
    if (!now)
        m_card->showNothing();
    else if (!paged)
        m_card->present(*now, state());
    m_stack->setCurrentWidget(paged ? static_cast<QWidget *>(m_canvas) : m_card);
    if (paged) {
        {
            const QSignalBlocker quiet(m_canvas); // nothing is asked for in the size of the page before
            m_canvas->setZoom(m_zooms.value(shownAttachment(), {m_fit, 100}));
        }
        m_page = std::clamp(m_page, 0, std::max(0, pageCount() - 1));
        m_canvas->setPage(pageCount() > 0 ? state().pages[static_cast<std::size_t>(m_page)] : QSizeF());
        m_canvas->scrollToTop();
        wantPage();
    }
    showBar();
}

void DocumentPane::wantPage()
{
    if (state().kind == DocumentState::Kind::Ready && m_page < pageCount())
        Q_EMIT pageWanted(shownAttachment(), m_page, m_canvas->devicePixels());
}

void DocumentPane::wantNextPage()
{
    const int next = m_page + 1;
    if (next < pageCount())
        Q_EMIT pageWanted(shownAttachment(), next,
                          m_canvas->devicePixels(state().pages[static_cast<std::size_t>(next)]));
}

void DocumentPane::setPageSize(const QString &sha256, int page, QSizeF points)
{
    const auto found = m_states.find(sha256);
    const auto place = static_cast<std::size_t>(page);
    if (found == m_states.end() || page < 0 || place >= found->pages.size() || points.isEmpty()
        || isSameSize(found->pages[place], points))
        return;
    found->pages[place] = points;
    if (sha256 != shownAttachment() || state().kind != DocumentState::Kind::Ready)
        return;
    if (page == m_page) {
        // Of another size in pixels, the canvas says by itself what it wants now.
        const QSize before = m_canvas->devicePixels();
        m_canvas->setPage(points);
        if (m_canvas->devicePixels() == before)
            wantPage();
    } else if (page == m_page + 1) {
        m_next = {};
        wantNextPage();
    }
}

void DocumentPane::setPage(const QString &sha256, int page, const QImage &picture)
{
    if (sha256 != shownAttachment())
        return;
    if (page == m_page) {
        m_canvas->setPicture(picture);
        // While this one is read, the next one can be drawn.
        if (m_next.page != m_page + 1 && picture.size() == m_canvas->devicePixels())
            wantNextPage();
    } else if (page == m_page + 1) {
        m_next = {page, picture};
    }
}

void DocumentPane::turnPage(int step)
{
    goToPage(m_page + step);
}

void DocumentPane::goToPage(int page)
{
    if (page < 0 || page >= pageCount() || page == m_page)
        return;
    m_page = page;
    const Picture ahead = std::exchange(m_next, {});
    showCurrent();
    if (ahead.page == page)
        setPage(shownAttachment(), page, ahead.image);
}

void DocumentPane::turnAttachment(int step)
{
    const int index = m_index + step;
    if (index >= 0 && index < static_cast<int>(m_attachments.size()))
        showAttachment(m_attachments[static_cast<std::size_t>(index)].sha256);
}

void DocumentPane::zoomStep(int step)
{
    if (step == 0)
        setZoom({PageZoom::Fit::Width, 100});
    else
        setZoom({PageZoom::Fit::Free, nextStep(m_canvas->percent(), step)});
}

void DocumentPane::setZoom(PageZoom zoom)
{
    if (zoom.fit == PageZoom::Fit::Free) {
        m_zooms.insert(shownAttachment(), zoom);
    } else {
        m_fit = zoom.fit;
        m_zooms.remove(shownAttachment());
    }
    m_canvas->setZoom(zoom);
    showBar();
}

void DocumentPane::focusPage()
{
    m_canvas->setFocus(Qt::TabFocusReason);
}

QString DocumentPane::pageName() const
{
    const Attachment *now = shown();
    if (!now)
        return tr("Page of the document");
    const QString file = rawText(attachmentLook(*now).name);
    if (state().kind != DocumentState::Kind::Ready)
        return file;
    const auto number = [this](int value) { return localDigits(QString::number(value), m_locale.digits); };
    //: Read out: the page that is shown, and the name of its file
    return tr("Page %1 of %2 – %3").arg(number(m_page + 1), number(pageCount()), file);
}

void DocumentPane::showBar()
{
    const bool ready = state().kind == DocumentState::Kind::Ready;
    const bool paged = ready || state().kind == DocumentState::Kind::Loading;
    m_bar->present({shown(), m_index, static_cast<int>(m_attachments.size()), ready ? m_page : -1,
                    pageCount(), paged, m_canvas->zoom(), m_canvas->percent()});
    m_canvas->setAccessibleName(pageName());
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/pagecanvas.h"

#include <QtCore/QScopedValueRollback>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QScrollBar>

#include "ui/documents/pagecanvasaccess.h"
#include "ui/shared/button.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr int kWheelStep = 120;
constexpr int kLensPower = 2;
constexpr int kLensStep = 24;
constexpr QSize kLens(300, 200);

} // namespace

PageCanvas::PageCanvas(const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("pageCanvas"));
    setLayoutDirection(Qt::LeftToRight);
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    // Always there, so that fitting to the width does not depend on the height that follows from it.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setMouseTracking(true);
    constexpr std::chrono::milliseconds kStep{30};
    m_scrolling.setInterval(kStep);
    connect(&m_scrolling, &QTimer::timeout, this, &PageCanvas::scrollAlong);
    givePageCanvasAccess();
    connect(&m_theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

// --- what is shown ---

void PageCanvas::setPages(const std::vector<QSizeF> &points, std::vector<int> turns)
{
    m_points = points;
    m_turns = std::move(turns);
    m_pictures.clear();
    m_details.clear();
    m_lit.clear();
    const QList<int> failed = m_problems.keys();
    for (const int page : failed)
        dropProblem(page);
    m_current = std::clamp(m_current, 0, std::max(0, static_cast<int>(points.size()) - 1));
    layOut();
    setCurrent(m_current);
}

void PageCanvas::setPageSize(int page, QSizeF points)
{
    if (page < 0 || page >= static_cast<int>(m_points.size()))
        return;
    m_pictures.remove(page);
    m_details.remove(page);
    const Spot spot = spotAt({viewport()->width() / 2, 0});
    m_points[static_cast<std::size_t>(page)] = points;
    layOut();
    bring(spot, {viewport()->width() / 2, 0});
    Q_EMIT viewChanged();
}

void PageCanvas::setContinuous(bool continuous)
{
    if (m_continuous == continuous)
        return;
    m_continuous = continuous;
    layOut();
    setCurrent(m_current);
}

void PageCanvas::setCurrent(int page)
{
    {
        const QScopedValueRollback<bool> quiet(m_isLayingOut, true);
        m_current = page;
        if (!m_layout.holds(page) || (!m_continuous && m_layout.count() != 1))
            layOut();
        const QRect place = m_layout.place(page);
        verticalScrollBar()->setValue(place.top() - kPageEdge);
        horizontalScrollBar()->setValue(horizontalScrollBar()->maximum() / 2);
    }
    viewport()->update();
    Q_EMIT viewChanged();
}

void PageCanvas::setPicture(int page, const QImage &picture)
{
    const bool isDetail = picture.width() > devicePixels(page).width() * 3 / 2 && m_pictures.contains(page);
    if (isDetail) {
        m_details.clear(); // one at a time is looked at through the lens
        m_details.insert(page, picture);
    } else {
        m_pictures.insert(page, picture);
    }
    dropProblem(page);
    viewport()->update();
}

void PageCanvas::dropPicture(int page)
{
    m_pictures.remove(page);
    m_details.remove(page);
}

void PageCanvas::setProblem(int page, const QString &sentence)
{
    m_problems.insert(page, sentence);
    if (!m_retries.contains(page)) {
        auto *retry = new Button(m_theme, ButtonKind::Secondary, tr("Try again"), viewport());
        retry->setObjectName(QStringLiteral("retryPage"));
        retry->setGlyph(Icon::Refresh);
        retry->setLayoutDirection(QGuiApplication::layoutDirection());
        retry->setAutoDefault(true);
        connect(retry, &QPushButton::clicked, this, [this, page] { Q_EMIT retryRequested(page); });
        m_retries.insert(page, retry);
    }
    placeRetries();
    viewport()->update();
}

void PageCanvas::dropProblem(int page)
{
    m_problems.remove(page);
    QWidget *retry = m_retries.take(page);
    if (!retry)
        return;
    if (retry->hasFocus())
        setFocus(Qt::OtherFocusReason);
    retry->hide();
    retry->deleteLater(); // it may have asked for this
}

void PageCanvas::setNearlyBlank(const QSet<int> &pages)
{
    if (pages == m_nearlyBlank)
        return;
    m_nearlyBlank = pages;
    viewport()->update();
}

void PageCanvas::setZoom(PageZoom zoom)
{
    if (m_zoom == zoom)
        return;
    m_zoom = zoom;
    layOutAround(m_zoomSpot.value_or(viewport()->rect().center()));
}

void PageCanvas::setLight(const PageLight &light)
{
    m_light = light;
    m_lit.clear();
    viewport()->update();
}

void PageCanvas::setMagnifier(bool on)
{
    if (on == hasMagnifier())
        return;
    m_details.clear();
    m_lens.reset();
    if (on)
        m_lens = viewport()->rect().center();
    showCursor();
    viewport()->update();
    Q_EMIT magnifierMoved();
}

int PageCanvas::magnifiedPage() const
{
    return m_lens ? m_layout.pageAt(m_lens->y() + offset().y()) : -1;
}

QSize PageCanvas::magnifiedPixels() const
{
    return devicePixels(magnifiedPage()) * kLensPower;
}

// --- where it lies ---

QPoint PageCanvas::offset() const
{
    return {horizontalScrollBar()->value(), verticalScrollBar()->value()};
}

QSizeF PageCanvas::points(int page) const
{
    return page >= 0 && page < static_cast<int>(m_points.size()) ? m_points[static_cast<std::size_t>(page)]
                                                                 : QSizeF();
}

int PageCanvas::percent() const
{
    return shownPercent(points(m_current), m_layout.place(m_current).size());
}

QSize PageCanvas::devicePixels(int page) const
{
    const QSize room = viewport()->size() - QSize(2 * kPageEdge, 2 * kPageEdge);
    return (QSizeF(pageSize(points(page), room, m_zoom)) * devicePixelRatioF()).toSize();
}

QSize PageCanvas::roomPixels() const
{
    const QSize room = viewport()->size() - QSize(2 * kPageEdge, 2 * kPageEdge);
    return (QSizeF(room) * devicePixelRatioF()).toSize();
}

std::vector<int> PageCanvas::visiblePages() const
{
    std::vector<int> pages{m_current};
    if (!m_continuous || m_layout.count() < 2)
        return pages;
    const int last = m_layout.pageAt(offset().y() + viewport()->height());
    for (int page = m_layout.pageAt(offset().y()); page <= last; ++page) {
        if (page != m_current)
            pages.push_back(page);
    }
    return pages;
}

PageCanvas::Spot PageCanvas::spotAt(QPoint inViewport) const
{
    const QPoint point = offset() + inViewport;
    const int page = m_layout.pageAt(point.y());
    const QRect place = m_layout.place(page);
    const QPointF within = point - place.topLeft();
    return {page, {within.x() / std::max(1, place.width()), within.y() / std::max(1, place.height())}};
}

void PageCanvas::bring(const Spot &spot, QPoint inViewport)
{
    const QRect place = m_layout.place(spot.page);
    const QPointF point =
        QPointF(place.topLeft()) + QPointF(spot.share.x() * place.width(), spot.share.y() * place.height());
    const QPoint corner = point.toPoint() - inViewport;
    horizontalScrollBar()->setValue(corner.x());
    verticalScrollBar()->setValue(corner.y());
}

void PageCanvas::layOut()
{
    const QScopedValueRollback<bool> quiet(m_isLayingOut, true);
    const QSize seen = viewport()->size();
    m_layout = layOutPages(m_points, seen, m_zoom, m_continuous ? -1 : m_current);
    const QSize over = m_layout.size - seen;
    verticalScrollBar()->setPageStep(seen.height());
    verticalScrollBar()->setSingleStep(m_theme.scaled(iconsize::picture));
    verticalScrollBar()->setRange(0, std::max(0, over.height()));
    horizontalScrollBar()->setPageStep(seen.width());
    horizontalScrollBar()->setRange(0, std::max(0, over.width()));
    placeRetries();
    viewport()->update();
}

void PageCanvas::layOutAround(QPoint inViewport)
{
    {
        const QScopedValueRollback<bool> quiet(m_isLayingOut, true);
        const Spot spot = spotAt(inViewport);
        layOut();
        bring(spot, inViewport);
    }
    Q_EMIT viewChanged();
}

void PageCanvas::resizeEvent(QResizeEvent *)
{
    layOutAround({viewport()->width() / 2, 0});
}

void PageCanvas::scrollContentsBy(int, int)
{
    placeRetries();
    viewport()->update();
    if (m_isLayingOut)
        return;
    noticeCurrent();
    Q_EMIT viewChanged();
}

// The page that is read is the one across the upper third; at the very ends it is the first or the last.
void PageCanvas::noticeCurrent()
{
    if (!m_continuous || m_layout.count() < 2)
        return;
    const QScrollBar &bar = *verticalScrollBar();
    int page = m_layout.pageAt(bar.value() + viewport()->height() / 3);
    if (bar.value() == bar.maximum())
        page = m_layout.count() - 1;
    else if (bar.value() == 0)
        page = 0;
    if (page == m_current)
        return;
    m_current = page;
    Q_EMIT currentChanged(page);
}

// --- by keyboard ---

void PageCanvas::readOn(int step)
{
    QScrollBar *bar = verticalScrollBar();
    if (bar->value() == (step > 0 ? bar->maximum() : 0))
        Q_EMIT pageTurned(step);
    else
        bar->triggerAction(step > 0 ? QAbstractSlider::SliderPageStepAdd
                                    : QAbstractSlider::SliderPageStepSub);
}

bool PageCanvas::moveLens(int key)
{
    if (!m_lens)
        return false;
    const QHash<int, QPoint> ways{{Qt::Key_Left, {-kLensStep, 0}},
                                  {Qt::Key_Right, {kLensStep, 0}},
                                  {Qt::Key_Up, {0, -kLensStep}},
                                  {Qt::Key_Down, {0, kLensStep}}};
    if (key == Qt::Key_Escape) {
        Q_EMIT magnifierLeft();
        return true;
    }
    if (!ways.contains(key))
        return false;
    const QPoint wanted = *m_lens + ways.value(key);
    const QRect room = viewport()->rect();
    m_lens = QPoint(std::clamp(wanted.x(), room.left(), room.right()),
                    std::clamp(wanted.y(), room.top(), room.bottom()));
    if (*m_lens != wanted) // the paper moves where the lens cannot
        verticalScrollBar()->setValue(verticalScrollBar()->value() + wanted.y() - m_lens->y());
    viewport()->update();
    Q_EMIT magnifierMoved();
    return true;
}

void PageCanvas::keyPressEvent(QKeyEvent *event)
{
    if (moveLens(event->key()) || moveSelection(*event))
        return;
    const auto scroll = [](QScrollBar *bar, QAbstractSlider::SliderAction action) {
        bar->triggerAction(action);
    };
    switch (event->key()) {
    case Qt::Key_Down:
        return scroll(verticalScrollBar(), QAbstractSlider::SliderSingleStepAdd);
    case Qt::Key_Up:
        return scroll(verticalScrollBar(), QAbstractSlider::SliderSingleStepSub);
    case Qt::Key_Left:
        return scroll(horizontalScrollBar(), QAbstractSlider::SliderSingleStepSub);
    case Qt::Key_Right:
        return scroll(horizontalScrollBar(), QAbstractSlider::SliderSingleStepAdd);
    case Qt::Key_Home:
        return scroll(verticalScrollBar(), QAbstractSlider::SliderToMinimum);
    case Qt::Key_End:
        return scroll(verticalScrollBar(), QAbstractSlider::SliderToMaximum);
    case Qt::Key_Space:
        // Held, the pointer drags the paper; let go without that, it reads on.
        if (!event->isAutoRepeat()) {
            m_isSpaceHeld = true;
            m_isPanned = false;
            showCursor();
        }
        return;
    default:
        // The others, page keys among them, belong to the pane around it.
        event->ignore();
    }
}

void PageCanvas::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Space || event->isAutoRepeat() || !m_isSpaceHeld) {
        event->ignore();
        return;
    }
    m_isSpaceHeld = false;
    showCursor();
    // A screen further, and over the end to the next page.
    if (!m_isPanned)
        readOn(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
}

// --- by pointer ---

void PageCanvas::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    event->accept();
    // A touchpad turns a step in many small ones; one back begins anew.
    const int turned = event->angleDelta().y();
    m_wheel = (m_wheel > 0) == (turned > 0) ? m_wheel + turned : turned;
    if (std::abs(m_wheel) < kWheelStep)
        return;
    m_wheel = 0;
    m_zoomSpot = event->position().toPoint();
    Q_EMIT zoomStepped(turned > 0 ? 1 : -1);
    m_zoomSpot.reset();
}

void PageCanvas::mousePressEvent(QMouseEvent *event)
{
    const bool drags =
        event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_isSpaceHeld);
    if (!drags && beginSelection(*event, TextLayer::By::Letter))
        return;
    if (!drags)
        return QAbstractScrollArea::mousePressEvent(event);
    m_panFrom = event->position().toPoint();
    m_isPanned = true;
    showCursor();
}

void PageCanvas::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint here = event->position().toPoint();
    if (m_panFrom) {
        const QPoint way = here - *m_panFrom;
        m_panFrom = here;
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - way.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - way.y());
    } else if (m_lens) {
        m_lens = here;
        viewport()->update();
        Q_EMIT magnifierMoved();
    } else {
        followText(here);
    }
}

void PageCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_isSelecting)
        return endSelecting();
    if (!m_panFrom)
        return QAbstractScrollArea::mouseReleaseEvent(event);
    m_panFrom.reset();
    showCursor();
}

void PageCanvas::showCursor()
{
    if (m_panFrom)
        viewport()->setCursor(Qt::ClosedHandCursor);
    else if (m_isSpaceHeld)
        viewport()->setCursor(Qt::OpenHandCursor);
    else if (m_lens)
        viewport()->setCursor(Qt::BlankCursor);
    else if (m_isOverText)
        viewport()->setCursor(Qt::IBeamCursor);
    else
        viewport()->unsetCursor();
}

QRect PageCanvas::lensRect() const
{
    QRect lens(QPoint(0, 0), kLens.boundedTo(viewport()->size()));
    if (m_lens)
        lens.moveCenter(*m_lens);
    return lens;
}

void PageCanvas::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void PageCanvas::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    m_isSpaceHeld = false;
    endSelecting();
    showCursor();
    viewport()->update();
}

} // namespace tawasul

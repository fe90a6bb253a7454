// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/pagecanvas.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QScrollBar>

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr QSizeF kA4(595, 842); ///< points
constexpr double kDotsPerPoint = 96.0 / 72.0;
constexpr int kMargin = space::medium;
constexpr int kWheelStep = 120;

} // namespace

QSize pageSize(QSizeF points, QSize room, PageZoom zoom)
{
    const QSizeF own = (points.isEmpty() ? kA4 : points) * kDotsPerPoint;
    double scale = zoom.percent / 100.0;
    if (zoom.fit != PageZoom::Fit::Free) {
        scale = room.width() / own.width();
        if (zoom.fit == PageZoom::Fit::Page)
            scale = std::min(scale, room.height() / own.height());
    }
    return (own * scale).toSize().expandedTo({1, 1});
}

int shownPercent(QSizeF points, QSize size)
{
    const double own = (points.isEmpty() ? kA4 : points).width() * kDotsPerPoint;
    return qRound(size.width() * 100.0 / own);
}

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
    connect(&m_theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void PageCanvas::setPage(QSizeF points)
{
    m_points = points;
    m_picture = {};
    layOut();
    viewport()->update();
}

void PageCanvas::setPicture(const QImage &picture)
{
    m_picture = picture;
    viewport()->update();
}

void PageCanvas::setZoom(PageZoom zoom)
{
    if (m_zoom == zoom)
        return;
    m_zoom = zoom;
    layOut();
    viewport()->update();
}

int PageCanvas::percent() const
{
    return shownPercent(m_points, m_size);
}

QSize PageCanvas::devicePixels(QSizeF points) const
{
    return (QSizeF(pageSize(points, room(), m_zoom)) * devicePixelRatioF()).toSize();
}

QSize PageCanvas::room() const
{
    return viewport()->size() - QSize(2 * kMargin, 2 * kMargin);
}

void PageCanvas::scrollToTop()
{
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue((horizontalScrollBar()->maximum()) / 2);
}

void PageCanvas::layOut()
{
    const QSize before = m_size;
    m_size = pageSize(m_points, room(), m_zoom);
    const QSize over = m_size - room();
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(m_theme.scaled(iconsize::picture));
    verticalScrollBar()->setRange(0, std::max(0, over.height()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(0, over.width()));
    if (m_size != before)
        Q_EMIT sizeChanged();
}

void PageCanvas::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.canvas);
    painter.drawRoundedRect(viewport()->rect(), radius::control, radius::control);
    QRect page(QPoint(kMargin, kMargin), m_size);
    page.translate(-horizontalScrollBar()->value(), -verticalScrollBar()->value());
    if (m_size.width() < room().width())
        page.moveLeft((viewport()->width() - m_size.width()) / 2);
    if (m_size.height() < room().height())
        page.moveTop((viewport()->height() - m_size.height()) / 2);
    if (m_picture.isNull())
        paintSkeleton(painter, page);
    else
        painter.drawImage(page, m_picture);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens.border, tokens.edge));
    painter.drawRect(QRectF(page).adjusted(-0.5, -0.5, 0.5, 0.5));
    if (hasFocus()) {
        painter.setPen(QPen(tokens.focus, 2));
        painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), radius::control,
                                radius::control);
    }
}

void PageCanvas::paintSkeleton(QPainter &painter, const QRect &page) const
{
    const Tokens &tokens = m_theme.tokens();
    painter.fillRect(page, tokens.surface);
    painter.setBrush(tokens.marks.track);
    painter.setPen(Qt::NoPen);
    // A heading and lines of text, as on most pages.
    constexpr std::array kLines{0.45, 0.0, 0.80, 0.72, 0.78, 0.0, 0.60, 0.76, 0.70, 0.0, 0.80, 0.52};
    const int step = std::max(page.height() / 24, 2);
    int top = page.top() + 2 * step;
    for (const double part : kLines) {
        const int width = qRound(page.width() * part);
        // Pages of this service begin at the right.
        const QRect line(page.right() - page.width() / 10 - width, top, width, step / 2);
        if (width > 0)
            painter.drawRoundedRect(line, radius::small, radius::small);
        top += step;
    }
}

void PageCanvas::resizeEvent(QResizeEvent *)
{
    layOut();
}

void PageCanvas::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Down:
        bar->triggerAction(QAbstractSlider::SliderSingleStepAdd);
        return;
    case Qt::Key_Up:
        bar->triggerAction(QAbstractSlider::SliderSingleStepSub);
        return;
    case Qt::Key_Left:
        horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepSub);
        return;
    case Qt::Key_Right:
        horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepAdd);
        return;
    case Qt::Key_Home:
        bar->setValue(0);
        return;
    case Qt::Key_End:
        bar->setValue(bar->maximum());
        return;
    case Qt::Key_Space:
        // Reads on: a screen further, and over the end to the next page.
        if (event->modifiers().testFlag(Qt::ShiftModifier)) {
            if (bar->value() == 0)
                Q_EMIT pageTurned(-1);
            bar->triggerAction(QAbstractSlider::SliderPageStepSub);
        } else if (bar->value() == bar->maximum()) {
            Q_EMIT pageTurned(1);
        } else {
            bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
        }
        return;
    default:
        // The others, page keys among them, belong to the pane around it.
        event->ignore();
    }
}

void PageCanvas::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    if (std::abs(event->angleDelta().y()) >= kWheelStep)
        Q_EMIT zoomStepped(event->angleDelta().y() > 0 ? 1 : -1);
    event->accept();
}

void PageCanvas::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void PageCanvas::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace tawasul

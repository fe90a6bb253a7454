// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is written on the pages of the canvas: selected by pointer and keyboard, and lit.
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QScrollBar>

#include "ui/documents/documentsearch.h"
#include "ui/documents/pagecanvas.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

// Of 255: letters stay readable under it, on paper and on dark paper.
constexpr int kSelectionInk = 88;
constexpr int kHitInk = 70;
constexpr int kCurrentHitInk = 120;

QRectF scaled(const QRectF &box, QSizeF by)
{
    return {box.x() * by.width(), box.y() * by.height(), box.width() * by.width(),
            box.height() * by.height()};
}

} // namespace

void PageCanvas::leaveText()
{
    m_text.clear();
    m_isSelecting = false;
    m_isOverText = false;
    showCursor();
    tellSelection();
}

void PageCanvas::setText(int page, const PageText &text)
{
    m_text.setText(page, text);
    viewport()->update(); // something of it may be selected already
}

void PageCanvas::selectText(int page, TextRange range)
{
    m_text.select(page, range);
    tellSelection();
}

void PageCanvas::selectPage()
{
    m_text.selectAll(m_current);
    tellSelection();
}

void PageCanvas::tellSelection()
{
    viewport()->update();
    Q_EMIT selectionChanged();
}

// --- where it is seen ---

int PageCanvas::turn(int page) const
{
    return page >= 0 && page < static_cast<int>(m_turns.size()) ? m_turns[static_cast<std::size_t>(page)] : 0;
}

QSizeF PageCanvas::uprightPoints(int page) const
{
    return turnedSize(points(page), turn(page));
}

PageCanvas::TextPoint PageCanvas::textPointAt(QPoint inViewport) const
{
    const Spot spot = spotAt(inViewport);
    const QPointF share = uprightShare(spot.share, turn(spot.page));
    const QSizeF size = uprightPoints(spot.page);
    return {spot.page, {share.x() * size.width(), share.y() * size.height()}};
}

QRectF PageCanvas::placeOf(int page, const QRectF &box) const
{
    const QSizeF size = uprightPoints(page);
    if (size.isEmpty())
        return {};
    const QRectF share = turnedShare(scaled(box, {1 / size.width(), 1 / size.height()}), turn(page));
    const QRectF place = QRectF(m_layout.place(page)).translated(-offset());
    return scaled(share, place.size()).translated(place.topLeft());
}

void PageCanvas::paintMarks(QPainter &painter, int page) const
{
    if (m_problems.contains(page))
        return;
    paintHits(painter, page);
    painter.setPen(Qt::NoPen);
    QColor selected = m_theme.tokens().marks.brand;
    selected.setAlpha(kSelectionInk);
    for (const QRectF &box : m_text.selectedBoxes(page))
        painter.fillRect(placeOf(page, box), selected);
}

void PageCanvas::paintHits(QPainter &painter, int page) const
{
    const std::vector<PageHit> *hits = m_search ? m_search->hitsOn(page) : nullptr;
    if (hits == nullptr)
        return;
    const QRectF seen = viewport()->rect();
    const auto current = m_search->current();
    const QColor mark = m_theme.tokens().marks.warning;
    for (std::size_t index = 0; index < hits->size(); ++index) {
        const bool isCurrent = current && current->page == page && current->hit == static_cast<int>(index);
        QColor ink = mark;
        ink.setAlpha(isCurrent ? kCurrentHitInk : kHitInk);
        for (const QRectF &box : (*hits)[index].boxes) {
            const QRectF place = placeOf(page, box).adjusted(-1, -1, 1, 1);
            if (!place.intersects(seen))
                continue;
            painter.setBrush(ink);
            // Not by colour alone: the current one has an edge.
            painter.setPen(isCurrent ? QPen(mark, 2) : QPen(Qt::NoPen));
            painter.drawRoundedRect(place, 2, 2);
        }
    }
}

void PageCanvas::reveal(int page, const QRectF &box)
{
    const QRectF place = placeOf(page, box);
    const QRectF room = QRectF(viewport()->rect()).adjusted(kPageEdge, kPageEdge, -kPageEdge, -kPageEdge);
    const auto bring = [](QScrollBar *bar, double at, double wanted) {
        bar->setValue(bar->value() + qRound(at - wanted));
    };
    if (place.top() < room.top() || place.bottom() > room.bottom()) // what follows is seen, too
        bring(verticalScrollBar(), place.center().y(), room.top() + room.height() / 3);
    if (place.left() < room.left() || place.right() > room.right())
        bring(horizontalScrollBar(), place.center().x(), room.center().x());
}

// --- by pointer ---

bool PageCanvas::beginSelection(const QMouseEvent &event, TextLayer::By by)
{
    if (event.button() != Qt::LeftButton || m_lens || m_isSpaceHeld)
        return false;
    const TextPoint here = textPointAt(event.position().toPoint());
    if (event.modifiers().testFlag(Qt::ShiftModifier) && m_text.hasSelection())
        m_text.extend(here.page, here.point);
    else if (!m_text.begin(here.page, here.point, by)) {
        m_text.clearSelection();
        tellSelection();
        return false;
    }
    m_isSelecting = true;
    tellSelection();
    return true;
}

void PageCanvas::followText(QPoint inViewport)
{
    const TextPoint here = textPointAt(inViewport);
    if (m_isSelecting) {
        m_text.extend(here.page, here.point);
        tellSelection();
        return;
    }
    const bool isOver = m_text.isOver(here.page, here.point);
    if (std::exchange(m_isOverText, isOver) != isOver)
        showCursor();
}

void PageCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!beginSelection(*event, TextLayer::By::Word))
        QAbstractScrollArea::mouseDoubleClickEvent(event);
}

// --- by keyboard ---

// Shift and the arrows move its end, towards where the arrow points; Esc lets it go.
bool PageCanvas::moveSelection(const QKeyEvent &event)
{
    if (event.key() == Qt::Key_Escape && m_text.hasSelection()) {
        m_text.clearSelection();
        tellSelection();
        return true;
    }
    const bool sideways = event.key() == Qt::Key_Left || event.key() == Qt::Key_Right;
    const PageText *text = m_text.textOf(m_current);
    if (!sideways || !event.modifiers().testFlag(Qt::ShiftModifier) || text == nullptr || text->isEmpty())
        return false;
    if (!m_text.hasSelection())
        m_text.select(m_current, {0, 0});
    const bool onward = (event.key() == Qt::Key_Right) == (m_text.directionAtEnd() == Qt::LeftToRight);
    const bool byWord = event.modifiers().testFlag(Qt::ControlModifier);
    m_text.moveEnd(m_current, onward ? 1 : -1, byWord ? TextLayer::By::Word : TextLayer::By::Letter);
    tellSelection();
    return true;
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is written on the pages of the canvas: selected by pointer and keyboard, and lit.
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QScrollBar>

#include "ui/documents/documentsearch.h"
#include "ui/documents/pagecanvas.h"
#include "ui/documents/pagecanvasaccess.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

// Of 255: letters stay readable under it, on paper and on dark paper.
constexpr int kSelectionInk = 88;
constexpr int kPaleSelectionInk = 150; ///< of a light colour on white paper, which would hardly be seen
constexpr int kHitInk = 70;
constexpr int kCurrentHitInk = 120;
constexpr int kCaretWidth = 2;
/// Of the way that the pointer is beyond the edge; a step is some 30 ms.
constexpr double kScrollShare = 0.25;
constexpr int kLongestScroll = 60;

QRectF scaled(const QRectF &box, QSizeF by)
{
    return {box.x() * by.width(), box.y() * by.height(), box.width() * by.width(),
            box.height() * by.height()};
}

} // namespace

void PageCanvas::leaveText()
{
    m_text.clear();
    endSelecting();
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
    tellAccess(*this);
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
    constexpr int kMiddle = 128;
    const bool isPale = selected.lightness() > kMiddle && !m_light.inverted;
    selected.setAlpha(isPale ? kPaleSelectionInk : kSelectionInk);
    // As a marker does: the ink darkens the paper and leaves the letters, on dark paper the other way round.
    painter.setCompositionMode(m_light.inverted ? QPainter::CompositionMode_Screen
                                                : QPainter::CompositionMode_Multiply);
    for (const QRectF &box : m_text.selectedBoxes(page))
        painter.fillRect(placeOf(page, box), selected);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
}

// Where Shift and the arrows go on from; only whoever has the keyboard needs to know.
void PageCanvas::paintCaret(QPainter &painter) const
{
    const auto caret = hasFocus() ? m_text.caret() : std::nullopt;
    if (!caret || !m_layout.holds(caret->page) || m_problems.contains(caret->page))
        return;
    const QRectF place = placeOf(caret->page, caret->box);
    const bool isUpright = place.width() < place.height();
    const QRectF line = isUpright ? place.adjusted(-kCaretWidth / 2.0, 0, kCaretWidth / 2.0, 0)
                                  : place.adjusted(0, -kCaretWidth / 2.0, 0, kCaretWidth / 2.0);
    // Seen on any paper: dark with a light edge.
    painter.fillRect(line.adjusted(-1, -1, 1, 1), Qt::white);
    painter.fillRect(line, Qt::black);
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
    m_selectedTo = event.position().toPoint();
    tellSelection();
    return true;
}

void PageCanvas::endSelecting()
{
    m_isSelecting = false;
    m_scrolling.stop();
}

// Beyond the edge the last place within it is meant, and the paper moves until the pointer comes back.
void PageCanvas::selectTo(QPoint inViewport)
{
    m_selectedTo = inViewport;
    const QRect room = viewport()->rect();
    const QPoint within(std::clamp(inViewport.x(), room.left(), room.right()),
                        std::clamp(inViewport.y(), room.top(), room.bottom()));
    if (within == inViewport)
        m_scrolling.stop();
    else if (!m_scrolling.isActive())
        m_scrolling.start();
    const TextPoint here = textPointAt(within);
    m_text.extend(here.page, here.point);
    tellSelection();
}

// Faster the further away the pointer is.
void PageCanvas::scrollAlong()
{
    const QRect room = viewport()->rect();
    const auto scroll = [](QScrollBar *bar, int before, int behind) {
        const double way = behind > 0 ? behind : before < 0 ? before : 0;
        const int step = way == 0 ? 0 : int(way * kScrollShare) + (way > 0 ? 1 : -1);
        bar->setValue(bar->value() + std::clamp(step, -kLongestScroll, kLongestScroll));
    };
    scroll(verticalScrollBar(), m_selectedTo.y() - room.top(), m_selectedTo.y() - room.bottom());
    scroll(horizontalScrollBar(), m_selectedTo.x() - room.left(), m_selectedTo.x() - room.right());
    selectTo(m_selectedTo);
}

void PageCanvas::followText(QPoint inViewport)
{
    if (m_isSelecting)
        return selectTo(inViewport);
    const TextPoint here = textPointAt(inViewport);
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

// With Shift the keys that move a caret in any text move the end of what is selected; Esc lets it go.
bool PageCanvas::moveSelection(const QKeyEvent &event)
{
    if (event.key() == Qt::Key_Escape && m_text.hasSelection()) {
        m_text.clearSelection();
        tellSelection();
        return true;
    }
    const PageText *text = m_text.textOf(m_current);
    if (!event.modifiers().testFlag(Qt::ShiftModifier) || text == nullptr || text->isEmpty()
        || !moveEnd(event))
        return false;
    if (const auto caret = m_text.caret())
        reveal(caret->page, caret->box);
    tellSelection();
    return true;
}

// Sideways it goes to where the arrow points, and else in the order of reading.
bool PageCanvas::moveEnd(const QKeyEvent &event)
{
    const bool hasControl = event.modifiers().testFlag(Qt::ControlModifier);
    const int key = event.key();
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        m_text.placeEnd(m_current);
        const bool onward = (key == Qt::Key_Right) == (m_text.directionAtEnd() == Qt::LeftToRight);
        m_text.moveEnd(onward ? 1 : -1, hasControl ? TextLayer::By::Word : TextLayer::By::Letter);
        return true;
    }
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (hasControl) // the next case, in the window around
            return false;
        m_text.placeEnd(m_current);
        m_text.moveEndByLines(key == Qt::Key_Down ? 1 : -1);
        return true;
    case Qt::Key_Home:
    case Qt::Key_End:
        m_text.placeEnd(m_current);
        m_text.moveEndToEdge(key == Qt::Key_End ? 1 : -1,
                             hasControl ? TextLayer::Edge::Page : TextLayer::Edge::Line);
        return true;
    default:
        return false;
    }
}

} // namespace tawasul

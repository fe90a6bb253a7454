// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/chart.h"

#include "models/arabic/tooltip.h"

#include <QtGui/QAccessible>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QHelpEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QAccessibleWidget>
#include <QtWidgets/QStyle>
#include <QtWidgets/QToolTip>

#include "ui/shared/elidedtext.h"
#include "ui/shared/rawtext.h"
#include "ui/theme/metrics.h"

#include <algorithm>
#include <cstdlib>

namespace tawasul {

namespace {

constexpr int kFocus = 2;
constexpr int kSwatch = 10;

// Without an interface of its own a painted widget is a nameless filler to a screen reader.
QAccessibleInterface *chartInterface(const QString &, QObject *object)
{
    auto *chart = qobject_cast<Chart *>(object);
    return chart ? new QAccessibleWidget(chart, QAccessible::Chart) : nullptr;
}

void tellAccessibility()
{
    static const bool told = [] {
        QAccessible::installFactory(&chartInterface);
        return true;
    }();
    std::ignore = told;
}

} // namespace

Chart::Chart(const Theme &theme, const BoardWords &words, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_words(words)
{
    tellAccessibility();
    setAccessibleName(rawText(name));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    connect(&m_theme, &Theme::changed, this, &Chart::refresh);
}

void Chart::refresh()
{
    // The mark of the same row and column stays current, whatever it counts now.
    const int row = m_current >= 0 ? m_marks[static_cast<std::size_t>(m_current)].row : 0;
    const int column = m_current >= 0 ? m_marks[static_cast<std::size_t>(m_current)].column : 0;
    m_marks = layOut();
    m_hovered = -1;
    const auto same = std::find_if(m_marks.begin(), m_marks.end(), [&](const ChartMark &mark) {
        return mark.row == row && mark.column >= column;
    });
    m_current = m_marks.empty() ? -1 : same == m_marks.end() ? 0 : static_cast<int>(same - m_marks.begin());
    describe();
    update();
}

QRect Chart::turned(const QRect &asIfLeftToRight) const
{
    return QStyle::visualRect(layoutDirection(), rect(), asIfLeftToRight);
}

QRect Chart::placeOf(int mark) const
{
    return turned(m_marks.at(static_cast<std::size_t>(mark)).area);
}

// Around the mark, and whole also where the mark reaches the edge.
QRectF Chart::ringOf(int mark) const
{
    const QRectF around = QRectF(placeOf(mark)).adjusted(-kFocus, -kFocus, kFocus, kFocus);
    return around.intersected(QRectF(rect()).adjusted(1, 1, -1, -1));
}

int Chart::markAt(const QPoint &place) const
{
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        if (turned(m_marks[i].area).contains(place))
            return static_cast<int>(i);
    }
    return -1;
}

void Chart::setCurrent(int mark)
{
    if (mark < 0 || mark >= static_cast<int>(m_marks.size()))
        return;
    m_current = mark;
    describe();
    update();
    Q_EMIT currentMoved(placeOf(mark));
}

// A screen reader hears the mark that the keyboard came to.
void Chart::describe()
{
    const QString words =
        m_current >= 0 ? rawText(m_marks[static_cast<std::size_t>(m_current)].words) : QString();
    if (words == accessibleDescription())
        return;
    setAccessibleDescription(words);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

// --- keyboard and mouse
// -------------------------------------------------------------------------------------

// Along a row to its next mark, or to the mark of another row that stands nearest to this one.
int Chart::step(int rows, int columns) const
{
    const ChartMark &from = m_marks[static_cast<std::size_t>(m_current)];
    if (columns != 0) {
        const int next = m_current + columns;
        const bool is = next >= 0 && next < static_cast<int>(m_marks.size())
            && m_marks[static_cast<std::size_t>(next)].row == from.row;
        return is ? next : m_current;
    }
    const int last = m_marks.back().row;
    for (int row = from.row + rows; row >= 0 && row <= last; row += rows) {
        int best = -1;
        for (std::size_t i = 0; i < m_marks.size(); ++i) {
            if (m_marks[i].row != row)
                continue;
            const auto far = [&](std::size_t mark) { return std::abs(m_marks[mark].column - from.column); };
            if (best < 0 || far(i) < far(static_cast<std::size_t>(best)))
                best = static_cast<int>(i);
        }
        if (best >= 0)
            return best;
    }
    return m_current;
}

void Chart::keyPressEvent(QKeyEvent *event)
{
    if (m_current < 0)
        return QWidget::keyPressEvent(event);
    m_byKeyboard = true;
    const int along = isRightToLeft() ? -1 : 1;
    const bool whole = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Up:
        return setCurrent(step(-1, 0));
    case Qt::Key_Down:
        return setCurrent(step(1, 0));
    case Qt::Key_Right:
        return setCurrent(step(0, along));
    case Qt::Key_Left:
        return setCurrent(step(0, -along));
    case Qt::Key_Home:
    case Qt::Key_End: {
        const bool home = event->key() == Qt::Key_Home;
        int mark = home ? 0 : static_cast<int>(m_marks.size()) - 1;
        if (!whole) {
            for (mark = m_current; step(0, home ? -1 : 1) != m_current;)
                m_current = mark = step(0, home ? -1 : 1);
        }
        return setCurrent(mark);
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (event->modifiers() & ~Qt::KeypadModifier)
            break;
        return choose(m_current);
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void Chart::choose(int mark)
{
    if (mark < 0)
        return;
    // A copy: whoever hears of it may lay everything out anew.
    const ChartMark chosen = m_marks[static_cast<std::size_t>(mark)];
    if (chosen.question)
        Q_EMIT asked(*chosen.question);
    else
        Q_EMIT menuAsked(chosen.row, mapToGlobal(placeOf(mark).bottomLeft()));
}

void Chart::hover(int mark)
{
    if (mark == m_hovered)
        return;
    m_hovered = mark;
    setCursor(mark >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void Chart::mouseMoveEvent(QMouseEvent *event)
{
    hover(markAt(event->position().toPoint()));
}

void Chart::mousePressEvent(QMouseEvent *event)
{
    m_byKeyboard = false;
    if (const int mark = markAt(event->position().toPoint()); mark >= 0)
        setCurrent(mark);
}

void Chart::mouseReleaseEvent(QMouseEvent *event)
{
    const int mark = markAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && mark >= 0 && mark == m_current)
        choose(mark);
}

void Chart::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    hover(-1);
}

void Chart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_byKeyboard = event->reason() != Qt::MouseFocusReason;
    update();
}

void Chart::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKeys = event->reason() == QContextMenuEvent::Keyboard;
    const int mark = byKeys ? m_current : markAt(event->pos());
    if (mark >= 0)
        Q_EMIT menuAsked(m_marks[static_cast<std::size_t>(mark)].row,
                         byKeys ? mapToGlobal(placeOf(mark).bottomLeft()) : event->globalPos());
}

bool Chart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto *help = static_cast<QHelpEvent *>(event);
    const int mark = markAt(help->pos());
    if (mark < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), plainTooltip(m_marks[static_cast<std::size_t>(mark)].words),
                           this, placeOf(mark));
    return true;
}

// --- painting
// -----------------------------------------------------------------------------------------------

void Chart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    refresh();
}

void Chart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        refresh();
}

void Chart::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(layoutDirection());
    paintChart(painter, event->rect());
    const Tokens &tokens = m_theme.tokens();
    painter.setBrush(Qt::NoBrush);
    const auto ring = [&](int mark, const QColor &color, int width) {
        painter.setPen(QPen(color, width));
        painter.drawRoundedRect(ringOf(mark), radius::small, radius::small);
    };
    if (m_hovered >= 0)
        ring(m_hovered, tokens.controlBorder, 1);
    if (hasFocus() && m_byKeyboard && m_current >= 0)
        ring(m_current, tokens.focus, kFocus);
}

void Chart::drawLine(QPainter &painter, const QRect &room, TextRole role, const QColor &color,
                     const QString &text, Qt::Alignment at) const
{
    const QFont font = m_theme.font(role);
    painter.setFont(font);
    painter.setPen(color);
    // Absolute: Qt would turn it by the text's own direction.
    const Qt::Alignment edge = at == Qt::AlignLeading ? startEdge(layoutDirection())
        : at == Qt::AlignTrailing
        ? startEdge(layoutDirection() == Qt::RightToLeft ? Qt::LeftToRight : Qt::RightToLeft)
        : at;
    painter.drawText(turned(room), static_cast<int>(edge | Qt::AlignVCenter) | Qt::TextSingleLine,
                     elidedText(QFontMetrics(font), text, Qt::ElideRight, room.width()));
}

void Chart::fill(QPainter &painter, const QRect &area, const QColor &color, Qt::BrushStyle pattern) const
{
    const QRectF place = turned(area);
    const bool isHighContrast = m_theme.tokens().edge > 1;
    painter.setPen(isHighContrast ? QPen(color, 1) : QPen(Qt::NoPen));
    painter.setBrush(QBrush(color, isHighContrast ? pattern : Qt::SolidPattern));
    painter.drawRoundedRect(place, 3, 3);
}

QColor standingColor(const Tokens &tokens, Standing standing)
{
    switch (standing) {
    case Standing::Overdue:
        return tokens.marks.danger;
    case Standing::Today:
        return tokens.marks.warning;
    case Standing::OnTrack:
        return tokens.marks.brand;
    case Standing::Waiting:
        break;
    }
    return tokens.marks.neutral;
}

Qt::BrushStyle standingPattern(Standing standing)
{
    switch (standing) {
    case Standing::Overdue:
        return Qt::SolidPattern;
    case Standing::Today:
        return Qt::BDiagPattern;
    case Standing::OnTrack:
        return Qt::NoBrush;
    case Standing::Waiting:
        break;
    }
    return Qt::Dense5Pattern;
}

// --- the legend and the scroll area
// -------------------------------------------------------------------------

ChartLegend::ChartLegend(const Theme &theme, std::vector<Entry> entries, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_entries(std::move(entries))
{
    QStringList words;
    for (const Entry &entry : m_entries)
        words.append(rawText(entry.word));
    setAccessibleName(words.join(QStringLiteral(", ")));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, &QWidget::updateGeometry);
}

QSize ChartLegend::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(TextRole::Secondary));
    int width = 0;
    for (const Entry &entry : m_entries)
        width += kSwatch + space::small + metrics.horizontalAdvance(entry.word) + space::wide;
    return {width, metrics.height()};
}

void ChartLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(TextRole::Secondary));
    const QFontMetrics metrics(painter.font());
    const bool isHighContrast = m_theme.tokens().edge > 1;
    int x = 0;
    for (const Entry &entry : m_entries) {
        const QColor color = entry.color(m_theme.tokens());
        const auto place = [this](const QRect &room) {
            return QStyle::visualRect(layoutDirection(), rect(), room);
        };
        painter.setPen(isHighContrast ? QPen(color, 1) : QPen(Qt::NoPen));
        painter.setBrush(QBrush(color, isHighContrast ? entry.pattern : Qt::SolidPattern));
        painter.drawRoundedRect(place({x, (height() - kSwatch) / 2, kSwatch, kSwatch}), 3, 3);
        x += kSwatch + space::small;
        const int wide = metrics.horizontalAdvance(entry.word) + 2;
        painter.setPen(m_theme.tokens().text2);
        painter.drawText(place({x, 0, wide, height()}), startLine(layoutDirection()), entry.word);
        x += wide + space::wide;
    }
}

ChartScroll::ChartScroll(Chart *chart, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(chart);
    connect(chart, &Chart::currentMoved, this, [this](const QRect &place) {
        ensureVisible(place.center().x(), place.center().y(), 0, place.height() / 2 + space::wide);
    });
}

void ChartScroll::setHeading(QWidget *heading)
{
    m_heading = heading;
    heading->setParent(this);
    setViewportMargins(0, heading->sizeHint().height(), 0, 0);
    placeHeading();
}

void ChartScroll::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    placeHeading();
}

void ChartScroll::placeHeading()
{
    if (!m_heading)
        return;
    const int height = m_heading->sizeHint().height();
    if (viewportMargins().top() != height)
        setViewportMargins(0, height, 0, 0);
    m_heading->setGeometry(viewport()->x(), viewport()->y() - height, viewport()->width(), height);
    m_heading->show();
}

} // namespace tawasul

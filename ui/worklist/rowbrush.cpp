// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worklist/rowbrush.h"

#include <QtGui/QPainter>
#include <QtGui/QTextLayout>
#include <QtWidgets/QStyle>

#include "models/arabic/highlight.h"
#include "ui/shared/elidedtext.h"
#include "ui/theme/metrics.h"

namespace tawasul {

RowFonts::RowFonts(const Theme &theme)
    : main(theme.font(TextRole::TableMain))
    , value(theme.font(TextRole::Value))
    , remaining(theme.font(TextRole::Secondary))
    , secondary(theme.font(TextRole::Secondary))
    , caption(theme.font(TextRole::Caption))
{
    // Marks and reasons are read, not scanned: the caption's size without its weight.
    caption.setWeight(QFont::Medium);
    // A step smaller than a value: with the bar under it the cell holds three lines.
    remaining.setWeight(QFont::DemiBold);
}

RowBrush::RowBrush(QPainter &painter, const Theme &theme, const QRect &cell, Qt::LayoutDirection direction)
    : m_painter(painter)
    , m_theme(theme)
    , m_cell(cell)
    , m_direction(direction)
{
    m_painter.setLayoutDirection(direction);
}

QRect RowBrush::turned(const QRect &rect) const
{
    return QStyle::visualRect(m_direction, m_cell, rect);
}

int RowBrush::iconSide() const
{
    return m_theme.scaled(iconsize::small);
}

int RowBrush::line(const QRect &room, const QFont &font, const QColor &color, const QString &text,
                   Qt::TextElideMode elide) const
{
    if (room.width() <= 0 || text.isEmpty())
        return 0;
    const QFontMetrics metrics(font);
    const QString shown = elidedText(metrics, text, elide, room.width());
    m_painter.setFont(font);
    m_painter.setPen(color);
    m_painter.drawText(turned(room), startLine(m_direction), shown);
    return std::min(metrics.horizontalAdvance(shown) + 1, room.width());
}

int RowBrush::line(const QRect &room, const QFont &font, const QColor &color, const QString &text,
                   const QStringList &terms) const
{
    const QFontMetrics metrics(font);
    const QString shown = elidedText(metrics, text, Qt::ElideRight, room.width());
    const std::vector<TextRange> found =
        terms.isEmpty() ? std::vector<TextRange>() : matchesOf(terms, shown, MatchAt::Anywhere);
    if (found.empty())
        return line(room, font, color, text);

    QList<QTextLayout::FormatRange> marked;
    for (const TextRange &range : found) {
        // Colours only: another weight would split words into runs and break the joining of letters.
        QTextCharFormat format;
        format.setForeground(m_theme.tokens().tone(Tone::Warning).text);
        format.setBackground(m_theme.tokens().tone(Tone::Warning).border);
        if (m_theme.tokens().edge > 1) {
            format.setForeground(m_theme.tokens().surface);
            format.setBackground(m_theme.tokens().tone(Tone::Warning).text);
        } else if (m_theme.tokens().dark) {
            format.setForeground(m_theme.tokens().text);
        }
        marked.append({static_cast<int>(range.begin), static_cast<int>(range.end - range.begin), format});
    }
    QTextLayout layout(shown, font);
    QTextOption option(startEdge(m_direction));
    option.setTextDirection(m_direction);
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.setFormats(marked);
    layout.beginLayout();
    QTextLine only = layout.createLine();
    only.setLineWidth(room.width());
    layout.endLayout();
    m_painter.setPen(color);
    const QRect place = turned(room);
    layout.draw(&m_painter, {qreal(place.left()), place.top() + (place.height() - only.height()) / 2});
    return std::min(metrics.horizontalAdvance(shown) + 1, room.width());
}

void RowBrush::icon(const QRect &room, Icon icon, const QColor &color) const
{
    const int side = iconSide();
    QRect place(room.left(), room.top() + (room.height() - side) / 2, side, side);
    m_painter.drawPixmap(
        turned(place),
        m_theme.pixmap(icon, color, side, m_painter.device()->devicePixelRatioF(), m_direction));
}

int RowBrush::markWidth(const QFont &font, const ChipLook &look) const
{
    return (look.icon ? iconSide() + space::tiny : 0) + QFontMetrics(font).horizontalAdvance(look.word) + 1;
}

int RowBrush::mark(const QRect &room, const QFont &font, const ChipLook &look) const
{
    if (!look.icon || markWidth(font, look) <= room.width())
        return word(room, font, look);
    if (room.width() < iconSide())
        return 0;
    // Half a word says less than the icon alone.
    icon(room, *look.icon, m_theme.tokens().tone(look.tone).text);
    return iconSide();
}

int RowBrush::word(const QRect &room, const QFont &font, const ChipLook &look) const
{
    const QColor color = m_theme.tokens().tone(look.tone).text;
    int used = 0;
    if (look.icon) {
        icon(room, *look.icon, color);
        used = iconSide() + space::tiny;
    }
    return used + line(room.adjusted(used, 0, 0, 0), font, color, look.word);
}

void RowBrush::chip(const QRect &room, const ChipLook &look) const
{
    paintChip(m_painter, turned(room), look, m_theme, m_direction);
}

void RowBrush::bar(const QRect &room, double part, const QColor &color) const
{
    constexpr qreal kRound = space::hair;
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.tokens().marks.track);
    m_painter.drawRoundedRect(turned(room), kRound, kRound);
    QRect filled = room;
    // Never less than its own height, so that something begun is seen as begun.
    filled.setWidth(std::max(room.height(), qRound(room.width() * part)));
    m_painter.setBrush(color);
    m_painter.drawRoundedRect(turned(filled), kRound, kRound);
    m_painter.restore();
}

} // namespace tawasul

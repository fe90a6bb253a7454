// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRect>
#include <QtCore/QStringList>
#include <QtGui/QFont>

#include "ui/shared/chippaint.h"
#include "ui/theme/theme.h"

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace tawasul {

/// The fonts of a row, made once and not for every cell.
struct RowFonts
{
    QFont main;
    QFont value;
    QFont remaining;
    QFont secondary;
    QFont caption;

    explicit RowFonts(const Theme &theme);
};

/// Paints lines and icons in one cell. Every rectangle is given as if the layout ran left to right and is
/// turned inside the cell, so that one path draws both languages.
class RowBrush
{
public:
    RowBrush(QPainter &painter, const Theme &theme, const QRect &cell, Qt::LayoutDirection direction);

    /// One line at the start edge, shortened when it is too long. Answers the width it took.
    int line(const QRect &room, const QFont &font, const QColor &color, const QString &text,
             Qt::TextElideMode elide = Qt::ElideRight) const;
    /// The same with the found stretches marked.
    int line(const QRect &room, const QFont &font, const QColor &color, const QString &text,
             const QStringList &terms) const;
    void icon(const QRect &room, Icon icon, const QColor &color) const;
    /// A word with its icon, without a chip around it: marks. Answers the width it took, 0 when the room was
    /// too small for the icon.
    int mark(const QRect &room, const QFont &font, const ChipLook &look) const;
    /// The same, and a word that is too long is shortened: for what must be read.
    int word(const QRect &room, const QFont &font, const ChipLook &look) const;
    [[nodiscard]] int markWidth(const QFont &font, const ChipLook &look) const;
    void chip(const QRect &room, const ChipLook &look) const;
    /// A bar of 4 px, filled from the start edge.
    void bar(const QRect &room, double part, const QColor &color) const;

    [[nodiscard]] int iconSide() const;

private:
    [[nodiscard]] QRect turned(const QRect &rect) const;

    QPainter &m_painter;
    const Theme &m_theme;
    QRect m_cell;
    Qt::LayoutDirection m_direction;
};

} // namespace tawasul

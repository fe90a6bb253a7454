// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/twolinedelegate.h"

#include <QtGui/QPainter>

#include "ui/shared/rowtable.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

TwoLineDelegate::TwoLineDelegate(const Theme &theme, RowTable &table)
    : QStyledItemDelegate(&table)
    , m_theme(theme)
    , m_table(table)
{
}

// Rows and columns have their sizes from the table.
QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return option.rect.size();
}

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    paintRowGround(*painter, m_theme, option, index, m_table.hoveredRow());
    const RowBrush brush(*painter, m_theme, option.rect, option.direction);
    const RowFonts fonts(m_theme);
    const QRect whole = option.rect.adjusted(kPadding, space::tiny, -kPadding, -space::tiny);
    const QRect above(whole.left(), whole.top(), whole.width(), whole.height() / 2);
    paintCell({brush, fonts, m_theme.tokens(), whole, above, above.translated(0, above.height())}, index);
    painter->restore();
}

} // namespace tawasul

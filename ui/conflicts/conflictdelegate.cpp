// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/conflictdelegate.h"

#include <QtGui/QPainter>

#include "ui/shared/rowtable.h"
#include "ui/theme/metrics.h"

namespace tawasul {

ConflictDelegate::ConflictDelegate(const Theme &theme, const OutboxModel &model, const OutboxWords &words,
                                   RowTable &table)
    : QStyledItemDelegate(&table)
    , m_theme(theme)
    , m_model(model)
    , m_words(words)
    , m_table(table)
    , m_fonts(theme)
{
}

QSize ConflictDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return option.rect.size(); // rows and columns are sized by the view
}

void ConflictDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    painter->save();
    paintRowGround(*painter, m_theme, option, index, m_table.hoveredRow());
    const RowBrush brush(*painter, m_theme, option.rect, option.direction);
    const Tokens &tokens = m_theme.tokens();
    const OutboxItem &item = m_model.itemAt(index.row());
    const OutboxStanding &standing = m_model.standingAt(index.row());
    const auto shown = [&](OutboxColumn column) {
        return m_words.shown(item, standing, column, m_model.now());
    };
    // Inside a cell, as if left to right.
    const QRect cell = option.rect.adjusted(space::wide, 0, -space::wide, 0);
    const int upper = QFontMetrics(m_fonts.main).height();
    const int lower = QFontMetrics(m_fonts.secondary).height();
    const int top = cell.top() + (cell.height() - 1 - upper - lower) / 2;
    const QRect first(cell.left(), top, cell.width(), upper);
    const QRect second(cell.left(), top + upper, cell.width(), lower);
    // The end of each line is short and never cut; what stands at its start gives way.
    const auto atEnd = [](const QRect &line, int width) {
        return QRect(line.right() + 1 - width, line.top(), width, line.height());
    };
    const QString since = shown(OutboxColumn::Since);
    const int sinceWidth = QFontMetrics(m_fonts.secondary).horizontalAdvance(since) + 1;
    brush.line(atEnd(first, sinceWidth), m_fonts.secondary, tokens.text3, since);
    brush.line(first.adjusted(0, 0, -sinceWidth - space::snug, 0), m_fonts.main, tokens.text,
               shown(OutboxColumn::Act));
    const ChipLook look = OutboxWords::stateLook(standing.hold);
    const int markWidth = brush.markWidth(m_fonts.caption, look);
    brush.mark(atEnd(second, markWidth), m_fonts.caption, look);
    brush.line(second.adjusted(0, 0, -markWidth - space::snug, 0), m_fonts.secondary, tokens.text2,
               shown(OutboxColumn::Case), Qt::ElideMiddle);
    painter->restore();
}

} // namespace tawasul

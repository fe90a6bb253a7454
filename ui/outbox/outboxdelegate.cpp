// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/outboxdelegate.h"

#include <QtGui/QPainter>
#include <QtGui/QTextLayout>

#include "models/arabic/dateformat.h"
#include "ui/shared/casewords.h"
#include "ui/shared/rowtable.h"
#include "ui/theme/metrics.h"

namespace tawasul {

namespace {

constexpr int kPadding = space::wide;
constexpr int kReasonLetters = 34; ///< of a reason in two lines
constexpr int kNumberDigits = 11;

constexpr std::array kActs{ActType::Start,  ActType::Note,     ActType::Complete, ActType::Return,
                           ActType::Reject, ActType::Transfer, ActType::Escalate, ActType::Reopen};

} // namespace

OutboxDelegate::OutboxDelegate(const Theme &theme, const OutboxModel &model, const OutboxWords &words,
                               RowTable &table)
    : QStyledItemDelegate(&table)
    , m_theme(theme)
    , m_model(model)
    , m_words(words)
    , m_table(table)
    , m_fonts(theme)
{
}

int OutboxDelegate::widthOf(OutboxColumn column) const
{
    const auto advance = [](const QFont &font, const QString &text) {
        return QFontMetrics(font).horizontalAdvance(text) + 1;
    };
    int widest = advance(m_theme.font(TextRole::Caption), m_words.header(column));
    switch (column) {
    case OutboxColumn::Act:
        for (const ActType act : kActs)
            widest = std::max(widest, advance(m_fonts.main, actWord(act)));
        break;
    case OutboxColumn::Case:
        widest = std::max(widest, advance(m_fonts.value, QString(kNumberDigits, u'0')));
        break;
    case OutboxColumn::Since:
    case OutboxColumn::NextTry: {
        const QString day = shortDate(QDate(2000, 10, 10), m_words.locale());
        const QString time = timeOfDay(QTime(20, 0), m_words.locale());
        // The next try is hardly ever on another day.
        const QString longest = column == OutboxColumn::Since ? QString(day % u' ' % time) : time;
        widest = std::max(widest, advance(m_fonts.secondary, longest));
        break;
    }
    case OutboxColumn::State:
        for (int hold = 0; hold <= static_cast<int>(OutboxHold::Due); ++hold)
            widest = std::max(
                widest, chipSize(OutboxWords::stateLook(static_cast<OutboxHold>(hold)), m_theme).width());
        break;
    case OutboxColumn::Tries:
        break;
    case OutboxColumn::Why:
        widest = std::max(widest, QFontMetrics(m_fonts.secondary).averageCharWidth() * kReasonLetters);
        break;
    }
    return widest + 2 * kPadding;
}

QSize OutboxDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return option.rect.size(); // rows and columns are sized by the view
}

void OutboxDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    painter->save();
    paintRowGround(*painter, m_theme, option, index, m_table.hoveredRow());
    const RowBrush brush(*painter, m_theme, option.rect, option.direction);
    // Inside a cell, as if left to right.
    const QRect cell = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    const Tokens &tokens = m_theme.tokens();
    const auto column = static_cast<OutboxColumn>(index.column());
    const OutboxStanding &standing = m_model.standingAt(index.row());
    const QString text = m_words.shown(m_model.itemAt(index.row()), standing, column, m_model.now());
    switch (column) {
    case OutboxColumn::Act:
        brush.line(cell, m_fonts.main, tokens.text, text);
        break;
    case OutboxColumn::Case:
        brush.line(cell, m_fonts.value, tokens.text, text, Qt::ElideMiddle);
        break;
    case OutboxColumn::State:
        brush.chip(cell, OutboxWords::stateLook(standing.hold));
        break;
    case OutboxColumn::Since:
    case OutboxColumn::Tries:
    case OutboxColumn::NextTry:
        brush.line(cell, m_fonts.secondary, tokens.text2, text);
        break;
    case OutboxColumn::Why:
        paintWhy(*painter, option, text, tokens.text2);
        break;
    }
    painter->restore();
}

// Two lines at most; the rest is in the pane below.
void OutboxDelegate::paintWhy(QPainter &painter, const QStyleOptionViewItem &option, const QString &text,
                              const QColor &color) const
{
    const QRect room = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    const QFontMetrics metrics(m_fonts.secondary);
    QTextLayout layout(text, m_fonts.secondary);
    QTextOption way(startEdge(option.direction));
    way.setTextDirection(option.direction);
    layout.setTextOption(way);
    layout.beginLayout();
    QTextLine first = layout.createLine();
    first.setLineWidth(room.width());
    layout.endLayout();
    const QString head = text.left(first.textLength()).trimmed();
    const QString rest =
        metrics.elidedText(text.mid(first.textLength()).trimmed(), Qt::ElideRight, room.width());
    const int lines = rest.isEmpty() ? 1 : 2;
    const int top = room.top() + (room.height() - 1 - lines * metrics.height()) / 2;
    painter.setFont(m_fonts.secondary);
    painter.setPen(color);
    const QRect line(room.left(), top, room.width(), metrics.height());
    painter.drawText(line, startLine(option.direction), head);
    painter.drawText(line.translated(0, metrics.height()), startLine(option.direction), rest);
}

} // namespace tawasul

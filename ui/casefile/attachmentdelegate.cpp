// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casefile/attachmentdelegate.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

#include "ui/shared/chippaint.h"
#include "ui/shared/elidedtext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr int kBar = 3; ///< marks the file that is shown

}

AttachmentDelegate::AttachmentDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize AttachmentDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, m_theme.scaled(kRowHeight)};
}

void AttachmentDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option) const
{
    const Tokens &tokens = m_theme.tokens();
    const QRectF room = QRectF(option.rect).adjusted(1, 1, -1, -1);
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    painter.setPen(Qt::NoPen);
    if (chosen || option.state.testFlag(QStyle::State_MouseOver)) {
        painter.setBrush(chosen ? tokens.selected : tokens.hover);
        painter.drawRoundedRect(room, radius::control, radius::control);
    }
    if (chosen) {
        const QRect bar(option.rect.left() + 1, option.rect.top() + space::snug, kBar,
                        option.rect.height() - 2 * space::snug);
        painter.setBrush(tokens.ink);
        painter.drawRoundedRect(QStyle::visualRect(option.direction, option.rect, bar), 1, 1);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(QPen(tokens.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(room, radius::control, radius::control);
    }
}

void AttachmentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const Tokens &tokens = m_theme.tokens();
    const auto visual = [&](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(option.direction);
    paintGround(*painter, option);

    const QRect room = option.rect.adjusted(space::medium, space::tiny, -space::medium, -space::tiny);
    const int side = m_theme.scaled(iconsize::large);
    const QRect icon(room.left(), room.top() + (room.height() - side) / 2, side, side);
    const auto ratio = painter->device()->devicePixelRatioF();
    const bool deceptive = index.data(Deceptive).toBool();
    const Icon glyph = deceptive ? Icon::AlertTriangle : static_cast<Icon>(index.data(Glyph).toInt());
    const QColor ink = deceptive ? tokens.tone(Tone::Warning).text : tokens.text3;
    painter->drawPixmap(visual(icon), m_theme.pixmap(glyph, ink, side, ratio, option.direction));

    QRect words(QPoint(icon.right() + space::medium, room.top()), room.bottomRight());
    const QString badge = index.data(Badge).toString();
    if (!badge.isEmpty()) {
        const ChipLook chip{badge, std::nullopt, deceptive ? Tone::Warning : Tone::Neutral};
        const int width = chipSize(chip, m_theme).width();
        const QRect place(words.right() - width + 1, words.top(), width, words.height());
        paintChip(*painter, visual(place), chip, m_theme, option.direction);
        words.setRight(place.left() - space::snug);
    }
    QRect first = words;
    first.setHeight(words.height() / 2);
    QRect second = words;
    second.setTop(first.bottom() + 1);
    const auto line = [&](const QRect &place, TextRole role, const QColor &color, const QString &text,
                          Qt::TextElideMode mode) {
        const QFont font = m_theme.font(role);
        painter->setFont(font);
        painter->setPen(color);
        painter->drawText(visual(place), startLine(option.direction),
                          elidedText(QFontMetrics(font), text, mode, place.width()));
    };
    line(first, TextRole::Value, tokens.text, index.data(Qt::DisplayRole).toString(), Qt::ElideMiddle);
    line(second, TextRole::Secondary, tokens.text2, index.data(Details).toString(), Qt::ElideRight);
    painter->restore();
}

} // namespace tawasul

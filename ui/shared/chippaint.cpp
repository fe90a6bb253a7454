// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/chippaint.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyle>

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr int kInset = 10;

int wordStart(const ChipLook &look, const Theme &theme)
{
    return look.icon ? kInset + theme.scaled(iconsize::small) + space::small : kInset;
}

} // namespace

QSize chipSize(const ChipLook &look, const Theme &theme)
{
    const QFontMetrics metrics(theme.font(TextRole::Caption));
    // One pixel more: rounding of the advance must not bring an ellipsis.
    return {wordStart(look, theme) + metrics.horizontalAdvance(look.word) + 1 + kInset,
            theme.scaled(height::chip)};
}

void paintChip(QPainter &painter, const QRect &room, const ChipLook &look, const Theme &theme,
               Qt::LayoutDirection direction)
{
    const Tokens &tokens = theme.tokens();
    const ToneColors &colors = tokens.tone(look.tone);
    const QSize wanted = chipSize(look, theme);
    // Every rectangle is computed as if left to right and then mirrored, so one path draws both languages.
    QRect chip(room.topLeft(),
               QSize(std::min(wanted.width(), room.width()), std::min(wanted.height(), room.height())));
    chip.moveTop(room.top() + (room.height() - chip.height()) / 2);
    const auto visual = [&](const QRect &rect) { return QStyle::visualRect(direction, room, rect); };

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(direction);
    const qreal edge = tokens.edge;
    const QRectF outline = QRectF(visual(chip)).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2);
    painter.setPen(QPen(colors.border, edge));
    painter.setBrush(colors.background);
    painter.drawRoundedRect(outline, outline.height() / 2, outline.height() / 2);

    if (look.icon) {
        const int side = theme.scaled(iconsize::small);
        QRect mark(chip.left() + kInset, 0, side, side);
        mark.moveTop(chip.top() + (chip.height() - mark.height()) / 2);
        painter.drawPixmap(
            visual(mark),
            theme.pixmap(*look.icon, colors.text, side, painter.device()->devicePixelRatioF(), direction));
    }
    const QRect word = chip.adjusted(wordStart(look, theme), 0, -kInset, 0);
    const QFont font = theme.font(TextRole::Caption);
    painter.setFont(font);
    painter.setPen(colors.text);
    painter.drawText(visual(word), startLine(direction),
                     QFontMetrics(font).elidedText(look.word, Qt::ElideRight, word.width()));
    painter.restore();
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/blanktag.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

namespace {

struct BlankTag
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::BlankTag)
};

} // namespace

QString blankWords()
{
    return BlankTag::tr("Nearly blank");
}

QRect blankTagRect(const Theme &theme, const QRect &page, Qt::LayoutDirection direction)
{
    const QFontMetrics metrics(theme.font(TextRole::Caption));
    QRect tag(0, 0, metrics.horizontalAdvance(blankWords()) + 2 * space::snug,
              metrics.height() + 2 * space::hair);
    tag.moveTop(page.top() + space::snug);
    if (direction == Qt::RightToLeft)
        tag.moveRight(page.right() - space::snug);
    else
        tag.moveLeft(page.left() + space::snug);
    return tag;
}

void paintBlankTag(QPainter &painter, const Theme &theme, const QRect &tag)
{
    const ToneColors &colors = theme.tokens().tone(Tone::Neutral);
    painter.setPen(QPen(colors.border, theme.tokens().edge));
    painter.setBrush(colors.background);
    painter.drawRoundedRect(QRectF(tag).adjusted(0.5, 0.5, -0.5, -0.5), tag.height() / 2.0,
                            tag.height() / 2.0);
    painter.setFont(theme.font(TextRole::Caption));
    painter.setPen(colors.text);
    painter.drawText(tag, Qt::AlignCenter | Qt::TextSingleLine, blankWords());
}

} // namespace tawasul

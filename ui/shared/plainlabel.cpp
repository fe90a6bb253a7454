// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/plainlabel.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtGui/QTextLayout>

#include "ui/shared/rawtext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/stylesheet.h"

namespace tawasul {

namespace {

// Breaks the text into lines of that width and returns their height.
qreal lineUp(QTextLayout &layout, qreal width)
{
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    return height;
}

} // namespace

PlainLabel::PlainLabel(TextRole role, const QString &text, QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setProperty("textRole", QString::fromLatin1(textStep(role).name));
    align();
    setText(text);
}

void PlainLabel::setText(const QString &text)
{
    QLabel::setText(text);
    setAccessibleName(rawText(text));
}

void PlainLabel::setTone(std::optional<Tone> tone)
{
    setStyleProperty(*this, "tone", tone ? QVariant(styleName(*tone)) : QVariant());
}

void PlainLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        align();
}

void PlainLabel::paintEvent(QPaintEvent *event)
{
    const bool selectable = textInteractionFlags().testFlag(Qt::TextSelectableByMouse);
    if (!wordWrap() || selectable) {
        QLabel::paintEvent(event);
        return;
    }
    // QLabel counts the space at which a line was broken: lines of Arabic would begin unevenly.
    // A layout knows lines by the separator of Unicode only, and would run them together.
    QTextLayout layout(text().replace(u'\n', QChar::LineSeparator), font());
    QTextOption option(alignment() & Qt::AlignHorizontal_Mask);
    option.setTextDirection(layoutDirection());
    layout.setTextOption(option);
    const QRectF room = contentsRect();
    const qreal height = lineUp(layout, room.width());
    const qreal top =
        room.top() + (alignment().testFlag(Qt::AlignVCenter) ? (room.height() - height) / 2 : 0);
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Normal : QPalette::Disabled, foregroundRole()));
    layout.draw(&painter, {room.left(), std::max(room.top(), top)});
}

void PlainLabel::align()
{
    setAlignment(startEdge(layoutDirection()) | Qt::AlignVCenter);
}

} // namespace tawasul

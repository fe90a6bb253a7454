// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/textarea.h"

#include <QtCore/QEvent>
#include <QtGui/QTextOption>

#include "models/arabic/bidi.h"
#include "ui/theme/metrics.h"
#include "ui/theme/stylesheet.h"

namespace tawasul {

TextArea::TextArea(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    align();
    connect(this, &QPlainTextEdit::textChanged, this, &TextArea::align);
}

void TextArea::setInvalid(bool invalid)
{
    setStyleProperty(*this, "invalid", invalid);
}

void TextArea::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        align();
}

void TextArea::align()
{
    // Without letters the text engine would follow the keyboard's language, or begin at the left.
    const QString text = toPlainText();
    const Qt::LayoutDirection none = Qt::LayoutDirectionAuto;
    const bool hasLetters = paragraphDirection(text, none) != none;
    const Qt::LayoutDirection first = paragraphDirection(text, layoutDirection());
    QTextOption option = document()->defaultTextOption();
    if (option.alignment() == startEdge(first)
        && option.textDirection() == (hasLetters ? none : layoutDirection()))
        return;
    option.setTextDirection(hasLetters ? none : layoutDirection());
    option.setAlignment(startEdge(first));
    document()->setDefaultTextOption(option);
}

} // namespace tawasul

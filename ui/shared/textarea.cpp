// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/textarea.h"

#include <QtCore/QEvent>
#include <QtGui/QTextOption>

#include "ui/theme/metrics.h"
#include "ui/theme/stylesheet.h"

namespace tawasul {

TextArea::TextArea(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    align();
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
    QTextOption option = document()->defaultTextOption();
    option.setTextDirection(layoutDirection());
    option.setAlignment(startEdge(layoutDirection()));
    document()->setDefaultTextOption(option);
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/textfield.h"

#include <QtCore/QEvent>
#include <QtCore/QVariant>

#include "ui/theme/metrics.h"
#include "ui/theme/stylesheet.h"

namespace tawasul {

TextField::TextField(QWidget *parent)
    : QLineEdit(parent)
{
    align();
}

void TextField::setInvalid(bool invalid)
{
    setStyleProperty(*this, "invalid", invalid);
}

bool TextField::isInvalid() const
{
    return property("invalid").toBool();
}

void TextField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        align();
}

void TextField::align()
{
    setAlignment(startEdge(layoutDirection()) | Qt::AlignVCenter);
}

} // namespace tawasul

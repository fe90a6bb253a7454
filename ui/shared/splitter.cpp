// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/splitter.h"

#include <QtCore/QEvent>

#include "ui/theme/metrics.h"

namespace tawasul {

Splitter::Splitter(QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
{
    keepWithin();
}

void Splitter::changeEvent(QEvent *event)
{
    QSplitter::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        keepWithin();
}

void Splitter::keepWithin()
{
    const int tooFar = layoutDirection() == Qt::RightToLeft ? 1 : 0;
    setContentsMargins(margins(tooFar, 0, 0, 0, layoutDirection()));
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/brandmark.h"

#include <QtGui/QPainter>

#include "ui/theme/icons.h"

namespace tawasul {

BrandMark::BrandMark(int side, QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(side, side);
}

void BrandMark::paintEvent(QPaintEvent *)
{
    if (m_drawn.isNull() || m_drawn.devicePixelRatio() != devicePixelRatioF())
        m_drawn = tawasul::brandMark(width(), devicePixelRatioF());
    QPainter(this).drawPixmap(rect(), m_drawn);
}

} // namespace tawasul

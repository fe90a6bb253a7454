// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/statuschip.h"

#include <QtGui/QPainter>

#include "ui/shared/rawtext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

namespace tawasul {

StatusChip::StatusChip(const Theme &theme, const ChipLook &look, QWidget *parent)
    : QLabel(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setLook(look);
    connect(&m_theme, &Theme::changed, this, &QWidget::updateGeometry);
}

void StatusChip::setLook(const ChipLook &look)
{
    m_look = look;
    setTextFormat(Qt::PlainText);
    setText(look.word);
    setAccessibleName(rawText(look.word));
    updateGeometry();
    update();
}

QSize StatusChip::sizeHint() const
{
    return chipSize(m_look, m_theme);
}

QSize StatusChip::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    return {std::min(m_theme.scaled(height::chip) * 2, whole.width()), whole.height()};
}

void StatusChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(painter, rect(), m_look, m_theme, layoutDirection());
}

} // namespace tawasul

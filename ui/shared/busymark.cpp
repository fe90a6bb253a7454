// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/busymark.h"

#include <QtGui/QPainter>

#include "ui/theme/theme.h"

namespace tawasul {

namespace {

constexpr int kTurnMilliseconds = 900;

}

BusyMark::BusyMark(const Theme &theme, int side, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_side(side)
{
    const auto fit = [this] { setFixedSize(m_theme.scaled(m_side), m_theme.scaled(m_side)); };
    fit();
    connect(&m_theme, &Theme::changed, this, fit);
    m_turn.setStartValue(0.0);
    m_turn.setEndValue(360.0);
    m_turn.setDuration(kTurnMilliseconds);
    m_turn.setLoopCount(-1);
    connect(&m_turn, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
}

void BusyMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const qreal half = width() / 2.0;
    painter.translate(half, half);
    painter.rotate(m_turn.currentValue().toDouble());
    painter.translate(-half, -half);
    m_theme.icon(Icon::Loader2, Ink::Ink).paint(&painter, rect());
}

void BusyMark::showEvent(QShowEvent *)
{
    if (!m_theme.appearance().reducedMotion)
        m_turn.start();
}

void BusyMark::hideEvent(QHideEvent *)
{
    m_turn.stop();
}

} // namespace tawasul

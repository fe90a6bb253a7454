// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/themedicon.h"

#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>

namespace tawasul {

ThemedIcon::ThemedIcon(const Theme &theme, Icon icon, Ink ink)
    : m_theme(&theme)
    , m_icon(icon)
    , m_ink(ink)
{
}

QPixmap ThemedIcon::drawn(int side, qreal ratio, QIcon::Mode mode, Qt::LayoutDirection direction) const
{
    if (!m_theme)
        return {};
    // Qt would grey the picture by the palette and leave it invisible on white; disabled has its own token.
    const QColor color = mode == QIcon::Disabled ? m_theme->tokens().disabled : m_theme->color(m_ink);
    return m_theme->pixmap(m_icon, color, side, ratio, direction);
}

void ThemedIcon::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    Q_UNUSED(state)
    const int side = std::min(rect.width(), rect.height());
    QRect square(0, 0, side, side);
    square.moveCenter(rect.center());
    painter->drawPixmap(
        square, drawn(side, painter->device()->devicePixelRatioF(), mode, painter->layoutDirection()));
}

QPixmap ThemedIcon::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1.0);
}

QPixmap ThemedIcon::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale)
{
    Q_UNUSED(state)
    // `size` is in device pixels here; QIcon sets the ratio of what it receives.
    Q_UNUSED(scale)
    return drawn(std::min(size.width(), size.height()), 1.0, mode, QGuiApplication::layoutDirection());
}

QIconEngine *ThemedIcon::clone() const
{
    return new ThemedIcon(*this);
}

QString ThemedIcon::iconName()
{
    return QString::fromLatin1(iconSource(m_icon).name);
}

} // namespace tawasul

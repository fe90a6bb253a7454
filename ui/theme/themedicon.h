// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPointer>
#include <QtGui/QIconEngine>

#include "ui/theme/theme.h"

namespace tawasul {

/// The engine behind Theme::icon(): asks the theme at every painting, so an icon follows each change.
class ThemedIcon : public QIconEngine
{
public:
    ThemedIcon(const Theme &theme, Icon icon, Ink ink);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state,
                                       qreal scale) override;
    [[nodiscard]] QIconEngine *clone() const override;
    [[nodiscard]] QString key() const override { return QStringLiteral("tawasul.icon"); }
    [[nodiscard]] QString iconName() override;
    [[nodiscard]] bool isNull() override { return false; }

private:
    [[nodiscard]] QPixmap drawn(int side, qreal ratio, QIcon::Mode mode, Qt::LayoutDirection direction) const;

    QPointer<const Theme> m_theme; // an icon in a menu may outlive the theme while the program ends
    Icon m_icon;
    Ink m_ink;
};

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QAbstractButton>

#include "ui/theme/theme.h"

namespace tawasul {

/// A section in the navigation: icon, title and badge, or the icon with its badge above in a rail.
class NavigationEntry : public QAbstractButton
{
    Q_OBJECT

public:
    NavigationEntry(const Theme &theme, Icon icon, const QString &title, QWidget *parent = nullptr);

    void setBadge(const QString &shown, Tone tone);
    void setRail(bool rail);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void name();
    void paintBadge(QPainter &painter, const QRect &room) const;
    [[nodiscard]] int badgeWidth() const;

    const Theme &m_theme;
    Icon m_icon;
    QString m_badge;
    Tone m_tone = Tone::Neutral;
    bool m_rail = false;
};

} // namespace tawasul

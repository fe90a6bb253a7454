// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtGui/QColor>
#include <QtGui/QPixmap>

#include "ui/theme/icon.h"

namespace tawasul {

/// What a drawn icon depends on.
struct IconLook
{
    Icon icon;
    QRgb color;
    int side;      ///< device pixels
    bool mirrored; ///< right-to-left layout and an icon that mirrors

    friend bool operator==(const IconLook &, const IconLook &) = default;
};

[[nodiscard]] size_t qHash(const IconLook &look, size_t seed = 0);

/// Draws the icons' SVG files in any colour and keeps what it drew. GUI thread only.
class IconPress
{
public:
    /// A square pixmap of `side` logical pixels at that device pixel ratio.
    [[nodiscard]] QPixmap pixmap(Icon icon, const QColor &color, int side, qreal ratio,
                                 Qt::LayoutDirection direction) const;

    void clear() { m_drawn.clear(); }

private:
    mutable QHash<IconLook, QPixmap> m_drawn;
};

/// The product's mark, in its own colours.
[[nodiscard]] QPixmap brandMark(int side, qreal ratio);
/// The same as lines and surfaces, for paper. Any thread.
void paintBrandMark(QPainter &painter, const QRectF &area);

} // namespace tawasul

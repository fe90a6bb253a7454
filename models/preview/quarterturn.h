// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRectF>

namespace tawasul {

/// Turned about the origin by so many quarters to the right, y pointing down; the whole plane takes part, so
/// that what is turned may lie at negative places.
[[nodiscard]] inline QPointF quarterTurned(QPointF point, int quarters)
{
    switch (quarters & 3) {
    case 1:
        return {-point.y(), point.x()};
    case 2:
        return -point;
    case 3:
        return {point.y(), -point.x()};
    default:
        return point;
    }
}

[[nodiscard]] inline QRectF quarterTurned(const QRectF &box, int quarters)
{
    return (quarters & 3) == 0
        ? box
        : QRectF(quarterTurned(box.topLeft(), quarters), quarterTurned(box.bottomRight(), quarters))
              .normalized();
}

} // namespace tawasul

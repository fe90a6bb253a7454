// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QMargins>
#include <QtCore/Qt>

namespace tawasul {

// NOLINTBEGIN(readability-identifier-naming): they are read with their namespace, as space::wide

/// Distances in logical pixels, the only ones used.
namespace space {
inline constexpr int hair = 2;
inline constexpr int tiny = 4;
inline constexpr int small = 6;
inline constexpr int snug = 8;
inline constexpr int medium = 12;
inline constexpr int wide = 16;
inline constexpr int roomy = 20;
inline constexpr int broad = 24;
inline constexpr int huge = 32;
} // namespace space

namespace radius {
inline constexpr int small = 4;
inline constexpr int control = 8;
inline constexpr int card = 12;
} // namespace radius

namespace iconsize {
inline constexpr int small = 16;
inline constexpr int medium = 18;
inline constexpr int large = 20;
inline constexpr int huge = 24;
inline constexpr int picture = 48; ///< empty states
} // namespace iconsize

/// Heights before the officer's text size is applied; pass them through Theme::scaled().
namespace height {
inline constexpr int button = 36;
inline constexpr int iconButton = 34;
inline constexpr int chip = 26;
inline constexpr int filterChip = 32;
inline constexpr int header = 36;
inline constexpr int topBar = 60;
inline constexpr int statusBar = 34;
} // namespace height

// NOLINTEND(readability-identifier-naming)

/// Rows of the worklist: three densities.
enum class Density {
    Comfortable,
    Regular,
    Compact,
};

[[nodiscard]] constexpr int rowHeight(Density density)
{
    // The least is what two lines and the bar between them need.
    return density == Density::Comfortable ? 60 : density == Density::Regular ? 48 : 44;
}

/// QLayout does not mirror its margins; this does.
[[nodiscard]] constexpr QMargins margins(int start, int top, int end, int bottom,
                                         Qt::LayoutDirection direction)
{
    return direction == Qt::RightToLeft ? QMargins(end, top, start, bottom)
                                        : QMargins(start, top, end, bottom);
}

/// The edge at which reading begins, absolute, because labels align by their text otherwise (Latin and digits
/// drift to the left in a right-to-left layout).
[[nodiscard]] constexpr Qt::Alignment startEdge(Qt::LayoutDirection direction)
{
    return (direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute;
}

/// Flags for QPainter::drawText: one line at the start edge, vertically centred.
[[nodiscard]] constexpr int startLine(Qt::LayoutDirection direction)
{
    return static_cast<int>(startEdge(direction) | Qt::AlignVCenter) | Qt::TextSingleLine;
}

} // namespace tawasul

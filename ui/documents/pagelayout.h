// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRect>
#include <QtCore/QSizeF>

#include <vector>

namespace tawasul {

/// At 100 %, of the screen's own pixels.
inline constexpr double kDotsPerPoint = 96.0 / 72.0;

/// How large a page is shown.
struct PageZoom
{
    enum class Fit { Width, Page, Free };

    Fit fit = Fit::Width;
    int percent = 100; ///< of the page's own size at 96 dots per inch, when Free

    friend bool operator==(PageZoom, PageZoom) = default;
};

/// Of a page's side in logical pixels: what a file says of itself reaches ten kilometres at any zoom.
inline constexpr int kLongestSide = 1'000'000;

/// The size of a page in logical pixels in a room, from 1 to kLongestSide on each side; `points` is its size
/// in points (1/72 inch).
[[nodiscard]] QSize pageSize(QSizeF points, QSize room, PageZoom zoom);
/// What that size is in per cent of the page's own.
[[nodiscard]] int shownPercent(QSizeF points, QSize size);

/// A size after so many quarter turns.
[[nodiscard]] QSizeF turnedSize(QSizeF size, int turn);

/// Shares of a page's width and height, 0 … 1, of a box on the page as it lies in the file; as it is turned.
[[nodiscard]] QRectF turnedShare(const QRectF &share, int turn);
/// And of a point the other way.
[[nodiscard]] QPointF uprightShare(QPointF share, int turn);

/// Where pages lie on the paper that the canvas moves over: one of them, or all under each other.
struct PageLayout
{
    int first = 0;            ///< the page that the first place belongs to
    std::vector<QRect> pages; ///< their places
    QSize size;               ///< of everything, edges included

    [[nodiscard]] bool holds(int page) const { return page >= first && page < first + count(); }
    [[nodiscard]] int count() const { return static_cast<int>(pages.size()); }
    /// Empty for a page that has no place.
    [[nodiscard]] QRect place(int page) const;
    /// The page at that height, or the nearest one.
    [[nodiscard]] int pageAt(int y) const;
};

inline constexpr int kPageEdge = 12; ///< around pages and between them

/// `points`: the sizes of all pages as they are turned; `only`: the page that is shown alone, or -1 for all.
/// `viewport`: what is seen at once; pages stand in its middle.
[[nodiscard]] PageLayout layOutPages(const std::vector<QSizeF> &points, QSize viewport, PageZoom zoom,
                                     int only);

} // namespace tawasul

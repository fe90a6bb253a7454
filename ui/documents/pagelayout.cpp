// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/pagelayout.h"

#include <algorithm>
#include <limits>

#include "models/preview/quarterturn.h"

namespace tawasul {

namespace {

constexpr QSizeF kA4(595, 842); ///< points; stands in for an unknown size

/// As it is, or smaller in the same shape.
QSizeF within(QSizeF size, double longest)
{
    const double longer = std::max(size.width(), size.height());
    return longer <= longest ? size : size * (longest / longer);
}

/// Pages under each other add up to what an int holds, with room for arithmetic.
double longestSideOf(std::size_t pages)
{
    constexpr double kHighest = std::numeric_limits<int>::max() / 4;
    return std::min<double>(kLongestSide, kHighest / double(std::max<std::size_t>(pages, 1)));
}

} // namespace

QSize pageSize(QSizeF points, QSize room, PageZoom zoom)
{
    const QSizeF own = (points.isEmpty() ? kA4 : points) * kDotsPerPoint;
    double scale = zoom.percent / 100.0;
    if (zoom.fit != PageZoom::Fit::Free) {
        scale = room.width() / own.width();
        if (zoom.fit == PageZoom::Fit::Page)
            scale = std::min(scale, room.height() / own.height());
    }
    return within(own * scale, kLongestSide).toSize().expandedTo({1, 1});
}

int shownPercent(QSizeF points, QSize size)
{
    const double own = (points.isEmpty() ? kA4 : points).width() * kDotsPerPoint;
    return qRound(size.width() * 100.0 / own);
}

QSizeF turnedSize(QSizeF size, int turn)
{
    return turn % 2 == 0 ? size : size.transposed();
}

QRectF turnedShare(const QRectF &share, int turn)
{
    const QPointF middle(0.5, 0.5);
    return quarterTurned(share.translated(-middle), turn).translated(middle);
}

QPointF uprightShare(QPointF share, int turn)
{
    const QPointF middle(0.5, 0.5);
    return quarterTurned(share - middle, -turn) + middle;
}

QRect PageLayout::place(int page) const
{
    return holds(page) ? pages[static_cast<std::size_t>(page - first)] : QRect();
}

int PageLayout::pageAt(int y) const
{
    const auto below =
        std::find_if(pages.begin(), pages.end(), [y](const QRect &place) { return place.bottom() >= y; });
    const auto index =
        below == pages.end() ? pages.size() - 1 : static_cast<std::size_t>(below - pages.begin());
    return pages.empty() ? first : first + static_cast<int>(index);
}

PageLayout layOutPages(const std::vector<QSizeF> &points, QSize viewport, PageZoom zoom, int only)
{
    const QSize room = viewport - QSize(2 * kPageEdge, 2 * kPageEdge);
    PageLayout layout;
    layout.first = std::max(only, 0);
    const double longest = longestSideOf(only >= 0 ? 1 : points.size());
    int width = 0;
    int y = kPageEdge;
    const auto add = [&](QSizeF size) {
        const QSize shown = within(pageSize(size, room, zoom), longest).toSize().expandedTo({1, 1});
        layout.pages.emplace_back(QPoint(0, y), shown);
        y += shown.height() + kPageEdge;
        width = std::max(width, shown.width());
    };
    const auto count = static_cast<int>(points.size());
    if (only >= 0 || count == 0) {
        add(only >= 0 && only < count ? points[static_cast<std::size_t>(only)] : QSizeF());
    } else {
        layout.pages.reserve(points.size());
        for (const QSizeF &each : points)
            add(each);
    }
    layout.size = QSize(width + 2 * kPageEdge, y);
    const int spare = std::max(0, viewport.height() - layout.size.height()) / 2;
    const int across = std::max(layout.size.width(), viewport.width());
    for (QRect &place : layout.pages) {
        place.moveLeft((across - place.width()) / 2);
        place.translate(0, spare);
    }
    return layout;
}

} // namespace tawasul

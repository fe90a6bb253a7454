// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/previewpage.h"

#include <QtGui/QTransform>

#include <cmath>

namespace tawasul {

namespace {

double scaleFor(const PageRequest &request, QSizeF points)
{
    const double across = request.fitInto.width() / points.width();
    const double down = request.fitInto.height() / points.height();
    if (request.fitInto.width() > 0 && request.fitInto.height() > 0)
        return std::min(across, down);
    if (request.fitInto.width() > 0)
        return across;
    if (request.fitInto.height() > 0)
        return down;
    return request.pixelsPerPoint;
}

} // namespace

PageImage turnedTo(int quarters, PageImage page)
{
    constexpr double kQuarter = 90.0;
    const int more = (quarters - page.quarters) & 3;
    if (more != 0)
        page.image = page.image.transformed(QTransform().rotate(kQuarter * more));
    page.quarters = quarters & 3;
    return page;
}

QSize pagePixels(const PageRequest &request, QSizeF pageSizePoints)
{
    const double side = std::max(pageSizePoints.width(), pageSizePoints.height());
    const double area = pageSizePoints.width() * pageSizePoints.height();
    double scale = scaleFor(request, pageSizePoints);
    if (!std::isfinite(scale) || scale <= 0)
        scale = 1.0;
    scale =
        std::min({scale, kMaximumSide / side, std::sqrt(double(kMaximumPixelBytes / kBytesPerPixel) / area)});
    const auto pixels = [scale](double points) {
        return std::clamp(int(points * scale + 0.5), 1, int(kMaximumSide));
    };
    QSize size(pixels(pageSizePoints.width()), pixels(pageSizePoints.height()));
    // Whoever knows the shape has rounded it already, and wants that very size.
    const QSize box = request.fitInto;
    if (!box.isEmpty() && std::abs(box.width() - size.width()) <= 1
        && std::abs(box.height() - size.height()) <= 1)
        size = box.boundedTo({int(kMaximumSide), int(kMaximumSide)});
    // Rounding up both sides of a page at the limit goes beyond it.
    while (quint64(size.width()) * quint64(size.height()) * kBytesPerPixel > kMaximumPixelBytes)
        (size.width() > size.height() ? size.rwidth() : size.rheight()) -= 1;
    return size;
}

} // namespace tawasul

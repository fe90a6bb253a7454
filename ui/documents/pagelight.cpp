// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/pagelight.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tawasul {

namespace {

using Curve = std::array<uchar, 256>;

Curve curveOf(const PageLight &light)
{
    // Half of the way is twice as steep; all of it is black or white.
    const double steep = std::tan((std::clamp(light.contrast, -100, 99) / 100.0 + 1) * M_PI / 4);
    const double lift = std::clamp(light.brightness, -100, 100) * 1.275;
    Curve curve{};
    for (int value = 0; value < 256; ++value)
        curve[static_cast<std::size_t>(value)] =
            static_cast<uchar>(std::clamp(std::lround((value - 127.5) * steep + 127.5 + lift), 0L, 255L));
    return curve;
}

} // namespace

void applyLight(QImage &picture, const PageLight &light)
{
    if (light.isPlain() || picture.isNull())
        return;
    if (picture.format() != QImage::Format_RGB32)
        picture.convertTo(QImage::Format_RGB32);
    const Curve curve = curveOf(light);
    for (int y = 0; y < picture.height(); ++y) {
        auto *pixel = reinterpret_cast<QRgb *>(picture.scanLine(y));
        for (const QRgb *end = pixel + picture.width(); pixel != end; ++pixel) {
            int red = curve[static_cast<std::size_t>(qRed(*pixel))];
            int green = curve[static_cast<std::size_t>(qGreen(*pixel))];
            int blue = curve[static_cast<std::size_t>(qBlue(*pixel))];
            if (light.inverted) {
                // Light becomes dark, the distance between the colours stays.
                const int shift = 255 - std::max({red, green, blue}) - std::min({red, green, blue});
                red += shift;
                green += shift;
                blue += shift;
            }
            *pixel = qRgb(red, green, blue);
        }
    }
}

} // namespace tawasul

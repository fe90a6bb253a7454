// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QImage>

namespace tawasul {

/// How pages are lit on the screen: for faint scans, and for dark rooms. Never changes a file.
struct PageLight
{
    int brightness = 0; ///< -100 to 100
    int contrast = 0;   ///< -100 to 100
    bool inverted =
        false; ///< dark paper; colours keep their hue, so that faces and stamps stay what they are

    [[nodiscard]] bool isPlain() const { return brightness == 0 && contrast == 0 && !inverted; }
    friend bool operator==(const PageLight &, const PageLight &) = default;
};

/// Changes the pixels of an RGB32 picture.
void applyLight(QImage &picture, const PageLight &light);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/document.h"

#include <QtGui/QImageIOHandler>

class QImage;

namespace tawasul {

/// A point is 1/72 inch; a picture counts as 96 pixels an inch, whatever it says about itself.
[[nodiscard]] PageMeasure pictureMeasure(int width, int height);

/// As EXIF would have it: mirrored, then turned to the right.
[[nodiscard]] QImage turned(QImage image, QImageIOHandler::Transformations turn);

/// The picture over the whole target, transparent parts on white.
void putOnPaper(const QImage &picture, const PixelTarget &target);

} // namespace tawasul

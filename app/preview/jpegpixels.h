// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/document.h"

#include <QtGui/QImageIOHandler>

namespace tawasul {

/// What a JPEG's header says, of those that jpegPixels() reads.
struct JpegHeader
{
    int width = 0;
    int height = 0;
    bool grey = false;
};

/// Nothing when it is broken, or in colours for printers.
[[nodiscard]] std::optional<JpegHeader> readJpegHeader(DocumentBytes jpeg);

/// The whole picture over the whole target, turned: decoded at the smallest of the scales that come with the
/// format (1, 1/2, 1/4, 1/8) which still has a pixel for each of the target's, then made smaller smoothly.
/// False when it cannot, or would have to be made larger; then the target holds nothing of use.
[[nodiscard]] bool paintJpeg(DocumentBytes jpeg, QImageIOHandler::Transformations turn,
                             const PixelTarget &target);

} // namespace tawasul

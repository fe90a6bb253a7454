// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/document.h"

#include <QtGui/QImageIOHandler>

class QPDFObjectHandle;

namespace tawasul {

/// A page that shows one JPEG from edge to edge and nothing else, as scanners make them.
struct ScannedPage
{
    std::string jpeg; ///< as it lies in the file
    QImageIOHandler::Transformations turn;
};

/// Nothing when the page is anything but that: the smallest doubt leaves it to Poppler. Text that is not
/// shown, which recognises what was scanned, is allowed. May throw what libqpdf throws.
[[nodiscard]] std::optional<ScannedPage> scannedPage(QPDFObjectHandle page);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/document.h"

#include <QtGui/QImageIOHandler>

namespace tawasul {

/// How a WebP wants to be turned; Qt's reader of WebP does not look for it.
[[nodiscard]] QImageIOHandler::Transformations turnOfWebp(DocumentBytes bytes);

} // namespace tawasul

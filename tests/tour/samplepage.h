// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QSizeF>
#include <QtGui/QImage>

#include "models/preview/pagetext.h"

namespace tawasul {

/// A4, in points.
inline constexpr QSizeF kSamplePage{595, 842};

/// A page of an invented form as the sealed worker would return it; counted from 0.
/// What is written on it, where it stands; the last of three pages is a picture.
[[nodiscard]] PageText samplePageText(int number);
[[nodiscard]] QImage samplePage(QSize devicePixels, int number);

} // namespace tawasul

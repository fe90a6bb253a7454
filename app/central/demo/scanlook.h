// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/demo/dice.h"

#include <QtGui/QImage>

namespace tawasul {

/// The page as an office scanner gives it: grey, not quite straight, with the grain of the paper.
[[nodiscard]] QImage scanned(const QImage &page, Dice &dice);

/// The page as nobody should have sent it: crooked, cut off, blurred, pale.
[[nodiscard]] QImage scannedBadly(const QImage &page, Dice &dice);

/// The paper on a table, taken with a telephone from a little aside.
[[nodiscard]] QImage photographed(const QImage &paper, Dice &dice);

/// JPEG bytes; empty when the machine cannot write JPEG.
[[nodiscard]] QByteArray jpegBytes(const QImage &image, int quality);
[[nodiscard]] QByteArray pngBytes(const QImage &image);

} // namespace tawasul

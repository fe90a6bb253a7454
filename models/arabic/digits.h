// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/arabic/displaylocale.h"

#include <QtCore/QString>

namespace tawasul {

/// The text with ٠–٩ and ۰–۹ written as 0–9: what every input goes through before it is checked or stored.
[[nodiscard]] QString asciiDigits(QStringView text);

/// The text with all its digits in the shape the officer reads. For the screen only, never stored or sent.
[[nodiscard]] QString localDigits(QStringView text, Digits digits);

/// A count with its thousands apart: 12,400 or ١٢٬٤٠٠. For the screen only; never for identifiers.
[[nodiscard]] QString groupedNumber(qint64 number, Digits digits);

} // namespace tawasul

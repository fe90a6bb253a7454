// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/arabic/displaylocale.h"

#include <QtCore/QString>

namespace tawasul {

// The names of ICU for Saudi Arabia and for English, without any direction marks. Callable from any thread. A
// number that names nothing gives an empty text.

/// `dayOfWeek` as QDate counts: 1 is Monday.
[[nodiscard]] QString weekdayName(int dayOfWeek, Language language);

/// `month` from 1, January.
[[nodiscard]] QString gregorianMonthName(int month, Language language);

/// `month` from 1, Muharram.
[[nodiscard]] QString hijriMonthName(int month, Language language);

} // namespace tawasul

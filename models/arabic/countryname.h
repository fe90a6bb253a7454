// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/arabic/displaylocale.h"

#include <QtCore/QString>

namespace tawasul {

/// The short name that ICU gives to a country, «اليمن» for YEM. `code` is of ISO 3166-1, two or three letters;
/// a code that names no country is answered as it came. Callable from any thread.
[[nodiscard]] QString countryName(const QString &code, Language language);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"

#include <QtCore/QStringList>

namespace tawasul {

/// The two lines at the foot of a passport's data page (ICAO Doc 9303 part 4, TD3), 44
/// characters each, with right check digits.
[[nodiscard]] QStringList passportMrz(const Party &holder, bool man, QDate expires);

} // namespace tawasul

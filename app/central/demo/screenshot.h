// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/demo/sheet.h"

namespace tawasul {

/// What a beneficiary photographs off the screen when the electronic service refuses: a made-up portal with
/// the message of the sheet, on a telephone or a desktop. `scale`: of
/// its real size.
[[nodiscard]] QImage screenshotImage(const DemoTexts &texts, const Sheet &sheet, qreal scale = 1);

} // namespace tawasul

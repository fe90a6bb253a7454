// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include "models/arabic/displaylocale.h"
#include "models/domain/reference.h"

namespace tawasul {

// What the parts of a sheet are called for each kind of act.

[[nodiscard]] QString confirmWord(ActType act);
[[nodiscard]] QString reasonLabel(ActType act);
[[nodiscard]] QString textLabel(ActType act);
[[nodiscard]] QString textMissing(ActType act);

/// A template among others of the same reason: general, or of its sections.
[[nodiscard]] QString templateName(const ReplyTemplate &reply, const Reference &reference, Language language);

} // namespace tawasul

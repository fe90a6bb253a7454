// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include "models/domain/reference.h"

namespace tawasul {

// What the parts of a sheet are called for each kind of act.

[[nodiscard]] QString confirmWord(ActType act);
[[nodiscard]] QString reasonLabel(ActType act);
[[nodiscard]] QString textLabel(ActType act);
[[nodiscard]] QString textMissing(ActType act);

/// A template among the others that are offered with it: general or of the section; the reference data gives
/// templates no names, so two of a kind are told apart by their codes.
[[nodiscard]] QString templateName(const ReplyTemplate &reply,
                                   const std::vector<const ReplyTemplate *> &offered);

} // namespace tawasul

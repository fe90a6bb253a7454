// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <optional>

#include "models/arabic/displaylocale.h"
#include "models/domain/clockcheck.h"

namespace tawasul {

/// What is said about a machine whose clock is wrong or in doubt.
struct ClockLook
{
    QString word; ///< «ساعة هذا الجهاز متأخرة بمقدار ساعتين», for the status bar
    QString list;      ///< what it means for deadlines, and what to do
    QString execution; ///< what it means for the time of an operation
};

/// Nothing while the clock agrees with the central system, or nothing speaks against it.
[[nodiscard]] std::optional<ClockLook> clockLook(const ClockCheck &check, DisplayLocale locale);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/doctor/findings.h"

#include <QtCore/QByteArray>

namespace tawasul {

/// 0 all well, 1 something needs attention, 3 the profile cannot be read; never 2, which is wrong use.
[[nodiscard]] int exitCodeOf(const ProfileCheckup &checkup, const std::vector<Finding> &findings);

/// A line for each finding: verdict, check, what, and what to do.
[[nodiscard]] QByteArray linesOf(const std::vector<Finding> &findings);

/// The same for programs, with the facts behind it. Names are stable: they are added to and never change
/// meaning. Times are UTC in ISO 8601, sizes are bytes, and what is not known is null.
[[nodiscard]] QByteArray jsonOf(const ProfileCheckup &checkup, const std::vector<Finding> &findings);

} // namespace tawasul

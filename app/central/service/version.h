// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace tawasul {

/// The version of this program, from CMakeLists.txt.
[[nodiscard]] QString programVersion();

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/systemcalls.h"

#include <QtCore/QtGlobal>

namespace tawasul {

/// The first thing the worker does: before libraries have read a single file for it. Closes what it inherited
/// and gives up what it never needs. Answers bits of kPosture…
[[nodiscard]] quint32 shedInheritance();

/// The last thing before a document arrives, when every library, plugin and font that may be needed is
/// loaded: from here on the worker has limits, and this is the place where it gives up the system calls and
/// all files but those named. `shed` is what shedInheritance() answered; answers that and more bits of
/// kPosture…
[[nodiscard]] quint32 enterConfinement(FileReading reading, quint32 shed);

} // namespace tawasul

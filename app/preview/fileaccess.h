// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/systemcalls.h"

namespace tawasul {

/// From here on this process reads what fonts are made of and how they are configured, or not even that, and
/// nothing else of any file system (Landlock); it writes, makes and removes nothing. Only the thread that
/// asks for it: there must be no other. False where the kernel does not offer that: then it must not open
/// files at all. That other files exist is seen all the same, see emptyroot.h.
[[nodiscard]] bool keepOnlyFiles(FileReading reading);

} // namespace tawasul

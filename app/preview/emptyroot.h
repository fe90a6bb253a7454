// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/systemcalls.h"

namespace tawasul {

/// From here on no name of this machine leads anywhere: the process stands in a root of its own that holds
/// what fonts are made of, or not even that, read-only. Landlock keeps files shut but lets anybody ask
/// whether one is there, how large it is and where a link leads. ONLY for a process that has left the
/// machine's mounts (leaveOtherNamespaces()): the root is changed for all that see the same mounts. Before
/// Landlock, which forbids mounting. False where the system forbids it; nothing has changed then.
[[nodiscard]] bool enterEmptyRoot(FileReading reading);

} // namespace tawasul

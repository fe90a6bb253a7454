// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tawasul {

/// Takes this process into namespaces of its own: no network, no other processes' memory, and root is nobody.
/// While it has one thread and may still look at its own files in /proc. False where the system forbids it,
/// which is no reason not to go on: what is missing is forbidden by the filter of system calls, too.
[[nodiscard]] bool leaveOtherNamespaces();

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tawasul {

/// tawasul-central's commands: serve, demo, user add, user list, epoch new. Answers the process's exit code: 0 done, 1
/// the world refused (said on standard error), 2 the words were wrong.
[[nodiscard]] int runCommandLine(int argc, char **argv);

} // namespace tawasul

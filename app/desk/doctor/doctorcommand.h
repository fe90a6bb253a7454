// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tawasul {

/// `tawasul-desk doctor`: says on standard output how a profile is, and changes nothing in it. Needs no
/// display. The words begin with "doctor". Answers the process's exit code: 0 all well, 1 something needs
/// attention, 2 the words were wrong, 3 the profile cannot be read.
[[nodiscard]] int runDoctor(int argc, char **argv);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <cstdint>

namespace tawasul {

/// Real programs that are killed.
struct ProcessRunOptions
{
    int kills = 1;
    std::uint64_t seed = 1;
    QString centralProgram; ///< tawasul-central
    QString ownProgram;     ///< that becomes a desk when it is told to
};

/// The real centre and several real desks as processes of their own behind a proxy that cuts and delays;
/// SIGKILL at random moments on either side, then all is well and the register is the judge. Ends with one
/// line of sums. False when anything is wrong.
[[nodiscard]] bool runProcesses(const ProcessRunOptions &options);

} // namespace tawasul

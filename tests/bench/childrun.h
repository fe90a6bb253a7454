// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>

#include <optional>

namespace tawasul {

/// What running a program cost, from its start to its end.
struct ChildRun
{
    double cpu = 0;       ///< milliseconds of processor, user and system, of all its threads
    double wall = 0;      ///< milliseconds
    double anonymous = 0; ///< MB, as the program said at its end
};

/// Runs a program to its end; nothing when it failed. It says its anonymous memory by sayAnonymous().
[[nodiscard]] std::optional<ChildRun> runChild(const QString &program, const QStringList &arguments);

/// In the child: writes what this process holds for itself, without mapped files, to the standard output.
void sayAnonymous();

} // namespace tawasul

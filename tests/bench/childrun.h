// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

#include <optional>

namespace tawasul {

/// What running a program cost, from its start to its end.
struct ChildRun
{
    double cpu = 0;  ///< milliseconds of processor, user and system, of all its threads
    double wall = 0; ///< milliseconds
    QByteArray said; ///< to its standard output
};

/// Runs a program to its end; nothing when it failed.
[[nodiscard]] std::optional<ChildRun> runChild(const QString &program, const QStringList &arguments);

/// In the child: writes what this process holds for itself, without mapped files, to the standard output.
void sayAnonymous();
/// What it said, in MB.
[[nodiscard]] double anonymousIn(const ChildRun &run);

} // namespace tawasul

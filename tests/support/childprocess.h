// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtGlobal>

#include <functional>

namespace tawasul {

/// How a child process ended.
struct ChildEnd
{
    int exitCode = -1; ///< what the body returned; -1 when a signal ended it
    int signal = 0; ///< the signal that ended it, or 0
};

/// Whom a child runs as; tests started as root would pass every permission check.
enum class ChildUser {
    Same,
    Nobody, ///< drops root for "nobody"; the same user when not started as root
};

/// Runs `body` in a forked child and waits for its end: for what kills a process (assertions, SIGKILL in the
/// middle of a write) or must not have root's rights. The child must not touch a SQLite connection of the
/// parent. Its standard error is closed, so that an expected assertion does not look like a fault.
[[nodiscard]] ChildEnd runInChild(const std::function<int()> &body, ChildUser user = ChildUser::Same);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

namespace tawasul {

/// Raises how many files and sockets this process may have open (RLIMIT_NOFILE) to its hard limit, and
/// answers what was reached. Systems start a process with about 1,000, kept low for the sake of select(2),
/// which nothing here uses; every connection is one. Storage, centre.open_files.
[[nodiscard]] Result<quint64> raiseOpenFiles();

/// Whether so many open files are enough for so many connections, with those that the register, its
/// attachments and the log need beside them.
[[nodiscard]] bool areEnoughFor(quint64 openFiles, int connections);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tawasul {

enum class FileReading {
    Fonts,   ///< opening for reading is left to what Landlock lets through
    Nothing, ///< no file is opened any more, whatever it is
};

/// From here on the kernel kills this process, with all its threads, for every system call but those that
/// showing a page takes (seccomp); a few that libraries try without need are answered with an error. There
/// are no new processes, no programs, no sockets, no memory that is written and executed. False when it could
/// not be arranged: then no document may come near.
[[nodiscard]] bool keepOnlyNeededCalls(FileReading reading);

} // namespace tawasul

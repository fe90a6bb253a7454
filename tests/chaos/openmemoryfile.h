// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/chaos/memorydisk.h"

namespace tawasul {

/// A file of a MemoryDisk as one connection has it open. SQLite owns the memory and knows only its beginning.
struct OpenMemoryFile
{
    OpenMemoryFile(MemoryDisk &theDisk, std::shared_ptr<MemoryFile> theFile);

    static OpenMemoryFile *of(sqlite3_file *file) { return reinterpret_cast<OpenMemoryFile *>(file); }

    sqlite3_file base{}; ///< first, because SQLite sees the whole as this
    MemoryDisk &disk;
    std::shared_ptr<MemoryFile> file;
    int lock = SQLITE_LOCK_NONE;
    bool isMapped = false;
    std::array<int, MemoryFile::kShmLocks> shm{}; ///< 0 none, 1 shared, 2 exclusive
};

} // namespace tawasul

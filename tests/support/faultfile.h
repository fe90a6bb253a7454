// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <sqlite3.h>

namespace tawasul {

class FaultVfs;

/// An open file of a FaultVfs: SQLite's part, its owner, and behind it in the same memory the file of the VFS
/// below.
struct FaultFile
{
    sqlite3_file base;
    FaultVfs *owner;
    const char *name; ///< SQLite keeps it for as long as the file is open; null for a temporary one
    bool watched; ///< by the observer that its owner had when it was opened

    [[nodiscard]] sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
    [[nodiscard]] QString path() const { return QString::fromUtf8(name); }
    static FaultFile *of(sqlite3_file *file) { return reinterpret_cast<FaultFile *>(file); }
};

/// The calls of an open file; all pass through but for those that are to fail.
[[nodiscard]] const sqlite3_io_methods *faultFileMethods();

} // namespace tawasul

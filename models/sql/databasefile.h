// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

namespace tawasul {

/// The name under which SQLite keeps a database in memory only; every opening is a new one.
inline constexpr QStringView kMemoryPath = u":memory:";

/// How SQLite may touch the file of a URI; the words of its `mode` parameter.
enum class FileAccess {
    ReadOnly,
    ReadWrite,
    ReadWriteCreate,
};

/// The `file:` URI of a database. Every byte of the path that is not a plain letter, digit or `-._~/` is
/// percent-encoded, so that spaces, Arabic, `?`, `#` and `%` name a file and nothing else.
[[nodiscard]] QString databaseUri(const QString &path, const QString &vfs, FileAccess access);

/// Sees to it that the file exists with mode 0600 before SQLite opens it; -wal and -shm take their mode from
/// it.
///
/// A new file is made by mknod(2) and an old one corrected by chmod(2), never through a descriptor: closing
/// one would drop the POSIX locks of every SQLite connection this process has on the file. The umask is not
/// touched, because it belongs to the whole process. Existing -wal and -shm files are corrected too.
[[nodiscard]] Outcome makePrivateFile(const QString &path);

/// Writes what a folder says of its files (which there are, under which names) to the disk.
[[nodiscard]] Outcome syncFolder(const QString &folder);

/// Writes what the file and its directory entry hold to the disk. Only for files that no connection has open.
[[nodiscard]] Outcome syncClosedFile(const QString &path);

} // namespace tawasul

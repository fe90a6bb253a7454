// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <memory>

struct sqlite3;

namespace tawasul {

class Connection;

/// What a commit promises when the power goes.
enum class Synchronous {
    Full, ///< a committed transaction is on the disk: the journal (invariant I1), the centre's register
    Normal, ///< the newest transactions may be lost, never torn: the cache, which can be fetched again
};

/// What a reader leaves behind. In WAL mode an ordinary one makes -wal and -shm where they are missing, writes into
/// -shm, and removes a log in which it finds nothing whole; one that only looks must do none of that.
enum class Footprint {
    Usual,
    NoneBesideOthers, ///< while others have the file open, under the locks they share; Busy when nobody has
    NoneAlone, ///< while nobody writes, which the caller has made sure of: no locks, the log is read in memory
};

/// Everything in which two openings may differ. All the rest is the same for every file of the house.
struct OpenOptions
{
    QString path; ///< a file, or kMemoryPath (databasefile.h) for a database of one connection
    QString vfs; ///< a registered SQLite VFS that keeps its main file under `path`; empty: the default
    bool readOnly = false; ///< the file must exist and be in WAL mode already
    Footprint footprint = Footprint::Usual; ///< another one reads only, from the default VFS, any file there is
    bool create = true; ///< make the file when there is none; else a missing file is NotFound, sql.missing
    Synchronous synchronous = Synchronous::Full;
    int busyTimeoutMs = 5000; ///< how long a statement waits for another writer before it answers Busy
    int cachePages = 0; ///< page cache in pages of 4 KiB; 0 keeps SQLite's own 2 MB
    QString connectionPurpose; ///< a word for the log, for example "journal-writer"; never a person's name
};

/// One open SQLite connection: a value that closes it, and everything prepared on it, when it goes.
///
/// It belongs to the thread that opened it; using or destroying it on another is a bug (asserted). Values
/// cross threads, connections do not: open it where it is used.
class Database
{
public:
    explicit Database(std::unique_ptr<Connection> connection) noexcept; ///< only openDatabase has one to give
    Database(Database &&other) noexcept;
    Database &operator=(Database &&other) noexcept;
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database();

    /// SQLite's own connection, through QSqlDriver::handle(), for what Qt Sql cannot say.
    [[nodiscard]] sqlite3 *handle() const;

    [[nodiscard]] const OpenOptions &options() const;

    /// Whether a statement found the file damaged since this was asked last (Corrupt); for whoever only sees what
    /// others made of it.
    [[nodiscard]] bool takeDamage();

    /// The question that the thread assertions ask.
    [[nodiscard]] bool isOnItsOwnThread() const;

    [[nodiscard]] Connection &connection() const; ///< for the files of this room

private:
    std::unique_ptr<Connection> m_connection;
};

/// The one way to a SQLite file in this program.
///
/// A `file:` URI with the VFS's name; file, -wal and -shm have mode 0600 (databasefile.h says how); page_size
/// 4096, WAL, mmap_size 0, temp_store MEMORY, secure_delete ON, foreign_keys ON, busy time-out and
/// synchronous as asked. Every setting is read back, and the opening fails with Storage, sql.pragma when one
/// did not take. The schema is read once, so that a broken file is found here: Corrupt, sql.corrupt. Other
/// errors: sqlerror.h.
///
/// A memory database passes the same way, but SQLite gives it journal_mode "memory" and no mmap_size.
[[nodiscard]] Result<Database> openDatabase(const OpenOptions &options);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/database.h"
#include "models/sql/transaction.h"

namespace tawasul {

/// Begins a write transaction at a moment when the write-ahead log is empty, so that the file by itself is
/// the whole database for as long as the transaction writes nothing. Waits for other readers and writers as
/// long as the connection's busy time-out says, then Busy.
[[nodiscard]] Result<Transaction> beginWithEmptyLog(Database &database);

/// Copies the file of a database to safetyCopyPath() (migrations.h), in a transaction of beginWithEmptyLog()
/// that has written nothing yet. The copy has mode 0600 and is on the disk, with its name, when this answers;
/// after an Error there is none, or the earlier one of that version.
///
/// It reads through the connection's own open file and writes through its VFS: a page that the VFS seals is
/// sealed again, and no other descriptor of the file is opened, because closing one would drop the POSIX
/// locks of every connection this process has on it. No backup API, VACUUM INTO or ATTACH.
[[nodiscard]] Outcome makeSafetyCopy(Database &database, int version);

/// Removes the copies beside a file, finished or not, of whatever version, when the file passes `PRAGMA
/// quick_check`; a damaged one keeps them (Corrupt, sql.corrupt), because one may be needed.
[[nodiscard]] Outcome dropSafetyCopies(Database &database);

} // namespace tawasul

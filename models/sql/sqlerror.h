// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QtCore/QStringView>

class QSqlError;
struct sqlite3;

namespace tawasul {

/// When a statement failed. A message from preparing quotes only our own SQL; one from running may quote what
/// the officer typed (FTS5 does), so such messages are left out of the log (invariant I12).
enum class SqlPhase {
    Prepare,
    Run,
};

/// What SQLite answered, as an Error; the only place where SQLite's codes are read.
///
/// | SQLite                                        | kind      | code                          |
/// |-----------------------------------------------|-----------|-------------------------------|
/// | FULL; IOERR or CANTOPEN with ENOSPC or EDQUOT | Full      | sql.full                      |
/// | CORRUPT, NOTADB, FORMAT, IOERR_DATA           | Corrupt   | sql.corrupt                   |
/// | IOERR, CANTOPEN, READONLY, PERM, NOMEM        | Storage   | sql.io, .open, .readonly, …   |
/// | BUSY, LOCKED, PROTOCOL                        | Busy      | sql.busy                      |
/// | CONSTRAINT: unique or primary key             | Conflict  | sql.unique                    |
/// | CONSTRAINT: every other                       | Invalid   | sql.constraint                |
/// | INTERRUPT, ABORT                              | Cancelled | sql.interrupted               |
/// | the rest: a mistake of ours                   | Invalid   | sql.statement, sql.too_big    |
///
/// The room's own codes: sql.path, sql.missing, sql.file (database.h); sql.pragma (database.h); sql.text,
/// sql.bind (sqlvalue.h, query.h); sql.column, sql.closed, sql.rolled_back (query.h, transaction.h);
/// sql.too_new, sql.migrations (migrations.h).
[[nodiscard]] Error sqlError(int resultCode, int systemErrno, const QString &detail);

/// The same for a connection that has just failed; `sql` is the statement, which never holds values.
[[nodiscard]] Error sqlError(sqlite3 *handle, int resultCode, SqlPhase phase, QStringView sql);

/// The same for a failure that Qt reported; `handle` may be null when the connection never opened.
[[nodiscard]] Error sqlError(const QSqlError &failure, sqlite3 *handle, SqlPhase phase, QStringView sql);

/// Why a file operation of our own failed, by errno: no space is Full, everything else Storage with
/// `sql.file`.
[[nodiscard]] Error fileError(int systemErrno, const QString &detail);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/sqlerror.h"

#include <QtSql/QSqlError>

#include <sqlite3.h>

#include <cerrno>
#include <cstring>

namespace tawasul {

namespace {

using Kind = Error::Kind;

constexpr int kExcerptLength = 160;

bool noSpace(int systemErrno)
{
    return systemErrno == ENOSPC || systemErrno == EDQUOT;
}

Error constraintError(int resultCode, const QString &detail)
{
    switch (resultCode) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
        return { Kind::Conflict, QStringLiteral("sql.unique"), detail };
    default:
        return { Kind::Invalid, QStringLiteral("sql.constraint"), detail };
    }
}

/// SQLITE_IOERR and SQLITE_CANTOPEN say "full" only through errno.
Error diskError(int resultCode, int systemErrno, const QString &detail)
{
    if (resultCode == SQLITE_IOERR_DATA || resultCode == SQLITE_IOERR_CORRUPTFS)
        return { Kind::Corrupt, QStringLiteral("sql.corrupt"), detail };
    if (noSpace(systemErrno))
        return { Kind::Full, QStringLiteral("sql.full"), detail };
    const bool opening = (resultCode & 0xff) == SQLITE_CANTOPEN;
    return { Kind::Storage, opening ? QStringLiteral("sql.open") : QStringLiteral("sql.io"), detail };
}

QString describe(int resultCode, QStringView message, SqlPhase phase, QStringView sql)
{
    QString text = QLatin1String(sqlite3_errstr(resultCode)) % u" (" % QString::number(resultCode) % u')';
    if (phase == SqlPhase::Prepare || (resultCode & 0xff) != SQLITE_ERROR)
        text += u": " % message;
    if (!sql.isEmpty())
        text += u" in: " % sql.toString().simplified().left(kExcerptLength);
    return text;
}

} // namespace

Error sqlError(int resultCode, int systemErrno, const QString &detail)
{
    switch (resultCode & 0xff) {
    case SQLITE_FULL:
        return { Kind::Full, QStringLiteral("sql.full"), detail };
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return diskError(resultCode, systemErrno, detail);
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return { Kind::Storage, QStringLiteral("sql.readonly"), detail };
    case SQLITE_NOMEM:
        return { Kind::Storage, QStringLiteral("sql.memory"), detail };
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
        return { Kind::Corrupt, QStringLiteral("sql.corrupt"), detail };
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return { Kind::Busy, QStringLiteral("sql.busy"), detail };
    case SQLITE_CONSTRAINT:
        return constraintError(resultCode, detail);
    case SQLITE_INTERRUPT:
    case SQLITE_ABORT:
        return { Kind::Cancelled, QStringLiteral("sql.interrupted"), detail };
    case SQLITE_TOOBIG:
        return { Kind::Invalid, QStringLiteral("sql.too_big"), detail };
    default:
        return { Kind::Invalid, QStringLiteral("sql.statement"), detail };
    }
}

namespace {

/// The errno behind the failure. SQLite notes it for statements but not for COMMIT; the VFS still knows it
/// then.
int systemErrnoOf(sqlite3 *handle)
{
    const int noted = sqlite3_system_errno(handle);
    sqlite3_vfs *vfs = nullptr;
    if (noSpace(noted) || sqlite3_file_control(handle, "main", SQLITE_FCNTL_VFS_POINTER, &vfs) != SQLITE_OK)
        return noted;
    return vfs->xGetLastError != nullptr ? vfs->xGetLastError(vfs, 0, nullptr) : noted;
}

} // namespace

Error sqlError(sqlite3 *handle, int resultCode, SqlPhase phase, QStringView sql)
{
    const QString message = QString::fromUtf8(sqlite3_errmsg(handle));
    return sqlError(resultCode, systemErrnoOf(handle), describe(resultCode, message, phase, sql));
}

Error sqlError(const QSqlError &failure, sqlite3 *handle, SqlPhase phase, QStringView sql)
{
    bool isNumber = false;
    const int native = failure.nativeErrorCode().toInt(&isNumber);
    // Failures that Qt itself found, such as a missing placeholder, carry no code.
    const int resultCode = isNumber ? native : SQLITE_ERROR;
    const int systemErrno = handle != nullptr ? systemErrnoOf(handle) : 0;
    const QString message = failure.databaseText().isEmpty() ? failure.driverText() : failure.databaseText();
    return sqlError(resultCode, systemErrno, describe(resultCode, message, phase, sql));
}

Error fileError(int systemErrno, const QString &detail)
{
    const QString text = detail % u": " % QString::fromLocal8Bit(std::strerror(systemErrno));
    if (noSpace(systemErrno))
        return { Kind::Full, QStringLiteral("sql.full"), text };
    return { Kind::Storage, QStringLiteral("sql.file"), text };
}

} // namespace tawasul

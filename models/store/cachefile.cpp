// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/cachefile.h"

#include "models/sql/migrations.h"
#include "models/sql/query.h"
#include "models/sql/sqlerror.h"

#include <QtCore/QFile>

#include <sqlite3.h>

#include <cerrno>
#include <cstdio>
#include <tuple>

namespace tawasul {

namespace {

QString doubtOf(const QString &path)
{
    return path % u".doubted";
}

Result<int> bringToNewestSchema(Database &database)
{
    static const auto steps = readMigrations(QStringLiteral(":/schema/cache"));
    return steps ? migrate(database, *steps, SafetyCopy::None) : steps.error();
}

} // namespace

Result<Database> openCacheFile(const QString &path, const QString &vfs)
{
    Result<Database> database = openDatabase({.path = path,
                                              .vfs = vfs,
                                              .synchronous = Synchronous::Normal,
                                              .cachePages = 16384,
                                              .connectionPurpose = QStringLiteral("cache-writer")});
    if (!database)
        return database;
    if (const Result<int> version = bringToNewestSchema(*database); !version)
        return version.error();
    if (const Outcome set = runStatement(*database, QStringLiteral("PRAGMA wal_autocheckpoint = 16384"));
        !set)
        return set.error();
    return database;
}

Result<Database> openCacheForReading(const QString &path, const QString &vfs)
{
    return openDatabase({.path = path,
                         .vfs = vfs,
                         .readOnly = true,
                         .synchronous = Synchronous::Normal,
                         .connectionPurpose = QStringLiteral("cache-reader")});
}

bool isWorthANewCache(const Error &error)
{
    return error.kind == Error::Kind::Corrupt || error.kind == Error::Kind::TooNew;
}

Outcome setCacheFileAside(const QString &path)
{
    // The log first: a new database beside an old log would take pages from it.
    for (const char *suffix : {"-wal", "-shm", ""}) {
        const QByteArray name = QFile::encodeName(path) + suffix;
        const QByteArray aside = QFile::encodeName(path) + ".set-aside" + suffix;
        if (std::remove(aside.constData()) != 0 && errno != ENOENT)
            return fileError(errno, QStringLiteral("removing an older damaged cache"));
        if (std::rename(name.constData(), aside.constData()) != 0 && errno != ENOENT)
            return fileError(errno, QStringLiteral("setting a damaged cache aside"));
    }
    QFile::remove(doubtOf(path));
    return Done{};
}

Outcome emptyCacheFile(Database &database)
{
    sqlite3 *handle = database.handle();
    // A statement that stopped at a damaged page may still be under way; VACUUM wants to be alone.
    for (sqlite3_stmt *statement = sqlite3_next_stmt(handle, nullptr); statement != nullptr;
         statement = sqlite3_next_stmt(handle, statement))
        sqlite3_reset(statement);
    // SQLite's own way out of any damage (its manual, SQLITE_DBCONFIG_RESET_DATABASE): the schema is taken
    // for empty, and so is what VACUUM copies. It keeps the version, which has to say that nothing is there.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_RESET_DATABASE, 1, nullptr);
    Outcome emptied = runStatement(database, QStringLiteral("VACUUM"));
    sqlite3_db_config(handle, SQLITE_DBCONFIG_RESET_DATABASE, 0, nullptr);
    if (emptied)
        emptied = runStatement(database, QStringLiteral("PRAGMA user_version = 0"));
    if (!emptied)
        return emptied;
    if (const Result<int> version = bringToNewestSchema(database); !version)
        return version.error();
    // Into the file itself, which others open; a reader in the way leaves it to a later one.
    std::ignore = runStatement(database, QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    QFile::remove(doubtOf(database.options().path));
    return Done{};
}

void doubtCacheFile(const QString &path)
{
    // Where it cannot be written the damage is found again next time.
    QFile doubt(doubtOf(path));
    std::ignore = doubt.open(QIODevice::WriteOnly);
}

bool isCacheFileDoubted(const QString &path)
{
    return QFile::exists(doubtOf(path));
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/migrations.h"

#include "models/sql/connection.h"
#include "models/sql/query.h"
#include "models/sql/safetycopy.h"
#include "models/sql/sqlerror.h"
#include "models/sql/transaction.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>

#include <sqlite3.h>

#include <memory>
#include <string_view>
#include <utility>

namespace tawasul {

namespace {

using Kind = Error::Kind;

constexpr QStringView kSafetyCopySuffix = u".before-migration-v";

struct Finalize
{
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};

Error badFolder(const QString &detail)
{
    return {Kind::Invalid, QStringLiteral("sql.migrations"), detail};
}

Result<Migration> readStep(const QDir &folder, const QString &name, int expectedVersion)
{
    static const QRegularExpression pattern(QStringLiteral("^([0-9]{3})_[a-z0-9_]+\\.sql$"));
    const QRegularExpressionMatch match = pattern.match(name);
    if (!match.hasMatch())
        return badFolder(u"not named NNN_name.sql: " % name);
    const int version = match.capturedView(1).toInt();
    if (version != expectedVersion)
        return badFolder(u"out of order, wanted " % QString::number(expectedVersion) % u": " % name);
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::ReadOnly))
        return badFolder(u"cannot be read: " % name);
    Migration step{version, name, file.readAll()};
    if (step.sql.trimmed().isEmpty())
        return badFolder(u"empty: " % name);
    return step;
}

/// Runs the first statement of `sql` to its end and takes it off the front.
Outcome runFirst(sqlite3 *handle, std::string_view &sql)
{
    sqlite3_stmt *prepared = nullptr;
    const char *tail = nullptr;
    int result = sqlite3_prepare_v2(handle, sql.data(), static_cast<int>(sql.size()), &prepared, &tail);
    const std::unique_ptr<sqlite3_stmt, Finalize> statement(prepared);
    const auto length = result == SQLITE_OK ? static_cast<std::size_t>(tail - sql.data()) : sql.size();
    const QString text = QString::fromUtf8(sql.data(), static_cast<qsizetype>(length));
    if (result != SQLITE_OK)
        return sqlError(handle, result, SqlPhase::Prepare, text);
    sql.remove_prefix(length);
    if (statement == nullptr) // only white space and comments were left
        return Done{};
    do {
        result = sqlite3_step(statement.get());
    } while (result == SQLITE_ROW);
    if (result != SQLITE_DONE)
        return sqlError(handle, result, SqlPhase::Run, text);
    return Done{};
}

Outcome checkForeignKeys(Database &database)
{
    Result<Query> check = Query::prepare(database, QStringLiteral("PRAGMA foreign_key_check"));
    if (!check)
        return check.error();
    if (Outcome run = check->exec(); !run)
        return run;
    const Result<bool> row = check->next();
    if (!row)
        return row.error();
    if (*row) {
        return Error{Kind::Invalid, QStringLiteral("sql.constraint"),
                     u"leaves a foreign key without its row in table " % check->text(0)};
    }
    return Done{};
}

/// A file without a table has nothing to go back to.
Result<bool> isCopyDue(Database &database, SafetyCopy safetyCopy)
{
    if (safetyCopy == SafetyCopy::None || database.connection().isMemory())
        return false;
    return readOneInt64(database, QStringLiteral("SELECT count(*) FROM sqlite_schema"))
        .transform([](qint64 count) { return count > 0; });
}

/// Runs one step in one transaction. When a copy is still due, it is made in that transaction, in front of
/// the step: nobody can write in between, and it is the file as the step finds it.
Outcome runStep(Database &database, const Migration &step, bool &copyIsDue)
{
    Result<Transaction> transaction = copyIsDue ? beginWithEmptyLog(database) : Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    const Result<int> version = schemaVersion(database);
    if (!version)
        return version.error();
    if (*version >= step.version) // another process was here first
        return Done{};
    if (std::exchange(copyIsDue, false)) {
        if (Outcome copied = makeSafetyCopy(database, *version); !copied)
            return copied;
    }
    std::string_view sql(step.sql.constData(), static_cast<std::size_t>(step.sql.size()));
    while (!sql.empty()) {
        if (Outcome run = runFirst(database.handle(), sql); !run)
            return run;
        if (Outcome still = database.connection().mayRun(); !still) // a COMMIT in the file
            return still;
    }
    if (Outcome sound = checkForeignKeys(database); !sound)
        return sound;
    const QString stamp = u"PRAGMA user_version = " % QString::number(step.version);
    if (Outcome stamped = runStatement(database, stamp); !stamped)
        return stamped;
    return transaction->commit();
}

/// Foreign keys can be switched only outside a transaction.
Outcome runSteps(Database &database, const QList<Migration> &steps, int from, bool copyIsDue)
{
    if (Outcome off = runStatement(database, QStringLiteral("PRAGMA foreign_keys = OFF")); !off)
        return off;
    Outcome outcome = Done{};
    for (const Migration &step : steps) {
        if (step.version <= from)
            continue;
        outcome = runStep(database, step, copyIsDue);
        if (!outcome) {
            const Error &error = outcome.error();
            outcome = Error{error.kind, error.code, u"sql.migration " % step.name % u": " % error.detail};
            break;
        }
    }
    const Outcome on = runStatement(database, QStringLiteral("PRAGMA foreign_keys = ON"));
    return outcome ? on : outcome;
}

} // namespace

QString safetyCopyPath(const QString &path, int version)
{
    return path % kSafetyCopySuffix % QString::number(version);
}

Result<QList<Migration>> readMigrations(const QString &folder)
{
    const QDir directory(folder);
    QList<Migration> steps;
    const QStringList names = directory.entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        Result<Migration> step = readStep(directory, name, static_cast<int>(steps.size()) + 1);
        if (!step)
            return step.error();
        steps.append(std::move(*step));
    }
    if (steps.isEmpty())
        return badFolder(u"no steps in " % folder);
    return steps;
}

Result<int> schemaVersion(Database &database)
{
    return readOneInt64(database, QStringLiteral("PRAGMA user_version")).transform([](qint64 version) {
        return static_cast<int>(version);
    });
}

Result<int> migrate(Database &database, const QList<Migration> &steps, SafetyCopy safetyCopy)
{
    const int newest = steps.isEmpty() ? 0 : steps.last().version;
    const Result<int> version = schemaVersion(database);
    if (!version)
        return version.error();
    if (*version > newest) {
        return Error{Kind::TooNew, QStringLiteral("sql.too_new"),
                     u"the file is at schema version " % QString::number(*version)
                         % u", this program knows up to " % QString::number(newest)};
    }
    if (*version == newest) {
        const Outcome dropped = dropSafetyCopies(database);
        return dropped ? version : Result<int>(dropped.error());
    }
    const Result<bool> copyIsDue = isCopyDue(database, safetyCopy);
    if (!copyIsDue)
        return copyIsDue.error();
    if (const Outcome migrated = runSteps(database, steps, *version, *copyIsDue); !migrated)
        return migrated.error();
    return schemaVersion(database);
}

} // namespace tawasul

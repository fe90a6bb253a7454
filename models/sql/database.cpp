// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/database.h"

#include "models/sql/connection.h"
#include "models/sql/databasefile.h"
#include "models/sql/sqlerror.h"

#include <QtCore/QFileInfo>
#include <QtSql/QSqlError>

#include <sqlite3.h>

#include <atomic>

namespace tawasul {

namespace {

using Kind = Error::Kind;

/// One setting of a connection: how it is asked for, and what SQLite must answer when asked back.
struct Setting
{
    QString name;
    QString value;
    QString expected;
    bool mayBeSilent = false; ///< a memory database has no such setting and answers with no row
};

/// Qt finds connections by name; a count makes each one its own.
QString uniqueConnectionName(const QString &purpose)
{
    static std::atomic<quint64> count{0};
    return u"tawasul." % purpose % u'.' % QString::number(++count);
}

/// In this order: page_size must come before the first page, and WAL mode is what writes the first page.
std::vector<Setting> settingsFor(const OpenOptions &options, bool isMemory)
{
    const QString synchronous =
        options.synchronous == Synchronous::Full ? QStringLiteral("2") : QStringLiteral("1");
    const QString busyTimeout = QString::number(options.busyTimeoutMs);
    const QString one = QStringLiteral("1");
    std::vector<Setting> settings{
        {QStringLiteral("busy_timeout"), busyTimeout, busyTimeout},
        {QStringLiteral("mmap_size"), QStringLiteral("0"), QStringLiteral("0"), isMemory},
        {QStringLiteral("temp_store"), QStringLiteral("MEMORY"), QStringLiteral("2")},
        {QStringLiteral("secure_delete"), QStringLiteral("ON"), one},
        {QStringLiteral("foreign_keys"), QStringLiteral("ON"), one},
        {QStringLiteral("synchronous"), synchronous, synchronous},
        {QStringLiteral("page_size"), QStringLiteral("4096"), QStringLiteral("4096")},
        {QStringLiteral("journal_mode"), QStringLiteral("WAL"),
         isMemory ? QStringLiteral("memory") : QStringLiteral("wal")},
    };
    if (options.cachePages > 0) {
        const QString pages = QString::number(options.cachePages);
        settings.push_back({QStringLiteral("cache_size"), pages, pages});
    }
    return settings;
}

/// For one that only looks: nothing that belongs to the file, whose state is what is asked for.
std::vector<Setting> settingsForLooking(const OpenOptions &options)
{
    const QString busyTimeout = QString::number(options.busyTimeoutMs);
    std::vector<Setting> settings{
        {QStringLiteral("busy_timeout"), busyTimeout, busyTimeout},
        {QStringLiteral("mmap_size"), QStringLiteral("0"), QStringLiteral("0"), true},
        {QStringLiteral("temp_store"), QStringLiteral("MEMORY"), QStringLiteral("2")},
        {QStringLiteral("query_only"), QStringLiteral("ON"), QStringLiteral("1")},
    };
    // Asked for before the first page is read, it keeps the index of the log in memory instead of in -shm.
    if (options.footprint == Footprint::NoneAlone) {
        settings.push_back(
            {QStringLiteral("locking_mode"), QStringLiteral("EXCLUSIVE"), QStringLiteral("exclusive")});
    }
    return settings;
}

/// What SQLite answers in its first row, number or word, as text; empty when it answers with none. Straight
/// to SQLite: what a connection is asked while it opens is asked once, and a desk opens four at a time.
Result<QString> answerTo(Database &database, const QString &sql)
{
    sqlite3 *handle = database.handle();
    const QByteArray bytes = sql.toUtf8();
    sqlite3_stmt *prepared = nullptr;
    int result =
        sqlite3_prepare_v2(handle, bytes.constData(), static_cast<int>(bytes.size()), &prepared, nullptr);
    const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement(prepared, &sqlite3_finalize);
    if (result != SQLITE_OK)
        return sqlError(handle, result, SqlPhase::Prepare, sql);
    result = sqlite3_step(prepared);
    QString answer;
    if (result == SQLITE_ROW) {
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(prepared, 0));
        answer = QString::fromUtf8(text, sqlite3_column_bytes(prepared, 0));
        result = sqlite3_step(prepared);
    }
    return result == SQLITE_DONE ? Result<QString>(answer) : sqlError(handle, result, SqlPhase::Run, sql);
}

Outcome apply(Database &database, const Setting &setting)
{
    const bool keepsFile = database.options().readOnly && setting.name == u"journal_mode";
    if (!keepsFile) {
        const QString ask = u"PRAGMA " % setting.name % u" = " % setting.value;
        if (const Result<QString> asked = answerTo(database, ask); !asked)
            return asked.error();
    }
    const QString askBack = u"PRAGMA " % setting.name;
    const Result<QString> answer = answerTo(database, askBack);
    if (!answer)
        return answer.error();
    if (answer->isEmpty() && setting.mayBeSilent)
        return Done{};
    const QString &actual = *answer;
    if (actual != setting.expected) {
        return Error{Kind::Storage, QStringLiteral("sql.pragma"),
                     setting.name % u" is " % actual % u", wanted " % setting.expected};
    }
    return Done{};
}

Outcome prepareFile(const OpenOptions &options)
{
    if (options.path == kMemoryPath)
        return Done{};
    // A leading colon is how Qt names resources.
    if (options.path.isEmpty() || options.path.contains(QChar::Null) || options.path.startsWith(u':'))
        return Error{Kind::Invalid, QStringLiteral("sql.path"), QStringLiteral("no usable path")};
    const bool onlyReads = options.readOnly || options.footprint != Footprint::Usual;
    if ((onlyReads || !options.create) && !QFileInfo::exists(options.path))
        return Error{Kind::NotFound, QStringLiteral("sql.missing"), QStringLiteral("there is no such file")};
    // SQLite would make a log where the others have none (any more).
    const auto hasFile = [&options](QStringView suffix) {
        return QFileInfo::exists(QString(options.path % suffix));
    };
    if (options.footprint == Footprint::NoneBesideOthers && !(hasFile(u"-wal") && hasFile(u"-shm")))
        return Error{Kind::Busy, QStringLiteral("sql.busy"), QStringLiteral("nobody has the file open yet")};
    return onlyReads ? Outcome(Done{}) : makePrivateFile(options.path);
}

/// The URI of one that only looks. Without -wal there is nothing but the file; "immutable" would pass over a
/// log, and anything else would make one. "unix-none" takes no locks, and so needs no -shm either.
QString uriForLooking(const OpenOptions &options)
{
    Q_ASSERT_X(options.vfs.isEmpty(), "tawasul::openDatabase", "only the default VFS can be looked at");
    if (options.footprint == Footprint::NoneBesideOthers)
        return databaseUri(options.path, {}, FileAccess::ReadOnly) % u"&readonly_shm=1";
    if (QFileInfo(QString(options.path % u"-wal")).size() == 0)
        return databaseUri(options.path, {}, FileAccess::ReadOnly) % u"&immutable=1";
    return databaseUri(options.path, QStringLiteral("unix-none"), FileAccess::ReadOnly);
}

QString uriOf(const OpenOptions &options)
{
    if (options.footprint != Footprint::Usual)
        return uriForLooking(options);
    const FileAccess access = options.readOnly ? FileAccess::ReadOnly
        : options.create                       ? FileAccess::ReadWriteCreate
                                               : FileAccess::ReadWrite;
    return databaseUri(options.path, options.vfs, access);
}

Result<Database> connectTo(const OpenOptions &options)
{
    const QString name = uniqueConnectionName(options.connectionPurpose);
    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    connection.setConnectOptions(QStringLiteral("QSQLITE_OPEN_URI"));
    connection.setDatabaseName(uriOf(options));
    if (!connection.open()) {
        const Error error = sqlError(connection.lastError(), nullptr, SqlPhase::Prepare, {});
        connection = QSqlDatabase();
        QSqlDatabase::removeDatabase(name);
        return error;
    }
    return Database(std::make_unique<Connection>(std::move(connection), options));
}

/// Settings, then every page of the schema, which SQLite otherwise puts off until the first statement.
Outcome settle(Database &database)
{
    const OpenOptions &options = database.options();
    const bool looks = options.footprint != Footprint::Usual;
    // The last connection to a log in which no frame is whole would remove it.
    if (looks)
        sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    Outcome outcome = Done{};
    for (const Setting &setting :
         looks ? settingsForLooking(options) : settingsFor(options, database.connection().isMemory())) {
        outcome = apply(database, setting);
        if (!outcome)
            break;
    }
    if (outcome) {
        const auto count = answerTo(database, QStringLiteral("SELECT count(*) FROM sqlite_schema"));
        if (!count)
            outcome = count.error();
    }
    // Nothing is wrong with these statements: a "logic error" is a file format that SQLite does not know.
    if (!outcome && outcome.error().kind == Kind::Invalid)
        return Error{Kind::Corrupt, QStringLiteral("sql.corrupt"), outcome.error().detail};
    return outcome;
}

Error named(const Error &error, const OpenOptions &options)
{
    return {error.kind, error.code, u"opening " % options.connectionPurpose % u": " % error.detail};
}

} // namespace

Database::Database(std::unique_ptr<Connection> connection) noexcept
    : m_connection(std::move(connection))
{
}

Database::Database(Database &&other) noexcept = default;
Database &Database::operator=(Database &&other) noexcept = default;
Database::~Database() = default;

sqlite3 *Database::handle() const
{
    return connection().handle();
}

const OpenOptions &Database::options() const
{
    return connection().options();
}

bool Database::takeDamage()
{
    return connection().takeDamage();
}

bool Database::isOnItsOwnThread() const
{
    return connection().isOnItsOwnThread();
}

Connection &Database::connection() const
{
    Q_ASSERT_X(m_connection != nullptr, "tawasul::Database", "used after it was moved away");
    return *m_connection;
}

Result<Database> openDatabase(const OpenOptions &options)
{
    if (const Outcome prepared = prepareFile(options); !prepared)
        return named(prepared.error(), options);
    Result<Database> database = connectTo(options);
    if (!database)
        return named(database.error(), options);
    if (const Outcome settled = settle(*database); !settled)
        return named(settled.error(), options);
    return database;
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/statement.h"

#include "models/sql/connection.h"
#include "models/sql/sqlerror.h"

#include <sqlite3.h>

#include <cstring>
#include <limits>

namespace tawasul {

namespace {

using Kind = Error::Kind;

/// Nothing but white space may follow the one statement.
bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n\0") == std::string_view::npos;
}

} // namespace

struct Statement::Body final : Dependant
{
    using Dependant::Dependant;
    Body(const Body &) = delete;
    Body &operator=(const Body &) = delete;
    ~Body() override { sqlite3_finalize(statement); }

    void takeDown() noexcept override
    {
        sqlite3_finalize(statement);
        statement = nullptr;
    }

    /// Whether there is a statement, or could be made now of what was put off; if not, that is the failure.
    bool isReady()
    {
        if (statement != nullptr)
            return true;
        if (failure)
            return false;
        Outcome outcome = mayRun();
        if (outcome)
            outcome = prepare(putOff);
        if (!outcome)
            failure = outcome.error();
        return outcome.has_value();
    }

    Outcome prepare(std::string_view sql)
    {
        sqlite3 *handle = connection()->handle();
        const char *tail = nullptr;
        const int result = sqlite3_prepare_v3(handle, sql.data(), static_cast<int>(sql.size()),
                                              SQLITE_PREPARE_PERSISTENT, &statement, &tail);
        const auto text = [sql] { return QString::fromUtf8(sql.data(), static_cast<qsizetype>(sql.size())); };
        if (result != SQLITE_OK)
            return noted(sqlError(handle, result, SqlPhase::Prepare, text()));
        if (statement == nullptr || !isBlank(sql.substr(static_cast<std::size_t>(tail - sql.data())))) {
            takeDown();
            return Error{Kind::Invalid, QStringLiteral("sql.statement"), u"not one statement: " % text()};
        }
        return Done{};
    }

    [[nodiscard]] QString sql() const
    {
        const char *text = statement != nullptr ? sqlite3_sql(statement) : nullptr;
        return text != nullptr ? QString::fromUtf8(text) : QString();
    }

    void keep(Kind kind, const QString &code, const QString &detail)
    {
        if (!failure)
            failure = noted(Error{kind, code, detail % u" in: " % sql()});
    }

    void keepBindResult(int result, int position)
    {
        if (result == SQLITE_OK)
            return;
        const bool tooBig = result == SQLITE_TOOBIG;
        keep(Kind::Invalid, tooBig ? QStringLiteral("sql.too_big") : QStringLiteral("sql.bind"),
             u"placeholder " % QString::number(position));
    }

    /// Whether the column of the present row holds that SQLite type; if not, that is the failure from now on.
    bool holds(int column, int type)
    {
        if (statement != nullptr && column < sqlite3_data_count(statement)
            && sqlite3_column_type(statement, column) == type)
            return true;
        keep(Kind::Corrupt, QStringLiteral("sql.column"),
             u"column " % QString::number(column) % u" holds another type");
        return false;
    }

    /// The failure kept so far, which a reset forgets.
    Outcome reset()
    {
        if (statement != nullptr) {
            sqlite3_reset(statement);
            sqlite3_clear_bindings(statement);
        }
        const std::optional<Error> kept = std::exchange(failure, std::nullopt);
        return kept ? Outcome(*kept) : Outcome(Done{});
    }

    sqlite3_stmt *statement = nullptr;
    std::string_view putOff; ///< what it is made of when it is first needed
    std::optional<Error> failure;
};

namespace {

void assertNamesColumns([[maybe_unused]] std::string_view sql)
{
    Q_ASSERT_X(!QLatin1String(sql.data(), static_cast<qsizetype>(sql.size()))
                    .contains(QLatin1String("SELECT *"), Qt::CaseInsensitive),
               "tawasul::Statement", "SELECT * names no columns");
}

} // namespace

Result<Statement> Statement::prepare(Database &database, std::string_view sql)
{
    assertNamesColumns(sql);
    auto body = std::make_unique<Body>(database.connection());
    if (const Outcome mayRun = body->mayRun(); !mayRun)
        return mayRun.error();
    if (const Outcome prepared = body->prepare(sql); !prepared)
        return prepared.error();
    return Statement(std::move(body));
}

Statement Statement::later(Database &database, std::string_view sql)
{
    assertNamesColumns(sql);
    auto body = std::make_unique<Body>(database.connection());
    body->putOff = sql;
    return Statement(std::move(body));
}

Statement::Statement(std::unique_ptr<Body> body) noexcept
    : m_body(std::move(body))
{
}

Statement::Statement(Statement &&other) noexcept = default;
Statement &Statement::operator=(Statement &&other) noexcept = default;
Statement::~Statement() = default;

void Statement::bindText(int position, std::string_view text)
{
    if (!text.empty() && std::memchr(text.data(), 0, text.size()) != nullptr) {
        m_body->keep(Kind::Invalid, QStringLiteral("sql.text"), u"value " % QString::number(position));
        return;
    }
    if (!m_body->isReady())
        return;
    const char *begin = text.data() != nullptr ? text.data() : "";
    const int result =
        sqlite3_bind_text64(m_body->statement, position, begin, text.size(), SQLITE_STATIC, SQLITE_UTF8);
    m_body->keepBindResult(result, position);
}

void Statement::bindInt64(int position, qint64 number)
{
    if (m_body->isReady())
        m_body->keepBindResult(sqlite3_bind_int64(m_body->statement, position, number), position);
}

void Statement::bindBlob(int position, QByteArrayView blob)
{
    if (!m_body->isReady())
        return;
    const char *begin = blob.data() != nullptr ? blob.data() : "";
    const int result = sqlite3_bind_blob64(m_body->statement, position, begin,
                                           static_cast<sqlite3_uint64>(blob.size()), SQLITE_STATIC);
    m_body->keepBindResult(result, position);
}

void Statement::bindNull(int position)
{
    if (m_body->isReady())
        m_body->keepBindResult(sqlite3_bind_null(m_body->statement, position), position);
}

Result<bool> Statement::step()
{
    if (m_body->failure)
        return *m_body->failure;
    if (const Outcome mayRun = m_body->mayRun(); !mayRun) {
        m_body->failure = mayRun.error();
        return mayRun.error();
    }
    if (!m_body->isReady())
        return *m_body->failure;
    const int result = sqlite3_step(m_body->statement);
    if (result == SQLITE_ROW)
        return true;
    if (result == SQLITE_DONE)
        return false;
    m_body->failure =
        m_body->noted(sqlError(m_body->connection()->handle(), result, SqlPhase::Run, m_body->sql()));
    return *m_body->failure;
}

Outcome Statement::run()
{
    while (true) {
        const Result<bool> row = step();
        if (!row || !*row)
            return reset();
    }
}

Outcome Statement::reset()
{
    return m_body->reset();
}

std::string_view Statement::text(int column)
{
    if (!m_body->holds(column, SQLITE_TEXT))
        return {};
    // The pointer first: asking for the length before would be answered for another encoding.
    const void *begin = sqlite3_column_text(m_body->statement, column);
    const int length = sqlite3_column_bytes(m_body->statement, column);
    return {static_cast<const char *>(begin), static_cast<std::size_t>(length)};
}

qint64 Statement::int64(int column)
{
    return m_body->holds(column, SQLITE_INTEGER) ? sqlite3_column_int64(m_body->statement, column) : 0;
}

QByteArrayView Statement::blob(int column)
{
    if (!m_body->holds(column, SQLITE_BLOB))
        return {};
    const void *begin = sqlite3_column_blob(m_body->statement, column);
    return {static_cast<const char *>(begin), sqlite3_column_bytes(m_body->statement, column)};
}

bool Statement::isNull(int column) const
{
    return m_body->statement != nullptr && column < sqlite3_data_count(m_body->statement)
        && sqlite3_column_type(m_body->statement, column) == SQLITE_NULL;
}

qint64 Statement::rowsChanged() const
{
    Connection *connection = m_body->connection();
    return connection != nullptr ? sqlite3_changes64(connection->handle()) : 0;
}

} // namespace tawasul

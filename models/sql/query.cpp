// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/query.h"

#include "models/sql/connection.h"
#include "models/sql/sqlerror.h"

#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>
#include <QtSql/QSqlResult>

#include <sqlite3.h>

#include <cstring>

namespace tawasul {

namespace {

using Kind = Error::Kind;

sqlite3_stmt *statementOf(const QSqlQuery &query)
{
    const QVariant handle = query.result()->handle();
    if (!handle.isValid() || std::strcmp(handle.typeName(), "sqlite3_stmt*") != 0)
        return nullptr;
    return *static_cast<sqlite3_stmt *const *>(handle.constData());
}

template<class T>
bool holds(const QVariant &value)
{
    return value.metaType() == QMetaType::fromType<T>() && !value.isNull();
}

} // namespace

struct Query::Body final : Dependant
{
    Body(Connection &connection, QString text)
        : Dependant(connection)
        , sql(std::move(text))
        , query(connection.takeIdle(sql))
    {
        if (query != nullptr) {
            describe();
            return;
        }
        query = std::make_unique<QSqlQuery>(connection.database());
        query->setForwardOnly(true);
    }
    Body(const Body &) = delete;
    Body &operator=(const Body &) = delete;

    ~Body() override
    {
        if (query == nullptr || !isPrepared || failure)
            return;
        query->finish();
        // What it was given may be a case's whole text, and Qt lent SQLite its address.
        for (int position = 0; position < placeholders; ++position)
            query->bindValue(position, QVariant());
        sqlite3_clear_bindings(statementOf(*query));
        connection()->keepIdle(sql, std::move(query));
    }

    void takeDown() noexcept override { query.reset(); }

    void describe()
    {
        sqlite3_stmt *statement = statementOf(*query);
        placeholders = sqlite3_bind_parameter_count(statement);
        columns = sqlite3_column_count(statement);
        isPrepared = true;
    }

    [[nodiscard]] Error lastError(SqlPhase phase) const
    {
        return noted(sqlError(query->lastError(), connection()->handle(), phase, sql));
    }

    Error fail(Error error)
    {
        failure = error;
        return error;
    }

    template<class T>
    T read(int column)
    {
        if (query == nullptr)
            return {};
        const bool exists = query->isValid() && column >= 0 && column < columns;
        const QVariant value = exists ? query->value(column) : QVariant();
        if (holds<T>(value))
            return value.value<T>();
        if (!failure) {
            failure = noted({Kind::Corrupt, QStringLiteral("sql.column"),
                             u"column " % QString::number(column) % u" holds another type in: " % sql});
        }
        return {};
    }

    QString sql;
    std::unique_ptr<QSqlQuery> query;
    int placeholders = 0; ///< Qt keeps the values of the run before: giving too few would pass unnoticed
    int columns = 0;
    bool isPrepared = false;
    qint64 rowsChanged = 0;
    std::optional<Error> failure;
};

Result<Query> Query::prepare(Database &database, const QString &sql)
{
    Q_ASSERT_X(!sql.contains(u"SELECT *", Qt::CaseInsensitive), "tawasul::Query",
               "SELECT * names no columns");
    auto body = std::make_unique<Body>(database.connection(), sql);
    if (const Outcome mayRun = body->mayRun(); !mayRun)
        return mayRun.error();
    if (!body->isPrepared) {
        if (!body->query->prepare(sql))
            return body->lastError(SqlPhase::Prepare);
        body->describe();
    }
    return Query(std::move(body));
}

Query::Query(std::unique_ptr<Body> body) noexcept
    : m_body(std::move(body))
{
}

Query::Query(Query &&other) noexcept = default;
Query &Query::operator=(Query &&other) noexcept = default;
Query::~Query() = default;

Outcome Query::execWith(std::initializer_list<SqlValue> values)
{
    m_body->failure.reset();
    m_body->rowsChanged = 0;
    if (const Outcome mayRun = m_body->mayRun(); !mayRun)
        return m_body->fail(mayRun.error());
    if (std::ssize(values) != m_body->placeholders) {
        return m_body->fail({Kind::Invalid, QStringLiteral("sql.bind"),
                             QString::number(std::ssize(values)) % u" values instead of "
                                 % QString::number(m_body->placeholders) % u" for: " % m_body->sql});
    }
    int position = 0;
    for (const SqlValue &value : values) {
        if (!value.isStorable()) {
            return m_body->fail({Kind::Invalid, QStringLiteral("sql.text"),
                                 u"value " % QString::number(position + 1) % u" for: " % m_body->sql});
        }
        m_body->query->bindValue(position++, value.variant());
    }
    if (!m_body->query->exec())
        return m_body->fail(m_body->lastError(SqlPhase::Run));
    m_body->rowsChanged = sqlite3_changes64(m_body->connection()->handle());
    return Done{};
}

Result<bool> Query::next()
{
    if (m_body->failure)
        return *m_body->failure;
    if (const Outcome mayRun = m_body->mayRun(); !mayRun)
        return m_body->fail(mayRun.error());
    if (m_body->query->next())
        return true;
    if (m_body->query->lastError().isValid())
        return m_body->fail(m_body->lastError(SqlPhase::Run));
    return false;
}

Outcome Query::finish()
{
    if (m_body->query != nullptr)
        m_body->query->finish();
    if (m_body->failure)
        return *m_body->failure;
    return Done{};
}

QString Query::text(int column)
{
    return m_body->read<QString>(column);
}

qint64 Query::int64(int column)
{
    return m_body->read<qlonglong>(column);
}

QByteArray Query::blob(int column)
{
    return m_body->read<QByteArray>(column);
}

std::optional<QString> Query::optionalText(int column)
{
    return isNull(column) ? std::nullopt : std::optional(text(column));
}

std::optional<qint64> Query::optionalInt64(int column)
{
    return isNull(column) ? std::nullopt : std::optional(int64(column));
}

std::optional<QByteArray> Query::optionalBlob(int column)
{
    return isNull(column) ? std::nullopt : std::optional(blob(column));
}

bool Query::isNull(int column) const
{
    return m_body->query != nullptr && m_body->query->isNull(column);
}

qint64 Query::rowsChanged() const
{
    return m_body->rowsChanged;
}

Outcome runStatement(Database &database, const QString &sql)
{
    Result<Query> query = Query::prepare(database, sql);
    if (!query)
        return query.error();
    if (Outcome run = query->exec(); !run)
        return run;
    return query->finish();
}

Result<qint64> readOneInt64(Database &database, const QString &sql)
{
    Result<Query> query = Query::prepare(database, sql);
    if (!query)
        return query.error();
    if (const Outcome run = query->exec(); !run)
        return run.error();
    if (const Result<bool> row = query->next(); !row)
        return row.error();
    const qint64 number = query->int64(0);
    if (const Outcome finished = query->finish(); !finished)
        return finished.error();
    return number;
}

} // namespace tawasul

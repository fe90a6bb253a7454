// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/connection.h"

#include "models/sql/databasefile.h"

#include <QtCore/QVariant>
#include <QtSql/QSqlDriver>

#include <sqlite3.h>

#include <algorithm>
#include <cstring>

namespace tawasul {

namespace {

sqlite3 *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || std::strcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
}

} // namespace

Dependant::Dependant(Connection &connection)
    : m_connection(&connection)
{
    Q_ASSERT_X(connection.isOnItsOwnThread(), "tawasul::Dependant",
               "prepared on a thread that did not open it");
    connection.m_dependants.push_back(this);
}

Dependant::~Dependant()
{
    if (m_connection == nullptr)
        return;
    Q_ASSERT_X(m_connection->isOnItsOwnThread(), "tawasul::Dependant", "destroyed on another thread");
    std::erase(m_connection->m_dependants, this);
}

Outcome Dependant::mayRun() const
{
    if (m_connection == nullptr)
        return Error{Error::Kind::Storage, QStringLiteral("sql.closed"),
                     QStringLiteral("the connection closed")};
    return m_connection->mayRun();
}

Error Dependant::noted(Error error) const
{
    if (m_connection != nullptr && error.kind == Error::Kind::Corrupt)
        m_connection->noteDamage();
    return error;
}

Connection::Connection(QSqlDatabase database, OpenOptions options)
    : m_database(std::move(database))
    , m_options(std::move(options))
    , m_handle(handleOf(m_database))
    , m_thread(QThread::currentThread())
{
    Q_ASSERT_X(m_handle != nullptr, "tawasul::Connection", "Qt's SQLite driver gave no handle");
}

Connection::~Connection()
{
    Q_ASSERT_X(isOnItsOwnThread(), "tawasul::Connection", "closed on a thread that did not open it");
    // Statements first: SQLite does not close under a live one, and Qt warns when it removes a used
    // connection.
    for (Dependant *dependant : m_dependants) {
        dependant->takeDown();
        dependant->m_connection = nullptr;
    }
    m_idle.clear();
    for (sqlite3_stmt *control : m_controls)
        sqlite3_finalize(control);
    const QString name = m_database.connectionName();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

bool Connection::isMemory() const
{
    return m_options.path == kMemoryPath;
}

int Connection::run(Control control)
{
    static constexpr std::array kTexts{"BEGIN IMMEDIATE", "BEGIN DEFERRED", "COMMIT", "ROLLBACK"};
    const auto which = static_cast<std::size_t>(control);
    sqlite3_stmt *&statement = m_controls.at(which);
    if (statement == nullptr) {
        const int prepared = sqlite3_prepare_v3(handle(), kTexts.at(which), -1, SQLITE_PREPARE_PERSISTENT,
                                                &statement, nullptr);
        if (prepared != SQLITE_OK)
            return prepared;
    }
    const int result = sqlite3_step(statement);
    const int failure = sqlite3_reset(statement);
    return result == SQLITE_DONE ? SQLITE_OK : failure;
}

std::unique_ptr<QSqlQuery> Connection::takeIdle(const QString &sql)
{
    const auto found = std::ranges::find(m_idle, sql, &Idle::sql);
    if (found == m_idle.end())
        return nullptr;
    std::unique_ptr<QSqlQuery> query = std::move(found->query);
    m_idle.erase(found);
    return query;
}

void Connection::keepIdle(const QString &sql, std::unique_ptr<QSqlQuery> query)
{
    if (m_idle.size() == kIdleQueries)
        m_idle.pop_front();
    m_idle.push_back({sql, std::move(query)});
}

Outcome Connection::mayRun() const
{
    if (m_inTransaction && sqlite3_get_autocommit(handle()) != 0) {
        return Error{Error::Kind::Storage, QStringLiteral("sql.rolled_back"),
                     QStringLiteral("SQLite rolled the transaction back after an earlier failure")};
    }
    return Done{};
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/transaction.h"

#include "models/sql/connection.h"
#include "models/sql/sqlerror.h"

#include <sqlite3.h>

namespace tawasul {

namespace {

int execute(sqlite3 *handle, const char *sql)
{
    return sqlite3_exec(handle, sql, nullptr, nullptr, nullptr);
}

} // namespace

struct Transaction::Body final : Dependant
{
    using Dependant::Dependant;
    Body(const Body &) = delete;
    Body &operator=(const Body &) = delete;
    ~Body() override { rollBack(); }

    void takeDown() noexcept override { rollBack(); }

    /// The end without a commit. SQLite may have rolled back by itself; then there is nothing left to end.
    void rollBack() noexcept
    {
        if (!isOpen || connection() == nullptr)
            return;
        isOpen = false;
        connection()->setInTransaction(false);
        sqlite3 *handle = connection()->handle();
        if (sqlite3_get_autocommit(handle) == 0)
            execute(handle, "ROLLBACK");
    }

    bool isOpen = false;
};

Result<Transaction> Transaction::begin(Database &database)
{
    return beginWith(database, "BEGIN IMMEDIATE");
}

Result<Transaction> Transaction::beginRead(Database &database)
{
    return beginWith(database, "BEGIN DEFERRED");
}

Result<Transaction> Transaction::beginWith(Database &database, const char *sql)
{
    Connection &connection = database.connection();
    Q_ASSERT_X(!connection.inTransaction(), "tawasul::Transaction", "begun inside another one");
    const int result = execute(connection.handle(), sql);
    if (result != SQLITE_OK) {
        return sqlError(connection.handle(), sqlite3_extended_errcode(connection.handle()), SqlPhase::Run,
                        QString::fromLatin1(sql));
    }
    auto body = std::make_unique<Body>(connection);
    body->isOpen = true;
    connection.setInTransaction(true);
    return Transaction(std::move(body));
}

Transaction::Transaction(std::unique_ptr<Body> body) noexcept
    : m_body(std::move(body))
{}

Transaction::Transaction(Transaction &&other) noexcept = default;
Transaction::~Transaction() = default;

Outcome Transaction::commit()
{
    Q_ASSERT_X(m_body != nullptr && m_body->isOpen, "tawasul::Transaction", "committed twice");
    if (Outcome mayRun = m_body->mayRun(); !mayRun) {
        m_body->rollBack();
        return mayRun;
    }
    sqlite3 *handle = m_body->connection()->handle();
    if (execute(handle, "COMMIT") != SQLITE_OK) {
        Error error = sqlError(handle, sqlite3_extended_errcode(handle), SqlPhase::Run, u"COMMIT");
        m_body->rollBack();
        return error;
    }
    m_body->isOpen = false;
    m_body->connection()->setInTransaction(false);
    return Done{};
}

} // namespace tawasul

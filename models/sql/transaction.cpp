// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/transaction.h"

#include "models/sql/connection.h"
#include "models/sql/sqlerror.h"

#include <sqlite3.h>

namespace tawasul {

using Control = Connection::Control;

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
            std::ignore = connection()->run(Control::RollBack);
    }

    bool isOpen = false;
};

Result<Transaction> Transaction::begin(Database &database)
{
    return beginWith(database, false);
}

Result<Transaction> Transaction::beginRead(Database &database)
{
    return beginWith(database, true);
}

Result<Transaction> Transaction::beginWith(Database &database, bool onlyReads)
{
    Connection &connection = database.connection();
    Q_ASSERT_X(!connection.inTransaction(), "tawasul::Transaction", "begun inside another one");
    const int result = connection.run(onlyReads ? Control::BeginRead : Control::Begin);
    if (result != SQLITE_OK)
        return sqlError(connection.handle(), result, SqlPhase::Run,
                        onlyReads ? u"BEGIN DEFERRED" : u"BEGIN IMMEDIATE");
    auto body = std::make_unique<Body>(connection);
    body->isOpen = true;
    connection.setInTransaction(true);
    return Transaction(std::move(body));
}

Transaction::Transaction(std::unique_ptr<Body> body) noexcept
    : m_body(std::move(body))
{
}

Transaction::Transaction(Transaction &&other) noexcept = default;
Transaction::~Transaction() = default;

Outcome Transaction::commit()
{
    Q_ASSERT_X(m_body != nullptr && m_body->isOpen, "tawasul::Transaction", "committed twice");
    if (Outcome mayRun = m_body->mayRun(); !mayRun) {
        m_body->rollBack();
        return mayRun;
    }
    if (const int result = m_body->connection()->run(Control::Commit); result != SQLITE_OK) {
        Error error = sqlError(m_body->connection()->handle(), result, SqlPhase::Run, u"COMMIT");
        m_body->rollBack();
        return error;
    }
    m_body->isOpen = false;
    m_body->connection()->setInTransaction(false);
    return Done{};
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/database.h"

#include <QtCore/QThread>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>

#include <array>
#include <deque>
#include <memory>
#include <utility>
#include <vector>

struct sqlite3_stmt;

namespace tawasul {

/// Something that lives on a connection (a query, a statement, a transaction) and is taken down with it.
class Dependant
{
public:
    explicit Dependant(Connection &connection);
    Dependant(const Dependant &) = delete;
    Dependant &operator=(const Dependant &) = delete;
    virtual ~Dependant();

    /// The connection, or null after it closed.
    [[nodiscard]] Connection *connection() const { return m_connection; }

    /// Whether SQL may run now: the connection is open and its transaction, if one was begun, is still there.
    [[nodiscard]] Outcome mayRun() const;

    /// The same error; that the file is damaged is kept with the connection.
    [[nodiscard]] Error noted(Error error) const;

protected:
    /// Gives back what SQLite holds; called by the connection as it closes.
    virtual void takeDown() noexcept = 0;

private:
    friend class Connection;
    Connection *m_connection;
};

/// The open connection behind a Database; it stays at one address while the Database moves. Not seen outside
/// models/sql.
class Connection
{
public:
    /// Takes over an opened QSqlDatabase, which nobody else holds.
    Connection(QSqlDatabase database, OpenOptions options);
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    ~Connection();

    [[nodiscard]] const QSqlDatabase &database() const { return m_database; }
    [[nodiscard]] const OpenOptions &options() const { return m_options; }
    [[nodiscard]] bool isOnItsOwnThread() const { return QThread::currentThread() == m_thread; }
    [[nodiscard]] bool isMemory() const;

    [[nodiscard]] sqlite3 *handle() const
    {
        Q_ASSERT_X(isOnItsOwnThread(), "tawasul::Connection", "used on a thread that did not open it");
        return m_handle;
    }

    /// A statement found the file damaged.
    void noteDamage() { m_sawDamage = true; }
    [[nodiscard]] bool takeDamage() { return std::exchange(m_sawDamage, false); }

    [[nodiscard]] bool inTransaction() const { return m_inTransaction; }
    void setInTransaction(bool inTransaction) { m_inTransaction = inTransaction; }

    /// SQLite rolls back by itself after some failures (disk full, I/O error). What follows would then be
    /// written one statement at a time, outside any transaction: it is refused with Storage, sql.rolled_back.
    [[nodiscard]] Outcome mayRun() const;

    /// What begins and ends transactions.
    enum class Control { Begin, BeginRead, Commit, RollBack };
    /// Runs that; answers SQLite's extended code. Prepared once: every change of ours is between two of
    /// these.
    [[nodiscard]] int run(Control control);

    /// A query prepared for that SQL that nobody uses now, or null. Preparing costs more than most of our
    /// statements do, and a recorded act runs a dozen of them.
    [[nodiscard]] std::unique_ptr<QSqlQuery> takeIdle(const QString &sql);

    /// Keeps a finished query, without values, for whoever runs the same SQL next; the one that has waited
    /// longest goes when there are more than kIdleQueries.
    void keepIdle(const QString &sql, std::unique_ptr<QSqlQuery> query);

    static constexpr std::size_t kIdleQueries = 96; ///< somewhat more than a journal has in all

private:
    friend class Dependant;

    struct Idle
    {
        QString sql;
        std::unique_ptr<QSqlQuery> query;
    };

    QSqlDatabase m_database;
    OpenOptions m_options;
    sqlite3 *m_handle;
    QThread *m_thread;
    std::array<sqlite3_stmt *, 4> m_controls{}; ///< by Control; null until it is first needed
    bool m_inTransaction = false;
    bool m_sawDamage = false;
    std::vector<Dependant *> m_dependants;
    std::deque<Idle> m_idle; ///< the one that has waited longest first
};

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/arabic/ftstable.h"

#include "models/arabic/fold.h"

#include <sqlite3.h>

namespace tawasul {

namespace {

struct Finalizer
{
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};

using Statement = std::unique_ptr<sqlite3_stmt, Finalizer>;

Statement prepare(sqlite3 *database, const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(database, sql, -1, &statement, nullptr);
    Q_ASSERT(statement != nullptr);
    return Statement(statement);
}

void bindText(sqlite3_stmt *statement, int index, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    sqlite3_bind_text(statement, index, utf8.constData(), static_cast<int>(utf8.size()), SQLITE_TRANSIENT);
}

} // namespace

void FtsTable::Closer::operator()(sqlite3 *database) const
{
    sqlite3_close(database);
}

FtsTable::FtsTable()
{
    sqlite3 *database = nullptr;
    sqlite3_open(":memory:", &database);
    m_database.reset(database);
    sqlite3_exec(database, "CREATE VIRTUAL TABLE t USING fts5(body, tokenize='unicode61', prefix='2 3')",
                 nullptr, nullptr, nullptr);
}

void FtsTable::insert(qint64 row, QStringView text)
{
    const Statement statement = prepare(m_database.get(), "INSERT INTO t(rowid, body) VALUES(?, ?)");
    sqlite3_bind_int64(statement.get(), 1, row);
    bindText(statement.get(), 2, foldForSearch(text));
    sqlite3_step(statement.get());
}

std::vector<qint64> FtsTable::match(const QString &expression) const
{
    const Statement statement =
        prepare(m_database.get(), "SELECT rowid FROM t WHERE t MATCH ? ORDER BY rowid");
    bindText(statement.get(), 1, expression);
    std::vector<qint64> rows;
    int step = sqlite3_step(statement.get());
    for (; step == SQLITE_ROW; step = sqlite3_step(statement.get()))
        rows.push_back(sqlite3_column_int64(statement.get(), 0));
    if (step != SQLITE_DONE)
        return { -1 };
    return rows;
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <memory>
#include <vector>

struct sqlite3;

namespace tawasul {

/// An FTS5 table in memory, as the search index of the desk will be: folded text, unicode61, prefixes of 2
/// and 3.
class FtsTable
{
public:
    FtsTable();

    /// Stores the text folded, under this row id.
    void insert(qint64 row, QStringView text);

    /// The rows that an expression matches, in order; the first is -1 when SQLite refuses the expression.
    [[nodiscard]] std::vector<qint64> match(const QString &expression) const;

private:
    struct Closer
    {
        void operator()(sqlite3 *database) const;
    };
    std::unique_ptr<sqlite3, Closer> m_database;
};

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/database.h"
#include "models/sql/sqlvalue.h"

#include <QtCore/QByteArray>

#include <initializer_list>
#include <memory>
#include <optional>

namespace tawasul {

/// A statement over Qt Sql: prepared once, run often, with values by position. The connection keeps it when
/// this goes, so that preparing the same SQL again costs nothing. For questions and single rows; pages of
/// rows go through Statement, which is a third faster.
///
/// Every failure is an Error, and after one nothing continues: next() repeats it until the next exec(). A
/// read of a column that holds another type than asked for yields an empty value and makes next() and
/// finish() answer Corrupt, sql.column. One that is not stepped to its end holds its read snapshot: call
/// finish().
class Query
{
public:
    /// SQL is our own constant text: values come only through placeholders. `SELECT *` is a bug (asserted),
    /// since the next migration would move the columns.
    [[nodiscard]] static Result<Query> prepare(Database &database, const QString &sql);

    Query(Query &&other) noexcept;
    Query &operator=(Query &&other) noexcept;
    ~Query();

    /// Runs with these values for the `?` in order; another count than the SQL's is Invalid, sql.bind. (Qt
    /// rewrites
    /// `?1`, so that using one value twice takes two `?`, or Statement.)
    template<class... Values>
    [[nodiscard]] Outcome exec(const Values &...values)
    {
        return execWith({SqlValue(values)...});
    }

    /// Steps to the next row; false at the end.
    [[nodiscard]] Result<bool> next();

    /// Lets go of the rows not read; answers whether everything read so far could be read.
    [[nodiscard]] Outcome finish();

    /// Columns of the present row, counted from 0.
    [[nodiscard]] QString text(int column);
    [[nodiscard]] qint64 int64(int column);
    [[nodiscard]] QByteArray blob(int column);
    [[nodiscard]] std::optional<QString> optionalText(int column);
    [[nodiscard]] std::optional<qint64> optionalInt64(int column);
    [[nodiscard]] std::optional<QByteArray> optionalBlob(int column);
    [[nodiscard]] bool isNull(int column) const;

    /// Rows that the last exec() of an INSERT, UPDATE or DELETE touched; triggers not counted.
    [[nodiscard]] qint64 rowsChanged() const;

private:
    struct Body;
    explicit Query(std::unique_ptr<Body> body) noexcept;
    [[nodiscard]] Outcome execWith(std::initializer_list<SqlValue> values);

    std::unique_ptr<Body> m_body;
};

/// Runs one statement without values to its end: schema, settings.
[[nodiscard]] Outcome runStatement(Database &database, const QString &sql);

/// The whole number in the first column of the first row, for counts and settings; no row, or another type,
/// is Corrupt, sql.column.
[[nodiscard]] Result<qint64> readOneInt64(Database &database, const QString &sql);

} // namespace tawasul

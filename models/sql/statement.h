// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/database.h"

#include <QtCore/QByteArrayView>

#include <memory>
#include <string_view>

namespace tawasul {

/// A statement over sqlite3 itself, for pages of rows: UTF-8 in and out, nothing copied, nothing boxed.
///
/// Columns count from 0 and placeholders from 1, as in SQLite. A wrong bind or column read is kept and
/// answered by the next step() or run(); errors are those of Query. Bound views must live until the next
/// run() or reset(), which also forget all values, so that a forgotten bind writes NULL and never the row
/// before.
class Statement
{
public:
    /// SQL is our own constant text, one statement; `SELECT *` is a bug (asserted).
    [[nodiscard]] static Result<Statement> prepare(Database &database, std::string_view sql);
    /// The same, prepared by the first bind or step, which tells what is wrong with it: opening a file should
    /// not cost what nobody may ever ask. `sql` is kept as it is and must be of static lifetime.
    [[nodiscard]] static Statement later(Database &database, std::string_view sql);

    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) noexcept;
    ~Statement();

    /// Text must be valid UTF-8, which is not checked here (the page reader has proved it); a NUL in it is
    /// refused with Invalid, sql.text. A view of null is '' and not NULL.
    void bindText(int position, std::string_view text);
    void bindInt64(int position, qint64 number);
    void bindBlob(int position, QByteArrayView blob);
    void bindNull(int position);

    /// Steps to the next row (also of RETURNING); false at the end.
    [[nodiscard]] Result<bool> step();

    /// Runs a writing statement to its end and resets it, ready for the next row.
    [[nodiscard]] Outcome run();

    /// Ready for the next values; answers whether everything read so far could be read.
    [[nodiscard]] Outcome reset();

    /// Columns of the present row; views live until the next step(), run() or reset().
    [[nodiscard]] std::string_view text(int column);
    [[nodiscard]] qint64 int64(int column);
    [[nodiscard]] QByteArrayView blob(int column);
    [[nodiscard]] bool isNull(int column) const;

    /// Rows that the last completed INSERT, UPDATE or DELETE of this connection touched; triggers not
    /// counted.
    [[nodiscard]] qint64 rowsChanged() const;

private:
    struct Body;
    explicit Statement(std::unique_ptr<Body> body) noexcept;

    std::unique_ptr<Body> m_body;
};

} // namespace tawasul

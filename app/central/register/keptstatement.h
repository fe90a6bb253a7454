// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/statement.h"

#include <QtCore/QByteArray>

#include <optional>

namespace tawasul {

/// A statement that is prepared when it is first needed, and then kept: a large assignment runs it thousands
/// of times. Of one connection.
class KeptStatement
{
public:
    explicit KeptStatement(std::string_view sql)
        : m_sql(sql)
    {
    }

    /// Ready for values, whatever became of its last run.
    [[nodiscard]] Result<Statement *> ready(Database &database)
    {
        if (!m_statement) {
            auto prepared = Statement::prepare(database, m_sql);
            if (!prepared)
                return prepared.error();
            m_statement.emplace(std::move(*prepared));
        }
        std::ignore = m_statement->reset(); // what was wrong the last time has been told
        return &*m_statement;
    }

private:
    std::string_view m_sql; ///< our own constant text
    std::optional<Statement> m_statement;
};

/// The same bytes, for binding.
[[nodiscard]] inline std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// Text of a column.
[[nodiscard]] inline QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace tawasul

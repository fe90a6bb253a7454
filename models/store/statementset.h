// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/statement.h"

#include <initializer_list>
#include <vector>

namespace tawasul {

/// Statements that are prepared together and named by an enumeration, in its order.
template<class Name>
class StatementSet
{
public:
    [[nodiscard]] static Result<StatementSet> prepare(Database &database,
                                                      std::initializer_list<std::string_view> sql)
    {
        StatementSet set;
        for (const std::string_view text : sql) {
            Result<Statement> statement = Statement::prepare(database, text);
            if (!statement)
                return statement.error();
            set.m_statements.push_back(std::move(*statement));
        }
        return set;
    }

    [[nodiscard]] Statement &operator[](Name name) { return m_statements[static_cast<std::size_t>(name)]; }

private:
    std::vector<Statement> m_statements;
};

} // namespace tawasul

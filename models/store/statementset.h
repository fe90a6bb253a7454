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

    /// Ready to be bound: what a run that failed left behind is cleared, so that one bad page never spoils the next.
    [[nodiscard]] Statement &operator[](Name name)
    {
        Statement &statement = m_statements[static_cast<std::size_t>(name)];
        static_cast<void>(statement.reset()); // its error was answered when it happened
        return statement;
    }

private:
    std::vector<Statement> m_statements;
};

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/statement.h"

#include <initializer_list>
#include <vector>

namespace tawasul {

/// Statements of one connection, named by an enumeration in its order; each is prepared when it is first
/// used.
template<class Name>
class StatementSet
{
public:
    /// Texts of static lifetime.
    StatementSet(Database &database, std::initializer_list<std::string_view> sql)
    {
        for (const std::string_view text : sql)
            m_statements.push_back(Statement::later(database, text));
    }

    /// Ready to be bound: what a run that failed left behind is cleared, so that one bad page never spoils
    /// the next.
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

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/register/keptstatement.h"

#include <vector>

namespace tawasul {

/// What rows have to be like, of conditions that are not always asked for: a query says what it wants and no
/// more, or SQLite could not use an index. The texts are our own, the values are bound.
class Conditions
{
public:
    void add(const char *condition)
    {
        m_sql += m_sql.isEmpty() ? " WHERE " : " AND ";
        m_sql += condition;
    }
    /// With one placeholder; nothing for an empty value.
    void add(const char *condition, const QString &value)
    {
        if (value.isEmpty())
            return;
        add(condition);
        m_values.push_back(value.toUtf8());
    }

    [[nodiscard]] const QByteArray &sql() const { return m_sql; }

    /// Binds the values from that place on; they live as long as this. Answers the next free place.
    int bind(Statement &statement, int place = 1) const
    {
        for (const QByteArray &value : m_values)
            statement.bindText(place++, viewOf(value));
        return place;
    }

private:
    QByteArray m_sql;
    std::vector<QByteArray> m_values;
};

} // namespace tawasul

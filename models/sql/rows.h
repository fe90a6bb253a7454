// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/sql/query.h"

#include <optional>
#include <type_traits>
#include <vector>

namespace tawasul {

/// Runs a query and reads its first row with `read(Query &)`; nothing when there is no row.
template<class Read, class... Values>
[[nodiscard]] auto readOne(Database &database, const QString &sql, Read read, const Values &...values)
    -> Result<std::optional<std::invoke_result_t<Read, Query &>>>
{
    using Row = std::optional<std::invoke_result_t<Read, Query &>>;
    Result<Query> query = Query::prepare(database, sql);
    if (!query)
        return query.error();
    if (const Outcome ran = query->exec(values...); !ran)
        return ran.error();
    const Result<bool> found = query->next();
    if (!found)
        return found.error();
    Row row;
    if (*found)
        row = read(*query);
    if (const Outcome finished = query->finish(); !finished)
        return finished.error();
    return row;
}

/// Runs a query and reads every row with `read(Query &)`.
template<class Read, class... Values>
[[nodiscard]] auto readAll(Database &database, const QString &sql, Read read, const Values &...values)
    -> Result<std::vector<std::invoke_result_t<Read, Query &>>>
{
    std::vector<std::invoke_result_t<Read, Query &>> rows;
    Result<Query> query = Query::prepare(database, sql);
    if (!query)
        return query.error();
    if (const Outcome ran = query->exec(values...); !ran)
        return ran.error();
    while (true) {
        const Result<bool> found = query->next();
        if (!found)
            return found.error();
        if (!*found)
            break;
        rows.push_back(read(*query));
    }
    if (const Outcome finished = query->finish(); !finished)
        return finished.error();
    return rows;
}

/// Runs one writing statement with these values and answers how many rows it touched.
template<class... Values>
[[nodiscard]] Result<qint64> changeRows(Database &database, const QString &sql, const Values &...values)
{
    Result<Query> query = Query::prepare(database, sql);
    if (!query)
        return query.error();
    if (const Outcome run = query->exec(values...); !run)
        return run.error();
    return query->rowsChanged();
}

/// The outcome of something whose count nobody asks for.
[[nodiscard]] inline Outcome done(const Result<qint64> &changed)
{
    return changed ? Outcome(Done{}) : Outcome(changed.error());
}

} // namespace tawasul

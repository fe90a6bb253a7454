// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/query.h"

namespace tawasul {

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

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/sql/database.h"

#include <optional>

namespace tawasul {

/// Where the cache stands in following the centre: a handful of values that commit with the rows they are
/// about (invariant I6).
struct CacheMarks
{
    QString cursor;
    std::optional<Instant> completeAt;
    qint64 round = 1;      ///< rises with each rebuild
    bool isFilling = true; ///< from an empty cache or the beginning of a rebuild to its last page

    [[nodiscard]] static Result<CacheMarks> read(Database &database);
    [[nodiscard]] Outcome write(Database &database) const;
};

} // namespace tawasul

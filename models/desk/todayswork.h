// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/person.h"
#include "models/store/attachmentfiles.h"
#include "models/store/cachereader.h"
#include "models/store/worklist.h"

namespace tawasul {

/// What the officer has to do today, and how much of it could be done if the network died now.
struct TodaysWork
{
    int all = 0;   ///< the officer's own that end today or are overdue
    int ready = 0; ///< of these, the ones whose documents are all here

    friend bool operator==(const TodaysWork &, const TodaysWork &) = default;
};

/// Rows of cases that await an officer and whose deadline lies before the end of that day; not those that are
/// nobody's. Pure.
[[nodiscard]] std::vector<qint64> rowsDueBy(const Worklist &worklist, QDate day);

/// Of these rows, those that are this officer's; those of others, which are all that a supervisor has, cost a
/// look at a column. Asks the folder of attachments for each file. On the reader's thread.
[[nodiscard]] Result<TodaysWork> todaysWork(CacheReader &reader, const AttachmentFiles &files,
                                            const std::vector<qint64> &rows, const PersonId &officer);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desk/todayswork.h"

#include "models/domain/instant.h"

#include <algorithm>

namespace tawasul {

namespace {

bool areHere(const std::vector<QString> &attachments, const AttachmentFiles &files)
{
    return std::all_of(attachments.begin(), attachments.end(),
                       [&files](const QString &sha256) { return files.pathOf(sha256).has_value(); });
}

} // namespace

std::vector<qint64> rowsDueBy(const Worklist &worklist, QDate day)
{
    const auto ends = riyadhInstant(day.addDays(1), QTime(0, 0)).time_since_epoch().count();
    std::vector<qint64> rows;
    for (const WorklistEntry &entry : worklist.entries) {
        if (awaitsOfficer(entry.status) && entry.deadlineMs < ends && !entry.has(RowFlag::Unassigned))
            rows.push_back(entry.row);
    }
    return rows;
}

Result<TodaysWork> todaysWork(CacheReader &reader, const AttachmentFiles &files,
                              const std::vector<qint64> &rows, const PersonId &officer)
{
    TodaysWork work;
    for (const qint64 row : rows) {
        const auto attachments = reader.attachmentsOf(row, officer);
        if (!attachments)
            return attachments.error();
        if (!*attachments)
            continue; // somebody else's, or it left meanwhile
        ++work.all;
        work.ready += areHere(**attachments, files) ? 1 : 0;
    }
    return work;
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desk/todayswork.h"

#include "models/domain/instant.h"

#include <algorithm>

namespace tawasul {

namespace {

bool isReady(const Case &theCase, const AttachmentFiles &files)
{
    return std::all_of(
        theCase.attachments.begin(), theCase.attachments.end(),
        [&files](const Attachment &attachment) { return files.pathOf(attachment.sha256).has_value(); });
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
        const auto id = reader.idOf(row);
        if (!id)
            return id.error();
        if (!*id)
            continue; // it left meanwhile
        const auto stored = reader.caseById(**id);
        if (!stored)
            return stored.error();
        if (!*stored || !(*stored)->truth.assignee || (*stored)->truth.assignee->id != officer)
            continue;
        ++work.all;
        work.ready += isReady((*stored)->truth, files) ? 1 : 0;
    }
    return work;
}

} // namespace tawasul

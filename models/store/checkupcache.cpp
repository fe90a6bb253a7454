// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/cachemarks.h"
#include "models/store/checkupparts.h"
#include "models/store/storedforms.h"

#include <QtCore/QFileInfo>

namespace tawasul {

namespace {

/// All names; and of the files that lie here, the cases that say their sizes.
Outcome readNames(Database &database, AttachmentNames &names)
{
    QSet<qint64> cases;
    QSet<QString> asked;
    Outcome read =
        eachRow(database, QStringLiteral("SELECT rid, sha256 FROM case_attachment"), [&](Query &row) {
            const QString sha256 = row.text(1);
            names.named.insert(sha256);
            if (names.files.contains(sha256) && !names.expected.contains(sha256) && !asked.contains(sha256)) {
                asked.insert(sha256);
                cases.insert(row.int64(0));
            }
        });
    for (const qint64 rid : std::as_const(cases)) {
        if (!read)
            break;
        read = eachRow(
            database, QStringLiteral("SELECT body FROM case_row WHERE rid = ?"),
            [&names](Query &row) {
                const Result<Case> one = caseFromStored(row.blob(0));
                for (qsizetype n = 0; one && n < std::ssize(one->attachments); ++n) {
                    const Attachment &attachment = one->attachments[static_cast<std::size_t>(n)];
                    names.name(attachment.sha256, attachment.size);
                }
            },
            rid);
    }
    return read;
}

Outcome readCache(Database &database, ProfileCheckup &found, AttachmentNames &names)
{
    const Result<qint64> count = readOneInt64(database, QStringLiteral("SELECT count(*) FROM case_row"));
    if (!count)
        return count.error();
    found.cases = *count;
    const Result<CacheMarks> marks = CacheMarks::read(database);
    if (!marks)
        return marks.error();
    found.completeAt = marks->completeAt;
    found.isFilling = marks->isFilling;
    if (marks->completeAt && (!found.lastServerTime || *marks->completeAt > *found.lastServerTime))
        found.lastServerTime = marks->completeAt;
    Outcome read = readNames(database, names);
    names.isComplete = read && marks->completeAt && !found.journal.failure && found.journal.hasKnownTables();
    return read;
}

} // namespace

void checkCache(const CheckupTask &task, ProfileCheckup &found, AttachmentNames &names)
{
    found.damagedCacheBytes = QFileInfo(task.fileOf(u"cache.sqlite.set-aside")).size();
    const bool isDeep = task.depth == CheckupDepth::Deep;
    std::optional<Database> database = checkFile(
        task,
        {QStringLiteral("cache.sqlite"), QStringLiteral(":/schema/cache"),
         isDeep ? QStringLiteral("PRAGMA integrity_check(100)") : QStringLiteral("PRAGMA quick_check(100)")},
        found.cache);
    if (!database || !found.cache.hasKnownTables())
        return;
    const Outcome read = readCache(*database, found, names);
    if (!read && !found.cache.failure)
        found.cache.failure = read.error();
}

} // namespace tawasul

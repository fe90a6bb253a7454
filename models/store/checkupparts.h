// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/query.h"
#include "models/store/profilecheckup.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

namespace tawasul {

/// What the parts of a check-up share; not seen outside.
struct CheckupTask
{
    QString folder;
    Instant now{};
    Occupancy occupancy = Occupancy::Free;
    CheckupDepth depth = CheckupDepth::Usual;

    [[nodiscard]] QString fileOf(QStringView name) const { return folder % u'/' % name; }
};

/// Attachments by SHA-256: those whose files lie here, and what the two databases say of them.
struct AttachmentNames
{
    QHash<QString, qint64> files; ///< whole ones and their sizes
    QSet<QString> named;
    QHash<QString, qint64> expected; ///< sizes; of files that lie here
    bool isComplete = false;         ///< whether what is not named is needed by nothing

    void name(const QString &sha256, qint64 size)
    {
        named.insert(sha256);
        if (files.contains(sha256))
            expected.insert(sha256, size);
    }
};

/// A file to be looked at: its name, where its schema's steps are, and the check that it is put to.
struct CheckedFile
{
    QString name;
    QString steps;
    QString check; ///< a PRAGMA that answers a single "ok" when all is well
};

/// Opens the file without leaving a trace and checks it as a whole; nothing when it cannot be opened.
[[nodiscard]] std::optional<Database> checkFile(const CheckupTask &task, const CheckedFile &which,
                                                FileCheckup &found);

void checkJournal(const CheckupTask &task, ProfileCheckup &found, AttachmentNames &names);
void checkCache(const CheckupTask &task, ProfileCheckup &found, AttachmentNames &names);

/// Before the databases are read: what lies here.
void listAttachments(const CheckupTask &task, AttachmentsCheckup &found, AttachmentNames &names);
/// After: what is missing, too much or damaged.
void compareAttachments(const CheckupTask &task, AttachmentsCheckup &found, const AttachmentNames &names);

/// Runs a question of our own to its end; `each(row)` may read columns.
template<class Each, class... Values>
[[nodiscard]] Outcome eachRow(Database &database, const QString &sql, const Each &each,
                              const Values &...values)
{
    Result<Query> row = Query::prepare(database, sql);
    if (!row)
        return row.error();
    if (Outcome run = row->exec(values...); !run)
        return run;
    Result<bool> more = row->next();
    for (; more && *more; more = row->next())
        each(*row);
    if (!more)
        return more.error();
    return row->finish();
}

} // namespace tawasul

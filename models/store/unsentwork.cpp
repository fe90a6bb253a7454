// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/unsentwork.h"

#include "models/store/checkupparts.h"
#include "models/store/profilelock.h"
#include "models/store/storedforms.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

#include <algorithm>

namespace tawasul {

namespace {

std::optional<UnsentWork> unsentIn(const QString &folder)
{
    const QString path = folder % u"/journal.sqlite";
    const Result<ProfileLock> lock = ProfileLock::takeForReading(folder);
    if (!lock || !QFileInfo::exists(path))
        return std::nullopt;
    Result<Database> database = openDatabase({.path = path,
                                              .vfs = {},
                                              .footprint = Footprint::NoneAlone,
                                              .connectionPurpose = QStringLiteral("survey")});
    if (!database)
        return std::nullopt;
    UnsentWork work;
    work.folder = folder;
    Outcome read =
        eachRow(*database, QStringLiteral("SELECT username, officer FROM identity"), [&work](Query &row) {
            work.username = row.text(0);
            if (const Result<Actor> officer = actorFromStored(row.blob(1)))
                work.officer = officer->name;
        });
    if (read)
        read = eachRow(*database,
                       QStringLiteral("SELECT count(*) FILTER (WHERE outbox.state <> 'parked'),"
                                      " count(*) FILTER (WHERE outbox.state = 'parked'), min(act.recorded_at)"
                                      " FROM outbox CROSS JOIN act ON act.id = outbox.act_id"
                                      " WHERE outbox.state IN ('waiting', 'sending', 'parked')"),
                       [&work](Query &row) {
                           work.waiting = row.int64(0);
                           work.parked = row.int64(1);
                           work.oldest = instantOf(row.optionalText(2));
                       });
    return read && work.waiting + work.parked > 0 ? std::optional(work) : std::nullopt;
}

} // namespace

std::vector<UnsentWork> unsentWork(const QString &profilesFolder)
{
    std::vector<UnsentWork> all;
    const QDir folder(profilesFolder);
    for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (auto work = unsentIn(folder.filePath(name)))
            all.push_back(std::move(*work));
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const UnsentWork &a, const UnsentWork &b) { return a.oldest < b.oldest; });
    return all;
}

} // namespace tawasul

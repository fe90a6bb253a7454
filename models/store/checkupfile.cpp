// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/migrations.h"
#include "models/store/checkupparts.h"

#include <QtCore/QFileInfo>

namespace tawasul {

namespace {

constexpr int kExcerptLength = 160;

/// A log and its index may be there because a desk was killed, or because one runs now.
Footprint footprintFor(Occupancy occupancy, const QString &path)
{
    if (occupancy == Occupancy::InUse)
        return Footprint::NoneBesideOthers;
    const bool mayBeOpen = occupancy == Occupancy::Unknown && QFileInfo::exists(QString(path % u"-shm"))
        && QFileInfo::exists(QString(path % u"-wal"));
    return mayBeOpen ? Footprint::NoneBesideOthers : Footprint::NoneAlone;
}

Outcome readVersions(Database &database, const QString &steps, FileCheckup &found)
{
    const auto known = readMigrations(steps);
    if (!known)
        return known.error();
    found.knownVersion = known->last().version;
    const Result<int> version = schemaVersion(database);
    if (!version)
        return version.error();
    found.schemaVersion = *version;
    return Done{};
}

Outcome countProblems(Database &database, const QString &check, FileCheckup &found)
{
    return eachRow(database, check, [&found](Query &row) {
        const QString words = row.text(0);
        if (words == u"ok")
            return;
        if (found.problems++ == 0)
            found.firstProblem = words.simplified().left(kExcerptLength);
    });
}

} // namespace

std::optional<Database> checkFile(const CheckupTask &task, const CheckedFile &which, FileCheckup &found)
{
    const QString path = task.fileOf(which.name);
    const QFileInfo file(path);
    found.isThere = file.exists();
    if (!found.isThere)
        return std::nullopt;
    found.bytes = file.size();
    found.logBytes = QFileInfo(QString(path % u"-wal")).size();
    Result<Database> database = openDatabase({.path = path,
                                              .vfs = {},
                                              .footprint = footprintFor(task.occupancy, path),
                                              .connectionPurpose = QStringLiteral("check-up")});
    if (!database) {
        found.failure = database.error();
        return std::nullopt;
    }
    Outcome outcome = readVersions(*database, which.steps, found);
    if (outcome)
        outcome = countProblems(*database, which.check, found);
    if (!outcome)
        found.failure = outcome.error();
    return std::move(*database);
}

} // namespace tawasul

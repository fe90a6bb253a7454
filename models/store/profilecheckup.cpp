// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/profilecheckup.h"

#include "models/store/checkupparts.h"
#include "models/store/profilelock.h"

#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QStorageInfo>

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tawasul {

namespace {

constexpr mode_t kOthers = S_IRWXG | S_IRWXO;

/// The mode and owner of one file or folder; a link is looked at, not followed.
void checkPrivacy(const QString &path, uid_t owner, FolderCheckup &found)
{
    struct stat status = {};
    if (::lstat(QFile::encodeName(path).constData(), &status) != 0)
        return;
    if (!S_ISLNK(status.st_mode) && (status.st_mode & kOthers) != 0)
        ++found.openToOthers;
    if (status.st_uid != owner)
        ++found.ownedByOthers;
}

FolderCheckup checkFolder(const QString &folder)
{
    FolderCheckup found;
    const QByteArray name = QFile::encodeName(folder);
    struct stat status = {};
    found.isThere = ::stat(name.constData(), &status) == 0 && S_ISDIR(status.st_mode);
    if (!found.isThere)
        return found;
    found.isReadable = ::access(name.constData(), R_OK | X_OK) == 0;
    found.isWritable = ::access(name.constData(), W_OK | X_OK) == 0;
    found.freeBytes = QStorageInfo(folder).bytesAvailable();
    checkPrivacy(folder, status.st_uid, found);
    QDirIterator entries(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext())
        checkPrivacy(entries.next(), status.st_uid, found);
    return found;
}

Occupancy occupancyOf(const Result<ProfileLock> &lock)
{
    // Without a lock file no desk was ever here: a copy of a profile, or none at all.
    if (lock || lock.error().kind == Error::Kind::NotFound)
        return Occupancy::Free;
    return lock.error().kind == Error::Kind::Conflict ? Occupancy::InUse : Occupancy::Unknown;
}

} // namespace

ProfileCheckup checkUp(const QString &folder, const Clock &clock, CheckupDepth depth)
{
    ProfileCheckup found;
    found.at = clock.now();
    found.sqliteVersion = QString::fromLatin1(sqlite3_libversion());
    found.folder = checkFolder(folder);
    if (!found.folder.isThere || !found.folder.isReadable)
        return found;
    const Result<ProfileLock> lock = ProfileLock::takeForReading(folder);
    found.occupancy = occupancyOf(lock);
    const CheckupTask task{folder, found.at, found.occupancy, depth};
    AttachmentNames names;
    listAttachments(task, found.attachments, names);
    checkJournal(task, found, names);
    checkCache(task, found, names);
    compareAttachments(task, found.attachments, names);
    return found;
}

} // namespace tawasul

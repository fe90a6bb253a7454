// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/databasefile.h"

#include "models/sql/sqlerror.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QUrl>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tawasul {

namespace {

constexpr mode_t kOwnerOnly = S_IRUSR | S_IWUSR;

QLatin1String modeWord(FileAccess access)
{
    switch (access) {
    case FileAccess::ReadOnly:
        return QLatin1String("ro");
    case FileAccess::ReadWrite:
        return QLatin1String("rw");
    case FileAccess::ReadWriteCreate:
        break;
    }
    return QLatin1String("rwc");
}

/// Takes away what others may do with a file that exists; no file is no failure.
Outcome restrictToOwner(const QByteArray &name)
{
    struct stat status = {};
    if (::stat(name.constData(), &status) != 0) {
        if (errno == ENOENT)
            return Done{};
        return fileError(errno, QStringLiteral("the file cannot be examined"));
    }
    if (!S_ISREG(status.st_mode))
        return fileError(EINVAL, QStringLiteral("not an ordinary file"));
    if ((status.st_mode & 07777) == kOwnerOnly)
        return Done{};
    if (::chmod(name.constData(), kOwnerOnly) != 0)
        return fileError(errno, QStringLiteral("the file cannot be made private"));
    return Done{};
}

Outcome syncPath(const QByteArray &name, int flags)
{
    const int descriptor = ::open(name.constData(), flags | O_CLOEXEC);
    if (descriptor < 0)
        return fileError(errno, QStringLiteral("opening for sync"));
    const int failure = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    if (failure != 0)
        return fileError(failure, QStringLiteral("sync"));
    return Done{};
}

} // namespace

QString databaseUri(const QString &path, const QString &vfs, FileAccess access)
{
    QByteArray uri;
    if (path == kMemoryPath) {
        uri = "file::memory:?mode=memory";
    } else {
        const QByteArray absolute = QFile::encodeName(QFileInfo(path).absoluteFilePath());
        uri = "file://" + QUrl::toPercentEncoding(QString::fromUtf8(absolute), "/");
        uri += "?mode=" + QByteArray(modeWord(access).data());
    }
    if (!vfs.isEmpty())
        uri += "&vfs=" + QUrl::toPercentEncoding(vfs);
    return QString::fromLatin1(uri);
}

Outcome makePrivateFile(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    if (::mknod(name.constData(), S_IFREG | kOwnerOnly, 0) != 0 && errno != EEXIST)
        return fileError(errno, QStringLiteral("the file cannot be made"));
    for (const char *suffix : { "", "-wal", "-shm" }) {
        if (Outcome restricted = restrictToOwner(name + suffix); !restricted)
            return restricted;
    }
    return Done{};
}

Outcome syncFolder(const QString &folder)
{
    return syncPath(QFile::encodeName(folder), O_RDONLY | O_DIRECTORY);
}

Outcome syncClosedFile(const QString &path)
{
    if (Outcome synced = syncPath(QFile::encodeName(path), O_RDONLY); !synced)
        return synced;
    return syncFolder(QFileInfo(path).absolutePath());
}

} // namespace tawasul

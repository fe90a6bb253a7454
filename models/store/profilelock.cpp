// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/profilelock.h"

#include "models/sql/sqlerror.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace tawasul {

namespace {

Error lockError(int systemErrno)
{
    if (systemErrno == EACCES || systemErrno == EROFS || systemErrno == EPERM)
        return {Error::Kind::Storage, QStringLiteral("profile.read_only"),
                QStringLiteral("the profile's folder cannot be written")};
    return fileError(systemErrno, QStringLiteral("locking the profile"));
}

} // namespace

Result<ProfileLock> ProfileLock::take(const QString &folder)
{
    const bool isNew = !QDir(folder).exists();
    errno = 0;
    if (isNew && !QDir().mkpath(folder))
        return lockError(errno != 0 ? errno : EACCES);
    if (::access(QFile::encodeName(folder).constData(), W_OK | X_OK) != 0)
        return lockError(errno);
    // Each time: whoever made the folder may have left it open to others.
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QString path = folder % u"/lock";
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return lockError(errno);
    return locked(descriptor, LOCK_EX);
}

Result<ProfileLock> ProfileLock::takeForReading(const QString &folder)
{
    const QString path = folder % u"/lock";
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor >= 0)
        return locked(descriptor, LOCK_SH);
    if (errno == ENOENT)
        return Error{Error::Kind::NotFound, QStringLiteral("profile.never_opened"),
                     QStringLiteral("no desk ever had this profile open")};
    return fileError(errno, QStringLiteral("looking whether the profile is open"));
}

Result<ProfileLock> ProfileLock::locked(int descriptor, int how)
{
    if (::flock(descriptor, how | LOCK_NB) == 0)
        return ProfileLock(descriptor);
    const int failure = errno;
    ::close(descriptor);
    if (failure == EWOULDBLOCK)
        return Error{Error::Kind::Conflict, QStringLiteral("profile.in_use"),
                     QStringLiteral("another desk has this profile open")};
    return lockError(failure);
}

ProfileLock::ProfileLock(int descriptor)
    : m_descriptor(descriptor)
{
}

ProfileLock::ProfileLock(ProfileLock &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

ProfileLock &ProfileLock::operator=(ProfileLock &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

ProfileLock::~ProfileLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace tawasul

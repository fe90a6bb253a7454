// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/register/centrelock.h"

#include "app/central/register/centrefile.h"
#include "models/sql/sqlerror.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace tawasul {

Result<CentreLock> CentreLock::take(const QString &dataFolder, int how)
{
    // Without a register there is nothing to keep apart, and nothing may be left behind in the folder.
    if (!QFileInfo::exists(centreFilePath(dataFolder)))
        return Error{Error::Kind::NotFound, QStringLiteral("centre.missing"), dataFolder};
    const QString path = dataFolder % u"/lock";
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return fileError(errno, QStringLiteral("locking the register"));
    giveToTheCentre(path, dataFolder);
    if (::flock(descriptor, how | LOCK_NB) == 0)
        return CentreLock(descriptor);
    const int failure = errno;
    ::close(descriptor);
    if (failure != EWOULDBLOCK)
        return fileError(failure, QStringLiteral("locking the register"));
    if (how == LOCK_EX)
        return Error{Error::Kind::Conflict, QStringLiteral("centre.served"),
                     QStringLiteral("this register is being served; stop that first")};
    return Error{Error::Kind::Conflict, QStringLiteral("centre.in_use"),
                 QStringLiteral("another command has this register alone; try again when it has ended")};
}

Result<CentreLock> CentreLock::toServe(const QString &dataFolder)
{
    return take(dataFolder, LOCK_SH);
}

Result<CentreLock> CentreLock::alone(const QString &dataFolder)
{
    return take(dataFolder, LOCK_EX);
}

CentreLock::CentreLock(int descriptor)
    : m_descriptor(descriptor)
{
}

CentreLock::CentreLock(CentreLock &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

CentreLock &CentreLock::operator=(CentreLock &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

CentreLock::~CentreLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultvfs.h"

#include "tests/support/diskobserver.h"
#include "tests/support/faultfile.h"

#include <cerrno>
#include <csignal>
#include <unistd.h>

namespace tawasul {

namespace {

using Call = Fault::Call;
using Kind = Fault::Kind;

std::size_t indexOf(Call call)
{
    return static_cast<std::size_t>(call);
}

FaultVfs *ownerOf(sqlite3_vfs *vfs)
{
    return static_cast<FaultVfs *>(vfs->pAppData);
}

/// Through SQLite's own descriptor: closing another one would drop its locks.
QByteArray contentOf(sqlite3_file *file)
{
    sqlite3_int64 size = 0;
    file->pMethods->xFileSize(file, &size);
    QByteArray content(size, '\0');
    if (size > 0)
        file->pMethods->xRead(file, content.data(), static_cast<int>(size), 0);
    return content;
}

} // namespace

FaultVfs::FaultVfs(const QString &name)
    : m_name(name.toUtf8())
    , m_base(sqlite3_vfs_find(nullptr))
    , m_vfs(*m_base) // what is not overridden below needs only its own arguments
{
    m_vfs.szOsFile = static_cast<int>(sizeof(FaultFile)) + m_base->szOsFile;
    m_vfs.pNext = nullptr;
    m_vfs.zName = m_name.constData();
    m_vfs.pAppData = this;
    m_vfs.xOpen = open;
    m_vfs.xDelete = remove;
    m_vfs.xAccess = access;
    m_vfs.xFullPathname = fullPathname;
    m_vfs.xGetLastError = lastError;
    sqlite3_vfs_register(&m_vfs, 0);
}

FaultVfs::~FaultVfs()
{
    sqlite3_vfs_unregister(&m_vfs);
}

void FaultVfs::arm(const Fault &fault)
{
    disarm();
    const std::lock_guard guard(m_mutex);
    m_fault = fault;
}

void FaultVfs::disarm()
{
    const std::lock_guard guard(m_mutex);
    m_fault.reset();
    m_counts.fill(0);
    m_struck = false;
    m_systemErrno = 0;
}

int FaultVfs::calls(Call call) const
{
    const std::lock_guard guard(m_mutex);
    return m_counts[indexOf(call)];
}

bool FaultVfs::struck() const
{
    const std::lock_guard guard(m_mutex);
    return m_struck;
}

std::optional<Kind> FaultVfs::count(Call call)
{
    const std::lock_guard guard(m_mutex);
    ++m_counts[indexOf(call)];
    ++m_counts[indexOf(Call::Any)];
    if (!m_fault || (m_fault->call != Call::Any && m_fault->call != call))
        return std::nullopt;
    const int reached = m_counts[indexOf(m_fault->call)];
    if (reached < m_fault->nth || (reached > m_fault->nth && !m_fault->lasting))
        return std::nullopt;
    m_struck = true;
    m_systemErrno = m_fault->kind == Kind::Full ? ENOSPC : EIO;
    // A write is torn first; everything else dies here.
    if (m_fault->kind == Kind::Kill && call != Call::Write)
        ::kill(::getpid(), SIGKILL);
    return m_fault->kind;
}

int FaultVfs::open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    FaultFile *ours = FaultFile::of(file);
    ours->base.pMethods = nullptr;
    ours->owner = ownerOf(vfs);
    ours->name = name;
    if (ours->owner->count(Call::Open))
        return SQLITE_CANTOPEN;
    sqlite3_vfs *base = ours->owner->m_base;
    const int result = base->xOpen(base, name, ours->real(), flags, outFlags);
    if (ours->real()->pMethods != nullptr)
        ours->base.pMethods = faultFileMethods();
    ours->watched = name != nullptr && ours->owner->m_observer != nullptr;
    if (result == SQLITE_OK && ours->watched)
        ours->owner->m_observer->opened(ours->path(), contentOf(ours->real()));
    return result;
}

int FaultVfs::remove(sqlite3_vfs *vfs, const char *name, int syncDirectory)
{
    FaultVfs *owner = ownerOf(vfs);
    if (owner->count(Call::Delete))
        return SQLITE_IOERR_DELETE;
    const int result = owner->m_base->xDelete(owner->m_base, name, syncDirectory);
    if (result == SQLITE_OK && owner->m_observer != nullptr)
        owner->m_observer->removed(QString::fromUtf8(name));
    return result;
}

int FaultVfs::access(sqlite3_vfs *vfs, const char *name, int flags, int *result)
{
    sqlite3_vfs *base = ownerOf(vfs)->m_base;
    return base->xAccess(base, name, flags, result);
}

int FaultVfs::fullPathname(sqlite3_vfs *vfs, const char *name, int size, char *out)
{
    sqlite3_vfs *base = ownerOf(vfs)->m_base;
    return base->xFullPathname(base, name, size, out);
}

int FaultVfs::lastError(sqlite3_vfs *vfs, int size, char *out)
{
    FaultVfs *owner = ownerOf(vfs);
    const std::lock_guard guard(owner->m_mutex);
    if (owner->m_systemErrno != 0)
        return owner->m_systemErrno;
    return owner->m_base->xGetLastError(owner->m_base, size, out);
}

} // namespace tawasul

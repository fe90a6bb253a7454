// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/memorydisk.h"

#include "tests/chaos/openmemoryfile.h"

#include <cerrno>
#include <cstring>

namespace tawasul {

namespace {

using Call = Fault::Call;
using Kind = Fault::Kind;

constexpr qsizetype kUsualSize = 96 * 1024; // of a log

MemoryDisk *diskOf(sqlite3_vfs *vfs)
{
    return static_cast<MemoryDisk *>(vfs->pAppData);
}

} // namespace

void MemoryFile::write(QByteArrayView written, qint64 offset)
{
    before.push_back({bytes.mid(offset, written.size()), offset, bytes.size()});
    overwrite(bytes, written, offset);
    unsynced.push_back({written.toByteArray(), offset, false});
}

void MemoryFile::truncate(qint64 size)
{
    before.push_back({bytes.mid(size), size, bytes.size()});
    if (bytes.size() > size)
        bytes.truncate(size);
    unsynced.push_back({{}, size, true});
}

void MemoryFile::sync()
{
    before.clear();
    unsynced.clear();
}

QByteArray MemoryFile::durable() const
{
    QByteArray then = bytes;
    for (auto change = before.rbegin(); change != before.rend(); ++change) {
        then.resize(change->size, '\0');
        if (!change->bytes.isEmpty()) // a write beyond the end took nothing away
            overwrite(then, change->bytes, change->offset);
    }
    return then;
}

MemoryDisk::MemoryDisk(World &world, const QString &name)
    : m_world(world)
    , m_name(name.toUtf8())
{
    m_vfs.iVersion = 2;
    m_vfs.szOsFile = static_cast<int>(sizeof(OpenMemoryFile));
    m_vfs.mxPathname = 512;
    m_vfs.zName = m_name.constData();
    m_vfs.pAppData = this;
    m_vfs.xOpen = open;
    m_vfs.xDelete = removeFile;
    m_vfs.xAccess = access;
    m_vfs.xFullPathname = fullPathname;
    m_vfs.xRandomness = randomness;
    m_vfs.xSleep = sleep;
    m_vfs.xCurrentTime = currentTime;
    m_vfs.xCurrentTimeInt64 = currentTimeMs;
    m_vfs.xGetLastError = lastError;
    sqlite3_vfs_register(&m_vfs, 0);
}

MemoryDisk::~MemoryDisk()
{
    sqlite3_vfs_unregister(&m_vfs);
}

void MemoryDisk::arm(const Fault &fault)
{
    m_fault = fault;
    m_counted = 0;
    m_struck = false;
    m_errno = 0;
}

std::optional<Kind> MemoryDisk::count(Call call)
{
    if (m_dead)
        return Kind::IoError;
    m_world.trace().add(static_cast<std::uint64_t>(call));
    if (!m_fault || (m_fault->call != Call::Any && m_fault->call != call))
        return std::nullopt;
    ++m_counted;
    if (m_counted < m_fault->nth || (m_counted > m_fault->nth && !m_fault->lasting))
        return std::nullopt;
    m_struck = true;
    m_errno = m_fault->kind == Kind::Full ? ENOSPC : EIO;
    const Kind kind = m_fault->kind;
    if (kind == Kind::Kill)
        die();
    return kind;
}

void MemoryDisk::revive(bool powerWentOff)
{
    m_dead = false;
    m_fault.reset();
    if (!powerWentOff)
        return;
    Names survivors;
    Names all = m_names;
    all.insert(m_durableNames.begin(), m_durableNames.end());
    for (const auto &[name, either] : all) {
        const auto now = m_names.find(name);
        const auto before = m_durableNames.find(name);
        const auto file = now == m_names.end() ? nullptr : now->second;
        const auto old = before == m_durableNames.end() ? nullptr : before->second;
        const auto kept = file == old || m_world.chance(50) ? file : old;
        if (kept)
            survivors.emplace(name, kept);
    }
    m_names = std::move(survivors);
    m_durableNames = m_names;
    for (const auto &[name, file] : m_names)
        tear(*file);
}

void MemoryDisk::tear(MemoryFile &file)
{
    QByteArray left = file.durable();
    applyAfterCut(left, file.unsynced, [this](int below) { return m_world.drawn(below); });
    file.bytes = left;
    file.sync();
    file.isNewLog = false;
}

MemoryDisk::Image MemoryDisk::image() const
{
    Image all;
    for (const auto &[name, file] : m_names)
        all.emplace(name, file->bytes);
    return all;
}

void MemoryDisk::put(const Image &image)
{
    for (const auto &[name, bytes] : image) {
        const std::shared_ptr<MemoryFile> file = make(name);
        file->bytes = bytes;
    }
    directorySynced();
}

void MemoryDisk::remove(const QString &path)
{
    m_names.erase(path.toUtf8());
}

std::shared_ptr<MemoryFile> MemoryDisk::make(const QByteArray &name)
{
    auto file = std::make_shared<MemoryFile>();
    file->id = ++m_made;
    file->bytes.reserve(kUsualSize);
    m_names[name] = file;
    return file;
}

int MemoryDisk::open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    MemoryDisk *disk = diskOf(vfs);
    file->pMethods = nullptr;
    if (disk->count(Call::Open) || name == nullptr) // everything temporary is kept in memory
        return SQLITE_CANTOPEN;
    const auto known = disk->m_names.find(name);
    std::shared_ptr<MemoryFile> found = known == disk->m_names.end() ? nullptr : known->second;
    if (!found) {
        const bool isMain = (flags & SQLITE_OPEN_MAIN_DB) != 0; // models/sql made it already
        if ((flags & SQLITE_OPEN_CREATE) == 0 && !isMain)
            return SQLITE_CANTOPEN;
        found = disk->make(name);
        found->isNewLog = !isMain;
    }
    new (file) OpenMemoryFile(*disk, std::move(found));
    if (outFlags != nullptr)
        *outFlags = flags;
    return SQLITE_OK;
}

int MemoryDisk::removeFile(sqlite3_vfs *vfs, const char *name, int syncDirectory)
{
    MemoryDisk *disk = diskOf(vfs);
    if (disk->count(Call::Delete))
        return SQLITE_IOERR_DELETE;
    if (disk->m_names.erase(name) == 0)
        return SQLITE_IOERR_DELETE_NOENT;
    if (syncDirectory != 0)
        disk->directorySynced();
    return SQLITE_OK;
}

int MemoryDisk::access(sqlite3_vfs *vfs, const char *name, int /*flags*/, int *result)
{
    MemoryDisk *disk = diskOf(vfs);
    if (disk->m_dead)
        return SQLITE_IOERR_ACCESS;
    const auto known = disk->m_names.find(name);
    // An empty file counts as none, as with SQLite's unix VFS.
    *result = known != disk->m_names.end() && !known->second->bytes.isEmpty() ? 1 : 0;
    return SQLITE_OK;
}

int MemoryDisk::fullPathname(sqlite3_vfs * /*vfs*/, const char *name, int size, char *out)
{
    sqlite3_snprintf(size, out, "%s", name);
    return SQLITE_OK;
}

int MemoryDisk::randomness(sqlite3_vfs * /*vfs*/, int size, char *out)
{
    std::memset(out, 7, static_cast<std::size_t>(size));
    return size;
}

int MemoryDisk::sleep(sqlite3_vfs * /*vfs*/, int microseconds)
{
    return microseconds; // nobody else can run meanwhile
}

int MemoryDisk::currentTime(sqlite3_vfs *vfs, double *julianDay)
{
    sqlite3_int64 ms = 0;
    currentTimeMs(vfs, &ms);
    *julianDay = static_cast<double>(ms) / 86'400'000.0;
    return SQLITE_OK;
}

int MemoryDisk::currentTimeMs(sqlite3_vfs *vfs, sqlite3_int64 *julianMs)
{
    *julianMs = 212'000'000'000'000 + diskOf(vfs)->m_world.now().count();
    return SQLITE_OK;
}

int MemoryDisk::lastError(sqlite3_vfs *vfs, int /*size*/, char * /*out*/)
{
    return diskOf(vfs)->m_errno;
}

} // namespace tawasul

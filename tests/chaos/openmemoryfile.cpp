// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/openmemoryfile.h"

#include <cstring>

namespace tawasul {

namespace {

using Call = Fault::Call;
using Kind = Fault::Kind;

OpenMemoryFile &ours(sqlite3_file *file)
{
    return *OpenMemoryFile::of(file);
}

void releaseLock(OpenMemoryFile &open, int level)
{
    MemoryFile &file = *open.file;
    if (file.exclusive == &open && level < SQLITE_LOCK_PENDING)
        file.exclusive = nullptr;
    if (file.reserved == &open && level < SQLITE_LOCK_RESERVED)
        file.reserved = nullptr;
    if (open.lock >= SQLITE_LOCK_SHARED && level < SQLITE_LOCK_SHARED)
        --file.shared;
    open.lock = std::min(open.lock, level);
}

void releaseShm(OpenMemoryFile &open, int slot)
{
    MemoryFile &file = *open.file;
    const auto at = static_cast<std::size_t>(slot);
    if (open.shm[at] == 1)
        --file.shmShared[at];
    else if (open.shm[at] == 2)
        file.shmExclusive[at] = nullptr;
    open.shm[at] = 0;
}

void unmap(OpenMemoryFile &open)
{
    if (!std::exchange(open.isMapped, false))
        return;
    for (int slot = 0; slot < MemoryFile::kShmLocks; ++slot)
        releaseShm(open, slot);
    // The next one to open the database finds no -shm it could believe, and reads the log.
    if (--open.file->mappings == 0)
        open.file->regions.clear();
}

int close(sqlite3_file *file)
{
    OpenMemoryFile &open = ours(file);
    unmap(open);
    releaseLock(open, SQLITE_LOCK_NONE);
    open.~OpenMemoryFile();
    return SQLITE_OK;
}

int read(sqlite3_file *file, void *out, int size, sqlite3_int64 offset)
{
    OpenMemoryFile &open = ours(file);
    if (open.disk.count(Call::Read))
        return SQLITE_IOERR_READ;
    const QByteArray &bytes = open.file->bytes;
    const qint64 there = std::clamp<qint64>(bytes.size() - offset, 0, size);
    std::memcpy(out, bytes.constData() + std::min<qint64>(offset, bytes.size()),
                static_cast<std::size_t>(there));
    if (there == size)
        return SQLITE_OK;
    std::memset(static_cast<char *>(out) + there, 0, static_cast<std::size_t>(size - there));
    return SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
{
    OpenMemoryFile &open = ours(file);
    const bool wasDead = open.disk.isDead();
    const std::optional<Kind> failure = open.disk.count(Call::Write);
    const QByteArrayView whole(static_cast<const char *>(bytes), size);
    if (!failure) {
        Trace &trace = open.disk.world().trace();
        trace.add(static_cast<std::uint64_t>(open.file->id) << 32 | static_cast<std::uint32_t>(offset));
        trace.add(whole);
        open.file->write(whole, offset);
        return SQLITE_OK;
    }
    if (*failure != Kind::IoError && !wasDead)
        open.file->write(whole.first(size / 2), offset);
    return *failure == Kind::Full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

int truncate(sqlite3_file *file, sqlite3_int64 size)
{
    OpenMemoryFile &open = ours(file);
    if (open.disk.count(Call::Truncate))
        return SQLITE_IOERR_TRUNCATE;
    open.file->truncate(size);
    return SQLITE_OK;
}

int sync(sqlite3_file *file, int /*flags*/)
{
    OpenMemoryFile &open = ours(file);
    if (open.disk.count(Call::Sync))
        return SQLITE_IOERR_FSYNC;
    open.file->sync();
    if (std::exchange(open.file->isNewLog, false))
        open.disk.directorySynced();
    return SQLITE_OK;
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    if (ours(file).disk.isDead())
        return SQLITE_IOERR_FSTAT;
    *size = ours(file).file->bytes.size();
    return SQLITE_OK;
}

int lock(sqlite3_file *file, int level)
{
    OpenMemoryFile &open = ours(file);
    MemoryFile &shared = *open.file;
    if (open.lock >= level)
        return SQLITE_OK;
    if (open.disk.count(Call::Lock))
        return SQLITE_IOERR_LOCK;
    if (shared.exclusive != nullptr && shared.exclusive != &open)
        return SQLITE_BUSY;
    if (level == SQLITE_LOCK_SHARED) {
        ++shared.shared;
    } else if (level == SQLITE_LOCK_RESERVED) {
        if (shared.reserved != nullptr)
            return SQLITE_BUSY;
        shared.reserved = &open;
    } else {
        shared.exclusive = &open; // pending, until the readers are gone
        open.lock = SQLITE_LOCK_PENDING;
        if (shared.shared > 1)
            return SQLITE_BUSY;
    }
    open.lock = level;
    return SQLITE_OK;
}

int unlock(sqlite3_file *file, int level)
{
    releaseLock(ours(file), level);
    return SQLITE_OK;
}

int checkReservedLock(sqlite3_file *file, int *result)
{
    *result = ours(file).file->reserved != nullptr ? 1 : 0;
    return SQLITE_OK;
}

int fileControl(sqlite3_file *file, int operation, void *argument)
{
    if (operation == SQLITE_FCNTL_VFSNAME) {
        *static_cast<char **>(argument) = sqlite3_mprintf("%s", ours(file).disk.vfs().toUtf8().constData());
        return SQLITE_OK;
    }
    if (operation == SQLITE_FCNTL_MMAP_SIZE) { // there is none
        *static_cast<sqlite3_int64 *>(argument) = 0;
        return SQLITE_OK;
    }
    return SQLITE_NOTFOUND;
}

int sectorSize(sqlite3_file * /*file*/)
{
    return 4096;
}

int deviceCharacteristics(sqlite3_file * /*file*/)
{
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE; // what SQLite takes for granted on Linux
}

int shmMap(sqlite3_file *file, int region, int size, int extend, volatile void **out)
{
    OpenMemoryFile &open = ours(file);
    MemoryFile &shared = *open.file;
    *out = nullptr;
    if (!std::exchange(open.isMapped, true))
        ++shared.mappings;
    const auto index = static_cast<std::size_t>(region);
    if (shared.regions.size() <= index && extend == 0)
        return SQLITE_OK;
    if (shared.regions.size() <= index && open.disk.count(Call::Shm))
        return SQLITE_IOERR_SHMSIZE;
    using Region = std::array<std::byte, 32'768>;
    Q_ASSERT(size == static_cast<int>(sizeof(Region)));
    Q_UNUSED(size)
    while (shared.regions.size() <= index)
        shared.regions.push_back(std::make_unique<Region>());
    *out = shared.regions[index]->data();
    return SQLITE_OK;
}

int shmLock(sqlite3_file *file, int offset, int count, int flags)
{
    OpenMemoryFile &open = ours(file);
    MemoryFile &shared = *open.file;
    const bool isExclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
    for (int slot = offset; slot < offset + count; ++slot) {
        const auto at = static_cast<std::size_t>(slot);
        if ((flags & SQLITE_SHM_UNLOCK) != 0) {
            releaseShm(open, slot);
            continue;
        }
        const int others = shared.shmShared[at] - (open.shm[at] == 1 ? 1 : 0);
        const bool isTaken = shared.shmExclusive[at] != nullptr && shared.shmExclusive[at] != &open;
        if (isTaken || (isExclusive && others > 0))
            return SQLITE_BUSY;
    }
    if ((flags & SQLITE_SHM_UNLOCK) != 0)
        return SQLITE_OK;
    for (int slot = offset; slot < offset + count; ++slot) {
        const auto at = static_cast<std::size_t>(slot);
        releaseShm(open, slot);
        open.shm[at] = isExclusive ? 2 : 1;
        if (isExclusive)
            shared.shmExclusive[at] = &open;
        else
            ++shared.shmShared[at];
    }
    return SQLITE_OK;
}

void shmBarrier(sqlite3_file * /*file*/) {}

int shmUnmap(sqlite3_file *file, int /*remove*/)
{
    unmap(ours(file));
    return SQLITE_OK;
}

// Version 2: with shared memory for WAL, without memory mapping, which would bypass read() and write().
constexpr sqlite3_io_methods kMethods{2,
                                      close,
                                      read,
                                      write,
                                      truncate,
                                      sync,
                                      fileSize,
                                      lock,
                                      unlock,
                                      checkReservedLock,
                                      fileControl,
                                      sectorSize,
                                      deviceCharacteristics,
                                      shmMap,
                                      shmLock,
                                      shmBarrier,
                                      shmUnmap,
                                      nullptr,
                                      nullptr};

} // namespace

OpenMemoryFile::OpenMemoryFile(MemoryDisk &theDisk, std::shared_ptr<MemoryFile> theFile)
    : disk(theDisk)
    , file(std::move(theFile))
{
    base.pMethods = &kMethods;
}

} // namespace tawasul

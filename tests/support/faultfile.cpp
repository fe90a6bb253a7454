// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultfile.h"

#include "tests/support/diskobserver.h"
#include "tests/support/faultvfs.h"

#include <algorithm>
#include <csignal>
#include <unistd.h>

namespace tawasul {

namespace {

using Call = Fault::Call;
using Kind = Fault::Kind;

const sqlite3_io_methods *methods(sqlite3_file *file)
{
    return FaultFile::of(file)->real()->pMethods;
}

sqlite3_file *real(sqlite3_file *file)
{
    return FaultFile::of(file)->real();
}

bool fails(sqlite3_file *file, Call call)
{
    return FaultFile::of(file)->owner->count(call).has_value();
}

DiskObserver *observerOf(sqlite3_file *file)
{
    const FaultFile *ours = FaultFile::of(file);
    return ours->watched ? ours->owner->observer() : nullptr;
}

int close(sqlite3_file *file)
{
    return methods(file)->xClose(real(file));
}

/// Its own inverse.
void scramble(char *bytes, int size)
{
    std::transform(bytes, bytes + size, bytes, [](char byte) { return static_cast<char>(byte ^ '\x5a'); });
}

int read(sqlite3_file *file, void *out, int size, sqlite3_int64 offset)
{
    if (fails(file, Call::Read))
        return SQLITE_IOERR_READ;
    const int result = methods(file)->xRead(real(file), out, size, offset);
    if (result == SQLITE_OK && FaultFile::of(file)->owner->scrambles())
        scramble(static_cast<char *>(out), size);
    return result;
}

int writeThrough(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
{
    if (!FaultFile::of(file)->owner->scrambles())
        return methods(file)->xWrite(real(file), bytes, size, offset);
    QByteArray scrambled(static_cast<const char *>(bytes), size);
    scramble(scrambled.data(), size);
    return methods(file)->xWrite(real(file), scrambled.constData(), size, offset);
}

int write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
{
    const std::optional<Kind> failure = FaultFile::of(file)->owner->count(Call::Write);
    if (!failure) {
        const int result = writeThrough(file, bytes, size, offset);
        if (DiskObserver *observer = observerOf(file); observer != nullptr && result == SQLITE_OK)
            observer->written(FaultFile::of(file)->path(), QByteArray(static_cast<const char *>(bytes), size),
                              offset);
        return result;
    }
    if (*failure != Kind::IoError)
        methods(file)->xWrite(real(file), bytes, size / 2, offset);
    if (*failure == Kind::Kill)
        ::kill(::getpid(), SIGKILL);
    return *failure == Kind::Full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

int truncate(sqlite3_file *file, sqlite3_int64 size)
{
    if (fails(file, Call::Truncate))
        return SQLITE_IOERR_TRUNCATE;
    const int result = methods(file)->xTruncate(real(file), size);
    if (DiskObserver *observer = observerOf(file); observer != nullptr && result == SQLITE_OK)
        observer->truncated(FaultFile::of(file)->path(), size);
    return result;
}

int sync(sqlite3_file *file, int flags)
{
    if (fails(file, Call::Sync))
        return SQLITE_IOERR_FSYNC;
    if (DiskObserver *observer = observerOf(file); observer != nullptr)
        observer->synced(FaultFile::of(file)->path());
    return methods(file)->xSync(real(file), flags);
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return methods(file)->xFileSize(real(file), size);
}

int lock(sqlite3_file *file, int level)
{
    return fails(file, Call::Lock) ? SQLITE_IOERR_LOCK : methods(file)->xLock(real(file), level);
}

int unlock(sqlite3_file *file, int level)
{
    return methods(file)->xUnlock(real(file), level);
}

int checkReservedLock(sqlite3_file *file, int *result)
{
    return methods(file)->xCheckReservedLock(real(file), result);
}

int fileControl(sqlite3_file *file, int operation, void *argument)
{
    return methods(file)->xFileControl(real(file), operation, argument);
}

int sectorSize(sqlite3_file *file)
{
    return methods(file)->xSectorSize(real(file));
}

int deviceCharacteristics(sqlite3_file *file)
{
    return methods(file)->xDeviceCharacteristics(real(file));
}

int shmMap(sqlite3_file *file, int region, int size, int extend, volatile void **out)
{
    if (extend != 0 && fails(file, Call::Shm))
        return SQLITE_IOERR_SHMSIZE;
    return methods(file)->xShmMap(real(file), region, size, extend, out);
}

int shmLock(sqlite3_file *file, int offset, int count, int flags)
{
    return methods(file)->xShmLock(real(file), offset, count, flags);
}

void shmBarrier(sqlite3_file *file)
{
    methods(file)->xShmBarrier(real(file));
}

int shmUnmap(sqlite3_file *file, int remove)
{
    return methods(file)->xShmUnmap(real(file), remove);
}

} // namespace

const sqlite3_io_methods *faultFileMethods()
{
    // Version 2: with shared memory for WAL, without memory mapping, which would bypass read() and write().
    static const sqlite3_io_methods table{
        2,
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
        nullptr,
    };
    return &table;
}

} // namespace tawasul

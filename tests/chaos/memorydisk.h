// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/chaos/world.h"
#include "tests/support/diskchange.h"
#include "tests/support/faultvfs.h"

#include <QtCore/QByteArray>

#include <sqlite3.h>

#include <array>
#include <map>
#include <optional>

namespace tawasul {

/// A file of a MemoryDisk. The bytes as programs read them, and what was written since the last sync, both
/// ways: to lose it as the power does, and to have what was there before; locks and shared memory of the
/// connections that have it open.
struct MemoryFile
{
    void write(QByteArrayView bytes, qint64 offset);
    void truncate(qint64 size);
    void sync();
    /// What would survive the power for sure. As long as nobody cuts it, a sync costs nothing.
    [[nodiscard]] QByteArray durable() const;

    /// What a change took away.
    struct Before
    {
        QByteArray bytes;
        qint64 offset = 0;
        qint64 size = 0; ///< of the file
    };

    int id = 0; ///< of the disk's files, in the order they were made
    QByteArray bytes;
    std::vector<DiskChange> unsynced;
    std::vector<Before> before; ///< of each of these
    bool isNewLog = false;      ///< its first sync also syncs the directory, as SQLite's unix VFS does

    // Locks of the rollback protocol, which WAL mode still needs to find out who is last.
    int shared = 0;
    const void *reserved = nullptr;
    const void *exclusive = nullptr;

    // The -shm file: only as long as somebody has the database open.
    static constexpr int kShmLocks = SQLITE_SHM_NLOCK;
    int mappings = 0;
    std::vector<std::unique_ptr<std::array<std::byte, 32'768>>> regions;
    std::array<int, kShmLocks> shmShared{};
    std::array<const void *, kShmLocks> shmExclusive{};
};

/// The disk of one machine, in memory, as a SQLite VFS of its own: knows what was synced, so that the power
/// can go; can fail or fill up at any call; can stop the machine at any call. Nothing of it depends on the
/// real disk, but for the empty files that models/sql makes in front of SQLite.
///
/// A power cut loses, keeps or tears each unsynced write by itself, in sectors of 512 bytes, and each name
/// that was made or removed since the directory was last synced.
class MemoryDisk
{
public:
    MemoryDisk(World &world, const QString &name);
    MemoryDisk(const MemoryDisk &) = delete;
    MemoryDisk &operator=(const MemoryDisk &) = delete;
    ~MemoryDisk();

    [[nodiscard]] QString vfs() const { return QString::fromUtf8(m_name); }

    // --- faults ---

    /// Plans one; Kill stops the machine: that call does half or nothing, no later one anything.
    void arm(const Fault &fault);
    void disarm()
    {
        m_fault.reset();
        m_errno = 0;
    }
    [[nodiscard]] bool isArmed() const { return m_fault.has_value(); }
    /// The planned failure happened at least once.
    [[nodiscard]] bool hasStruck() const { return m_struck; }
    [[nodiscard]] bool isDead() const { return m_dead; }
    /// From here on nothing reaches the disk or comes from it.
    void die() { m_dead = true; }
    /// The machine starts again. All connections must be closed.
    void revive(bool powerWentOff);

    // --- files, while nobody has them open ---

    using Image = std::map<QByteArray, QByteArray>; ///< path → bytes
    [[nodiscard]] Image image() const;
    /// Adds these, all synced.
    void put(const Image &image);
    void remove(const QString &path);
    [[nodiscard]] bool has(const QString &path) const { return m_names.count(path.toUtf8()) > 0; }

    // --- for the file layer ---

    [[nodiscard]] std::optional<Fault::Kind> count(Fault::Call call);
    [[nodiscard]] World &world() { return m_world; }
    void directorySynced() { m_durableNames = m_names; }

private:
    using Names = std::map<QByteArray, std::shared_ptr<MemoryFile>>;

    static int open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags);
    static int removeFile(sqlite3_vfs *vfs, const char *name, int syncDirectory);
    static int access(sqlite3_vfs *vfs, const char *name, int flags, int *result);
    static int fullPathname(sqlite3_vfs *vfs, const char *name, int size, char *out);
    static int randomness(sqlite3_vfs *vfs, int size, char *out);
    static int sleep(sqlite3_vfs *vfs, int microseconds);
    static int currentTime(sqlite3_vfs *vfs, double *julianDay);
    static int currentTimeMs(sqlite3_vfs *vfs, sqlite3_int64 *julianMs);
    static int lastError(sqlite3_vfs *vfs, int size, char *out);

    [[nodiscard]] std::shared_ptr<MemoryFile> make(const QByteArray &name);
    void tear(MemoryFile &file);

    World &m_world;
    QByteArray m_name;
    sqlite3_vfs m_vfs{};
    Names m_names;
    Names m_durableNames;
    int m_made = 0;
    std::optional<Fault> m_fault;
    int m_counted = 0;
    bool m_struck = false;
    bool m_dead = false;
    int m_errno = 0;
};

} // namespace tawasul

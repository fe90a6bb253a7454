// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <sqlite3.h>

#include <array>
#include <mutex>
#include <optional>

namespace tawasul {

class DiskObserver;

/// One planned failure of the disk.
struct Fault
{
    /// The calls of SQLite's file layer that can be made to fail. Shm is the growing of the -shm file.
    enum class Call {
        Open,
        Read,
        Write,
        Sync,
        Truncate,
        Delete,
        Shm,
        Lock,
        Any, ///< the n-th of all of them
    };
    enum class Kind {
        IoError,
        Full, ///< as a full disk: half of a write happens, then "no space"
        ShortWrite, ///< half of a write happens, then an I/O error
        Kill, ///< half of a write happens, then SIGKILL: only in a child (childprocess.h)
    };

    Call call = Call::Any;
    int nth = 1; ///< counted from 1 at arm()
    Kind kind = Kind::IoError;
    bool lasting = false; ///< that call and all later ones of its sort, as a disk that stays full
};

/// A SQLite VFS around the default one that counts calls and lets a chosen one fail.
///
/// Registered as long as it lives; no connection may outlive it. Its name goes into OpenOptions::vfs, so that
/// the product's own opening path is what fails. It may be used from several threads. Memory mapping is not
/// offered.
class FaultVfs
{
public:
    explicit FaultVfs(const QString &name = QStringLiteral("tawasul-fault"));
    FaultVfs(const FaultVfs &) = delete;
    FaultVfs &operator=(const FaultVfs &) = delete;
    ~FaultVfs();

    [[nodiscard]] QString name() const { return QString::fromUtf8(m_name); }

    /// Plans a failure and starts the counts at 0.
    void arm(const Fault &fault);

    /// Forgets the plan and starts the counts at 0.
    void disarm();

    /// Calls since the last arm() or disarm().
    [[nodiscard]] int calls(Fault::Call call) const;

    /// Whether the planned failure happened.
    [[nodiscard]] bool struck() const;

    /// From now on no byte lies on the disk as SQLite wrote it: a stand-in for a VFS that seals. Before the first
    /// file is opened.
    void scramble() { m_scrambles = true; }

    /// For the file layer.
    [[nodiscard]] bool scrambles() const { return m_scrambles; }

    /// From now on tells that one what becomes of the files that are opened; null to stop.
    void watch(DiskObserver *observer) { m_observer = observer; }

    /// For the file layer (faultfile.h).
    [[nodiscard]] DiskObserver *observer() const { return m_observer; }

    /// For the file layer: counts the call; the kind of failure when this one is to fail.
    [[nodiscard]] std::optional<Fault::Kind> count(Fault::Call call);

private:
    static constexpr std::size_t kCalls = static_cast<std::size_t>(Fault::Call::Any) + 1;

    static int open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags);
    static int remove(sqlite3_vfs *vfs, const char *name, int syncDirectory);
    static int access(sqlite3_vfs *vfs, const char *name, int flags, int *result);
    static int fullPathname(sqlite3_vfs *vfs, const char *name, int size, char *out);
    static int lastError(sqlite3_vfs *vfs, int size, char *out);

    QByteArray m_name;
    sqlite3_vfs *m_base;
    sqlite3_vfs m_vfs;
    DiskObserver *m_observer = nullptr;
    mutable std::mutex m_mutex;
    std::optional<Fault> m_fault;
    std::array<int, kCalls> m_counts{};
    bool m_struck = false;
    bool m_scrambles = false;
    int m_systemErrno = 0;
};

} // namespace tawasul

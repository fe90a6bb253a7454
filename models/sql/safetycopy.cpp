// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/safetycopy.h"

#include "models/sql/connection.h"
#include "models/sql/databasefile.h"
#include "models/sql/migrations.h"
#include "models/sql/query.h"
#include "models/sql/sqlerror.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <memory>

namespace tawasul {

namespace {

constexpr int kPageSize = 4096; // openDatabase() sees to it; a sealing VFS takes whole pages only

struct FreeName
{
    void operator()(const char *name) const { sqlite3_free_filename(name); }
};

/// What SQLite itself has open for a connection's main database.
struct OpenParts
{
    sqlite3_vfs *vfs = nullptr;
    sqlite3_file *file = nullptr;
    sqlite3_file *log = nullptr;
};

Result<OpenParts> openPartsOf(const Database &database)
{
    OpenParts parts;
    sqlite3 *handle = database.handle();
    for (const auto &[control, part] : {std::pair<int, void *>{SQLITE_FCNTL_VFS_POINTER, &parts.vfs},
                                        {SQLITE_FCNTL_FILE_POINTER, &parts.file},
                                        {SQLITE_FCNTL_JOURNAL_POINTER, &parts.log}}) {
        if (const int result = sqlite3_file_control(handle, "main", control, part); result != SQLITE_OK)
            return sqlError(result, 0, QStringLiteral("asking for the open file"));
    }
    if (parts.vfs == nullptr || parts.file == nullptr || parts.file->pMethods == nullptr)
        return sqlError(SQLITE_CANTOPEN, 0, QStringLiteral("the database has no open file"));
    return parts;
}

Error diskError(sqlite3_vfs *vfs, int result, const char *doing)
{
    const int systemErrno = vfs->xGetLastError != nullptr ? vfs->xGetLastError(vfs, 0, nullptr) : 0;
    return sqlError(result, systemErrno,
                    QLatin1String(doing) % u": " % QLatin1String(sqlite3_errstr(result)));
}

Result<bool> isLogEmpty(const Database &database)
{
    const Result<OpenParts> parts = openPartsOf(database);
    if (!parts)
        return parts.error();
    if (parts->log == nullptr || parts->log->pMethods == nullptr)
        return true;
    sqlite3_int64 size = 0;
    if (const int result = parts->log->pMethods->xFileSize(parts->log, &size); result != SQLITE_OK)
        return diskError(parts->vfs, result, "measuring the log");
    return size == 0;
}

/// A file that is written through a VFS, outside any connection.
class WrittenFile
{
public:
    WrittenFile(sqlite3_vfs *vfs, const QString &path)
        : m_vfs(vfs)
        , m_name(nameFor(path))
        , m_memory(std::make_unique<std::byte[]>(static_cast<std::size_t>(vfs->szOsFile)))
    {
    }
    WrittenFile(const WrittenFile &) = delete;
    WrittenFile &operator=(const WrittenFile &) = delete;
    ~WrittenFile()
    {
        if (file()->pMethods != nullptr)
            file()->pMethods->xClose(file());
    }

    [[nodiscard]] int open()
    {
        return m_name == nullptr
            ? SQLITE_NOMEM
            : m_vfs->xOpen(m_vfs, m_name.get(), file(), SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_READWRITE, nullptr);
    }

    [[nodiscard]] sqlite3_file *file() const { return reinterpret_cast<sqlite3_file *>(m_memory.get()); }

private:
    /// Files of a VFS have names with room for parameters behind them, which SQLite makes.
    static const char *nameFor(const QString &path)
    {
        const QByteArray name = QFile::encodeName(QFileInfo(path).absoluteFilePath());
        const QByteArray journal = name + "-journal";
        const QByteArray log = name + "-wal";
        return sqlite3_create_filename(name.constData(), journal.constData(), log.constData(), 0, nullptr);
    }

    sqlite3_vfs *m_vfs;
    std::unique_ptr<const char, FreeName> m_name;
    std::unique_ptr<std::byte[]> m_memory;
};

Outcome copyPages(const OpenParts &from, sqlite3_file *to)
{
    sqlite3_int64 size = 0;
    int result = from.file->pMethods->xFileSize(from.file, &size);
    if (result != SQLITE_OK)
        return diskError(from.vfs, result, "measuring the file");
    std::array<char, kPageSize> page{};
    for (sqlite3_int64 offset = 0; offset < size; offset += kPageSize) {
        const int length = static_cast<int>(std::min<sqlite3_int64>(kPageSize, size - offset));
        result = from.file->pMethods->xRead(from.file, page.data(), length, offset);
        if (result != SQLITE_OK)
            return diskError(from.vfs, result, "reading for the safety copy");
        result = to->pMethods->xWrite(to, page.data(), length, offset);
        if (result != SQLITE_OK)
            return diskError(from.vfs, result, "writing the safety copy");
    }
    result = to->pMethods->xSync(to, SQLITE_SYNC_FULL);
    return result == SQLITE_OK ? Outcome(Done{})
                               : diskError(from.vfs, result, "writing the safety copy to the disk");
}

Outcome copyTo(const Database &database, const QString &path)
{
    if (Outcome made = makePrivateFile(path); !made)
        return made;
    const Result<OpenParts> parts = openPartsOf(database);
    if (!parts)
        return parts.error();
    WrittenFile copy(parts->vfs, path);
    if (const int result = copy.open(); result != SQLITE_OK)
        return diskError(parts->vfs, result, "opening the safety copy");
    return copyPages(*parts, copy.file());
}

/// The copies beside a file, finished or not, of whatever version.
QStringList safetyCopies(const QString &path)
{
    const QFileInfo file(path);
    QStringList copies;
    const QString beginning = QFileInfo(safetyCopyPath(path, 0)).fileName().chopped(1);
    const QStringList names = file.absoluteDir().entryList(QDir::Files);
    for (const QString &name : names) {
        if (name.startsWith(beginning))
            copies.append(file.absoluteDir().filePath(name));
    }
    return copies;
}

} // namespace

Result<Transaction> beginWithEmptyLog(Database &database)
{
    constexpr int kTries = 10; // somebody may write between the emptying and the lock, but not for ever
    for (int i = 0; i < kTries; ++i) {
        const int result = sqlite3_wal_checkpoint_v2(database.handle(), "main", SQLITE_CHECKPOINT_TRUNCATE,
                                                     nullptr, nullptr);
        if (result != SQLITE_OK)
            return sqlError(database.handle(), result, SqlPhase::Run, u"wal_checkpoint(TRUNCATE)");
        Result<Transaction> transaction = Transaction::begin(database);
        if (!transaction)
            return transaction;
        const Result<bool> isEmpty = isLogEmpty(database);
        if (!isEmpty)
            return isEmpty.error();
        if (*isEmpty)
            return transaction;
    }
    return Error{Error::Kind::Busy, QStringLiteral("sql.busy"),
                 QStringLiteral("others keep writing while the file is to be copied")};
}

Outcome makeSafetyCopy(Database &database, int version)
{
    const QString copy = safetyCopyPath(database.options().path, version);
    // Under another name first, so that a failure does not cost an earlier copy and half a one is never taken
    // for a whole one.
    const QString part = copy % u".part";
    QFile::remove(part);
    Outcome outcome = copyTo(database, part);
    if (outcome && std::rename(QFile::encodeName(part).constData(), QFile::encodeName(copy).constData()) != 0)
        outcome = fileError(errno, QStringLiteral("naming the safety copy"));
    if (!outcome) {
        QFile::remove(part);
        return outcome;
    }
    return syncClosedFile(copy);
}

Outcome dropSafetyCopies(Database &database)
{
    const QStringList copies =
        database.connection().isMemory() ? QStringList() : safetyCopies(database.options().path);
    if (copies.isEmpty())
        return Done{};
    Result<Query> check = Query::prepare(database, QStringLiteral("PRAGMA quick_check(1)"));
    if (!check)
        return check.error();
    if (Outcome run = check->exec(); !run)
        return run;
    if (const Result<bool> row = check->next(); !row)
        return row.error();
    if (const QString verdict = check->text(0); verdict != u"ok")
        return Error{Error::Kind::Corrupt, QStringLiteral("sql.corrupt"), u"quick_check: " % verdict};
    for (const QString &copy : copies)
        QFile::remove(copy);
    return check->finish();
}

} // namespace tawasul

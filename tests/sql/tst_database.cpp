// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/database.h"
#include "models/sql/databasefile.h"
#include "models/sql/query.h"
#include "tests/support/childprocess.h"
#include "tests/support/faultvfs.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtSql/QSqlDatabase>
#include <QtTest/QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace tawasul;

namespace {

OpenOptions at(const QString &path)
{
    OpenOptions options;
    options.path = path;
    options.connectionPurpose = QStringLiteral("test");
    return options;
}

mode_t modeOf(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777 : 0;
}

QString setting(Database &database, const QString &name)
{
    Result<Query> query = Query::prepare(database, u"PRAGMA " % name);
    if (!query || !query->exec() || !query->next().value_or(false))
        return QStringLiteral("none");
    // What is no text is a number.
    const QString text = query->text(0);
    return text.isEmpty() ? QString::number(query->int64(0)) : text;
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// A closed database with a table of a thousand rows.
bool makeDatabase(const QString &path)
{
    Result<Database> database = openDatabase(at(path));
    return database
        && runStatement(*database, QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT)"))
        && runStatement(*database,
                        QStringLiteral(
                            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) "
                            "INSERT INTO t SELECT i, 'row ' || i FROM n"));
}

bool overwrite(const QString &path, qint64 offset, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(offset) && file.write(bytes) == bytes.size();
}

} // namespace

class DatabaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_directory = std::make_unique<QTemporaryDir>();
        QVERIFY(m_directory->isValid());
    }

    void everySettingIsWhatTheDesignAsksFor_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("onDisk");
        QTest::addColumn<QString>("inMemory");
        const auto row = [](const char *name, const char *onDisk, const char *inMemory) {
            QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(onDisk)
                                << QString::fromLatin1(inMemory);
        };
        row("page_size", "4096", "4096");
        row("journal_mode", "wal", "memory");
        row("mmap_size", "0", "none");
        row("temp_store", "2", "2");
        row("secure_delete", "1", "1");
        row("foreign_keys", "1", "1");
        row("busy_timeout", "1234", "1234");
        row("synchronous", "1", "1");
        row("cache_size", "10", "10");
    }

    void everySettingIsWhatTheDesignAsksFor()
    {
        QFETCH(QString, name);
        QFETCH(QString, onDisk);
        QFETCH(QString, inMemory);
        for (const QString &path : { file("a.sqlite"), kMemoryPath.toString() }) {
            OpenOptions options = at(path);
            options.busyTimeoutMs = 1234;
            options.synchronous = Synchronous::Normal;
            options.cachePages = 10;
            Result<Database> database = openDatabase(options);
            QVERIFY(database);
            QCOMPARE(setting(*database, name), path == kMemoryPath ? inMemory : onDisk);
        }
    }

    void theJournalIsOpenedFullyDurable()
    {
        Result<Database> database = openDatabase(at(file("a.sqlite")));
        QVERIFY(database);
        QCOMPARE(setting(*database, QStringLiteral("synchronous")), QStringLiteral("2"));
    }

    void aFileOfAnotherPageSizeIsRefused()
    {
        const QString path = file("a.sqlite");
        sqlite3 *handle = nullptr;
        QCOMPARE(sqlite3_open(QFile::encodeName(path).constData(), &handle), SQLITE_OK);
        QCOMPARE(
            sqlite3_exec(handle, "PRAGMA page_size=8192; CREATE TABLE t (x);", nullptr, nullptr, nullptr),
            SQLITE_OK);
        sqlite3_close(handle);
        refused(at(path), Error::Kind::Storage, QStringLiteral("sql.pragma"));
    }

    void everyPathNamesOneFileAndNothingElse_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList names{
            QStringLiteral("plain.sqlite"),
            QStringLiteral("with spaces in it.sqlite"),
            QStringLiteral("ملف الموظفة رقم ٧.sqlite"),
            QStringLiteral("what?mode=memory"),
            QStringLiteral("half#way"),
            QStringLiteral("100%25.sqlite"),
            QStringLiteral("%00%2e%"),
            QStringLiteral("a;b=c&vfs=none"),
            QStringLiteral("quote'\"`[].sqlite"),
            QStringLiteral("back\\slash"),
            QStringLiteral("😀.sqlite"),
            QStringLiteral(":memory:.sqlite"),
            QStringLiteral("new\nline"),
        };
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << name;
    }

    void everyPathNamesOneFileAndNothingElse()
    {
        QFETCH(QString, name);
        const QString folder = m_directory->filePath(u"folder of " % name);
        QVERIFY(QDir().mkpath(folder));
        const QString path = folder % u'/' % name; // QDir would take a leading colon for a resource
        {
            Result<Database> database = openDatabase(at(path));
            QVERIFY2(database, database ? "" : qPrintable(database.error().detail));
            QVERIFY(runStatement(*database, QStringLiteral("CREATE TABLE t (x)")));
            const QStringList names = QDir(folder).entryList(QDir::Files, QDir::Name);
            QCOMPARE(names, QStringList({ name, name % u"-shm", name % u"-wal" }));
        }
        QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList{ name });
        Result<Database> again = openDatabase(at(path));
        QVERIFY(again);
        QVERIFY(runStatement(*again, QStringLiteral("INSERT INTO t VALUES (1)")));
    }

    void aRelativePathMeansTheWorkingDirectory()
    {
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(m_directory->path()));
        const bool opened = openDatabase(at(QStringLiteral("relative.sqlite"))).has_value();
        QVERIFY(QDir::setCurrent(before));
        QVERIFY(opened);
        QVERIFY(QFile::exists(file("relative.sqlite")));
    }

    void unusablePathsAreRefused()
    {
        refused(at(QString()), Error::Kind::Invalid, QStringLiteral("sql.path"));
        refused(at(file("a") % QChar(QChar::Null) % u"b"), Error::Kind::Invalid, QStringLiteral("sql.path"));
        refused(at(QStringLiteral(":/schema/a.sqlite")), Error::Kind::Invalid, QStringLiteral("sql.path"));
        refused(at(m_directory->path()), Error::Kind::Storage, QStringLiteral("sql.file"));
        refused(at(file("no/such/folder.sqlite")), Error::Kind::Storage, QStringLiteral("sql.file"));
    }

    void theFilesBelongToTheOwnerOnly()
    {
        const mode_t before = ::umask(0);
        const QString path = file("a.sqlite");
        {
            Result<Database> database = openDatabase(at(path));
            QVERIFY(database);
            QVERIFY(runStatement(*database, QStringLiteral("CREATE TABLE t (x)")));
            for (const QString &suffix : { QString(), QStringLiteral("-wal"), QStringLiteral("-shm") })
                QCOMPARE(modeOf(path % suffix), mode_t(0600));
        }
        ::umask(before);
    }

    void aFileThatWasOpenToOthersIsClosedToThem()
    {
        const QString path = file("a.sqlite");
        QVERIFY(makeDatabase(path));
        Result<Database> first = openDatabase(at(path));
        QVERIFY(first && runStatement(*first, QStringLiteral("INSERT INTO t VALUES (NULL, 'x')")));
        for (const QString &suffix : { QString(), QStringLiteral("-wal"), QStringLiteral("-shm") })
            QCOMPARE(::chmod(QFile::encodeName(path % suffix).constData(), 0666), 0);
        Result<Database> second = openDatabase(at(path));
        QVERIFY(second);
        for (const QString &suffix : { QString(), QStringLiteral("-wal"), QStringLiteral("-shm") })
            QCOMPARE(modeOf(path % suffix), mode_t(0600));
    }

    void makingTheFilePrivateDropsNoLockOfAnotherConnection()
    {
        const QString path = file("a.sqlite");
        QVERIFY(makeDatabase(path));
        Result<Database> first = openDatabase(at(path));
        QVERIFY(first);
        QCOMPARE(::chmod(QFile::encodeName(path).constData(), 0644), 0);
        QVERIFY(openDatabase(at(path)));
        // A live WAL connection holds a shared lock on the file; another process sees it.
        const ChildEnd end = runInChild([&path] {
            const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC);
            struct flock lock = {};
            lock.l_type = F_WRLCK;
            lock.l_whence = SEEK_SET;
            lock.l_start = 0x40000002; // SQLite's shared range
            lock.l_len = 510;
            return ::fcntl(descriptor, F_GETLK, &lock) == 0 && lock.l_type == F_RDLCK ? 0 : 2;
        });
        QCOMPARE(end.exitCode, 0);
    }

    void aMissingFileIsNotMadeUnlessAskedFor()
    {
        OpenOptions options = at(file("a.sqlite"));
        options.create = false;
        refused(options, Error::Kind::NotFound, QStringLiteral("sql.missing"));
        options.readOnly = true;
        options.create = true;
        refused(options, Error::Kind::NotFound, QStringLiteral("sql.missing"));
        QVERIFY(!QFile::exists(options.path));
    }

    void aReaderReadsAndDoesNotWrite()
    {
        const QString path = file("a.sqlite");
        QVERIFY(makeDatabase(path));
        OpenOptions options = at(path);
        options.readOnly = true;
        Result<Database> reader = openDatabase(options);
        QVERIFY2(reader, reader ? "" : qPrintable(reader.error().detail));
        QCOMPARE(readOneInt64(*reader, QStringLiteral("SELECT count(*) FROM t")).value_or(0), 1000);
        const Outcome written = runStatement(*reader, QStringLiteral("DELETE FROM t"));
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Error::Kind::Storage);
        QCOMPARE(written.error().code, QStringLiteral("sql.readonly"));
    }

    void damagedFilesAreFoundAtOpening_data()
    {
        QTest::addColumn<qint64>("offset");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("not a database") << qint64(0) << QByteArray("%PDF-1.7 this is something else");
        QTest::newRow("no page size") << qint64(16) << QByteArray("\x00\x03", 2);
        QTest::newRow("payload fractions") << qint64(21) << QByteArray("\x01\x01\x01", 3);
        QTest::newRow("schema format of the future") << qint64(47) << QByteArray("\x09");
        QTest::newRow("first page is no tree") << qint64(100) << QByteArray("\xff\xff\xff\xff", 4);
        QTest::newRow("schema cells point nowhere") << qint64(103) << QByteArray("\x7f\xff\xff\xff", 4);
    }

    void damagedFilesAreFoundAtOpening()
    {
        QFETCH(qint64, offset);
        QFETCH(QByteArray, bytes);
        const QString path = file("a.sqlite");
        QVERIFY(makeDatabase(path));
        QVERIFY(overwrite(path, offset, bytes));
        refused(at(path), Error::Kind::Corrupt, QStringLiteral("sql.corrupt"));
    }

    void aFileThatIsCutIsFoundAtReadingItsRows()
    {
        const QString path = file("a.sqlite");
        QVERIFY(makeDatabase(path));
        QVERIFY(QFile::resize(path, 8192));
        Result<Database> database = openDatabase(at(path));
        const Error error = database
            ? readOneInt64(*database, QStringLiteral("SELECT sum(length(text)) FROM t")).error()
            : database.error();
        QCOMPARE(error.kind, Error::Kind::Corrupt);
    }

    void anEmptyFileIsANewDatabase()
    {
        QVERIFY(writeFile(file("a.sqlite"), {}));
        QVERIFY(openDatabase(at(file("a.sqlite"))));
    }

    void aDirectoryThatMayNotBeWrittenIsAStorageError()
    {
        QVERIFY(makeDatabase(file("shut/a.sqlite", true)));
        const QByteArray folder = QFile::encodeName(m_directory->filePath(QStringLiteral("shut")));
        QCOMPARE(::chmod(QFile::encodeName(m_directory->path()).constData(), 0755), 0);
        QCOMPARE(::chown(QFile::encodeName(file("shut/a.sqlite")).constData(), 65534, 65534), 0);
        QCOMPARE(::chmod(folder.constData(), 0555), 0);
        const auto code = [](const OpenOptions &options) {
            const Result<Database> database = openDatabase(options);
            if (database)
                return 0;
            return database.error().kind == Error::Kind::Storage ? 1 : 2;
        };
        // An existing file of one's own: its -wal cannot be made. A new one: the file itself cannot.
        QCOMPARE(runInChild([&] { return code(at(file("shut/a.sqlite"))); }, ChildUser::Nobody).exitCode, 1);
        QCOMPARE(runInChild([&] { return code(at(file("shut/new.sqlite"))); }, ChildUser::Nobody).exitCode,
                 1);
        QCOMPARE(::chmod(folder.constData(), 0755), 0);
    }

    void aFileOfSomeoneElseIsAStorageError()
    {
        QVERIFY(makeDatabase(file("a.sqlite")));
        if (::geteuid() != 0)
            QSKIP("only root can make a file of someone else");
        QCOMPARE(::chmod(QFile::encodeName(m_directory->path()).constData(), 0777), 0);
        const ChildEnd end = runInChild(
            [this] {
                const Result<Database> database = openDatabase(at(file("a.sqlite")));
                return !database && database.error().kind == Error::Kind::Storage ? 0 : 1;
            },
            ChildUser::Nobody);
        QCOMPARE(end.exitCode, 0);
    }

    void theNamedVfsIsTheOneThatIsUsed()
    {
        FaultVfs vfs(QStringLiteral("named & odd=vfs"));
        OpenOptions options = at(file("a.sqlite"));
        options.vfs = vfs.name();
        {
            Result<Database> database = openDatabase(options);
            QVERIFY(database);
            QVERIFY(runStatement(*database, QStringLiteral("CREATE TABLE t (x)")));
        }
        QVERIFY(vfs.calls(Fault::Call::Write) > 0);
        options.vfs = QStringLiteral("no such vfs");
        const Result<Database> database = openDatabase(options);
        QVERIFY(!database);
    }

    void twoMemoryDatabasesAreTwo()
    {
        Result<Database> one = openDatabase(at(kMemoryPath.toString()));
        Result<Database> two = openDatabase(at(kMemoryPath.toString()));
        QVERIFY(one && two);
        QVERIFY(runStatement(*one, QStringLiteral("CREATE TABLE t (x)")));
        QVERIFY(!runStatement(*two, QStringLiteral("INSERT INTO t VALUES (1)")));
        QVERIFY(QDir(m_directory->path()).isEmpty());
        QVERIFY(!QFile::exists(kMemoryPath.toString()));
    }

    void closingTakesDownWhatWasPreparedAndRemovesTheConnection()
    {
        std::optional<Query> query;
        const qsizetype before = QSqlDatabase::connectionNames().size();
        {
            Result<Database> database = openDatabase(at(file("a.sqlite")));
            QVERIFY(database);
            Database moved = std::move(*database);
            Result<Query> prepared = Query::prepare(moved, QStringLiteral("SELECT 1"));
            QVERIFY(prepared);
            query = std::move(*prepared);
            QVERIFY(query->exec());
        }
        QCOMPARE(QSqlDatabase::connectionNames().size(), before);
        QVERIFY(!QFile::exists(file("a.sqlite-wal"))); // the last connection really closed
        QCOMPARE(query->exec().error().code, QStringLiteral("sql.closed"));
        QCOMPARE(query->next().error().code, QStringLiteral("sql.closed"));
        QCOMPARE(query->int64(0), 0);
    }

    void aConnectionKnowsItsThread()
    {
        Result<Database> database = openDatabase(at(file("a.sqlite")));
        QVERIFY(database);
        QVERIFY(database->isOnItsOwnThread());
        bool elsewhere = true;
        std::thread([&] { elsewhere = database->isOnItsOwnThread(); }).join();
        QVERIFY(!elsewhere);
    }

    void usingAConnectionOnAnotherThreadIsAssertedInBuildsWithAssertions()
    {
#ifdef QT_NO_DEBUG
        QSKIP("assertions are compiled out of this build; isOnItsOwnThread() is the same question");
#else
        const ChildEnd end = runInChild([this] {
            Result<Database> database = openDatabase(at(file("a.sqlite")));
            if (!database)
                return 1;
            std::thread([&] { (void)database->handle(); }).join();
            return 0;
        });
        QCOMPARE(end.signal, SIGABRT);
#endif
    }

private:
    QString file(const char *name, bool makeFolder = false) const
    {
        const QString path = m_directory->filePath(QString::fromLatin1(name));
        if (makeFolder)
            QDir().mkpath(QFileInfo(path).absolutePath());
        return path;
    }

    static void refused(const OpenOptions &options, Error::Kind kind, const QString &code)
    {
        const Result<Database> database = openDatabase(options);
        QVERIFY(!database);
        QCOMPARE(database.error().code, code);
        QCOMPARE(database.error().kind, kind);
        QVERIFY(database.error().detail.startsWith(u"opening test: "));
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "tst_database.moc"

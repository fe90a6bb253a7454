// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/databasefile.h"
#include "models/sql/migrations.h"
#include "models/sql/query.h"
#include "models/sql/transaction.h"
#include "tests/support/childprocess.h"
#include "tests/support/faultvfs.h"
#include "tests/support/schemaequality.h"
#include "tests/support/scratchdirectory.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>

using namespace tawasul;

namespace {

QList<Migration> steps(int count)
{
    return std::move(readMigrations(QStringLiteral(":/schema/test"))).value().first(count);
}

QList<Migration> stepsAnd(int count, const QByteArray &lastSql)
{
    QList<Migration> all = steps(count);
    all.append({count + 1, QStringLiteral("extra.sql"), lastSql});
    return all;
}

qint64 number(Database &database, const char *sql)
{
    return readOneInt64(database, QString::fromUtf8(sql)).value_or(-1);
}

Outcome addNotes(Database &database)
{
    return runStatement(database,
                        QStringLiteral("INSERT INTO notes (author, body) VALUES ('نورة', 'ملاحظة أولى'), "
                                       "('فهد', 'ملاحظة ثانية'), ('نورة', 'ملاحظة ثالثة')"));
}

} // namespace

class MigrationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_directory = makeScratchDirectory();
        m_path = m_directory->filePath(QStringLiteral("journal.sqlite"));
    }

    void theStepsOfAFolderAreReadInOrder()
    {
        const QList<Migration> all = steps(3);
        QCOMPARE(all.first().version, 1);
        QCOMPARE(all.last().version, 3);
        QCOMPARE(all.at(1).name, QStringLiteral("002_authors.sql"));
    }

    void aFolderWithAMistakeIsRefused_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::newRow("nothing") << QStringList();
        QTest::newRow("gap") << QStringList{QStringLiteral("001_a.sql"), QStringLiteral("003_b.sql")};
        QTest::newRow("not from 1") << QStringList{QStringLiteral("002_a.sql")};
        QTest::newRow("twice") << QStringList{QStringLiteral("001_a.sql"), QStringLiteral("001_b.sql")};
        QTest::newRow("other name") << QStringList{QStringLiteral("001_a.sql"), QStringLiteral("notes.txt")};
        QTest::newRow("short number") << QStringList{QStringLiteral("1_a.sql")};
        QTest::newRow("Arabic digits") << QStringList{QStringLiteral("٠٠١_a.sql")};
        QTest::newRow("empty") << QStringList{QStringLiteral("001_empty.sql")};
    }

    void aFolderWithAMistakeIsRefused()
    {
        QFETCH(QStringList, names);
        for (const QString &name : names) {
            QFile file(m_directory->filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(name.contains(u"empty") ? "\n  \n" : "SELECT 1;\n");
        }
        const Result<QList<Migration>> read = readMigrations(m_directory->path());
        QVERIFY(!read);
        QCOMPARE(read.error().code, QStringLiteral("sql.migrations"));
    }

    void aNewFileReachesTheNewestVersionWithoutACopy()
    {
        Database database = open();
        QCOMPARE(schemaVersion(database).value_or(-1), 0);
        QCOMPARE(migrate(database, steps(3)).value_or(-1), 3);
        QCOMPARE(schemaVersion(database).value_or(-1), 3);
        QVERIFY(copies().isEmpty());
        QCOMPARE(migrate(database, steps(3)).value_or(-1), 3);
    }

    void anOldFileUpgradedEqualsAFreshOne_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("cachePages");
        for (const int from : {0, 1, 2}) {
            for (const int cachePages : {0, 10})
                QTest::addRow("from %d, cache %d", from, cachePages) << from << cachePages;
        }
    }

    void anOldFileUpgradedEqualsAFreshOne()
    {
        QFETCH(int, from);
        QFETCH(int, cachePages);
        Database database = open({}, cachePages);
        QCOMPARE(migrate(database, steps(from)).value_or(-1), from);
        if (from == 1)
            QVERIFY(addNotes(database));
        QCOMPARE(migrate(database, steps(3)).value_or(-1), 3);
        Database fresh = memory(3);
        QCOMPARE(schemaDifferences(database, fresh).value_or({QStringLiteral("error")}), QStringList());
        QCOMPARE(number(database, "PRAGMA foreign_keys"), 1);
        if (from == 1) {
            QCOMPARE(number(database, "SELECT count(*) FROM notes JOIN authors ON name = author"), 3);
            QCOMPARE(number(database, "SELECT count(*) FROM search WHERE search MATCH 'ثالثة'"), 1);
        }
    }

    void schemaEqualityNoticesADifference()
    {
        Database left = memory(3);
        Database right = memory(3);
        QVERIFY(runStatement(right, QStringLiteral("CREATE INDEX extra ON notes (body)")));
        QVERIFY(runStatement(left, QStringLiteral("PRAGMA user_version = 4")));
        QCOMPARE(schemaDifferences(left, right).value_or({}),
                 QStringList({QStringLiteral("- version 4"), QStringLiteral("+ version 3"),
                              QStringLiteral("+ index extra on notes: CREATE INDEX extra ON notes (body)")}));
    }

    void triggersStayWhole()
    {
        Database database = memory(1);
        QVERIFY(addNotes(database));
        QCOMPARE(migrate(database, steps(3)).value_or(-1), 3);
        QVERIFY(runStatement(database, QStringLiteral("UPDATE notes SET body = 'نص آخر' WHERE id = 1")));
        QCOMPARE(number(database, "SELECT changes FROM notes WHERE id = 1"), 1);
        QCOMPARE(number(database, "SELECT count(*) FROM search WHERE search MATCH 'آخر'"), 1);
    }

    void aNewerFileIsRefusedAndLeftAlone()
    {
        Database database = open();
        QCOMPARE(migrate(database, steps(3)).value_or(-1), 3);
        const Result<QStringList> before = schemaOf(database);
        const Result<int> outcome = migrate(database, steps(2));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, Error::Kind::TooNew);
        QCOMPARE(outcome.error().code, QStringLiteral("sql.too_new"));
        QVERIFY(outcome.error().detail.contains(u'3') && outcome.error().detail.contains(u'2'));
        QCOMPARE(schemaOf(database).value_or({}), before.value_or({QStringLiteral("error")}));
        QVERIFY(copies().isEmpty());
    }

    void aStepThatFailsLeavesEverythingAsItWas_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<Error::Kind>("kind");
        using Kind = Error::Kind;
        QTest::newRow("syntax") << QByteArray("DELETE FROM notes;\n\nDROP TABEL notes;\n") << Kind::Invalid;
        QTest::newRow("no such table")
            << QByteArray("DELETE FROM notes;\n\nDELETE FROM nowhere;\n") << Kind::Invalid;
        QTest::newRow("constraint") << QByteArray(
            "CREATE TABLE x (y);\n\nINSERT INTO notes SELECT * FROM notes;\n")
                                    << Kind::Conflict;
        QTest::newRow("not ended") << QByteArray("DROP TABLE notes;\n\nCREATE TABLE half (") << Kind::Invalid;
        QTest::newRow("broken foreign key") << QByteArray("DELETE FROM authors;\n") << Kind::Invalid;
        QTest::newRow("goes on after rolling back")
            << QByteArray("ROLLBACK;\n\nCREATE TABLE stray (x);\n") << Kind::Storage;
        QTest::newRow("rolls back by itself")
            << QByteArray("DELETE FROM notes;\n\nROLLBACK;\n") << Kind::Storage;
    }

    void aStepThatFailsLeavesEverythingAsItWas()
    {
        QFETCH(QByteArray, sql);
        QFETCH(Error::Kind, kind);
        Database database = open();
        QVERIFY(migrate(database, steps(1)));
        QVERIFY(addNotes(database));
        QVERIFY(migrate(database, steps(2)));
        const Result<QStringList> before = schemaOf(database);
        const Result<int> outcome = migrate(database, stepsAnd(2, sql));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, kind);
        QVERIFY(outcome.error().detail.startsWith(u"sql.migration extra.sql: "));
        QCOMPARE(schemaOf(database).value_or({}), before.value_or({QStringLiteral("error")}));
        QCOMPARE(number(database, "SELECT count(*) FROM notes"), 3);
        QCOMPARE(number(database, "PRAGMA foreign_keys"), 1);
        QVERIFY2(migrate(database, steps(3)), "the corrected program goes on from there");
    }

    void stepsBeforeTheOneThatFailsStay()
    {
        Database database = open();
        QVERIFY(migrate(database, steps(1)));
        QVERIFY(!migrate(database, stepsAnd(2, "nonsense;")));
        QCOMPARE(schemaVersion(database).value_or(-1), 2);
        Database two = memory(2);
        QCOMPARE(schemaDifferences(database, two).value_or({QStringLiteral("error")}), QStringList());
    }

    void theCopyIsPrivateWholeAndGoneAtTheNextStart()
    {
        {
            Database database = open();
            QVERIFY(migrate(database, steps(1)));
            QVERIFY(addNotes(database));
            QVERIFY(migrate(database, steps(3)));
            QCOMPARE(copies(), QStringList{QStringLiteral("journal.sqlite.before-migration-v1")});
        }
        struct stat status = {};
        QCOMPARE(::stat(QFile::encodeName(safetyCopyPath(m_path, 1)).constData(), &status), 0);
        QCOMPARE(status.st_mode & 07777U, 0600U);
        {
            const QString restored = m_directory->filePath(QStringLiteral("restored.sqlite"));
            QVERIFY(QFile::copy(safetyCopyPath(m_path, 1), restored));
            Database copy = openAt(restored);
            Database one = memory(1);
            QCOMPARE(schemaDifferences(copy, one).value_or({QStringLiteral("error")}), QStringList());
            QCOMPARE(number(copy, "SELECT count(*) FROM notes"), 3);
        }
        Database again = open();
        QCOMPARE(migrate(again, steps(3)).value_or(-1), 3);
        QVERIFY(copies().isEmpty());
    }

    void theCopyIsTheFileByteForByte()
    {
        makeOldFile();
        const QByteArray before = bytesOf(m_path);
        QVERIFY(before.size() >= 2 * 4096);
        FaultVfs vfs;
        {
            Database database = open(vfs.name());
            vfs.disarm();
            QVERIFY(migrate(database, steps(3)));
            QVERIFY2(vfs.calls(Fault::Call::Write) > before.size() / 4096, "the copy passes by the VFS");
        }
        QVERIFY(bytesOf(m_path) != before);
        QCOMPARE(bytesOf(safetyCopyPath(m_path, 1)), before);
    }

    void whatStoodOnlyInTheLogIsInTheCopy()
    {
        makeOldFile();
        Database other = open();
        QVERIFY(
            runStatement(other, QStringLiteral("INSERT INTO notes (author, body) VALUES ('علي', 'رابعة')")));
        QVERIFY(QFileInfo(m_path % u"-wal").size() > 0);
        Database database = open();
        QVERIFY(migrate(database, steps(2)));
        Database copy = openAt(safetyCopyPath(m_path, 1));
        QCOMPARE(number(copy, "SELECT count(*) FROM notes"), 4);
    }

    void aCopyThatFailsStopsTheMigration_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<Error::Kind>("kind");
        for (const int nth : {1, 2}) {
            QTest::addRow("full disk, write %d", nth)
                << Fault{Fault::Call::Write, nth, Fault::Kind::Full, true} << Error::Kind::Full;
            QTest::addRow("I/O error, write %d", nth)
                << Fault{Fault::Call::Write, nth, Fault::Kind::ShortWrite, true} << Error::Kind::Storage;
        }
        QTest::newRow("no sync") << Fault{Fault::Call::Sync, 1, Fault::Kind::IoError, true}
                                 << Error::Kind::Storage;
        QTest::newRow("not opened") << Fault{Fault::Call::Open, 1, Fault::Kind::IoError, true}
                                    << Error::Kind::Storage;
        QTest::newRow("no read") << Fault{Fault::Call::Read, 1, Fault::Kind::IoError, true}
                                 << Error::Kind::Storage;
    }

    void aCopyThatFailsStopsTheMigration()
    {
        QFETCH(Fault, fault);
        QFETCH(Error::Kind, kind);
        makeOldFile();
        const QByteArray before = bytesOf(m_path);
        FaultVfs vfs;
        {
            Database database = open(vfs.name());
            vfs.arm(fault);
            const Result<int> outcome = migrate(database, steps(3));
            QVERIFY(!outcome);
            QCOMPARE(outcome.error().kind, kind);
            QVERIFY(vfs.struck());
            vfs.disarm();
            QCOMPARE(schemaVersion(database).value_or(-1), 1);
            QCOMPARE(number(database, "PRAGMA foreign_keys"), 1);
        }
        QVERIFY(copies().isEmpty());
        QCOMPARE(bytesOf(m_path), before);
        QVERIFY(checkAndFinish());
    }

    void aDiskThatFailsWhileOpeningIsNotTakenForOtherWriters()
    {
        bool struck = true;
        Fault fault{Fault::Call::Write, 1, Fault::Kind::Full, false};
        for (; struck; ++fault.nth) {
            makeOldFile();
            {
                Database database = open();
                QVERIFY(runStatement(database, QStringLiteral("PRAGMA journal_mode = DELETE")));
            }
            FaultVfs vfs;
            vfs.arm(fault);
            OpenOptions options;
            options.path = m_path;
            options.vfs = vfs.name();
            options.connectionPurpose = QStringLiteral("test");
            {
                Result<Database> database = openDatabase(options);
                const Result<int> outcome = database ? migrate(*database, steps(3)) : database.error();
                if (!outcome)
                    QCOMPARE(outcome.error().kind, Error::Kind::Full);
            }
            struck = vfs.struck();
            vfs.disarm();
            QVERIFY2(checkAndFinish(), qPrintable(QString::number(fault.nth)));
        }
        QVERIFY(fault.nth > 10);
    }

    void aFolderThatTakesNoCopyStopsTheMigration_data()
    {
        QTest::addColumn<QString>("obstacle");
        QTest::newRow("the copy cannot be made") << QStringLiteral(".part");
        QTest::newRow("the copy cannot be named") << QString();
    }

    void aFolderThatTakesNoCopyStopsTheMigration()
    {
        QFETCH(QString, obstacle);
        makeOldFile();
        const QByteArray before = bytesOf(m_path);
        // Root may write anywhere, but over a folder nobody writes a file.
        const QString folder = safetyCopyPath(m_path, 1) % obstacle;
        QVERIFY(QDir().mkdir(folder));
        {
            Database database = open();
            const Result<int> outcome = migrate(database, steps(3));
            QVERIFY(!outcome);
            QCOMPARE(outcome.error().code, QStringLiteral("sql.file"));
        }
        QVERIFY(copies().isEmpty());
        QCOMPARE(bytesOf(m_path), before);
        QVERIFY(QDir().rmdir(folder));
        QVERIFY(checkAndFinish());
    }

    void anEarlierCopyOutlivesOneThatFails()
    {
        makeOldFile();
        {
            Database database = open();
            QVERIFY(!migrate(database, {steps(1).first(), {2, QStringLiteral("bad.sql"), "nonsense;"}}));
        }
        const QByteArray earlier = bytesOf(safetyCopyPath(m_path, 1));
        QVERIFY(!earlier.isEmpty());
        FaultVfs vfs;
        Database database = open(vfs.name());
        vfs.arm({Fault::Call::Write, 1, Fault::Kind::Full, true});
        QVERIFY(!migrate(database, steps(3)));
        vfs.disarm();
        QCOMPARE(bytesOf(safetyCopyPath(m_path, 1)), earlier);
        QCOMPARE(copies().size(), 1);
    }

    /// Closing any descriptor of the file would drop the POSIX locks of all this process's connections on it.
    void theLocksOfOtherConnectionsOutliveTheCopy()
    {
        makeOldFile();
        Database other = open();
        QVERIFY(addNotes(other));
        QVERIFY2(isLockedForOthers(), "a connection in WAL mode keeps a shared lock");
        Database database = open();
        QCOMPARE(migrate(database, steps(3)).value_or(-1), 3);
        QCOMPARE(copies().size(), 1);
        QVERIFY(isLockedForOthers());
    }

    void whoReadsTheLogIsWaitedForAndNotOverrun()
    {
        makeOldFile();
        Database reader = open();
        Database writer = open();
        Database database = openWaiting(50);
        {
            Result<Transaction> reading = Transaction::beginRead(reader);
            QVERIFY(reading);
            QCOMPARE(number(reader, "SELECT count(*) FROM notes"), 3);
            QVERIFY(addNotes(writer));
            const Result<int> outcome = migrate(database, steps(3));
            QVERIFY(!outcome);
            QCOMPARE(outcome.error().kind, Error::Kind::Busy);
            QCOMPARE(number(reader, "SELECT count(*) FROM notes"), 3);
        }
        QCOMPARE(schemaVersion(database).value_or(-1), 1);
        QVERIFY(copies().isEmpty());
        QCOMPARE(migrate(database, steps(3)).value_or(-1), 3);
    }

    void whatCanBeRebuiltNeedsNoCopy()
    {
        Database database = open();
        QVERIFY(migrate(database, steps(1)));
        QVERIFY(migrate(database, steps(3), SafetyCopy::None));
        QVERIFY(copies().isEmpty());
    }

    void aDamagedFileKeepsItsCopy()
    {
        {
            Database database = open();
            QVERIFY(migrate(database, steps(1)));
            QVERIFY(addNotes(database));
            QVERIFY(migrate(database, steps(3)));
            // An index that no longer agrees with its table.
            QVERIFY(runStatement(database, QStringLiteral("PRAGMA writable_schema = ON")));
            QVERIFY(runStatement(database,
                                 QStringLiteral("UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM "
                                                "sqlite_schema WHERE name = 'authors') WHERE name = "
                                                "'notes_by_author'")));
        }
        Database again = open();
        const Result<int> outcome = migrate(again, steps(3));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, Error::Kind::Corrupt);
        QCOMPARE(copies().size(), 1);
    }

    void aMigrationOnAFailingDiskIsWholeOrNotThere_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::newRow("I/O error") << Fault{Fault::Call::Any, 1, Fault::Kind::IoError, false};
        QTest::newRow("full") << Fault{Fault::Call::Write, 1, Fault::Kind::Full, true};
        QTest::newRow("full, one write") << Fault{Fault::Call::Write, 1, Fault::Kind::Full, false};
    }

    void aMigrationOnAFailingDiskIsWholeOrNotThere()
    {
        QFETCH(Fault, fault);
        bool struck = true;
        for (; struck; ++fault.nth) {
            makeOldFile();
            FaultVfs vfs;
            Error error;
            {
                Database database = open(vfs.name());
                vfs.arm(fault);
                const Result<int> outcome = migrate(database, steps(3));
                struck = vfs.struck();
                if (!outcome)
                    error = outcome.error();
            }
            vfs.disarm();
            if (fault.kind == Fault::Kind::Full && !error.code.isEmpty())
                QCOMPARE(error.kind, Error::Kind::Full);
            QVERIFY2(checkAndFinish(), qPrintable(QString::number(fault.nth)));
        }
        QVERIFY(fault.nth > 10);
    }

    void aMigrationThatIsKilledIsWholeOrNotThere()
    {
        bool killed = true;
        Fault fault{Fault::Call::Write, 1, Fault::Kind::Kill};
        for (; killed; ++fault.nth) {
            makeOldFile();
            const ChildEnd end = runInChild([&] {
                FaultVfs vfs;
                Database database = open(vfs.name());
                vfs.arm(fault);
                return migrate(database, steps(3)).value_or(0);
            });
            killed = end.signal == SIGKILL;
            if (!killed)
                QCOMPARE(end.exitCode, 3);
            QVERIFY2(checkAndFinish(), qPrintable(QString::number(fault.nth)));
        }
        QVERIFY(fault.nth > 10);
    }

    void twoProgramsMayMigrateAtOnce()
    {
        makeOldFile();
        Database first = open();
        Database second = open();
        QCOMPARE(migrate(first, steps(2)).value_or(-1), 2);
        QCOMPARE(migrate(second, steps(3)).value_or(-1), 3);
        QCOMPARE(migrate(first, steps(3)).value_or(-1), 3);
    }

private:
    Database open(const QString &vfs = {}, int cachePages = 0) const
    {
        return openAt(m_path, vfs, cachePages);
    }

    Database openWaiting(int busyTimeoutMs) const
    {
        OpenOptions options;
        options.path = m_path;
        options.busyTimeoutMs = busyTimeoutMs;
        options.connectionPurpose = QStringLiteral("test");
        return std::move(openDatabase(options)).value();
    }

    /// Only of a file that no connection has open: closing it would drop their locks.
    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// Asked by another process: this one would not see its own locks.
    bool isLockedForOthers() const
    {
        const QByteArray path = QFile::encodeName(m_path);
        const ChildEnd end = runInChild([&path] {
            constexpr off_t kSharedFirst =
                0x40000002; // SQLite's file format: 510 bytes behind the pending byte
            struct flock lock = {};
            lock.l_type = F_WRLCK;
            lock.l_whence = SEEK_SET;
            lock.l_start = kSharedFirst;
            lock.l_len = 510;
            const int descriptor = ::open(path.constData(), O_RDWR | O_CLOEXEC);
            if (descriptor < 0 || ::fcntl(descriptor, F_GETLK, &lock) != 0)
                return 2;
            return lock.l_type == F_UNLCK ? 0 : 1;
        });
        return end.exitCode == 1;
    }

    static Database openAt(const QString &path, const QString &vfs = {}, int cachePages = 0)
    {
        OpenOptions options;
        options.path = path;
        options.vfs = vfs;
        options.cachePages = cachePages;
        options.connectionPurpose = QStringLiteral("test");
        return std::move(openDatabase(options)).value();
    }

    static Database memory(int version)
    {
        Database database = openAt(kMemoryPath.toString());
        (void)migrate(database, steps(version));
        return database;
    }

    /// A file at version 1 with three notes, and nothing beside it.
    void makeOldFile() const
    {
        const QDir directory(m_directory->path());
        const QStringList old = directory.entryList(QDir::Files);
        for (const QString &name : old)
            QFile::remove(directory.filePath(name));
        Database database = open();
        QVERIFY(migrate(database, steps(1)));
        QVERIFY(addNotes(database));
    }

    /// The file is at one of the versions, exactly; and a sound disk brings it to the newest with its rows.
    bool checkAndFinish() const
    {
        {
            Database database = open();
            Database same = memory(schemaVersion(database).value_or(0));
            if (schemaDifferences(database, same).value_or({QStringLiteral("error")}) != QStringList())
                return false;
            if (migrate(database, steps(3)).value_or(-1) != 3)
                return false;
            if (number(database, "SELECT count(*) FROM notes JOIN authors ON name = author") != 3)
                return false;
        }
        Database again = open();
        return migrate(again, steps(3)).value_or(-1) == 3 && copies().isEmpty();
    }

    QStringList copies() const
    {
        return QDir(m_directory->path())
            .entryList({QStringLiteral("*before-migration*")}, QDir::Files, QDir::Name);
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

QTEST_GUILESS_MAIN(MigrationsTest)
#include "tst_migrations.moc"

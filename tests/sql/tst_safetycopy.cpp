// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The copy that a file leaves behind before its migration: whole, private, sealed as the file is, and never
// at the cost of the file.
#include "tests/sql/migratedfile.h"

#include "models/sql/query.h"
#include "models/sql/transaction.h"
#include "tests/support/childprocess.h"
#include "tests/support/faultvfs.h"
#include "tests/support/schemaequality.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <fcntl.h>
#include <sys/stat.h>

using namespace tawasul;

namespace {

/// Only of a file that no connection has open: closing it would drop their locks.
QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Database openWaiting(const QString &path, int busyTimeoutMs)
{
    OpenOptions options;
    options.path = path;
    options.busyTimeoutMs = busyTimeoutMs;
    options.connectionPurpose = QStringLiteral("test");
    return std::move(openDatabase(options)).value();
}

/// Asked by another process: this one would not see its own locks.
bool isLockedForOthers(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const ChildEnd end = runInChild([&name] {
        struct flock lock = {};
        lock.l_type = F_WRLCK;
        lock.l_whence = SEEK_SET;
        lock.l_start = 0x40000002; // SQLite's shared locks: 510 bytes behind the pending byte at 1 GiB
        lock.l_len = 510;
        const int descriptor = ::open(name.constData(), O_RDWR | O_CLOEXEC);
        if (descriptor < 0 || ::fcntl(descriptor, F_GETLK, &lock) != 0)
            return 2;
        return lock.l_type == F_UNLCK ? 0 : 1;
    });
    return end.exitCode == 1;
}

} // namespace

class SafetyCopyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_file = std::make_unique<MigratedFile>();
    }

    void theCopyIsPrivateWholeAndGoneAtTheNextStart()
    {
        {
            Database database = m_file->open();
            QVERIFY(migrate(database, steps(1)));
            QVERIFY(addNotes(database));
            QVERIFY(migrate(database, steps(3)));
            QCOMPARE(m_file->copies(), QStringList{QStringLiteral("journal.sqlite.before-migration-v1")});
        }
        struct stat status = {};
        QCOMPARE(::stat(QFile::encodeName(safetyCopyPath(m_file->path(), 1)).constData(), &status), 0);
        QCOMPARE(status.st_mode & 07777U, 0600U);
        {
            const QString restored = m_file->beside(QStringLiteral("restored.sqlite"));
            QVERIFY(QFile::copy(safetyCopyPath(m_file->path(), 1), restored));
            Database copy = openAt(restored);
            Database one = memory(1);
            QCOMPARE(schemaDifferences(copy, one).value_or({QStringLiteral("error")}), QStringList());
            QCOMPARE(number(copy, "SELECT count(*) FROM notes"), 3);
        }
        Database again = m_file->open();
        QCOMPARE(migrate(again, steps(3)).value_or(-1), 3);
        QVERIFY(m_file->copies().isEmpty());
    }

    void theCopyIsTheFileByteForByte()
    {
        m_file->makeOld();
        const QByteArray before = bytesOf(m_file->path());
        QVERIFY(before.size() >= 2 * 4096);
        FaultVfs vfs;
        {
            Database database = m_file->open(vfs.name());
            vfs.disarm();
            QVERIFY(migrate(database, steps(3)));
            QVERIFY2(vfs.calls(Fault::Call::Write) > before.size() / 4096, "the copy passes by the VFS");
        }
        QVERIFY(bytesOf(m_file->path()) != before);
        QCOMPARE(bytesOf(safetyCopyPath(m_file->path(), 1)), before);
    }

    void whatTheVfsSealsStaysSealedInTheCopy()
    {
        FaultVfs vfs;
        vfs.scramble();
        {
            Database database = m_file->open(vfs.name());
            QVERIFY(migrate(database, steps(1)));
            QVERIFY(addNotes(database));
        }
        const QByteArray before = bytesOf(m_file->path());
        {
            Database database = m_file->open(vfs.name());
            QVERIFY(migrate(database, steps(3)));
        }
        const QByteArray copied = bytesOf(safetyCopyPath(m_file->path(), 1));
        QCOMPARE(copied, before);
        QVERIFY(copied.size() >= 4096 && !copied.contains("SQLite") && !copied.contains("ملاحظة"));
        Database copy = openAt(safetyCopyPath(m_file->path(), 1), vfs.name());
        QCOMPARE(number(copy, "SELECT count(*) FROM notes"), 3);
    }

    void whatStoodOnlyInTheLogIsInTheCopy()
    {
        m_file->makeOld();
        Database other = m_file->open();
        QVERIFY(
            runStatement(other, QStringLiteral("INSERT INTO notes (author, body) VALUES ('علي', 'رابعة')")));
        QVERIFY(QFileInfo(QString(m_file->path() % u"-wal")).size() > 0);
        Database database = m_file->open();
        QVERIFY(migrate(database, steps(2)));
        Database copy = openAt(safetyCopyPath(m_file->path(), 1));
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
        m_file->makeOld();
        const QByteArray before = bytesOf(m_file->path());
        FaultVfs vfs;
        {
            Database database = m_file->open(vfs.name());
            vfs.arm(fault);
            const Result<int> outcome = migrate(database, steps(3));
            QVERIFY(!outcome);
            QCOMPARE(outcome.error().kind, kind);
            QVERIFY(vfs.struck());
            vfs.disarm();
            QCOMPARE(schemaVersion(database).value_or(-1), 1);
            QCOMPARE(number(database, "PRAGMA foreign_keys"), 1);
        }
        QVERIFY(m_file->copies().isEmpty());
        QCOMPARE(bytesOf(m_file->path()), before);
        QVERIFY(m_file->checkAndFinish());
    }

    void aDiskThatFailsWhileOpeningIsNotTakenForOtherWriters()
    {
        bool struck = true;
        Fault fault{Fault::Call::Write, 1, Fault::Kind::Full, false};
        for (; struck; ++fault.nth) {
            m_file->makeOld();
            {
                Database database = m_file->open();
                QVERIFY(runStatement(database, QStringLiteral("PRAGMA journal_mode = DELETE")));
            }
            FaultVfs vfs;
            vfs.arm(fault);
            OpenOptions options;
            options.path = m_file->path();
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
            QVERIFY2(m_file->checkAndFinish(), qPrintable(QString::number(fault.nth)));
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
        m_file->makeOld();
        const QByteArray before = bytesOf(m_file->path());
        // Root may write anywhere, but over a folder nobody writes a file.
        const QString folder = safetyCopyPath(m_file->path(), 1) % obstacle;
        QVERIFY(QDir().mkdir(folder));
        {
            Database database = m_file->open();
            const Result<int> outcome = migrate(database, steps(3));
            QVERIFY(!outcome);
            QCOMPARE(outcome.error().code, QStringLiteral("sql.file"));
        }
        QVERIFY(m_file->copies().isEmpty());
        QCOMPARE(bytesOf(m_file->path()), before);
        QVERIFY(QDir().rmdir(folder));
        QVERIFY(m_file->checkAndFinish());
    }

    void anEarlierCopyOutlivesOneThatFails()
    {
        m_file->makeOld();
        {
            Database database = m_file->open();
            QVERIFY(!migrate(database, {steps(1).first(), {2, QStringLiteral("bad.sql"), "nonsense;"}}));
        }
        const QByteArray earlier = bytesOf(safetyCopyPath(m_file->path(), 1));
        QVERIFY(!earlier.isEmpty());
        FaultVfs vfs;
        Database database = m_file->open(vfs.name());
        vfs.arm({Fault::Call::Write, 1, Fault::Kind::Full, true});
        QVERIFY(!migrate(database, steps(3)));
        vfs.disarm();
        QCOMPARE(bytesOf(safetyCopyPath(m_file->path(), 1)), earlier);
        QCOMPARE(m_file->copies().size(), 1);
    }

    /// Closing any descriptor of the file would drop the POSIX locks of all this process's connections on it.
    void theLocksOfOtherConnectionsOutliveTheCopy()
    {
        m_file->makeOld();
        Database other = m_file->open();
        QVERIFY(addNotes(other));
        QVERIFY2(isLockedForOthers(m_file->path()), "a connection in WAL mode keeps a shared lock");
        Database database = m_file->open();
        QCOMPARE(migrate(database, steps(3)).value_or(-1), 3);
        QCOMPARE(m_file->copies().size(), 1);
        QVERIFY(isLockedForOthers(m_file->path()));
    }

    void whoReadsTheLogIsWaitedForAndNotOverrun()
    {
        m_file->makeOld();
        Database reader = m_file->open();
        Database writer = m_file->open();
        Database database = openWaiting(m_file->path(), 50);
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
        QVERIFY(m_file->copies().isEmpty());
        QCOMPARE(migrate(database, steps(3)).value_or(-1), 3);
    }

    void whatCanBeRebuiltNeedsNoCopy()
    {
        Database database = m_file->open();
        QVERIFY(migrate(database, steps(1)));
        QVERIFY(migrate(database, steps(3), SafetyCopy::None));
        QVERIFY(m_file->copies().isEmpty());
    }

    void aDamagedFileKeepsItsCopy()
    {
        {
            Database database = m_file->open();
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
        Database again = m_file->open();
        const Result<int> outcome = migrate(again, steps(3));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, Error::Kind::Corrupt);
        QCOMPARE(m_file->copies().size(), 1);
    }

private:
    std::unique_ptr<MigratedFile> m_file;
};

QTEST_GUILESS_MAIN(SafetyCopyTest)
#include "tst_safetycopy.moc"

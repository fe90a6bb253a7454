// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/database.h"
#include "models/sql/query.h"
#include "tests/support/childprocess.h"
#include "tests/support/faultvfs.h"
#include "tests/support/scratchdirectory.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <csignal>

using namespace tawasul;

using Call = Fault::Call;
using Kind = Fault::Kind;

class FaultVfsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_directory = makeScratchDirectory();
    }

    void withoutAPlanItOnlyCounts()
    {
        FaultVfs vfs;
        {
            Database database = open(vfs);
            QVERIFY(runStatement(database, QStringLiteral("CREATE TABLE t (x)")));
        }
        for (const Call call :
             { Call::Open, Call::Read, Call::Write, Call::Sync, Call::Shm, Call::Lock, Call::Delete })
            QVERIFY2(vfs.calls(call) > 0, qPrintable(QString::number(static_cast<int>(call))));
        int sum = 0;
        for (int call = 0; call < static_cast<int>(Call::Any); ++call)
            sum += vfs.calls(static_cast<Call>(call));
        QCOMPARE(vfs.calls(Call::Any), sum);
        QVERIFY(!vfs.struck());
    }

    void theNthCallFailsAndNoOther()
    {
        FaultVfs vfs;
        Database database = open(vfs);
        QVERIFY(runStatement(database, QStringLiteral("CREATE TABLE t (x)")));
        vfs.arm({ Call::Write, 3, Kind::IoError });
        QVERIFY2(insert(database), "its two writes of the log come before the third");
        QCOMPARE(vfs.calls(Call::Write), 2);
        QVERIFY(!vfs.struck());
        QVERIFY(!insert(database));
        QVERIFY(vfs.struck());
        QVERIFY(insert(database));
        QCOMPARE(readOneInt64(database, QStringLiteral("SELECT count(*) FROM t")).value_or(0), 2);
    }

    void aLastingFaultStaysUntilDisarmed()
    {
        FaultVfs vfs;
        Database database = open(vfs);
        QVERIFY(runStatement(database, QStringLiteral("CREATE TABLE t (x)")));
        vfs.arm({ Call::Write, 1, Kind::Full, true });
        for (int attempt = 0; attempt < 3; ++attempt)
            QCOMPARE(insert(database).error().kind, Error::Kind::Full);
        vfs.disarm();
        QVERIFY(insert(database));
    }

    void eachKindIsTheErrorThatTheDiskWouldGive_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QString>("code");
        QTest::newRow("write, I/O") << Fault{ Call::Write } << Error::Kind::Storage
                                    << QStringLiteral("sql.io");
        QTest::newRow("write, short")
            << Fault{ Call::Write, 1, Kind::ShortWrite } << Error::Kind::Storage << QStringLiteral("sql.io");
        QTest::newRow("write, full") << Fault{ Call::Write, 1, Kind::Full } << Error::Kind::Full
                                     << QStringLiteral("sql.full");
        QTest::newRow("sync") << Fault{ Call::Sync } << Error::Kind::Storage << QStringLiteral("sql.io");
        QTest::newRow("quota found at sync")
            << Fault{ Call::Sync, 1, Kind::Full } << Error::Kind::Full << QStringLiteral("sql.full");
    }

    void eachKindIsTheErrorThatTheDiskWouldGive()
    {
        QFETCH(Fault, fault);
        QFETCH(Error::Kind, kind);
        QFETCH(QString, code);
        FaultVfs vfs;
        Database database = open(vfs);
        QVERIFY(runStatement(database, QStringLiteral("CREATE TABLE t (x)")));
        vfs.arm(fault);
        const Outcome outcome = insert(database);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, kind);
        QCOMPARE(outcome.error().code, code);
    }

    void openingFails()
    {
        FaultVfs vfs;
        OpenOptions options = optionsFor(vfs);
        vfs.arm({ Call::Open, 1, Kind::Full });
        QVERIFY(!openDatabase(options));
        vfs.arm({ Call::Open, 2, Kind::Full }); // the log
        QCOMPARE(openDatabase(options).error().kind, Error::Kind::Full);
        vfs.arm({ Call::Shm, 1, Kind::Full });
        QCOMPARE(openDatabase(options).error().kind, Error::Kind::Full);
        vfs.disarm();
        QVERIFY(openDatabase(options));
    }

    void aKilledChildIsDead()
    {
        const ChildEnd end = runInChild([this] {
            FaultVfs vfs;
            Database database = open(vfs);
            vfs.arm({ Call::Write, 1, Kind::Kill });
            (void)runStatement(database, QStringLiteral("CREATE TABLE t (x)"));
            return 0;
        });
        QCOMPARE(end.signal, SIGKILL);
    }

    void twoStandBesideEachOther()
    {
        FaultVfs one(QStringLiteral("one"));
        FaultVfs two(QStringLiteral("two"));
        Database database = open(two);
        QCOMPARE(one.calls(Call::Any), 0);
        QVERIFY(two.calls(Call::Any) > 0);
    }

private:
    OpenOptions optionsFor(const FaultVfs &vfs) const
    {
        OpenOptions options;
        options.path = m_directory->filePath(QStringLiteral("a.sqlite"));
        options.vfs = vfs.name();
        options.connectionPurpose = QStringLiteral("test");
        return options;
    }

    Database open(const FaultVfs &vfs) const { return std::move(openDatabase(optionsFor(vfs))).value(); }

    static Outcome insert(Database &database)
    {
        return runStatement(database, QStringLiteral("INSERT INTO t VALUES (1)"));
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

QTEST_GUILESS_MAIN(FaultVfsTest)
#include "tst_faultvfs.moc"

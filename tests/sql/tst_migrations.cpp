// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sql/migratedfile.h"

#include "models/sql/query.h"
#include "tests/support/childprocess.h"
#include "tests/support/faultvfs.h"
#include "tests/support/schemaequality.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <csignal>

using namespace tawasul;

namespace {

QList<Migration> stepsAnd(int count, const QByteArray &lastSql)
{
    QList<Migration> all = steps(count);
    all.append({count + 1, QStringLiteral("extra.sql"), lastSql});
    return all;
}

} // namespace

class MigrationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_file = std::make_unique<MigratedFile>();
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
            QFile file(m_file->beside(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(name.contains(u"empty") ? "\n  \n" : "SELECT 1;\n");
        }
        const Result<QList<Migration>> read = readMigrations(m_file->folder());
        QVERIFY(!read);
        QCOMPARE(read.error().code, QStringLiteral("sql.migrations"));
    }

    void aNewFileReachesTheNewestVersionWithoutACopy()
    {
        Database database = m_file->open();
        QCOMPARE(schemaVersion(database).value_or(-1), 0);
        QCOMPARE(migrate(database, steps(3)).value_or(-1), 3);
        QCOMPARE(schemaVersion(database).value_or(-1), 3);
        QVERIFY(m_file->copies().isEmpty());
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
        Database database = m_file->open({}, cachePages);
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
        Database database = m_file->open();
        QCOMPARE(migrate(database, steps(3)).value_or(-1), 3);
        const Result<QStringList> before = schemaOf(database);
        const Result<int> outcome = migrate(database, steps(2));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, Error::Kind::TooNew);
        QCOMPARE(outcome.error().code, QStringLiteral("sql.too_new"));
        QVERIFY(outcome.error().detail.contains(u'3') && outcome.error().detail.contains(u'2'));
        QCOMPARE(schemaOf(database).value_or({}), before.value_or({QStringLiteral("error")}));
        QVERIFY(m_file->copies().isEmpty());
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
        Database database = m_file->open();
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
        Database database = m_file->open();
        QVERIFY(migrate(database, steps(1)));
        QVERIFY(!migrate(database, stepsAnd(2, "nonsense;")));
        QCOMPARE(schemaVersion(database).value_or(-1), 2);
        Database two = memory(2);
        QCOMPARE(schemaDifferences(database, two).value_or({QStringLiteral("error")}), QStringList());
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
            m_file->makeOld();
            FaultVfs vfs;
            Error error;
            {
                Database database = m_file->open(vfs.name());
                vfs.arm(fault);
                const Result<int> outcome = migrate(database, steps(3));
                struck = vfs.struck();
                if (!outcome)
                    error = outcome.error();
            }
            vfs.disarm();
            if (fault.kind == Fault::Kind::Full && !error.code.isEmpty())
                QCOMPARE(error.kind, Error::Kind::Full);
            QVERIFY2(m_file->checkAndFinish(), qPrintable(QString::number(fault.nth)));
        }
        QVERIFY(fault.nth > 10);
    }

    void aMigrationThatIsKilledIsWholeOrNotThere()
    {
        bool killed = true;
        Fault fault{Fault::Call::Write, 1, Fault::Kind::Kill};
        for (; killed; ++fault.nth) {
            m_file->makeOld();
            const ChildEnd end = runInChild([&] {
                FaultVfs vfs;
                Database database = m_file->open(vfs.name());
                vfs.arm(fault);
                return migrate(database, steps(3)).value_or(0);
            });
            killed = end.signal == SIGKILL;
            if (!killed)
                QCOMPARE(end.exitCode, 3);
            QVERIFY2(m_file->checkAndFinish(), qPrintable(QString::number(fault.nth)));
        }
        QVERIFY(fault.nth > 10);
    }

    void twoProgramsMayMigrateAtOnce()
    {
        m_file->makeOld();
        Database first = m_file->open();
        Database second = m_file->open();
        QCOMPARE(migrate(first, steps(2)).value_or(-1), 2);
        QCOMPARE(migrate(second, steps(3)).value_or(-1), 3);
        QCOMPARE(migrate(first, steps(3)).value_or(-1), 3);
    }

private:
    std::unique_ptr<MigratedFile> m_file;
};

QTEST_GUILESS_MAIN(MigrationsTest)
#include "tst_migrations.moc"

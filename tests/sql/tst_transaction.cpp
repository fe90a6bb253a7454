// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/query.h"
#include "models/sql/transaction.h"
#include "tests/support/childprocess.h"
#include "tests/support/scratchdirectory.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <csignal>
#include <thread>

using namespace tawasul;

class TransactionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_directory = makeScratchDirectory();
        Database database = open();
        QVERIFY(runStatement(database, QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY)")));
    }

    void committedWorkStays()
    {
        {
            Database database = open();
            Result<Transaction> transaction = Transaction::begin(database);
            QVERIFY(transaction && insert(database, 1) && insert(database, 2));
            QVERIFY(transaction->commit());
        }
        Database again = open();
        QCOMPARE(count(again), 2);
    }

    void workWithoutACommitIsGone()
    {
        Database database = open();
        {
            Result<Transaction> transaction = Transaction::begin(database);
            QVERIFY(transaction && insert(database, 1));
            QCOMPARE(count(database), 1);
        }
        QCOMPARE(count(database), 0);
        QVERIFY2(insert(database, 2), "the connection is free again");
        QCOMPARE(count(database), 1);
    }

    void aTransactionThatMovesStaysOne()
    {
        Database database = open();
        {
            Result<Transaction> transaction = Transaction::begin(database);
            QVERIFY(transaction && insert(database, 1));
            Transaction moved = std::move(*transaction);
            QVERIFY(moved.commit());
        }
        QCOMPARE(count(database), 1);
    }

    void closingTheDatabaseRollsBack()
    {
        std::optional<Transaction> transaction;
        {
            Database database = open();
            transaction.emplace(std::move(Transaction::begin(database)).value());
            QVERIFY(insert(database, 1));
        }
        transaction.reset();
        Database again = open();
        QCOMPARE(count(again), 0);
    }

    void aFailedStatementLeavesTheRestToTheCaller()
    {
        Database database = open();
        {
            Result<Transaction> transaction = Transaction::begin(database);
            QVERIFY(transaction && insert(database, 1));
            QCOMPARE(insert(database, 1).error().code, QStringLiteral("sql.unique"));
        }
        QCOMPARE(count(database), 0);
    }

    void whatSqliteRolledBackByItselfIsNotContinuedOutsideATransaction()
    {
        Database database = open();
        Result<Transaction> transaction = Transaction::begin(database);
        QVERIFY(transaction && insert(database, 1));
        Result<Query> reader = Query::prepare(database, QStringLiteral("SELECT id FROM t"));
        QVERIFY(reader);
        QVERIFY(runStatement(database, QStringLiteral("INSERT OR ROLLBACK INTO t VALUES (1)")).error().code
                == QStringLiteral("sql.unique"));
        QCOMPARE(insert(database, 2).error().code, QStringLiteral("sql.rolled_back"));
        QCOMPARE(reader->exec().error().code, QStringLiteral("sql.rolled_back"));
        QCOMPARE(transaction->commit().error().code, QStringLiteral("sql.rolled_back"));
        QCOMPARE(count(database), 0);
    }

    void aSecondWriterWaitsAndThenIsBusy()
    {
        Database first = open();
        Database second = open(200);
        Result<Transaction> transaction = Transaction::begin(first);
        QVERIFY(transaction && insert(first, 1));
        QElapsedTimer timer;
        timer.start();
        const Result<Transaction> other = Transaction::begin(second);
        QVERIFY(!other);
        QCOMPARE(other.error().kind, Error::Kind::Busy);
        QCOMPARE(other.error().code, QStringLiteral("sql.busy"));
        QVERIFY2(timer.elapsed() >= 150, "it waited for its time-out");
        QCOMPARE(count(second), 0); // readers never wait
        QVERIFY(transaction->commit());
        QCOMPARE(count(second), 1);
        QVERIFY(Transaction::begin(second));
    }

    void aSecondWriterGoesOnWhenTheFirstIsDone()
    {
        Database first = open();
        Result<Transaction> transaction = Transaction::begin(first);
        QVERIFY(transaction && insert(first, 1));
        bool wrote = false;
        std::thread other([this, &wrote] {
            Database second = open(20'000);
            wrote = insert(second, 2).has_value();
        });
        // allow(sleep): lets the other one meet the lock in most runs; right either way
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        const Outcome committed = transaction->commit();
        other.join();
        QVERIFY(committed);
        QVERIFY(wrote);
        QCOMPARE(count(first), 2);
    }

    void aReaderKeepsItsSnapshotUntilItIsFinished()
    {
        Database writer = open();
        QVERIFY(insert(writer, 1) && insert(writer, 2));
        Database reader = open();
        Query query = std::move(Query::prepare(reader, QStringLiteral("SELECT id FROM t"))).value();
        QVERIFY(query.exec());
        QCOMPARE(query.next().value_or(false), true);
        QVERIFY(insert(writer, 3));
        QCOMPARE(count(reader), 2);
        QVERIFY(query.finish());
        QCOMPARE(count(reader), 3);
    }

    void oneInsideAnotherIsAssertedInBuildsWithAssertions()
    {
#ifdef QT_NO_DEBUG
        Database database = open();
        Result<Transaction> outer = Transaction::begin(database);
        QVERIFY(outer);
        QVERIFY(!Transaction::begin(database));
#else
        const ChildEnd end = runInChild([this] {
            Database database = open();
            const Result<Transaction> outer = Transaction::begin(database);
            const Result<Transaction> inner = Transaction::begin(database);
            return outer && inner ? 1 : 2;
        });
        QCOMPARE(end.signal, SIGABRT);
#endif
    }

private:
    Database open(int busyTimeoutMs = 5000) const
    {
        OpenOptions options;
        options.path = m_directory->filePath(QStringLiteral("a.sqlite"));
        options.busyTimeoutMs = busyTimeoutMs;
        options.connectionPurpose = QStringLiteral("test");
        return std::move(openDatabase(options)).value();
    }

    static Outcome insert(Database &database, int id)
    {
        Result<Query> query = Query::prepare(database, QStringLiteral("INSERT INTO t VALUES (?)"));
        return query ? query->exec(id) : Outcome(query.error());
    }

    static qint64 count(Database &database)
    {
        return readOneInt64(database, QStringLiteral("SELECT count(*) FROM t")).value_or(-1);
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

QTEST_GUILESS_MAIN(TransactionTest)
#include "tst_transaction.moc"

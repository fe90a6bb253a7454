// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The recording of acts on a disk that fails, fills up or loses its process at every call that SQLite makes
// of it: no acknowledged act is lost, none is there by half, and whoever asked hears why.
#include "models/sql/query.h"
#include "models/sql/transaction.h"
#include "tests/support/childprocess.h"
#include "tests/support/faultvfs.h"
#include "tests/support/scratchdirectory.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <csignal>

using namespace tawasul;

using Call = Fault::Call;
using Kind = Fault::Kind;

namespace {

constexpr int kActs = 4;
constexpr int kBodyLength = 9000; // more than two pages, so that a small cache spills

OpenOptions optionsFor(const QString &path, const QString &vfs, int cachePages)
{
    OpenOptions options;
    options.path = path;
    options.vfs = vfs;
    options.cachePages = cachePages;
    options.connectionPurpose = QStringLiteral("test");
    return options;
}

Outcome makeTables(Database &database)
{
    for (const char *table : { "acts", "outbox", "audit" }) {
        const QString sql =
            QStringLiteral("CREATE TABLE IF NOT EXISTS %1 (id INTEGER PRIMARY KEY, body TEXT NOT NULL)");
        if (Outcome made = runStatement(database, sql.arg(QLatin1String(table))); !made)
            return made;
    }
    return Done{};
}

/// Invariant I1 in small: one act in three tables, together or not at all.
Outcome record(Database &database, int id)
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    const QString body(kBodyLength, QChar(0x0628));
    for (const char *table : { "acts", "outbox", "audit" }) {
        Result<Query> insert = Query::prepare(
            database, QStringLiteral("INSERT INTO %1 VALUES (?, ?)").arg(QLatin1String(table)));
        if (!insert)
            return insert.error();
        if (Outcome run = insert->exec(id, body); !run)
            return run;
    }
    return transaction->commit();
}

struct Report
{
    QList<qint64> acknowledged;
    QList<Error> errors;
};

/// A day on that disk. It goes on after every failure, as an officer would.
Report recordAll(const OpenOptions &options, const std::function<void(int)> &acknowledge)
{
    Report report;
    const auto note = [&report](const Outcome &outcome) {
        if (!outcome)
            report.errors.append(outcome.error());
        return outcome.has_value();
    };
    Result<Database> database = openDatabase(options);
    if (!database) {
        report.errors.append(database.error());
        return report;
    }
    if (!note(makeTables(*database)))
        return report;
    for (int id = 1; id <= kActs; ++id) {
        if (note(record(*database, id))) {
            report.acknowledged.append(id);
            acknowledge(id);
        }
    }
    return report;
}

/// What a sound disk finds afterwards: empty when all is well, else what is wrong.
QString verify(const QString &path, const QList<qint64> &acknowledged)
{
    Result<Database> database = openDatabase(optionsFor(path, {}, 0));
    if (!database)
        return database.error().detail;
    if (const Outcome made = makeTables(*database); !made)
        return made.error().detail;
    Query check = std::move(Query::prepare(*database, QStringLiteral("PRAGMA integrity_check"))).value();
    if (!check.exec() || !check.next().value_or(false) || check.text(0) != u"ok")
        return QStringLiteral("integrity_check");
    Query acts =
        std::move(Query::prepare(*database, QStringLiteral("SELECT id, length(body) FROM acts"))).value();
    QList<qint64> present;
    if (!acts.exec())
        return QStringLiteral("acts");
    while (acts.next().value_or(false)) {
        present.append(acts.int64(0));
        if (acts.int64(1) != kBodyLength)
            return QStringLiteral("half a body");
    }
    for (const qint64 id : acknowledged) {
        if (!present.contains(id))
            return QStringLiteral("acknowledged act %1 is lost").arg(id);
    }
    const Result<qint64> torn = readOneInt64(
        *database,
        QStringLiteral(
            "SELECT (SELECT count(*) FROM acts FULL JOIN outbox USING (id) WHERE acts.body IS NULL OR "
            "outbox.body IS NULL) + (SELECT count(*) FROM acts FULL JOIN audit USING (id) WHERE "
            "acts.body IS NULL OR audit.body IS NULL)"));
    return torn && *torn == 0 ? QString() : QStringLiteral("an act is there by half");
}

} // namespace

class DiskFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_directory = makeScratchDirectory();
        QVERIFY(m_directory->isValid());
    }

    void noAcknowledgedActIsLostOnAFailingDisk_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<int>("cachePages");
        struct Case
        {
            const char *name;
            Call call;
            Kind kind;
        };
        for (const Case &one : { Case{ "any call, I/O error", Call::Any, Kind::IoError },
                                 Case{ "short write", Call::Write, Kind::ShortWrite },
                                 Case{ "full at a write", Call::Write, Kind::Full },
                                 Case{ "full at a sync", Call::Sync, Kind::Full },
                                 Case{ "full at opening", Call::Open, Kind::Full },
                                 Case{ "full at shared memory", Call::Shm, Kind::Full } }) {
            for (const bool lasting : { false, true }) {
                for (const int cachePages : { 0, 10 }) {
                    QTest::addRow("%s, %s, cache %d", one.name, lasting ? "lasting" : "once", cachePages)
                        << Fault{ one.call, 1, one.kind, lasting } << cachePages;
                }
            }
        }
    }

    void noAcknowledgedActIsLostOnAFailingDisk()
    {
        QFETCH(Fault, fault);
        QFETCH(int, cachePages);
        FaultVfs vfs;
        int strikes = 0;
        while (true) {
            const QString path = m_directory->filePath(QStringLiteral("%1.sqlite").arg(fault.nth));
            vfs.arm(fault);
            const Report report = recordAll(optionsFor(path, vfs.name(), cachePages), [](int) {});
            const bool struck = vfs.struck();
            vfs.disarm();
            const QString wrong = verify(path, report.acknowledged);
            QVERIFY2(wrong.isEmpty(), qPrintable(u"call " % QString::number(fault.nth) % u": " % wrong));
            for (const Error &error : report.errors)
                QVERIFY2(isDiskError(error, fault.kind), qPrintable(error.code % u": " % error.detail));
            if (!struck)
                break;
            ++strikes;
            ++fault.nth;
        }
        QVERIFY(strikes > 0);
    }

    void noAcknowledgedActIsLostWhenTheProcessIsKilled_data()
    {
        QTest::addColumn<Call>("call");
        QTest::addColumn<int>("cachePages");
        QTest::newRow("in a write") << Call::Write << 0;
        QTest::newRow("in a write, small cache") << Call::Write << 10;
        QTest::newRow("at a sync") << Call::Sync << 0;
        QTest::newRow("at the log's deletion") << Call::Delete << 0;
    }

    void noAcknowledgedActIsLostWhenTheProcessIsKilled()
    {
        QFETCH(Call, call);
        QFETCH(int, cachePages);
        int kills = 0;
        for (Fault fault{ call, 1, Kind::Kill };; ++fault.nth) {
            const QString path = m_directory->filePath(QStringLiteral("%1.sqlite").arg(fault.nth));
            const ChildEnd end = runInChild([&] {
                FaultVfs vfs;
                vfs.arm(fault);
                QFile receipts(path % u".receipts");
                if (!receipts.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
                    return 1;
                (void)recordAll(optionsFor(path, vfs.name(), cachePages),
                                [&receipts](int id) { receipts.putChar(static_cast<char>(id)); });
                return 0;
            });
            QFile receipts(path % u".receipts");
            QVERIFY(receipts.open(QIODevice::ReadOnly));
            QList<qint64> acknowledged;
            const QByteArray ids = receipts.readAll();
            for (const char id : ids)
                acknowledged.append(id);
            const QString wrong = verify(path, acknowledged);
            QVERIFY2(wrong.isEmpty(), qPrintable(u"call " % QString::number(fault.nth) % u": " % wrong));
            if (end.signal != SIGKILL) {
                QCOMPARE(end.exitCode, 0);
                QCOMPARE(acknowledged.size(), kActs);
                break;
            }
            ++kills;
        }
        QVERIFY(kills > 0);
    }

private:
    static bool isDiskError(const Error &error, Kind kind)
    {
        const bool expected =
            kind == Kind::Full ? error.kind == Error::Kind::Full : error.kind == Error::Kind::Storage;
        // After the first failure SQLite may refuse the rest of a transaction that it rolled back; and a file
        // that exists is not opened because a disk is full, so nobody asks why that failed.
        return expected || error.code == u"sql.rolled_back" || error.code == u"sql.open";
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

QTEST_GUILESS_MAIN(DiskFaultsTest)
#include "tst_diskfaults.moc"

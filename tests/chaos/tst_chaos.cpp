// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The instrument itself: a run repeats to the last byte, and the disk loses what a disk may lose and nothing
// else.
#include "models/sql/query.h"
#include "models/sql/transaction.h"
#include "tests/chaos/chaosruns.h"

#include <QtCore/QLoggingCategory>
#include <QtCore/QProcess>
#include <QtTest/QTest>

namespace tawasul {

namespace {

constexpr int kRows = 30;

/// A database on a disk of its own, with rows that were committed one by one.
class WrittenDisk
{
public:
    explicit WrittenDisk(std::uint64_t seed)
        : world(seed, false)
        , disk(world, QStringLiteral("chaos-test"))
    {
    }

    [[nodiscard]] Result<Database> open(Synchronous synchronous = Synchronous::Full)
    {
        return openDatabase({.path = m_folder->filePath(QStringLiteral("file.sqlite")),
                             .vfs = disk.vfs(),
                             .synchronous = synchronous,
                             .connectionPurpose = QStringLiteral("test")});
    }

    /// How many were committed before the disk would not any more.
    int write(Database &database)
    {
        if (!runStatement(database, QStringLiteral("CREATE TABLE IF NOT EXISTS act (body TEXT)")))
            return 0;
        for (int n = 0; n < kRows; ++n) {
            Result<Transaction> transaction = Transaction::begin(database);
            if (!transaction)
                return n;
            Result<Query> row = Query::prepare(database, QStringLiteral("INSERT INTO act VALUES (?)"));
            if (!row || !row->exec(QString(n * 700, u'x')) || !transaction->commit())
                return n;
        }
        return kRows;
    }

    /// What is found after another start; nothing when the file is not sound.
    std::optional<qint64> found()
    {
        Result<Database> database = open();
        if (!database)
            return std::nullopt;
        Result<Query> check = Query::prepare(*database, QStringLiteral("PRAGMA integrity_check"));
        if (!check || !check->exec() || !check->next().value_or(false) || check->text(0) != u"ok"
            || !check->finish())
            return std::nullopt;
        const auto count = readOneInt64(*database, QStringLiteral("SELECT count(*) FROM act"));
        return count ? *count : 0;
    }

    World world;
    MemoryDisk disk;

private:
    std::unique_ptr<QTemporaryDir> m_folder = makeScratchDirectory();
};

} // namespace

class TestChaos : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("tawasul.*=false")); }

    void aSeedRepeatsToTheLastByte()
    {
        SeedRunner first;
        SeedRunner second; // in another folder
        for (std::uint64_t seed = 1; seed <= 8; ++seed) {
            const Verdict one = first.run(seed);
            const Verdict other = second.run(seed);
            QCOMPARE(one.hash, other.hash);
            QCOMPARE(one.jobs, other.jobs);
            QCOMPARE(one.complaints(), other.complaints());
        }
        QVERIFY(first.run(1).hash != first.run(2).hash);
    }

    void aSeedRepeatsInAnotherProcessAndBesideOthers()
    {
        QCOMPARE(toldBy({QStringLiteral("6"), QStringLiteral("--seed"), QStringLiteral("3")}),
                 toldBy({QStringLiteral("6"), QStringLiteral("--seed"), QStringLiteral("3"),
                         QStringLiteral("--jobs"), QStringLiteral("3")}));
    }

    void thePowerTakesNothingThatWasCommittedInFull_data()
    {
        QTest::addColumn<Synchronous>("synchronous");
        QTest::newRow("full: nothing is lost") << Synchronous::Full;
        QTest::newRow("normal: something is, or the cut does not cut") << Synchronous::Normal;
    }
    void thePowerTakesNothingThatWasCommittedInFull()
    {
        QFETCH(const Synchronous, synchronous);
        qint64 lost = 0;
        for (std::uint64_t seed = 1; seed <= 120; ++seed) {
            WrittenDisk stage(seed);
            stage.disk.arm({Fault::Call::Any, 20 + static_cast<int>(seed), Fault::Kind::Kill, false});
            int committed = 0;
            {
                Result<Database> database = stage.open(synchronous);
                if (database)
                    committed = stage.write(*database);
            }
            stage.disk.revive(true);
            const auto found = stage.found();
            QVERIFY2(found, qPrintable(QStringLiteral("seed %1: not sound").arg(seed)));
            QVERIFY(*found <= committed + 1); // the one that was under way may be there
            lost += std::max<qint64>(0, committed - *found);
        }
        QCOMPARE(lost > 0, synchronous == Synchronous::Normal);
    }

    void whatWasWrittenOutlivesTheProcessThough()
    {
        for (std::uint64_t seed = 1; seed <= 60; ++seed) {
            WrittenDisk stage(seed);
            stage.disk.arm({Fault::Call::Write, 5 + static_cast<int>(seed), Fault::Kind::Kill, false});
            int committed = 0;
            {
                Result<Database> database = stage.open(Synchronous::Normal);
                QVERIFY(database);
                committed = stage.write(*database);
            }
            QVERIFY(stage.disk.isDead());
            stage.disk.revive(false);
            const auto found = stage.found();
            QVERIFY(found && *found >= committed && *found <= committed + 1);
        }
    }

    void twoConnectionsShareALogAndTheLastOneClearsIt()
    {
        WrittenDisk stage(1);
        {
            Result<Database> writer = stage.open();
            Result<Database> reader = stage.open();
            QVERIFY(writer && reader);
            QCOMPARE(stage.write(*writer), kRows);
            QCOMPARE(readOneInt64(*reader, QStringLiteral("SELECT count(*) FROM act")).value(), kRows);
            Result<Transaction> one = Transaction::begin(*writer);
            QVERIFY(one);
            QCOMPARE(Transaction::begin(*reader).error().kind, Error::Kind::Busy);
        }
        QCOMPARE(stage.disk.image().size(), std::size_t(1)); // no -wal
        QCOMPARE(stage.found(), std::optional<qint64>(kRows));
    }

private:
    static QByteArray toldBy(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral(TAWASUL_CHAOS_PROGRAM), arguments);
        // A process that failed is like no other.
        const bool isWell = process.waitForFinished(60'000) && process.exitCode() == 0;
        return process.readAllStandardOutput() + (isWell ? QByteArray() : arguments.join(u' ').toUtf8());
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestChaos)
#include "tst_chaos.moc"

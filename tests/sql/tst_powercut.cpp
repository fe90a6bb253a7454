// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The power goes at every write and sync of the recording of acts: unsynced writes are lost, kept or torn.
// What was acknowledged under Synchronous::Full is there; under Normal the newest may be gone, but never one
// in the middle.
#include "models/sql/query.h"
#include "models/sql/transaction.h"
#include "tests/support/diskshadow.h"
#include "tests/support/faultvfs.h"
#include "tests/support/scratchdirectory.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace tawasul;

namespace {

constexpr int kActs = 40;
constexpr int kSeeds = 4;

OpenOptions optionsFor(const QString &path, const QString &vfs, Synchronous synchronous)
{
    OpenOptions options;
    options.path = path;
    options.vfs = vfs;
    options.synchronous = synchronous;
    options.connectionPurpose = QStringLiteral("test");
    return options;
}

Outcome record(Database &database, int id)
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    for (const char *table : { "acts", "outbox" }) {
        Result<Query> insert = Query::prepare(
            database, QStringLiteral("INSERT INTO %1 VALUES (?, ?)").arg(QLatin1String(table)));
        if (!insert)
            return insert.error();
        if (Outcome run = insert->exec(id, QString(id * 97 % 3000, QChar(0x0628))); !run)
            return run;
    }
    return transaction->commit();
}

/// How many acts a cut left; nothing when they are not the first ones, each whole.
std::optional<qint64> soundActs(const QString &path)
{
    Result<Database> database = openDatabase(optionsFor(path, {}, Synchronous::Full));
    if (!database)
        return std::nullopt;
    Query check = std::move(Query::prepare(*database, QStringLiteral("PRAGMA integrity_check"))).value();
    if (!check.exec() || !check.next().value_or(false) || check.text(0) != u"ok" || !check.finish())
        return std::nullopt;
    const Result<qint64> tables =
        readOneInt64(*database, QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE type = 'table'"));
    if (tables.value_or(-1) < 2)
        return tables.has_value() ? std::optional<qint64>(0) : std::nullopt;
    const Result<qint64> highest =
        readOneInt64(*database, QStringLiteral("SELECT coalesce(max(id), 0) FROM acts"));
    const Result<qint64> whole = readOneInt64(
        *database,
        QStringLiteral("SELECT count(*) FROM acts JOIN outbox USING (id) WHERE acts.body = outbox.body "
                       "AND length(acts.body) = acts.id * 97 % 3000"));
    const bool sound = highest && whole && *highest == *whole;
    return sound ? std::optional(*highest) : std::nullopt;
}

} // namespace

class PowerCutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void acknowledgedActsSurviveACutAtAnyMoment_data()
    {
        QTest::addColumn<Synchronous>("synchronous");
        QTest::newRow("full: nothing is lost") << Synchronous::Full;
        QTest::newRow("normal: nothing is torn") << Synchronous::Normal;
    }

    void acknowledgedActsSurviveACutAtAnyMoment()
    {
        QFETCH(Synchronous, synchronous);
        const auto directory = makeScratchDirectory();
        const QString path = directory->filePath(QStringLiteral("journal.sqlite"));
        int acknowledged = 0;
        int cuts = 0;
        qint64 lost = 0;
        QString wrong;
        const DiskShadow *watching = nullptr;
        DiskShadow shadow([&] {
            for (quint32 seed = 1; seed <= kSeeds && wrong.isEmpty(); ++seed) {
                const auto after = makeScratchDirectory();
                const quint32 moment = static_cast<quint32>(++cuts) * 1000U + seed;
                if (!watching->writeAfterCut(after->path(), moment))
                    wrong = QStringLiteral("no room for the test");
                const std::optional<qint64> found =
                    soundActs(after->filePath(QStringLiteral("journal.sqlite")));
                if (!found)
                    wrong = QStringLiteral("cut %1: not sound").arg(moment);
                else if (synchronous == Synchronous::Full && *found < acknowledged)
                    wrong = QStringLiteral("cut %1: %2 of %3 acts").arg(moment).arg(*found).arg(acknowledged);
                else
                    lost = std::max(lost, acknowledged - *found);
            }
        });
        watching = &shadow;
        FaultVfs vfs;
        vfs.watch(&shadow);
        {
            Result<Database> database = openDatabase(optionsFor(path, vfs.name(), synchronous));
            QVERIFY(database);
            // Small, so that checkpoints happen among the acts.
            QVERIFY(runStatement(*database, QStringLiteral("PRAGMA wal_autocheckpoint = 25")));
            for (const char *table : { "acts", "outbox" }) {
                const QString sql =
                    QStringLiteral("CREATE TABLE %1 (id INTEGER PRIMARY KEY, body TEXT NOT NULL)");
                QVERIFY(runStatement(*database, sql.arg(QLatin1String(table))));
            }
            for (int id = 1; id <= kActs; ++id) {
                QVERIFY(record(*database, id));
                acknowledged = id;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QVERIFY2(cuts >= 1000, qPrintable(QString::number(cuts)));
        // The other way round: the cuts do destroy what was not synced, or this test proves nothing.
        QCOMPARE(lost > 0, synchronous == Synchronous::Normal);
    }
};

QTEST_GUILESS_MAIN(PowerCutTest)
#include "tst_powercut.moc"

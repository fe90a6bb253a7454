// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/databasefile.h"
#include "models/sql/query.h"
#include "models/sql/statement.h"
#include "models/sql/transaction.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace tawasul;

namespace {

constexpr int kRows = 10'000;

Database memoryDatabase()
{
    OpenOptions options;
    options.path = kMemoryPath.toString();
    options.connectionPurpose = QStringLiteral("test");
    return std::move(openDatabase(options)).value();
}

Statement prepared(Database &database, std::string_view sql)
{
    return std::move(Statement::prepare(database, sql)).value();
}

struct Row
{
    qint64 id = 0;
    QString number;
    std::optional<QString> note;
    QByteArray hash;
    std::optional<qint64> due;
};

std::vector<Row> randomRows(quint32 seed)
{
    QRandomGenerator random(seed);
    std::vector<Row> rows;
    for (int i = 0; i < kRows; ++i) {
        Row row;
        row.id = i;
        row.number = u"طلب " % QString::number(random.generate64());
        if (random.bounded(3) != 0)
            row.note = QString(random.bounded(20), QChar(0x0628)) % u" \U0001F600";
        row.hash = QByteArray(random.bounded(33), static_cast<char>(random.bounded(256)));
        if (random.bounded(2) != 0)
            row.due = static_cast<qint64>(random.generate64());
        rows.push_back(std::move(row));
    }
    return rows;
}

constexpr const char *kTable = "CREATE TABLE %1 (id INTEGER PRIMARY KEY, number TEXT NOT NULL, note TEXT, "
                               "hash BLOB NOT NULL, due INTEGER) STRICT";

Outcome writeWithQuery(Database &database, const std::vector<Row> &rows)
{
    Result<Query> insert = Query::prepare(database, QStringLiteral("INSERT INTO a VALUES (?, ?, ?, ?, ?)"));
    if (!insert)
        return insert.error();
    for (const Row &row : rows) {
        if (Outcome run = insert->exec(row.id, row.number, row.note, row.hash, row.due); !run)
            return run;
    }
    return Done{};
}

Outcome writeWithStatement(Database &database, const std::vector<Row> &rows)
{
    Result<Statement> insert = Statement::prepare(database, "INSERT INTO b VALUES (?, ?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    for (const Row &row : rows) {
        const std::string number = row.number.toStdString();
        const std::string note = row.note.value_or(QString()).toStdString();
        insert->bindInt64(1, row.id);
        insert->bindText(2, number);
        if (row.note)
            insert->bindText(3, note);
        insert->bindBlob(4, row.hash);
        if (row.due)
            insert->bindInt64(5, *row.due);
        if (Outcome run = insert->run(); !run)
            return run;
    }
    return Done{};
}

} // namespace

class StatementTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void tenThousandRowsAreTheSameWhicheverWayTheyGoIn()
    {
        Database database = memoryDatabase();
        for (const char *table : { "a", "b" })
            QVERIFY(runStatement(database, QString::fromLatin1(kTable).arg(QLatin1String(table))));
        const std::vector<Row> rows = randomRows(20261122);
        Result<Transaction> transaction = Transaction::begin(database);
        QVERIFY(transaction);
        QVERIFY(writeWithQuery(database, rows));
        QVERIFY(writeWithStatement(database, rows));
        QVERIFY(transaction->commit());
        QCOMPARE(readOneInt64(database, QStringLiteral("SELECT count(*) FROM a")).value_or(0), kRows);
        for (const char *difference :
             { "SELECT count(*) FROM (SELECT id, number, note, hash, due FROM a EXCEPT "
               "SELECT id, number, note, hash, due FROM b)",
               "SELECT count(*) FROM (SELECT id, number, note, hash, due FROM b EXCEPT "
               "SELECT id, number, note, hash, due FROM a)" })
            QCOMPARE(readOneInt64(database, QString::fromLatin1(difference)).value_or(-1), 0);
    }

    void tenThousandRowsAreTheSameWhicheverWayTheyComeOut()
    {
        Database database = memoryDatabase();
        QVERIFY(runStatement(database, QString::fromLatin1(kTable).arg(QLatin1String("b"))));
        const std::vector<Row> rows = randomRows(1448);
        QVERIFY(writeWithStatement(database, rows));
        const char *sql = "SELECT number, note, hash, due FROM b ORDER BY id";
        Query query = std::move(Query::prepare(database, QString::fromLatin1(sql))).value();
        Statement statement = prepared(database, sql);
        QVERIFY(query.exec());
        for (const Row &row : rows) {
            QCOMPARE(query.next().value_or(false), true);
            QCOMPARE(statement.step().value_or(false), true);
            QCOMPARE(query.text(0), row.number);
            QCOMPARE(query.optionalText(1), row.note);
            QCOMPARE(query.blob(2), row.hash);
            QCOMPARE(query.optionalInt64(3), row.due);
            QCOMPARE(statement.text(0), std::string_view(row.number.toStdString()));
            QCOMPARE(statement.isNull(1), !row.note.has_value());
            QCOMPARE(statement.blob(2), QByteArrayView(row.hash));
            QCOMPARE(statement.isNull(3), !row.due.has_value());
            if (row.due)
                QCOMPARE(statement.int64(3), *row.due);
        }
        QCOMPARE(query.next().value_or(true), false);
        QCOMPARE(statement.step().value_or(true), false);
        QVERIFY(statement.reset());
    }

    void emptyViewsAreNotNull()
    {
        Database database = memoryDatabase();
        Statement statement = prepared(database, "SELECT typeof(?), typeof(?), typeof(?)");
        statement.bindText(1, {});
        statement.bindBlob(2, {});
        statement.bindNull(3);
        QCOMPARE(statement.step().value_or(false), true);
        QCOMPARE(statement.text(0), std::string_view("text"));
        QCOMPARE(statement.text(1), std::string_view("blob"));
        QCOMPARE(statement.text(2), std::string_view("null"));
        QVERIFY(statement.reset());
    }

    void aForgottenBindIsNullAndNotTheRowBefore()
    {
        Database database = memoryDatabase();
        Statement statement = prepared(database, "SELECT ?");
        statement.bindText(1, "before");
        QVERIFY(statement.run());
        QCOMPARE(statement.step().value_or(false), true);
        QVERIFY(statement.isNull(0));
        QVERIFY(statement.reset());
    }

    void returningIsRead()
    {
        Database database = memoryDatabase();
        QVERIFY(runStatement(
            database, QStringLiteral("CREATE TABLE t (rid INTEGER PRIMARY KEY, id TEXT UNIQUE, v INTEGER)")));
        Statement upsert = prepared(database,
                                    "INSERT INTO t (id, v) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET "
                                    "v = excluded.v WHERE excluded.v >= v RETURNING rid");
        const auto apply = [&upsert](std::string_view id, qint64 version) {
            upsert.bindText(1, id);
            upsert.bindInt64(2, version);
            const bool applied = upsert.step().value_or(false);
            const qint64 rid = applied ? upsert.int64(0) : 0;
            return upsert.reset() ? rid : -1;
        };
        QCOMPARE(apply("a", 1), 1);
        QCOMPARE(apply("b", 5), 2);
        QCOMPARE(apply("a", 2), 1);
        QCOMPARE(apply("b", 4), 0); // older than what is there
        QCOMPARE(readOneInt64(database, QStringLiteral("SELECT sum(v) FROM t")).value_or(0), 7);
    }

    void mistakesAreAnsweredByTheNextStep()
    {
        Database database = memoryDatabase();
        Statement statement = prepared(database, "SELECT ?, 'text'");
        statement.bindInt64(2, 1);
        QCOMPARE(statement.step().error().code, QStringLiteral("sql.bind"));
        QCOMPARE(statement.run().error().code, QStringLiteral("sql.bind"));
        statement.bindText(1, std::string_view("a\0b", 3));
        QCOMPARE(statement.run().error().code, QStringLiteral("sql.text"));
        QCOMPARE(statement.step().value_or(false), true);
        QCOMPARE(statement.int64(1), 0);
        QCOMPARE(statement.text(2), std::string_view());
        QCOMPARE(statement.step().error().code, QStringLiteral("sql.column"));
        QCOMPARE(statement.reset().error().kind, Error::Kind::Corrupt);
        QVERIFY2(statement.run(), "a reset starts afresh");
    }

    void aConstraintIsTheSameErrorAsThatOfAQuery()
    {
        Database database = memoryDatabase();
        QVERIFY(runStatement(database,
                             QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER NOT NULL)")));
        Statement insert = prepared(database, "INSERT INTO t VALUES (?, ?)");
        insert.bindInt64(1, 1);
        insert.bindInt64(2, 1);
        QVERIFY(insert.run());
        QCOMPARE(insert.rowsChanged(), 1);
        insert.bindInt64(1, 1);
        insert.bindInt64(2, 1);
        QCOMPARE(insert.run().error().code, QStringLiteral("sql.unique"));
        insert.bindInt64(1, 2);
        QCOMPARE(insert.run().error().code, QStringLiteral("sql.constraint"));
    }

    void aStatementOutlivesItsConnectionHarmlessly()
    {
        std::optional<Statement> statement;
        {
            Database database = memoryDatabase();
            statement = prepared(database, "SELECT ?");
            QCOMPARE(statement->step().value_or(false), true);
        }
        QVERIFY(!statement->isNull(0));
        QCOMPARE(statement->rowsChanged(), 0);
        statement->bindInt64(1, 1);
        QVERIFY(!statement->step());
        QVERIFY(!statement->run());
        QCOMPARE(statement->step().error().code, QStringLiteral("sql.closed"));
    }
};

QTEST_GUILESS_MAIN(StatementTest)
#include "tst_statement.moc"

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/databasefile.h"
#include "models/sql/query.h"
#include "models/sql/statement.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <sqlite3.h>

#include <limits>

using namespace tawasul;

namespace {

Database memoryDatabase()
{
    OpenOptions options;
    options.path = kMemoryPath.toString();
    options.connectionPurpose = QStringLiteral("test");
    return std::move(openDatabase(options)).value();
}

Query prepared(Database &database, const char *sql)
{
    return std::move(Query::prepare(database, QString::fromLatin1(sql))).value();
}

Statement statement(Database &database, std::string_view sql)
{
    return std::move(Statement::prepare(database, sql)).value();
}

/// Text as officers and beneficiaries write it, and as no one should: letters with marks, tatweel, bidi
/// controls, joiners, digits of both shapes, emoji, quotes, SQL, byte-order marks, the highest code points.
QString randomText(QRandomGenerator &random)
{
    static const QList<char32_t> alphabet{
        U'ا',      U'ب',      U'ى',      U'ي',      U'ة',          U'ه',          U'أ',      U'ﻻ',
        U'ـ',      U'\u064B', U'\u0651', U'\u0670', U'٣',          U'3',          U'۳',      U' ',
        U'\u00A0', U'\u200C', U'\u200D', U'\u200F', U'\u061C',     U'\u2067',     U'\u2069', U'\uFEFF',
        U'\uFFFD', U'😀',      U'🇸',      U'🇦',      U'\U000E0067', U'\U0010FFFD', U'a',      U'Z',
        U'\'',     U'"',      U';',      U'-',      U'%',          U'_',          U'?',      U':',
        U'\\',     U'\n',     U'\r',     U'\t',     U'\u0001',     U'\u007F',     U'\u0080', U'\u2028',
    };
    QString text;
    const auto length = random.bounded(40);
    for (int i = 0; i < length; ++i)
        text += QChar::fromUcs4(alphabet.at(random.bounded(static_cast<int>(alphabet.size()))));
    return text;
}

/// What SQLite has prepared on that connection, with the values it holds; none may be running.
QStringList statementsOf(const Database &database)
{
    QStringList all;
    for (sqlite3_stmt *each = nullptr; (each = sqlite3_next_stmt(database.handle(), each)) != nullptr;) {
        char *text = sqlite3_expanded_sql(each);
        all += sqlite3_stmt_busy(each) != 0 ? QStringLiteral("running") : QString::fromUtf8(text);
        sqlite3_free(text);
    }
    return all;
}

} // namespace

class QueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void valuesComeBackAsTheyWereGiven()
    {
        Database database = memoryDatabase();
        Query query = prepared(database, "SELECT ?, ?, ?, ?, ?, ?, ?, ?");
        const QByteArray blob("\0\xff\x01", 3);
        const std::optional<qint64> noNumber;
        QVERIFY(query.exec(QStringLiteral("نص"), std::numeric_limits<qint64>::min(), blob, std::nullopt,
                           noNumber, std::optional<QString>(QStringLiteral("x")), true, 7u));
        QCOMPARE(query.next().value_or(false), true);
        QCOMPARE(query.text(0), QStringLiteral("نص"));
        QCOMPARE(query.int64(1), std::numeric_limits<qint64>::min());
        QCOMPARE(query.blob(2), blob);
        QVERIFY(query.isNull(3));
        QCOMPARE(query.optionalInt64(4), std::optional<qint64>());
        QCOMPARE(query.optionalText(5), std::optional(QStringLiteral("x")));
        QCOMPARE(query.int64(6), 1);
        QCOMPARE(query.optionalInt64(7), std::optional<qint64>(7));
        QCOMPARE(query.next().value_or(true), false);
        QVERIFY(query.finish());
    }

    void emptyIsNotNull()
    {
        Database database = memoryDatabase();
        Query query = prepared(database, "SELECT typeof(v), length(v), v FROM (SELECT ? AS v)");
        for (const SqlValue &nothing : {SqlValue(QString()), SqlValue(QStringLiteral(""))}) {
            const Outcome run = query.exec(nothing);
            QVERIFY2(run, run ? "" : qPrintable(run.error().detail));
            QVERIFY(query.next().value_or(false));
            QCOMPARE(query.text(0), QStringLiteral("text"));
            QCOMPARE(query.int64(1), 0);
            QCOMPARE(query.optionalText(2), std::optional(QString()));
        }
        for (const SqlValue &nothing : {SqlValue(QByteArray()), SqlValue(QByteArray(""))}) {
            QVERIFY(query.exec(nothing));
            QVERIFY(query.next().value_or(false));
            QCOMPARE(query.text(0), QStringLiteral("blob"));
            QCOMPARE(query.optionalBlob(2), std::optional(QByteArray()));
        }
        QVERIFY(query.exec(std::nullopt));
        QVERIFY(query.next().value_or(false));
        QCOMPARE(query.text(0), QStringLiteral("null"));
        QVERIFY(query.finish());
    }

    void arabicTextSurvivesEveryWayInAndOut_data()
    {
        QTest::addColumn<quint32>("seed");
        for (const quint32 seed : {1U, 7U, 42U, 1448U, 20261122U})
            QTest::addRow("seed %u", seed) << seed;
    }

    void arabicTextSurvivesEveryWayInAndOut()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        Database database = memoryDatabase();
        QVERIFY(runStatement(database, QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY, body TEXT)")));
        Query queryIn = prepared(database, "INSERT INTO t VALUES (?, ?)");
        Statement statementIn = statement(database, "INSERT INTO t VALUES (?, ?)");
        Query queryOut = prepared(database, "SELECT body, hex(body) FROM t WHERE id = ?");
        Statement statementOut = statement(database, "SELECT body FROM t WHERE id = ?");
        for (int i = 0; i < 2000; i += 2) {
            const QString text = randomText(random);
            const QByteArray utf8 = text.toUtf8();
            const std::string bytes = utf8.toStdString();
            QVERIFY(queryIn.exec(i, text));
            statementIn.bindInt64(1, i + 1);
            statementIn.bindText(2, bytes);
            QVERIFY(statementIn.run());
            for (const int id : {i, i + 1}) {
                QVERIFY(queryOut.exec(id));
                QCOMPARE(queryOut.next().value_or(false), true);
                QCOMPARE(queryOut.text(0), text);
                QCOMPARE(queryOut.text(1), QString::fromLatin1(utf8.toHex().toUpper()));
                statementOut.bindInt64(1, id);
                QCOMPARE(statementOut.step().value_or(false), true);
                QCOMPARE(statementOut.text(0), std::string_view(bytes));
                QVERIFY(statementOut.reset());
            }
        }
        QVERIFY(queryOut.finish());
    }

    void textThatSqliteWouldChangeIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("NUL at the end") << QString(u"abc" % QChar(QChar::Null));
        QTest::newRow("NUL inside") << QString(u"ا" % QChar(QChar::Null) % u"ب");
        QTest::newRow("NUL alone") << QString(QChar(QChar::Null));
        QTest::newRow("lone high surrogate") << QString(u"ا" % QChar(0xd83d) % u"ب");
        QTest::newRow("lone low surrogate") << QString(u"ا" % QChar(0xde00) % u"ب");
        QTest::newRow("swapped byte-order mark") << QString(QChar(0xfffe) % u"ب");
        QTest::newRow("no character") << QString(u"ب" % QChar(0xffff));
    }

    void textThatSqliteWouldChangeIsRefused()
    {
        QFETCH(QString, text);
        Database database = memoryDatabase();
        Query query = prepared(database, "SELECT ?, ?");
        const Outcome run = query.exec(1, text);
        QVERIFY(!run);
        QCOMPARE(run.error().kind, Error::Kind::Invalid);
        QCOMPARE(run.error().code, QStringLiteral("sql.text"));
        QVERIFY(!query.next());
        QVERIFY2(query.exec(1, 2), "the next run starts afresh");
    }

    void theWrongNumberOfValuesIsRefused()
    {
        Database database = memoryDatabase();
        Query query = prepared(database, "SELECT ?, ?");
        QVERIFY(query.exec(1, 2));
        QCOMPARE(query.exec(1).error().code, QStringLiteral("sql.bind"));
        QCOMPARE(query.exec(1, 2, 3).error().code, QStringLiteral("sql.bind"));
        QCOMPARE(query.exec().error().code, QStringLiteral("sql.bind"));
        QVERIFY(query.exec(1, 2));
    }

    void numberedPlaceholdersDoNotPassUnnoticed()
    {
        Database database = memoryDatabase();
        Query query = prepared(database, "SELECT ?1, ?1"); // Qt makes two of it
        QCOMPARE(query.exec(1).error().code, QStringLiteral("sql.bind"));
    }

    void wrongSqlIsAnErrorAtPreparing_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("syntax") << QStringLiteral("SELEC 1");
        QTest::newRow("no such table") << QStringLiteral("SELECT x FROM nowhere");
        QTest::newRow("two statements") << QStringLiteral("SELECT 1; SELECT 2");
    }

    void wrongSqlIsAnErrorAtPreparing()
    {
        QFETCH(QString, sql);
        Database database = memoryDatabase();
        for (const Error &error : {Query::prepare(database, sql).error(),
                                   Statement::prepare(database, sql.toStdString()).error()}) {
            QCOMPARE(error.kind, Error::Kind::Invalid);
            QCOMPARE(error.code, QStringLiteral("sql.statement"));
            QVERIFY(error.detail.contains(sql));
        }
    }

    void aFailureIsRepeatedUntilTheNextRun()
    {
        Database database = memoryDatabase();
        QVERIFY(runStatement(
            database, QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER CHECK (n > 0))")));
        Query insert = prepared(database, "INSERT INTO t VALUES (?, ?) RETURNING id");
        QVERIFY(insert.exec(1, 1) && insert.finish());
        const Outcome twice = insert.exec(1, 1);
        QCOMPARE(twice.error().kind, Error::Kind::Conflict);
        QCOMPARE(twice.error().code, QStringLiteral("sql.unique"));
        QCOMPARE(insert.next().error(), twice.error());
        QCOMPARE(insert.finish().error(), twice.error());
        QCOMPARE(insert.exec(2, 0).error().code, QStringLiteral("sql.constraint"));
        QVERIFY(insert.exec(2, 2));
        QCOMPARE(insert.next().value_or(false), true);
        QCOMPARE(insert.int64(0), 2);
        QVERIFY(insert.finish());
        QCOMPARE(readOneInt64(database, QStringLiteral("SELECT count(*) FROM t")).value_or(0), 2);
    }

    void aFailureInTheMiddleOfTheRowsIsNotTheEndOfThem()
    {
        Database database = memoryDatabase();
        Query query = prepared(database,
                               "WITH RECURSIVE n(i) AS (SELECT 3 UNION ALL SELECT i - 1 FROM n WHERE i > 0) "
                               "SELECT CASE i WHEN 1 THEN json('broken') ELSE i END FROM n");
        QVERIFY(query.exec());
        QCOMPARE(query.next().value_or(false), true);
        QCOMPARE(query.next().value_or(false), true);
        const Result<bool> third = query.next();
        QVERIFY(!third);
        QVERIFY(!query.next());
        QVERIFY(!query.finish());
    }

    void whatWasTypedStaysOutOfTheLog()
    {
        Database database = memoryDatabase();
        QVERIFY(runStatement(database, QStringLiteral("CREATE VIRTUAL TABLE f USING fts5(body)")));
        Query query = prepared(database, "SELECT rowid FROM f WHERE f MATCH ?");
        const Outcome run = query.exec(QStringLiteral("\"Secretname 1012345678"));
        QVERIFY(!run);
        QVERIFY(!run.error().detail.contains(u"Secretname"));
        QVERIFY(run.error().detail.contains(u"MATCH ?"));
    }

    void aColumnOfAnotherTypeIsAnErrorAndNotAGuess()
    {
        Database database = memoryDatabase();
        Query query = prepared(database, "SELECT 1, 'text', NULL UNION ALL SELECT 2, 'text', NULL");
        for (const int wrong : {0, 2, 3, -1}) {
            QVERIFY(query.exec());
            QCOMPARE(query.next().value_or(false), true);
            QCOMPARE(query.text(wrong), QString());
            QCOMPARE(query.next().error().kind, Error::Kind::Corrupt);
            QCOMPARE(query.finish().error().code, QStringLiteral("sql.column"));
        }
        QVERIFY(query.exec());
        QCOMPARE(query.next().value_or(false), true);
        QCOMPARE(query.int64(1), 0);
        QVERIFY(!query.finish());
    }

    void changedRowsAreCounted()
    {
        Database database = memoryDatabase();
        QVERIFY(
            runStatement(database, QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY, state TEXT)")));
        QVERIFY(
            runStatement(database, QStringLiteral("INSERT INTO t VALUES (1, 'waiting'), (2, 'waiting')")));
        Query recall =
            prepared(database, "UPDATE t SET state = 'recalled' WHERE id = ? AND state = 'waiting'");
        QVERIFY(recall.exec(1));
        QCOMPARE(recall.rowsChanged(), 1);
        QVERIFY(recall.exec(1));
        QCOMPARE(recall.rowsChanged(), 0);
    }

    void readingOneNumberSaysWhenThereIsNone()
    {
        Database database = memoryDatabase();
        QCOMPARE(readOneInt64(database, QStringLiteral("SELECT 5")).value_or(0), 5);
        for (const char *sql : {"SELECT 5 WHERE 0", "SELECT NULL", "SELECT 'five'"})
            QCOMPARE(readOneInt64(database, QString::fromLatin1(sql)).error().code,
                     QStringLiteral("sql.column"));
    }

    void whatWasPreparedOnceIsKeptForTheNextUse()
    {
        Database database = memoryDatabase();
        for (int i = 0; i < 20; ++i) {
            Query query = prepared(database, "SELECT ?, ?");
            QVERIFY(query.exec(i, QStringLiteral("a secret")));
            QCOMPARE(query.next().value_or(false), true);
            QCOMPARE(query.int64(0), i); // and left there: nobody reads to the end
        }
        const auto ours = [&database] {
            return statementsOf(database).filter(QRegularExpression(QStringLiteral("^SELECT .*, ")));
        };
        QCOMPARE(ours(), QStringList{QStringLiteral("SELECT NULL, NULL")});
        {
            const Query one = prepared(database, "SELECT ?, ?");
            Query other = prepared(database, "SELECT ?, ?"); // two at once are two
            QVERIFY(other.exec(1, 2));
            QCOMPARE(other.next().value_or(false), true);
        }
        QCOMPARE(ours().size(), 2);
        QCOMPARE(prepared(database, "SELECT ?, ?").exec(1).error().code, QStringLiteral("sql.bind"));
    }

    void aKeptQueryFollowsTheSchemaAndHoldsNothingBack()
    {
        Database database = memoryDatabase();
        QVERIFY(runStatement(database, QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY)")));
        QVERIFY(prepared(database, "INSERT INTO t (id) VALUES (?)").exec(1));
        {
            Query unread = prepared(database, "SELECT id FROM t");
            QVERIFY(unread.exec());
            QCOMPARE(unread.next().value_or(false), true);
        }
        QVERIFY(runStatement(database, QStringLiteral("DROP TABLE t")));
        QVERIFY(runStatement(database, QStringLiteral("CREATE TABLE t (id TEXT PRIMARY KEY, more TEXT)")));
        QVERIFY(prepared(database, "INSERT INTO t (id) VALUES (?)").exec(QStringLiteral("two")));
        QCOMPARE(readOneInt64(database, QStringLiteral("SELECT count(*) FROM t")).value_or(0), 1);
        QVERIFY(runStatement(database, QStringLiteral("DROP TABLE t")));
        QVERIFY(!prepared(database, "INSERT INTO t (id) VALUES (?)").exec(2));
    }

    void aConnectionKeepsSoManyAndNoMore()
    {
        Database database = memoryDatabase();
        for (int i = 0; i < 500; ++i)
            QVERIFY(runStatement(database, QStringLiteral("SELECT %1").arg(i)));
        QCOMPARE_LT(statementsOf(database).size(), 101);
        QVERIFY(statementsOf(database).contains(QStringLiteral("SELECT 499")));
    }

    void aQueryOutlivesTheMoveOfItsDatabase()
    {
        Database first = memoryDatabase();
        Query query = prepared(first, "SELECT 1");
        const Database second = std::move(first);
        QVERIFY(second.isOnItsOwnThread());
        QVERIFY(query.exec());
        QCOMPARE(query.next().value_or(false), true);
    }
};

QTEST_GUILESS_MAIN(QueryTest)
#include "tst_query.moc"

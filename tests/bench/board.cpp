// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long a supervisor waits for a morning's distribution: a thousand cases given from one officer to
// another, or out of a pool of many thousand, and taken back, by the centre, judged, written and answered;
// and the dry run of a rule that picks a thousand; against one bare transaction of SQLite that makes the same
// rows durable in a copy of the register.
#include "models/protocol/assignmentcodec.h"
#include "models/protocol/jsonreader.h"
#include "models/sql/transaction.h"
#include "tests/bench/benchreport.h"
#include "tests/central/testcentre.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>

#include <cstdio>
#include <functional>
#include <sqlite3.h>

using namespace tawasul;

namespace {

constexpr int kRounds = 20;
constexpr int kMoved = kMostAssigned;
constexpr int kOthers = 19'000; ///< cases beside them, that are nobody's
constexpr int kPool = 9'000;    ///< of them, in the supervisor's own section
constexpr double kGoal = 3.0;

/// The same rows, by prepared statements and nothing else.
class BareRegister
{
public:
    explicit BareRegister(const QString &file)
    {
        if (sqlite3_open(file.toUtf8().constData(), &m_database) != SQLITE_OK)
            qFatal("bench: %s", sqlite3_errmsg(m_database));
        for (const char *pragma :
             {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA mmap_size = 0",
              "PRAGMA temp_store = MEMORY", "PRAGMA secure_delete = ON", "PRAGMA foreign_keys = ON",
              "PRAGMA cache_size = 4096"})
            run(pragma);
        m_update = prepared(
            "UPDATE case_record SET version = ?, assignee = ?, updated_at = ?, body = ? WHERE rid = ?");
        m_act = prepared(
            "INSERT INTO act (id, case_rid, person_id, type, version, body_hash, status, answer, at) "
            "VALUES (?, ?, 'supervisor-1', 'assign', ?, ?, 201, x'', ?)");
        m_feed = prepared("INSERT INTO feed (scope, position, case_rid, kind, at) VALUES (?, ?, ?, ?, ?) "
                          "ON CONFLICT (scope, case_rid) DO UPDATE SET position = excluded.position, "
                          "kind = excluded.kind, at = excluded.at");
        m_item = prepared("INSERT INTO assignment_item (assignment, ordinal, case_rid, act_id, from_person) "
                          "VALUES (?, ?, ?, ?, ?)");
        m_order = prepared("INSERT INTO assignment (id, person_id, body_hash, answer, at) "
                           "VALUES (?, 'supervisor-1', ?, ?, ?)");
    }
    ~BareRegister()
    {
        for (sqlite3_stmt *statement : {m_update, m_act, m_feed, m_item, m_order})
            sqlite3_finalize(statement);
        sqlite3_close(m_database);
    }
    Q_DISABLE_COPY_MOVE(BareRegister)

    struct Row
    {
        qint64 row = 0;
        qint64 version = 0;
        QByteArray body;
        QByteArray act;
    };

    void write(const QByteArray &order, const std::vector<Row> &rows, const QByteArray &from,
               const QByteArray &to, const QByteArray &answer)
    {
        static const QByteArray kAt = "2026-11-24T06:15:00.000Z";
        static const QByteArray kHash(32, 'h');
        run("BEGIN IMMEDIATE");
        step(m_order, order, kHash, answer, kAt);
        qint64 ordinal = 0;
        for (const Row &row : rows) {
            step(m_update, row.version, to, kAt, row.body, row.row);
            step(m_act, row.act, row.row, row.version, kHash, kAt);
            ++m_position;
            step(m_feed, QByteArray("user:" + from), m_position, row.row, qint64(1), kAt);
            ++m_position;
            for (const QByteArray &scope : {QByteArray("user:" + to), QByteArray("section:residency/SA-01"),
                                            QByteArray("region:SA-01")})
                step(m_feed, scope, m_position, row.row, qint64(0), kAt);
            step(m_item, order, ordinal++, row.row, row.act, from);
        }
        run("COMMIT");
    }

private:
    void run(const char *sql)
    {
        if (sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("bench: %s: %s", sql, sqlite3_errmsg(m_database));
    }

    [[nodiscard]] sqlite3_stmt *prepared(const char *sql)
    {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(m_database, sql, -1, &statement, nullptr) != SQLITE_OK)
            qFatal("bench: %s: %s", sql, sqlite3_errmsg(m_database));
        return statement;
    }

    static void bind(sqlite3_stmt *statement, int place, const QByteArray &text)
    {
        sqlite3_bind_text(statement, place, text.constData(), static_cast<int>(text.size()), SQLITE_STATIC);
    }
    static void bind(sqlite3_stmt *statement, int place, qint64 number)
    {
        sqlite3_bind_int64(statement, place, number);
    }

    template<class... Values>
    void step(sqlite3_stmt *statement, const Values &...values)
    {
        int place = 0;
        (bind(statement, ++place, values), ...);
        if (sqlite3_step(statement) != SQLITE_DONE)
            qFatal("bench: %s", sqlite3_errmsg(m_database));
        sqlite3_reset(statement);
    }

    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_update = nullptr;
    sqlite3_stmt *m_act = nullptr;
    sqlite3_stmt *m_feed = nullptr;
    sqlite3_stmt *m_item = nullptr;
    sqlite3_stmt *m_order = nullptr;
    qint64 m_position = 1'000'000'000;
};

void fill(RegisterConnection &connection)
{
    Transaction transaction = must(Transaction::begin(connection.database()));
    for (int n = 0; n < kMoved + kOthers; ++n) {
        Case theCase = numberedCase(n);
        if (n >= kMoved)
            theCase.assignee.reset();
        if (n >= kMoved + kPool)
            theCase.region = QStringLiteral("SA-02"); // whose cases are no business of theirs
        must(connection.cases().take(theCase));
    }
    must(transaction.commit());
}

/// A register on a real disk; TestCentre's is in memory.
std::unique_ptr<RegisterConnection> centreIn(const QString &folder, TestCentre &people)
{
    QDir(folder).removeRecursively();
    QDir().mkpath(folder);
    for (const QFileInfo &file : QDir(people.folder()).entryInfoList(QDir::Files))
        QFile::copy(file.filePath(), QDir(folder).filePath(file.fileName()));
    return must(RegisterConnection::open(folder, CentreAccess::Write, people.clock(), people.random()));
}

AssignmentOrder newOrder(TestCentre &centre)
{
    AssignmentOrder order;
    order.id = AssignmentId(uuidV7(centre.clock().now(), centre.random()));
    order.recordedAt = centre.clock().now();
    return order;
}

AssignmentOrder orderTo(const Actor &officer, TestCentre &centre, int from = 0)
{
    AssignmentOrder order = newOrder(centre);
    for (int n = from; n < from + kMoved; ++n)
        order.cases.push_back({numberedCase(n).id, {}, officer.id});
    return order;
}

std::vector<BareRegister::Row> rowsAsWritten(RegisterConnection &connection,
                                             const wire::AssignmentAnswer &answer)
{
    std::vector<BareRegister::Row> rows;
    for (const AssignmentVerdict &verdict : answer.results) {
        Query query =
            must(Query::prepare(connection.database(),
                                QStringLiteral("SELECT rid, version, body FROM case_record WHERE id = ?")));
        must(query.exec(verdict.caseId.text()));
        if (!must(query.next()))
            qFatal("bench: no such case");
        rows.push_back({query.int64(0), query.int64(1), query.blob(2), verdict.act.text().toLatin1()});
    }
    return rows;
}

// The first round warms up.
void add(Series &series, bool counts, const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    if (counts)
        series.values.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
}

/// Orders beside the one that is written barely, too, and how long each took.
class OtherOrders
{
public:
    OtherOrders(RegisterConnection &connection, TestCentre &centre)
        : m_connection(connection)
        , m_centre(centre)
    {
    }

    void measure(bool counts, const Actor &owner, const Actor &to)
    {
        const AssignmentOrder given = orderTo(to, m_centre, kMoved);
        carryOut(m_fromPool, counts, given);
        AssignmentOrder undo = newOrder(m_centre);
        undo.undoes = given.id;
        carryOut(m_undo, counts, undo);
        AssignmentOrder rule = newOrder(m_centre);
        rule.isDryRun = true;
        rule.rule = AssignmentRule{owner.id, {}, {}, QStringLiteral("residency"), {}};
        rule.to = to.id;
        carryOut(m_rule, counts, rule);
    }

    [[nodiscard]] const Series &fromPool() const { return m_fromPool; }
    [[nodiscard]] const Series &undo() const { return m_undo; }
    [[nodiscard]] const Series &rule() const { return m_rule; }

private:
    void carryOut(Series &series, bool counts, const AssignmentOrder &order)
    {
        const QByteArray body = wire::toBytes(wire::toJson(order));
        QByteArray answer;
        add(series, counts,
            [&] { answer = must(m_connection.assignments().carryOut(sampleSupervisor(), body)).answer; });
        if (!answer.contains("\"done\":1000"))
            qFatal("bench: not all were moved");
    }

    RegisterConnection &m_connection;
    TestCentre &m_centre;
    Series m_fromPool;
    Series m_undo;
    Series m_rule;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QString folder = QDir(QCoreApplication::arguments().value(1, QStringLiteral("."))).absolutePath();
    TestCentre centre;
    fill(*centre.open());
    const QString place = folder + QStringLiteral("/board-centre");
    const auto connection = centreIn(place, centre);
    const QString barePlace = folder + QStringLiteral("/board-bare");
    QDir(barePlace).removeRecursively(); // with what a run that was cut left beside it
    QDir().mkpath(barePlace);
    const QString bareFile = barePlace + QStringLiteral("/central.sqlite");
    QFile::copy(centreFilePath(centre.folder()), bareFile);
    BareRegister bare(bareFile);
    std::printf("measuring\n");
    std::fflush(stdout);

    Series ours;
    Series reference;
    Series dryRun;
    OtherOrders others(*connection, centre);
    for (int round = 0; round <= kRounds; ++round) {
        centre.clock().advance(std::chrono::seconds(1));
        const Actor from = round % 2 == 0 ? sampleOfficer() : otherOfficer();
        const Actor to = round % 2 == 0 ? otherOfficer() : sampleOfficer();
        AssignmentOrder order = orderTo(to, centre);
        order.isDryRun = true;
        const QByteArray asked = wire::toBytes(wire::toJson(order));
        add(dryRun, round > 0, [&] { must(connection->assignments().carryOut(sampleSupervisor(), asked)); });
        order.isDryRun = false;
        const QByteArray body = wire::toBytes(wire::toJson(order));
        QByteArray answer;
        add(ours, round > 0,
            [&] { answer = must(connection->assignments().carryOut(sampleSupervisor(), body)).answer; });
        const auto told =
            must(wire::assignmentAnswerFromJson(must(wire::parseObject(answer, QStringLiteral("answer")))));
        const auto rows = rowsAsWritten(*connection, told);
        add(reference, round > 0, [&] {
            bare.write(order.id.text().toLatin1(), rows, from.id.text().toLatin1(), to.id.text().toLatin1(),
                       answer);
        });
        others.measure(round > 0, to, from);
    }
    const auto row = [](const char *name, const Series &a, const Series &b) {
        return Comparison{QString::fromLatin1(name), a, b, QStringLiteral("ms"), kGoal};
    };
    const bool holds =
        report(folder, QStringLiteral("board"),
               {row("1,000 cases given away / bare FULL transaction", ours, reference),
                row("its dry run / bare FULL transaction", dryRun, reference),
                row("1,000 cases out of a pool / bare FULL transaction", others.fromPool(), reference),
                row("taking them back / bare FULL transaction", others.undo(), reference),
                row("dry run of a rule / bare FULL transaction", others.rule(), reference)});
    QDir(place).removeRecursively();
    QDir(barePlace).removeRecursively();
    return holds ? 0 : 1;
}

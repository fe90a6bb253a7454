// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a supervisor's desk costs below its screens: the board of 200 officers and 100,000 open cases against
// the bare GROUP BY questions to the same file, and "recorded" of an order of a thousand cases on a real disk
// against one bare transaction that makes the same bytes durable: from the confirmation of what the dry run
// showed, which nobody records without.
#include "models/desk/boardcount.h"
#include "models/desk/orderdesk.h"
#include "models/protocol/jsonreader.h"
#include "models/store/cache.h"
#include "tests/bench/benchreport.h"
#include "tests/support/casepage.h"
#include "tests/support/samplecase.h"
#include "tests/support/sampleheaders.h"
#include "tests/support/samplereference.h"
#include "tests/support/seededrandom.h"
#include "tests/support/testclock.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>

#include <array>
#include <cstdio>
#include <functional>
#include <sqlite3.h>

using namespace tawasul;

namespace {

template<class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("bench: %s: %s", qPrintable(result.error().code), qPrintable(result.error().detail));
    return std::move(result).value();
}

constexpr int kRounds = 20;
constexpr int kOfficers = 200;
constexpr int kOpen = 100'000;
constexpr int kPage = 1'000;
constexpr double kBoardGoal = 2.0;
constexpr double kOrderGoal = 3.0;

PersonName officer(int n)
{
    return {PersonId(QStringLiteral("019ab9d0-2f70-7aaa-8bbb-%1").arg(n, 12, 10, QLatin1Char('0'))),
            QStringLiteral("موظف %1").arg(n)};
}

CaseHeader openHeader(int n)
{
    CaseHeader header = numberedHeader(n);
    header.status = n % 9 == 0 ? CaseStatus::Returned : CaseStatus::InProgress;
    header.submittedAt = sampleNow() - std::chrono::hours(n % 700);
    header.serviceDeadline.at = sampleNow() + std::chrono::hours(n % 500 - 100);
    header.serviceDeadline.day = riyadhDate(header.serviceDeadline.at);
    const int owner = n % (kOfficers + 1);
    header.assignee = owner == 0 ? std::nullopt : std::optional(officer(owner));
    return header;
}

void fill(const QString &file)
{
    Cache cache = must(Cache::open(file, {}));
    for (int from = 0; from < kOpen; from += kPage) {
        CasePage page;
        for (int n = from; n < from + kPage; ++n)
            page.add(openHeader(n));
        page.endAt(QString::number(from), from + kPage < kOpen);
        must(cache.applyPage(page.page(), sampleNow()));
    }
    std::vector<wire::StaffLine> staff;
    for (int n = 1; n <= kOfficers; ++n) {
        wire::StaffLine line = staffLine(1);
        line.officer.name = officer(n);
        staff.push_back(std::move(line));
    }
    must(cache.storeStaff(wire::toBytes(wire::staffToJson(staff)), sampleNow()));
}

/// The same file and the same questions, and nothing made of the answers.
class BareFile
{
public:
    explicit BareFile(const QString &file, bool writes = false)
    {
        if (sqlite3_open(file.toUtf8().constData(), &m_database) != SQLITE_OK)
            qFatal("bench: %s", sqlite3_errmsg(m_database));
        for (const char *pragma : {"PRAGMA mmap_size = 0", "PRAGMA temp_store = MEMORY"})
            run(pragma);
        if (!writes)
            return;
        for (const char *sql :
             {"PRAGMA page_size = 4096", "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL",
              "PRAGMA secure_delete = ON",
              "CREATE TABLE entry (id TEXT PRIMARY KEY, body BLOB NOT NULL, foreseen BLOB NOT NULL)"})
            run(sql);
    }
    ~BareFile() { sqlite3_close(m_database); }
    Q_DISABLE_COPY_MOVE(BareFile)

    void ask(const char *sql)
    {
        sqlite3_stmt *statement = prepared(sql);
        while (sqlite3_step(statement) == SQLITE_ROW)
            m_seen += sqlite3_column_int64(statement, sqlite3_column_count(statement) - 1);
        sqlite3_finalize(statement);
    }

    void record(const QByteArray &id, const QByteArray &body, const QByteArray &foreseen)
    {
        run("BEGIN IMMEDIATE");
        sqlite3_stmt *insert = prepared("INSERT INTO entry (id, body, foreseen) VALUES (?1, ?2, ?3)");
        sqlite3_bind_text(insert, 1, id.constData(), static_cast<int>(id.size()), SQLITE_STATIC);
        sqlite3_bind_blob(insert, 2, body.constData(), static_cast<int>(body.size()), SQLITE_STATIC);
        sqlite3_bind_blob(insert, 3, foreseen.constData(), static_cast<int>(foreseen.size()), SQLITE_STATIC);
        if (sqlite3_step(insert) != SQLITE_DONE)
            qFatal("bench: %s", sqlite3_errmsg(m_database));
        sqlite3_finalize(insert);
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

    sqlite3 *m_database = nullptr;
    qint64 m_seen = 0;
};

void askForBoard(BareFile &bare)
{
    static const QByteArray kTallies = "SELECT assignee_id, turn, end_day, count(*), sum(deadline_ms < "
        + QByteArray::number(sampleNow().time_since_epoch().count())
        + ") FROM header WHERE turn < 2 GROUP BY assignee_id, turn, end_day";
    bare.ask(kTallies.constData());
    bare.ask("SELECT submitted_day, turn, count(*) FROM header GROUP BY submitted_day, turn");
    bare.ask("SELECT closed_day, count(*) FROM header WHERE closed_day IS NOT NULL GROUP BY closed_day");
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

Comparison measureBoard(const QString &file)
{
    CacheReader reader = must(CacheReader::open(file, {}));
    BareFile bare(file);
    const WorkCalendar calendar = sampleCalendar();
    LazyNameOrder names;
    Series ours;
    Series reference;
    for (int round = 0; round <= kRounds; ++round) {
        add(ours, round > 0, [&] {
            const Board board = must(countBoard(reader.headers(), BoardFrame(calendar, sampleNow()), names));
            if (board.all.total() != kOpen || std::ssize(board.officers) != kOfficers + 1)
                qFatal("bench: the board is wrong");
        });
        add(reference, round > 0, [&] { askForBoard(bare); });
    }
    return {QStringLiteral("board of 200 officers, 100,000 open / bare GROUP BY"), ours, reference,
            QStringLiteral("ms"), kBoardGoal};
}

// From ten officers to ten others, as a morning's distribution does.
AssignmentOrder thousand()
{
    constexpr int kTeam = 10;
    AssignmentOrder order;
    for (int n = 1; std::ssize(order.cases) < kMostAssigned; ++n) {
        const int owner = n % (kOfficers + 1);
        if (owner < 1 || owner > kTeam)
            continue;
        const CaseHeader header = openHeader(n);
        order.cases.push_back({header.id, header.version, officer(owner + kTeam).id});
    }
    return order;
}

/// As the sheet has shown it when the supervisor confirms.
std::shared_ptr<const ShownTrial> shownTrial(Journal &journal, CacheReader &reader,
                                             const AssignmentOrder &order)
{
    const TrialGrounds grounds = must(groundsOf(journal, order));
    const qint64 stamp = must(reader.headers().stamp());
    TriedOrder tried = must(tryOut(reader.headers(), order, sampleSupervisor(), sampleNow(), grounds));
    return std::make_shared<const ShownTrial>(
        ShownTrial{order, grounds.waiting, stamp, sampleNow(), std::move(tried)});
}

Comparison measureOrders(const QString &folder, const QString &cacheFile)
{
    const TestClock clock(sampleNow());
    SeededRandom random(7);
    CacheReader reader = must(CacheReader::open(cacheFile, {}));
    Journal journal = must(Journal::open(folder + QStringLiteral("/journal.sqlite"), {}, clock));
    BareFile bare(folder + QStringLiteral("/bare.sqlite"), true);
    Series ours;
    Series reference;
    for (int round = 0; round <= kRounds; ++round) {
        const AssignmentOrder order = thousand();
        Ordering ordering{sampleSupervisor(), sampleNow(), uuidV7(sampleNow(), random)};
        ordering.shown = shownTrial(journal, reader, order);
        add(ours, round > 0, [&] { must(recordOrder(journal, reader.headers(), order, ordering)); });
        const OrderRecord kept = *must(journal.order(OrderId(ordering.freshId)));
        must(journal.withdrawOrder(kept.id)); // the next is judged with nothing waiting
        add(reference, round > 0, [&] { bare.record(kept.id.text().toLatin1(), kept.body, kept.foreseen); });
    }
    return {QStringLiteral("order of 1,000 cases to \"recorded\" / bare FULL transaction"), ours, reference,
            QStringLiteral("ms"), kOrderGoal};
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QString folder = QDir(QCoreApplication::arguments().value(1, QStringLiteral("."))).absolutePath();
    const QString place = folder + QStringLiteral("/supervision");
    QDir(place).removeRecursively(); // with what a run that was cut left beside it
    QDir().mkpath(place);
    const QString file = place + QStringLiteral("/cache.sqlite");
    fill(file);
    std::printf("measuring\n");
    std::fflush(stdout);
    const std::vector<Comparison> rows{measureBoard(file), measureOrders(place, file)};
    const bool holds = report(folder, QStringLiteral("supervision"), rows);
    QDir(place).removeRecursively();
    return holds ? 0 : 1;
}

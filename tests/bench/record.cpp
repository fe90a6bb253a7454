// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long an officer waits for "recorded": a decision from the desk's question to its answer, act, outbox
// row and audit on a real disk, against one bare transaction of SQLite that makes the same bytes durable;
// with an empty outbox, and with one of a month without a centre.
#include "models/store/storedforms.h"
#include "tests/bench/benchdesk.h"
#include "tests/bench/benchprofile.h"
#include "tests/bench/benchreport.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QEventLoop>
#include <QtCore/QFutureWatcher>

#include <cstdio>
#include <sqlite3.h>

using namespace tawasul;

namespace {

constexpr int kRounds = 40;
constexpr int kMonth = 2'000; ///< acts
constexpr double kGoal = 2.0;

const ActType kAct = ActType::Reject;

// Benches of what waits for a disk do not run in memory, where scratch directories are.
QString onDisk(const DeskProfile &made, const QString &folder, const QString &name)
{
    QDir place(folder + u'/' + name);
    place.removeRecursively();
    place.mkpath(QStringLiteral("."));
    for (const QFileInfo &file : QDir(made.folder()).entryInfoList(QDir::Files))
        QFile::copy(file.filePath(), place.filePath(file.fileName()));
    return place.absolutePath();
}

void fillOutbox(DeskProfile &made, int acts)
{
    std::printf("recording %d acts\n", acts);
    std::fflush(stdout);
    if (!made.open())
        qFatal("bench: the profile does not open");
    for (int n = 0; n < acts; ++n) {
        const auto recorded = made.wait(made.desk().record(intentionOf(kAct, numberedCase(n))));
        if (!recorded || !*recorded)
            qFatal("bench: not recorded: %s", recorded ? qPrintable(recorded->error().code) : "no answer");
    }
    made.close();
}

// The bytes of an act, durable by one transaction and nothing else.
class BareJournal
{
public:
    explicit BareJournal(const QString &file)
    {
        QFile::remove(file);
        sqlite3_open(file.toUtf8().constData(), &m_database);
        run("PRAGMA page_size = 4096");
        run("PRAGMA journal_mode = WAL");
        run("PRAGMA synchronous = FULL");
        run("CREATE TABLE act (id TEXT PRIMARY KEY, body BLOB NOT NULL, base BLOB NOT NULL) WITHOUT ROWID");
        sqlite3_prepare_v2(m_database, "INSERT INTO act (id, body, base) VALUES (?1, ?2, ?3)", -1, &m_insert,
                           nullptr);
    }
    ~BareJournal()
    {
        sqlite3_finalize(m_insert);
        sqlite3_close(m_database);
    }
    BareJournal(const BareJournal &) = delete;
    BareJournal &operator=(const BareJournal &) = delete;

    void record(const QByteArray &id, const QByteArray &body, const QByteArray &base)
    {
        run("BEGIN IMMEDIATE");
        sqlite3_bind_text(m_insert, 1, id.constData(), static_cast<int>(id.size()), SQLITE_STATIC);
        sqlite3_bind_blob(m_insert, 2, body.constData(), static_cast<int>(body.size()), SQLITE_STATIC);
        sqlite3_bind_blob(m_insert, 3, base.constData(), static_cast<int>(base.size()), SQLITE_STATIC);
        const int inserted = sqlite3_step(m_insert);
        sqlite3_reset(m_insert);
        if (inserted != SQLITE_DONE)
            qFatal("bench: the bare journal refused");
        run("COMMIT");
    }

private:
    void run(const char *sql)
    {
        if (sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("bench: %s: %s", sql, sqlite3_errmsg(m_database));
    }

    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_insert = nullptr;
};

struct Cost
{
    Series wall;
    Series processor;
};

// Adds what the work took, and what it cost.
void add(Cost &cost, const std::function<void()> &work)
{
    QElapsedTimer timer;
    cost.processor.values.push_back(processorOf([&] {
        timer.start();
        work();
        cost.wall.values.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }));
}

ActId record(Desk &desk, const Intention &intention)
{
    QFutureWatcher<Result<ActId>> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(desk.record(intention));
    loop.exec();
    const Result<ActId> recorded = watcher.result();
    if (!recorded)
        qFatal("bench: not recorded: %s", qPrintable(recorded.error().code));
    return *recorded;
}

// An officer does not decide while the last decision is still being told to the screens.
void letSettle()
{
    QElapsedTimer timer;
    timer.start();
    QEventLoop loop;
    while (timer.elapsed() < 150)
        loop.processEvents(QEventLoop::WaitForMoreEvents, 10);
}

struct Run
{
    Cost ours;
    Cost bare;
};

Run measure(const QString &profile, const QString &bareFile, int firstCase)
{
    BenchDesk opened(profile);
    opened.begin(sampleOfficer());
    BareJournal bare(bareFile);
    letSettle();
    Run run;
    for (int round = 0; round <= kRounds; ++round) {
        const Case shown = numberedCase(firstCase + round);
        Cost warmUp;
        Cost &ours = round == 0 ? warmUp : run.ours;
        ActId act;
        add(ours, [&] { act = record(opened.desk(), intentionOf(kAct, shown)); });
        letSettle();
        QByteArray body;
        opened.profile().store().withJournal([&body, &act](Journal &journal) {
            const auto item = journal.item(act);
            body = item && *item ? (*item)->body : QByteArray("?");
        });
        waitFor([&body] { return !body.isEmpty(); });
        const QByteArray base = storedCase(shown);
        add(round == 0 ? warmUp : run.bare, [&] { bare.record(act.text().toUtf8(), body, base); });
    }
    return run;
}

void compare(std::vector<Comparison> &rows, const char *when, const Run &run)
{
    rows.push_back(
        {QStringLiteral("decision to \"recorded\", %1 / bare FULL transaction").arg(QLatin1String(when)),
         run.ours.wall, run.bare.wall, QStringLiteral("ms"), kGoal});
    rows.push_back({QStringLiteral("its processor, %1 / bare FULL transaction").arg(QLatin1String(when)),
                    run.ours.processor, run.bare.processor, QStringLiteral("ms"), kGoal});
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QString folder = QDir(QCoreApplication::arguments().value(1, QStringLiteral("."))).absolutePath();
    DeskProfile made;
    fillProfile(made, kMonth + kRounds + 1);
    const QString empty = onDisk(made, folder, QStringLiteral("record-empty"));
    fillOutbox(made, kMonth);
    const QString month = onDisk(made, folder, QStringLiteral("record-month"));
    std::printf("measuring\n");
    std::fflush(stdout);
    const QString bare = folder + QStringLiteral("/record-bare.sqlite");
    std::vector<Comparison> rows;
    compare(rows, "empty outbox", measure(empty, bare, 0));
    compare(rows, "2000 waiting", measure(month, bare, kMonth));
    return report(folder, QStringLiteral("record"), rows) ? 0 : 1;
}

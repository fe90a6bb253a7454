// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What following the centre costs: the first fetch of 100,000 cases over the loopback, by the desk's engine
// against the least that can do it (performance.md §4), each a process of its own; a page of 1,000 changed
// cases against SQLite alone; and a month's acts on their way, against the same requests over as many bare
// connections.
#include "models/store/cache.h"
#include "models/store/storedforms.h"
#include "models/sync/pagereader.h"
#include "tests/bench/barecache.h"
#include "tests/bench/bareclient.h"
#include "tests/bench/benchcentre.h"
#include "tests/bench/benchdesk.h"
#include "tests/bench/benchreport.h"
#include "tests/bench/childrun.h"
#include "tests/bench/coldsync.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QLoggingCategory>

#include <cstdio>
#include <simdjson.h>
#include <thread>

using namespace tawasul;

namespace {

constexpr int kCases = 100'000;
constexpr int kFetches = 3;
constexpr int kDeltas = 9;
constexpr int kDrains = 3;
constexpr int kActs = 2'000;
constexpr int kConnections = 4; // as many as the desk's lanes that are on their way at once

QString emptied(const QString &path)
{
    QDir(path).removeRecursively();
    QDir().mkpath(path);
    return path;
}

ColdSync coldSyncOf(const QStringList &arguments)
{
    const auto run = runChild(QCoreApplication::applicationFilePath(), arguments);
    const auto sync = run ? coldSyncIn(run->said) : std::nullopt;
    if (!sync || sync->rows != kCases)
        qFatal("bench: %s did not fetch everything", qPrintable(arguments.first()));
    return *sync;
}

// Both leave what they fetched, for what is measured next.
struct Fetched
{
    QString profile;
    QString bareFile;
};

std::vector<Comparison> measureFetch(BenchCentre &centre, const Fetched &place)
{
    Comparison processor{
        QStringLiteral("first fetch of 100000 cases, cases a second of processor / bare pipeline"),
        {},
        {},
        QStringLiteral("1/s"),
        0.60,
        Comparison::Better::Higher};
    Comparison usable{
        QStringLiteral("list usable / all of the first fetch"), {}, {}, QStringLiteral("ms"), 0.60};
    Comparison wall{QStringLiteral("first fetch of 100000 cases, wall / bare pipeline"),
                    {},
                    {},
                    QStringLiteral("ms"),
                    1.67};
    const QString url = centre.address().toString();
    for (int round = 0; round < kFetches; ++round) {
        std::printf("[%d/%d] fetching\n", round + 1, kFetches);
        std::fflush(stdout);
        QFile::remove(place.bareFile);
        const ColdSync bare = coldSyncOf({QStringLiteral("--bare"), place.bareFile, url, centre.token()});
        const ColdSync ours =
            coldSyncOf({QStringLiteral("--desk"), emptied(place.profile), url, centre.token()});
        processor.ours.values.push_back(kCases / ours.processor * 1e3);
        processor.reference.values.push_back(kCases / bare.processor * 1e3);
        usable.ours.values.push_back(ours.usable);
        usable.reference.values.push_back(ours.wall);
        wall.ours.values.push_back(ours.wall);
        wall.reference.values.push_back(bare.wall);
    }
    return {processor, usable, wall};
}

// The first page again, as if all of its cases had moved on and none had another text.
QByteArray movedOn(const QByteArray &page, int round)
{
    QJsonObject object = QJsonDocument::fromJson(page).object();
    QJsonArray lines;
    for (const QJsonValue line : object[QStringLiteral("changes")].toArray()) {
        QJsonObject change = line.toObject();
        QJsonObject found = change[QStringLiteral("case")].toObject();
        if (found.isEmpty())
            continue;
        found[QStringLiteral("version")] = found[QStringLiteral("version")].toInteger() + round;
        found[QStringLiteral("status")] =
            round % 2 ? QStringLiteral("in_progress") : QStringLiteral("escalated");
        change[QStringLiteral("case")] = found;
        lines.append(change);
    }
    object[QStringLiteral("changes")] = lines;
    object[QStringLiteral("more")] = false;
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Comparison measureDelta(BenchCentre &centre, const Fetched &place)
{
    Comparison row{QStringLiteral("a page of 1000 changed cases, pages a second of processor / bare SQLite"),
                   {},
                   {},
                   QStringLiteral("1/s"),
                   0.75,
                   Comparison::Better::Higher};
    const std::string first = BareClient(centre.address(), centre.token()).get(pageTarget({})).body;
    auto cache = Cache::open(place.profile + QStringLiteral("/cache.sqlite"), {}, Cache::Reading::Whole);
    if (!cache || !cache->readWhole())
        qFatal("bench: the cache does not open");
    BareCache bare(place.bareFile);
    for (int round = 1; round <= kDeltas + 1; ++round) {
        const QByteArray json = movedOn(QByteArray::fromStdString(first), round);
        const auto page = PageReader::readChanges(json);
        if (!page)
            qFatal("bench: %s", qPrintable(page.error().detail));
        const double ours = processorOf([&] {
            if (!cache->applyPage((*page)->page(), std::nullopt))
                qFatal("bench: the page was not written");
        });
        const double reference = processorOf([&] { bare.write((*page)->page().changed, false); });
        if (round == 1)
            continue;
        row.ours.values.push_back(1e3 / ours);
        row.reference.values.push_back(1e3 / reference);
    }
    return row;
}

struct Sent
{
    std::string lane;
    std::string body;
};

// A month without a centre: notes, so that the bare requests may follow in any order.
std::vector<Sent> recordNotes(BenchDesk &opened)
{
    std::vector<qint64> rows;
    for (const WorklistEntry &entry : opened.desk().worklist()->entries) {
        if (static_cast<int>(rows.size()) < kActs / 4)
            rows.push_back(entry.row);
    }
    const auto heads = opened.desk().heads(rows);
    waitFor([&heads] { return heads.isFinished(); });
    for (int n = 0; n < kActs; ++n) {
        Intention note;
        note.caseId = heads.result().value().at(static_cast<std::size_t>(n) % rows.size()).id;
        note.type = ActType::Note;
        note.text = QStringLiteral("روجعت المرفقات، والهوية مطابقة، وبقي التحقق من تاريخ الدخول (%1)").arg(n);
        const auto recorded = opened.desk().record(note);
        waitFor([&recorded] { return recorded.isFinished(); });
        if (!recorded.result())
            qFatal("bench: not recorded: %s", qPrintable(recorded.result().error().code));
    }
    const auto outbox = opened.desk().outbox();
    waitFor([&outbox] { return outbox.isFinished(); });
    const Result<std::vector<OutboxItem>> waiting = outbox.result();
    std::vector<Sent> sent;
    for (const OutboxItem &item : waiting.value())
        sent.push_back({item.act.caseId.text().toStdString(), item.body.toStdString()});
    return sent;
}

double drainBare(BenchCentre &centre, const std::vector<Sent> &acts)
{
    const QString token = centre.token();
    const QUrl address = centre.address();
    const auto send = [&](std::size_t from) {
        SystemRandom random;
        const SystemClock clock;
        BareClient client(address, token);
        for (std::size_t n = from; n < acts.size(); n += kConnections) {
            const std::string target =
                "/api/v1/cases/" + acts[n].lane + "/acts/" + uuidV7(clock.now(), random).toStdString();
            BareClient::Answer answer = client.put(target, acts[n].body);
            for (; answer.status == 429; answer = client.put(target, acts[n].body))
                client.pause(answer.retryAfter);
            if (answer.status != 201)
                qFatal("bench: an act is answered by %d: %s", answer.status, answer.body.c_str());
        }
    };
    QElapsedTimer timer;
    timer.start();
    std::vector<std::thread> threads;
    for (std::size_t n = 0; n < kConnections; ++n)
        threads.emplace_back(send, n);
    for (std::thread &thread : threads)
        thread.join();
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

double drainDesk(BenchDesk &opened, const QString &token)
{
    bool isEmpty = false;
    StoreNotifier &notifier = opened.profile().store().notifier();
    const auto heard =
        QObject::connect(&notifier, &StoreNotifier::outboxChanged, &notifier,
                         [&isEmpty](const std::vector<OutboxItem> &items) { isEmpty = items.empty(); });
    QElapsedTimer timer;
    timer.start();
    opened.profile().engine().resume(SessionTokens{token, token, std::chrono::hours(1)});
    waitFor([&isEmpty] { return isEmpty; });
    QObject::disconnect(heard);
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

Comparison measureDrain(BenchCentre &centre, const Fetched &place)
{
    Comparison row{QStringLiteral("2000 acts of a month, acts a second / four bare connections"),
                   {},
                   {},
                   QStringLiteral("1/s"),
                   0.5,
                   Comparison::Better::Higher};
    for (int round = 0; round < kDrains; ++round) {
        std::printf("[%d/%d] draining\n", round + 1, kDrains);
        std::fflush(stdout);
        BenchDesk opened(place.profile, centre.address());
        opened.begin(benchOfficer());
        opened.profile().store().readWholeWorklist();
        waitFor([&opened] { return opened.desk().worklist() && opened.desk().worklist()->isWhole; });
        const std::vector<Sent> acts = recordNotes(opened);
        row.reference.values.push_back(kActs / drainBare(centre, acts));
        row.ours.values.push_back(kActs / drainDesk(opened, centre.token()));
    }
    return row;
}

int bench(const QString &folder)
{
    QLoggingCategory::setFilterRules(QStringLiteral("tawasul.*=false")); // the centre writes a line a request
    const Fetched place{folder + QStringLiteral("/sync-profile"),
                        folder + QStringLiteral("/sync-bare.sqlite")};
    emptied(place.profile);
    BenchCentre centre(emptied(folder + QStringLiteral("/sync-centre")), kCases);
    std::vector<Comparison> rows = measureFetch(centre, place);
    rows.push_back(measureDelta(centre, place));
    rows.push_back(measureDrain(centre, place));
    return report(folder, QStringLiteral("sync"), rows) ? 0 : 1;
}

void say(const ColdSync &sync)
{
    std::printf("%s\n", lineOf(sync).constData());
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString what = arguments.value(1, QStringLiteral("."));
    if (what == QLatin1String("--desk") && argc == 5) {
        say(syncDesk(arguments[2], QUrl(arguments[3]), arguments[4], kCases));
        return 0;
    }
    if (what == QLatin1String("--bare") && argc == 5) {
        say(syncBare(arguments[2], QUrl(arguments[3]), arguments[4]));
        return 0;
    }
    return bench(QDir(what).absolutePath());
}

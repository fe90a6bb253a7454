// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/coldsync.h"

#include "tests/bench/barecache.h"
#include "tests/bench/bareclient.h"
#include "tests/bench/benchcentre.h"
#include "tests/bench/benchdesk.h"

#include <QtCore/QElapsedTimer>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <simdjson.h>
#include <thread>

namespace tawasul {

namespace {

constexpr qint64 kPage = 1'000;
constexpr std::size_t kMostPages = 2; // that wait to be written

double millisecondsOf(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

// Pages on their way from the thread that fetches to the one that writes.
class PageQueue
{
public:
    void put(std::string page)
    {
        std::unique_lock lock(m_gate);
        m_changed.wait(lock, [this] { return m_pages.size() < kMostPages; });
        m_pages.push_back(std::move(page));
        m_changed.notify_all();
    }
    [[nodiscard]] std::string take()
    {
        std::unique_lock lock(m_gate);
        m_changed.wait(lock, [this] { return !m_pages.empty(); });
        std::string page = std::move(m_pages.front());
        m_pages.pop_front();
        m_changed.notify_all();
        return page;
    }

private:
    std::mutex m_gate;
    std::condition_variable m_changed;
    std::deque<std::string> m_pages;
};

struct Cursor
{
    std::string next;
    bool more = false;
};

// So little is decoded that the next page can be asked for.
Cursor cursorOf(const std::string &json, std::size_t length)
{
    simdjson::ondemand::parser parser;
    auto document = parser.iterate(json.data(), length, json.size());
    Cursor cursor;
    cursor.more = document["more"].get_bool().value();
    document.rewind();
    cursor.next = std::string(document["next_cursor"].get_string().value());
    return cursor;
}

void fetchAll(const QUrl &centre, const QString &token, PageQueue &queue)
{
    BareClient client(centre, token);
    Cursor cursor{{}, true};
    while (cursor.more) {
        BareClient::Answer answer = client.get(pageTarget(cursor.next));
        if (answer.status != 200)
            qFatal("bench: a page is answered by %d", answer.status);
        const std::size_t length = answer.body.size();
        answer.body.append(simdjson::SIMDJSON_PADDING, '\0');
        cursor = cursorOf(answer.body, length);
        queue.put(std::move(answer.body));
    }
}

} // namespace

QByteArray lineOf(const ColdSync &sync)
{
    return QByteArray::number(sync.processor) + ' ' + QByteArray::number(sync.wall) + ' '
        + QByteArray::number(sync.usable) + ' ' + QByteArray::number(sync.rows);
}

std::optional<ColdSync> coldSyncIn(const QByteArray &line)
{
    const QList<QByteArray> words = line.trimmed().split(' ');
    if (words.size() != 4)
        return std::nullopt;
    return ColdSync{words[0].toDouble(), words[1].toDouble(), words[2].toDouble(), words[3].toLongLong()};
}

std::string pageTarget(const std::string &cursor)
{
    std::string target = "/api/v1/changes?limit=" + std::to_string(kPage);
    if (!cursor.empty())
        target += "&cursor=" + QUrl::toPercentEncoding(QString::fromStdString(cursor)).toStdString();
    return target;
}

ColdSync syncDesk(const QString &folder, const QUrl &centre, const QString &token, qint64 cases)
{
    BenchDesk opened(folder, centre);
    Store &store = opened.profile().store();
    ColdSync sync;
    QElapsedTimer timer;
    bool isComplete = false;
    QObject::connect(&store.notifier(), &StoreNotifier::worklistChanged, &store.notifier(),
                     [&](const WorklistPtr &list) {
                         sync.rows = static_cast<qint64>(list->entries.size());
                         if (sync.usable == 0 && sync.rows >= cases - kPage)
                             sync.usable = millisecondsOf(timer);
                     });
    sync.processor = processorOf([&] {
        timer.start();
        opened.begin(benchOfficer(), SessionTokens{token, token, std::chrono::hours(1)});
        SyncNews &news = opened.profile().engine().news();
        QObject::connect(&news, &SyncNews::statusChanged, &news, [&isComplete](const SyncStatus &status) {
            isComplete = status.completeAt && !status.filling;
        });
        waitFor([&] { return isComplete && sync.rows == cases; });
        sync.wall = millisecondsOf(timer);
    });
    return sync;
}

ColdSync syncBare(const QString &file, const QUrl &centre, const QString &token)
{
    ColdSync sync;
    QElapsedTimer timer;
    sync.processor = processorOf([&] {
        timer.start();
        PageQueue queue;
        std::thread fetching(&fetchAll, std::cref(centre), std::cref(token), std::ref(queue));
        BareCache cache(file);
        bool more = true;
        while (more) {
            const std::string json = queue.take();
            const BarePage page = readBarePage(json, json.size() - simdjson::SIMDJSON_PADDING);
            cache.write(page.rows, true);
            more = page.more;
        }
        sync.usable = millisecondsOf(timer);
        cache.finish();
        sync.wall = millisecondsOf(timer);
        sync.rows = cache.rows();
        fetching.join();
    });
    return sync;
}

} // namespace tawasul

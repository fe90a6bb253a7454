// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/http/eventstream.h"
#include "app/central/service/registerconnection.h"

#include <QtCore/QHash>

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

namespace tawasul {

/// Those who listen, and what for. It looks into the register rather than being told, so that what another
/// process wrote is heard of too; a listener learns only that something changed. A hint: nothing relies on
/// it. Any thread, but for look().
class EventHub
{
public:
    explicit EventHub(const Clock &clock);

    /// One more listener, whose token was good just now. `position` is the newest there was.
    [[nodiscard]] std::shared_ptr<EventStream> listen(const Actor &person, const QString &token,
                                                      qint64 position);

    /// Tells those whose scopes changed since they were looked at, some hundreds at most, the others next
    /// time: who hears asks at once. Ends those whose token is good no more (each is asked for twice a
    /// minute), forgets those who left. One look at a time; nobody else waits for what it reads.
    void look(RegisterConnection &connection);

    /// That token was just given back.
    void sessionEnded(const QString &token);
    void endAll();

    [[nodiscard]] int listeners() const { return m_count.load(); }

private:
    struct Listener
    {
        std::weak_ptr<EventStream> stream; ///< of the connection, which may end at any time
        QString token;
        std::vector<QString> scopes;
        qint64 seen = 0;                     ///< everything up to there was looked at for them
        bool isOwed = false;                 ///< word that something changed
        std::chrono::milliseconds askedAt{}; ///< monotonic
    };

    using Tokens = std::vector<std::pair<std::weak_ptr<EventStream>, QString>>;
    /// What a look asks the register.
    struct Questions
    {
        QHash<QString, qint64> newestOf; ///< the scopes of those for whom there may be news
        Tokens tokens;                   ///< that were not asked for lately
    };

    [[nodiscard]] Questions questionsAt(qint64 newest);
    void takeNews(const QHash<QString, qint64> &newestOf, qint64 newest);
    static void endSessionsOf(RegisterConnection &connection, const Tokens &tokens);
    void tellSome();
    void forgetThoseWhoLeft();

    const Clock &m_clock;
    mutable std::mutex m_mutex;
    std::vector<Listener> m_listeners;
    std::atomic<int> m_count = 0;
};

} // namespace tawasul

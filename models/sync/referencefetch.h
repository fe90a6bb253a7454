// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/alarm.h"
#include "models/sync/backoff.h"
#include "models/sync/session.h"

namespace tawasul {

/// Gets the centre's newest reference data when there is none, when the feed tells of a newer version, and
/// now and then while the centre does not accept this program. Network's thread.
class ReferenceFetch
{
public:
    struct News
    {
        std::function<void(std::optional<Error>)> problem;
        std::function<void()> stored; ///< Store::reference() is the newest that the centre has
    };

    ReferenceFetch(SyncRoom &room, Session &session, News news);

    /// Asks for the newest; no effect while it does.
    void fetch();
    /// The newest again though it is known: it may not be stored any more.
    void fetchAnew();
    /// As fetch(), but not before `delay`.
    void fetchAfter(std::chrono::milliseconds delay);
    void stop();
    [[nodiscard]] bool isBusy() const { return m_busy; }

private:
    void ask();
    void answered(const TransportReply &reply);
    void store(const QString &version, const QByteArray &document);
    void stored(const Outcome &outcome);
    void failed(const Error &error, std::chrono::milliseconds atLeast);

    SyncRoom &m_room;
    Session &m_session;
    News m_news;
    bool m_isAnew = false; ///< until one was stored
    Alarm m_alarm;
    Backoff m_backoff;
    bool m_busy = false;
    std::uint64_t m_round = 0; ///< an answer to another round is nobody's
};

} // namespace tawasul

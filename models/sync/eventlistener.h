// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/alarm.h"
#include "models/sync/backoff.h"
#include "models/sync/session.h"

namespace tawasul {

/// Listens to `GET /events`, where the centre says that something changed. A hint only: whether it works, is
/// refused or does not exist is nobody's concern, since polling works alone; so it tells of no failure, tries
/// again later and later, and says of itself only whether it hears. Network's thread.
class EventListener
{
public:
    struct News
    {
        std::function<void()> hinted;          ///< something may have changed; a little after it was said
        std::function<void(bool)> isListening; ///< from now on, or no more
    };

    EventListener(SyncRoom &room, Session &session, News news);

    /// From now on; no effect while it does.
    void listen();
    void stop();
    /// The centre is there again after a time without it.
    void tryAgain();

private:
    void ask();
    [[nodiscard]] bool seeHead(const TransportReply &head);
    [[nodiscard]] bool take(const QByteArray &piece);
    void ended(const TransportReply &reply);
    void setListening(bool isListening);
    [[nodiscard]] std::chrono::milliseconds upTo(std::chrono::milliseconds most);

    SyncRoom &m_room;
    Session &m_session;
    News m_news;
    Alarm m_again;
    Alarm m_hint;
    Backoff m_backoff;
    std::optional<Session::CallId> m_call;
    QByteArray m_line;                        ///< as far as it has come
    std::chrono::milliseconds m_heardSince{}; ///< monotonic
    bool m_isListening = false;
    bool m_follows = false;
};

} // namespace tawasul

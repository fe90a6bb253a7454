// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/alarm.h"
#include "models/sync/backoff.h"
#include "models/sync/readiness.h"
#include "models/sync/session.h"

#include <deque>
#include <set>

namespace tawasul {

/// Brings attachments here, one at a time: first what somebody looks at, newest wish first, then ahead of
/// need those of the cases that are due next, while nothing else needs the line. A download that was cut goes
/// on where it stopped; what does not match its name is fetched once more and then given up. Network's
/// thread.
class AttachmentFetch
{
public:
    struct News
    {
        std::function<void(const QString &sha256, const Error &)> failed; ///< of a wanted one
        std::function<bool()> mayPrefetch;
        std::function<void(int ready, int total)> readiness; ///< of the cases that await the officer
    };

    AttachmentFetch(SyncRoom &room, Session &session, News news);

    void want(const QString &sha256);
    /// Cases came or changed: looks what to fetch ahead of need.
    void survey();
    void setMayGo(bool mayGo);
    void stop();

private:
    struct Download
    {
        QString sha256;
        bool isWanted = false;
        qint64 written = 0;           ///< bytes of the part
        qint64 skip = 0;              ///< bytes of the answer that are here already
        std::optional<Error> trouble; ///< what made the receiver stop
        std::optional<Session::CallId> call;
    };

    /// Of the cases that await the officer, by deadline.
    struct Survey
    {
        std::vector<std::set<QString>> lacking; ///< of each, the attachments that are not here
        std::vector<QString> ahead;             ///< of these, what the budget has room for
    };

    void next();
    void begin(const QString &sha256, bool isWanted);
    [[nodiscard]] bool seeHead(const TransportReply &head);
    [[nodiscard]] bool take(const QByteArray &piece);
    void answered(const TransportReply &reply);
    void verify();
    void arrived(const QString &sha256);
    void giveUp(const Error &error);
    void putOff(const Error &error, std::chrono::milliseconds atLeast);
    void surveyed(const std::vector<qint64> &rows);
    void plan(const Survey &survey);
    void tellReadiness();

    SyncRoom &m_room;
    Session &m_session;
    News m_news;
    Alarm m_alarm;
    Backoff m_backoff;
    std::optional<Download> m_current;
    std::deque<QString> m_wanted;
    std::deque<QString> m_ahead;
    std::set<QString> m_corrupt; ///< did not match their names once
    std::set<QString> m_givenUp;
    Readiness m_readiness;
    bool m_mayGo = false;
};

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/alarm.h"
#include "models/sync/backoff.h"
#include "models/sync/prefetchpace.h"
#include "models/sync/readiness.h"
#include "models/sync/session.h"

#include <deque>
#include <set>

namespace tawasul {

/// Brings attachments here, one at a time: first what somebody looks at, newest wish first, then ahead of
/// need those of the cases that are due next, piece by piece, while nothing else needs the line, and gives
/// way in the middle of a piece when something does. A download that was cut goes on where it stopped; what
/// does not match its name is fetched once more and then given up. Network's thread.
class AttachmentFetch
{
public:
    struct News
    {
        std::function<void(const QString &sha256, const Error &)> failed; ///< of a wanted one
        std::function<bool()> mayFetch;    ///< what somebody looks at: the facts are not on their way
        std::function<bool()> mayPrefetch; ///< nothing else needs the line
        std::function<void(int ready, int total)> readiness; ///< of the cases that await the officer
    };

    AttachmentFetch(SyncRoom &room, Session &session, News news);

    void want(const QString &sha256);
    /// Cases came or changed: looks what to fetch ahead of need.
    void survey();
    void setMayGo(bool mayGo);
    /// Something that cannot wait sets out: what nobody waits for leaves the line to it at once.
    void makeWay();
    /// The line may have become free.
    void goOn();
    void stop();

private:
    struct Download
    {
        QString sha256;
        bool isWanted = false;
        qint64 began = 0;                   ///< bytes of the part when it was asked for
        qint64 written = 0;                 ///< bytes of the part
        qint64 size = -1;                   ///< of the whole, when the answer is a piece of it
        std::chrono::milliseconds sentAt{}; ///< monotonic
        qint64 skip = 0;                    ///< bytes of the answer that are here already
        std::optional<Error> trouble;       ///< what made the receiver stop
        std::optional<Session::CallId> call;
        std::optional<AttachmentCheck> check; ///< once all of it is here
    };

    /// Of the cases that await the officer, by deadline.
    struct Survey
    {
        std::vector<std::set<QString>> lacking; ///< of each, the attachments that are not here
        std::vector<QString> ahead;             ///< of these, what the budget has room for
    };

    void next();
    void nextAhead();
    void waitForTheLine();
    void begin(const QString &sha256, std::optional<qint64> most = std::nullopt);
    [[nodiscard]] std::optional<int> ceiling() const;
    [[nodiscard]] bool seeHead(const TransportReply &head);
    [[nodiscard]] bool take(const QByteArray &piece);
    void answered(const TransportReply &reply);
    void pieceCame();
    void verify();
    void checkOn();
    void checked(const Outcome &whole);
    void arrived(const QString &sha256);
    void giveUp(const Error &error);
    void putOff(const Error &error, std::chrono::milliseconds atLeast);
    void surveyed(const std::vector<qint64> &rows);
    [[nodiscard]] static Survey surveyOf(const std::vector<qint64> &rows, CacheReader &reader,
                                         const AttachmentFiles &files);
    [[nodiscard]] static bool lacksSomething(CacheReader &reader, const AttachmentFiles &files, qint64 row);
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
    PrefetchPace m_pace;
    bool m_waitsForLine = false;
    bool m_mayGo = false;
};

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/alarm.h"
#include "models/sync/backoff.h"
#include "models/sync/pagereader.h"
#include "models/sync/session.h"

namespace tawasul {

/// Follows `GET /changes` from the stored cursor on: page after page, the next one asked for before the
/// present one is written, at most two of them waiting to be written; then polls. A page goes in only behind
/// the cursor that it was asked with, and takes its own cursor with it (invariant I6). What fails is tried
/// again from what is stored. A cache that was found damaged is replaced as soon as the centre answers, and
/// filled again. Network's thread.
class FeedFollower
{
public:
    struct News
    {
        std::function<void(std::optional<Error>)> problem; ///< what stands in the way; nothing: it goes on
        std::function<void(bool filling, int fetched)> filling;
        std::function<void(std::optional<Instant>)> complete; ///< everything up to here is stored
        std::function<void(const std::optional<QString> &epoch)>
            caughtUp; ///< after each pass; the epoch of all its pages, nothing when they had several
        std::function<void()> recovered; ///< the first page after a time without any
        std::function<void(const QString &)> newerReference;
        std::function<void()> casesChanged;
        std::function<void()> renewed; ///< a new cache is in the place of a damaged one, and has nothing yet
    };

    FeedFollower(SyncRoom &room, Session &session, News news);

    /// Tells what is stored already; asks nothing.
    void remember();
    /// Follows from now on; no effect while it does.
    void follow();
    void stop();
    /// Now, not at the next poll nor after the back-off.
    void hurry();
    /// Somebody else found the centre out of reach: look again soon.
    void lookSoon();
    /// There may be something new: as a poll that comes earlier, so not while the centre asks for patience.
    void hint();
    /// While hints come, polls are rarer; without them they come as often as the centre promised.
    void setHinted(bool isHinted);
    /// A pass over the feed is under way; and: one of many pages that fill an empty cache.
    [[nodiscard]] bool isUnderWay() const { return m_state != State::Stopped && m_state != State::Waiting; }
    [[nodiscard]] bool isFilling() const { return m_filling && isUnderWay(); }

private:
    enum class State { Stopped, Remembering, Rebuilding, Fetching, Waiting };

    /// Pages of one pass over the feed; once one of them was not written, none behind it may be. Only the
    /// cache's thread looks inside.
    struct Pass
    {
        bool broken = false;
    };

    void begin();
    void readMark();
    void rebuild();
    void renew();
    void ask();
    void answered(const QString &cursor, const TransportReply &reply);
    void write(const PagePtr &page, const QString &cursor, std::optional<Instant> completeAt);
    void written(const PagePtr &page, std::optional<Instant> completeAt, const Result<PageEffect> &effect);
    void goOn();
    void completed();
    void failed(const Error &error, std::chrono::milliseconds atLeast);
    void endPass();
    void setFilling(bool filling);
    [[nodiscard]] std::chrono::milliseconds pollInterval() const;

    SyncRoom &m_room;
    Session &m_session;
    News m_news;
    Alarm m_alarm;
    Backoff m_backoff;
    State m_state = State::Stopped;
    std::optional<QString> m_cursor; ///< where the next page begins; nothing: ask the store
    std::shared_ptr<Pass> m_pass;
    std::optional<Session::CallId> m_call;
    std::optional<Instant> m_completeAt; ///< of the last page of this pass
    std::optional<QString> m_epoch;      ///< of the pages of this pass
    bool m_isFirstPage = true;           ///< of this pass
    int m_unwritten = 0;                 ///< pages handed to the cache
    bool m_more = false;
    bool m_again = false; ///< somebody was in a hurry while a pass was under way
    bool m_wasAway = true;
    bool m_filling = false;
    bool m_isHinted = false;
    int m_fetched = 0;
};

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/feedfollower.h"

#include "models/sync/answers.h"
#include "models/sync/synclog.h"

#include <QtCore/QUrl>

namespace tawasul {

namespace {

using std::chrono::milliseconds;

constexpr int kPageSize = 1'000; // one transaction of the cache
constexpr int kMostUnwritten = 2;
constexpr milliseconds kLongestAway{60'000}; // out of reach, but the network may be back any moment
constexpr std::chrono::seconds kDefaultPoll{15};
constexpr std::chrono::minutes kLongestPage{5};
constexpr milliseconds kHintedPoll{60'000}; // a hint may be lost

QString unicode(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool isExpired(const TransportReply &reply)
{
    return reply.answered() && reply.status == 410;
}

} // namespace

FeedFollower::FeedFollower(SyncRoom &room, Session &session, News news)
    : m_room(room)
    , m_session(session)
    , m_news(std::move(news))
    , m_alarm(room, [this] { begin(); })
    , m_backoff(room.random())
{
}

void FeedFollower::remember()
{
    m_room.askCache<Result<SyncMark>>([](Cache &cache) { return cache.syncMark(); },
                                      [this](const Result<SyncMark> &mark) {
                                          if (mark && mark->completeAt)
                                              m_news.complete(mark->completeAt);
                                      });
}

void FeedFollower::follow()
{
    if (m_state == State::Stopped)
        begin();
}

void FeedFollower::stop()
{
    endPass();
    m_alarm.silence();
    m_backoff.succeeded();
    m_again = false;
    m_wasAway = true;
    m_state = State::Stopped;
}

void FeedFollower::hurry()
{
    if (m_state == State::Waiting)
        begin();
    else if (m_state == State::Fetching)
        m_again = true;
}

void FeedFollower::hint()
{
    if (m_state == State::Fetching || m_backoff.failures() == 0)
        hurry();
}

void FeedFollower::setHinted(bool isHinted)
{
    if (std::exchange(m_isHinted, isHinted) && !isHinted && m_state == State::Waiting
        && m_backoff.failures() == 0)
        m_alarm.setTo(jittered(pollInterval(), m_room.random()));
}

void FeedFollower::lookSoon()
{
    if (m_state == State::Waiting)
        m_alarm.setTo(std::min(backoffAfter(m_backoff.failures(), m_room.random()), kLongestAway));
}

void FeedFollower::begin()
{
    m_alarm.silence();
    m_pass = std::make_shared<Pass>();
    m_isFirstPage = true;
    m_again = false;
    if (!m_cursor)
        return readMark();
    ask();
}

void FeedFollower::readMark()
{
    m_state = State::Remembering;
    m_room.askCache<Result<SyncMark>>([](Cache &cache) { return cache.syncMark(); },
                                      [this, pass = m_pass](const Result<SyncMark> &mark) {
                                          if (pass != m_pass)
                                              return;
                                          if (!mark)
                                              return failed(mark.error(), {});
                                          m_cursor = mark->cursor;
                                          setFilling(!mark->completeAt || mark->cursor.isEmpty());
                                          ask();
                                      });
}

void FeedFollower::rebuild()
{
    qCInfo(lcSync) << "the cursor cannot be continued: fetching everything again";
    endPass();
    m_pass = std::make_shared<Pass>();
    m_state = State::Rebuilding;
    m_room.askCache<Outcome>([](Cache &cache) { return cache.beginRebuild(); },
                             [this, pass = m_pass](const Outcome &begun) {
                                 if (pass != m_pass)
                                     return;
                                 if (!begun)
                                     return failed(begun.error(), {});
                                 begin();
                             });
}

// The centre is there to fill it again: now a damaged cache is worth less than none.
void FeedFollower::renew()
{
    qCWarning(lcSync) << "the cache is damaged: beginning with a new one";
    endPass();
    m_pass = std::make_shared<Pass>();
    m_state = State::Rebuilding;
    m_room.renewCache([this, pass = m_pass](const Outcome &renewed) {
        if (renewed)
            m_news.renewed(); // also when nobody follows any more
        if (pass != m_pass)
            return;
        if (!renewed)
            return failed(renewed.error(), {});
        begin();
    });
}

void FeedFollower::ask()
{
    m_state = State::Fetching;
    m_more = false;
    TransportCall call;
    call.path = QStringLiteral("/changes");
    call.query = QStringLiteral("limit=%1").arg(kPageSize);
    if (!m_cursor->isEmpty())
        call.query += QStringLiteral("&cursor=") % QString::fromLatin1(QUrl::toPercentEncoding(*m_cursor));
    m_call = m_session.send(
        std::move(call),
        [this, pass = m_pass, cursor = *m_cursor](const TransportReply &reply) {
            if (pass == m_pass)
                answered(cursor, reply);
        },
        kLongestPage);
}

void FeedFollower::answered(const QString &cursor, const TransportReply &reply)
{
    m_call.reset();
    const bool isDamaged = m_room.store().isCacheDoubted();
    if (isExpired(reply) && !cursor.isEmpty())
        return isDamaged ? renew() : rebuild();
    if (const auto problem = problemOf(reply))
        return failed(*problem, retryAfterOf(reply));
    const auto page = PageReader::readChanges(reply.body);
    if (!page)
        return failed(page.error(), {});
    if (isDamaged)
        return renew();
    const QString next = unicode((*page)->page().nextCursor);
    m_more = (*page)->page().more;
    if (m_more && next == cursor)
        return failed({Error::Kind::Invalid, QStringLiteral("wire.malformed"),
                       QStringLiteral("changes.next_cursor: more, but no further")},
                      {});
    m_cursor = next;
    if (const QString epoch = epochOf(reply); std::exchange(m_isFirstPage, false))
        m_epoch = epoch;
    else if (m_epoch != epoch)
        m_epoch.reset();
    if (std::exchange(m_wasAway, false))
        m_news.recovered();
    write(*page, cursor, m_more ? std::nullopt : serverTimeOf(reply));
    goOn();
}

void FeedFollower::write(const PagePtr &page, const QString &cursor, std::optional<Instant> completeAt)
{
    ++m_unwritten;
    m_room.askCache<Result<PageEffect>>(
        [pass = m_pass, page, cursor, completeAt,
         &store = m_room.store()](Cache &cache) -> Result<PageEffect> {
            if (pass->broken)
                return Error{Error::Kind::Cancelled, QStringLiteral("feed.broken_off"), {}};
            pass->broken = true; // until it is written
            const auto mark = cache.syncMark();
            if (!mark)
                return mark.error();
            if (mark->cursor != cursor)
                return Error{Error::Kind::Cancelled, QStringLiteral("feed.out_of_step"), {}};
            auto effect = cache.applyPage(page->page(), completeAt);
            if (!effect)
                return effect;
            pass->broken = false;
            if (!effect->changed.empty() || !effect->removed.empty())
                store.worklistTouched(cache, *effect);
            if (effect->headersChanged)
                store.headersTouched();
            if (effect->proposalsChanged)
                store.proposalsTouched();
            return effect;
        },
        [this, pass = m_pass, page, completeAt](const Result<PageEffect> &effect) {
            if (pass == m_pass)
                written(page, completeAt, effect);
        });
}

void FeedFollower::written(const PagePtr &page, std::optional<Instant> completeAt,
                           const Result<PageEffect> &effect)
{
    --m_unwritten;
    if (!effect)
        return failed(effect.error(), {});
    if (!effect->ignored.empty())
        qCWarning(lcSync) << effect->ignored.size() << "cases came with an older version than the one kept";
    m_news.problem(std::nullopt);
    if (m_filling) {
        m_fetched += static_cast<int>(page->page().changed.size() + page->page().headers.size());
        m_news.filling(true, m_fetched);
    }
    if (!effect->changed.empty())
        m_news.casesChanged();
    if (page->referenceVersion())
        m_news.newerReference(*page->referenceVersion());
    m_completeAt = completeAt;
    goOn();
}

void FeedFollower::goOn()
{
    if (m_call)
        return;
    if (m_more && m_unwritten < kMostUnwritten)
        ask();
    else if (!m_more && m_unwritten == 0)
        completed();
}

void FeedFollower::completed()
{
    m_backoff.succeeded();
    setFilling(false);
    if (m_completeAt)
        m_news.complete(m_completeAt);
    m_news.caughtUp(m_epoch);
    m_state = State::Waiting;
    if (m_again)
        return begin();
    m_alarm.setTo(jittered(pollInterval(), m_room.random()));
}

void FeedFollower::failed(const Error &error, milliseconds atLeast)
{
    endPass();
    m_cursor.reset(); // what is stored counts
    m_state = State::Waiting;
    if (error.kind == Error::Kind::Unauthenticated && !m_session.isOpen())
        return stop(); // nobody can ask until somebody signs in
    qCInfo(lcSync) << "feed:" << error.code;
    const bool away = error.kind == Error::Kind::Offline;
    milliseconds delay = m_backoff.failed();
    if (away) {
        delay = std::min(delay, kLongestAway);
        m_wasAway = true;
    }
    m_alarm.setTo(std::max(delay, atLeast));
    const bool tellsNothing = away || error.kind == Error::Kind::Cancelled;
    m_news.problem(tellsNothing ? std::nullopt : std::optional(error));
}

void FeedFollower::endPass()
{
    m_pass.reset();
    if (m_call)
        m_session.stop(*m_call);
    m_call.reset();
    m_unwritten = 0;
    m_more = false;
    m_cursor.reset();
}

void FeedFollower::setFilling(bool filling)
{
    if (std::exchange(m_filling, filling) == filling)
        return;
    m_fetched = 0;
    m_news.filling(filling, 0);
}

milliseconds FeedFollower::pollInterval() const
{
    const ReferencePtr reference = m_room.store().reference();
    const milliseconds promised =
        reference ? std::chrono::seconds(std::max(1, reference->parameters.pollSeconds)) : kDefaultPoll;
    return m_isHinted ? std::max(promised, kHintedPoll) : promised;
}

} // namespace tawasul

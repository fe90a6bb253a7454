// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/eventlistener.h"

#include "models/sync/answers.h"
#include "models/sync/synclog.h"

namespace tawasul {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kSilence{70'000}; // three signs of life that did not come
constexpr milliseconds kNotServed{
    1'800'000};                        // a centre that knows no events may be replaced by one that does
constexpr milliseconds kStood{30'000}; // so long, and it counts as a success
constexpr milliseconds kSpreadOfHints{2'000}; // of those who hear of one change, so that not all ask at once
constexpr milliseconds kSpreadOfReturns{15'000}; // of all who listened to a centre that stopped
constexpr std::chrono::hours kLongest{12};
constexpr qsizetype kLongestLine = 1'024;

} // namespace

EventListener::EventListener(SyncRoom &room, Session &session, News news)
    : m_room(room)
    , m_session(session)
    , m_news(std::move(news))
    , m_again(room, [this] { ask(); })
    , m_hint(room, [this] { m_news.hinted(); })
    , m_backoff(room.random())
{
}

void EventListener::listen()
{
    if (!std::exchange(m_follows, true))
        ask();
}

void EventListener::stop()
{
    m_follows = false;
    m_again.silence();
    m_hint.silence();
    m_backoff.succeeded();
    if (m_call)
        m_session.stop(*m_call);
    m_call.reset();
    setListening(false);
}

void EventListener::tryAgain()
{
    if (!m_follows || m_call)
        return;
    m_backoff.succeeded();
    m_again.setTo(m_backoff.failed());
}

void EventListener::ask()
{
    if (!m_follows || m_call || !m_session.isOpen())
        return;
    m_line.clear();
    TransportCall call;
    call.path = QStringLiteral("/events");
    // As it is: what is packed waits for more to pack.
    call.headers = {{QByteArrayLiteral("Accept"), QByteArrayLiteral("text/event-stream")},
                    {QByteArrayLiteral("Accept-Encoding"), QByteArrayLiteral("identity")}};
    call.timeout = kSilence;
    call.onHead = [this](const TransportReply &head) { return seeHead(head); };
    call.onPiece = [this](const QByteArray &piece) { return take(piece); };
    const auto id = std::make_shared<Session::CallId>();
    *id = m_session.listen(
        std::move(call),
        [this, id](const TransportReply &reply) {
            if (m_call == *id)
                ended(reply);
        },
        kLongest);
    m_call = *id;
}

milliseconds EventListener::upTo(milliseconds most)
{
    return milliseconds(
        static_cast<std::int64_t>(m_room.random().next() % static_cast<std::uint64_t>(most.count())));
}

bool EventListener::seeHead(const TransportReply &head)
{
    if (!m_call || !head.header("Content-Type").startsWith("text/event-stream"))
        return false;
    m_heardSince = m_room.clock().monotonic();
    setListening(true);
    m_hint.setTo(upTo(kSpreadOfHints)); // for what came before
    return true;
}

// Lines of "data: …" say that something changed; comments and all else are signs of life.
bool EventListener::take(const QByteArray &piece)
{
    m_line += piece;
    bool isHint = false;
    for (qsizetype end = m_line.indexOf('\n'); end >= 0; end = m_line.indexOf('\n')) {
        isHint = isHint || m_line.startsWith("data:");
        m_line.remove(0, end + 1);
    }
    if (isHint && !m_hint.isSet())
        m_hint.setTo(upTo(kSpreadOfHints));
    return m_line.size() <= kLongestLine;
}

void EventListener::ended(const TransportReply &reply)
{
    m_call.reset();
    const bool stood = m_isListening && m_room.clock().monotonic() - m_heardSince >= kStood;
    setListening(false);
    if (stood)
        m_backoff.succeeded();
    milliseconds wait = std::max(m_backoff.failed(), retryAfterOf(reply)) + upTo(kSpreadOfReturns);
    if (reply.answered() && (reply.status == 404 || reply.status == 405))
        wait = kNotServed;
    qCDebug(lcSync) << "events:" << reply.status << reply.detail;
    if (m_follows)
        m_again.setTo(wait);
}

void EventListener::setListening(bool isListening)
{
    if (std::exchange(m_isListening, isListening) != isListening)
        m_news.isListening(isListening);
}

} // namespace tawasul

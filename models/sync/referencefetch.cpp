// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/referencefetch.h"

#include "models/protocol/centrekeycodec.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/referencecodec.h"
#include "models/sync/answers.h"
#include "models/sync/synclog.h"

namespace tawasul {

ReferenceFetch::ReferenceFetch(SyncRoom &room, Session &session, News news)
    : m_room(room)
    , m_session(session)
    , m_news(std::move(news))
    , m_alarm(room, [this] { fetch(); })
    , m_backoff(room.random())
{
}

void ReferenceFetch::fetch()
{
    if (std::exchange(m_busy, true))
        return;
    m_alarm.silence();
    ask();
}

void ReferenceFetch::fetchAnew()
{
    m_isAnew = true;
    ++m_round; // what was asked for may be answered with nothing
    m_busy = false;
    fetch();
}

void ReferenceFetch::fetchAfter(std::chrono::milliseconds delay)
{
    if (!m_busy)
        m_alarm.setTo(delay);
}

void ReferenceFetch::stop()
{
    ++m_round;
    m_busy = false;
    m_alarm.silence();
    m_backoff.succeeded();
}

void ReferenceFetch::ask()
{
    TransportCall call;
    call.path = QStringLiteral("/reference");
    if (const ReferencePtr known = m_room.store().reference(); known && !m_isAnew)
        call.headers = {
            {QByteArrayLiteral("If-None-Match"), wire::referenceTag(known->version, known->keys)}};
    m_session.send(std::move(call), [this, round = ++m_round](const TransportReply &reply) {
        if (round == m_round)
            answered(reply);
    });
}

void ReferenceFetch::answered(const TransportReply &reply)
{
    if (reply.answered() && reply.status == 304)
        return stored(Done{});
    if (const auto problem = problemOf(reply))
        return failed(*problem, retryAfterOf(reply));
    const auto reference =
        wire::parseObject(reply.body, QStringLiteral("reference")).and_then(wire::referenceFromJson);
    if (!reference)
        return failed(reference.error(), {});
    store(reference->version, reply.body);
}

void ReferenceFetch::store(const QString &version, const QByteArray &document)
{
    m_room.askCache<Outcome>(
        [version, document, &store = m_room.store()](Cache &cache) {
            const Outcome outcome = cache.storeReference(version, document);
            if (outcome)
                store.referenceTouched(cache);
            return outcome;
        },
        [this, round = m_round](const Outcome &outcome) {
            if (round != m_round)
                return;
            m_isAnew = m_isAnew && !outcome;
            stored(outcome);
        });
}

void ReferenceFetch::stored(const Outcome &outcome)
{
    if (!outcome)
        return failed(outcome.error(), {});
    m_busy = false;
    m_backoff.succeeded();
    m_news.problem(std::nullopt);
    m_news.stored();
}

void ReferenceFetch::failed(const Error &error, std::chrono::milliseconds atLeast)
{
    m_busy = false;
    if (error.kind == Error::Kind::Unauthenticated && !m_session.isOpen())
        return stop();
    qCInfo(lcSync) << "reference data:" << error.code;
    m_alarm.setTo(std::max(m_backoff.failed(), atLeast));
    const bool tellsNothing = error.kind == Error::Kind::Offline || error.kind == Error::Kind::Cancelled;
    m_news.problem(tellsNothing ? std::nullopt : std::optional(error));
}

} // namespace tawasul

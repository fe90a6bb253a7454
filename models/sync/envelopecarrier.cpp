// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/envelopecarrier.h"

#include "models/protocol/jsonreader.h"
#include "models/sync/answers.h"
#include "models/sync/synclog.h"

#include <algorithm>

namespace tawasul {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kAfterAbsence{10'000};
constexpr milliseconds kLongestWindow{3'600'000}; // looked at again by then, whatever the label says

// One for each envelope that was sent, and for no other.
Result<std::vector<wire::EnvelopeResult>> resultsIn(const TransportReply &reply,
                                                    const std::vector<ActId> &acts)
{
    auto results = wire::parseObject(reply.body, QStringLiteral("answer")).and_then(wire::resultsFromJson);
    if (!results)
        return results;
    const bool fits = std::equal(results->begin(), results->end(), acts.begin(), acts.end(),
                                 [](const auto &result, const ActId &act) { return result.act == act; });
    return fits
        ? std::move(results)
        : Error{Error::Kind::Corrupt, QStringLiteral("wire.malformed"), QStringLiteral("other envelopes")};
}

} // namespace

EnvelopeCarrier::EnvelopeCarrier(SyncRoom &room, Session &session, News news)
    : m_room(room)
    , m_session(session)
    , m_news(std::move(news))
    , m_backoff(room.random())
    , m_patience(room.random())
    , m_next(room, [this] { look(); })
{
}

void EnvelopeCarrier::setMayGo(bool mayGo)
{
    if (std::exchange(m_mayGo, mayGo) == mayGo || !mayGo)
        return;
    // The centre is there again, and what was waited for may have been its absence; but where only these
    // calls get lost, they do not go without end.
    const milliseconds now = m_room.clock().monotonic();
    m_heldUntil = std::min(m_heldUntil, now + kAfterAbsence);
    m_restsUntil = std::min(m_restsUntil, now + kAfterAbsence);
    if (m_heldUntil > now)
        m_next.setTo(m_heldUntil - now);
    look();
}

bool EnvelopeCarrier::maySend() const
{
    return m_mayGo && m_session.isOpen() && m_heldUntil <= m_room.clock().monotonic() && m_news.isFree();
}

void EnvelopeCarrier::look()
{
    const QString &root = m_room.store().envelopesFolder();
    if (root.isEmpty() || std::exchange(m_isBusy, true))
        return;
    wakeThose();
    using Load = Result<EnvelopeLoad>;
    m_room.askJournal<Load>(
        [root, now = m_room.clock().now(), mayTake = maySend(), resting = m_resting](Journal &journal) {
            return loadEnvelopes(journal, root, now, mayTake, resting);
        },
        [this](const Load &load) { loaded(load); });
}

void EnvelopeCarrier::loaded(const Result<EnvelopeLoad> &load)
{
    if (!load) {
        m_isBusy = false;
        qCWarning(lcSync) << "envelopes:" << load.error().code;
        return tryLater();
    }
    m_news.counted(load->waiting);
    if (!load->envelopes.empty())
        return send(load->envelopes);
    m_isBusy = false;
    waitFor(load->nextDue);
}

// The first of what is waited for: the end of a recall window, of a back-off, of a rest.
void EnvelopeCarrier::waitFor(const std::optional<Instant> &nextDue)
{
    std::optional<milliseconds> wait;
    const auto noLongerThan = [&wait](milliseconds time) { wait = std::min(wait.value_or(time), time); };
    const milliseconds now = m_room.clock().monotonic();
    if (nextDue)
        noLongerThan(std::clamp(std::chrono::duration_cast<milliseconds>(*nextDue - m_room.clock().now()),
                                milliseconds(1'000), kLongestWindow));
    if (m_heldUntil > now)
        noLongerThan(m_heldUntil - now);
    if (!m_resting.empty())
        noLongerThan(std::max(m_restsUntil - now, milliseconds(0)));
    if (wait)
        m_next.setTo(*wait);
}

void EnvelopeCarrier::send(const std::vector<wire::SealedEnvelope> &envelopes)
{
    std::vector<Sent> sent;
    for (const wire::SealedEnvelope &envelope : envelopes)
        sent.push_back({envelope.act, envelope.lane});
    TransportCall call;
    call.method = "POST";
    call.path = QStringLiteral("/envelopes");
    call.headers = {jsonContent()};
    call.body = wire::toBytes(wire::envelopesToJson(envelopes));
    m_session.send(std::move(call), [this, sent](const TransportReply &reply) { answered(sent, reply); });
}

void EnvelopeCarrier::answered(const std::vector<Sent> &sent, const TransportReply &reply)
{
    std::vector<ActId> acts;
    for (const Sent &each : sent)
        acts.push_back(each.act);
    auto problem = problemOf(reply);
    const auto results =
        problem ? Result<std::vector<wire::EnvelopeResult>>(*problem) : resultsIn(reply, acts);
    if (!results) { // they lie where they lay, and go again
        m_isBusy = false;
        if (results.error().kind != Error::Kind::Offline && results.error().kind != Error::Kind::Cancelled)
            qCInfo(lcSync) << "envelopes not taken:" << results.error().code;
        return tryLater(retryAfterOf(reply));
    }
    restThose(sent, *results);
    m_room.askJournal<Outcome>([root = m_room.store().envelopesFolder(), decided = *results](
                                   Journal &journal) { return unloadEnvelopes(journal, root, decided); },
                               [this](const Outcome &outcome) { unloaded(outcome); });
}

void EnvelopeCarrier::wakeThose()
{
    if (m_restsUntil <= m_room.clock().monotonic())
        m_resting.clear();
}

// What is put off would be first in every call, being the oldest, and nothing else would ever go.
void EnvelopeCarrier::restThose(const std::vector<Sent> &sent,
                                const std::vector<wire::EnvelopeResult> &results)
{
    wakeThose();
    RestingLanes putOff;
    for (std::size_t n = 0; n < results.size(); ++n) {
        if (results[n].outcome == wire::EnvelopeOutcome::Later)
            putOff.insert(sent[n].lane);
    }
    if (putOff.empty() && m_resting.empty())
        m_patience.succeeded();
    if (!putOff.empty() && m_resting.empty())
        m_restsUntil = m_room.clock().monotonic() + m_patience.failed();
    m_resting.merge(putOff);
}

void EnvelopeCarrier::unloaded(const Outcome &outcome)
{
    m_isBusy = false;
    if (!outcome) {
        qCWarning(lcSync) << "envelopes:" << outcome.error().code;
        tryLater();
        return;
    }
    m_backoff.succeeded();
    look(); // there may be more
}

void EnvelopeCarrier::tryLater(milliseconds atLeast)
{
    const milliseconds wait = std::max(m_backoff.failed(), atLeast);
    m_heldUntil = m_room.clock().monotonic() + wait;
    m_next.setTo(wait);
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/outboxreporter.h"

#include "models/protocol/jsonreader.h"
#include "models/protocol/leavecodec.h"
#include "models/sync/answers.h"
#include "models/sync/synclog.h"

namespace tawasul {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kTogether{3'000};
// A drain of thousands may take minutes; a word now and then is not in its way.
constexpr milliseconds kLongestSilence{30'000};

} // namespace

OutboxReporter::OutboxReporter(SyncRoom &room, Session &session, std::function<bool()> isFree)
    : m_room(room)
    , m_session(session)
    , m_isFree(std::move(isFree))
    , m_next(room, [this] { read(); })
    , m_backoff(room.random())
{
}

void OutboxReporter::begin()
{
    ++m_round;
    m_told.reset();
    m_backoff.succeeded();
    look();
}

void OutboxReporter::setMayGo(bool mayGo)
{
    if (std::exchange(m_mayGo, mayGo) == mayGo)
        return;
    if (!mayGo)
        m_next.silence();
    else if (m_wants)
        m_next.setTo(kTogether);
}

void OutboxReporter::look()
{
    if (!std::exchange(m_wants, true))
        m_lookedAt = m_room.clock().monotonic();
    if (m_mayGo && !m_isBusy && !m_next.isSet())
        m_next.setTo(kTogether);
}

void OutboxReporter::read()
{
    if (!m_mayGo || !m_session.isOpen() || m_isBusy)
        return;
    const bool isOverdue = m_room.clock().monotonic() - m_lookedAt >= kLongestSilence;
    if (!m_isFree() && !isOverdue)
        return m_next.setTo(kTogether);
    m_wants = false;
    m_isBusy = true;
    m_room.askJournal<Result<UnsentActs>>([](Journal &journal) { return journal.unsentActs(); },
                                          [this](const Result<UnsentActs> &unsent) { send(unsent); });
}

void OutboxReporter::send(const Result<UnsentActs> &unsent)
{
    if (!unsent || (m_told && *unsent == *m_told)) {
        m_isBusy = false;
        if (m_wants)
            m_next.setTo(kTogether);
        return;
    }
    TransportCall call;
    call.method = "PUT";
    call.path = QStringLiteral("/session/outbox");
    call.headers = {jsonContent()};
    call.body = wire::toBytes(wire::unsentFormToJson({{}, unsent->count, unsent->oldest, {}}));
    m_session.send(std::move(call), [this, told = *unsent, round = m_round](const TransportReply &reply) {
        m_isBusy = false;
        if (round == m_round)
            answered(told, reply);
        else
            look();
    });
}

void OutboxReporter::answered(const UnsentActs &told, const TransportReply &reply)
{
    constexpr int kTaken = 204; // a portal on the way says 200
    const auto problem = problemOf(reply);
    if (!problem && reply.status == kTaken) {
        m_backoff.succeeded();
        m_told = told;
        if (m_wants)
            m_next.setTo(kTogether);
        return;
    }
    // A centre that takes no such word will not take the next.
    if (problem
        && isCentresRefusal(*problem,
                            {QLatin1String("route."), QLatin1String("wire."), QLatin1String("outbox.")})) {
        qCInfo(lcSync) << "unsent acts are not told:" << problem->code;
        m_told = told;
        return;
    }
    m_wants = true;
    if (m_mayGo)
        m_next.setTo(std::max({m_backoff.failed(), kTogether, retryAfterOf(reply)}));
}

} // namespace tawasul

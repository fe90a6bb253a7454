// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/session.h"

#include "models/protocol/fields.h"
#include "models/protocol/jsonreader.h"
#include "models/sync/answers.h"
#include "models/sync/signin.h"

namespace tawasul {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kEarliestRenewal{60'000}; // before the end; a fifth of a shorter life
constexpr milliseconds kLongestFarewell{2'000};  // somebody waits before a closed screen
constexpr milliseconds kLongestRenewal{60'000};
constexpr int kMostRefusals = 3;

TransportReply unauthenticated()
{
    TransportReply reply;
    reply.status = 401;
    return reply;
}

} // namespace

Session::Session(SyncRoom &room, News news)
    : m_room(room)
    , m_news(std::move(news))
{
}

void Session::begin(SessionTokens tokens)
{
    ++m_generation;
    m_renewing = false;
    accept(std::move(tokens));
    m_open = true;
    dispatchWaiting();
}

void Session::accept(SessionTokens tokens)
{
    m_tokens = std::move(tokens);
    const milliseconds life = m_tokens.expiresIn;
    m_renewAt = m_room.clock().monotonic() + life - std::min(life / 5, kEarliestRenewal);
}

void Session::epochMet()
{
    ++m_epochsMet;
}

void Session::end()
{
    ++m_generation;
    m_open = false;
    m_renewing = false;
    m_tokens = {};
    std::vector<CallId> open;
    for (const auto &[id, ticket] : m_tickets)
        open.push_back(id);
    for (const CallId id : open)
        stop(id);
}

void Session::signOut(std::function<void()> done)
{
    if (!m_open)
        return done();
    TransportCall call;
    call.method = "DELETE";
    call.path = QStringLiteral("/session");
    const auto once = [done = std::move(done), isDone = std::make_shared<bool>(false)] {
        if (!std::exchange(*isDone, true))
            done();
    };
    send(
        std::move(call), [once](const TransportReply &) { once(); }, kLongestFarewell);
    // The call may never leave: while the tokens are being renewed it waits for them.
    m_room.postAfter(kLongestFarewell, once);
}

void Session::leaveQuietly()
{
    if (m_open)
        signOutQuietly(m_room.transport(), m_tokens.access);
}

Session::CallId Session::send(TransportCall call, Answer answer, milliseconds longest)
{
    const CallId id = ++m_last;
    if (call.onHead)
        call.onHead = Gate::guardedQuestion<const TransportReply &>(m_room.gate(), std::move(call.onHead));
    if (call.onPiece)
        call.onPiece = Gate::guardedQuestion<const QByteArray &>(m_room.gate(), std::move(call.onPiece));
    m_tickets.emplace(id, Ticket{std::move(call), std::move(answer), longest, {}, {}, 0, false, false});
    if (!m_open)
        m_room.post([this, id] { deliver(id, unauthenticated()); });
    else if (m_renewing || isRenewalDue())
        renew();
    else
        dispatch(id);
    return id;
}

Session::CallId Session::listen(TransportCall call, Answer answer, milliseconds longest)
{
    const CallId id = send(std::move(call), std::move(answer), longest);
    m_tickets.at(id).isListening = true; // nothing is answered inside send()
    return id;
}

void Session::stop(CallId id)
{
    const auto found = m_tickets.find(id);
    if (found == m_tickets.end())
        return;
    if (found->second.underWay)
        return m_room.transport().stop(*found->second.underWay);
    m_room.post([this, id] {
        TransportReply reply;
        reply.failure = TransportReply::Failure::Stopped;
        deliver(id, std::move(reply));
    });
}

bool Session::isRenewalDue() const
{
    return m_room.clock().monotonic() >= m_renewAt;
}

void Session::dispatch(CallId id)
{
    Ticket &ticket = m_tickets.at(id);
    ticket.token = m_tokens.access;
    ticket.epochsMet = m_epochsMet;
    TransportCall call = ticket.call;
    call.headers.append({QByteArrayLiteral("Authorization"), "Bearer " + m_tokens.access.toLatin1()});
    ticket.underWay = m_room.transport().send(
        std::move(call), Gate::guarded<TransportReply>(m_room.gate(), [this, id](TransportReply reply) {
            answered(id, std::move(reply));
        }));
    m_room.postAfter(ticket.longest, [this, id, attempt = *ticket.underWay] {
        const auto found = m_tickets.find(id);
        if (found == m_tickets.end() || found->second.underWay != attempt)
            return;
        found->second.overdue = true;
        m_room.transport().stop(attempt);
    });
}

void Session::dispatchWaiting()
{
    std::vector<CallId> waiting;
    for (const auto &[id, ticket] : m_tickets) {
        if (!ticket.underWay)
            waiting.push_back(id);
    }
    for (const CallId id : waiting)
        dispatch(id);
}

void Session::answered(CallId id, TransportReply reply)
{
    const auto found = m_tickets.find(id);
    if (found == m_tickets.end())
        return;
    found->second.underWay.reset();
    if (found->second.isListening && (!reply.answered() || reply.status != 401))
        return deliver(id, std::move(reply));
    if (!reply.answered()) {
        if (found->second.overdue && reply.failure == TransportReply::Failure::Stopped)
            reply.failure = TransportReply::Failure::Offline;
        tellWhetherReached(reply);
        return deliver(id, std::move(reply));
    }
    if (reply.status == 401)
        return refused(id, std::move(reply));
    if (const auto time = serverTimeOf(reply))
        m_news.serverTime(*time);
    if (found->second.epochsMet == m_epochsMet) // else it may have come from before the centre was restored
        m_news.epoch(epochOf(reply));
    tellWhetherReached(reply);
    deliver(id, std::move(reply));
}

void Session::tellWhetherReached(const TransportReply &reply)
{
    if (reply.failure != TransportReply::Failure::Stopped)
        m_news.reached(reply.failure != TransportReply::Failure::Offline);
}

void Session::refused(CallId id, TransportReply reply)
{
    Ticket &ticket = m_tickets.at(id);
    if (!m_open || ++ticket.refusals > kMostRefusals) {
        const auto problem = problemOf(reply);
        if (m_open && problem && isEndOfSession(*problem))
            endByCentre();
        return deliver(id, std::move(reply));
    }
    if (ticket.token != m_tokens.access && !m_renewing)
        return dispatch(id); // another call renewed it meanwhile
    renew();
}

void Session::renew()
{
    if (std::exchange(m_renewing, true))
        return;
    TransportCall call;
    call.method = "POST";
    call.path = QStringLiteral("/session/refresh");
    call.headers = {jsonContent()};
    call.body = wire::toBytes({{wire::field::kRefreshToken, m_tokens.refresh}});
    const auto renewal = m_room.transport().send(
        std::move(call),
        Gate::guarded<TransportReply>(m_room.gate(),
                                      [this, generation = m_generation](const TransportReply &reply) {
                                          if (generation == m_generation)
                                              renewed(reply);
                                      }));
    m_renewal = renewal;
    m_room.postAfter(kLongestRenewal, [this, renewal] {
        if (m_renewing && m_renewal == renewal)
            m_room.transport().stop(renewal);
    });
}

void Session::renewed(const TransportReply &reply)
{
    m_renewing = false;
    const auto grant = sessionGrantIn(reply);
    if (grant) {
        accept({grant->accessToken, grant->refreshToken, std::chrono::seconds(grant->expiresIn)});
        return dispatchWaiting();
    }
    if (isEndOfSession(grant.error()))
        return endByCentre();
    // The refresh token may still be good: whoever calls next tries it again.
    m_renewAt = m_room.clock().monotonic();
    TransportReply failed = reply;
    // An answer that makes no sense, or that nobody waited for any more, is as good as lost.
    if (!problemOf(reply) || reply.failure == TransportReply::Failure::Stopped) {
        failed.failure = TransportReply::Failure::Offline;
        failed.detail = grant.error().detail;
    }
    tellWhetherReached(failed);
    failed.neverLeft = true; // what waits did not set out, or was refused for the token
    deliverWaiting(failed);
}

void Session::endByCentre()
{
    m_open = false;
    m_tokens = {};
    deliverWaiting(unauthenticated());
    m_news.ended();
}

void Session::deliverWaiting(const TransportReply &reply)
{
    std::vector<CallId> waiting;
    for (const auto &[id, ticket] : m_tickets) {
        if (!ticket.underWay)
            waiting.push_back(id);
    }
    for (const CallId id : waiting)
        deliver(id, reply);
}

void Session::deliver(CallId id, TransportReply reply)
{
    auto node = m_tickets.extract(id);
    if (!node.empty())
        node.mapped().answer(std::move(reply));
}

} // namespace tawasul

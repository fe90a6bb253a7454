// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/simlink.h"

namespace tawasul {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kUnreachable{200};

TransportReply offline()
{
    TransportReply reply;
    reply.failure = TransportReply::Failure::Offline;
    return reply;
}

bool isAct(const TransportCall &call)
{
    return call.method == "PUT" && call.path.startsWith(QLatin1String("/cases/"));
}

} // namespace

SimLink::SimLink(World &world, SimCentre &centre, World::Thread &network)
    : m_world(world)
    , m_centre(centre)
    , m_network(network)
    , m_wire(world.makeThread())
{
}

milliseconds SimLink::delay()
{
    return milliseconds(1 + m_world.drawn(slowestMs));
}

Transport::CallId SimLink::send(TransportCall call, Answer answer)
{
    const CallId id = ++m_last;
    m_open.emplace(id, std::move(answer));
    if (isAct(call)) {
        ++sentActs;
        m_openActs.insert(id);
        mostActsAtOnce = std::max(mostActsAtOnce, m_openActs.size());
    }
    m_world.trace().add(id);
    if (isCut) {
        deliver(id, offline(), m_world.chance(50) ? kUnreachable : call.timeout);
        return id;
    }
    if (m_world.chance(lossPercent)) {
        m_world.say(u"lost on the way there: " % QString::fromLatin1(call.method) % u' ' % call.path);
        deliver(id, offline(), call.timeout);
        return id;
    }
    const int incarnation = m_centre.incarnation();
    const int copies = m_world.chance(doublePercent) ? 2 : 1;
    for (int copy = 0; copy < copies; ++copy) {
        m_wire.postAfter(delay(),
                         [this, id, call, incarnation, copy] { arrive(id, call, incarnation, copy > 0); });
    }
    return id;
}

void SimLink::arrive(CallId id, const TransportCall &call, int incarnation, bool isDouble)
{
    if (isCut || !m_centre.isUp() || m_centre.incarnation() != incarnation) {
        if (!isDouble)
            deliver(id, offline(), isCut ? call.timeout : kUnreachable);
        return;
    }
    m_centre.ask(call, [this, id, call, isDouble](const TransportReply &reply) {
        if (!isDouble)
            answered(id, call, reply);
    });
}

void SimLink::answered(CallId id, const TransportCall &call, const TransportReply &reply)
{
    if (call.path == QLatin1String("/envelopes") && reply.status == 200)
        carried += static_cast<int>(reply.body.count("\"applied\""));
    if (m_world.trace().inWords() && call.path != QLatin1String("/changes")) {
        m_world.say(u"centre says " % QString::number(reply.status) % u" to "
                    % QString::fromLatin1(call.method) % u' ' % call.path % u' '
                    % QString::fromUtf8(reply.status >= 400 ? reply.body.left(160) : QByteArray()));
    } else {
        m_world.trace().add(static_cast<std::uint64_t>(reply.status));
    }
    const bool isReceipt = isAct(call) && losesReceipts && m_world.chance(60);
    if (isCut || isReceipt || m_world.chance(lossPercent)) {
        m_world.say(u"lost on the way back: " % QString::fromLatin1(call.method) % u' ' % call.path);
        return deliver(id, offline(), call.timeout);
    }
    if (m_world.chance(strangerPercent)) {
        TransportReply stranger;
        static constexpr std::array kStatuses{200, 302, 403, 404, 502, 503};
        stranger.status = kStatuses.at(static_cast<std::size_t>(m_world.drawn(6)));
        stranger.body = "<html>";
        return deliver(id, stranger, delay());
    }
    deliver(id, reply, delay());
}

void SimLink::deliver(CallId id, TransportReply reply, milliseconds after)
{
    m_network.postAfter(after, [this, id, reply = std::move(reply)] {
        const auto open = m_open.extract(id);
        m_openActs.erase(id);
        if (!open.empty())
            open.mapped()(reply);
    });
}

void SimLink::stop(CallId id)
{
    TransportReply reply;
    reply.failure = TransportReply::Failure::Stopped;
    deliver(id, reply, milliseconds(0));
}

} // namespace tawasul

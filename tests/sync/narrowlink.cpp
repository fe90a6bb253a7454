// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/narrowlink.h"

namespace tawasul {

namespace {

using Failure = TransportReply::Failure;
using std::chrono::milliseconds;

constexpr milliseconds kTick{20};
constexpr qsizetype kPacket = 1'400;
constexpr qsizetype kHead = 400; // of an answer

} // namespace

NarrowLink::NarrowLink(Transport &centre, Executor &network, const Clock &clock, Measure measure,
                       unsigned seed)
    : m_centre(centre)
    , m_network(network)
    , m_clock(clock)
    , m_measure(measure)
    , m_chance(seed)
{
}

void NarrowLink::say(const char *how, const TransportCall &call)
{
    QString path = call.path;
    if (path.startsWith(QLatin1String("/attachments/")))
        path.truncate(QLatin1String("/attachments/").size() + 4);
    if (path.contains(QLatin1String("/acts/")))
        path = QStringLiteral("act");
    m_events += QLatin1String(how) % u' ' % QString::fromLatin1(call.method) % u' ' % path;
    m_times.push_back(m_clock.monotonic());
}

Transport::CallId NarrowLink::send(TransportCall call, Answer answer)
{
    const CallId id = ++m_last;
    say("sent", call);
    m_open.emplace(id, Open{std::move(call), std::move(answer), {}, {}, 0, {}, false});
    m_network.postAfter(m_measure.roundTrip / 2, [this, id] { arrive(id); });
    return id;
}

void NarrowLink::arrive(CallId id)
{
    const auto found = m_open.find(id);
    if (found == m_open.end())
        return;
    TransportCall call = found->second.call;
    call.onHead = nullptr; // pieces are for the line to give
    call.onPiece = nullptr;
    found->second.atCentre = m_centre.send(std::move(call), [this, id](TransportReply reply) {
        const auto open = m_open.find(id);
        if (open == m_open.end())
            return;
        open->second.reply = std::move(reply);
        open->second.heldUntil = m_clock.monotonic() + m_measure.roundTrip / 2;
        if (!std::exchange(m_ticks, true))
            m_network.postAfter(kTick, [this] { tick(); });
    });
}

// What one tick carries goes round in packets among all whose turn it is, as among connections of one line.
void NarrowLink::tick()
{
    auto left = static_cast<qsizetype>(m_measure.kbit * kTick.count() / 8);
    std::map<CallId, qsizetype> shares;
    std::vector<CallId> ready;
    for (const auto &[id, open] : m_open) {
        if (open.reply && open.heldUntil <= m_clock.monotonic())
            ready.push_back(id);
    }
    if (!ready.empty()) {
        const qsizetype share = std::max<qsizetype>(1, left / static_cast<qsizetype>(ready.size()));
        for (const CallId id : ready)
            carry(id, share);
    }
    m_ticks = std::any_of(m_open.begin(), m_open.end(), [](const auto &open) { return open.second.reply; });
    if (m_ticks)
        m_network.postAfter(kTick, [this] { tick(); });
}

void NarrowLink::carry(CallId id, qsizetype bytes)
{
    const auto found = m_open.find(id);
    if (found == m_open.end())
        return;
    Open &open = found->second;
    const TransportReply &reply = *open.reply;
    m_carried += bytes;
    const bool streams = open.call.onPiece && reply.answered() && reply.status >= 200 && reply.status < 300;
    const qsizetype from = std::max<qsizetype>(0, open.given - kHead);
    open.given += bytes;
    const qsizetype to = std::min(std::max<qsizetype>(0, open.given - kHead), reply.body.size());
    if (m_chance() % 10'000 < static_cast<quint64>(m_measure.lossPercent * 100 * bytes / kPacket))
        open.heldUntil = m_clock.monotonic() + m_measure.roundTrip;
    TransportReply whole = reply;
    const bool isOver = open.given >= kHead + reply.body.size();
    if (streams) {
        whole.body.clear();
        const QByteArray piece = reply.body.mid(from, to - from);
        bool goesOn = open.headGiven || !open.call.onHead || open.call.onHead(whole);
        open.headGiven = true;
        if (goesOn && !piece.isEmpty())
            goesOn = open.call.onPiece(piece);
        if (!goesOn) {
            whole.failure = Failure::Stopped;
            return finish(id, whole, "stopped");
        }
    }
    if (isOver)
        finish(id, whole, "came");
}

void NarrowLink::finish(CallId id, TransportReply reply, const char *how)
{
    auto node = m_open.extract(id);
    if (node.empty())
        return;
    say(how, node.mapped().call);
    node.mapped().answer(std::move(reply));
}

void NarrowLink::stop(CallId id)
{
    m_network.post([this, id] {
        const auto found = m_open.find(id);
        if (found != m_open.end() && found->second.atCentre && !found->second.reply)
            m_centre.stop(*found->second.atCentre);
        TransportReply reply;
        reply.failure = Failure::Stopped;
        finish(id, reply, "stopped");
    });
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/executor.h"
#include "models/sync/transport.h"

#include <QtCore/QStringList>

#include <map>
#include <random>

namespace tawasul {

/// A narrow, long line before a centre, in the test's time: calls take half a round trip to arrive, their
/// answers share one rate and come piece by piece, and a lost packet holds the rest of its answer up for a
/// round trip. Keeps what was said in which order.
class NarrowLink final : public Transport
{
public:
    struct Measure
    {
        int kbit = 256;
        std::chrono::milliseconds roundTrip{600};
        int lossPercent = 2; ///< of packets
    };

    NarrowLink(Transport &centre, Executor &network, const Clock &clock, Measure measure, unsigned seed);

    CallId send(TransportCall call, Answer answer) override;
    void stop(CallId id) override;

    /// "sent GET /changes", "came GET /changes", "stopped GET /attachments/…", in order; attachments by the
    /// first four letters of their name.
    [[nodiscard]] const QStringList &events() const { return m_events; }
    /// When each of them was.
    [[nodiscard]] const QList<std::chrono::milliseconds> &times() const { return m_times; }
    [[nodiscard]] qint64 bytesCarried() const { return m_carried; }

private:
    struct Open
    {
        TransportCall call;
        Answer answer;
        std::optional<TransportReply> reply; ///< once the centre has said it
        std::optional<CallId> atCentre;
        qsizetype given = 0;
        std::chrono::milliseconds heldUntil{}; ///< half a round trip, or a lost packet
        bool headGiven = false;
    };

    void arrive(CallId id);
    void tick();
    void carry(CallId id, qsizetype bytes);
    void finish(CallId id, TransportReply reply, const char *how);
    void say(const char *how, const TransportCall &call);

    Transport &m_centre;
    Executor &m_network;
    const Clock &m_clock;
    const Measure m_measure;
    std::mt19937_64 m_chance;
    std::map<CallId, Open> m_open;
    CallId m_last = 0;
    bool m_ticks = false;
    qint64 m_carried = 0;
    QStringList m_events;
    QList<std::chrono::milliseconds> m_times;
};

} // namespace tawasul

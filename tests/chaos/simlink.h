// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/chaos/simcentre.h"

#include <map>
#include <set>

namespace tawasul {

/// The network between one machine and the centre: loses, doubles, delays and reorders requests and answers,
/// and puts a stranger's page in the way. Connections break when the centre goes.
class SimLink final : public Transport
{
public:
    SimLink(World &world, SimCentre &centre, World::Thread &network);

    // What the weather is.
    bool isCut = false;      ///< nothing arrives
    int lossPercent = 0;     ///< of requests, and again of answers
    int doublePercent = 0;   ///< of requests: they arrive twice
    int strangerPercent = 0; ///< of answers: a proxy speaks instead of the centre
    int slowestMs = 30;
    /// Answers to acts are lost after the centre took them.
    bool losesReceipts = false;

    // What was seen of the desk.
    int sentActs = 0; ///< calls with one
    std::size_t mostActsAtOnce = 0;
    int carried = 0; ///< acts of others that the centre took out of envelopes brought here

    CallId send(TransportCall call, Answer answer) override;
    void stop(CallId id) override;

    /// The machine is gone; what it sent may still arrive.
    void forget()
    {
        m_open.clear();
        m_openActs.clear();
    }

private:
    void arrive(CallId id, const TransportCall &call, int incarnation, bool isDouble);
    void answered(CallId id, const TransportCall &call, const TransportReply &reply);
    void deliver(CallId id, TransportReply reply, std::chrono::milliseconds after);
    [[nodiscard]] std::chrono::milliseconds delay();

    World &m_world;
    SimCentre &m_centre;
    World::Thread &m_network;
    World::Thread &m_wire;
    std::map<CallId, Answer> m_open;
    std::set<CallId> m_openActs;
    CallId m_last = 0;
};

} // namespace tawasul

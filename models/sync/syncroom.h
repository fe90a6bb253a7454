// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/executor.h"
#include "models/domain/uuid.h"
#include "models/store/store.h"
#include "models/sync/gate.h"
#include "models/sync/transport.h"

namespace tawasul {

/// What all parts of the engine work with, and the only ways in which they leave the network's thread and
/// come back to it.
class SyncRoom
{
public:
    SyncRoom(Store &store, Transport &transport, Executor &network, const Clock &clock, Random &random)
        : m_store(store)
        , m_transport(transport)
        , m_network(network)
        , m_clock(clock)
        , m_random(random)
    {
    }

    [[nodiscard]] Store &store() { return m_store; }
    [[nodiscard]] Transport &transport() { return m_transport; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] Random &random() { return m_random; }
    [[nodiscard]] const std::shared_ptr<Gate> &gate() const { return m_gate; }

    void post(std::function<void()> job) { m_network.post(Gate::guarded(m_gate, std::move(job))); }
    void postAfter(std::chrono::milliseconds delay, std::function<void()> job)
    {
        m_network.postAfter(delay, Gate::guarded(m_gate, std::move(job)));
    }

    /// Does `work` on the journal's thread and hands its answer to `then` here.
    template<class Answer>
    void askJournal(std::function<Answer(Journal &)> work, std::function<void(Answer)> then)
    {
        m_store.withJournal(asking<Answer, Journal>(std::move(work), std::move(then)));
    }
    template<class Answer>
    void askCache(std::function<Answer(Cache &)> work, std::function<void(Answer)> then)
    {
        m_store.withCache(asking<Answer, Cache>(std::move(work), std::move(then)));
    }
    template<class Answer>
    void askReader(std::function<Answer(CacheReader &)> work, std::function<void(Answer)> then)
    {
        m_store.withReader(asking<Answer, CacheReader>(std::move(work), std::move(then)));
    }

    /// Store::renewCache(), and how it went here.
    void renewCache(std::function<void(Outcome)> then)
    {
        m_store.renewCache([&network = m_network, back = Gate::guarded<Outcome>(m_gate, std::move(then))](
                               const Outcome &renewed) { network.post([back, renewed] { back(renewed); }); });
    }

private:
    template<class Answer, class Where>
    std::function<void(Where &)> asking(std::function<Answer(Where &)> work, std::function<void(Answer)> then)
    {
        return [&network = m_network, work = std::move(work),
                back = Gate::guarded<Answer>(m_gate, std::move(then))](Where &where) {
            Answer answer = work(where);
            network.post([back, answer = std::move(answer)] { back(answer); });
        };
    }

    Store &m_store;
    Transport &m_transport;
    Executor &m_network;
    const Clock &m_clock;
    Random &m_random;
    std::shared_ptr<Gate> m_gate = std::make_shared<Gate>();
};

} // namespace tawasul

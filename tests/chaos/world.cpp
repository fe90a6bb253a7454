// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/world.h"

#include "tests/support/samplecase.h"

namespace tawasul {

using std::chrono::milliseconds;

void World::Thread::postAfter(milliseconds delay, std::function<void()> job)
{
    m_jobs.emplace(std::pair(m_world.m_now + delay, ++m_world.m_posted), std::move(job));
}

void World::Thread::forget()
{
    // What jobs hold may post when it goes.
    while (!m_jobs.empty())
        std::exchange(m_jobs, {}).clear();
}

void World::Thread::drain()
{
    while (isDue())
        runFirst();
}

bool World::Thread::isDue() const
{
    return !m_jobs.empty() && m_jobs.begin()->first.first <= m_world.m_now;
}

void World::Thread::runFirst()
{
    const auto job = m_jobs.extract(m_jobs.begin());
    ++m_world.m_ran;
    job.mapped()();
}

World::World(std::uint64_t seed, bool inWords)
    : m_trace(inWords)
    , m_random(seed)
{
}

World::~World()
{
    for (const auto &thread : m_threads)
        thread->forget();
}

World::Thread &World::makeThread()
{
    m_threads.push_back(std::make_unique<Thread>(*this));
    return *m_threads.back();
}

int World::drawn(int below)
{
    return static_cast<int>(m_random.next() % static_cast<std::uint64_t>(below));
}

bool World::runOne()
{
    std::vector<std::size_t> due;
    for (std::size_t i = 0; i < m_threads.size(); ++i) {
        if (m_threads[i]->isDue())
            due.push_back(i);
    }
    if (due.empty())
        return false;
    const std::size_t chosen = due[m_random.next() % due.size()];
    m_trace.add(chosen);
    m_threads[chosen]->runFirst();
    if (m_afterEachJob)
        m_afterEachJob();
    return true;
}

void World::pass(milliseconds time)
{
    const milliseconds end = m_now + time;
    while (true) {
        while (runOne()) {}
        std::optional<milliseconds> next;
        for (const auto &thread : m_threads) {
            if (!thread->m_jobs.empty())
                next = std::min(next.value_or(milliseconds::max()), thread->m_jobs.begin()->first.first);
        }
        if (!next || *next > end)
            break;
        m_now = *next;
    }
    m_now = end;
}

MachineClock::MachineClock(const World &world)
    : m_world(world)
{
}

Instant MachineClock::now() const
{
    return sampleNow() + m_world.now() + m_offset;
}

milliseconds MachineClock::monotonic() const
{
    return m_world.now() - m_started + milliseconds(1'000);
}

} // namespace tawasul

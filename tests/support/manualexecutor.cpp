// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manualexecutor.h"

#include <algorithm>
#include <list>
#include <optional>

namespace tawasul {

using std::chrono::milliseconds;

class ManualScheduler::Queue final : public Executor
{
public:
    explicit Queue(const Clock &clock)
        : m_clock(clock)
    {
    }

    void post(std::function<void()> job) override { postAfter(milliseconds(0), std::move(job)); }

    void postAfter(milliseconds delay, std::function<void()> job) override
    {
        const milliseconds at = m_clock.monotonic() + delay;
        const auto later =
            std::find_if(m_jobs.begin(), m_jobs.end(), [at](const Job &other) { return other.at > at; });
        m_jobs.insert(later, {at, std::move(job)});
    }

    [[nodiscard]] std::optional<milliseconds> next() const
    {
        return m_jobs.empty() ? std::nullopt : std::optional(m_jobs.front().at);
    }

    void runFirst()
    {
        const std::function<void()> job = std::move(m_jobs.front().job);
        m_jobs.pop_front();
        job();
    }

    [[nodiscard]] std::size_t size() const { return m_jobs.size(); }

private:
    struct Job
    {
        milliseconds at;
        std::function<void()> job;
    };

    const Clock &m_clock;
    std::list<Job> m_jobs; ///< by time, then in the order they were posted
};

ManualScheduler::ManualScheduler(TestClock &clock, std::uint64_t seed)
    : m_clock(clock)
    , m_random(seed)
{
}

ManualScheduler::~ManualScheduler() = default;

Executor &ManualScheduler::makeExecutor()
{
    m_queues.push_back(std::make_unique<Queue>(m_clock));
    return *m_queues.back();
}

std::vector<ManualScheduler::Queue *> ManualScheduler::due() const
{
    std::vector<Queue *> due;
    for (const auto &queue : m_queues) {
        if (const auto next = queue->next(); next && *next <= m_clock.monotonic())
            due.push_back(queue.get());
    }
    return due;
}

bool ManualScheduler::runOne()
{
    const std::vector<Queue *> candidates = due();
    if (candidates.empty())
        return false;
    candidates[m_random.next() % candidates.size()]->runFirst();
    return true;
}

int ManualScheduler::runAll()
{
    int count = 0;
    while (runOne())
        ++count;
    return count;
}

void ManualScheduler::advance(milliseconds by)
{
    const milliseconds end = m_clock.monotonic() + by;
    runAll();
    while (true) {
        std::optional<milliseconds> next;
        for (const auto &queue : m_queues) {
            if (const auto at = queue->next(); at && (!next || *at < *next))
                next = at;
        }
        if (!next || *next > end)
            break;
        m_clock.advance(*next - m_clock.monotonic());
        runAll();
    }
    m_clock.advance(end - m_clock.monotonic());
}

std::size_t ManualScheduler::waiting() const
{
    std::size_t count = 0;
    for (const auto &queue : m_queues)
        count += queue->size();
    return count;
}

} // namespace tawasul

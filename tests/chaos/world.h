// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/executor.h"
#include "tests/chaos/trace.h"
#include "tests/support/seededrandom.h"

#include <map>
#include <memory>
#include <vector>

namespace tawasul {

/// Time, chance and threads of a run: every thread of every machine is a queue here, and which of them goes
/// on next is drawn by lot. One real thread, no real time; the same seed, the same run.
class World
{
public:
    /// A thread of a machine.
    class Thread final : public Executor
    {
    public:
        explicit Thread(World &world)
            : m_world(world)
        {
        }
        void post(std::function<void()> job) override
        {
            postAfter(std::chrono::milliseconds(0), std::move(job));
        }
        void postAfter(std::chrono::milliseconds delay, std::function<void()> job) override;

        /// The machine died: what was to run never does.
        void forget();
        /// Runs what is due, as a thread that is joined does. Not from inside a job.
        void drain();

    private:
        friend class World;
        [[nodiscard]] bool isDue() const;
        void runFirst();

        World &m_world;
        std::map<std::pair<std::chrono::milliseconds, std::uint64_t>, std::function<void()>> m_jobs;
    };

    World(std::uint64_t seed, bool inWords);
    World(const World &) = delete;
    World &operator=(const World &) = delete;
    ~World();

    [[nodiscard]] Thread &makeThread();
    [[nodiscard]] std::chrono::milliseconds now() const { return m_now; }
    [[nodiscard]] Trace &trace() { return m_trace; }
    void say(const QString &words) { m_trace.say(m_now.count(), words); }

    // --- chance ---

    [[nodiscard]] Random &random() { return m_random; }
    /// 0 … below - 1.
    [[nodiscard]] int drawn(int below);
    [[nodiscard]] bool chance(int percent) { return drawn(100) < percent; }

    // --- running ---

    /// Called after each job: who died in it has to be buried before the next.
    void setAfterEachJob(std::function<void()> look) { m_afterEachJob = std::move(look); }
    /// One job that is due, of a thread drawn by lot; false when none is.
    bool runOne();
    /// Time passes, and everything that becomes due runs.
    void pass(std::chrono::milliseconds time);

    [[nodiscard]] std::uint64_t jobs() const { return m_ran; }

private:
    Trace m_trace;
    SeededRandom m_random;
    std::chrono::milliseconds m_now{};
    std::uint64_t m_posted = 0;
    std::uint64_t m_ran = 0;
    std::function<void()> m_afterEachJob;
    std::vector<std::unique_ptr<Thread>> m_threads;
};

/// The clocks of one machine: its wall may be set to anything, and a start of the machine begins its
/// monotonic time anew.
class MachineClock final : public Clock
{
public:
    explicit MachineClock(const World &world);

    [[nodiscard]] Instant now() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override;

    void jump(std::chrono::milliseconds by) { m_offset += by; }
    void setRight() { m_offset = {}; }
    void restart() { m_started = m_world.now(); }

private:
    const World &m_world;
    std::chrono::milliseconds m_offset{};
    std::chrono::milliseconds m_started{};
};

} // namespace tawasul

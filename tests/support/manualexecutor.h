// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/executor.h"
#include "tests/support/seededrandom.h"
#include "tests/support/testclock.h"

#include <memory>
#include <vector>

namespace tawasul {

/// All threads of a program on the test's own: each executor keeps its jobs in order, and which of them runs
/// next is drawn by lot. The same seed, the same run. Delays pass by the test's clock.
class ManualScheduler
{
public:
    ManualScheduler(TestClock &clock, std::uint64_t seed);
    ManualScheduler(const ManualScheduler &) = delete;
    ManualScheduler &operator=(const ManualScheduler &) = delete;
    ~ManualScheduler();

    /// One more thread; lives as long as the scheduler.
    [[nodiscard]] Executor &makeExecutor();

    /// Runs one job that is due, of an executor drawn by lot; false when none is.
    bool runOne();
    /// Runs until nothing is due; answers how many jobs that took.
    int runAll();
    /// Moves the clock on by that much, from one due time to the next, and runs what becomes due.
    void advance(std::chrono::milliseconds by);

    /// Posted and not run yet, delayed ones included.
    [[nodiscard]] std::size_t waiting() const;

private:
    class Queue;

    [[nodiscard]] std::vector<Queue *> due() const;

    TestClock &m_clock;
    SeededRandom m_random;
    std::vector<std::unique_ptr<Queue>> m_queues;
};

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>

namespace tawasul {

/// A thread, as whoever gives it work sees it: jobs run one after the other, in the order they were posted,
/// never inside post(). Threads and timers are made in app/ only; tests run every executor on one thread
/// under a seeded scheduler. Any thread may post.
class Executor
{
public:
    virtual ~Executor() = default;

    virtual void post(std::function<void()> job) = 0;

    /// Not before `delay` has passed; jobs of equal time in the order they were posted.
    virtual void postAfter(std::chrono::milliseconds delay, std::function<void()> job) = 0;
};

} // namespace tawasul

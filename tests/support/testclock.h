// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"

#include <atomic>

namespace tawasul {

/// A clock that stands still until the test moves it. Any thread.
class TestClock final : public Clock
{
public:
    explicit TestClock(Instant now)
        : m_now(now.time_since_epoch().count())
    {
    }

    [[nodiscard]] Instant now() const override { return Instant(std::chrono::milliseconds(m_now.load())); }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override
    {
        return std::chrono::milliseconds(m_up.load());
    }

    /// Time passes.
    void advance(std::chrono::milliseconds by)
    {
        m_now += by.count();
        m_up += by.count();
    }

    /// Somebody sets the wall clock.
    void setWall(Instant now) { m_now = now.time_since_epoch().count(); }

private:
    std::atomic<std::chrono::milliseconds::rep> m_now;
    std::atomic<std::chrono::milliseconds::rep> m_up = 0;
};

} // namespace tawasul

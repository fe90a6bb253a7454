// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"

#include <atomic>

namespace tawasul {

/// Time that stands still until a test moves it. The wall may be set to anything; monotonic time only goes
/// on.
class TestClock final : public Clock
{
public:
    explicit TestClock(Instant now)
        : m_wall(now.time_since_epoch().count())
    {
    }

    [[nodiscard]] Instant now() const override { return Instant{std::chrono::milliseconds{m_wall.load()}}; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override
    {
        return std::chrono::milliseconds{m_monotonic.load()};
    }

    /// Both clocks go on.
    void advance(std::chrono::milliseconds by)
    {
        m_wall += by.count();
        m_monotonic += by.count();
    }

    /// Somebody set the wall clock.
    void setWall(Instant now) { m_wall = now.time_since_epoch().count(); }

private:
    std::atomic<qint64> m_wall;
    std::atomic<qint64> m_monotonic = 1000;
};

} // namespace tawasul

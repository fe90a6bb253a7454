// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <chrono>
#include <ctime>

namespace tawasul {

/// The one door through which time enters (invariant I11); tests hold it. Safe to call from any thread.
class Clock
{
public:
    virtual ~Clock() = default;

    /// Wall-clock time; an officer or a broken battery may move it in either direction.
    [[nodiscard]] virtual Instant now() const = 0;

    /// Time that never goes back while the machine is up, from an arbitrary origin.
    [[nodiscard]] virtual std::chrono::milliseconds monotonic() const = 0;
};

/// The machine's own clock.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override
    {
        return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    }
    /// Goes on while the machine sleeps, so that a night with the lid closed is not taken for a clock that
    /// was set forward.
    [[nodiscard]] std::chrono::milliseconds monotonic() const override
    {
        timespec time{};
        if (clock_gettime(CLOCK_BOOTTIME, &time) != 0)
            return std::chrono::duration_cast<std::chrono::milliseconds>(
                std::chrono::steady_clock::now().time_since_epoch());
        return std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec));
    }
};

} // namespace tawasul

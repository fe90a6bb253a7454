// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"

namespace tawasul {

/// A clock that a test moves by hand.
class HandClock final : public Clock
{
public:
    explicit HandClock(Instant start)
        : m_now(start)
    {
    }

    [[nodiscard]] Instant now() const override { return m_now; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_now.time_since_epoch(); }

    void set(Instant now) { m_now = now; }
    void advance(std::chrono::milliseconds by) { m_now += by; }

private:
    Instant m_now;
};

} // namespace tawasul

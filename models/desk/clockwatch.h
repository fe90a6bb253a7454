// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/clockcheck.h"

#include <mutex>
#include <optional>

namespace tawasul {

/// The time as it likely is, from the machine's clocks and what the centre told: what deadlines are shown
/// against. Acts are recorded by the machine's own clock, with all three times.
class ClockWatch final : public Clock
{
public:
    explicit ClockWatch(const Clock &machine);

    /// The centre told its time just now.
    void serverTold(Instant server);
    /// What an earlier run kept; says nothing once the centre has told its time in this one.
    void remember(Instant server, Instant wall);

    [[nodiscard]] std::optional<ClockMark> mark() const;
    [[nodiscard]] ClockCheck check() const;

    [[nodiscard]] Instant now() const override { return check().likely; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_machine.monotonic(); }
    /// What the machine's own clocks show.
    [[nodiscard]] ClockReading reading() const { return {m_machine.now(), m_machine.monotonic()}; }

private:
    const Clock &m_machine;
    const ClockReading m_start;
    mutable std::mutex m_gate; ///< for the mark
    std::optional<ClockMark> m_mark;
};

} // namespace tawasul

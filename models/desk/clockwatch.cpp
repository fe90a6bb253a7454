// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desk/clockwatch.h"

namespace tawasul {

ClockWatch::ClockWatch(const Clock &machine)
    : m_machine(machine)
    , m_start(reading())
{
}

void ClockWatch::serverTold(Instant server)
{
    const ClockReading now = reading();
    const std::lock_guard lock(m_gate);
    m_mark = ClockMark{server, now.wall, now.monotonic};
}

void ClockWatch::remember(Instant server, Instant wall)
{
    const std::lock_guard lock(m_gate);
    if (!m_mark)
        m_mark = ClockMark{server, wall, std::nullopt};
}

std::optional<ClockMark> ClockWatch::mark() const
{
    const std::lock_guard lock(m_gate);
    return m_mark;
}

ClockCheck ClockWatch::check() const
{
    return checkClock(mark(), m_start, reading());
}

} // namespace tawasul

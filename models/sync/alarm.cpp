// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/alarm.h"

namespace tawasul {

Alarm::Alarm(SyncRoom &room, std::function<void()> ring)
    : m_room(room)
    , m_ring(std::move(ring))
{
}

void Alarm::setTo(std::chrono::milliseconds delay)
{
    m_isSet = true;
    m_room.postAfter(delay, [this, setting = ++m_setting] { due(setting); });
}

void Alarm::silence()
{
    ++m_setting;
    m_isSet = false;
}

void Alarm::due(std::uint64_t setting)
{
    if (setting != m_setting)
        return;
    m_isSet = false;
    m_ring();
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/syncroom.h"

namespace tawasul {

/// One wake-up at a time through the executor: setting it anew forgets the old time.
class Alarm
{
public:
    Alarm(SyncRoom &room, std::function<void()> ring);
    Alarm(const Alarm &) = delete;
    Alarm &operator=(const Alarm &) = delete;

    void setTo(std::chrono::milliseconds delay);
    void silence();
    [[nodiscard]] bool isSet() const { return m_isSet; }

private:
    void due(std::uint64_t setting);

    SyncRoom &m_room;
    std::function<void()> m_ring;
    std::uint64_t m_setting = 0; ///< which of all settings counts
    bool m_isSet = false;
};

} // namespace tawasul

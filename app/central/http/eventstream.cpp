// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/http/eventstream.h"

#include <utility>

namespace tawasul {

EventStream::EventStream(QByteArray holder, const QByteArray &word)
    : m_holder(std::move(holder))
    , m_event(QByteArray("data: ").append(word).append("\n\n"))
{
}

void EventStream::say()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isSaid = true;
    }
    wake();
}

void EventStream::end()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnded = true;
    }
    wake();
}

bool EventStream::isOver() const
{
    const std::lock_guard lock(m_mutex);
    return m_isEnded;
}

void EventStream::wake()
{
    const std::lock_guard lock(m_mutex);
    if (m_wake)
        m_wake();
}

void EventStream::attach(std::function<void()> wake)
{
    const std::lock_guard lock(m_mutex);
    m_wake = std::move(wake);
}

void EventStream::detach()
{
    const std::lock_guard lock(m_mutex);
    m_wake = nullptr;
    m_isEnded = true;
}

EventStream::Next EventStream::take()
{
    const std::lock_guard lock(m_mutex);
    if (std::exchange(m_isSaid, false))
        return Next::Event;
    return m_isEnded ? Next::End : Next::Nothing;
}

} // namespace tawasul

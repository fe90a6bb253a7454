// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/previewmail.h"

#include <sys/eventfd.h>

namespace tawasul {

PreviewMail::PreviewMail()
    : m_bell(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    if (!m_bell)
        qFatal("no descriptor left for the preview");
}

void PreviewMail::post(Letter letter)
{
    {
        const std::lock_guard lock(m_mutex);
        m_letters.push_back(std::move(letter));
    }
    ring();
}

void PreviewMail::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
    }
    ring();
}

void PreviewMail::ring() const
{
    // A full counter is as good: the bell rings already.
    [[maybe_unused]] const int rung = ::eventfd_write(m_bell.number(), 1);
}

std::vector<PreviewMail::Letter> PreviewMail::take()
{
    eventfd_t count = 0;
    [[maybe_unused]] const int silenced = ::eventfd_read(m_bell.number(), &count);
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_letters, {});
}

bool PreviewMail::isStopped()
{
    const std::lock_guard lock(m_mutex);
    return m_stopped;
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/service/ratelimit.h"

#include <algorithm>

namespace tawasul {

RateLimit::RateLimit(const Clock &clock, double perSecond, double burst)
    : m_clock(clock)
    , m_perSecond(perSecond)
    , m_burst(burst)
{
}

bool RateLimit::permits(const QString &identity)
{
    const QMutexLocker lock(&m_mutex);
    const std::chrono::milliseconds now = m_clock.monotonic();
    auto bucket = m_buckets.find(identity);
    if (bucket == m_buckets.end())
        bucket = m_buckets.insert(identity, {m_burst, now});
    const double seconds = std::chrono::duration<double>(now - bucket->filledAt).count();
    bucket->left = std::min(m_burst, bucket->left + seconds * m_perSecond);
    bucket->filledAt = now;
    if (bucket->left < 1)
        return false;
    bucket->left -= 1;
    return true;
}

} // namespace tawasul

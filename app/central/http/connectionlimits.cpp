// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/http/connectionlimits.h"

namespace tawasul {

ConnectionLimits::ConnectionLimits(int inAll, int perHolder)
    : m_maxInAll(inAll)
    , m_maxPerHolder(perHolder)
{}

ConnectionLimits::Verdict ConnectionLimits::admit(const QByteArray &holder)
{
    if (m_inAll >= m_maxInAll)
        return Verdict::Full;
    if (!take(holder))
        return Verdict::TooManyOfHolder;
    ++m_inAll;
    return Verdict::Welcome;
}

bool ConnectionLimits::move(const QByteArray &from, const QByteArray &to)
{
    if (from == to)
        return true;
    if (!take(to))
        return false;
    give(from);
    return true;
}

void ConnectionLimits::release(const QByteArray &holder)
{
    --m_inAll;
    give(holder);
}

bool ConnectionLimits::take(const QByteArray &holder)
{
    if (holder.isEmpty())
        return true;
    int &count = m_ofHolder[holder];
    if (count >= m_maxPerHolder)
        return false;
    ++count;
    return true;
}

void ConnectionLimits::give(const QByteArray &holder)
{
    const auto found = m_ofHolder.find(holder);
    if (found != m_ofHolder.end() && --found.value() == 0)
        m_ofHolder.erase(found);
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/statusboard.h"

#include <algorithm>

namespace tawasul {

using Link = SyncStatus::Link;

StatusBoard::StatusBoard(const Clock &clock, std::function<void(const SyncStatus &)> changed)
    : m_clock(clock)
    , m_changed(std::move(changed))
{
}

void StatusBoard::setStanding(Standing standing)
{
    if (standing == Standing::SignedIn && m_standing != standing)
        m_reached.reset(); // what was known belongs to the session before
    m_standing = standing;
    publish();
}

void StatusBoard::setReached(bool reached)
{
    m_reached = reached;
    publish();
}

void StatusBoard::setProblem(Part part, std::optional<Error> problem)
{
    m_problems.at(static_cast<std::size_t>(part)) = std::move(problem);
    publish();
}

void StatusBoard::setTooOld(std::optional<Error> error)
{
    m_tooOld = std::move(error);
    publish();
}

void StatusBoard::setFilling(bool filling, int fetched)
{
    m_status.filling = filling;
    m_status.fetched = fetched;
    m_changed(m_status);
}

void StatusBoard::setCompleteAt(std::optional<Instant> instant)
{
    if (std::exchange(m_status.completeAt, instant) != instant)
        m_changed(m_status);
}

void StatusBoard::setOutbox(int waiting, int parked, int free)
{
    if (m_status.waiting == waiting && m_status.parked == parked && m_status.free == free)
        return;
    m_status.waiting = waiting;
    m_status.parked = parked;
    m_status.free = free;
    m_changed(m_status);
}

void StatusBoard::setOrders(int orders)
{
    if (std::exchange(m_status.orders, orders) != orders)
        m_changed(m_status);
}

void StatusBoard::setOthers(int others)
{
    if (std::exchange(m_status.others, others) != others)
        m_changed(m_status);
}

void StatusBoard::setLeavesEnvelopes(bool leaves)
{
    if (std::exchange(m_status.leavesEnvelopes, leaves) != leaves)
        m_changed(m_status);
}

void StatusBoard::setReadiness(int ready, int awaiting)
{
    if (m_status.ready == ready && m_status.awaiting == awaiting)
        return;
    m_status.ready = ready;
    m_status.awaiting = awaiting;
    m_changed(m_status);
}

const std::optional<Error> &StatusBoard::firstProblem() const
{
    const auto found = std::find_if(m_problems.begin(), m_problems.end(),
                                    [](const std::optional<Error> &problem) { return problem.has_value(); });
    return found == m_problems.end() ? m_problems.front() : *found;
}

Link StatusBoard::link() const
{
    switch (m_standing) {
    case Standing::SignedOut:
        return Link::SignedOut;
    case Standing::WithoutTokens:
        return Link::Offline;
    case Standing::Ended:
        return Link::SessionEnded;
    case Standing::SignedIn:
        break;
    }
    if (m_tooOld)
        return Link::TooOld;
    if (!m_reached)
        return Link::Connecting;
    if (!*m_reached)
        return Link::Offline;
    return firstProblem() ? Link::Failing : Link::Online;
}

void StatusBoard::publish()
{
    SyncStatus next = m_status;
    next.link = link();
    if (next.link != m_status.link || !next.since)
        next.since = m_clock.now();
    next.problem = next.link == Link::TooOld ? m_tooOld
        : next.link == Link::Failing         ? firstProblem()
                                             : std::nullopt;
    if (next == m_status)
        return;
    m_status = std::move(next);
    m_changed(m_status);
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodels/headshelf.h"

namespace tawasul {

namespace {

bool differs(const CaseHead &head, const WorklistEntry &entry)
{
    return head.status != entry.status || head.flags != entry.flags
        || head.deadline.at.time_since_epoch().count() != entry.deadlineMs;
}

} // namespace

HeadShelf::HeadShelf(int capacity)
    : m_places(capacity)
{
}

const CaseHead *HeadShelf::head(qint64 key) const
{
    const Place *place = m_places.object(key);
    return place && place->head ? &*place->head : nullptr;
}

bool HeadShelf::needs(const WorklistEntry &entry) const
{
    if (m_asked.contains(entry.row))
        return false;
    const Place *place = m_places.object(entry.row);
    if (!place || changedSince(*place))
        return true;
    return (!place->head || differs(*place->head, entry)) && place->asked < m_roundBegan;
}

bool HeadShelf::changedSince(const Place &place) const
{
    return place.asked < m_allChanged || (place.head && place.asked < m_changed.value(place.head->id));
}

void HeadShelf::markAsked(const std::vector<qint64> &keys)
{
    ++m_now;
    for (const qint64 key : keys)
        m_asked.insert(key, m_now);
}

void HeadShelf::store(const std::vector<qint64> &keys, std::vector<CaseHead> heads)
{
    fail(keys);
    for (CaseHead &head : heads) {
        if (Place *place = m_places.object(head.row))
            place->head = std::move(head);
    }
}

void HeadShelf::fail(const std::vector<qint64> &keys)
{
    for (const qint64 key : keys)
        settle(key);
}

void HeadShelf::settle(qint64 key)
{
    const Moment asked = m_asked.take(key);
    if (!m_places.contains(key))
        m_places.insert(key, new Place);
    m_places.object(key)->asked = asked;
}

void HeadShelf::beginRound()
{
    m_roundBegan = ++m_now;
}

void HeadShelf::expire(const CaseId &id)
{
    ++m_now;
    // News of cases that are not shown gathers here; past the shelf's own size it is cheaper to doubt them
    // all.
    if (m_changed.size() >= m_places.maxCost()) {
        m_changed.clear();
        m_allChanged = m_now;
        return;
    }
    m_changed.insert(id, m_now);
}

} // namespace tawasul

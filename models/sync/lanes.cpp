// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/lanes.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <algorithm>

namespace tawasul {

void Lanes::replace(const std::vector<OutboxItem> &items, Time now, Instant wallNow)
{
    QHash<ActId, Time> begun;
    for (const LaneEntry &entry : m_entries)
        begun.insert(entry.act, entry.dueAt);
    m_entries.clear();
    m_entries.reserve(items.size());
    for (const OutboxItem &item : items) {
        LaneEntry entry{item.sequence,
                        item.act.id,
                        item.act.caseId,
                        item.state,
                        now,
                        item.lastError && item.lastError->kind == Error::Kind::Offline,
                        item.heldSince.has_value()};
        if (item.nextTryAt && *item.nextTryAt > wallNow) {
            const Time left = *item.nextTryAt - wallNow;
            const auto known = begun.constFind(item.act.id);
            if (known != begun.constEnd())
                entry.dueAt = std::min(now + left, std::max(*known, now));
            else if (left <= (item.recallUntil ? kLongestWindow : kLongestWait))
                entry.dueAt = now + left;
        }
        m_entries.push_back(entry);
    }
    std::sort(m_entries.begin(), m_entries.end(),
              [](const LaneEntry &a, const LaneEntry &b) { return a.sequence < b.sequence; });
}

std::vector<const LaneEntry *> Lanes::heads(const std::set<CaseId> &busy) const
{
    std::vector<const LaneEntry *> heads;
    QSet<CaseId> seen;
    for (const LaneEntry &entry : m_entries) {
        if (seen.contains(entry.caseId))
            continue;
        seen.insert(entry.caseId);
        if (entry.state == OutboxState::Waiting && !entry.isHeld && busy.count(entry.caseId) == 0)
            heads.push_back(&entry);
    }
    return heads;
}

const LaneEntry *Lanes::next(Time now, const std::set<CaseId> &busy) const
{
    for (const LaneEntry *head : heads(busy)) {
        if (head->dueAt <= now)
            return head;
    }
    return nullptr;
}

std::optional<Lanes::Time> Lanes::nextDue(const std::set<CaseId> &busy) const
{
    std::optional<Time> earliest;
    for (const LaneEntry *head : heads(busy))
        earliest = std::min(earliest.value_or(head->dueAt), head->dueAt);
    return earliest;
}

LaneEntry *Lanes::find(const ActId &act)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&act](const LaneEntry &entry) { return entry.act == act; });
    return found == m_entries.end() ? nullptr : &*found;
}

void Lanes::remove(const ActId &act)
{
    std::erase_if(m_entries, [&act](const LaneEntry &entry) { return entry.act == act; });
}

void Lanes::setState(const ActId &act, OutboxState state)
{
    if (LaneEntry *entry = find(act))
        entry->state = state;
}

void Lanes::setWaiting(const ActId &act, Time dueAt, bool wasOffline)
{
    if (LaneEntry *entry = find(act)) {
        entry->state = OutboxState::Waiting;
        entry->dueAt = dueAt;
        entry->wasOffline = wasOffline;
    }
}

void Lanes::forgiveAbsence(Time now)
{
    for (LaneEntry &entry : m_entries) {
        if (entry.wasOffline)
            entry.dueAt = std::min(entry.dueAt, now);
    }
}

std::vector<LaneEntry> Lanes::stranded(const std::set<CaseId> &busy) const
{
    std::vector<LaneEntry> found;
    std::copy_if(m_entries.begin(), m_entries.end(), std::back_inserter(found),
                 [&busy](const LaneEntry &entry) {
                     return entry.state == OutboxState::Sending && busy.count(entry.caseId) == 0;
                 });
    return found;
}

int Lanes::waiting() const
{
    return static_cast<int>(m_entries.size()) - parked();
}

int Lanes::free() const
{
    std::set<CaseId> stopped;
    int count = 0;
    // In the order of recording, so of each lane the first comes first.
    for (const LaneEntry &entry : m_entries) {
        if (entry.state == OutboxState::Parked || entry.isHeld)
            stopped.insert(entry.caseId);
        else if (!stopped.contains(entry.caseId))
            ++count;
    }
    return count;
}

int Lanes::parked() const
{
    return static_cast<int>(std::count_if(m_entries.begin(), m_entries.end(), [](const LaneEntry &entry) {
        return entry.state == OutboxState::Parked;
    }));
}

} // namespace tawasul

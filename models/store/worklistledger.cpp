// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/worklistledger.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace tawasul {

namespace {

constexpr qint64 kAbsent = std::numeric_limits<qint64>::min();

bool goesBefore(const WorklistEntry &a, const WorklistEntry &b)
{
    return std::tie(a.deadlineMs, a.row) < std::tie(b.deadlineMs, b.row);
}

// The cache's index brings them by deadline: only those that share one are to be put in order.
void sort(std::vector<WorklistEntry> &entries)
{
    const auto isEarlier = [](const WorklistEntry &a, const WorklistEntry &b) {
        return a.deadlineMs < b.deadlineMs;
    };
    if (!std::is_sorted(entries.begin(), entries.end(), isEarlier)) {
        std::sort(entries.begin(), entries.end(), goesBefore);
        return;
    }
    for (auto first = entries.begin(); first != entries.end();) {
        const auto next = std::find_if(first, entries.end(), [&isEarlier, &first](const WorklistEntry &each) {
            return isEarlier(*first, each);
        });
        std::sort(first, next, goesBefore);
        first = next;
    }
}

} // namespace

void WorklistLedger::load(std::vector<WorklistEntry> entries)
{
    sort(entries);
    m_deadlineOf.clear();
    for (const WorklistEntry &entry : entries) {
        if (static_cast<std::size_t>(entry.row) >= m_deadlineOf.size())
            m_deadlineOf.resize(static_cast<std::size_t>(entry.row) + 1, kAbsent);
        m_deadlineOf[static_cast<std::size_t>(entry.row)] = entry.deadlineMs;
    }
    m_placed = 0;
    const std::uint64_t generation = m_present ? m_present->generation + 1 : 1;
    m_present = std::make_shared<const Worklist>(Worklist{std::move(entries), m_sections, generation, true});
}

WorklistPtr WorklistLedger::beginning(std::vector<WorklistEntry> entries, qint64 until) const
{
    std::erase_if(entries, [this](const WorklistEntry &entry) { return m_edits.contains(entry.row); });
    for (const std::optional<WorklistEntry> &edit : m_edits) {
        if (edit && edit->deadlineMs <= until)
            entries.push_back(*edit);
    }
    sort(entries);
    return std::make_shared<const Worklist>(Worklist{std::move(entries), m_sections, 0, false});
}

std::uint16_t WorklistLedger::sectionIndex(const QString &code)
{
    if (const auto known = m_sectionIndex.constFind(code); known != m_sectionIndex.constEnd())
        return *known;
    // More sections than the index can hold are no sections; all of them share the last place.
    constexpr std::size_t kMost = std::numeric_limits<std::uint16_t>::max();
    const auto index = static_cast<std::uint16_t>(std::min(m_sections.size(), kMost));
    if (m_sections.size() <= kMost)
        m_sections.push_back(code);
    m_sectionIndex.insert(code, index);
    return index;
}

void WorklistLedger::apply(const std::vector<Edit> &edits)
{
    for (const Edit &edit : edits)
        m_edits.insert(edit.row, edit.entry);
}

std::optional<WorklistEntry> WorklistLedger::entryOf(qint64 row) const
{
    const auto at = static_cast<std::size_t>(row);
    if (at >= m_deadlineOf.size() || m_deadlineOf[at] == kAbsent)
        return std::nullopt;
    WorklistEntry key;
    key.row = row;
    key.deadlineMs = m_deadlineOf[at];
    const std::vector<WorklistEntry> &entries = m_present->entries;
    const auto found = std::lower_bound(entries.begin(), entries.end(), key, goesBefore);
    Q_ASSERT(found != entries.end() && found->row == row);
    return *found;
}

std::vector<WorklistLedger::Move> WorklistLedger::moves() const
{
    std::vector<Move> moves;
    moves.reserve(static_cast<std::size_t>(m_edits.size()) * 2);
    for (auto edit = m_edits.constBegin(); edit != m_edits.constEnd(); ++edit) {
        const std::optional<WorklistEntry> before = entryOf(edit.key());
        if (before == *edit)
            continue;
        if (before)
            moves.push_back({*before, true});
        if (*edit)
            moves.push_back({**edit, false});
    }
    std::sort(moves.begin(), moves.end(),
              [](const Move &a, const Move &b) { return goesBefore(a.entry, b.entry); });
    return moves;
}

void WorklistLedger::remember(const std::vector<Move> &moves)
{
    for (const Move &move : moves) {
        const auto at = static_cast<std::size_t>(move.entry.row);
        if (at >= m_deadlineOf.size())
            m_deadlineOf.resize(at + 1, kAbsent);
        if (move.isRemoval)
            m_deadlineOf[at] = kAbsent;
    }
    for (const Move &move : moves) {
        if (!move.isRemoval)
            m_deadlineOf[static_cast<std::size_t>(move.entry.row)] = move.entry.deadlineMs;
    }
    m_placed += static_cast<qint64>(moves.size());
}

WorklistPtr WorklistLedger::snapshot()
{
    if (!m_present)
        load({});
    const std::vector<Move> moves = this->moves();
    m_edits.clear();
    if (moves.empty())
        return m_present;

    const std::vector<WorklistEntry> &old = m_present->entries;
    Worklist next;
    next.entries.reserve(old.size() + moves.size());
    auto from = old.begin();
    for (const Move &move : moves) {
        const auto until = std::lower_bound(from, old.end(), move.entry, goesBefore);
        next.entries.insert(next.entries.end(), from, until);
        from = until;
        if (move.isRemoval)
            ++from;
        else
            next.entries.push_back(move.entry);
    }
    next.entries.insert(next.entries.end(), from, old.end());
    next.sections = m_sections;
    next.generation = m_present->generation + 1;
    remember(moves);
    m_present = std::make_shared<const Worklist>(std::move(next));
    return m_present;
}

} // namespace tawasul

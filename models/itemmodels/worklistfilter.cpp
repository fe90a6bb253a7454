// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodels/worklistfilter.h"

#include <algorithm>

namespace tawasul {

namespace {

// The present moment in the terms of an entry.
struct Today
{
    qint64 now;
    qint64 dayEnds; ///< the first millisecond of tomorrow in Riyadh

    explicit Today(Instant instant)
        : now(instant.time_since_epoch().count())
        , dayEnds(riyadhInstant(riyadhDate(instant).addDays(1), QTime(0, 0)).time_since_epoch().count())
    {
    }
};

// Everything of a filter but its chip, with the section as the snapshot's own index.
class Sieve
{
public:
    Sieve(const Worklist &worklist, const WorklistFilter &filter)
        : m_filter(filter)
    {
        const auto found = std::find(worklist.sections.begin(), worklist.sections.end(), filter.section);
        m_section = static_cast<std::size_t>(found - worklist.sections.begin());
    }

    [[nodiscard]] bool passes(const WorklistEntry &entry) const
    {
        if (m_filter.status ? entry.status != *m_filter.status : !m_filter.found && !isToDo(entry.status))
            return false;
        if (!m_filter.section.isEmpty() && entry.section != m_section)
            return false;
        if (m_filter.ownership != Ownership::Anyones
            && entry.has(RowFlag::Unassigned) != (m_filter.ownership == Ownership::Nobodys))
            return false;
        return !m_filter.found
            || std::binary_search(m_filter.found->begin(), m_filter.found->end(), entry.row);
    }

private:
    // A status newer than this program is not hidden from whoever has to deal with it.
    static bool isToDo(CaseStatus status) { return isOpen(status) && status != CaseStatus::Returned; }

    const WorklistFilter &m_filter;
    std::size_t m_section = 0;
};

// Nobody is late with a case that waits for its applicant or is closed.
bool clockRuns(CaseStatus status)
{
    return isOpen(status) && status != CaseStatus::Returned;
}

bool matches(WorklistChip chip, const WorklistEntry &entry, const Today &today)
{
    switch (chip) {
    case WorklistChip::AllOpen:
        return true;
    case WorklistChip::Overdue:
        return clockRuns(entry.status) && entry.deadlineMs < today.now;
    case WorklistChip::EndingToday:
        return clockRuns(entry.status) && entry.deadlineMs >= today.now && entry.deadlineMs < today.dayEnds;
    case WorklistChip::ReturnedToMe:
        return entry.status == CaseStatus::Resubmitted;
    case WorklistChip::AwaitingExecution:
        return entry.status == CaseStatus::AwaitingExecution;
    }
    return false;
}

// Those whose clock does not run go behind the others, and closed ones behind those that may come back.
void putLast(std::vector<std::uint32_t> &visible, const Worklist &worklist)
{
    const auto waits = [&worklist](std::uint32_t at) { return clockRuns(worklist.entries[at].status); };
    const auto open = [&worklist](std::uint32_t at) { return isOpen(worklist.entries[at].status); };
    const auto idle = std::stable_partition(visible.begin(), visible.end(), waits);
    std::stable_partition(idle, visible.end(), open);
}

} // namespace

WorklistSelection selectRows(const Worklist &worklist, const WorklistFilter &filter, Instant now)
{
    const Today today(now);
    const Sieve sieve(worklist, filter);
    WorklistSelection selection;
    qint64 stable = today.dayEnds;
    for (std::size_t i = 0; i < worklist.entries.size(); ++i) {
        const WorklistEntry &entry = worklist.entries[i];
        if (entry.deadlineMs >= today.now)
            stable = std::min(stable, entry.deadlineMs + 1);
        if (!sieve.passes(entry))
            continue;
        for (const WorklistChip chip : kWorklistChips) {
            if (!matches(chip, entry, today))
                continue;
            ++selection.counts.byChip[static_cast<std::size_t>(chip)];
            if (chip == filter.chip)
                selection.visible.push_back(static_cast<std::uint32_t>(i));
        }
    }
    // Only a search brings up what is not to be done; it has a day in the past, and no deadline any more.
    if (filter.found)
        putLast(selection.visible, worklist);
    selection.stableUntil = Instant(std::chrono::milliseconds(stable));
    return selection;
}

std::vector<qint64> rowsEndingOn(const Worklist &worklist, QDate day)
{
    const Instant begins = riyadhInstant(day, QTime(0, 0));
    const Instant ends = riyadhInstant(day.addDays(1), QTime(0, 0));
    std::vector<qint64> rows;
    for (const WorklistEntry &entry : worklist.entries) {
        const Instant deadline(std::chrono::milliseconds(entry.deadlineMs));
        if (clockRuns(entry.status) && deadline >= begins && deadline < ends)
            rows.push_back(entry.row);
    }
    return rows;
}

WorklistCounts countsOf(const Worklist &worklist, const WorklistFilter &filter, Instant now)
{
    return selectRows(worklist, filter, now).counts;
}

} // namespace tawasul

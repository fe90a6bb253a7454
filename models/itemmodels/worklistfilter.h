// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/store/worklist.h"

#include <QtCore/QString>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace tawasul {

/// The quick filters; exactly one is on.
enum class WorklistChip { AllOpen, Overdue, EndingToday, ReturnedToMe, AwaitingExecution };

inline constexpr std::array kWorklistChips{WorklistChip::AllOpen, WorklistChip::Overdue,
                                           WorklistChip::EndingToday, WorklistChip::ReturnedToMe,
                                           WorklistChip::AwaitingExecution};

/// Whose cases are shown.
enum class Ownership { Anyones, Somebodys, Nobodys };

/// Rows that a search found, sorted; shared, because a filter is copied.
using FoundRows = std::shared_ptr<const std::vector<qint64>>;

/// Which of the cached cases the list shows. Cases returned to their applicant and closed ones are shown when
/// their status or a search asks for them, since nothing is to be done on them.
struct WorklistFilter
{
    WorklistChip chip = WorklistChip::AllOpen;
    QString section; ///< code; empty: all
    std::optional<CaseStatus> status;
    Ownership ownership = Ownership::Anyones;
    FoundRows found; ///< null: nothing is searched for

    /// Whether it shows everything that is to be done.
    [[nodiscard]] bool isPlain() const { return *this == WorklistFilter(); }

    friend bool operator==(const WorklistFilter &, const WorklistFilter &) = default;
};

/// How many rows each chip would show.
struct WorklistCounts
{
    std::array<int, kWorklistChips.size()> byChip{};

    [[nodiscard]] int of(WorklistChip chip) const { return byChip[static_cast<std::size_t>(chip)]; }
    friend bool operator==(const WorklistCounts &, const WorklistCounts &) = default;
};

/// What one pass over a snapshot finds.
struct WorklistSelection
{
    std::vector<std::uint32_t> visible; ///< indexes into Worklist::entries, in their order; what a search
                                        ///< finds beyond what is to be done comes after it
    WorklistCounts counts;
    Instant stableUntil{}; ///< when the first case becomes late or the day ends: until then another pass
                           ///< finds the same
};

/// One pass over all entries: the rows to show and the counts of all chips under the other filters. Office
/// hours are in the entries' deadlines already, so no calendar is asked.
[[nodiscard]] WorklistSelection selectRows(const Worklist &worklist, const WorklistFilter &filter,
                                           Instant now);

/// The keys of what is to be done and ends on that day in Riyadh, the earliest first.
[[nodiscard]] std::vector<qint64> rowsEndingOn(const Worklist &worklist, QDate day);

/// The counts alone.
[[nodiscard]] WorklistCounts countsOf(const Worklist &worklist, const WorklistFilter &filter, Instant now);

} // namespace tawasul

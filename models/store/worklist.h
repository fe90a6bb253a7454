// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace tawasul {

/// Marks that a row can carry beside its status; bits.
enum class RowFlag : std::uint8_t {
    None = 0,
    Urgent = 1,
    Humanitarian = 2,
    WaitingToBeSent = 4, ///< an act on it waits in the outbox
    Parked = 8,          ///< an act on it needs a choice
    Unassigned = 16,
    HasDraft = 32,
    HasProposal = 64, ///< somebody else's work on it waits to be judged
};

/// The few bytes of a case that filters, counts and order need; everything else of a row is read when it is
/// shown.
struct WorklistEntry
{
    qint64 row = 0;                          ///< key of the case in the cache
    qint64 deadlineMs = 0;                   ///< the earlier deadline, milliseconds since the epoch
    std::uint16_t section = 0;               ///< index into Worklist::sections
    CaseStatus status = CaseStatus::Unknown; ///< as shown: truth with pending acts folded over it
    std::uint8_t flags = 0;

    [[nodiscard]] bool has(RowFlag flag) const { return (flags & static_cast<std::uint8_t>(flag)) != 0; }

    friend bool operator==(const WorklistEntry &, const WorklistEntry &) = default;
};

/// All cases of the profile, sorted by their earlier deadline, as one immutable snapshot: made by the cache's
/// writer after a commit, read by anybody. The order of equal deadlines is that of arrival.
struct Worklist
{
    std::vector<WorklistEntry> entries;
    std::vector<QString> sections; ///< codes
    std::uint64_t generation = 0;  ///< rises with each snapshot
    bool isWhole = true; ///< false: only the first cases that are to be done are known yet; all follow soon
};

using WorklistPtr = std::shared_ptr<const Worklist>;

/// What a row of the list shows.
struct CaseHead
{
    qint64 row = 0;
    CaseId id;
    QString number;
    CaseStatus status = CaseStatus::Unknown;
    QString statusText; ///< of a status newer than this program
    QString section;
    QString subService;
    QString beneficiaryName;
    QString subjectName;
    QString subjectIdentifier; ///< in full; screens mask it (invariant I12)
    Deadline deadline;         ///< the earlier
    QDate serviceDay;
    QDate statutoryDay; ///< null: none
    std::optional<PersonName> assignee;
    std::vector<Mark> marks; ///< without their reasons, which are read with the case
    std::uint8_t flags = 0;

    [[nodiscard]] bool has(RowFlag flag) const { return (flags & static_cast<std::uint8_t>(flag)) != 0; }
};

} // namespace tawasul

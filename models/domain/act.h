// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"

#include <optional>

namespace tawasul {

/// What somebody did to a case, complete enough to be judged later, elsewhere, by the same rules
/// (workflow.h).
struct Act
{
    ActId id;
    CaseId caseId;
    ActType type = ActType::Unknown;
    Actor actor;
    qint64 baseVersion = 0; ///< the version of the case that the person saw
    QString referenceVersion; ///< the reference data they worked with

    Instant recordedAt{}; ///< the machine's wall clock
    std::chrono::milliseconds monotonic{}; ///< the machine's monotonic clock
    std::optional<Instant> lastServerTime; ///< the newest time the centre had told the machine

    QString reason; ///< code from the reference data
    QString text; ///< note or rationale, internal
    std::optional<Reply> reply;
    std::optional<Execution> execution;
    QString toSection;
    QString toSubService;
    std::optional<PersonName> toAssignee;
    ActId proposal; ///< that it adopts or dismisses; empty: none

    friend bool operator==(const Act &, const Act &) = default;
};

/// Notes and dismissals of proposals leave the case as it is: they commute with everything, so they are sent
/// without a base version and never conflict.
[[nodiscard]] bool commutes(ActType type);

/// Complete, return and reject: the acts that decide a case. Two of them never merge.
[[nodiscard]] bool decides(ActType type);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/domain/case.h"
#include "ui/shared/chippaint.h"

namespace tawasul {

/// A mark on a row of the worklist, and what it means in one sentence.
struct RowMark
{
    ChipLook look;
    QString meaning;
};

/// Why a case goes before others.
[[nodiscard]] RowMark priorityMark(Mark::Kind kind);
/// Nobody has it yet.
[[nodiscard]] RowMark unassignedMark();

// What waits on this machine: never a status.
[[nodiscard]] RowMark parkedMark();
[[nodiscard]] RowMark waitingMark();
[[nodiscard]] RowMark proposalMark();
[[nodiscard]] RowMark draftMark();

/// All of them, for a legend.
[[nodiscard]] std::vector<RowMark> allRowMarks();

} // namespace tawasul

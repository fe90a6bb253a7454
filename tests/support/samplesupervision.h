// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/desk/supervision.h"

namespace tawasul::samples {

// Invented officers of one section and their requests, at the moment of samples::now(): totals agree.

[[nodiscard]] Actor supervisor();
/// Officers, one of them on leave with a substitute, one who works elsewhere, one whose account was removed.
[[nodiscard]] std::vector<Colleague> staff();
/// Of six officers and of what nobody has.
[[nodiscard]] Board board();
/// Of so many officers.
[[nodiscard]] Board largeBoard(int officers);
/// Nothing is open.
[[nodiscard]] Board emptyBoard();
[[nodiscard]] DayOpening opening();
/// Open ones, the most urgent first; `nobodys` says whether they are assigned.
[[nodiscard]] std::vector<CaseHeader> headers(int count, bool nobodys);
/// Two are done, one is refused because its officer is on leave and has a substitute, one because it changed.
[[nodiscard]] std::vector<AssignmentVerdict> verdicts(AssignmentOutcome done);
[[nodiscard]] std::vector<LoadChange> loadChanges();
[[nodiscard]] RecordedOrder order(RecordedOrder::State state);

} // namespace tawasul::samples

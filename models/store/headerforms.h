// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/store/caserow.h"

#include <optional>
#include <string_view>
#include <vector>

namespace tawasul {

// How the cache writes of headers what boards count by; its table explains the numbers.

enum class HeaderTurn { Officer = 0, Beneficiary = 1, Closed = 2 };

/// The day in Riyadh, counted from 1970-01-01.
[[nodiscard]] qint64 storedDay(Instant instant);
[[nodiscard]] qint64 storedDay(QDate day);

/// Reads what toIso() wrote, and whatever else instantFromIso() does.
[[nodiscard]] std::optional<Instant> storedInstant(std::string_view text);

[[nodiscard]] int markBits(const std::vector<Mark::Kind> &marks);
/// In the order of their bits.
[[nodiscard]] std::vector<Mark::Kind> marksOf(int bits);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDate>
#include <QtCore/QString>
#include <QtCore/QTime>

#include <chrono>
#include <optional>

namespace tawasul {

/// A point of time in UTC, to the millisecond. Everything stored, sent and compared is one of these;
/// wall-clock and Hijri forms exist only on the screen (invariant I13).
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// Saudi Arabia keeps UTC+3 all year (Asia/Riyadh has had no daylight saving time).
inline constexpr std::chrono::hours kRiyadhOffset{ 3 };

/// ISO 8601 with milliseconds and Z, always 24 ASCII characters, so that text order is time order.
[[nodiscard]] QString toIso(Instant instant);

/// Reads ISO 8601 with a zone or Z, in the years 1 to 9999 of UTC; nothing else. Empty when the text is no
/// such instant.
[[nodiscard]] std::optional<Instant> instantFromIso(QStringView text);

/// The calendar day in Riyadh at that instant.
[[nodiscard]] QDate riyadhDate(Instant instant);

/// The wall-clock time in Riyadh at that instant.
[[nodiscard]] QTime riyadhTime(Instant instant);

/// The instant at which a clock in Riyadh shows that day and time.
[[nodiscard]] Instant riyadhInstant(QDate day, QTime time);

} // namespace tawasul

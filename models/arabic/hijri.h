// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDate>

#include <compare>
#include <optional>

namespace tawasul {

/// A day of the Umm al-Qura calendar. For the screen and for dates people give in Hijri; everything stored,
/// counted and sent is Gregorian (invariant I13).
struct HijriDate
{
    int year = 0;
    int month = 0; ///< 1 is Muharram
    int day = 0;

    friend auto operator<=>(const HijriDate &, const HijriDate &) = default;
};

// The published table covers these years; beyond them ICU only calculates, so nothing is answered there. All
// functions may be called from any thread: they read a table of month starts taken once from ICU's
// islamic-umalqura calendar, because ICU's Calendar objects themselves cannot be shared.
inline constexpr int kFirstHijriYear = 1300;
inline constexpr int kLastHijriYear = 1600;

/// The Umm al-Qura day; nothing for an invalid day or one outside the table.
[[nodiscard]] std::optional<HijriDate> hijriFromGregorian(QDate day);

/// The Gregorian day; nothing when there is no such Hijri day (30 in a month of 29) or it is outside the
/// table.
[[nodiscard]] std::optional<QDate> gregorianFromHijri(HijriDate date);

/// 29 or 30; nothing outside the table.
[[nodiscard]] std::optional<int> hijriMonthLength(int year, int month);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arabic/hijri.h"

#include <unicode/calendar.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

namespace tawasul {

namespace {

constexpr int kMonths = 12;
constexpr qint64 kJulianDayOfUnixEpoch = 2440588;

/// The Julian day on which each month of the table begins, and the day after its last month. Empty, so that
/// nothing is answered, should ICU lack the calendar.
std::vector<qint64> readMonthStarts()
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(
        *icu::TimeZone::getGMT(), icu::Locale("en@calendar=islamic-umalqura"), status));
    if (U_FAILURE(status))
        return {};
    std::vector<qint64> starts;
    starts.reserve((kLastHijriYear - kFirstHijriYear + 1) * kMonths + 1);
    const auto append = [&](int year, int month) {
        calendar->clear();
        calendar->set(UCAL_EXTENDED_YEAR, year);
        calendar->set(UCAL_MONTH, month);
        calendar->set(UCAL_DATE, 1);
        const double days = std::floor(calendar->getTime(status) / U_MILLIS_PER_DAY);
        starts.push_back(kJulianDayOfUnixEpoch + static_cast<qint64>(days));
    };
    for (int year = kFirstHijriYear; year <= kLastHijriYear; ++year) {
        for (int month = 0; month < kMonths; ++month)
            append(year, month);
    }
    append(kLastHijriYear + 1, 0);
    return U_SUCCESS(status) ? starts : std::vector<qint64>{};
}

const std::vector<qint64> &monthStarts()
{
    static const std::vector<qint64> starts = readMonthStarts();
    return starts;
}

/// The place of the month in the table.
std::optional<size_t> indexOf(int year, int month)
{
    if (year < kFirstHijriYear || year > kLastHijriYear || month < 1 || month > kMonths
        || monthStarts().empty())
        return std::nullopt;
    return static_cast<size_t>((year - kFirstHijriYear) * kMonths + month - 1);
}

} // namespace

std::optional<HijriDate> hijriFromGregorian(QDate day)
{
    const std::vector<qint64> &starts = monthStarts();
    const qint64 julian = day.toJulianDay();
    if (!day.isValid() || starts.empty() || julian < starts.front() || julian >= starts.back())
        return std::nullopt;
    const auto next = std::upper_bound(starts.begin(), starts.end(), julian);
    const int index = static_cast<int>(next - starts.begin()) - 1;
    return HijriDate{ kFirstHijriYear + index / kMonths, index % kMonths + 1,
                      static_cast<int>(julian - *(next - 1)) + 1 };
}

std::optional<QDate> gregorianFromHijri(HijriDate date)
{
    const std::optional<int> length = hijriMonthLength(date.year, date.month);
    if (!length || date.day < 1 || date.day > *length)
        return std::nullopt;
    return QDate::fromJulianDay(monthStarts()[*indexOf(date.year, date.month)] + date.day - 1);
}

std::optional<int> hijriMonthLength(int year, int month)
{
    const std::optional<size_t> index = indexOf(year, month);
    if (!index)
        return std::nullopt;
    return static_cast<int>(monthStarts()[*index + 1] - monthStarts()[*index]);
}

} // namespace tawasul

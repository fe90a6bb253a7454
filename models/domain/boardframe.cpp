// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/boardframe.h"

#include <algorithm>

namespace tawasul {

namespace {

constexpr int kWorkingDaysAhead = 7;
constexpr int kFortnight = 14;
constexpr int kLongestClosure = 366; // no office closes for a year

/// A span that holds no day.
DaySpan nothing()
{
    return {QDate(1, 1, 2), QDate(1, 1, 1)};
}

std::vector<AgeBand> bands()
{
    return {{0, 2, 0}, {3, 5, 0}, {6, 7, 0}, {8, 14, 0}, {15, std::nullopt, 0}};
}

// The latest day from which that many working days have passed since.
QDate latestSoOld(const WorkCalendar &calendar, QDate today, int workingDays)
{
    QDate day = today;
    int closed = 0;
    for (int passed = 0; passed < workingDays && closed < kLongestClosure; day = day.addDays(-1)) {
        const bool works = calendar.isWorkingDay(day);
        passed += works ? 1 : 0;
        closed = works ? 0 : closed + 1;
    }
    return day;
}

Instant lastClosingBefore(const WorkCalendar &calendar, Instant now)
{
    const QDate today = riyadhDate(now);
    for (int back = 0; back < kLongestClosure; ++back) {
        const QDate day = today.addDays(-back);
        if (calendar.isWorkingDay(day) && calendar.closing(day) <= now)
            return calendar.closing(day);
    }
    return riyadhInstant(today, QTime(0, 0));
}

} // namespace

BoardFrame::BoardFrame(const WorkCalendar &calendar, Instant now, int flowDays)
    : m_now(now)
    , m_today(riyadhDate(now))
    , m_ages(bands())
    , m_lastClosing(lastClosingBefore(calendar, now))
{
    m_days = {QDate(), m_today};
    QDate day = m_today;
    for (int ahead = 0; ahead < kWorkingDaysAhead; ++ahead) {
        day = calendar.addWorkingDays(day, 1);
        m_days.push_back(day);
    }
    m_days.push_back(QDate());
    m_lastDay = calendar.addWorkingDays(day, 1).addDays(-1);
    for (const AgeBand &band : m_ages)
        m_youngest.push_back(band.from == 0 ? QDate() : latestSoOld(calendar, m_today, band.from));
    for (int back = std::clamp(flowDays, 1, kFortnight) - 1; back >= 0; --back)
        m_fortnight.push_back(m_today.addDays(-back));
}

DaySpan BoardFrame::column(int index) const
{
    const int last = static_cast<int>(m_days.size()) - 1;
    if (index < 0 || index > last)
        return nothing();
    if (index == 0)
        return {QDate(), m_today.addDays(-1)};
    if (index == last)
        return {m_lastDay.addDays(1), QDate()};
    // Up to the next working day: days of rest stand with the column before them.
    const auto at = static_cast<std::size_t>(index);
    return {m_days[at], index + 1 == last ? m_lastDay : m_days[at + 1].addDays(-1)};
}

int BoardFrame::columnOf(QDate ends) const
{
    const int count = static_cast<int>(m_days.size());
    for (int index = 0; index < count; ++index) {
        if (column(index).contains(ends))
            return index;
    }
    return count - 1;
}

DaySpan BoardFrame::age(int index) const
{
    const int last = static_cast<int>(m_ages.size()) - 1;
    if (index < 0 || index > last)
        return nothing();
    const auto at = static_cast<std::size_t>(index);
    return {index == last ? QDate() : m_youngest[at + 1].addDays(1), m_youngest[at]};
}

int BoardFrame::ageOf(QDate submitted) const
{
    const int count = static_cast<int>(m_ages.size());
    for (int index = 0; index < count; ++index) {
        if (age(index).contains(submitted))
            return index;
    }
    return count - 1;
}

} // namespace tawasul

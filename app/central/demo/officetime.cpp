// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/officetime.h"

#include <algorithm>

namespace tawasul {

namespace {

// Longer than any run of closed days in the calendar.
constexpr int kCalendarDaysPerWorkingDay = 6;

std::size_t index(qint64 value)
{
    return static_cast<std::size_t>(value);
}

} // namespace

OfficeTime::OfficeTime(const WorkCalendar &calendar, QDate today, int workingDays)
    : m_today(today)
{
    QDate day = today;
    for (int walked = 0; walked < workingDays * kCalendarDaysPerWorkingDay; ++walked) {
        day = day.addDays(-1);
        if (std::ssize(m_days) < workingDays && calendar.officeHours(day))
            m_days.push_back(day);
    }
    std::reverse(m_days.begin(), m_days.end());
    qint64 minute = 0;
    for (const QDate working : m_days) {
        const auto hours = calendar.officeHours(working);
        m_opens.push_back(riyadhInstant(working, hours->opens));
        m_begins.push_back(minute);
        minute += hours->opens.secsTo(hours->closes) / 60;
    }
    m_begins.push_back(minute);
}

QDate OfficeTime::dayOfAge(int age) const
{
    return m_days[m_days.size() - static_cast<std::size_t>(age)];
}

std::vector<QDate> OfficeTime::submissionDays(int age) const
{
    const QDate next = age == 1 ? m_today : dayOfAge(age - 1);
    std::vector<QDate> days;
    for (QDate day = dayOfAge(age); day < next; day = day.addDays(1))
        days.push_back(day);
    return days;
}

qint64 OfficeTime::minuteOf(Instant instant) const
{
    const auto after = std::upper_bound(m_opens.begin(), m_opens.end(), instant);
    if (after == m_opens.begin())
        return 0;
    const qint64 day = after - m_opens.begin() - 1;
    const qint64 length = m_begins[index(day + 1)] - m_begins[index(day)];
    const auto passed = std::chrono::floor<std::chrono::minutes>(instant - m_opens[index(day)]).count();
    return m_begins[index(day)] + std::min<qint64>(passed, length);
}

Instant OfficeTime::at(qint64 minute) const
{
    const auto after = std::upper_bound(m_begins.begin(), m_begins.end() - 1, minute);
    const qint64 day = after - m_begins.begin() - 1;
    return m_opens[index(day)] + std::chrono::minutes(minute - m_begins[index(day)]);
}

Instant OfficeTime::now() const
{
    return riyadhInstant(m_today, QTime(0, 0));
}

} // namespace tawasul

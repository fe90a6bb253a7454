// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/workcalendar.h"

#include <algorithm>
#include <limits>

namespace tawasul {

namespace {

// No office closes for a year; a walk that meets so many closed days in a row has no working day to find.
constexpr int kLongestClosure = 366;

bool covers(const OfficeHours &hours, QDate day)
{
    return hours.first <= day && (hours.last.isNull() || day <= hours.last);
}

qint64 span(const OfficeHours &hours)
{
    return hours.last.isNull() ? std::numeric_limits<qint64>::max() : hours.first.daysTo(hours.last);
}

} // namespace

WorkCalendar::WorkCalendar(QString version, std::vector<int> weekend, std::vector<Holiday> holidays,
                           std::vector<OfficeHours> hours)
    : m_version(std::move(version))
    , m_weekend(std::move(weekend))
    , m_holidays(std::move(holidays))
    , m_hours(std::move(hours))
{
    std::stable_sort(m_holidays.begin(), m_holidays.end(),
                     [](const Holiday &a, const Holiday &b) { return a.first < b.first; });
}

bool WorkCalendar::isUsable() const
{
    bool someDayWorks = false;
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day)
        someDayWorks = someDayWorks || std::find(m_weekend.begin(), m_weekend.end(), day) == m_weekend.end();
    const bool hoursMakeSense = std::all_of(m_hours.begin(), m_hours.end(), [](const OfficeHours &row) {
        return row.first.isValid() && (row.last.isNull() || row.first <= row.last) && row.opens.isValid()
            && row.closes.isValid() && row.opens < row.closes;
    });
    return someDayWorks && !m_hours.empty() && hoursMakeSense;
}

bool WorkCalendar::isWorkingDay(QDate day) const
{
    const bool weekend = std::find(m_weekend.begin(), m_weekend.end(), day.dayOfWeek()) != m_weekend.end();
    return day.isValid() && !weekend && !holidayOn(day);
}

std::optional<Holiday> WorkCalendar::holidayOn(QDate day) const
{
    for (const Holiday &holiday : m_holidays) {
        if (holiday.first > day)
            break;
        if (day <= holiday.last)
            return holiday;
    }
    return std::nullopt;
}

QDate WorkCalendar::addWorkingDays(QDate day, int count) const
{
    int closed = 0;
    for (int counted = 0; counted < count && closed < kLongestClosure;) {
        day = day.addDays(1);
        const bool works = isWorkingDay(day);
        counted += works ? 1 : 0;
        closed = works ? 0 : closed + 1;
    }
    return day;
}

int WorkCalendar::workingDaysBetween(QDate from, QDate to) const
{
    if (!from.isValid() || !to.isValid())
        return 0;
    if (to < from)
        return -workingDaysBetween(to, from);
    int counted = 0;
    for (QDate day = from.addDays(1); day <= to; day = day.addDays(1))
        counted += isWorkingDay(day) ? 1 : 0;
    return counted;
}

QDate WorkCalendar::lastWorkingDayUpTo(QDate day) const
{
    for (int closed = 0; closed < kLongestClosure && !isWorkingDay(day); ++closed)
        day = day.addDays(-1);
    return day;
}

std::vector<CountedDay> WorkCalendar::explain(QDate from, int count) const
{
    std::vector<CountedDay> days;
    const QDate last = addWorkingDays(from, count);
    int counted = 0;
    for (QDate day = from.addDays(1); day.isValid() && day <= last; day = day.addDays(1)) {
        CountedDay entry{ day, CountedDay::Why::Counted, {}, 0 };
        if (const auto holiday = holidayOn(day)) {
            entry.why = CountedDay::Why::Holiday;
            entry.holiday = holiday->name;
        } else if (!isWorkingDay(day)) {
            entry.why = CountedDay::Why::Weekend;
        } else {
            entry.number = ++counted;
        }
        days.push_back(std::move(entry));
    }
    return days;
}

std::optional<OfficeHours> WorkCalendar::officeHours(QDate day) const
{
    if (!isWorkingDay(day))
        return std::nullopt;
    const OfficeHours *best = nullptr;
    for (const OfficeHours &row : m_hours) {
        if (covers(row, day) && (!best || span(row) < span(*best)))
            best = &row;
    }
    return best ? std::optional(*best) : std::nullopt;
}

Instant WorkCalendar::closing(QDate day) const
{
    if (const auto hours = officeHours(day))
        return riyadhInstant(day, hours->closes);
    return riyadhInstant(day.addDays(1), QTime(0, 0)) - std::chrono::milliseconds(1);
}

bool WorkCalendar::isOpen(Instant instant) const
{
    const auto hours = officeHours(riyadhDate(instant));
    const QTime time = riyadhTime(instant);
    return hours && hours->opens <= time && time < hours->closes;
}

} // namespace tawasul

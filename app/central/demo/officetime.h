// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/workcalendar.h"

#include <vector>

namespace tawasul {

/// The time in which officers work, as one line without nights and holidays: minute 0 is the opening of the
/// first day, the last minute the closing of the last working day before `today`. Whatever is placed on the
/// line happens in office hours.
class OfficeTime
{
public:
    OfficeTime(const WorkCalendar &calendar, QDate today, int workingDays);

    /// Working days before today, oldest first; fewer than asked for when the calendar has no more.
    [[nodiscard]] const std::vector<QDate> &days() const { return m_days; }

    /// The `age`-th working day before today; 1 is the last one.
    [[nodiscard]] QDate dayOfAge(int age) const;

    /// Days on which a request of that age came in: the working day and the closed days after it.
    [[nodiscard]] std::vector<QDate> submissionDays(int age) const;

    /// Office minutes that had passed by then.
    [[nodiscard]] qint64 minuteOf(Instant instant) const;

    /// When that minute of the line begins; 0 <= minute < end().
    [[nodiscard]] Instant at(qint64 minute) const;

    [[nodiscard]] qint64 end() const { return m_begins.back(); }

    /// The morning of today: everything generated lies before it.
    [[nodiscard]] Instant now() const;

    [[nodiscard]] QDate today() const { return m_today; }

private:
    QDate m_today;
    std::vector<QDate> m_days;
    std::vector<Instant> m_opens; ///< by day
    std::vector<qint64> m_begins; ///< by day, and one more: the end of the line
};

} // namespace tawasul

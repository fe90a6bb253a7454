// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/board.h"
#include "models/domain/workcalendar.h"

namespace tawasul {

/// Days in a row, both ends included; null: no end on that side.
struct DaySpan
{
    QDate first;
    QDate last;

    [[nodiscard]] bool contains(QDate day) const
    {
        return (!first.isValid() || day >= first) && (!last.isValid() || day <= last);
    }
    friend bool operator==(const DaySpan &, const DaySpan &) = default;
};

/// By which days a board counts at one moment: its columns, its bands of age, its fortnight, and since when
/// the morning counts what is new. A board and the lists behind its numbers are cut by the same frame, so
/// that they agree. Pure.
class BoardFrame
{
public:
    /// `flowDays`: how far back the desk keeps what was closed.
    BoardFrame(const WorkCalendar &calendar, Instant now, int flowDays = 14);

    [[nodiscard]] Instant now() const { return m_now; }
    [[nodiscard]] QDate today() const { return m_today; }

    /// Before today, today, the next seven working days, later; as Board::days.
    [[nodiscard]] const std::vector<QDate> &days() const { return m_days; }
    /// The days that a case may end on that stands in that column; no such column: an empty span.
    [[nodiscard]] DaySpan column(int index) const;
    [[nodiscard]] int columnOf(QDate ends) const;

    /// 0–2, 3–5, 6–7, 8–14 and 15 or more working days, without counts.
    [[nodiscard]] const std::vector<AgeBand> &ages() const { return m_ages; }
    /// The days that a case was submitted on that is so old.
    [[nodiscard]] DaySpan age(int index) const;
    [[nodiscard]] int ageOf(QDate submitted) const;

    /// Fourteen days, or as many as the desk keeps, the last of which is today.
    [[nodiscard]] const std::vector<QDate> &fortnight() const { return m_fortnight; }

    /// When the office closed last.
    [[nodiscard]] Instant lastClosing() const { return m_lastClosing; }

private:
    Instant m_now;
    QDate m_today;
    std::vector<QDate> m_days;
    QDate m_lastDay; ///< of the last column but one, with the days of rest behind it
    std::vector<AgeBand> m_ages;
    std::vector<QDate> m_youngest; ///< of each band, the latest day of submission; null for the first
    std::vector<QDate> m_fortnight;
    Instant m_lastClosing{};
};

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/workcalendar.h"

#include <QtCore/QString>

#include <chrono>
#include <optional>

namespace tawasul {

/// The day by which a case has to be finished, and which of its two clocks says so.
struct Deadline
{
    enum class Kind {
        Service, ///< the service's own promise: working days from submission
        Statutory, ///< a window set by a rule, such as 15 days for cancelling an absence report
    };

    Kind kind = Kind::Service;
    QDate day; ///< the promised or statutory day
    Instant at{}; ///< the last moment in office hours to meet it
    QString rule; ///< code of the statutory rule; empty for the service deadline

    friend bool operator==(const Deadline &, const Deadline &) = default;
};

/// How much is left, in the unit an officer thinks in: working days, and hours only on the last day.
struct TimeLeft
{
    enum class State { Overdue, EndsToday, Ahead };

    State state = State::Ahead;
    int workingDays = 0; ///< Ahead: days left after today; Overdue: days since; EndsToday: 0
    std::chrono::minutes officeMinutes{}; ///< EndsToday: until closing, never negative

    friend bool operator==(const TimeLeft &, const TimeLeft &) = default;
};

/// The service deadline: day 0 is the day of submission in Riyadh whatever the hour, then `workingDays`
/// working days; it is met until the office closes that day.
[[nodiscard]] Deadline serviceDeadline(Instant submitted, int workingDays, const WorkCalendar &calendar);

/// A statutory day as a deadline. Nobody is in the office on a closed day, so the last moment to act is the
/// closing of the last working day up to it.
[[nodiscard]] Deadline statutoryDeadline(QDate lastDay, const QString &rule, const WorkCalendar &calendar);

/// The one the officer works against: the earlier; the statutory one when both fall together, since missing
/// it costs the beneficiary more.
[[nodiscard]] Deadline earlier(const Deadline &service, const std::optional<Deadline> &statutory);

[[nodiscard]] TimeLeft timeLeft(const Deadline &deadline, Instant now, const WorkCalendar &calendar);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/deadline.h"

namespace tawasul {

Deadline serviceDeadline(Instant submitted, int workingDays, const WorkCalendar &calendar)
{
    const QDate day = calendar.addWorkingDays(riyadhDate(submitted), workingDays);
    return { Deadline::Kind::Service, day, calendar.closing(day), {} };
}

Deadline statutoryDeadline(QDate lastDay, const QString &rule, const WorkCalendar &calendar)
{
    return { Deadline::Kind::Statutory, lastDay, calendar.closing(calendar.lastWorkingDayUpTo(lastDay)),
             rule };
}

Deadline earlier(const Deadline &service, const std::optional<Deadline> &statutory)
{
    return statutory && statutory->at <= service.at ? *statutory : service;
}

TimeLeft timeLeft(const Deadline &deadline, Instant now, const WorkCalendar &calendar)
{
    const QDate today = riyadhDate(now);
    const QDate lastDay = riyadhDate(deadline.at);
    if (now > deadline.at)
        return { TimeLeft::State::Overdue, calendar.workingDaysBetween(lastDay, today), {} };
    if (today == lastDay) {
        const auto left = std::chrono::duration_cast<std::chrono::minutes>(deadline.at - now);
        return { TimeLeft::State::EndsToday, 0, left };
    }
    return { TimeLeft::State::Ahead, calendar.workingDaysBetween(today, lastDay), {} };
}

} // namespace tawasul

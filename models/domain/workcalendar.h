// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QtCore/QDate>
#include <QtCore/QString>
#include <QtCore/QTime>

#include <optional>
#include <vector>

namespace tawasul {

/// One thing in the two languages of the program.
struct Bilingual
{
    QString ar;
    QString en;

    [[nodiscard]] bool isEmpty() const { return ar.isEmpty(); }
    friend bool operator==(const Bilingual &, const Bilingual &) = default;
};

/// Days on which the directorate is closed; both ends belong to it.
struct Holiday
{
    QDate first;
    QDate last;
    Bilingual name;
    bool provisional = false; ///< computed, not yet announced (the Eids follow the moon)

    friend bool operator==(const Holiday &, const Holiday &) = default;
};

/// Opening and closing time between two days; an open last day means "until further notice".
struct OfficeHours
{
    QDate first;
    QDate last; ///< null: no end
    QTime opens;
    QTime closes;
    Bilingual name;

    friend bool operator==(const OfficeHours &, const OfficeHours &) = default;
};

/// Why a day between submission and deadline counted or did not.
struct CountedDay
{
    enum class Why { Counted, Weekend, Holiday };

    QDate day;
    Why why = Why::Counted;
    Bilingual holiday; ///< its name when `why` is Holiday
    int number = 0; ///< 1, 2 … when counted

    friend bool operator==(const CountedDay &, const CountedDay &) = default;
};

/// The directorate's working days and office hours, as the centre supplies them: a value, so that a deadline
/// is a pure function of dates and calendar.
class WorkCalendar
{
public:
    WorkCalendar() = default;
    /// `weekend` holds Qt's day numbers (Monday = 1 … Sunday = 7). Of several office-hours rows that cover a
    /// day the one with the shortest span wins, so that Ramadan hours override the ordinary ones.
    WorkCalendar(QString version, std::vector<int> weekend, std::vector<Holiday> holidays,
                 std::vector<OfficeHours> hours);

    [[nodiscard]] const QString &version() const { return m_version; }
    [[nodiscard]] const std::vector<int> &weekend() const { return m_weekend; }
    [[nodiscard]] const std::vector<Holiday> &holidays() const { return m_holidays; }
    [[nodiscard]] const std::vector<OfficeHours> &hours() const { return m_hours; }

    /// A calendar with a week of rest alone, or with office hours that are missing or make no sense, can
    /// compute nothing.
    [[nodiscard]] bool isUsable() const;

    [[nodiscard]] bool isWorkingDay(QDate day) const;
    [[nodiscard]] std::optional<Holiday> holidayOn(QDate day) const;

    /// The `count`-th working day after `day`; `day` itself never counts, being day 0. `count`
    /// >= 1.
    [[nodiscard]] QDate addWorkingDays(QDate day, int count) const;

    /// Working days after `from` up to and including `to`; negative when `to` lies before `from`; 0 when
    /// either is no day.
    [[nodiscard]] int workingDaysBetween(QDate from, QDate to) const;

    /// `day` itself when it is a working day, else the nearest working day before it.
    [[nodiscard]] QDate lastWorkingDayUpTo(QDate day) const;

    /// Each day after `from` up to the `count`-th working day, and why it counted: the answer to "why this
    /// date?".
    [[nodiscard]] std::vector<CountedDay> explain(QDate from, int count) const;

    /// The hours of that day, or nothing when it is no working day.
    [[nodiscard]] std::optional<OfficeHours> officeHours(QDate day) const;

    /// When the office closes that day. For a day without office hours: the end of the day.
    [[nodiscard]] Instant closing(QDate day) const;

    /// Whether the office is open at that instant.
    [[nodiscard]] bool isOpen(Instant instant) const;

    friend bool operator==(const WorkCalendar &, const WorkCalendar &) = default;

private:
    QString m_version;
    std::vector<int> m_weekend;
    std::vector<Holiday> m_holidays; ///< sorted by first day
    std::vector<OfficeHours> m_hours;
};

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/boardwords.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

#include "models/arabic/bidi.h"
#include "models/arabic/calendarnames.h"
#include "models/arabic/dateformat.h"
#include "models/arabic/digits.h"
#include "ui/shared/casewords.h"
#include "ui/shared/countedtext.h"

#include <algorithm>

namespace tawasul {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::BoardWords)
};

} // namespace

BoardWords::BoardWords(DisplayLocale locale)
    : m_locale(locale)
{
}

QString BoardWords::number(int count) const
{
    return groupedNumber(count, m_locale.digits);
}

QString BoardWords::requests(int count) const
{
    return countedText(Words::tr("%n request(s)", "a count on the board", count), count, m_locale.digits);
}

QString BoardWords::officer(const PersonName &name) const
{
    //: In the place of an officer's name: requests that nobody has
    return name.id.isEmpty() ? Words::tr("Unassigned") : isolateAny(withoutControls(name.name));
}

QString BoardWords::standing(Standing standing)
{
    switch (standing) {
    case Standing::Overdue:
        return Words::tr("Overdue", "requests");
    case Standing::Today:
        return Words::tr("Due today", "requests");
    case Standing::OnTrack:
        return Words::tr("On track", "requests");
    case Standing::Waiting:
        break;
    }
    //: Requests that were returned: it is the applicant's turn
    return Words::tr("With the applicant");
}

QString BoardWords::away(const OfficerLoad &officer) const
{
    if (!officer.active)
        return Words::tr("The account was removed");
    if (!officer.isAway)
        return {};
    const QString until = officer.awayUntil.isValid()
        ? Words::tr("On leave until %1").arg(day(officer.awayUntil))
        : Words::tr("On leave until further notice");
    if (!officer.substitute)
        return until;
    //: %1 says how long somebody is on leave, %2 a name
    return Words::tr("%1, substitute: %2").arg(until, isolateAny(withoutControls(officer.substitute->name)));
}

QString BoardWords::urgent(const Load &load) const
{
    //: Under how many requests somebody has: %1 of them are overdue
    const QString overdue = Words::tr("Overdue %1").arg(isolateId(number(load.overdue)));
    //: Under how many requests somebody has: %1 of them are due today
    const QString today = Words::tr("today %1").arg(isolateId(number(load.today)));
    if (load.overdue > 0 && load.today > 0)
        //: Two counts of requests: those overdue, those due today
        return Words::tr("%1, %2", "two counts").arg(overdue, today);
    if (load.overdue > 0)
        return overdue;
    //: The same when none of them is overdue
    return load.today > 0 ? Words::tr("Today %1").arg(isolateId(number(load.today))) : QString();
}

QString BoardWords::day(QDate day) const
{
    return isolateId(shortDate(day, m_locale));
}

QString BoardWords::dayAndMonth(QDate day) const
{
    return isolateId(localDigits(day.toString(QStringLiteral("dd/MM")), m_locale.digits));
}

QString BoardWords::weekday(QDate day) const
{
    return weekdayName(day.dayOfWeek(), m_locale.language);
}

QString BoardWords::column(const Board &board, int column) const
{
    const QDate of = board.days.at(static_cast<std::size_t>(column));
    if (!of.isValid())
        return column == 0 ? Words::tr("Before today") : Words::tr("Later", "days");
    return of == riyadhDate(board.countedAt) ? Words::tr("Today") : day(of);
}

QString BoardWords::age(const AgeBand &band) const
{
    const auto shown = [this](int count) { return isolateId(number(count)); };
    if (!band.to)
        //: %1 a number of working days
        return Words::tr("More than %1").arg(shown(band.from - 1));
    if (*band.to == band.from)
        return shown(band.from);
    //: From so many to so many working days
    return Words::tr("%1 to %2").arg(shown(band.from), shown(*band.to));
}

QString BoardWords::matter(const BoardQuestion &question) const
{
    using Matter = BoardQuestion::Matter;
    switch (question.matter) {
    case Matter::Received:
        return Words::tr("Requests received on %1").arg(day(question.day));
    case Matter::Closed:
        return Words::tr("Requests closed on %1").arg(day(question.day));
    case Matter::EndsTodayOfficerAway:
        return Words::tr("Due today, and their officer is away");
    case Matter::ArrivedSince:
        return Words::tr("Arrived since the last closing hour");
    case Matter::ReturnedSince:
        return Words::tr("Answered by the applicant since the last closing hour");
    case Matter::Open:
        break;
    }
    if (!question.standing)
        return Words::tr("Open requests");
    //: %1 such as Overdue
    return Words::tr("Requests: %1").arg(standing(*question.standing));
}

QString BoardWords::question(const BoardQuestion &question, const Board &board) const
{
    QStringList parts{matter(question)};
    if (question.officer)
        parts.append(officer(officerOf(board, *question.officer)));
    if (question.column && *question.column < static_cast<int>(board.days.size())) {
        //: Requests whose deadline is on that day: %1 such as Today
        parts.append(Words::tr("deadline: %1").arg(column(board, *question.column)));
    }
    if (question.age && *question.age < static_cast<int>(board.ages.size())) {
        //: Requests of such an age: %1 such as 3 to 5
        parts.append(
            Words::tr("working days: %1").arg(age(board.ages[static_cast<std::size_t>(*question.age)])));
    }
    return parts.join(QStringLiteral(" – "));
}

QString BoardWords::section(const QString &code) const
{
    const Section *known = m_reference ? m_reference->section(code) : nullptr;
    return known ? named(known->name, m_locale.language) : isolateId(code);
}

QString BoardWords::service(const QString &code) const
{
    const SubService *known = m_reference ? m_reference->subService(code) : nullptr;
    return known ? named(known->name, m_locale.language) : isolateId(code);
}

PersonName officerOf(const Board &board, const PersonId &id)
{
    const auto found = std::find_if(board.officers.begin(), board.officers.end(),
                                    [&id](const OfficerLoad &each) { return each.officer.id == id; });
    return found == board.officers.end() ? PersonName() : found->officer;
}

int countOf(const Load &load, Standing standing)
{
    switch (standing) {
    case Standing::Overdue:
        return load.overdue;
    case Standing::Today:
        return load.today;
    case Standing::OnTrack:
        return load.onTrack;
    case Standing::Waiting:
        break;
    }
    return load.waiting;
}

std::optional<int> countBehind(const Board &board, const BoardQuestion &question)
{
    using Matter = BoardQuestion::Matter;
    const auto at = [](const auto &list, int place) {
        const bool is = place >= 0 && place < static_cast<int>(list.size());
        return is ? &list[static_cast<std::size_t>(place)] : nullptr;
    };
    if (question.matter == Matter::Received || question.matter == Matter::Closed) {
        for (const DayFlow &each : board.flow) {
            if (each.day == question.day)
                return question.matter == Matter::Closed ? each.closed : each.received;
        }
        return std::nullopt;
    }
    if (question.matter != Matter::Open)
        return std::nullopt;
    if (question.age) {
        const AgeBand *band = at(board.ages, *question.age);
        return band ? std::optional(band->count) : std::nullopt;
    }
    const auto counted = [&question](const Load &load) {
        return question.standing ? countOf(load, *question.standing) : load.total();
    };
    if (!question.officer)
        return question.column ? std::nullopt : std::optional(counted(board.all));
    for (const OfficerLoad &each : board.officers) {
        if (each.officer.id != *question.officer)
            continue;
        if (!question.column)
            return counted(each.load);
        const int *day = at(each.byDay, *question.column);
        return day ? std::optional(*day) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace tawasul

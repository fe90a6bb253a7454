// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/leave.h"

#include <QtCore/QSet>

#include <algorithm>

namespace tawasul {

namespace {

Error invalid(const char *what)
{
    return {Error::Kind::Invalid, QStringLiteral("leave.invalid.") % QLatin1String(what), {}};
}

// The last day that the leave takes whole; null: until further notice.
QDate lastDayOf(const Leave &leave)
{
    if (!leave.endedAt)
        return leave.last;
    const QDate before = riyadhDate(*leave.endedAt).addDays(-1);
    return leave.last.isValid() ? std::min(leave.last, before) : before;
}

const Colleague *officerIn(const Roster &roster, const PersonId &id)
{
    const auto found = roster.constFind(id);
    return found != roster.constEnd() && found->role == Role::Officer && found->active ? &*found : nullptr;
}

Outcome checkDays(const Leave &leave, const Leave *before, QDate today)
{
    if (!leave.first.isValid() || (leave.kind == Leave::Kind::Planned && !leave.last.isValid()))
        return invalid("days");
    if (leave.last.isValid() && leave.last < leave.first)
        return invalid("order");
    if (leave.last.isValid() && leave.last < today)
        return invalid("past");
    const bool sameFirst = before && before->first == leave.first;
    if (before && before->first <= today && !sameFirst)
        return invalid("begun");
    if (sameFirst && before->kind == leave.kind)
        return Done{};
    if (leave.kind == Leave::Kind::Planned && leave.first < today)
        return invalid("past");
    if (leave.kind == Leave::Kind::Unplanned && leave.first > today)
        return invalid("not_begun");
    const bool isLongAgo = leave.first < today.addDays(-kLongestBackdating);
    return isLongAgo && !sameFirst ? Outcome(invalid("past")) : Done{};
}

bool isTaken(const Colleague &colleague, const Leave &by)
{
    return std::any_of(colleague.leaves.begin(), colleague.leaves.end(),
                       [&by](const Leave &other) { return other.id != by.id && overlap(other, by); });
}

Outcome checkSubstitute(const Leave &leave, const Colleague &officer, const Roster &roster)
{
    if (!leave.substitute)
        return leave.kind == Leave::Kind::Planned ? Outcome(invalid("substitute_missing")) : Done{};
    if (leave.substitute->id == leave.officer.id)
        return invalid("substitute_self");
    const Colleague *substitute = officerIn(roster, leave.substitute->id);
    if (!substitute)
        return invalid("substitute_unknown");
    if (!mayWorkIn(*substitute, officer.section, officer.region))
        return invalid("substitute_not_permitted");
    return isTaken(*substitute, leave) ? Outcome(invalid("substitute_absent")) : Done{};
}

} // namespace

bool isAway(const Leave &leave, Instant at)
{
    const QDate day = riyadhDate(at);
    return day >= leave.first && (!leave.last.isValid() || day <= leave.last)
        && (!leave.endedAt || at < *leave.endedAt);
}

bool isOver(const Leave &leave, QDate today)
{
    return leave.endedAt || (leave.last.isValid() && leave.last < today);
}

bool overlap(const Leave &a, const Leave &b)
{
    const auto isBefore = [](QDate last, QDate first) { return last.isValid() && last < first; };
    const QDate endOfA = lastDayOf(a);
    const QDate endOfB = lastDayOf(b);
    if (isBefore(endOfA, a.first) || isBefore(endOfB, b.first))
        return false; // called off before it began
    return !isBefore(endOfA, b.first) && !isBefore(endOfB, a.first);
}

const Leave *leaveAt(const Colleague &colleague, Instant at)
{
    const auto found = std::find_if(colleague.leaves.begin(), colleague.leaves.end(),
                                    [at](const Leave &leave) { return isAway(leave, at); });
    return found == colleague.leaves.end() ? nullptr : &*found;
}

bool worksIn(const Colleague &colleague, const QString &section, const QString &region)
{
    return colleague.role == Role::Officer && (colleague.section.isEmpty() || colleague.section == section)
        && (colleague.region.isEmpty() || colleague.region == region);
}

bool mayWorkIn(const Colleague &colleague, const QString &section, const QString &region)
{
    return colleague.active && worksIn(colleague, section, region);
}

bool isOverseenBy(const Colleague &officer, const Actor &actor)
{
    const bool sameSection = officer.section.isEmpty() || officer.section == actor.section;
    const bool sameRegion = officer.region == actor.region;
    switch (actor.role) {
    case Role::SectionSupervisor:
        return !actor.section.isEmpty() && sameSection && (actor.region.isEmpty() || sameRegion);
    case Role::RegionSupervisor:
        return !actor.region.isEmpty() && sameRegion;
    case Role::Auditor:
        return (actor.section.isEmpty() || sameSection) && (actor.region.isEmpty() || sameRegion);
    default:
        return false;
    }
}

std::optional<PersonName> substituteAt(const Roster &roster, const PersonId &officer, const QString &section,
                                       const QString &region, Instant at)
{
    QSet<PersonId> asked;
    PersonId id = officer;
    while (!asked.contains(id)) { // two may stand in for each other
        asked.insert(id);
        const Colleague *colleague = officerIn(roster, id);
        const Leave *leave = colleague ? leaveAt(*colleague, at) : nullptr;
        if (colleague && !leave && id != officer)
            return mayWorkIn(*colleague, section, region) ? std::optional(colleague->name) : std::nullopt;
        if (!leave || !leave->substitute)
            return std::nullopt;
        id = leave->substitute->id;
    }
    return std::nullopt;
}

Outcome checkLeave(const Leave &leave, const Leave *before, const Roster &roster, QDate today)
{
    if (leave.kind == Leave::Kind::Unknown)
        return invalid("kind");
    const Colleague *officer = officerIn(roster, leave.officer.id);
    if (!officer)
        return invalid("officer_unknown");
    if (Outcome days = checkDays(leave, before, today); !days)
        return days;
    if (Outcome substitute = checkSubstitute(leave, *officer, roster); !substitute)
        return substitute;
    if (isTaken(*officer, leave))
        return Error{Error::Kind::Conflict, QStringLiteral("leave.overlap"), {}};
    return Done{};
}

} // namespace tawasul

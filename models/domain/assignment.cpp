// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/assignment.h"

#include "models/domain/uuid.h"
#include "models/domain/workflow.h"

#include <QtCore/QSet>

#include <algorithm>

namespace tawasul {

namespace {

Error invalid(const char *what, const char *detail)
{
    return {Error::Kind::Invalid, QStringLiteral("assignment.invalid.") % QLatin1String(what),
            QLatin1String(detail)};
}

QString because(const char *reason)
{
    return QStringLiteral("assignment.") % QLatin1String(reason);
}

PersonId idOf(const std::optional<PersonName> &person)
{
    return person ? person->id : PersonId();
}

const Colleague *colleague(const Roster &roster, const PersonId &id)
{
    const auto found = roster.constFind(id);
    return found == roster.constEnd() ? nullptr : &*found;
}

// Whom they know of that id, when it is about that case.
const Colleague *knownColleague(const Roster &roster, const PersonId &id, const CaseHeader &theCase,
                                const Actor &supervisor)
{
    const Colleague *found = colleague(roster, id);
    return found && isKnownTo(supervisor, *found, theCase.section, theCase.region) ? found : nullptr;
}

// Whether they went since: what was known then, and ran, does not count.
bool hasLeftSince(const Colleague &officer, Instant since, Instant now)
{
    const Leave *leave = leaveAt(officer, now);
    return leave && !(leave->changedAt.value_or(leave->recordedAt) <= since && isAway(*leave, since));
}

} // namespace

Outcome checkOrder(const AssignmentOrder &order)
{
    if (!(order.isDryRun && order.id.isEmpty()) && !isUuidV7(order.id.text()))
        return invalid("id", "not a UUID version 7");
    if (order.text.size() > kLongestAssignmentText)
        return invalid("text", "too long");
    const int ways = (order.cases.empty() ? 0 : 1) + (order.rule ? 1 : 0) + (order.undoes.isEmpty() ? 0 : 1);
    if (ways == 0)
        return invalid("empty", "no case, rule or assignment is named");
    if (ways > 1)
        return invalid("way", "one of cases, rule and undo");
    if (order.cases.size() > static_cast<std::size_t>(kMostAssigned))
        return Error{Error::Kind::Invalid, QStringLiteral("assignment.too_many"),
                     QString::number(order.cases.size()) % u" of at most " % QString::number(kMostAssigned)};
    if (order.rule && order.rule->endsFrom.isValid() && order.rule->endsTo.isValid()
        && order.rule->endsTo < order.rule->endsFrom)
        return invalid("days", "the rule ends before it starts");
    QSet<CaseId> seen;
    for (const AssignmentWish &wish : order.cases) {
        if (seen.contains(wish.caseId))
            return invalid("duplicate", "a case stands there twice");
        seen.insert(wish.caseId);
    }
    return Done{};
}

bool picks(const AssignmentRule &rule, const CaseHeader &theCase)
{
    const QDate day = riyadhDate(theCase.deadline().at);
    return isOpen(theCase.status) && idOf(theCase.assignee) == rule.from
        && (rule.section.isEmpty() || rule.section == theCase.section)
        && (rule.subService.isEmpty() || rule.subService == theCase.subService)
        && (!rule.endsFrom.isValid() || day >= rule.endsFrom)
        && (!rule.endsTo.isValid() || day <= rule.endsTo);
}

bool isKnownTo(const Actor &supervisor, const Colleague &colleague, const QString &section,
               const QString &region)
{
    return colleague.role == Role::Officer
        && (worksIn(colleague, section, region) || isOverseenBy(colleague, supervisor));
}

QString giftObstacle(const Colleague *officer, const QString &section, const QString &region, Instant at)
{
    if (!officer || officer->role != Role::Officer)
        return because("officer_unknown");
    if (!worksIn(*officer, section, region))
        return because("not_permitted");
    if (!officer->active)
        return because("officer_removed");
    return leaveAt(*officer, at) ? because("on_leave") : QString();
}

QString assignmentObstacle(const CaseHeader &theCase, const AssignmentWish &wish, const Actor &supervisor,
                           const Roster &roster, Instant at)
{
    const ActType type = wish.to.isEmpty() ? ActType::Unassign : ActType::Assign;
    if (!isWithinReach(theCase, supervisor) || !mayEver(supervisor.role, type))
        return because("out_of_reach");
    if (!transitionFor(theCase.status, type, supervisor.role))
        return because("decided");
    if (wish.version && *wish.version != theCase.version)
        return because("stale");
    if (idOf(theCase.assignee) == wish.to)
        return because("already_theirs");
    return wish.to.isEmpty() ? QString()
                             : giftObstacle(knownColleague(roster, wish.to, theCase, supervisor),
                                            theCase.section, theCase.region, at);
}

QString undoObstacle(const CaseHeader &theCase, const Undoing &undoing, const Actor &supervisor,
                     const Roster &roster, Instant now)
{
    if (!isWithinReach(theCase, supervisor) || !mayEver(supervisor.role, ActType::Assign))
        return because("out_of_reach");
    if (!undoing.isLast)
        return because("moved_on");
    if (!transitionFor(theCase.status, ActType::Assign, supervisor.role))
        return because("decided");
    if (undoing.backTo.isEmpty())
        return {};
    const Colleague *officer = colleague(roster, undoing.backTo);
    if (!officer || officer->role != Role::Officer)
        return because("officer_unknown");
    if (!officer->active)
        return because("officer_removed");
    return hasLeftSince(*officer, undoing.at, now) ? because("on_leave") : QString();
}

namespace {

/// Who is to have a case: nobody, or whom the supervisor may hear of, or an id and no more.
struct Giftee
{
    const PersonId &id;
    const Colleague *known = nullptr;

    [[nodiscard]] std::optional<PersonName> name() const
    {
        if (id.isEmpty())
            return std::nullopt;
        return known ? known->name : PersonName{id, {}};
    }
};

/// What becomes of the case of that header, unless something stands in the way.
AssignmentVerdict verdictFor(const CaseHeader &theCase, const Giftee &to, const QString &obstacle,
                             AssignmentOutcome unhindered)
{
    AssignmentVerdict verdict;
    verdict.caseId = theCase.id;
    verdict.number = theCase.number;
    verdict.from = theCase.assignee;
    verdict.to = to.name();
    verdict.reason = obstacle;
    verdict.version = theCase.version;
    if (obstacle.isEmpty()) {
        verdict.outcome = unhindered;
        verdict.version += 1;
    }
    return verdict;
}

} // namespace

AssignmentVerdict verdictOn(const CaseHeader &theCase, const AssignmentWish &wish, const Actor &supervisor,
                            const Roster &roster, Instant at, bool atOnce)
{
    const QString obstacle = assignmentObstacle(theCase, wish, supervisor, roster, at);
    if (obstacle == because("out_of_reach"))
        return outOfReach(wish.caseId);
    AssignmentVerdict verdict =
        verdictFor(theCase, {wish.to, knownColleague(roster, wish.to, theCase, supervisor)}, obstacle,
                   atOnce ? AssignmentOutcome::Done : AssignmentOutcome::Queued);
    if (obstacle == because("on_leave"))
        verdict.substitute = substituteAt(roster, wish.to, theCase.section, theCase.region, at);
    return verdict;
}

AssignmentVerdict outOfReach(const CaseId &id)
{
    AssignmentVerdict verdict;
    verdict.caseId = id;
    verdict.reason = because("out_of_reach");
    return verdict;
}

AssignmentVerdict undoVerdictOn(const CaseHeader &theCase, const Undoing &undoing, const Actor &supervisor,
                                const Roster &roster, Instant now)
{
    const QString obstacle = undoObstacle(theCase, undoing, supervisor, roster, now);
    if (obstacle == because("out_of_reach"))
        return outOfReach(theCase.id);
    // It was theirs when the supervisor looked: their name is nothing new.
    AssignmentVerdict verdict = verdictFor(theCase, {undoing.backTo, colleague(roster, undoing.backTo)},
                                           obstacle, AssignmentOutcome::Done);
    if (obstacle == because("on_leave"))
        verdict.substitute = substituteAt(roster, undoing.backTo, theCase.section, theCase.region, now);
    return verdict;
}

bool isForAStranger(const AssignmentVerdict &verdict)
{
    return verdict.to && verdict.to->name.isEmpty();
}

Act actOf(const AssignmentVerdict &verdict, const AssignmentOrder &order, const Actor &supervisor)
{
    Act act;
    act.id = verdict.act;
    act.caseId = verdict.caseId;
    act.type = verdict.to ? ActType::Assign : ActType::Unassign;
    act.actor = supervisor;
    act.baseVersion = verdict.version - 1;
    act.recordedAt = order.recordedAt;
    act.monotonic = order.monotonic;
    act.lastServerTime = order.lastServerTime;
    act.text = order.text;
    act.toAssignee = verdict.to;
    return act;
}

std::vector<LoadChange> loadChanges(const Loads &before, const std::vector<CaseHeader> &theCases,
                                    const std::vector<AssignmentVerdict> &verdicts, Instant at)
{
    std::map<PersonId, LoadChange> changes;
    const auto changeOf = [&](const std::optional<PersonName> &person) -> LoadChange & {
        const auto [found, isNew] = changes.try_emplace(idOf(person));
        if (isNew) {
            const auto known = before.find(idOf(person));
            found->second.officer = person.value_or(PersonName());
            found->second.before = known == before.end() ? Load() : known->second;
            found->second.after = found->second.before;
        }
        return found->second;
    };
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        const AssignmentVerdict &verdict = verdicts[i];
        if (verdict.number.isEmpty())
            continue; // out of reach: nobody's load is told
        LoadChange &from = changeOf(verdict.from);
        if (isForAStranger(verdict))
            continue;
        LoadChange &to = changeOf(verdict.to);
        const auto standing = standingOf(theCases[i], at);
        if (verdict.outcome == AssignmentOutcome::Refused || !standing)
            continue;
        from.after.add(*standing, -1);
        to.after.add(*standing, 1);
    }
    std::vector<LoadChange> sorted;
    for (const auto &[id, change] : changes)
        sorted.push_back(change);
    std::stable_sort(sorted.begin(), sorted.end(), [](const LoadChange &a, const LoadChange &b) {
        if (a.officer.id.isEmpty() != b.officer.id.isEmpty())
            return b.officer.id.isEmpty();
        return a.officer.name < b.officer.name;
    });
    return sorted;
}

} // namespace tawasul

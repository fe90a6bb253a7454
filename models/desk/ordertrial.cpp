// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desk/ordertrial.h"

#include "models/desk/boardcount.h"
#include "models/domain/workflow.h"

namespace tawasul {

namespace {

/// The cases of an order with what was found of each, in the same order.
struct Found
{
    std::vector<CaseHeader> cases;
    std::vector<AssignmentVerdict> verdicts;
    int unsure = 0;
};

QString because(const char *reason)
{
    return QStringLiteral("assignment.") % QLatin1String(reason);
}

Error tooMany(std::size_t count)
{
    return {Error::Kind::Invalid, QStringLiteral("assignment.too_many"),
            QString::number(count) % u" of at most " % QString::number(kMostAssigned)};
}

Result<Found> selected(HeaderQuestions &headers, const std::vector<AssignmentWish> &wishes,
                       const Actor &supervisor, const Roster &roster, Instant now)
{
    std::vector<CaseId> ids;
    for (const AssignmentWish &wish : wishes)
        ids.push_back(wish.caseId);
    auto known = headers.byIds(ids);
    if (!known)
        return known.error();
    Found found;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        std::optional<CaseHeader> &header = (*known)[i];
        found.verdicts.push_back(
            header ? verdictOn(*header, wishes[i], supervisor, roster, now, /*atOnce=*/false)
                   : outOfReach(wishes[i].caseId));
        found.cases.push_back(header ? std::move(*header) : CaseHeader());
    }
    return found;
}

Result<Found> picked(HeaderQuestions &headers, const AssignmentOrder &order, const Actor &supervisor,
                     const Roster &roster, Instant now)
{
    HeaderFilter filter;
    filter.state = HeaderFilter::State::Open;
    filter.officer = order.rule->from;
    filter.ends = DaySpan{order.rule->endsFrom, order.rule->endsTo};
    auto all = headers.list(filter);
    if (!all)
        return all.error();
    Found found;
    for (CaseHeader &header : *all) {
        if (!picks(*order.rule, header) || !isWithinReach(header, supervisor))
            continue;
        found.verdicts.push_back(verdictOn(header, {header.id, header.version, order.to}, supervisor, roster,
                                           now, /*atOnce=*/false));
        found.cases.push_back(std::move(header));
    }
    if (found.cases.size() > static_cast<std::size_t>(kMostAssigned))
        return tooMany(found.cases.size());
    return found;
}

/// As undoObstacle() would say, where a header tells it; `isUnsure` where it does not.
QString undoObstacleByHeader(const CaseHeader &header, const AssignmentVerdict &done, const Roster &roster,
                             bool &isUnsure)
{
    const PersonId now = header.assignee ? header.assignee->id : PersonId();
    const PersonId then = done.to ? done.to->id : PersonId();
    const bool isTouched = header.version > done.version;
    if (isTouched && (now != then || !isOpen(header.status)))
        return because("moved_on");
    isUnsure = isTouched;
    if (!done.from)
        return {};
    const auto officer = roster.constFind(done.from->id);
    if (officer == roster.constEnd())
        isUnsure = true; // of another section; the centre knows them
    else if (!officer->active)
        return because("officer_removed");
    return {};
}

Result<Found> takenBack(HeaderQuestions &headers, const StoredAssignment &undone, const Roster &roster)
{
    std::vector<CaseId> ids;
    std::vector<AssignmentVerdict> moved;
    for (const AssignmentVerdict &verdict : undone.results) {
        // Queued: it has not been answered either.
        if (verdict.outcome != AssignmentOutcome::Done && verdict.outcome != AssignmentOutcome::Queued)
            continue;
        ids.push_back(verdict.caseId);
        moved.push_back(verdict);
    }
    auto known = headers.byIds(ids);
    if (!known)
        return known.error();
    Found found;
    for (std::size_t i = 0; i < moved.size(); ++i) {
        const AssignmentVerdict &done = moved[i];
        std::optional<CaseHeader> &header = (*known)[i];
        if (!header) {
            found.verdicts.push_back(outOfReach(done.caseId));
            found.cases.emplace_back();
            continue;
        }
        AssignmentVerdict back;
        back.caseId = done.caseId;
        back.number = header->number;
        back.from = header->assignee; // the feed may not have brought yet what is taken back
        back.to = done.from;
        back.version = header->version;
        bool isUnsure = done.outcome == AssignmentOutcome::Queued;
        back.reason = undoObstacleByHeader(*header, done, roster, isUnsure);
        if (back.reason.isEmpty()) {
            back.outcome = AssignmentOutcome::Queued;
            back.version += 1;
            found.unsure += isUnsure ? 1 : 0;
        }
        found.verdicts.push_back(std::move(back));
        found.cases.push_back(std::move(*header));
    }
    return found;
}

Result<Loads> loadsOf(HeaderQuestions &headers, const std::vector<AssignmentVerdict> &verdicts, Instant now)
{
    Loads loads;
    for (const AssignmentVerdict &verdict : verdicts) {
        if (verdict.number.isEmpty())
            continue;
        loads.try_emplace(verdict.from ? verdict.from->id : PersonId());
        loads.try_emplace(verdict.to ? verdict.to->id : PersonId());
    }
    for (auto &[person, load] : loads) {
        const auto tallies = headers.tallies(now, person);
        if (!tallies)
            return tallies.error();
        load = loadOf(*tallies, riyadhDate(now));
    }
    return loads;
}

} // namespace

Result<AssignmentTrial> tryOut(HeaderQuestions headers, const AssignmentOrder &order, const Actor &supervisor,
                               Instant now, const std::optional<StoredAssignment> &undone)
{
    AssignmentOrder asked = order;
    asked.isDryRun = asked.id.isEmpty();
    if (const Outcome checked = checkOrder(asked); !checked)
        return checked.error();
    if (!order.undoes.isEmpty() && !undone)
        return Error{Error::Kind::NotFound, QStringLiteral("assignment.unknown"), {}};
    AssignmentTrial trial;
    const Outcome tried = headers.together([&]() -> Outcome {
        const auto staff = headers.staff();
        const auto completeAt = headers.completeAt();
        if (!staff || !completeAt)
            return staff ? completeAt.error() : staff.error();
        const Roster roster = rosterOf(*staff);
        auto found = order.rule ? picked(headers, order, supervisor, roster, now)
            : undone            ? takenBack(headers, *undone, roster)
                                : selected(headers, order.cases, supervisor, roster, now);
        if (!found)
            return found.error();
        const auto loads = loadsOf(headers, found->verdicts, now);
        if (!loads)
            return loads.error();
        trial.loads = loadChanges(*loads, found->cases, found->verdicts, now);
        trial.results = std::move(found->verdicts);
        trial.unsure = found->unsure;
        trial.completeAt = *completeAt;
        return Done{};
    });
    return tried ? Result<AssignmentTrial>(std::move(trial)) : tried.error();
}

} // namespace tawasul

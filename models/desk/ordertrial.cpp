// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desk/ordertrial.h"

#include "models/desk/boardcount.h"
#include "models/domain/workflow.h"

#include <algorithm>

namespace tawasul {

namespace {

constexpr std::chrono::minutes kTrialStands{10};

/// The cases of an order with what was found of each, in the same order.
struct Found
{
    std::vector<CaseHeader> cases;
    std::vector<AssignmentVerdict> verdicts;
    std::vector<AssignmentWish> wishes;
    int unsure = 0;
};

/// Who asks, and what everything is judged by.
struct Bench
{
    HeaderQuestions &headers;
    const Actor &supervisor;
    const Roster roster;
    const TrialGrounds &grounds;
    Instant now{};
    bool isPartial = false; ///< of headers that are not here nothing is known

    /// Of a case that is not here.
    [[nodiscard]] AssignmentVerdict absent(const CaseId &id, int &unsure) const
    {
        AssignmentVerdict verdict = outOfReach(id);
        if (!isPartial)
            return verdict;
        ++unsure;
        verdict.reason.clear();
        verdict.outcome = AssignmentOutcome::Queued;
        return verdict;
    }
};

PersonId idOf(const std::optional<PersonName> &person)
{
    return person ? person->id : PersonId();
}

QString because(const char *reason)
{
    return QStringLiteral("assignment.") % QLatin1String(reason);
}

Error tooMany(std::size_t count)
{
    return {Error::Kind::Invalid, QStringLiteral("assignment.too_many"),
            QString::number(count) % u" of at most " % QString::number(kMostAssigned)};
}

/// As it will stand; whether that rests on what waits. What the feed brought already, or what somebody else
/// did in between, is not done again.
bool fold(CaseHeader &header, const WaitingChanges &waiting)
{
    const auto move = waiting.moves.find(header.id);
    if (move == waiting.moves.end() || header.version >= move->second.version)
        return false;
    header.assignee = move->second.to;
    header.version = move->second.version;
    return true;
}

void judge(const Bench &bench, CaseHeader header, AssignmentWish wish, Found &found)
{
    const bool rests = fold(header, bench.grounds.waiting);
    if (rests)
        wish.version.reset(); // which it will be is for the order before to say
    found.verdicts.push_back(
        verdictOn(header, wish, bench.supervisor, bench.roster, bench.now, /*atOnce=*/false));
    found.unsure += rests && found.verdicts.back().outcome == AssignmentOutcome::Queued ? 1 : 0;
    found.wishes.push_back(std::move(wish));
    found.cases.push_back(std::move(header));
}

Result<Found> selected(const Bench &bench, const std::vector<AssignmentWish> &wishes)
{
    std::vector<CaseId> ids;
    for (const AssignmentWish &wish : wishes)
        ids.push_back(wish.caseId);
    auto known = bench.headers.byIds(ids);
    if (!known)
        return known.error();
    Found found;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        if (auto &header = (*known)[i]) {
            judge(bench, std::move(*header), wishes[i], found);
            continue;
        }
        found.verdicts.push_back(bench.absent(wishes[i].caseId, found.unsure));
        found.wishes.push_back(wishes[i]);
        found.cases.emplace_back();
    }
    return found;
}

/// Those that somebody gets by an order that waits.
Result<std::vector<CaseHeader>> comingTo(const Bench &bench, const PersonId &officer)
{
    std::vector<CaseId> ids;
    for (const auto &[id, move] : bench.grounds.waiting.moves) {
        if (idOf(move.to) == officer)
            ids.push_back(id);
    }
    const auto known = bench.headers.byIds(ids);
    if (!known)
        return known.error();
    std::vector<CaseHeader> coming;
    for (const std::optional<CaseHeader> &header : *known) {
        if (header && idOf(header->assignee) != officer)
            coming.push_back(*header);
    }
    return coming;
}

Result<Found> picked(const Bench &bench, const AssignmentOrder &order)
{
    HeaderFilter filter;
    filter.state = HeaderFilter::State::Open;
    filter.officer = order.rule->from;
    filter.ends = DaySpan{order.rule->endsFrom, order.rule->endsTo};
    filter.section = order.rule->section;
    filter.subService = order.rule->subService;
    // As many as waiting orders take away may be picked for nothing.
    const auto most = kMostAssigned + 1 + static_cast<int>(bench.grounds.waiting.moves.size());
    auto all = bench.headers.list(filter, most);
    auto coming = comingTo(bench, order.rule->from);
    if (!all || !coming)
        return all ? coming.error() : all.error();
    all->insert(all->end(), coming->begin(), coming->end());
    Found found;
    for (CaseHeader &header : *all) {
        CaseHeader folded = header;
        fold(folded, bench.grounds.waiting);
        if (!picks(*order.rule, folded) || !isWithinReach(folded, bench.supervisor))
            continue;
        AssignmentWish wish{header.id, header.version, order.to};
        judge(bench, std::move(header), std::move(wish), found);
    }
    if (found.cases.size() <= static_cast<std::size_t>(kMostAssigned))
        return found;
    const auto count = bench.headers.count(filter);
    return count ? tooMany(std::max(found.cases.size(), static_cast<std::size_t>(*count))) : count.error();
}

AssignmentVerdict givenBack(const Bench &bench, CaseHeader &header, const AssignmentVerdict &done,
                            int &unsure)
{
    fold(header, bench.grounds.waiting);
    if (header.version < done.version) { // the feed has not brought it yet
        header.assignee = done.to;
        header.version = done.version;
    }
    // Headers do not tell whether only notes came since, which do not hinder.
    const bool isTouched = header.version > done.version;
    const bool isSame = idOf(header.assignee) == idOf(done.to) && isOpen(header.status);
    const Undoing undoing{!isTouched || isSame, bench.grounds.undone->at, idOf(done.from)};
    AssignmentVerdict back = undoVerdictOn(header, undoing, bench.supervisor, bench.roster, bench.now);
    if (back.to && done.from)
        back.to = done.from;
    // Somebody of another section: the centre knows them.
    const bool isElsewhere =
        back.reason == because("officer_unknown") && !bench.roster.contains(undoing.backTo);
    if (isElsewhere) {
        back.reason.clear();
        back.outcome = AssignmentOutcome::Done;
        back.version += 1;
    }
    if (back.outcome != AssignmentOutcome::Done)
        return back;
    back.outcome = AssignmentOutcome::Queued;
    unsure += isTouched || isElsewhere || done.outcome == AssignmentOutcome::Queued ? 1 : 0;
    return back;
}

Result<Found> takenBack(const Bench &bench)
{
    std::vector<CaseId> ids;
    std::vector<AssignmentVerdict> moved;
    for (const AssignmentVerdict &verdict : bench.grounds.undone->results) {
        // Queued: it has not been answered either.
        if (verdict.outcome != AssignmentOutcome::Done && verdict.outcome != AssignmentOutcome::Queued)
            continue;
        ids.push_back(verdict.caseId);
        moved.push_back(verdict);
    }
    auto known = bench.headers.byIds(ids);
    if (!known)
        return known.error();
    Found found;
    for (std::size_t i = 0; i < moved.size(); ++i) {
        std::optional<CaseHeader> &header = (*known)[i];
        found.verdicts.push_back(header ? givenBack(bench, *header, moved[i], found.unsure)
                                        : bench.absent(moved[i].caseId, found.unsure));
        found.cases.push_back(header ? std::move(*header) : CaseHeader());
    }
    return found;
}

/// Of whoever the verdicts name, with what waits done.
Result<Loads> loadsOf(const Bench &bench, const std::vector<AssignmentVerdict> &verdicts)
{
    Loads loads;
    for (const AssignmentVerdict &verdict : verdicts) {
        if (verdict.number.isEmpty())
            continue;
        loads.try_emplace(idOf(verdict.from));
        if (!isForAStranger(verdict))
            loads.try_emplace(idOf(verdict.to));
    }
    for (auto &[person, load] : loads) {
        const auto tallies = bench.headers.tallies(bench.now, person);
        if (!tallies)
            return tallies.error();
        load = loadOf(*tallies, riyadhDate(bench.now));
    }
    std::vector<CaseId> moving;
    for (const auto &[id, move] : bench.grounds.waiting.moves)
        moving.push_back(id);
    const auto known = bench.headers.byIds(moving);
    if (!known)
        return known.error();
    for (const std::optional<CaseHeader> &header : *known) {
        CaseHeader folded = header.value_or(CaseHeader());
        const auto standing = header ? standingOf(*header, bench.now) : std::nullopt;
        if (!standing || !fold(folded, bench.grounds.waiting))
            continue;
        if (const auto from = loads.find(idOf(header->assignee)); from != loads.end())
            from->second.add(*standing, -1);
        if (const auto to = loads.find(idOf(folded.assignee)); to != loads.end())
            to->second.add(*standing, 1);
    }
    return loads;
}

} // namespace

bool ShownTrial::standsFor(const AssignmentOrder &asked, const WaitingChanges &waitingNow, Instant now) const
{
    // Leaves begin and end with the day.
    return asked.undoes.isEmpty() && now >= at && now - at <= kTrialStands
        && riyadhDate(now) == riyadhDate(at) && asked == order && waitingNow == waiting;
}

Result<WaitingChanges> waitingChanges(Journal &journal)
{
    const auto waiting = journal.ordersThatWait();
    if (!waiting)
        return waiting.error();
    WaitingChanges changes;
    for (const OrderRecord &record : *waiting) {
        if (record.kind != OrderRecord::Kind::Assignment) {
            if (auto leave = leaveIn(record)) {
                std::erase_if(changes.leaves,
                              [&leave](const Leave &earlier) { return earlier.id == leave->id; });
                changes.leaves.push_back(std::move(*leave));
            }
            continue;
        }
        const auto stored = assignmentIn(record);
        if (!stored)
            continue;
        for (const AssignmentVerdict &verdict : stored->results) {
            if (verdict.outcome == AssignmentOutcome::Queued && !verdict.number.isEmpty())
                changes.moves[verdict.caseId] = {verdict.to, verdict.version};
        }
    }
    return changes;
}

Roster rosterWith(const StoredStaff &staff, const WaitingChanges &waiting)
{
    Roster roster = rosterOf(staff);
    for (const Leave &leave : waiting.leaves) {
        const auto officer = roster.find(leave.officer.id);
        if (officer == roster.end())
            continue;
        std::erase_if(officer->leaves, [&leave](const Leave &known) { return known.id == leave.id; });
        officer->leaves.push_back(leave);
    }
    return roster;
}

Result<TriedOrder> tryOut(HeaderQuestions headers, const AssignmentOrder &order, const Actor &supervisor,
                          Instant now, const TrialGrounds &grounds)
{
    AssignmentOrder asked = order;
    asked.isDryRun = asked.id.isEmpty();
    if (const Outcome checked = checkOrder(asked); !checked)
        return checked.error();
    if (!order.undoes.isEmpty() && !grounds.undone)
        return Error{Error::Kind::NotFound, QStringLiteral("assignment.unknown"), {}};
    TriedOrder tried;
    const Outcome done = headers.together([&]() -> Outcome {
        const auto staff = headers.staff();
        const auto completeAt = headers.completeAt();
        const auto isPartial = headers.isPartial();
        if (!staff || !completeAt)
            return staff ? completeAt.error() : staff.error();
        if (!isPartial)
            return isPartial.error();
        const Bench bench{headers, supervisor, rosterWith(*staff, grounds.waiting), grounds, now, *isPartial};
        auto found = order.rule ? picked(bench, order)
            : grounds.undone    ? takenBack(bench)
                                : selected(bench, order.cases);
        if (!found)
            return found.error();
        const auto loads = loadsOf(bench, found->verdicts);
        if (!loads)
            return loads.error();
        tried.wishes = std::move(found->wishes);
        tried.trial.loads = loadChanges(*loads, found->cases, found->verdicts, now);
        tried.trial.results = std::move(found->verdicts);
        tried.trial.unsure = found->unsure;
        tried.trial.completeAt = *completeAt;
        tried.trial.staffAt = staff->fetchedAt;
        return Done{};
    });
    return done ? Result<TriedOrder>(std::move(tried)) : done.error();
}

} // namespace tawasul

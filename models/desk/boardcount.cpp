// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desk/boardcount.h"

#include <algorithm>

namespace tawasul {

namespace {

using Rows = std::map<PersonId, OfficerLoad>;

void add(Load &load, const HeaderTally &tally, QDate today)
{
    if (tally.isWaiting)
        return load.add(Standing::Waiting, tally.count);
    load.add(Standing::Overdue, tally.pastDeadline);
    // Before today all deadlines have passed.
    load.add(tally.ends == today ? Standing::Today : Standing::OnTrack, tally.count - tally.pastDeadline);
}

void addAll(Load &load, const Load &other)
{
    load.overdue += other.overdue;
    load.today += other.today;
    load.onTrack += other.onTrack;
    load.waiting += other.waiting;
}

void markAway(OfficerLoad &row, const Colleague &colleague, Instant now)
{
    const Leave *leave = leaveAt(colleague, now);
    row.isAway = leave != nullptr;
    if (!leave)
        return;
    row.awayUntil = leave->last;
    row.substitute = leave->substitute;
}

/// A row for everybody of the staff, for whoever else has cases, and for nobody.
Result<std::vector<OfficerLoad>> countRows(HeaderQuestions &headers, const StoredStaff &staff,
                                           const BoardFrame &frame, LazyNameOrder &names)
{
    const auto tallies = headers.tallies(frame.now());
    if (!tallies)
        return tallies.error();
    Rows rows;
    rows[PersonId()];
    for (const wire::StaffLine &line : staff.lines) {
        OfficerLoad &row = rows[line.officer.name.id];
        row.officer = line.officer.name;
        row.active = line.officer.active;
        markAway(row, line.officer, frame.now());
    }
    for (const HeaderTally &tally : *tallies) {
        OfficerLoad &row = rows[tally.officer];
        row.byDay.resize(frame.days().size());
        add(row.load, tally, frame.today());
        if (!tally.isWaiting)
            row.byDay[static_cast<std::size_t>(frame.columnOf(tally.ends))] += tally.count;
    }
    std::vector<OfficerLoad> sorted;
    for (auto &[id, row] : rows) {
        if (!row.active && row.load.total() == 0)
            continue; // they are gone, and nothing of theirs is left
        row.byDay.resize(frame.days().size());
        if (row.officer.id != id) { // not of the staff
            const auto name = headers.nameOf(id);
            if (!name)
                return name.error();
            row.officer = {id, *name};
        }
        sorted.push_back(std::move(row));
    }
    const NameOrder &order = names.order();
    std::stable_sort(sorted.begin(), sorted.end(), [&order](const OfficerLoad &a, const OfficerLoad &b) {
        if (a.officer.id.isEmpty() || b.officer.id.isEmpty())
            return b.officer.id.isEmpty() && !a.officer.id.isEmpty();
        return order(a.officer.name, b.officer.name);
    });
    return sorted;
}

Outcome countDays(HeaderQuestions &headers, const BoardFrame &frame, Board &board)
{
    board.ages = frame.ages();
    for (const QDate day : frame.fortnight())
        board.flow.push_back({day, 0, 0});
    const QDate first = frame.fortnight().front();
    const auto flowOf = [&](QDate day) -> DayFlow * {
        const qint64 at = first.daysTo(day);
        return at >= 0 && at < std::ssize(board.flow) ? &board.flow[static_cast<std::size_t>(at)] : nullptr;
    };
    const auto arrivals = headers.arrivals();
    if (!arrivals)
        return arrivals.error();
    for (const ArrivalTally &arrival : *arrivals) {
        board.ages[static_cast<std::size_t>(frame.ageOf(arrival.day))].count += arrival.open;
        if (DayFlow *flow = flowOf(arrival.day))
            flow->received += arrival.all;
    }
    const auto closings = headers.closings(first);
    if (!closings)
        return closings.error();
    for (const ClosingTally &closing : *closings) {
        if (DayFlow *flow = flowOf(closing.day))
            flow->closed += closing.count;
    }
    return Done{};
}

std::vector<PersonId> awayNow(const StoredStaff &staff, Instant now)
{
    std::vector<PersonId> away;
    for (const wire::StaffLine &line : staff.lines) {
        if (leaveAt(line.officer, now))
            away.push_back(line.officer.name.id);
    }
    return away;
}

HeaderFilter filterOf(const BoardQuestion &question, const BoardFrame &frame, const StoredStaff &staff)
{
    using Matter = BoardQuestion::Matter;
    HeaderFilter filter;
    filter.now = frame.now();
    filter.officer = question.officer;
    filter.standing = question.standing;
    switch (question.matter) {
    case Matter::Open:
        filter.state = HeaderFilter::State::Open;
        break;
    case Matter::Received:
        filter.submitted = DaySpan{question.day, question.day};
        break;
    case Matter::Closed:
        filter.state = HeaderFilter::State::Closed;
        filter.closed = DaySpan{question.day, question.day};
        break;
    case Matter::EndsTodayOfficerAway:
        filter.state = HeaderFilter::State::Open;
        filter.officers = awayNow(staff, frame.now());
        filter.standing = Standing::Today;
        break;
    case Matter::ArrivedSince:
        filter.submittedFrom = question.since.value_or(frame.lastClosing());
        break;
    case Matter::ReturnedSince:
        filter.resubmittedFrom = question.since.value_or(frame.lastClosing());
        break;
    }
    if (question.column) {
        filter.ends = frame.column(*question.column);
        filter.state = HeaderFilter::State::Open;
        filter.withoutWaiting = true;
    }
    if (question.age) {
        filter.submitted = frame.age(*question.age);
        filter.state = HeaderFilter::State::Open;
    }
    return filter;
}

std::vector<UnsentMachine> unsentMachines(const StoredStaff &staff)
{
    std::vector<UnsentMachine> machines;
    for (const wire::StaffLine &line : staff.lines) {
        for (const wire::UnsentReport &report : line.machines) {
            if (report.unsent > 0)
                machines.push_back({line.officer.name, report.device, report.unsent, report.oldestRecordedAt,
                                    report.reportedAt});
        }
    }
    std::stable_sort(machines.begin(), machines.end(), [](const UnsentMachine &a, const UnsentMachine &b) {
        return a.oldestRecordedAt.value_or(a.reportedAt) < b.oldestRecordedAt.value_or(b.reportedAt);
    });
    return machines;
}

/// How old, and how whole, is what the answer is counted from.
template<class Counted>
Outcome tellAges(HeaderQuestions &headers, const StoredStaff &staff, Counted &counted)
{
    const auto completeAt = headers.completeAt();
    const auto isPartial = headers.isPartial();
    if (!completeAt || !isPartial)
        return completeAt ? isPartial.error() : completeAt.error();
    counted.completeAt = *completeAt;
    counted.isPartial = *isPartial;
    counted.staffAt = staff.fetchedAt;
    return Done{};
}

bool asksForADay(const BoardQuestion &question)
{
    return question.matter == BoardQuestion::Matter::Received
        || question.matter == BoardQuestion::Matter::Closed;
}

} // namespace

Load loadOf(const std::vector<HeaderTally> &tallies, QDate today)
{
    Load load;
    for (const HeaderTally &tally : tallies)
        add(load, tally, today);
    return load;
}

Result<Board> countBoard(HeaderQuestions headers, const BoardFrame &frame, LazyNameOrder &names)
{
    Board board;
    board.countedAt = frame.now();
    board.days = frame.days();
    const Outcome counted = headers.together([&]() -> Outcome {
        const auto staff = headers.staff();
        if (!staff)
            return staff.error();
        if (Outcome aged = tellAges(headers, *staff, board); !aged)
            return aged;
        auto rows = countRows(headers, *staff, frame, names);
        if (!rows)
            return rows.error();
        board.officers = std::move(*rows);
        for (const OfficerLoad &row : board.officers)
            addAll(board.all, row.load);
        return countDays(headers, frame, board);
    });
    return counted ? Result<Board>(std::move(board)) : counted.error();
}

Result<DayOpening> countOpening(HeaderQuestions headers, const BoardFrame &frame, LazyNameOrder &names)
{
    DayOpening opening;
    opening.countedAt = frame.now();
    opening.since = frame.lastClosing();
    const Outcome counted = headers.together([&]() -> Outcome {
        const auto staff = headers.staff();
        if (!staff)
            return staff.error();
        if (Outcome aged = tellAges(headers, *staff, opening); !aged)
            return aged;
        const auto rows = countRows(headers, *staff, frame, names);
        if (!rows)
            return rows.error();
        for (const OfficerLoad &row : *rows) {
            opening.overdue += row.load.overdue;
            opening.endsTodayOfficerAway += row.isAway ? row.load.today : 0;
            opening.unassigned += row.officer.id.isEmpty() ? row.load.total() : 0;
            if (row.isAway)
                opening.away.push_back(row);
        }
        const auto howMany = [&](BoardQuestion::Matter matter, int &into) -> Outcome {
            BoardQuestion question;
            question.matter = matter;
            question.since = opening.since;
            const auto found = headers.count(filterOf(question, frame, *staff));
            into = found.value_or(0);
            return found ? Outcome(Done{}) : found.error();
        };
        opening.machines = unsentMachines(*staff);
        const Outcome arrived = howMany(BoardQuestion::Matter::ArrivedSince, opening.arrived);
        return arrived ? howMany(BoardQuestion::Matter::ReturnedSince, opening.returned) : arrived;
    });
    return counted ? Result<DayOpening>(std::move(opening)) : counted.error();
}

Result<std::vector<CaseHeader>> casesBehind(HeaderQuestions headers, const BoardFrame &frame,
                                            const BoardQuestion &question)
{
    // Without its day the question would be for everything.
    if (asksForADay(question) && !question.day.isValid())
        return Error{Error::Kind::Invalid, QStringLiteral("board.question"), QStringLiteral("no day")};
    std::vector<CaseHeader> found;
    const Outcome asked = headers.together([&]() -> Outcome {
        const auto staff = headers.staff();
        if (!staff)
            return staff.error();
        auto listed = headers.list(filterOf(question, frame, *staff), question.most);
        if (!listed)
            return listed.error();
        found = std::move(*listed);
        return Done{};
    });
    return asked ? Result<std::vector<CaseHeader>>(std::move(found)) : asked.error();
}

std::vector<Colleague> colleagues(const StoredStaff &staff, LazyNameOrder &names)
{
    std::vector<Colleague> all;
    for (const wire::StaffLine &line : staff.lines)
        all.push_back(line.officer);
    const NameOrder &order = names.order();
    std::stable_sort(all.begin(), all.end(), [&order](const Colleague &a, const Colleague &b) {
        return order(a.name.name, b.name.name);
    });
    return all;
}

Roster rosterOf(const StoredStaff &staff)
{
    Roster roster;
    for (const wire::StaffLine &line : staff.lines)
        roster.insert(line.officer.name.id, line.officer);
    return roster;
}

} // namespace tawasul

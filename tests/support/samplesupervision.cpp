// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samplesupervision.h"

#include "tests/support/samplecases.h"

namespace tawasul::samples {

namespace {

constexpr int kColumns = 7;

PersonName person(int n, const char16_t *name)
{
    return {PersonId(QStringLiteral("s-%1").arg(n)), QString::fromUtf16(name)};
}

const std::vector<PersonName> &people()
{
    static const std::vector<PersonName> kPeople{
        person(1, u"نورة بنت سعد القحطاني"),
        person(2, u"ماجد بن فهد الحربي"),
        person(3, u"سارة بنت عبدالله العنزي"),
        person(4, u"عبدالإله بن عبدالرحمن بن عبدالمحسن آل الشيخ الجهني"),
        person(5, u"منيرة بنت علي الفيفي"),
        person(6, u"خالد بن ناصر الدوسري")};
    return kPeople;
}

// What is overdue stands before today, and the rest is spread over the days to come.
OfficerLoad officer(const PersonName &name, const Load &load)
{
    OfficerLoad of;
    of.officer = name;
    of.load = load;
    of.byDay.assign(kColumns, 0);
    of.byDay[0] = load.overdue;
    of.byDay[1] = load.today;
    for (int i = 0; i < load.onTrack; ++i)
        ++of.byDay[static_cast<std::size_t>(2 + (i * 7 + load.onTrack) % (kColumns - 2))];
    return of;
}

void total(Board &board)
{
    board.all = {};
    for (const OfficerLoad &each : board.officers) {
        board.all.overdue += each.load.overdue;
        board.all.today += each.load.today;
        board.all.onTrack += each.load.onTrack;
        board.all.waiting += each.load.waiting;
    }
}

Board frame()
{
    Board board;
    board.countedAt = now();
    board.completeAt = now();
    board.staffAt = now();
    const QDate today = riyadhDate(now());
    board.days = {QDate(),          today,  today.addDays(1), today.addDays(2), today.addDays(3),
                  today.addDays(4), QDate()};
    const std::vector<std::pair<int, int>> flow{{52, 47}, {48, 51}, {61, 55}, {44, 49},
                                                {6, 0},   {9, 0},   {49, 18}};
    for (std::size_t i = 0; i < flow.size(); ++i)
        board.flow.push_back({today.addDays(static_cast<int>(i) - 6), flow[i].first, flow[i].second});
    return board;
}

AssignmentVerdict verdict(int n, AssignmentOutcome outcome, const char *reason = "")
{
    AssignmentVerdict of;
    of.caseId = CaseId(QStringLiteral("case-%1").arg(n));
    of.number = QString::number(1448021400 + n);
    of.outcome = outcome;
    of.reason = QString::fromLatin1(reason);
    of.version = 3;
    of.from = people()[1];
    of.to = people()[2];
    return of;
}

} // namespace

Actor supervisor()
{
    return {PersonId(QStringLiteral("s-0")), QStringLiteral("عبدالعزيز بن محمد المطيري"),
            Role::SectionSupervisor, QStringLiteral("docupdate"), QStringLiteral("SA-01")};
}

std::vector<Colleague> staff()
{
    std::vector<Colleague> all;
    for (const PersonName &name : people())
        all.push_back({name, Role::Officer, QStringLiteral("docupdate"), QStringLiteral("SA-01"), true, {}});
    Leave leave;
    leave.id = LeaveId(QStringLiteral("leave-1"));
    leave.version = 1;
    leave.officer = people()[4];
    leave.first = riyadhDate(now()).addDays(-1);
    leave.last = riyadhDate(now()).addDays(3);
    leave.substitute = people()[5];
    all[4].leaves = {leave};
    all[3].section = QStringLiteral("visas");
    Colleague gone = all[0];
    gone.name = person(7, u"فيصل بن تركي العتيبي");
    gone.active = false;
    all.push_back(gone);
    Colleague chief = all[0];
    chief.name = {supervisor().id, supervisor().name};
    chief.role = Role::SectionSupervisor;
    all.push_back(chief);
    return all;
}

Board board()
{
    Board board = frame();
    board.officers = {officer(people()[0], {3, 5, 14, 2}), officer(people()[1], {4, 3, 25, 0}),
                      officer(people()[2], {0, 1, 12, 2}), officer(people()[3], {1, 1, 11, 0}),
                      officer(people()[4], {0, 2, 20, 1}), officer({}, {1, 3, 13, 0})};
    board.officers[4].isAway = true;
    board.officers[4].awayUntil = riyadhDate(now()).addDays(3);
    board.officers[4].substitute = people()[5];
    total(board);
    board.ages = {{0, 2, 41}, {3, 5, 52}, {6, 8, 25}, {9, 15, 6}, {16, std::nullopt, 0}};
    return board;
}

Board largeBoard(int officers)
{
    Board board = frame();
    for (int n = 0; n < officers; ++n) {
        PersonName name = people()[static_cast<std::size_t>(n) % people().size()];
        name.id = PersonId(QStringLiteral("large-%1").arg(n));
        board.officers.push_back(officer(name, {n * 5 % 4, n * 3 % 6, 6 + n * 7 % 31, n % 3}));
        board.officers.back().isAway = n % 17 == 3;
    }
    board.officers.push_back(officer({}, {12, 30, 240, 0}));
    total(board);
    board.ages = {{0, 2, 900}, {3, 5, 1800}, {6, 8, 700}, {9, 15, 90}, {16, std::nullopt, 12}};
    return board;
}

Board emptyBoard()
{
    Board board = frame();
    for (const PersonName &name : people())
        board.officers.push_back(officer(name, {}));
    board.officers.push_back(officer({}, {}));
    for (DayFlow &day : board.flow)
        day.received = day.closed = 0;
    board.ages = {{0, 2, 0}, {3, 5, 0}, {6, 8, 0}, {9, 15, 0}, {16, std::nullopt, 0}};
    return board;
}

DayOpening opening()
{
    const Board of = board();
    DayOpening day;
    day.countedAt = now();
    day.staffAt = now();
    day.since = riyadhInstant(riyadhDate(now()).addDays(-3), QTime(14, 30));
    day.overdue = of.all.overdue;
    day.endsTodayOfficerAway = 2;
    day.unassigned = of.officers.back().load.total();
    day.arrived = 64;
    day.returned = 1;
    day.machines = {{people()[1], QStringLiteral("RUH-PC-0417"), 3,
                     riyadhInstant(riyadhDate(now()).addDays(-3), QTime(13, 5)),
                     riyadhInstant(riyadhDate(now()), QTime(7, 31))}};
    day.away = {of.officers[4]};
    return day;
}

std::vector<CaseHeader> headers(int count, bool nobodys)
{
    std::vector<CaseHeader> all;
    const std::vector<Case> kinds{overdue(), ordinary(), resubmitted(), awaitingExecution(), longNames()};
    for (int n = 0; n < count; ++n) {
        CaseHeader header = headerOf(kinds[static_cast<std::size_t>(n) % kinds.size()]);
        header.id = CaseId(QStringLiteral("case-%1").arg(n));
        header.number = QString::number(1448021400 + n);
        header.section = QStringLiteral("docupdate");
        header.version = 3;
        const PersonName name = people()[static_cast<std::size_t>(n) % people().size()];
        header.assignee = nobodys ? std::nullopt : std::optional(name);
        all.push_back(header);
    }
    return all;
}

std::vector<AssignmentVerdict> verdicts(AssignmentOutcome done)
{
    std::vector<AssignmentVerdict> all{verdict(0, done), verdict(1, done),
                                       verdict(2, AssignmentOutcome::Refused, "assignment.on_leave"),
                                       verdict(3, AssignmentOutcome::Refused, "assignment.stale")};
    all[2].to = people()[4];
    all[2].substitute = people()[5];
    return all;
}

std::vector<LoadChange> loadChanges()
{
    return {{people()[1], {4, 3, 25, 0}, {2, 3, 25, 0}}, {people()[2], {0, 1, 12, 2}, {2, 1, 12, 2}}};
}

RecordedOrder order(RecordedOrder::State state)
{
    RecordedOrder of;
    of.order.id = AssignmentId(QStringLiteral("order-1"));
    of.order.recordedAt = now() - std::chrono::minutes(1);
    of.order.text = QStringLiteral("موازنة العبء قبل نهاية الأسبوع");
    of.state = state;
    const bool done = state == RecordedOrder::State::Answered;
    of.results = verdicts(done ? AssignmentOutcome::Done : AssignmentOutcome::Queued);
    for (const AssignmentVerdict &each : of.results)
        of.order.cases.push_back({each.caseId, 3, each.to->id});
    of.loads = loadChanges();
    if (done)
        of.undoUntil = now() + std::chrono::minutes(14);
    return of;
}

} // namespace tawasul::samples

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desk/supervision.h"
#include "models/protocol/jsonreader.h"
#include "tests/support/deskprofile.h"
#include "tests/support/property.h"
#include "tests/support/sampleheaders.h"
#include "tests/support/samplereference.h"
#include "tests/support/seededrandom.h"

#include <QtTest/QTest>

#include <numeric>

namespace tawasul {

namespace {

/// A supervisor's desk with these headers and that staff.
struct Office
{
    explicit Office(const std::vector<CaseHeader> &headers, const std::vector<wire::StaffLine> &staff = {},
                    const Actor &person = sampleSupervisor())
        : supervision(opened(), person, profile.clock(), random)
    {
        CasePage page;
        for (const CaseHeader &header : headers)
            page.add(header);
        page.endAt(QStringLiteral("cursor"));
        profile.pull(page, profile.clock().now());
        if (!staff.empty())
            tell(staff);
    }

    void tell(const std::vector<wire::StaffLine> &staff)
    {
        profile.store().withCache([this, staff](Cache &cache) {
            if (!cache.storeStaff(wire::toBytes(wire::staffToJson(staff)), profile.clock().now()))
                qFatal("the staff was not kept");
        });
        profile.scheduler().runAll();
    }

    Board board() { return profile.wait(supervision.board()).value().value(); }
    DayOpening opening() { return profile.wait(supervision.opening()).value().value(); }
    std::vector<CaseHeader> cases(const BoardQuestion &question)
    {
        return profile.wait(supervision.cases(question)).value().value();
    }
    int behind(const BoardQuestion &question) { return static_cast<int>(cases(question).size()); }

    DeskProfile profile;
    SeededRandom random{7};
    Supervision supervision;

private:
    Store &opened()
    {
        if (!profile.open())
            qFatal("the profile did not open");
        return profile.store();
    }
};

BoardQuestion of(const PersonId &officer, std::optional<Standing> standing = std::nullopt)
{
    BoardQuestion question;
    question.officer = officer;
    question.standing = standing;
    return question;
}

BoardQuestion about(BoardQuestion::Matter matter, QDate day = {}, std::optional<Instant> since = std::nullopt)
{
    BoardQuestion question;
    question.matter = matter;
    question.day = day;
    question.since = since;
    return question;
}

int sum(const std::vector<int> &numbers)
{
    return std::accumulate(numbers.begin(), numbers.end(), 0);
}

CaseHeader dueOn(int n, int officer, QDate day, CaseStatus status = CaseStatus::InProgress)
{
    CaseHeader header = numberedHeader(n);
    header.status = status;
    header.serviceDeadline.day = day;
    header.serviceDeadline.at = riyadhInstant(day, QTime(14, 30));
    header.assignee = officer > 0 ? std::optional(numberedOfficer(officer)) : std::nullopt;
    return header;
}

// The rows agree with the lists behind them, and with each other.
void checkRows(Office &office, const Board &board)
{
    Load all;
    for (const OfficerLoad &row : board.officers) {
        const PersonId &id = row.officer.id;
        RC_ASSERT(office.behind(of(id)) == row.load.total());
        RC_ASSERT(office.behind(of(id, Standing::Overdue)) == row.load.overdue);
        RC_ASSERT(office.behind(of(id, Standing::Today)) == row.load.today);
        RC_ASSERT(office.behind(of(id, Standing::OnTrack)) == row.load.onTrack);
        RC_ASSERT(office.behind(of(id, Standing::Waiting)) == row.load.waiting);
        RC_ASSERT(sum(row.byDay) == row.load.total() - row.load.waiting);
        for (int column = 0; column < static_cast<int>(board.days.size()); ++column) {
            BoardQuestion question = of(id);
            question.column = column;
            RC_ASSERT(office.behind(question) == row.byDay.at(static_cast<std::size_t>(column)));
        }
        all.overdue += row.load.overdue;
        all.today += row.load.today;
        all.onTrack += row.load.onTrack;
        all.waiting += row.load.waiting;
    }
    RC_ASSERT(all == board.all);
    RC_ASSERT(office.behind({}) == board.all.total());
    RC_ASSERT(board.officers.back().officer.id.isEmpty());
}

void checkDays(Office &office, const Board &board)
{
    int open = 0;
    for (int age = 0; age < static_cast<int>(board.ages.size()); ++age) {
        BoardQuestion question;
        question.age = age;
        RC_ASSERT(office.behind(question) == board.ages.at(static_cast<std::size_t>(age)).count);
        open += board.ages.at(static_cast<std::size_t>(age)).count;
    }
    RC_ASSERT(open == board.all.total());
    for (const DayFlow &flow : board.flow) {
        RC_ASSERT(office.behind(about(BoardQuestion::Matter::Received, flow.day)) == flow.received);
        RC_ASSERT(office.behind(about(BoardQuestion::Matter::Closed, flow.day)) == flow.closed);
    }
    RC_ASSERT(board.flow.size() == 14U);
    RC_ASSERT((board.flow.back().day == riyadhDate(board.countedAt)));
}

} // namespace

class TestBoard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyNumberIsTheSizeOfTheListBehindIt()
    {
        TAWASUL_HOLDS(20261130, 40, [] {
            const Instant now = sampleNow();
            Office office(*anyHeaders(now), *anyStaff(now));
            const Board board = office.board();
            checkRows(office, board);
            checkDays(office, board);
        });
    }

    void theNumbersOfTheMorningAreThoseOfTheBoard()
    {
        TAWASUL_HOLDS(20261201, 60, [] {
            using Matter = BoardQuestion::Matter;
            const Instant now = sampleNow();
            Office office(*anyHeaders(now), *anyStaff(now));
            const Board board = office.board();
            const DayOpening opening = office.opening();
            RC_ASSERT(opening.overdue == board.all.overdue);
            RC_ASSERT(opening.unassigned == board.officers.back().load.total());
            RC_ASSERT(opening.unassigned == office.behind(of(PersonId())));
            RC_ASSERT(opening.endsTodayOfficerAway == office.behind(about(Matter::EndsTodayOfficerAway)));
            RC_ASSERT(opening.arrived == office.behind(about(Matter::ArrivedSince, {}, opening.since)));
            RC_ASSERT(opening.returned == office.behind(about(Matter::ReturnedSince, {}, opening.since)));
            const auto away = std::count_if(board.officers.begin(), board.officers.end(),
                                            [](const OfficerLoad &row) { return row.isAway; });
            RC_ASSERT(std::ssize(opening.away) == away);
        });
    }

    void anOfficerWithNothingHasARowAndNobodyIsLast()
    {
        Office office({dueOn(1, 1, QDate(2026, 11, 24)), dueOn(2, 0, QDate(2026, 12, 1))},
                      {staffLine(2), staffLine(1), staffLine(4), staffLine(3)});
        const Board board = office.board();
        QStringList names;
        for (const OfficerLoad &row : board.officers)
            names += row.officer.name;
        // أحمد, خالد, نورة, يوسف in the order of the alphabet.
        QCOMPARE(names,
                 (QStringList{numberedOfficer(3).name, numberedOfficer(2).name, numberedOfficer(1).name,
                              numberedOfficer(4).name, QString()}));
        QCOMPARE(board.all.total(), 2);
        QCOMPARE(board.officers.at(0).load.total(), 0);
        QCOMPARE(board.officers.at(0).byDay.size(), board.days.size());
        QCOMPARE(board.officers.back().load.onTrack, 1);
        QVERIFY(board.staffAt == sampleNow());
        QVERIFY(board.completeAt == sampleNow());
    }

    void whoHasCasesButIsNotOfTheStaffHasARowByTheNameInTheCase()
    {
        Office office({dueOn(1, 3, QDate(2026, 11, 24))});
        const Board board = office.board();
        QCOMPARE(board.officers.size(), std::size_t(2));
        QCOMPARE(board.officers.front().officer.name, numberedOfficer(3).name);
        QVERIFY(!board.staffAt.has_value());
    }

    void whoWasTakenAwayStaysAsLongAsTheyHaveCases()
    {
        wire::StaffLine gone = staffLine(1);
        gone.officer.active = false;
        wire::StaffLine goneToo = staffLine(2);
        goneToo.officer.active = false;
        Office office({dueOn(1, 1, QDate(2026, 11, 24))}, {gone, goneToo});
        const Board board = office.board();
        QCOMPARE(board.officers.size(), std::size_t(2));
        QVERIFY(!board.officers.front().active);
    }

    void theAbsentAreMarkedAndTheirCasesOfTodayTold()
    {
        const QDate today(2026, 11, 24);
        wire::StaffLine away = staffLine(1);
        away.officer.leaves = {leaveOf(1, today.addDays(-1), today.addDays(2))};
        Office office({dueOn(1, 1, today), dueOn(2, 1, today, CaseStatus::Returned), dueOn(3, 2, today),
                       dueOn(4, 1, today.addDays(1))},
                      {away, staffLine(2)});
        const OfficerLoad row = office.board().officers.at(1);
        QCOMPARE(row.officer.id, sampleOfficer().id);
        QVERIFY(row.isAway);
        QCOMPARE(row.awayUntil, today.addDays(2));
        QVERIFY(row.substitute == numberedOfficer(2));
        const DayOpening opening = office.opening();
        QCOMPARE(opening.endsTodayOfficerAway, 1);
        QCOMPARE(opening.away.size(), std::size_t(1));
        const auto behind = office.cases(about(BoardQuestion::Matter::EndsTodayOfficerAway));
        QCOMPARE(behind.size(), std::size_t(1));
        QCOMPARE(behind.front().id, numberedHeader(1).id);
    }

    void machinesWithSomethingUnsentAreToldTheOldestFirst()
    {
        wire::StaffLine one = staffLine(1);
        one.machines = {{QStringLiteral("PC-1"), 2, sampleNow() - std::chrono::hours(1), sampleNow()},
                        {QStringLiteral("PC-2"), 0, std::nullopt, sampleNow()}};
        wire::StaffLine two = staffLine(2);
        two.machines = {{QStringLiteral("PC-3"), 5, sampleNow() - std::chrono::hours(9), sampleNow()}};
        Office office({}, {one, two});
        const auto machines = office.opening().machines;
        QCOMPARE(machines.size(), std::size_t(2));
        QCOMPARE(machines.front().device, QStringLiteral("PC-3"));
        QCOMPARE(machines.back().unsent, 2);
    }

    void theMostUrgentComesFirst()
    {
        Office office({dueOn(1, 1, QDate(2026, 12, 3)), dueOn(2, 1, QDate(2026, 11, 23)),
                       dueOn(3, 1, QDate(2026, 11, 29))});
        const auto listed = office.cases(of(sampleOfficer().id));
        QCOMPARE(listed.size(), std::size_t(3));
        QCOMPARE(listed.front().id, numberedHeader(2).id);
        QCOMPARE(listed.back().id, numberedHeader(1).id);
    }

    void whoDoesNotSuperviseGetsNothing_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<bool>("mayAsk");
        QTest::newRow("officer") << int(Role::Officer) << false;
        QTest::newRow("section") << int(Role::SectionSupervisor) << true;
        QTest::newRow("region") << int(Role::RegionSupervisor) << true;
        QTest::newRow("auditor") << int(Role::Auditor) << false;
        QTest::newRow("administrator") << int(Role::Administrator) << false;
        QTest::newRow("unknown") << int(Role::Unknown) << false;
    }
    void whoDoesNotSuperviseGetsNothing()
    {
        QFETCH(const int, role);
        QFETCH(const bool, mayAsk);
        Actor person = sampleSupervisor();
        person.role = static_cast<Role>(role);
        Office office({}, {}, person);
        const auto board = office.profile.wait(office.supervision.board());
        QVERIFY(board.has_value());
        QCOMPARE(board->has_value(), mayAsk);
        if (!mayAsk)
            QCOMPARE(board->error().code, QStringLiteral("supervision.forbidden"));
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestBoard)
#include "tst_board.moc"

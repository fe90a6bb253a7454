// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/assignment.h"
#include "models/domain/workflow.h"

#include "tests/support/generators.h"
#include "tests/support/property.h"
#include "tests/support/samplecase.h"
#include "tests/support/samplereference.h"
#include "tests/support/shown.h"

#include <QtCore/QSet>

using namespace tawasul;

namespace {

const QStringList kSections{QStringLiteral("residency"), QStringLiteral("visit"), QString()};
const QStringList kRegions{QStringLiteral("SA-01"), QStringLiteral("SA-02"), QString()};

template<class List>
auto drawn(const List &list)
{
    return list.at(*rc::gen::inRange<decltype(list.size())>(0, list.size()));
}

bool chance(int percent)
{
    return *rc::gen::inRange(0, 100) < percent;
}

PersonId person(int number)
{
    return number == 0 ? PersonId() : PersonId(QStringLiteral("officer-%1").arg(number));
}

/// A few officers, some of them away, gone or elsewhere.
Roster drawRoster()
{
    Roster roster;
    for (int i = 1; i <= 5; ++i) {
        Colleague colleague{{person(i), QStringLiteral("ضابط %1").arg(i)},
                            chance(90) ? Role::Officer : Role::Auditor,
                            drawn(kSections),
                            drawn(kRegions),
                            chance(85),
                            {}};
        if (chance(30)) {
            Leave leave;
            leave.first = QDate(2026, 11, 23).addDays(*rc::gen::inRange(0, 3));
            leave.kind = Leave::Kind::Unplanned;
            if (chance(60))
                leave.substitute = PersonName{person(*rc::gen::inRange(1, 7)), {}};
            colleague.leaves.push_back(leave);
        }
        if (chance(95))
            roster.insert(colleague.name.id, colleague);
    }
    return roster;
}

Case drawCase(int number)
{
    Case theCase = sampleCase(static_cast<CaseStatus>(*rc::gen::inRange(0, 9)));
    theCase.id = CaseId(QString::number(number));
    theCase.section = drawn(kSections.mid(0, 2));
    theCase.region = drawn(kRegions.mid(0, 2));
    theCase.serviceDeadline.at += std::chrono::hours(*rc::gen::inRange(-400, 100));
    const PersonId owner = person(*rc::gen::inRange(0, 6));
    theCase.assignee =
        owner.isEmpty() ? std::nullopt : std::optional(PersonName{owner, QStringLiteral("ضابط")});
    return theCase;
}

Actor drawSupervisor()
{
    Actor actor = chance(50) ? sampleSupervisor() : sampleRegionSupervisor();
    if (chance(20))
        actor.region = QStringLiteral("SA-02");
    return actor;
}

struct Board
{
    std::vector<Case> cases;
    std::vector<AssignmentWish> wishes;
    Roster roster = drawRoster();
    Actor supervisor = drawSupervisor();

    Board()
    {
        const int count = *rc::gen::inRange(1, 25);
        for (int i = 0; i < count; ++i) {
            cases.push_back(drawCase(i));
            wishes.push_back({cases.back().id, {}, person(*rc::gen::inRange(0, 8))});
            if (chance(50))
                wishes.back().version = cases.back().version + (chance(15) ? 1 : 0);
        }
    }

    [[nodiscard]] Loads loads() const
    {
        Loads loads;
        for (const Case &theCase : cases) {
            const CaseHeader header = headerOf(theCase);
            const auto standing = standingOf(header, sampleNow());
            if (isWithinReach(header, supervisor) && standing)
                loads[theCase.assignee ? theCase.assignee->id : PersonId()].add(*standing);
        }
        return loads;
    }

    [[nodiscard]] std::vector<AssignmentVerdict> dryRun() const
    {
        std::vector<AssignmentVerdict> verdicts;
        for (std::size_t i = 0; i < cases.size(); ++i)
            verdicts.push_back(verdictOn(headerOf(cases[i]), wishes[i], supervisor, roster, sampleNow()));
        return verdicts;
    }

    [[nodiscard]] std::vector<CaseHeader> headers() const
    {
        std::vector<CaseHeader> all;
        for (const Case &theCase : cases)
            all.push_back(headerOf(theCase));
        return all;
    }
};

} // namespace

class AssignmentPropertiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // What the dry run calls done, the rules of acts do, and to the letter; what it refuses leaves the case.
    void theDryRunIsWhatHappens()
    {
        TAWASUL_HOLDS(20261201, 400, [] {
            Board board;
            const auto verdicts = board.dryRun();
            const Loads before = board.loads();
            const auto planned = loadChanges(before, board.headers(), verdicts, sampleNow());
            for (std::size_t i = 0; i < verdicts.size(); ++i) {
                if (verdicts[i].outcome != AssignmentOutcome::Done)
                    continue;
                AssignmentOrder order;
                order.recordedAt = sampleNow();
                Act act = actOf(verdicts[i], order, board.supervisor);
                act.id = ActId(QStringLiteral("an act"));
                const auto after = apply(board.cases[i], act, sampleReference(), sampleNow());
                RC_ASSERT(after.has_value());
                RC_ASSERT(after->version == verdicts[i].version);
                RC_ASSERT(after->assignee == verdicts[i].to);
                RC_ASSERT(after->status == board.cases[i].status);
                board.cases[i] = *after;
            }
            // The loads that were promised are those that the cases have now.
            const Loads now = board.loads();
            for (const LoadChange &change : planned) {
                const auto found = now.find(change.officer.id);
                RC_ASSERT((change.after == (found == now.end() ? Load() : found->second)));
            }
        });
    }

    void nobodyLosesOrGainsACase()
    {
        TAWASUL_HOLDS(20261202, 400, [] {
            const Board board;
            const auto changes = loadChanges(board.loads(), board.headers(), board.dryRun(), sampleNow());
            Load before;
            Load after;
            for (const LoadChange &change : changes) {
                const auto sum = [](Load &into, const Load &load) {
                    into.add(Standing::Overdue, load.overdue);
                    into.add(Standing::Today, load.today);
                    into.add(Standing::OnTrack, load.onTrack);
                    into.add(Standing::Waiting, load.waiting);
                };
                sum(before, change.before);
                sum(after, change.after);
            }
            RC_ASSERT((before == after));
            RC_ASSERT(before.total() == after.total());
        });
    }

    void nobodyIsGivenWhatTheyMayNotHave()
    {
        TAWASUL_HOLDS(20261203, 400, [] {
            const Board board;
            const auto verdicts = board.dryRun();
            for (std::size_t i = 0; i < verdicts.size(); ++i) {
                if (verdicts[i].outcome != AssignmentOutcome::Done || !verdicts[i].to)
                    continue;
                const Colleague &officer = board.roster[verdicts[i].to->id];
                RC_ASSERT(mayWorkIn(officer, board.cases[i].section, board.cases[i].region));
                RC_ASSERT(!leaveAt(officer, sampleNow()));
                RC_ASSERT(isWithinReach(board.cases[i], board.supervisor));
            }
        });
    }

    void whoStandsInIsThere()
    {
        TAWASUL_HOLDS(20261204, 400, [] {
            const Roster roster = drawRoster();
            const PersonId officer = person(*rc::gen::inRange(1, 6));
            const auto substitute = substituteAt(roster, officer, kSections[0], kRegions[0], sampleNow());
            if (!substitute)
                return;
            RC_ASSERT(!(substitute->id == officer));
            RC_ASSERT(mayWorkIn(roster[substitute->id], kSections[0], kRegions[0]));
            RC_ASSERT(!leaveAt(roster[substitute->id], sampleNow()));
        });
    }

    // What boards count is what the officer's own list says of the case.
    void aStandingIsTheTimeLeft()
    {
        TAWASUL_HOLDS(20261205, 400, [] {
            const Case theCase = drawCase(0);
            const auto standing = standingOf(headerOf(theCase), sampleNow());
            RC_ASSERT(standing.has_value() == isOpen(theCase.status));
            if (!standing || *standing == Standing::Waiting)
                return;
            const TimeLeft left = timeLeft(theCase.deadline(), sampleNow(), sampleReference().calendar);
            RC_ASSERT((*standing == Standing::Overdue) == (left.state == TimeLeft::State::Overdue));
            RC_ASSERT((*standing == Standing::Today) == (left.state == TimeLeft::State::EndsToday));
        });
    }
};

QTEST_GUILESS_MAIN(AssignmentPropertiesTest)
#include "tst_assignmentproperties.moc"

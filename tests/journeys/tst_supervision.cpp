// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A supervisor moves work while the centre is away, with everything real but the windows.
#include "tests/journeys/realcentre.h"
#include "tests/journeys/realdesk.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

namespace tawasul {

using Link = SyncStatus::Link;
using State = RecordedOrder::State;

namespace {

constexpr int kPatienceMs = 60'000;

Board boardOf(RealDesk &desk)
{
    const auto board = desk.wait(desk.supervision().board());
    return board && *board ? **board : Board();
}

int loadOf(RealDesk &desk, const Actor &officer)
{
    const Board board = boardOf(desk);
    for (const OfficerLoad &row : board.officers) {
        if (row.officer.id == officer.id)
            return row.load.total();
    }
    return -1;
}

std::vector<RecordedOrder> ordersOf(RealDesk &desk)
{
    const auto orders = desk.wait(desk.supervision().orders());
    return orders && *orders ? **orders : std::vector<RecordedOrder>();
}

std::vector<RecordedLeave> leavesOf(RealDesk &desk)
{
    const auto leaves = desk.wait(desk.supervision().leaveOrders());
    return leaves && *leaves ? **leaves : std::vector<RecordedLeave>();
}

std::vector<UnsentMachine> machinesOf(RealDesk &desk)
{
    const auto opening = desk.wait(desk.supervision().opening());
    return opening && *opening ? (*opening)->machines : std::vector<UnsentMachine>();
}

int timesGiven(const Case &theCase)
{
    return static_cast<int>(
        std::count_if(theCase.history.begin(), theCase.history.end(),
                      [](const HistoryEntry &entry) { return entry.type == ActType::Assign; }));
}

Leave leaveOfNoura()
{
    Leave leave;
    leave.officer.id = sampleOfficer().id;
    leave.kind = Leave::Kind::Planned;
    leave.first = QDate(2026, 11, 26);
    leave.last = QDate(2026, 12, 3);
    leave.substitute = nameOf(otherOfficer());
    return leave;
}

AssignmentOrder givingThree()
{
    AssignmentOrder order;
    order.text = QStringLiteral("توزيع العمل");
    for (int n = 1; n <= 3; ++n)
        order.cases.push_back({numberedCase(n).id, numberedCase(n).version, otherOfficer().id});
    return order;
}

} // namespace

class TestSupervision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workIsMovedWithoutTheCentreAndNothingIsLost()
    {
        constexpr int kCases = 6;
        RealCentre centre;
        for (int n = 1; n <= kCases; ++n)
            centre.take(numberedCase(n));
        centre.start();
        RealDesk noura(centre.address());
        RealDesk sara(centre.address());
        noura.signIn(sampleOfficer(), TestCentre::password());
        sara.signIn(sampleSupervisor(), TestCentre::password());
        QTRY_COMPARE_WITH_TIMEOUT(noura.rows(), std::size_t(kCases), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(boardOf(sara).all.total(), kCases, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(loadOf(sara, otherOfficer()), 0, kPatienceMs); // the staff is known
        QCOMPARE(sara.rows(), std::size_t(0));                                   // headers are no cases

        // What an officer's machine keeps is seen.
        const ActId held = noura.record(ActType::Complete, numberedCase(6).id);
        QVERIFY(noura.wait(noura.desk().hold(held))->has_value());
        QElapsedTimer sinceAsked; // seldom: a session does not outlive many of these minutes
        sinceAsked.start();
        const auto seesIt = [&] {
            if (sinceAsked.elapsed() > 4'000) {
                sinceAsked.restart();
                sara.clock().skip(std::chrono::minutes(4));
                sara.engine().syncNow();
            }
            const auto machines = machinesOf(sara);
            return machines.size() == 1 && machines.front().unsent == 1
                && machines.front().officer == nameOf(sampleOfficer());
        };
        QTRY_VERIFY_WITH_TIMEOUT(seesIt(), kPatienceMs);

        // The centre goes. The supervisor moves three cases; their officer completes one of them.
        centre.stop();
        sara.engine().syncNow();
        noura.engine().syncNow();
        QTRY_COMPARE_WITH_TIMEOUT(sara.status.link, Link::Offline, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(noura.status.link, Link::Offline, kPatienceMs);
        const auto ordered = sara.wait(sara.supervision().order(givingThree()));
        QVERIFY(ordered && *ordered);
        const auto leave = sara.wait(sara.supervision().recordLeave(leaveOfNoura()));
        QVERIFY(leave && *leave);
        QTRY_COMPARE_WITH_TIMEOUT(sara.status.orders, 2, kPatienceMs);
        QCOMPARE(loadOf(sara, otherOfficer()), 0); // the board shows what is
        const ActId late = noura.record(ActType::Complete, numberedCase(1).id);
        QVERIFY(!late.isEmpty());
        sara.quit();
        sara.startAgain();
        QCOMPARE(int(ordersOf(sara).front().state), int(State::Waiting));

        // It returns: the order arrives, then the officer's work.
        centre.start();
        sara.engine().syncNow();
        QTRY_COMPARE_WITH_TIMEOUT(int(ordersOf(sara).front().state), int(State::Answered), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(int(leavesOf(sara).front().state), int(State::Answered), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(sara.status.orders, 0, kPatienceMs);
        const RecordedOrder order = ordersOf(sara).front();
        for (const AssignmentVerdict &verdict : order.results)
            QCOMPARE(int(verdict.outcome), int(AssignmentOutcome::Done));
        noura.clock().skip(std::chrono::minutes(2)); // past the recall window
        noura.engine().outboxChanged();
        noura.engine().syncNow();
        QTRY_COMPARE_WITH_TIMEOUT(noura.proposals().size(), std::size_t(1), kPatienceMs);
        QVERIFY(noura.proposals().front().proposal.act == late);
        QVERIFY(noura.proposals().front().proposal.state == Proposal::State::Open);
        QTRY_COMPARE_WITH_TIMEOUT(noura.rows(), std::size_t(3), kPatienceMs);
        QCOMPARE(noura.outbox().size(), std::size_t(1)); // the one that is held

        for (int n = 1; n <= 3; ++n) {
            const Case theirs = centre.caseOf(numberedCase(n).id);
            QVERIFY(theirs.assignee == nameOf(otherOfficer()));
            QCOMPARE(timesGiven(theirs), 1);
            QCOMPARE(hasOpenProposal(theirs), n == 1);
        }
        QTRY_COMPARE_WITH_TIMEOUT(loadOf(sara, otherOfficer()), 3, kPatienceMs);
        QCOMPARE(boardOf(sara).all.total(), kCases);
        const auto isKnown = [&] {
            const auto staff = sara.wait(sara.supervision().staff());
            return std::any_of((*staff)->begin(), (*staff)->end(), [&](const Colleague &one) {
                return !one.leaves.empty() && one.leaves.front().id == **leave;
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isKnown(), kPatienceMs);

        // And is taken back: what the proposal stands on, too, since it was no step.
        const auto undo = sara.wait(sara.supervision().undo(**ordered));
        QVERIFY(undo && *undo);
        QTRY_COMPARE_WITH_TIMEOUT(int(ordersOf(sara).front().state), int(State::Answered), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(loadOf(sara, otherOfficer()), 0, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(noura.rows(), std::size_t(kCases), kPatienceMs);
    }

    // What went on while nobody could be asked is refused case by case, and tried again as it stands then.
    void whatWentOnMeanwhileIsRefusedAndTriedAgain()
    {
        RealCentre centre;
        for (int n = 1; n <= 3; ++n)
            centre.take(numberedCase(n));
        centre.start();
        RealDesk sara(centre.address());
        sara.signIn(sampleSupervisor(), TestCentre::password());
        QTRY_COMPARE_WITH_TIMEOUT(boardOf(sara).all.total(), 3, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(loadOf(sara, otherOfficer()), 0, kPatienceMs);
        centre.stop();
        sara.engine().syncNow();
        QTRY_COMPARE_WITH_TIMEOUT(sara.status.link, Link::Offline, kPatienceMs);
        const auto ordered = sara.wait(sara.supervision().order(givingThree()));
        QVERIFY(ordered && *ordered);
        centre.act(ActType::Complete, sampleOfficer(), numberedCase(1).id);
        centre.act(ActType::Note, sampleOfficer(), numberedCase(2).id);
        centre.start();
        sara.engine().syncNow();
        QTRY_COMPARE_WITH_TIMEOUT(int(ordersOf(sara).front().state), int(State::Answered), kPatienceMs);
        const RecordedOrder order = ordersOf(sara).front();
        QCOMPARE(order.results.at(0).reason, QStringLiteral("assignment.decided"));
        QCOMPARE(order.results.at(1).reason, QStringLiteral("assignment.stale"));
        QCOMPARE(int(order.results.at(2).outcome), int(AssignmentOutcome::Done));
        QTRY_COMPARE_WITH_TIMEOUT(loadOf(sara, otherOfficer()), 1, kPatienceMs); // the feed has come
        const auto again = sara.wait(sara.supervision().again(**ordered));
        QVERIFY(again && *again);
        QTRY_COMPARE_WITH_TIMEOUT(int(ordersOf(sara).front().state), int(State::Answered), kPatienceMs);
        QCOMPARE(ordersOf(sara).front().results.size(), std::size_t(2));
        QCOMPARE(ordersOf(sara).front().done, 1);
        QCOMPARE(timesGiven(centre.caseOf(numberedCase(2).id)), 1);
        QCOMPARE(timesGiven(centre.caseOf(numberedCase(3).id)), 1);
    }

    // Of a case behind a number of the board the desk has the header only; the centre shows the rest, and
    // notes it.
    void aCaseIsOpenedAtTheCentreAndNotedThere()
    {
        RealCentre centre;
        centre.take(numberedCase(1));
        centre.start();
        RealDesk sara(centre.address());
        sara.signIn(sampleSupervisor(), TestCentre::password());
        QTRY_COMPARE_WITH_TIMEOUT(boardOf(sara).all.total(), 1, kPatienceMs);
        std::vector<Case> came;
        std::vector<Error> failed;
        SyncNews &news = sara.engine().news();
        connect(&news, &SyncNews::caseCame, this, [&came](const Case &one) { came.push_back(one); });
        connect(&news, &SyncNews::caseFailed, this,
                [&failed](const CaseId &, const Error &error) { failed.push_back(error); });
        sara.engine().openCase(numberedCase(1).id);
        QTRY_COMPARE_WITH_TIMEOUT(came.size(), std::size_t(1), kPatienceMs);
        QCOMPARE(came.front().description, numberedCase(1).description);
        QCOMPARE(sara.rows(), std::size_t(0));
        sara.engine().openCase(numberedCase(2).id);
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), std::size_t(1), kPatienceMs);
        QCOMPARE(failed.front().kind, Error::Kind::NotFound);
        news.disconnect(this);
        centre.stop();
        QCOMPARE(centre.openings(),
                 QStringList(QString(sampleSupervisor().id.text() % u' ' % numberedCase(1).number)));
    }

    // The answer is lost twice, the program ends in between, and the centre comes back from a backup at last.
    void aLostAnswerAndARestoredCentreMoveNothingTwice()
    {
        RealCentre centre;
        for (int n = 1; n <= 3; ++n)
            centre.take(numberedCase(n));
        centre.start();
        RealDesk sara(centre.address());
        sara.signIn(sampleSupervisor(), TestCentre::password());
        QTRY_COMPARE_WITH_TIMEOUT(boardOf(sara).all.total(), 3, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(loadOf(sara, otherOfficer()), 0, kPatienceMs);
        centre.stop();
        centre.backUp(); // with the session
        centre.start();
        sara.line().lose(2);
        const auto ordered = sara.wait(sara.supervision().order(givingThree()));
        QVERIFY(ordered && *ordered);
        QTRY_VERIFY_WITH_TIMEOUT(sara.line().left() < 2, kPatienceMs);
        QCOMPARE(int(ordersOf(sara).front().state), int(State::Waiting));
        sara.quit();
        sara.startAgain();
        QTRY_COMPARE_WITH_TIMEOUT(int(ordersOf(sara).front().state), int(State::Answered), kPatienceMs);
        QVERIFY(ordersOf(sara).front().tries > 1);
        QCOMPARE(ordersOf(sara).front().done, 3);
        centre.stop();
        for (int n = 1; n <= 3; ++n)
            QCOMPARE(timesGiven(centre.caseOf(numberedCase(n).id)), 1);

        centre.restore();
        centre.start();
        sara.engine().syncNow();
        QTRY_VERIFY_WITH_TIMEOUT(ordersOf(sara).front().isDoubted, kPatienceMs);
        const auto again = sara.wait(sara.supervision().sendAgain(OrderId((*ordered)->text())));
        QVERIFY(again && *again);
        QTRY_COMPARE_WITH_TIMEOUT(int(ordersOf(sara).front().state), int(State::Answered), kPatienceMs);
        QCOMPARE(ordersOf(sara).front().done, 3);
        centre.stop();
        for (int n = 1; n <= 3; ++n)
            QCOMPARE(timesGiven(centre.caseOf(numberedCase(n).id)), 1);
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestSupervision)
#include "tst_supervision.moc"

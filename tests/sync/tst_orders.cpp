// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/supervisorstage.h"

#include <QtTest/QTest>

namespace tawasul {

using State = RecordedOrder::State;
using Link = SyncStatus::Link;

namespace {

bool isAssignment(const TransportCall &call)
{
    return call.path == QLatin1String("/assignments");
}

auto answersFirst(int times, const TransportReply &reply)
{
    return [times, reply](const TransportCall &call) mutable -> std::optional<TransportReply> {
        if (!isAssignment(call) || times-- <= 0)
            return std::nullopt;
        return reply;
    };
}

Leave leaveFor(int officer)
{
    Leave leave;
    leave.officer = numberedOfficer(officer);
    leave.kind = Leave::Kind::Planned;
    leave.first = QDate(2026, 11, 25);
    leave.last = QDate(2026, 11, 29);
    leave.substitute = numberedOfficer(officer == 1 ? 2 : 1);
    return leave;
}

} // namespace

class TestOrders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOrderIsAnsweredAndTheFeedBringsWhatItMoved()
    {
        SupervisorStage stage;
        stage.signIn();
        const AssignmentId id = stage.give({1, 2});
        QVERIFY(!id.isEmpty());
        stage.stage.pass(std::chrono::seconds(2)); // not at the next poll
        const RecordedOrder order = stage.order(id);
        QCOMPARE(int(order.state), int(State::Answered));
        QCOMPARE(order.results.size(), std::size_t(2));
        QCOMPARE(int(order.results.front().outcome), int(AssignmentOutcome::Done));
        QVERIFY(order.undoUntil.has_value());
        QCOMPARE(stage.stage.status.orders, 0);
        const Board board = stage.stage.profile.wait(stage.supervision->board()).value().value();
        QCOMPARE(board.all.total(), 3);
        for (const OfficerLoad &row : board.officers) {
            if (row.officer.id == otherOfficer().id)
                QCOMPARE(row.load.total(), 2);
        }
    }

    void whatWasOrderedWithoutTheCentreWaitsAndGoesInOrder()
    {
        SupervisorStage stage;
        stage.signIn();
        stage.stage.centre.isDown = true;
        stage.stage.passMinutes(2);
        QCOMPARE(int(stage.stage.status.link), int(Link::Offline));
        const AssignmentId first = stage.give({1});
        const AssignmentId second = stage.give({2});
        stage.stage.passMinutes(1);
        QCOMPARE(stage.stage.status.orders, 2);
        QCOMPARE(int(stage.order(first).state), int(State::Waiting));
        QCOMPARE(int(stage.order(first).results.front().outcome), int(AssignmentOutcome::Queued));
        stage.stage.centre.isDown = false;
        stage.stage.passMinutes(2);
        QCOMPARE(int(stage.order(first).state), int(State::Answered));
        QCOMPARE(int(stage.order(second).state), int(State::Answered));
        QCOMPARE(stage.office.orders.size(), std::size_t(2));
        QVERIFY(stage.office.orders.front().contains(first.text().toLatin1()));
    }

    void anOrderSurvivesTheEndOfTheProgram()
    {
        SupervisorStage stage;
        stage.signIn();
        stage.stage.centre.isDown = true;
        stage.stage.passMinutes(2);
        const AssignmentId id = stage.give({1});
        stage.stage.quit();
        stage.startOffline();
        QCOMPARE(int(stage.order(id).state), int(State::Waiting));
        stage.stage.quit();
        stage.stage.centre.isDown = false;
        stage.signIn();
        QCOMPARE(int(stage.order(id).state), int(State::Answered));
        QCOMPARE(stage.office.moves[numberedHeader(1).id], 1);
    }

    // Whatever seed: the answer is lost after the effect, and the same bytes get the stored answer.
    void aLostAnswerMovesNothingTwice_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 10; ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }
    void aLostAnswerMovesNothingTwice()
    {
        QFETCH(const int, seed);
        SupervisorStage stage(static_cast<std::uint64_t>(seed));
        stage.signIn();
        int lost = 0;
        stage.stage.centre.losesAnswerTo = [&lost](const TransportCall &call) {
            return isAssignment(call) && lost++ < 3;
        };
        const AssignmentId id = stage.give({1, 2, 3});
        stage.stage.passMinutes(10);
        QVERIFY(lost >= 3);
        const RecordedOrder order = stage.order(id);
        QCOMPARE(int(order.state), int(State::Answered));
        QVERIFY(order.tries >= 4);
        QCOMPARE(stage.office.orders.size(), std::size_t(1));
        for (const auto &[theCase, moves] : stage.office.moves)
            QCOMPARE(moves, 1);
        std::set<QByteArray> bodies;
        for (const TransportCall &call : stage.stage.centre.calls) {
            if (isAssignment(call))
                bodies.insert(call.body);
        }
        QCOMPARE(bodies.size(), std::size_t(1));
    }

    void whatDecidesNothingIsTriedAgain_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        const auto add = [](const char *name, const TransportReply &reply) {
            QTest::newRow(name) << reply.status << reply.body;
        };
        add("a centre that is busy", FakeCentre::problem(503, "centre.busy"));
        add("a centre that failed", FakeCentre::problem(500, "centre.failed"));
        add("a portal's 403", FakeCentre::answer(403, "<html>Sign in</html>"));
        add("a proxy's 404", FakeCentre::answer(404, "not here"));
        add("a route that is not known", FakeCentre::problem(404, "route.unknown"));
        add("a stranger's 401", FakeCentre::answer(401, "<html>Sign in</html>"));
        add("a portal's 200", FakeCentre::answer(200, "<html>Sign in</html>"));
        add("an empty success", FakeCentre::answer(200, {}));
        add("somebody else's answer",
            FakeCentre::answer(
                200, R"({"dry_run":false,"at":"2026-11-24T06:15:00.000Z","results":[],"loads":[]})"));
    }
    void whatDecidesNothingIsTriedAgain()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        SupervisorStage stage;
        stage.signIn();
        stage.office.instead = answersFirst(4, FakeCentre::answer(status, body));
        const AssignmentId id = stage.give({1});
        stage.stage.pass(std::chrono::milliseconds(500));
        QCOMPARE(int(stage.order(id).state), int(State::Waiting));
        stage.stage.passMinutes(10);
        QCOMPARE(int(stage.order(id).state), int(State::Answered));
        QCOMPARE(stage.office.moves[numberedHeader(1).id], 1);
        QCOMPARE(int(stage.stage.status.link), int(Link::Online));
    }

    void nonsenseIsTold()
    {
        SupervisorStage stage;
        stage.signIn();
        stage.office.instead = answersFirst(1'000, FakeCentre::answer(200, "{}"));
        const AssignmentId id = stage.give({1});
        stage.stage.passMinutes(1);
        QCOMPARE(int(stage.stage.status.link), int(Link::Failing));
        QCOMPARE(stage.stage.status.problem->code, QStringLiteral("wire.malformed"));
        QVERIFY(stage.order(id).problem.has_value());
        QVERIFY(stage.order(id).nextTryAt.has_value());
    }

    void theCentresOwnRefusalEndsIt_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("forbidden") << 403 << QByteArray("assignment.forbidden");
        QTest::newRow("nothing") << 409 << QByteArray("assignment.nothing_matched");
        QTest::newRow("too many") << 422 << QByteArray("assignment.too_many");
        QTest::newRow("malformed") << 422 << QByteArray("wire.malformed");
    }
    void theCentresOwnRefusalEndsIt()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, code);
        SupervisorStage stage;
        stage.signIn();
        stage.office.instead = answersFirst(1, FakeCentre::problem(status, code.constData()));
        const AssignmentId refused = stage.give({1});
        const AssignmentId next = stage.give({2});
        stage.stage.passMinutes(2);
        QCOMPARE(int(stage.order(refused).state), int(State::Refused));
        QCOMPARE(stage.order(refused).problem->code, QString::fromLatin1(code));
        QCOMPARE(int(stage.order(next).state), int(State::Answered)); // it stops nothing behind it
        QCOMPARE(stage.office.moves[numberedHeader(1).id], 0);
    }

    void aSessionThatEndedLetsItWaitForTheNext()
    {
        SupervisorStage stage;
        stage.signIn();
        stage.stage.centre.endSession();
        const AssignmentId id = stage.give({1});
        stage.stage.passMinutes(2);
        QCOMPARE(int(stage.stage.status.link), int(Link::SessionEnded));
        QCOMPARE(int(stage.order(id).state), int(State::Waiting));
        stage.stage.engine->resume(stage.stage.centre.signIn());
        stage.stage.passMinutes(1);
        QCOMPARE(int(stage.order(id).state), int(State::Answered));
    }

    void whatNeverLeftIsWithdrawnAndWhatMayHaveLeftIsNot()
    {
        SupervisorStage stage;
        stage.signIn();
        stage.stage.centre.isDown = true;
        stage.stage.passMinutes(2);
        const AssignmentId never = stage.give({1});
        QVERIFY(stage.stage.profile.wait(stage.supervision->withdraw(never)).value());
        stage.stage.centre.isDown = false;
        stage.stage.passMinutes(2);
        QVERIFY(stage.office.orders.empty());
        QCOMPARE(stage.stage.status.orders, 0);

        stage.stage.centre.losesAnswerTo = isAssignment;
        const AssignmentId left = stage.give({2});
        stage.stage.pass(std::chrono::seconds(1));
        const Outcome refused = stage.stage.profile.wait(stage.supervision->withdraw(left)).value();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, QStringLiteral("order.state"));
        QCOMPARE(stage.office.moves[numberedHeader(2).id], 1);
    }

    void anUndoFollowsWhatItTakesBack()
    {
        SupervisorStage stage;
        stage.signIn();
        stage.stage.centre.losesAnswerTo = isAssignment;
        const AssignmentId id = stage.give({1});
        stage.stage.pass(std::chrono::seconds(1));
        const auto undo = stage.stage.profile.wait(stage.supervision->undo(id)).value();
        QVERIFY(undo.has_value());
        QCOMPARE(stage.order(id).undoneBy, *undo);
        stage.stage.centre.losesAnswerTo = {};
        stage.stage.passMinutes(5);
        QCOMPARE(int(stage.order(*undo).state), int(State::Answered));
        QCOMPARE(stage.office.orders.size(), std::size_t(2));
        QVERIFY(stage.office.orders.back().contains("undo"));
    }

    void aLeaveIsRecordedOnceAndTheStaffIsAskedForAnew()
    {
        SupervisorStage stage;
        stage.signIn();
        int lost = 0;
        stage.stage.centre.losesAnswerTo = [&lost](const TransportCall &call) {
            return call.path.startsWith(QLatin1String("/leaves/")) && lost++ < 2;
        };
        const auto id = stage.stage.profile.wait(stage.supervision->recordLeave(leaveFor(1))).value();
        QVERIFY2(id.has_value(), id ? "" : qPrintable(id.error().code));
        stage.stage.passMinutes(2);
        QCOMPARE(stage.office.leaves.size(), std::size_t(1));
        QCOMPARE(stage.office.orders.size(), std::size_t(1));
        const auto told = stage.stage.profile.wait(stage.supervision->leaveOrders()).value().value();
        QCOMPARE(told.size(), std::size_t(1));
        QCOMPARE(int(told.front().state), int(State::Answered));
        QCOMPARE(told.front().leave.version, 1);
        const auto staff = stage.stage.profile.wait(stage.supervision->staff()).value().value();
        const auto away = std::count_if(staff.begin(), staff.end(),
                                        [](const Colleague &one) { return !one.leaves.empty(); });
        QCOMPARE(away, 1);

        QVERIFY(stage.stage.profile.wait(stage.supervision->endLeave(*id)).value());
        stage.stage.passMinutes(1);
        QVERIFY(stage.office.leaves.front().endedAt.has_value());
    }

    void aLeaveThatStandsOtherwiseByNowIsRefusedWithItsCode_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("overlaps") << 409 << QByteArray("leave.overlap");
        QTest::newRow("changed") << 412 << QByteArray("leave.stale");
        QTest::newRow("invalid") << 422 << QByteArray("leave.invalid.past");
    }
    void aLeaveThatStandsOtherwiseByNowIsRefusedWithItsCode()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, code);
        SupervisorStage stage;
        stage.signIn();
        stage.office.instead = [&](const TransportCall &call) -> std::optional<TransportReply> {
            if (!call.path.startsWith(QLatin1String("/leaves/")))
                return std::nullopt;
            return FakeCentre::problem(status, code.constData());
        };
        QVERIFY(stage.stage.profile.wait(stage.supervision->recordLeave(leaveFor(1))).value());
        stage.stage.passMinutes(1);
        const auto told = stage.stage.profile.wait(stage.supervision->leaveOrders()).value().value();
        QCOMPARE(int(told.front().state), int(State::Refused));
        QCOMPARE(told.front().problem->code, QString::fromLatin1(code));
    }

    void anAuditorHasNoBoard()
    {
        Actor auditor = sampleSupervisor();
        auditor.role = Role::Auditor;
        SupervisorStage stage(1, auditor);
        stage.signIn();
        const auto board = stage.stage.profile.wait(stage.supervision->board()).value();
        QCOMPARE(board.error().code, QStringLiteral("supervision.forbidden"));
        const auto refused = stage.stage.profile.wait(stage.supervision->order(stage.giving({1}))).value();
        QCOMPARE(refused.error().code, QStringLiteral("supervision.forbidden"));
        QCOMPARE(stage.stage.centre.count("GET", QStringLiteral("/officers")), 0);
    }

    // One order that breaks the centre is in the way of what touches the same, until a person takes it out.
    void oneThatTheCentreCannotAnswerStopsNothingElse()
    {
        SupervisorStage stage;
        stage.office.staff.push_back(staffLine(3));
        CaseHeader other = numberedHeader(4);
        other.assignee = numberedOfficer(3);
        stage.office.put(other);
        stage.signIn();
        QByteArray broken;
        stage.office.instead = [&broken](const TransportCall &call) -> std::optional<TransportReply> {
            return isAssignment(call) && call.body.contains(broken)
                ? std::optional(FakeCentre::problem(500, "centre.failed"))
                : std::nullopt;
        };
        stage.cut();
        const AssignmentId first = stage.give({1});
        broken = first.text().toLatin1();
        AssignmentOrder elsewhere;
        elsewhere.cases = {{other.id, {}, PersonId()}};
        const auto second = stage.stage.profile.wait(stage.supervision->order(elsewhere))->value();
        const AssignmentId third = stage.give({2}); // to the same officer
        stage.mend(20);
        QCOMPARE(int(stage.order(first).state), int(State::Waiting));
        QCOMPARE(int(stage.order(second).state), int(State::Answered));
        QCOMPARE(int(stage.order(third).state), int(State::Waiting));
        QCOMPARE(stage.stage.status.problem->code, QStringLiteral("centre.failed")); // told all the while
        QVERIFY(stage.stage.profile.wait(stage.supervision->setAside(OrderId(first.text()))).value());
        stage.stage.passMinutes(1);
        QCOMPARE(int(stage.order(third).state), int(State::Answered));
        QCOMPARE(int(stage.order(first).state), int(State::SetAside));
        QCOMPARE(stage.stage.status.orders, 0);
        QVERIFY(!stage.stage.status.problem.has_value());
        broken = QByteArrayLiteral("nobody");
        QVERIFY(stage.stage.profile.wait(stage.supervision->sendAgain(OrderId(first.text()))).value());
        stage.stage.passMinutes(1);
        QCOMPARE(int(stage.order(first).state), int(State::Answered));
        QCOMPARE(stage.office.moves[numberedHeader(1).id], 1);
    }

    void aKnockOnADeadLineTakesNoOrderAway()
    {
        SupervisorStage stage;
        stage.signIn();
        stage.stage.centre.isDown = true; // and the desk has not noticed
        const AssignmentId id = stage.give({1});
        stage.stage.passMinutes(2);
        QCOMPARE(int(stage.order(id).state), int(State::Waiting));
        QCOMPARE(stage.order(id).tries, 0);
        QVERIFY(stage.stage.profile.wait(stage.supervision->withdraw(id)).value());
    }

    // It comes back as it was before: nothing that it had done is taken for done, nothing goes by itself.
    void aRestoredCentreForgetsOrders_data()
    {
        QTest::addColumn<bool>("forgot");
        QTest::newRow("it forgot the order") << true;
        QTest::newRow("it kept the order") << false;
    }
    void aRestoredCentreForgetsOrders()
    {
        QFETCH(const bool, forgot);
        SupervisorStage stage;
        stage.signIn();
        if (forgot)
            stage.office.backUp();
        const AssignmentId done = stage.give({1});
        stage.stage.passMinutes(1);
        QCOMPARE(int(stage.order(done).state), int(State::Answered));
        if (!forgot)
            stage.office.backUp();
        stage.cut();
        const AssignmentId waits = stage.give({2});
        stage.office.restoreFromBackup();
        stage.mend();
        QVERIFY(stage.order(done).isDoubted);
        QCOMPARE(int(stage.order(waits).state), int(State::SetAside));
        QCOMPARE(stage.order(waits).problem->code, QStringLiteral("centre.epoch_changed"));
        QCOMPARE(stage.office.moves[numberedHeader(2).id], 0);
        for (const AssignmentId &id : {done, waits})
            QVERIFY(stage.stage.profile.wait(stage.supervision->sendAgain(OrderId(id.text()))).value());
        stage.stage.passMinutes(2);
        QCOMPARE(int(stage.order(done).state), int(State::Answered));
        QVERIFY(!stage.order(done).isDoubted);
        QCOMPARE(int(stage.order(waits).state), int(State::Answered));
        QCOMPARE(stage.office.headers.at(numberedHeader(1).id).assignee, nameOf(otherOfficer()));
        QCOMPARE(stage.office.moves[numberedHeader(1).id], forgot ? 2 : 1);
        QCOMPARE(stage.office.headers.at(numberedHeader(1).id).version, numberedHeader(1).version + 1);
    }

    // The order is the first that hears of the new epoch: it is not judged in it, nor is a refusal believed.
    void anOrderIsNotJudgedInAnotherEpoch()
    {
        SupervisorStage stage;
        stage.signIn();
        stage.office.restoreFromBackup();
        const AssignmentId id = stage.give({1});
        stage.stage.pass(std::chrono::seconds(3));
        QCOMPARE(int(stage.order(id).state), int(State::SetAside));
        QVERIFY(stage.office.orders.empty());
        QCOMPARE(stage.order(id).tries, 1);
    }

    // A leave that is changed or ended has the version of a leave that may be another one there.
    void aLeaveIsNotJudgedInAnotherEpoch_data()
    {
        QTest::addColumn<bool>("ends");
        QTest::newRow("changed") << false;
        QTest::newRow("ended") << true;
    }
    void aLeaveIsNotJudgedInAnotherEpoch()
    {
        QFETCH(const bool, ends);
        SupervisorStage stage;
        stage.signIn();
        Leave leave = leaveFor(1);
        leave.id = stage.stage.profile.wait(stage.supervision->recordLeave(leave))->value();
        stage.stage.passMinutes(1);
        stage.office.backUp();
        stage.office.restoreFromBackup();
        leave.version = 1;
        leave.last = QDate(2026, 12, 1);
        if (ends)
            QVERIFY(stage.stage.profile.wait(stage.supervision->endLeave(leave.id)).value());
        else
            QVERIFY(stage.stage.profile.wait(stage.supervision->recordLeave(leave))->has_value());
        stage.stage.pass(std::chrono::seconds(3));
        const auto told = stage.stage.profile.wait(stage.supervision->leaveOrders()).value().value();
        QCOMPARE(int(told.front().state), int(State::SetAside));
        QCOMPARE(stage.office.leaves.front().version, 1);
        // A person sends it again, and it happens once.
        QVERIFY(stage.stage.profile.wait(stage.supervision->sendAgain(told.front().id)).value());
        stage.stage.passMinutes(2);
        QCOMPARE(int(stage.stage.profile.wait(stage.supervision->leaveOrders()).value()->front().state),
                 int(State::Answered));
        QCOMPARE(stage.office.leaves.front().version, 2);
        QCOMPARE(stage.office.leaves.front().endedAt.has_value(), ends);
    }

    void whatWasQueuedIsRefusedWhenTheCaseWentOn()
    {
        SupervisorStage stage;
        stage.signIn();
        stage.cut();
        const AssignmentId id = stage.give({1, 2});
        QCOMPARE(int(stage.order(id).results.front().outcome), int(AssignmentOutcome::Queued));
        CaseHeader decided = stage.office.headers.at(numberedHeader(1).id);
        decided.status = CaseStatus::Completed;
        decided.closedAt = stage.stage.profile.clock().now();
        ++decided.version;
        stage.office.put(decided);
        stage.mend();
        const RecordedOrder order = stage.order(id);
        QCOMPARE(int(order.state), int(State::Answered));
        QCOMPARE(order.done, 1);
        QCOMPARE(order.refused, 1);
        QCOMPARE(order.results.front().reason, QStringLiteral("assignment.decided"));
    }

    // Only what was refused goes again, in the version of today, under an id of its own.
    void whatWasRefusedIsTriedAgain()
    {
        SupervisorStage stage;
        stage.signIn();
        stage.cut();
        AssignmentOrder wished = stage.giving({1, 2});
        for (AssignmentWish &wish : wished.cases)
            wish.version = stage.office.headers.at(wish.caseId).version;
        const auto id = stage.stage.profile.wait(stage.supervision->order(wished))->value();
        CaseHeader touched = stage.office.headers.at(numberedHeader(1).id);
        ++touched.version;
        stage.office.put(touched);
        stage.mend();
        QCOMPARE(stage.order(id).results.front().reason, QStringLiteral("assignment.stale"));
        const auto again = stage.stage.profile.wait(stage.supervision->again(id)).value();
        QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().code));
        stage.stage.passMinutes(1);
        const RecordedOrder second = stage.order(*again);
        QCOMPARE(second.results.size(), std::size_t(1));
        QCOMPARE(second.done, 1);
        QCOMPARE(stage.office.moves[numberedHeader(1).id], 1);
        QCOMPARE(stage.office.moves[numberedHeader(2).id], 1);
        const auto nothing = stage.stage.profile.wait(stage.supervision->again(*again)).value();
        QCOMPARE(nothing.error().code, QStringLiteral("assignment.nothing_matched"));
    }

    // What was shown is what moves, whatever came since.
    void aRuleMovesWhatItShowed()
    {
        SupervisorStage stage;
        stage.signIn();
        stage.cut();
        AssignmentOrder order;
        order.rule.emplace();
        order.rule->from = sampleOfficer().id;
        order.to = otherOfficer().id;
        const auto id = stage.stage.profile.wait(stage.supervision->order(order)).value();
        QVERIFY(id.has_value());
        stage.office.put(numberedHeader(4)); // nobody saw it
        stage.mend();
        QCOMPARE(stage.order(*id).done, 3);
        QCOMPARE(stage.office.moves[numberedHeader(4).id], 0);
    }

    void aRoleThatWasLostMeanwhileOrdersNothing()
    {
        SupervisorStage stage;
        stage.signIn();
        stage.cut();
        const AssignmentId id = stage.give({1});
        stage.office.caller.role = Role::Officer;
        stage.mend();
        QCOMPARE(int(stage.order(id).state), int(State::Refused));
        QCOMPARE(stage.order(id).problem->code, QStringLiteral("assignment.forbidden"));
    }

    void anUndoInAnOutage_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<bool>("inTime");
        QTest::newRow("is in time") << 5 << true;
        QTest::newRow("comes too late") << 20 << false;
    }
    void anUndoInAnOutage()
    {
        QFETCH(const int, minutes);
        QFETCH(const bool, inTime);
        SupervisorStage stage;
        stage.signIn();
        const AssignmentId id = stage.give({1});
        stage.stage.pass(std::chrono::seconds(5));
        stage.cut();
        const auto undo = stage.stage.profile.wait(stage.supervision->undo(id)).value();
        QVERIFY(undo.has_value());
        stage.stage.passMinutes(minutes);
        QCOMPARE(stage.order(*undo).isTooLate, !inTime);
        stage.mend();
        QCOMPARE(int(stage.order(*undo).state), int(inTime ? State::Answered : State::Refused));
        if (!inTime)
            QCOMPARE(stage.order(*undo).problem->code, QStringLiteral("assignment.undo_expired"));
        QCOMPARE(stage.office.headers.at(numberedHeader(1).id).assignee,
                 inTime ? nameOf(sampleOfficer()) : nameOf(otherOfficer()));
        QCOMPARE(stage.order(id).undoneBy, inTime ? *undo : AssignmentId());
    }

    // The program ends with the answer on its way.
    void aCrashAfterTheEffectMovesNothingTwice()
    {
        SupervisorStage stage;
        stage.signIn();
        stage.stage.centre.losesAnswerTo = isAssignment;
        const AssignmentId id = stage.give({1});
        stage.stage.pass(std::chrono::milliseconds(200));
        stage.stage.quit();
        stage.stage.centre.losesAnswerTo = {};
        stage.signIn();
        stage.stage.passMinutes(1);
        QCOMPARE(int(stage.order(id).state), int(State::Answered));
        QCOMPARE(stage.office.moves[numberedHeader(1).id], 1);
    }

    // A correction goes under the version that the leave before it got, whatever that is.
    void aLeaveIsCorrectedWhileItWaits_data()
    {
        QTest::addColumn<bool>("isKnown");
        QTest::newRow("a new one") << false;
        QTest::newRow("one that the centre knows") << true;
    }
    void aLeaveIsCorrectedWhileItWaits()
    {
        QFETCH(const bool, isKnown);
        SupervisorStage stage;
        stage.signIn();
        Leave leave = leaveFor(1);
        if (isKnown) {
            leave.id = stage.stage.profile.wait(stage.supervision->recordLeave(leave))->value();
            stage.stage.passMinutes(1);
            leave.version = 1;
            leave.last = QDate(2026, 12, 1);
        }
        stage.cut();
        leave.id = stage.stage.profile.wait(stage.supervision->recordLeave(leave))->value();
        leave.last = QDate(2026, 12, 3);
        const auto corrected = stage.stage.profile.wait(stage.supervision->recordLeave(leave)).value();
        QVERIFY2(corrected.has_value(), corrected ? "" : qPrintable(corrected.error().code));
        int lost = 0;
        stage.stage.centre.losesAnswerTo = [&lost](const TransportCall &call) {
            return call.path.startsWith(QLatin1String("/leaves/")) && lost++ < 2;
        };
        stage.mend(5);
        const auto told = stage.stage.profile.wait(stage.supervision->leaveOrders()).value().value();
        QCOMPARE(told.size(), std::size_t(isKnown ? 3 : 2));
        for (const RecordedLeave &one : told)
            QVERIFY2(one.state == State::Answered, one.problem ? qPrintable(one.problem->code) : "");
        QCOMPARE(stage.office.leaves.size(), std::size_t(1));
        QCOMPARE(stage.office.leaves.front().last, QDate(2026, 12, 3));
        QCOMPARE(stage.office.leaves.front().version, isKnown ? 3 : 2);
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestOrders)
#include "tst_orders.moc"

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

    void whoMayAskOnlyOrdersNothing()
    {
        Actor auditor = sampleSupervisor();
        auditor.role = Role::Auditor;
        SupervisorStage stage(1, auditor);
        stage.signIn();
        QCOMPARE(stage.stage.profile.wait(stage.supervision->board())->value().all.total(), 3);
        const auto refused = stage.stage.profile.wait(stage.supervision->order(stage.giving({1}))).value();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, QStringLiteral("supervision.forbidden"));
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestOrders)
#include "tst_orders.moc"

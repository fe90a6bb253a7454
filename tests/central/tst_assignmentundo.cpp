// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/central/assignmentstage.h"
#include "tests/support/shown.h"

#include <QtTest/QTest>

using namespace tawasul;
using namespace std::chrono_literals;

namespace {

using Answer = wire::AssignmentAnswer;

} // namespace

/// What a supervisor moved goes back, where it still stands as they left it.
class AssignmentUndoTest : public QObject, protected AssignmentStage
{
    Q_OBJECT

private:
    [[nodiscard]] Leave illness(const Actor &substitute)
    {
        Leave leave;
        leave.id = LeaveId(m_centre->newActId().text());
        leave.officer.id = sampleOfficer().id;
        leave.kind = Leave::Kind::Unplanned;
        leave.first = riyadhDate(m_centre->clock().now());
        leave.substitute = nameOf(substitute);
        return leave;
    }

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void whatWasMovedIsTakenBack();
    void whatMovedOnStaysWhereItIs();
    void takingBackHasItsTime();
    void onlyItsAuthorTakesItBack();
    void takingBackCanBeTakenBack();
    void nothingGoesBackToWhoeverLeftSince();
    void whatWasTakenFromTheAbsentGoesBack();
};

void AssignmentUndoTest::whatWasMovedIsTakenBack()
{
    Case nobodys = numberedCase(7);
    nobodys.assignee.reset();
    take(*m_connection, nobodys);
    AssignmentOrder order = orderFor({{1, otherOfficer()}, {7, thirdOfficer()}, {5, otherOfficer()}});
    order.cases.push_back({idOf(2), {}, {}});
    carried(sampleSupervisor(), order);
    act(ActType::Note, otherOfficer(), 1);
    m_centre->clock().advance(15min);
    AssignmentOrder undo = undoOf(order);
    undo.isDryRun = true;
    const Answer planned = carried(sampleSupervisor(), undo);
    undo.isDryRun = false;
    Answer back = carried(sampleSupervisor(), undo);
    QCOMPARE(back.results.size(), std::size_t(3)); // what was refused has nothing to take back
    QCOMPARE(ownerOf(1), sampleOfficer().id.text());
    QCOMPARE(ownerOf(2), sampleOfficer().id.text());
    QCOMPARE(ownerOf(7), QString());
    for (AssignmentVerdict &verdict : back.results) {
        QCOMPARE(verdict.outcome, AssignmentOutcome::Done);
        QVERIFY(!verdict.act.isEmpty());
        verdict.act = {};
    }
    QVERIFY(back.results == planned.results && back.loads == planned.loads);
    QCOMPARE(caseIn(*m_connection, idOf(1)).history.back().actor, nameOf(sampleSupervisor()));
}

void AssignmentUndoTest::whatMovedOnStaysWhereItIs()
{
    const AssignmentOrder order =
        orderFor({{1, otherOfficer()}, {2, otherOfficer()}, {3, otherOfficer()}, {4, otherOfficer()}});
    carried(sampleSupervisor(), order);
    act(ActType::Return, otherOfficer(), 1);
    act(ActType::Transfer, otherOfficer(), 2);
    carried(secondSupervisor(), orderFor({{3, thirdOfficer()}}));
    const Answer back = carried(sampleSupervisor(), undoOf(order));
    QCOMPARE(back.results[0].reason, QStringLiteral("assignment.moved_on"));
    QCOMPARE(back.results[1].reason, QStringLiteral("assignment.out_of_reach"));
    QCOMPARE(back.results[2].reason, QStringLiteral("assignment.moved_on"));
    QCOMPARE(back.results[3].outcome, AssignmentOutcome::Done);
    QCOMPARE(ownerOf(3), thirdOfficer().id.text());
    QCOMPARE(ownerOf(4), sampleOfficer().id.text());
    // Twice leaves all as it is.
    for (const AssignmentVerdict &verdict : carried(sampleSupervisor(), undoOf(order)).results)
        QCOMPARE(verdict.outcome, AssignmentOutcome::Refused);
}

void AssignmentUndoTest::takingBackHasItsTime()
{
    const AssignmentOrder order = orderFor({{1, otherOfficer()}});
    carried(sampleSupervisor(), order);
    m_centre->clock().advance(15min + 1ms);
    QCOMPARE(refusedAs(sampleSupervisor(), undoOf(order)), QStringLiteral("assignment.undo_expired"));
    QCOMPARE(ownerOf(1), otherOfficer().id.text());
}

void AssignmentUndoTest::onlyItsAuthorTakesItBack()
{
    const AssignmentOrder order = orderFor({{1, otherOfficer()}});
    carried(sampleSupervisor(), order);
    QCOMPARE(refusedAs(secondSupervisor(), undoOf(order)), QStringLiteral("assignment.unknown"));
    QCOMPARE(refusedAs(sampleSupervisor(), undoOf(orderFor({}))), QStringLiteral("assignment.unknown"));
    AssignmentOrder strange = orderFor({});
    strange.undoes = AssignmentId(QString(QChar(0xd800)));
    QCOMPARE(refusedAs(sampleSupervisor(), strange), QStringLiteral("assignment.unknown"));
}

void AssignmentUndoTest::takingBackCanBeTakenBack()
{
    const AssignmentOrder order = orderFor({{1, otherOfficer()}});
    carried(sampleSupervisor(), order);
    const AssignmentOrder undo = undoOf(order);
    carried(sampleSupervisor(), undo);
    QCOMPARE(ownerOf(1), sampleOfficer().id.text());
    const AssignmentOrder redo = undoOf(undo);
    const auto first = must(carry(sampleSupervisor(), redo));
    QCOMPARE(ownerOf(1), otherOfficer().id.text());
    // An undo, too, may be sent again when its answer was lost.
    m_centre->clock().advance(1h);
    QCOMPARE(must(carry(sampleSupervisor(), redo)).answer, first.answer);
}

// Who fell ill in between is not handed anything; whose cases were moved because they are ill gets them back.
void AssignmentUndoTest::nothingGoesBackToWhoeverLeftSince()
{
    const AssignmentOrder order = orderFor({{1, otherOfficer()}});
    carried(sampleSupervisor(), order);
    m_centre->clock().advance(5min);
    must(m_connection->leaves().put(sampleSupervisor(), illness(thirdOfficer()), {}));
    const Answer back = carried(sampleSupervisor(), undoOf(order));
    QCOMPARE(back.results[0].reason, QStringLiteral("assignment.on_leave"));
    QCOMPARE(back.results[0].substitute, std::optional(nameOf(thirdOfficer())));
    QCOMPARE(ownerOf(1), otherOfficer().id.text());
}

void AssignmentUndoTest::whatWasTakenFromTheAbsentGoesBack()
{
    must(m_connection->leaves().put(sampleSupervisor(), illness(thirdOfficer()), {}));
    const AssignmentOrder order = orderFor({{1, otherOfficer()}});
    carried(sampleSupervisor(), order);
    m_centre->clock().advance(5min);
    QCOMPARE(carried(sampleSupervisor(), undoOf(order)).results[0].outcome, AssignmentOutcome::Done);
    QCOMPARE(ownerOf(1), sampleOfficer().id.text());
}

QTEST_GUILESS_MAIN(AssignmentUndoTest)
#include "tst_assignmentundo.moc"

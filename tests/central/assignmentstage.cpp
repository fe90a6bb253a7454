// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/central/assignmentstage.h"

#include "models/protocol/jsonreader.h"
#include "models/sql/rows.h"

namespace tawasul {

Actor thirdOfficer()
{
    Actor actor = otherOfficer();
    actor.id = PersonId(QStringLiteral("officer-3"));
    actor.name = QStringLiteral("سارة العنزي");
    return actor;
}

Actor fourthOfficer()
{
    Actor actor = thirdOfficer();
    actor.id = PersonId(QStringLiteral("officer-4"));
    actor.section = QStringLiteral("reports");
    return actor;
}

Actor secondSupervisor()
{
    Actor actor = sampleSupervisor();
    actor.id = PersonId(QStringLiteral("supervisor-2"));
    return actor;
}

void AssignmentStage::begin()
{
    m_centre = std::make_unique<TestCentre>();
    m_connection = m_centre->open();
    for (const Actor &actor : {thirdOfficer(), fourthOfficer(), secondSupervisor()})
        must(m_connection->accounts().add({actor.id.text(), actor, QStringLiteral("!"), true},
                                          m_centre->clock().now()));
    Actor left = thirdOfficer();
    left.id = PersonId(QStringLiteral("officer-5"));
    must(m_connection->accounts().add({left.id.text(), left, QStringLiteral("!"), false},
                                      m_centre->clock().now()));
    for (int n = 1; n <= 6; ++n) {
        Case theCase = numberedCase(n);
        if (n == 5)
            theCase.status = CaseStatus::Completed;
        if (n == 6)
            theCase.region = QStringLiteral("SA-02");
        take(*m_connection, theCase);
    }
}

void AssignmentStage::end()
{
    m_connection.reset();
    m_centre.reset();
}

AssignmentOrder AssignmentStage::orderFor(std::initializer_list<std::pair<int, Actor>> cases)
{
    AssignmentOrder order;
    order.id = AssignmentId(m_centre->newActId().text());
    order.recordedAt = m_centre->clock().now();
    for (const auto &[n, to] : cases)
        order.cases.push_back({idOf(n), {}, to.id});
    return order;
}

AssignmentOrder AssignmentStage::undoOf(const AssignmentOrder &order)
{
    AssignmentOrder undo = orderFor({});
    undo.undoes = order.id;
    return undo;
}

Result<Assignments::Carried> AssignmentStage::carry(const Actor &supervisor, const AssignmentOrder &order)
{
    return m_connection->assignments().carryOut(supervisor, wire::toBytes(wire::toJson(order)));
}

wire::AssignmentAnswer AssignmentStage::carried(const Actor &supervisor, const AssignmentOrder &order)
{
    const QByteArray answer = must(carry(supervisor, order)).answer;
    return must(wire::assignmentAnswerFromJson(must(wire::parseObject(answer, QStringLiteral("answer")))));
}

QString AssignmentStage::refusedAs(const Actor &supervisor, const AssignmentOrder &order)
{
    const auto outcome = carry(supervisor, order);
    return outcome ? QStringLiteral("carried out") : outcome.error().code;
}

void AssignmentStage::act(ActType type, const Actor &actor, int n)
{
    Act act = sampleAct(type, actor);
    act.id = m_centre->newActId();
    act.caseId = idOf(n);
    act.baseVersion = caseIn(*m_connection, idOf(n)).version;
    stored(m_connection->cases().applyAct(actor, requestFor(act)));
}

QString AssignmentStage::ownerOf(int n)
{
    const Case theCase = caseIn(*m_connection, idOf(n));
    return theCase.assignee ? theCase.assignee->id.text() : QString();
}

qint64 AssignmentStage::rows(const char *table)
{
    return must(readOneInt64(m_connection->database(),
                             QString(QStringLiteral("SELECT count(*) FROM ") % QLatin1String(table))));
}

} // namespace tawasul

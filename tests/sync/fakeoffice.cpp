// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/fakeoffice.h"

#include "models/domain/assignment.h"
#include "models/protocol/assignmentcodec.h"
#include "models/protocol/headercodec.h"
#include "models/protocol/jsonreader.h"
#include "tests/support/samplecase.h"

#include <QtCore/QUrl>
#include <QtCore/QUrlQuery>

namespace tawasul {

namespace {

LeaveId leaveIdIn(const TransportCall &call)
{
    return LeaveId(call.path.section(u'/', -1));
}

} // namespace

FakeOffice::FakeOffice(FakeCentre &centre, const Clock &clock)
    : m_clock(clock)
{
    centre.instead = [this, &centre](const TransportCall &call) {
        return centre.isAuthenticated(call) ? judged(call) : std::nullopt;
    };
}

void FakeOffice::put(const CaseHeader &header)
{
    headers[header.id] = header;
    std::erase_if(m_feed, [&header](const auto &line) { return line.second == header.id; });
    m_feed.emplace_back(++m_position, header.id);
}

std::optional<TransportReply> FakeOffice::judged(const TransportCall &call)
{
    if (instead) {
        if (auto reply = instead(call))
            return reply;
    }
    if (call.path == QLatin1String("/assignments"))
        return assign(call.body);
    if (call.path == QLatin1String("/officers"))
        return FakeCentre::answer(200, wire::toBytes(wire::staffToJson(staff)));
    if (call.path.startsWith(QLatin1String("/leaves/")))
        return call.method == "PUT" ? putLeave(call) : endLeave(call);
    if (call.path == QLatin1String("/changes") && tellsHeaders)
        return changes(call);
    return std::nullopt;
}

TransportReply FakeOffice::assign(const QByteArray &body)
{
    const auto order =
        wire::parseObject(body, QStringLiteral("assignment")).and_then(wire::assignmentOrderFromJson);
    if (!order)
        return FakeCentre::problem(422, "wire.malformed");
    if (const auto known = m_assignments.find(order->id.text()); known != m_assignments.end())
        return known->second.body == body ? FakeCentre::answer(200, known->second.answer)
                                          : FakeCentre::problem(422, "assignment.id_reused");
    if (!order->undoes.isEmpty() && !m_assignments.contains(order->undoes.text()))
        return FakeCentre::problem(404, "assignment.unknown");
    Roster roster;
    for (const wire::StaffLine &line : staff)
        roster.insert(line.officer.name.id, line.officer);
    wire::AssignmentAnswer answer;
    answer.id = order->id;
    answer.at = m_clock.now();
    answer.undoUntil = m_clock.now() + kAssignmentUndo;
    for (const AssignmentWish &wish : order->cases) {
        const auto known = headers.find(wish.caseId);
        if (known == headers.end()) {
            answer.results.push_back(outOfReach(wish.caseId));
            continue;
        }
        AssignmentVerdict verdict = verdictOn(known->second, wish, sampleSupervisor(), roster, m_clock.now());
        if (verdict.outcome == AssignmentOutcome::Done) {
            CaseHeader moved = known->second;
            moved.version = verdict.version;
            moved.assignee = verdict.to;
            put(moved);
            ++moves[moved.id];
        }
        answer.results.push_back(verdict);
    }
    orders.push_back(body);
    const QByteArray bytes = wire::toBytes(wire::toJson(answer));
    m_assignments[order->id.text()] = {body, bytes};
    return FakeCentre::answer(201, bytes);
}

TransportReply FakeOffice::putLeave(const TransportCall &call)
{
    auto form = wire::parseObject(call.body, QStringLiteral("leave")).and_then(wire::leaveFormFromJson);
    if (!form)
        return FakeCentre::problem(422, "wire.malformed");
    const LeaveId id = leaveIdIn(call);
    for (const Leave &known : leaves) {
        if (known.id == id)
            return FakeCentre::answer(200, wire::toBytes(wire::toJson(known)));
    }
    form->id = id;
    form->version = 1;
    form->recordedBy = nameOf(sampleSupervisor());
    form->recordedAt = m_clock.now();
    leaves.push_back(*form);
    orders.push_back(call.body);
    for (wire::StaffLine &line : staff) {
        if (line.officer.name.id == form->officer.id)
            line.officer.leaves.push_back(*form);
    }
    return FakeCentre::answer(201, wire::toBytes(wire::toJson(*form)));
}

TransportReply FakeOffice::endLeave(const TransportCall &call)
{
    for (Leave &known : leaves) {
        if (known.id != leaveIdIn(call))
            continue;
        known.endedAt = known.endedAt.value_or(m_clock.now());
        return FakeCentre::answer(200, wire::toBytes(wire::toJson(known)));
    }
    return FakeCentre::problem(404, "leave.unknown");
}

TransportReply FakeOffice::changes(const TransportCall &call) const
{
    const QUrlQuery query(call.query);
    const QString cursor =
        QUrl::fromPercentEncoding(query.queryItemValue(QStringLiteral("cursor")).toLatin1());
    const int after = cursor.section(u'/', -1).toInt();
    QByteArray lines;
    for (const auto &[position, id] : m_feed) {
        if (position > after)
            lines += (lines.isEmpty() ? "" : ",")
                + QByteArray(R"({"kind":"header","header":)" + wire::toBytes(wire::toJson(headers.at(id)))
                             + '}');
    }
    return FakeCentre::answer(200,
                              R"({"changes":[)" + lines + R"(],"more":false,"next_cursor":"office/)"
                                  + QByteArray::number(m_position) + R"("})");
}

} // namespace tawasul

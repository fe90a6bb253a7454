// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/fakeoffice.h"

#include "models/protocol/assignmentcodec.h"
#include "models/protocol/headercodec.h"
#include "models/protocol/jsonreader.h"

#include <QtCore/QUrl>
#include <QtCore/QUrlQuery>

#include <algorithm>

namespace tawasul {

namespace {

LeaveId leaveIdIn(const TransportCall &call)
{
    return LeaveId(call.path.section(u'/', -1));
}

QByteArray headerIn(const TransportCall &call, const char *name)
{
    for (const auto &[known, value] : call.headers) {
        if (known == name)
            return value;
    }
    return {};
}

bool overseesCases(Role role)
{
    return role == Role::SectionSupervisor || role == Role::RegionSupervisor;
}

bool isSame(const Leave &form, const Leave &known)
{
    const auto idOf = [](const std::optional<PersonName> &person) {
        return person ? person->id : PersonId();
    };
    return !known.endedAt && form.officer.id == known.officer.id && form.kind == known.kind
        && form.first == known.first && form.last == known.last
        && idOf(form.substitute) == idOf(known.substitute);
}

} // namespace

FakeOffice::FakeOffice(FakeCentre &centre, const Clock &clock, Actor who)
    : caller(std::move(who))
    , m_centre(centre)
    , m_clock(clock)
{
    centre.instead = [this, &centre](const TransportCall &call) {
        return centre.isAuthenticated(call) ? judged(call) : std::nullopt;
    };
}

void FakeOffice::backUp()
{
    m_centre.backUp();
    m_backup = State{headers, staff, leaves, m_assignments, m_feed, m_position};
}

void FakeOffice::restoreFromBackup()
{
    m_centre.restoreFromBackup();
    const State then = m_backup.value_or(State{headers, staff, leaves, m_assignments, m_feed, m_position});
    headers = then.headers;
    staff = then.staff;
    leaves = then.leaves;
    m_assignments = then.assignments;
    m_feed = then.feed;
    m_position = then.position;
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
    const QByteArray epoch = headerIn(call, "Tawasul-Epoch");
    if (!epoch.isEmpty() && epoch != m_centre.epoch() && call.method != "GET")
        return FakeCentre::problem(409, "centre.epoch_changed");
    if (call.path == QLatin1String("/assignments"))
        return assign(call);
    if (call.path == QLatin1String("/officers"))
        return FakeCentre::answer(200, wire::toBytes(wire::staffToJson(staff)));
    if (call.path.startsWith(QLatin1String("/leaves/")))
        return call.method == "PUT" ? putLeave(call) : endLeave(call);
    if (call.path == QLatin1String("/changes") && tellsHeaders && overseesCases(caller.role))
        return changes(call);
    return std::nullopt;
}

std::vector<AssignmentVerdict> FakeOffice::verdictsOn(const AssignmentOrder &order,
                                                      const Roster &roster) const
{
    const Instant now = m_clock.now();
    std::vector<AssignmentVerdict> verdicts;
    if (!order.undoes.isEmpty()) {
        for (const Item &item : m_assignments.at(order.undoes.text()).items) {
            const CaseHeader &header = headers.at(item.done.caseId);
            const Undoing undoing{header.version == item.done.version, item.at,
                                  item.done.from ? item.done.from->id : PersonId()};
            verdicts.push_back(undoVerdictOn(header, undoing, caller, roster, now));
        }
        return verdicts;
    }
    std::vector<AssignmentWish> wishes = order.cases;
    for (const auto &[id, header] : headers) {
        if (order.rule && picks(*order.rule, header) && isWithinReach(header, caller))
            wishes.push_back({id, header.version, order.to});
    }
    for (const AssignmentWish &wish : wishes) {
        const auto known = headers.find(wish.caseId);
        verdicts.push_back(known == headers.end() ? outOfReach(wish.caseId)
                                                  : verdictOn(known->second, wish, caller, roster, now));
    }
    return verdicts;
}

TransportReply FakeOffice::assign(const TransportCall &call)
{
    const auto order =
        wire::parseObject(call.body, QStringLiteral("assignment")).and_then(wire::assignmentOrderFromJson);
    if (!order || !checkOrder(*order))
        return FakeCentre::problem(422, "wire.malformed");
    if (const auto known = m_assignments.find(order->id.text()); known != m_assignments.end())
        return known->second.body == call.body ? FakeCentre::answer(200, known->second.answer)
                                               : FakeCentre::problem(422, "assignment.id_reused");
    if (!overseesCases(caller.role))
        return FakeCentre::problem(403, "assignment.forbidden");
    if (!order->undoes.isEmpty()) {
        const auto undone = m_assignments.find(order->undoes.text());
        if (undone == m_assignments.end())
            return FakeCentre::problem(404, "assignment.unknown");
        if (m_clock.now() > undone->second.items.front().at + kAssignmentUndo)
            return FakeCentre::problem(409, "assignment.undo_expired");
    }
    Roster roster;
    for (const wire::StaffLine &line : staff)
        roster.insert(line.officer.name.id, line.officer);
    wire::AssignmentAnswer answer;
    answer.id = order->id;
    answer.at = m_clock.now();
    answer.results = verdictsOn(*order, roster);
    if (order->rule && answer.results.empty())
        return FakeCentre::problem(409, "assignment.nothing_matched");
    Stored stored{call.body, {}, {}};
    for (const AssignmentVerdict &verdict : answer.results) {
        if (verdict.outcome != AssignmentOutcome::Done)
            continue;
        CaseHeader moved = headers.at(verdict.caseId);
        moved.version = verdict.version;
        moved.assignee = verdict.to;
        put(moved);
        ++moves[moved.id];
        stored.items.push_back({verdict, answer.at});
    }
    if (!stored.items.empty())
        answer.undoUntil = answer.at + kAssignmentUndo;
    stored.answer = wire::toBytes(wire::toJson(answer));
    const QByteArray bytes = stored.answer;
    if (stored.items.empty()) // a refusal is never kept
        return FakeCentre::answer(200, bytes);
    orders.push_back(call.body);
    m_assignments[order->id.text()] = std::move(stored);
    return FakeCentre::answer(201, bytes);
}

void FakeOffice::tellStaff(const Leave &leave)
{
    for (wire::StaffLine &line : staff) {
        if (line.officer.name.id != leave.officer.id)
            continue;
        std::erase_if(line.officer.leaves, [&leave](const Leave &known) { return known.id == leave.id; });
        line.officer.leaves.push_back(leave);
    }
}

TransportReply FakeOffice::putLeave(const TransportCall &call)
{
    auto form = wire::parseObject(call.body, QStringLiteral("leave")).and_then(wire::leaveFormFromJson);
    if (!form)
        return FakeCentre::problem(422, "wire.malformed");
    form->id = leaveIdIn(call);
    const QByteArray ifMatch = headerIn(call, "If-Match");
    const auto known = std::find_if(leaves.begin(), leaves.end(),
                                    [&form](const Leave &leave) { return leave.id == form->id; });
    if (known == leaves.end() && !ifMatch.isEmpty())
        return FakeCentre::problem(404, "leave.unknown");
    if (known != leaves.end()) {
        if (isSame(*form, *known))
            return FakeCentre::answer(200, wire::toBytes(wire::toJson(*known)));
        if (ifMatch != '"' + QByteArray::number(known->version) + '"')
            return FakeCentre::problem(412, "leave.stale");
        if (isOver(*known, riyadhDate(m_clock.now())))
            return FakeCentre::problem(409, "leave.over");
    }
    form->version = known == leaves.end() ? 1 : known->version + 1;
    form->recordedBy = nameOf(sampleSupervisor());
    form->recordedAt = m_clock.now();
    if (known == leaves.end())
        leaves.push_back(*form);
    else
        *known = *form;
    orders.push_back(call.body);
    tellStaff(*form);
    return FakeCentre::answer(form->version == 1 ? 201 : 200, wire::toBytes(wire::toJson(*form)));
}

TransportReply FakeOffice::endLeave(const TransportCall &call)
{
    for (Leave &known : leaves) {
        if (known.id != leaveIdIn(call))
            continue;
        if (!known.endedAt) {
            known.endedAt = m_clock.now();
            ++known.version;
        }
        tellStaff(known);
        return FakeCentre::answer(200, wire::toBytes(wire::toJson(known)));
    }
    return FakeCentre::problem(404, "leave.unknown");
}

TransportReply FakeOffice::changes(const TransportCall &call) const
{
    const QUrlQuery query(call.query);
    const QString cursor =
        QUrl::fromPercentEncoding(query.queryItemValue(QStringLiteral("cursor")).toLatin1());
    if (!cursor.isEmpty() && cursor.section(u'/', 0, 0) != QString::fromLatin1(m_centre.epoch()))
        return FakeCentre::problem(410, "feed.cursor_expired");
    const int after = cursor.section(u'/', -1).toInt();
    QByteArray lines;
    for (const auto &[position, id] : m_feed) {
        if (position > after)
            lines += (lines.isEmpty() ? "" : ",")
                + QByteArray(R"({"kind":"header","header":)" + wire::toBytes(wire::toJson(headers.at(id)))
                             + '}');
    }
    return FakeCentre::answer(200,
                              R"({"changes":[)" + lines + R"(],"more":false,"next_cursor":")"
                                  + m_centre.epoch() + '/' + QByteArray::number(m_position) + R"("})");
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/orderforms.h"

#include "models/protocol/assignmentcodec.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/leavecodec.h"
#include "models/store/storedforms.h"

#include <QtCore/QSet>

namespace tawasul {

namespace {

Result<wire::AssignmentAnswer> answerIn(const QByteArray &bytes)
{
    return wire::parseObject(bytes, QStringLiteral("answer")).and_then(wire::assignmentAnswerFromJson);
}

} // namespace

QByteArray sentBody(const AssignmentOrder &order)
{
    return wire::toBytes(wire::toJson(order));
}

QByteArray sentBody(const Leave &form)
{
    return wire::toBytes(wire::leaveFormToJson(form));
}

QByteArray storedForecast(const AssignmentOrder &order, const std::vector<AssignmentVerdict> &results,
                          const std::vector<LoadChange> &loads, Instant at)
{
    return wire::toBytes(wire::toJson(wire::AssignmentAnswer{order.id, true, at, {}, results, loads}));
}

QByteArray storedForecast(const Leave &leave)
{
    Leave kept = leave;
    kept.version = std::max<qint64>(kept.version, 1); // the wire knows no leave that was never recorded
    return wire::toBytes(wire::toJson(kept));
}

QStringList touchedBy(const AssignmentOrder &order, const std::vector<AssignmentVerdict> &results)
{
    QSet<QString> touched{u"order:" % order.id.text()};
    const auto addPerson = [&touched](const PersonId &id) { touched.insert(u"person:" % id.text()); };
    if (!order.undoes.isEmpty())
        touched.insert(u"order:" % order.undoes.text());
    for (const AssignmentWish &wish : order.cases) {
        touched.insert(u"case:" % wish.caseId.text());
        addPerson(wish.to);
    }
    if (order.rule) {
        addPerson(order.rule->from);
        addPerson(order.to);
    }
    for (const AssignmentVerdict &verdict : results) {
        touched.insert(u"case:" % verdict.caseId.text());
        if (verdict.outcome == AssignmentOutcome::Refused)
            continue;
        addPerson(verdict.from ? verdict.from->id : PersonId());
        addPerson(verdict.to ? verdict.to->id : PersonId());
    }
    return {touched.begin(), touched.end()};
}

QStringList touchedBy(const Leave &leave)
{
    QStringList touched{u"leave:" % leave.id.text(), u"person:" % leave.officer.id.text()};
    if (leave.substitute)
        touched.append(u"person:" % leave.substitute->id.text());
    return touched;
}

Result<StoredAssignment> assignmentIn(const OrderRecord &record)
{
    auto order =
        wire::parseObject(record.body, QStringLiteral("assignment")).and_then(wire::assignmentOrderFromJson);
    if (!order)
        return unreadable(order.error().detail);
    StoredAssignment stored;
    stored.order = std::move(*order);
    if (record.state == OrderRecord::State::Refused || record.state == OrderRecord::State::Withdrawn)
        return stored;
    const bool isAnswered = record.state == OrderRecord::State::Answered;
    auto answer = answerIn(isAnswered ? record.answer : record.foreseen);
    if (!answer)
        return unreadable(answer.error().detail);
    stored.results = std::move(answer->results);
    stored.loads = std::move(answer->loads);
    stored.undoUntil = answer->undoUntil;
    stored.at = answer->at;
    return stored;
}

Result<Leave> leaveIn(const OrderRecord &record)
{
    const bool isAnswered = record.state == OrderRecord::State::Answered;
    auto leave = wire::parseObject(isAnswered ? record.answer : record.foreseen, QStringLiteral("leave"))
                     .and_then(wire::leaveFromJson);
    if (!leave)
        return unreadable(leave.error().detail);
    if (!isAnswered && record.kind == OrderRecord::Kind::Leave)
        leave->version = record.ifMatch.value_or(0);
    return leave;
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/orderforms.h"

#include "models/protocol/assignmentcodec.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/leavecodec.h"
#include "models/store/storedforms.h"

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

Result<StoredAssignment> assignmentIn(const OrderRecord &record)
{
    auto order =
        wire::parseObject(record.body, QStringLiteral("assignment")).and_then(wire::assignmentOrderFromJson);
    if (!order)
        return unreadable(order.error().detail);
    StoredAssignment stored{std::move(*order), {}, {}, {}};
    if (record.state != OrderRecord::State::Waiting && record.state != OrderRecord::State::Answered)
        return stored;
    const bool isAnswered = record.state == OrderRecord::State::Answered;
    auto answer = answerIn(isAnswered ? record.answer : record.foreseen);
    if (!answer)
        return unreadable(answer.error().detail);
    stored.results = std::move(answer->results);
    stored.loads = std::move(answer->loads);
    stored.undoUntil = answer->undoUntil;
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

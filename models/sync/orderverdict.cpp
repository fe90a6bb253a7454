// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/orderverdict.h"

#include "models/protocol/assignmentcodec.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/leavecodec.h"
#include "models/sync/answers.h"

#include <QtCore/QUrl>

#include <algorithm>

namespace tawasul {

namespace {

using Kind = OrderRecord::Kind;

// Every case that was named is answered, in its place; what a rule picks only the centre knows.
bool answers(const wire::AssignmentAnswer &answer, const AssignmentOrder &order)
{
    if (answer.isDryRun || answer.id != order.id)
        return false;
    return order.cases.empty()
        || std::equal(order.cases.begin(), order.cases.end(), answer.results.begin(), answer.results.end(),
                      [](const AssignmentWish &wish, const AssignmentVerdict &verdict) {
                          return wish.caseId == verdict.caseId;
                      });
}

// Nothing when it fits; why it does not.
std::optional<Error> misfit(const OrderRecord &order, const QByteArray &body)
{
    const Error other{Error::Kind::Corrupt, QStringLiteral("wire.malformed"),
                      QStringLiteral("an answer to something else")};
    const auto object = wire::parseObject(body, QStringLiteral("answer"));
    if (!object)
        return object.error();
    if (order.kind != Kind::Assignment) {
        const auto leave = wire::leaveFromJson(*object);
        if (!leave)
            return leave.error();
        return leave->id.text() == order.subject ? std::nullopt : std::optional(other);
    }
    const auto answer = wire::assignmentAnswerFromJson(*object);
    if (!answer)
        return answer.error();
    const auto sent =
        wire::parseObject(order.body, QStringLiteral("assignment")).and_then(wire::assignmentOrderFromJson);
    return sent && answers(*answer, *sent) ? std::nullopt : std::optional(other);
}

bool isDecided(const Error &error)
{
    // Of a leave another version stands there: whoever recorded it has to look again.
    if (error.kind == Error::Kind::Stale)
        return error.code.startsWith(QLatin1String("leave."));
    return isCentresRefusal(error,
                            {QLatin1String("assignment."), QLatin1String("leave."), QLatin1String("wire."),
                             QLatin1String("request.too_large")});
}

} // namespace

TransportCall callFor(const OrderRecord &order, const QString &epoch)
{
    TransportCall call;
    if (order.kind == Kind::Assignment) {
        call.method = "POST";
        call.path = QStringLiteral("/assignments");
    } else {
        call.method = order.kind == Kind::Leave ? "PUT" : "DELETE";
        call.path = u"/leaves/" % QString::fromLatin1(QUrl::toPercentEncoding(order.subject));
    }
    if (!epoch.isEmpty())
        call.headers.append({QByteArrayLiteral("Tawasul-Epoch"), epoch.toLatin1()});
    if (order.kind != Kind::LeaveEnd) {
        call.headers.append(jsonContent());
        call.body = order.body;
    }
    if (order.ifMatch)
        call.headers.append({QByteArrayLiteral("If-Match"), '"' + QByteArray::number(*order.ifMatch) + '"'});
    return call;
}

OrderVerdict verdictOn(const OrderRecord &order, const TransportReply &reply)
{
    const auto problem = problemOf(reply);
    if (!problem) {
        if (const auto wrong = misfit(order, reply.body))
            return OrderUndecided{*wrong, {}};
        return OrderAnswered{reply.body};
    }
    if (!reply.answered() || reply.status < 400)
        return OrderUndecided{*problem, {}};
    if (isDecided(*problem))
        return OrderRefused{*problem};
    return OrderUndecided{*problem, retryAfterOf(reply)};
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/answers.h"

#include "models/protocol/jsonreader.h"
#include "models/protocol/problem.h"

namespace tawasul {

namespace {

constexpr std::chrono::seconds kLongestRetryAfter{3'600};

} // namespace

std::optional<Error> problemOf(const TransportReply &reply)
{
    using Failure = TransportReply::Failure;
    switch (reply.failure) {
    case Failure::None:
        break;
    case Failure::Offline:
        return Error{Error::Kind::Offline, QStringLiteral("centre.unreachable"), reply.detail};
    case Failure::Refused:
        return Error{Error::Kind::Server, QStringLiteral("centre.untrusted"), reply.detail};
    case Failure::TooLarge:
        return Error{Error::Kind::Corrupt, QStringLiteral("wire.malformed"), reply.detail};
    case Failure::Stopped:
        return Error{Error::Kind::Cancelled, QStringLiteral("call.stopped"), reply.detail};
    }
    if (reply.status >= 200 && reply.status < 300)
        return std::nullopt;
    if (reply.status < 400)
        return Error{Error::Kind::Corrupt, QStringLiteral("wire.malformed"),
                     QStringLiteral("status ") % QString::number(reply.status)};
    return wire::errorFromProblem(reply.status, reply.body);
}

Result<wire::SessionGrant> sessionGrantIn(const TransportReply &reply)
{
    if (const auto problem = problemOf(reply))
        return *problem;
    return wire::parseObject(reply.body, QStringLiteral("session")).and_then(wire::sessionGrantFromJson);
}

std::optional<Instant> serverTimeOf(const TransportReply &reply)
{
    return instantFromIso(QString::fromLatin1(reply.header("Tawasul-Time")));
}

QString epochOf(const TransportReply &reply)
{
    return QString::fromLatin1(reply.header("Tawasul-Epoch"));
}

std::chrono::milliseconds retryAfterOf(const TransportReply &reply)
{
    bool isNumber = false;
    const qint64 seconds = reply.header("Retry-After").trimmed().toLongLong(&isNumber);
    if (!isNumber || seconds <= 0)
        return {};
    return std::min(std::chrono::seconds(seconds), kLongestRetryAfter);
}

std::pair<QByteArray, QByteArray> jsonContent()
{
    return {QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/json")};
}

} // namespace tawasul

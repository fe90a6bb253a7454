// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/answers.h"

#include "models/protocol/jsonreader.h"
#include "models/protocol/problem.h"

#include <algorithm>

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

bool isCentresRefusal(const Error &error, std::initializer_list<QLatin1String> families)
{
    switch (error.kind) {
    case Error::Kind::Invalid:
    case Error::Kind::NotFound:
    case Error::Kind::Unauthenticated:
    case Error::Kind::Forbidden:
    case Error::Kind::Conflict:
        return std::any_of(families.begin(), families.end(),
                           [&error](QLatin1String family) { return error.code.startsWith(family); });
    default:
        return false;
    }
}

bool isEndOfSession(const Error &error)
{
    // Every call carries a token: one that arrived without it was robbed on the way.
    return error.code != QLatin1String("session.missing")
        && isCentresRefusal(error, {QLatin1String("session."), QLatin1String("account.")});
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

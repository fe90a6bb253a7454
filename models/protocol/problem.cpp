// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/problem.h"

#include "models/protocol/fields.h"
#include "models/protocol/jsonreader.h"

#include <algorithm>

namespace tawasul::wire {

namespace {

using Kind = Error::Kind;

// Words for the people who read the wire; the screens have their own, by code.
QString title(Kind kind)
{
    switch (kind) {
    case Kind::Invalid:
        return QStringLiteral("The request breaks a rule");
    case Kind::NotFound:
        return QStringLiteral("No such thing for this caller");
    case Kind::Unauthenticated:
        return QStringLiteral("Nobody is signed in");
    case Kind::Forbidden:
        return QStringLiteral("Not allowed");
    case Kind::Conflict:
        return QStringLiteral("Not in the present state");
    case Kind::Stale:
        return QStringLiteral("The base version is not the current one");
    case Kind::Busy:
        return QStringLiteral("Try again later");
    case Kind::Full:
        return QStringLiteral("The centre's disk is full");
    case Kind::Offline:
    case Kind::Server:
    case Kind::Storage:
    case Kind::Corrupt:
    case Kind::TooNew:
    case Kind::Cancelled:
        break;
    }
    return QStringLiteral("The centre failed");
}

// As our codes are written; anything else in a body is no code of ours and is not shown.
bool isCode(const QString &text)
{
    constexpr qsizetype kLongest = 64;
    const auto fits = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'_' || c == u'-';
    };
    return !text.isEmpty() && text.size() <= kLongest && std::all_of(text.begin(), text.end(), fits);
}

bool isOursToTell(Kind kind)
{
    return httpStatus(kind) < 500 || kind == Kind::Busy;
}

} // namespace

int httpStatus(Kind kind)
{
    switch (kind) {
    case Kind::Invalid:
        return 422;
    case Kind::NotFound:
        return 404;
    case Kind::Unauthenticated:
        return 401;
    case Kind::Forbidden:
        return 403;
    case Kind::Conflict:
        return 409;
    case Kind::Stale:
        return 412;
    case Kind::Busy:
        return 503;
    case Kind::Full:
        return 507;
    case Kind::Offline:
    case Kind::Server:
    case Kind::Storage:
    case Kind::Corrupt:
    case Kind::TooNew:
    case Kind::Cancelled:
        break;
    }
    return 500;
}

Kind errorKind(int status)
{
    switch (status) {
    case 401:
        return Kind::Unauthenticated;
    case 407: // a proxy asks; the centre never saw the request
        return Kind::Offline;
    case 403:
        return Kind::Forbidden;
    case 404:
    case 410:
        return Kind::NotFound;
    case 408:
    case 425:
    case 429:
    case 503:
        return Kind::Busy;
    case 409:
        return Kind::Conflict;
    case 412:
        return Kind::Stale;
    default:
        return status >= 400 && status < 500 ? Kind::Invalid : Kind::Server;
    }
}

QByteArray problemJson(const Error &error)
{
    QJsonObject object{ { field::kType, QStringLiteral("about:blank") },
                        { field::kTitle, title(error.kind) },
                        { field::kStatus, httpStatus(error.kind) },
                        { field::kCode, error.code } };
    if (isOursToTell(error.kind) && !error.detail.isEmpty())
        object.insert(field::kDetail, error.detail);
    return toBytes(object);
}

Error errorFromProblem(int status, const QByteArray &body)
{
    Error error{ errorKind(status), QStringLiteral("http.") % QString::number(status), {} };
    const auto object = parseObject(body, QStringLiteral("problem"));
    if (!object)
        return error;
    JsonReader reader(*object, QStringLiteral("problem"));
    const QString code = reader.optionalText(field::kCode);
    const QString detail = reader.optionalText(field::kDetail);
    if (!reader.error() && isCode(code)) {
        constexpr qsizetype kLongestDetail = 500;
        error.code = code;
        error.detail = detail.simplified().left(kLongestDetail);
    }
    return error;
}

} // namespace tawasul::wire

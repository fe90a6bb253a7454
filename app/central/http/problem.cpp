// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/http/problem.h"

#include "models/protocol/problem.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>
#include <array>

namespace tawasul {

namespace {

struct Phrase
{
    int status;
    QLatin1String text;
};

constexpr std::array kPhrases{
    Phrase{ 400, QLatin1String("Bad Request") },
    Phrase{ 401, QLatin1String("Unauthorized") },
    Phrase{ 403, QLatin1String("Forbidden") },
    Phrase{ 404, QLatin1String("Not Found") },
    Phrase{ 405, QLatin1String("Method Not Allowed") },
    Phrase{ 408, QLatin1String("Request Timeout") },
    Phrase{ 409, QLatin1String("Conflict") },
    Phrase{ 410, QLatin1String("Gone") },
    Phrase{ 412, QLatin1String("Precondition Failed") },
    Phrase{ 413, QLatin1String("Content Too Large") },
    Phrase{ 415, QLatin1String("Unsupported Media Type") },
    Phrase{ 416, QLatin1String("Range Not Satisfiable") },
    Phrase{ 417, QLatin1String("Expectation Failed") },
    Phrase{ 421, QLatin1String("Misdirected Request") },
    Phrase{ 422, QLatin1String("Unprocessable Content") },
    Phrase{ 426, QLatin1String("Upgrade Required") },
    Phrase{ 428, QLatin1String("Precondition Required") },
    Phrase{ 429, QLatin1String("Too Many Requests") },
    Phrase{ 431, QLatin1String("Request Header Fields Too Large") },
    Phrase{ 500, QLatin1String("Internal Server Error") },
    Phrase{ 501, QLatin1String("Not Implemented") },
    Phrase{ 503, QLatin1String("Service Unavailable") },
    Phrase{ 505, QLatin1String("HTTP Version Not Supported") },
    Phrase{ 507, QLatin1String("Insufficient Storage") },
};

HttpResponse withBody(int status, const QByteArray &body)
{
    HttpResponse response;
    response.status = status;
    response.headers.set("Content-Type", "application/problem+json");
    response.body = body;
    if (status == 401)
        response.headers.set("WWW-Authenticate", "Bearer");
    if (status == 429 || status == 503)
        response.headers.set("Retry-After", "5");
    return response;
}

} // namespace

QLatin1String phraseOf(int status)
{
    const auto found = std::find_if(kPhrases.begin(), kPhrases.end(),
                                    [status](const Phrase &phrase) { return phrase.status == status; });
    return found == kPhrases.end() ? QLatin1String("Error") : found->text;
}

HttpResponse problem(int status, const char *code, const QString &detail)
{
    // "about:blank": the status says what happened, `code` says the rest (RFC 9457 §4.2.1).
    QJsonObject members{
        { QStringLiteral("type"), QStringLiteral("about:blank") },
        { QStringLiteral("title"), QString(phraseOf(status)) },
        { QStringLiteral("status"), status },
        { QStringLiteral("code"), QString::fromLatin1(code) },
    };
    if (!detail.isEmpty())
        members.insert(QStringLiteral("detail"), detail);
    return withBody(status, QJsonDocument(members).toJson(QJsonDocument::Compact));
}

HttpResponse problem(const Error &error)
{
    return withBody(wire::httpStatus(error.kind), wire::problemJson(error));
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/http/httpmessage.h"

namespace tawasul {

QByteArray nameOf(HttpMethod method)
{
    switch (method) {
    case HttpMethod::Get:
        return QByteArrayLiteral("GET");
    case HttpMethod::Head:
        return QByteArrayLiteral("HEAD");
    case HttpMethod::Post:
        return QByteArrayLiteral("POST");
    case HttpMethod::Put:
        return QByteArrayLiteral("PUT");
    case HttpMethod::Delete:
        return QByteArrayLiteral("DELETE");
    case HttpMethod::Other:
        break;
    }
    return QByteArrayLiteral("-");
}

QByteArray HttpRequest::bearerToken() const
{
    constexpr QByteArrayView scheme("bearer ");
    const QByteArray value = headers.value("Authorization");
    if (value.left(scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0)
        return {};
    return value.mid(scheme.size()).trimmed();
}

HttpResponse HttpResponse::json(int status, const QByteArray &body)
{
    HttpResponse response;
    response.status = status;
    response.headers.set("Content-Type", "application/json");
    response.body = body;
    return response;
}

HttpResponse HttpResponse::empty(int status)
{
    HttpResponse response;
    response.status = status;
    return response;
}

HttpResponse HttpResponse::stream(std::shared_ptr<EventStream> events)
{
    HttpResponse response;
    response.headers.set("Content-Type", "text/event-stream");
    // A proxy that waits for more of it would hold back what it is for.
    response.headers.set("X-Accel-Buffering", "no");
    response.events = std::move(events);
    return response;
}

qint64 HttpResponse::length() const
{
    if (const auto *file = std::get_if<FileRange>(&body))
        return file->length;
    return std::get<QByteArray>(body).size();
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/routes/exchange.h"

#include "app/central/http/problem.h"
#include "models/protocol/jsonreader.h"

namespace tawasul {

namespace {

HttpResponse retryLater(HttpResponse response, int seconds)
{
    response.headers.set("Retry-After", QByteArray::number(seconds));
    return response;
}

} // namespace

Respond withServerTime(CentreService &service, Respond respond)
{
    return Respond([&clock = service.clock(), respond = std::move(respond)](HttpResponse response) {
        response.headers.set(kServerTimeHeader, toIso(clock.now()).toLatin1());
        respond(std::move(response));
    });
}

HttpResponse busyAnswer()
{
    return retryLater(problem(503, "centre.busy"), 2);
}

Result<QJsonObject> jsonBody(const HttpRequest &request, const QString &what)
{
    const QByteArray type = request.headers.value("Content-Type").toLower();
    if (type != "application/json" && !type.startsWith("application/json;"))
        return Error{Error::Kind::Invalid, QStringLiteral("wire.media_type"),
                     QStringLiteral("send application/json")};
    return wire::parseObject(request.body, what);
}

void answerPersonally(CentreService &service, Workers<RegisterConnection> &workers, HttpRequest request,
                      Respond respond, PersonalWork work)
{
    const Respond reply = withServerTime(service, std::move(respond));
    const bool posted = workers.post([&service, reply, request = std::move(request),
                                      work = std::move(work)](RegisterConnection &connection) {
        const QByteArray token = request.bearerToken();
        const auto person = connection.sessions().whoIs(QString::fromLatin1(token));
        if (!person)
            return reply(problem(person.error()));
        service.knownTokens().remember(token, person->id.text().toLatin1());
        if (!service.rateLimit().permits(person->id.text()))
            return reply(retryLater(problem(429, "centre.too_many_requests"), 1));
        reply(work(connection, *person, request));
    });
    if (!posted)
        reply(busyAnswer());
}

} // namespace tawasul

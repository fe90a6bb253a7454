// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/routes/exchange.h"

#include "app/central/http/problem.h"
#include "app/central/service/centrelog.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/problem.h"

namespace tawasul {

namespace {

HttpResponse retryLater(HttpResponse response, int seconds)
{
    response.headers.set("Retry-After", QByteArray::number(seconds));
    return response;
}

// When the writer has no room, the next use of the token asks again.
void confirmLater(CentreService &service, const QString &token)
{
    (void)service.writer().post([token](RegisterConnection &connection) {
        if (const Outcome confirmed = connection.sessions().confirm(token); !confirmed)
            logFault(confirmed.error());
    });
}

} // namespace

Respond withCentreHeaders(CentreService &service, Respond respond)
{
    return Respond([&service, respond = std::move(respond)](HttpResponse response) {
        response.headers.set(kServerTimeHeader, toIso(service.clock().now()).toLatin1());
        response.headers.set(kEpochHeader, service.identity().epoch.toLatin1());
        respond(std::move(response));
    });
}

Outcome isOfThisEpoch(RegisterConnection &connection, const HttpRequest &request)
{
    const QByteArray epoch = request.headers.value(kEpochHeader);
    if (epoch.isEmpty() || epoch == connection.identity().epoch.toLatin1())
        return Done{};
    return Error{Error::Kind::Conflict, QStringLiteral("centre.epoch_changed"),
                 QStringLiteral("send again what was acknowledged before")};
}

HttpResponse refusal(const Error &error)
{
    // SQL that is refused is a mistake of ours, whatever SQLite calls it: nobody sends us any.
    Error told = error;
    if (error.code.startsWith(QLatin1String("sql.")) && wire::httpStatus(error.kind) < 500)
        told.kind = Error::Kind::Server;
    logFault(told);
    return problem(told);
}

HttpResponse busyAnswer()
{
    return retryLater(problem(503, "centre.busy"), 2);
}

Outcome saysJson(const HttpRequest &request)
{
    const QByteArray type = request.headers.value("Content-Type").toLower();
    if (type != "application/json" && !type.startsWith("application/json;"))
        return Error{Error::Kind::Invalid, QStringLiteral("wire.media_type"),
                     QStringLiteral("send application/json")};
    return Done{};
}

Result<QJsonObject> jsonBody(const HttpRequest &request, const QString &what)
{
    if (const Outcome json = saysJson(request); !json)
        return json.error();
    return wire::parseObject(request.body, what);
}

namespace {

using Reply = std::function<void(RegisterConnection &, const Actor &, const HttpRequest &, const Respond &)>;

void askPersonally(CentreService &service, Workers<RegisterConnection> &workers, HttpRequest request,
                   Respond respond, Reply work)
{
    const Respond reply = withCentreHeaders(service, std::move(respond));
    const bool posted = workers.post([&service, reply, request = std::move(request),
                                      work = std::move(work)](RegisterConnection &connection) {
        const QByteArray token = request.bearerToken();
        const auto caller = connection.sessions().whoIs(QString::fromLatin1(token));
        if (!caller)
            return reply(refusal(caller.error()));
        if (caller->isFirstUse)
            confirmLater(service, QString::fromLatin1(token));
        const Actor &person = caller->person;
        service.knownTokens().remember(token, person.id.text().toLatin1());
        if (!service.rateLimit().permits(person.id.text()))
            return reply(retryLater(problem(429, "centre.too_many_requests"), 1));
        work(connection, person, request, reply);
    });
    if (!posted)
        reply(busyAnswer());
}

} // namespace

void answerPersonally(CentreService &service, Workers<RegisterConnection> &workers, HttpRequest request,
                      Respond respond, PersonalWork work)
{
    askPersonally(service, workers, std::move(request), std::move(respond),
                  [work = std::move(work)](RegisterConnection &connection, const Actor &person,
                                           const HttpRequest &asked, const Respond &reply) {
                      HttpResponse answer = work(connection, person, asked);
                      connection.notePosition(); // what somebody heard of must not be forgotten in silence
                      reply(std::move(answer));
                  });
}

void answerByReaderOrWriter(CentreService &service, HttpRequest request, Respond respond,
                            std::function<bool(const HttpRequest &)> isForReaders, PersonalWork work)
{
    askPersonally(service, service.readers(), std::move(request), std::move(respond),
                  [&service, isForReaders = std::move(isForReaders),
                   work = std::move(work)](RegisterConnection &connection, const Actor &person,
                                           const HttpRequest &asked, const Respond &reply) {
                      if (isForReaders(asked))
                          return reply(work(connection, person, asked));
                      const bool posted =
                          service.writer().post([reply, work, person, asked](RegisterConnection &writer) {
                              HttpResponse answer = work(writer, person, asked);
                              writer.notePosition();
                              reply(std::move(answer));
                          });
                      if (!posted)
                          reply(busyAnswer());
                  });
}

void answerAudited(CentreService &service, HttpRequest request, Respond respond, AuditedWork work)
{
    askPersonally(service, service.readers(), std::move(request), std::move(respond),
                  [&service, work = std::move(work)](RegisterConnection &connection, const Actor &person,
                                                     const HttpRequest &asked, const Respond &reply) {
                      AuditedAnswer audited = work(connection, person, asked);
                      if (!audited.note)
                          return reply(std::move(audited.response));
                      const bool posted = service.writer().post(
                          [reply, audited = std::move(audited)](RegisterConnection &writer) {
                              const Outcome noted = audited.note(writer);
                              reply(noted ? audited.response : refusal(noted.error()));
                          });
                      if (!posted)
                          reply(busyAnswer());
                  });
}

Result<std::optional<qint64>> ifMatchOf(const HttpRequest &request, const char *code)
{
    const QByteArray text = request.headers.value("If-Match");
    if (text.isEmpty())
        return std::optional<qint64>();
    const qint64 version = text.mid(1, text.size() - 2).toLongLong();
    if (version < 1 || text != '"' + QByteArray::number(version) + '"')
        return Error{Error::Kind::Invalid, QLatin1String(code), QStringLiteral("\"VERSION\"")};
    return std::optional(version);
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/http/problem.h"
#include "app/central/routes/exchange.h"
#include "app/central/routes/routes.h"
#include "models/protocol/envelopecodec.h"
#include "models/protocol/jsonreader.h"

namespace tawasul {

namespace {

constexpr qint64 kKeyFormLimit = 4'096;
constexpr qsizetype kMostEnvelopes = 100; // each is a transaction, and others wait for the writer, too

HttpResponse putSigningKey(RegisterConnection &connection, const Actor &person, const HttpRequest &request)
{
    const auto body = jsonBody(request, QStringLiteral("signing_key"));
    const auto key = body ? wire::signingKeyFromJson(*body) : Result<QByteArray>(body.error());
    if (!key)
        return refusal(key.error());
    const auto device = connection.sessions().deviceOf(QString::fromLatin1(request.bearerToken()));
    if (!device)
        return refusal(device.error());
    const Outcome added = connection.authorKeys().add(person.id, *key, *device);
    return added ? HttpResponse::empty(204) : refusal(added.error());
}

// Whoever carries is signed in, and that is all they need: what they bring is not theirs, and is judged by
// whose it is.
HttpResponse postEnvelopes(RegisterConnection &connection, const Actor &, const HttpRequest &request)
{
    const auto body = jsonBody(request, QStringLiteral("envelopes"));
    const auto envelopes = body ? wire::envelopesFromJson(*body) : Result<QJsonArray>(body.error());
    if (!envelopes)
        return refusal(envelopes.error());
    if (envelopes->size() > kMostEnvelopes)
        return refusal(Error{Error::Kind::Invalid, QStringLiteral("envelopes.too_many"),
                             QString::number(kMostEnvelopes)});
    return HttpResponse::json(200,
                              wire::toBytes(wire::resultsToJson(connection.envelopes().take(*envelopes))));
}

} // namespace

void addEnvelopeRoutes(HttpRouter &router, CentreService &service)
{
    const auto add = [&](HttpMethod method, const char *path, const char *operation, qint64 limit,
                         const PersonalWork &work) {
        Route route;
        route.method = method;
        route.pathTemplate = path;
        route.operationId = operation;
        route.bodyLimit = limit;
        route.endpoint = [&service, work](HttpRequest request, Respond respond) {
            answerPersonally(service, service.writer(), std::move(request), std::move(respond), work);
        };
        router.add(std::move(route));
    };
    add(HttpMethod::Put, "/api/v1/session/signing_key", "putSigningKey", kKeyFormLimit, putSigningKey);
    add(HttpMethod::Post, "/api/v1/envelopes", "postEnvelopes", kJsonBodyLimit, postEnvelopes);
}

} // namespace tawasul

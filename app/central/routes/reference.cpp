// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/http/byterange.h"
#include "app/central/routes/exchange.h"
#include "app/central/routes/routes.h"
#include "models/protocol/centrekeycodec.h"

namespace tawasul {

namespace {

HttpResponse newestReference(RegisterConnection &connection, const Actor &, const HttpRequest &request)
{
    const auto newest = connection.shelf().newest();
    if (!newest)
        return refusal(newest.error());
    // A version is never published twice, so with the newest key it can be the strong tag itself.
    const std::vector<CentreKey> &keys = connection.keys().published();
    const QByteArray tag = wire::referenceTag(newest->version, keys);
    HttpResponse response = namesTag(request.headers.value("If-None-Match"), tag, true)
        ? HttpResponse::empty(304)
        : HttpResponse::json(200, wire::withCentreKeys(newest->document, keys));
    response.headers.set("ETag", tag);
    return response;
}

} // namespace

void addReferenceRoutes(HttpRouter &router, CentreService &service)
{
    Route route;
    route.method = HttpMethod::Get;
    route.pathTemplate = "/api/v1/reference";
    route.operationId = "getReference";
    route.endpoint = [&service](HttpRequest request, Respond respond) {
        answerPersonally(service, service.readers(), std::move(request), std::move(respond), newestReference);
    };
    router.add(std::move(route));
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/routes/exchange.h"
#include "app/central/routes/routes.h"

namespace tawasul {

void addEventRoutes(HttpRouter &router, CentreService &service)
{
    Route route;
    route.method = HttpMethod::Get;
    route.pathTemplate = "/api/v1/events";
    route.operationId = "getEvents";
    route.endpoint = [&service](HttpRequest request, Respond respond) {
        answerPersonally(
            service, service.readers(), std::move(request), std::move(respond),
            [&service](RegisterConnection &connection, const Actor &person, const HttpRequest &asked) {
                const auto newest = connection.feed().newestPosition();
                if (!newest)
                    return refusal(newest.error());
                return HttpResponse::stream(
                    service.events().listen(person, QString::fromLatin1(asked.bearerToken()), *newest));
            });
    };
    router.add(std::move(route));
}

} // namespace tawasul

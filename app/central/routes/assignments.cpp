// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/routes/exchange.h"
#include "app/central/routes/routes.h"

namespace tawasul {

namespace {

// Dry runs, too, by the writer: they are judged by what stands there when their turn comes, as what follows
// them will be.
HttpResponse postAssignment(RegisterConnection &connection, const Actor &person, const HttpRequest &request)
{
    if (const Outcome json = saysJson(request); !json)
        return refusal(json.error());
    const auto carried = connection.assignments().carryOut(person, request.body);
    if (!carried)
        return refusal(carried.error());
    return HttpResponse::json(carried->isNew ? 201 : 200, carried->answer);
}

} // namespace

void addAssignmentRoutes(HttpRouter &router, CentreService &service)
{
    Route route;
    route.method = HttpMethod::Post;
    route.pathTemplate = "/api/v1/assignments";
    route.operationId = "postAssignment";
    route.bodyLimit = kJsonBodyLimit;
    route.endpoint = [&service](HttpRequest request, Respond respond) {
        answerPersonally(service, service.writer(), std::move(request), std::move(respond), postAssignment);
    };
    router.add(std::move(route));
}

} // namespace tawasul

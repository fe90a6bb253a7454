// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/routes/exchange.h"
#include "app/central/routes/routes.h"
#include "models/protocol/jsonreader.h"

namespace tawasul {

namespace {

constexpr char kDryRun[] = "dry_run";

HttpResponse postAssignment(RegisterConnection &connection, const Actor &person, const HttpRequest &request)
{
    if (const Outcome json = saysJson(request); !json)
        return refusal(json.error());
    if (const Outcome epoch = isOfThisEpoch(connection, request); !epoch)
        return refusal(epoch.error());
    const auto carried = connection.assignments().carryOut(person, request.body);
    if (!carried)
        return refusal(carried.error());
    return HttpResponse::json(carried->isNew ? 201 : 200, carried->answer);
}

bool isDryRun(const HttpRequest &request)
{
    const auto body = wire::parseObject(request.body, QStringLiteral("assignment"));
    return body && body->value(QLatin1String(kDryRun)).toBool();
}

} // namespace

void addAssignmentRoutes(HttpRouter &router, CentreService &service)
{
    Route route;
    route.method = HttpMethod::Post;
    route.pathTemplate = "/api/v1/assignments";
    route.operationId = "postAssignment";
    route.bodyLimit = kJsonBodyLimit;
    // Trying changes nothing and must not stand in the way of those who do: a screen tries at every step.
    route.endpoint = [&service](HttpRequest request, Respond respond) {
        if (request.body.contains(kDryRun)) // most orders are not read twice
            answerByReaderOrWriter(service, std::move(request), std::move(respond), isDryRun, postAssignment);
        else
            answerPersonally(service, service.writer(), std::move(request), std::move(respond),
                             postAssignment);
    };
    router.add(std::move(route));
}

} // namespace tawasul

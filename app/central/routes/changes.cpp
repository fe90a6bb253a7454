// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/http/problem.h"
#include "app/central/register/scopes.h"
#include "app/central/routes/exchange.h"
#include "app/central/routes/routes.h"
#include "app/central/service/centrelog.h"

namespace tawasul {

namespace {

constexpr int kDefaultLimit = 200;
constexpr int kGreatestLimit = 1'000;

Result<int> limitOf(const HttpRequest &request)
{
    const auto asked = request.query.constFind(QStringLiteral("limit"));
    if (asked == request.query.constEnd())
        return kDefaultLimit;
    bool isNumber = false;
    const int limit = asked->toInt(&isNumber);
    if (!isNumber || limit < 1 || limit > kGreatestLimit)
        return Error{Error::Kind::Invalid, QStringLiteral("changes.limit"), QStringLiteral("1 to 1000")};
    return limit;
}

HttpResponse changesFor(RegisterConnection &connection, const Actor &person, const HttpRequest &request)
{
    const auto limit = limitOf(request);
    if (!limit)
        return refusal(limit.error());
    const auto version = connection.shelf().newestVersion();
    const auto reference =
        version ? connection.shelf().version(*version) : Result<ReferencePtr>(version.error());
    if (!reference)
        return refusal(reference.error());
    const Instant closedBefore =
        connection.now() - std::chrono::days((*reference)->parameters.closedDaysInCache);
    const auto page =
        connection.feed().page(scopesOf(person), connection.identity().epoch,
                               request.query.value(QStringLiteral("cursor")), *limit, closedBefore);
    if (page)
        return HttpResponse::json(200, page->json);
    if (page.error().code == QLatin1String("feed.cursor_expired"))
        return problem(410, "feed.cursor_expired", page.error().detail);
    if (page.error().code == QLatin1String("feed.cursor_ahead")) {
        // The desk cannot do more about it than begin anew; whoever runs the centre has to hear of it.
        logFault(page.error());
        return problem(410, "feed.cursor_expired", QStringLiteral("from the future"));
    }
    return refusal(page.error());
}

} // namespace

void addChangesRoutes(HttpRouter &router, CentreService &service)
{
    Route route;
    route.method = HttpMethod::Get;
    route.pathTemplate = "/api/v1/changes";
    route.operationId = "getChanges";
    route.endpoint = [&service](HttpRequest request, Respond respond) {
        answerPersonally(service, service.readers(), std::move(request), std::move(respond), changesFor);
    };
    router.add(std::move(route));
}

} // namespace tawasul

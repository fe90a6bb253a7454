// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/routes/exchange.h"
#include "app/central/routes/routes.h"
#include "app/central/service/centrelog.h"
#include "app/central/service/version.h"
#include "models/protocol/jsonreader.h"

namespace tawasul {

void addHealthRoutes(HttpRouter &router, CentreService &service)
{
    Route live;
    live.method = HttpMethod::Get;
    live.pathTemplate = "/api/v1/health/live";
    live.operationId = "getLive";
    live.needsAuthentication = false;
    live.endpoint = [&service](const HttpRequest &, const Respond &respond) {
        withCentreHeaders(service, respond)(HttpResponse::json(200, R"({"status":"live"})"));
    };
    router.add(std::move(live));

    Route ready;
    ready.method = HttpMethod::Get;
    ready.pathTemplate = "/api/v1/health/ready";
    ready.operationId = "getReady";
    ready.needsAuthentication = false;
    ready.endpoint = [&service](const HttpRequest &, const Respond &respond) {
        const Respond reply = withCentreHeaders(service, respond);
        // Ready means that a reader answers, not only that the process runs.
        const bool posted = service.readers().post([&service, reply](RegisterConnection &connection) {
            const auto version = connection.shelf().newestVersion();
            if (!version)
                logFault(version.error());
            const QJsonObject body{
                {QStringLiteral("status"), version ? QStringLiteral("ready") : QStringLiteral("failing")},
                {QStringLiteral("centre"), service.identity().id},
                {QStringLiteral("training"), service.identity().training},
                {QStringLiteral("version"), programVersion()}};
            reply(HttpResponse::json(version ? 200 : 503, wire::toBytes(body)));
        });
        if (!posted)
            reply(busyAnswer());
    };
    router.add(std::move(ready));
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/http/problem.h"
#include "app/central/routes/exchange.h"
#include "app/central/routes/routes.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/leavecodec.h"

namespace tawasul {

namespace {

constexpr qint64 kFormLimit = 4'096;

bool oversees(Role role)
{
    return role == Role::SectionSupervisor || role == Role::RegionSupervisor || role == Role::Auditor;
}

HttpResponse getOfficers(RegisterConnection &connection, const Actor &person, const HttpRequest &)
{
    if (!oversees(person.role))
        return refusal(Error{Error::Kind::Forbidden, QStringLiteral("staff.forbidden"), {}});
    const auto staff = connection.staff().within(person, connection.now());
    return staff ? HttpResponse::json(200, wire::toBytes(wire::staffToJson(*staff))) : refusal(staff.error());
}

Result<QDate> dayOf(const HttpRequest &request, QDate otherwise)
{
    const auto asked = request.query.constFind(QStringLiteral("from"));
    if (asked == request.query.constEnd())
        return otherwise;
    const QDate day = QDate::fromString(*asked, Qt::ISODate);
    if (!day.isValid() || day.toString(Qt::ISODate) != *asked)
        return Error{Error::Kind::Invalid, QStringLiteral("leave.invalid.from"),
                     QStringLiteral("YYYY-MM-DD")};
    return day;
}

HttpResponse getLeaves(RegisterConnection &connection, const Actor &person, const HttpRequest &request)
{
    const auto leaves = dayOf(request, riyadhDate(connection.now())).and_then([&](QDate from) {
        return connection.leaves().list(person, from);
    });
    return leaves ? HttpResponse::json(200, wire::toBytes(wire::leavesToJson(leaves->leaves, leaves->more)))
                  : refusal(leaves.error());
}

HttpResponse tagged(int status, const Leave &leave)
{
    HttpResponse response = HttpResponse::json(status, wire::toBytes(wire::toJson(leave)));
    response.headers.set("ETag", '"' + QByteArray::number(leave.version) + '"');
    return response;
}

HttpResponse putLeave(RegisterConnection &connection, const Actor &person, const HttpRequest &request)
{
    if (const Outcome epoch = isOfThisEpoch(connection, request); !epoch)
        return refusal(epoch.error());
    const auto ifMatch = ifMatchOf(request, "leave.if_match_malformed");
    if (!ifMatch)
        return refusal(ifMatch.error());
    const auto put = jsonBody(request, QStringLiteral("leave"))
                         .and_then(wire::leaveFormFromJson)
                         .and_then([&](Leave form) {
                             form.id = LeaveId(request.parameters.value(QStringLiteral("leave_id")));
                             return connection.leaves().put(person, form, *ifMatch);
                         });
    return put ? tagged(put->isNew ? 201 : 200, put->leave) : refusal(put.error());
}

HttpResponse deleteLeave(RegisterConnection &connection, const Actor &person, const HttpRequest &request)
{
    if (const Outcome epoch = isOfThisEpoch(connection, request); !epoch)
        return refusal(epoch.error());
    const auto ended =
        connection.leaves().end(person, LeaveId(request.parameters.value(QStringLiteral("leave_id"))));
    return ended ? tagged(200, *ended) : refusal(ended.error());
}

HttpResponse putOutbox(RegisterConnection &connection, const Actor &person, const HttpRequest &request)
{
    auto report = jsonBody(request, QStringLiteral("outbox")).and_then(wire::unsentFormFromJson);
    if (!report)
        return refusal(report.error());
    const auto device = connection.sessions().deviceOf(QString::fromLatin1(request.bearerToken()));
    if (!device)
        return refusal(device.error());
    report->device = *device;
    report->reportedAt = connection.now();
    const Outcome kept = connection.staff().reportUnsent(person.id, *report);
    return kept ? HttpResponse::empty(204) : refusal(kept.error());
}

} // namespace

void addStaffRoutes(HttpRouter &router, CentreService &service)
{
    const auto add = [&](HttpMethod method, const char *path, const char *operation,
                         Workers<RegisterConnection> &workers, qint64 limit, const PersonalWork &work) {
        Route route;
        route.method = method;
        route.pathTemplate = path;
        route.operationId = operation;
        route.bodyLimit = limit;
        route.endpoint = [&service, &workers, work](HttpRequest request, Respond respond) {
            answerPersonally(service, workers, std::move(request), std::move(respond), work);
        };
        router.add(std::move(route));
    };
    add(HttpMethod::Get, "/api/v1/officers", "getOfficers", service.readers(), 0, getOfficers);
    add(HttpMethod::Get, "/api/v1/leaves", "getLeaves", service.readers(), 0, getLeaves);
    add(HttpMethod::Put, "/api/v1/leaves/{leave_id}", "putLeave", service.writer(), kFormLimit, putLeave);
    add(HttpMethod::Delete, "/api/v1/leaves/{leave_id}", "endLeave", service.writer(), 0, deleteLeave);
    add(HttpMethod::Put, "/api/v1/session/outbox", "putOutbox", service.writer(), kFormLimit, putOutbox);
}

} // namespace tawasul

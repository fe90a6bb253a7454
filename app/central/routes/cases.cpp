// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/http/problem.h"
#include "app/central/routes/exchange.h"
#include "app/central/routes/routes.h"

namespace tawasul {

namespace {

// If-Match: "VERSION", strong and single; anything else is a mistake of the caller.
Result<std::optional<qint64>> ifMatchOf(const HttpRequest &request)
{
    const QByteArray text = request.headers.value("If-Match");
    if (text.isEmpty())
        return std::optional<qint64>();
    const qint64 version = text.mid(1, text.size() - 2).toLongLong();
    if (version < 1 || text != '"' + QByteArray::number(version) + '"')
        return Error{Error::Kind::Invalid, QStringLiteral("act.if_match_malformed"),
                     QStringLiteral("\"VERSION\"")};
    return std::optional(version);
}

HttpResponse staleAnswer(const ActStale &stale)
{
    // problem+json may carry members of its own (RFC 9457 §3.2): the case as it is now.
    HttpResponse response = problem(
        Error{Error::Kind::Stale, QStringLiteral("act.stale"), QStringLiteral("the case changed meanwhile")});
    QByteArray &body = std::get<QByteArray>(response.body);
    body.chop(1);
    body += ",\"case\":" + stale.currentCase + '}';
    return response;
}

// A desk names the epoch in which the acts before this one were acknowledged. In another one they may be
// forgotten; taken now, this one would come before them.
Outcome isOfThisEpoch(RegisterConnection &connection, const HttpRequest &request)
{
    const QByteArray epoch = request.headers.value(kEpochHeader);
    if (epoch.isEmpty() || epoch == connection.identity().epoch.toLatin1())
        return Done{};
    return Error{Error::Kind::Conflict, QStringLiteral("centre.epoch_changed"),
                 QStringLiteral("send again what was acknowledged before")};
}

HttpResponse putAct(RegisterConnection &connection, const Actor &person, const HttpRequest &request)
{
    if (const Outcome json = saysJson(request); !json)
        return refusal(json.error());
    if (const Outcome epoch = isOfThisEpoch(connection, request); !epoch)
        return refusal(epoch.error());
    const auto ifMatch = ifMatchOf(request);
    if (!ifMatch)
        return refusal(ifMatch.error());
    ActRequest act;
    act.caseId = CaseId(request.parameters.value(QStringLiteral("id")));
    act.actId = ActId(request.parameters.value(QStringLiteral("act_id")));
    act.body = request.body;
    act.ifMatch = *ifMatch;
    const auto outcome = connection.cases().applyAct(person, act);
    if (!outcome)
        return refusal(outcome.error());
    if (const auto *stale = std::get_if<ActStale>(&*outcome))
        return staleAnswer(*stale);
    const auto &stored = std::get<ActStored>(*outcome);
    // Also when it comes again: what became of it is told by the feed.
    if (stored.isProposal)
        return HttpResponse::json(202, stored.answer);
    return HttpResponse::json(stored.isNew ? 201 : 200, stored.answer);
}

HttpResponse getCase(RegisterConnection &connection, const Actor &person, const HttpRequest &request)
{
    const auto body =
        connection.cases().caseFor(person, CaseId(request.parameters.value(QStringLiteral("id"))));
    if (!body)
        return refusal(body.error());
    return HttpResponse::json(200, *body);
}

} // namespace

void addCaseRoutes(HttpRouter &router, CentreService &service)
{
    Route read;
    read.method = HttpMethod::Get;
    read.pathTemplate = "/api/v1/cases/{id}";
    read.operationId = "getCase";
    read.endpoint = [&service](HttpRequest request, Respond respond) {
        answerPersonally(service, service.readers(), std::move(request), std::move(respond), getCase);
    };
    router.add(std::move(read));

    Route act;
    act.method = HttpMethod::Put;
    act.pathTemplate = "/api/v1/cases/{id}/acts/{act_id}";
    act.operationId = "putAct";
    act.bodyLimit = kJsonBodyLimit;
    act.endpoint = [&service](HttpRequest request, Respond respond) {
        answerPersonally(service, service.writer(), std::move(request), std::move(respond), putAct);
    };
    router.add(std::move(act));
}

} // namespace tawasul

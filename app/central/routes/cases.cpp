// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/http/problem.h"
#include "app/central/routes/exchange.h"
#include "app/central/routes/routes.h"
#include "models/protocol/jsonreader.h"

namespace tawasul {

namespace {

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
    const auto ifMatch = ifMatchOf(request, "act.if_match_malformed");
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

// Officers read their own work; what anybody else opens is remembered.
AuditedAnswer getCase(RegisterConnection &connection, const Actor &person, const HttpRequest &request)
{
    const CaseId id(request.parameters.value(QStringLiteral("id")));
    const auto body = connection.cases().caseFor(person, id);
    if (!body)
        return {refusal(body.error()), {}};
    if (person.role == Role::Officer)
        return {HttpResponse::json(200, *body), {}};
    return {HttpResponse::json(200, *body), [person, id](RegisterConnection &writer) {
                return writer.audit().note(person, AuditAction::CaseOpened, id, writer.now());
            }};
}

Result<CaseCriteria> criteriaOf(const HttpRequest &request)
{
    constexpr int kGreatestLimit = 200;
    const auto text = [&request](const char *name) { return request.query.value(QLatin1String(name)); };
    CaseCriteria criteria;
    criteria.number = text("number");
    criteria.identifier = text("identifier");
    criteria.status = text("status");
    criteria.section = text("section");
    criteria.subService = text("sub_service");
    if (request.query.contains(QStringLiteral("assignee")))
        criteria.assignee = PersonId(text("assignee"));
    if (request.query.contains(QStringLiteral("limit"))) {
        bool isNumber = false;
        criteria.limit = text("limit").toInt(&isNumber);
        if (!isNumber || criteria.limit < 1 || criteria.limit > kGreatestLimit)
            return Error{Error::Kind::Invalid, QStringLiteral("search.limit"), QStringLiteral("1 to 200")};
    }
    return criteria;
}

// As it was asked, for whoever reads the trail.
QString askedFor(const HttpRequest &request)
{
    QJsonObject asked;
    for (auto it = request.query.begin(); it != request.query.end(); ++it)
        asked.insert(it.key(), it.value());
    return QString::fromUtf8(wire::toBytes(asked));
}

AuditedAnswer getCases(RegisterConnection &connection, const Actor &person, const HttpRequest &request)
{
    const auto found = criteriaOf(request).and_then(
        [&](const CaseCriteria &criteria) { return connection.search().find(person, criteria); });
    if (!found)
        return {refusal(found.error()), {}};
    return {HttpResponse::json(200, *found), [person, asked = askedFor(request)](RegisterConnection &writer) {
                return writer.audit().note(person, AuditAction::CasesSearched, asked, writer.now());
            }};
}

} // namespace

void addCaseRoutes(HttpRouter &router, CentreService &service)
{
    Route read;
    read.method = HttpMethod::Get;
    read.pathTemplate = "/api/v1/cases/{id}";
    read.operationId = "getCase";
    read.endpoint = [&service](HttpRequest request, Respond respond) {
        answerAudited(service, std::move(request), std::move(respond), getCase);
    };
    router.add(std::move(read));

    Route search;
    search.method = HttpMethod::Get;
    search.pathTemplate = "/api/v1/cases";
    search.operationId = "getCases";
    search.endpoint = [&service](HttpRequest request, Respond respond) {
        answerAudited(service, std::move(request), std::move(respond), getCases);
    };
    router.add(std::move(search));

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

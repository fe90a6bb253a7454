// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/http/problem.h"
#include "app/central/routes/exchange.h"
#include "app/central/routes/routes.h"
#include "models/protocol/fields.h"
#include "models/protocol/jsonreader.h"

#include <limits>

namespace tawasul {

namespace {

constexpr qint64 kSearchLimit = 4'096;

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

Result<CaseCriteria> criteriaOf(const QJsonObject &asked)
{
    constexpr int kGreatestLimit = 200;
    wire::JsonReader reader(asked, QStringLiteral("search"));
    CaseCriteria criteria;
    criteria.number = reader.optionalText(wire::field::kNumber);
    criteria.identifier = reader.optionalText(wire::field::kIdentifier);
    criteria.status = reader.optionalText(wire::field::kStatus);
    criteria.section = reader.optionalText(wire::field::kSection);
    criteria.subService = reader.optionalText(wire::field::kSubService);
    if (asked.contains(wire::field::kAssignee))
        criteria.assignee = PersonId(reader.text(wire::field::kAssignee));
    criteria.limit = static_cast<int>(
        reader.optionalInteger(wire::field::kLimit, 0, std::numeric_limits<int>::max(), criteria.limit));
    if (reader.error())
        return *reader.error();
    if (criteria.limit < 1 || criteria.limit > kGreatestLimit)
        return Error{Error::Kind::Invalid, QStringLiteral("search.limit"), QStringLiteral("1 to 200")};
    return criteria;
}

// As it was asked, for whoever reads the trail.
QString askedFor(const CaseCriteria &criteria)
{
    QJsonObject asked{{wire::field::kLimit, criteria.limit}};
    const auto put = [&asked](QLatin1String name, const QString &value) {
        if (!value.isEmpty())
            asked.insert(name, value);
    };
    put(wire::field::kNumber, criteria.number);
    put(wire::field::kIdentifier, criteria.identifier);
    put(wire::field::kStatus, criteria.status);
    put(wire::field::kSection, criteria.section);
    put(wire::field::kSubService, criteria.subService);
    if (criteria.assignee)
        asked.insert(wire::field::kAssignee, criteria.assignee->text());
    return QString::fromUtf8(wire::toBytes(asked));
}

// By a body: what is looked for is personal, and addresses stand in the logs of whatever lies on the way.
AuditedAnswer searchCases(RegisterConnection &connection, const Actor &person, const HttpRequest &request)
{
    const auto criteria = jsonBody(request, QStringLiteral("search")).and_then(criteriaOf);
    if (!criteria)
        return {refusal(criteria.error()), {}};
    const auto found = connection.search().find(person, *criteria);
    if (!found)
        return {refusal(found.error()), {}};
    return {HttpResponse::json(200, *found),
            [person, asked = askedFor(*criteria)](RegisterConnection &writer) {
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
    search.method = HttpMethod::Post;
    search.pathTemplate = "/api/v1/cases/search";
    search.operationId = "searchCases";
    search.bodyLimit = kSearchLimit;
    search.endpoint = [&service](HttpRequest request, Respond respond) {
        answerAudited(service, std::move(request), std::move(respond), searchCases);
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

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/register/casesearch.h"

#include "app/central/register/conditions.h"
#include "models/protocol/fields.h"
#include "models/protocol/headercodec.h"
#include "models/protocol/jsonreader.h"
#include "models/sql/sqlvalue.h"

#include <QtCore/QJsonArray>

namespace tawasul {

namespace {

Conditions conditionsOf(const Actor &actor, const CaseCriteria &criteria)
{
    Conditions conditions;
    conditions.add("c.number = ?", criteria.number);
    conditions.add("c.rid IN (SELECT case_rid FROM case_identifier WHERE identifier = ?)",
                   criteria.identifier);
    if (criteria.assignee && criteria.assignee->isEmpty())
        conditions.add("c.assignee IS NULL");
    else if (criteria.assignee)
        conditions.add("c.assignee = ?", criteria.assignee->text());
    // Who is looked for by a number is found by it, and not among all of the region.
    const bool isSingle = !criteria.number.isEmpty() || !criteria.identifier.isEmpty();
    conditions.add(isSingle ? "+c.region = ?" : "c.region = ?", actor.region);
    // A region's supervisor sees all of its sections.
    conditions.add(isSingle ? "+c.section = ?" : "c.section = ?",
                   actor.role == Role::RegionSupervisor ? QString() : actor.section);
    conditions.add("c.section = ?", criteria.section);
    conditions.add("c.sub_service = ?", criteria.subService);
    conditions.add("c.status = ?", criteria.status);
    return conditions;
}

bool maySearch(const Actor &actor)
{
    return (actor.role == Role::SectionSupervisor && !actor.section.isEmpty())
        || (actor.role == Role::RegionSupervisor && !actor.region.isEmpty()) || actor.role == Role::Auditor;
}

} // namespace

CaseSearch::CaseSearch(Database &database)
    : m_database(database)
{
}

Result<QByteArray> CaseSearch::find(const Actor &actor, const CaseCriteria &criteria)
{
    if (!maySearch(actor))
        return Error{Error::Kind::Forbidden, QStringLiteral("search.forbidden"), {}};
    if (criteria.isEmpty())
        return Error{Error::Kind::Invalid, QStringLiteral("search.empty"),
                     QStringLiteral("search for what?")};
    QJsonArray cases;
    const auto finished = [&cases](bool more) {
        return wire::toBytes({{wire::field::kCases, cases}, {wire::field::kMore, more}});
    };
    for (const QString &text : {criteria.number, criteria.identifier, criteria.status, criteria.section,
                                criteria.subService, criteria.assignee.value_or(PersonId()).text()}) {
        if (!isStorableText(text))
            return finished(false); // nothing was ever called that
    }
    const Conditions conditions = conditionsOf(actor, criteria);
    const QByteArray sql = "SELECT b.body FROM (SELECT c.rid, c.updated_at FROM case_record c"
        + conditions.sql()
        + " ORDER BY c.updated_at DESC, c.rid LIMIT ?) f JOIN case_record b ON b.rid = f.rid "
          "ORDER BY f.updated_at DESC, f.rid";
    Result<Statement> query = Statement::prepare(m_database, viewOf(sql));
    if (!query)
        return query.error();
    query->bindInt64(conditions.bind(*query), criteria.limit + 1);
    while (true) {
        const Result<bool> found = query->step();
        if (!found)
            return found.error();
        if (!*found)
            break;
        if (cases.size() == criteria.limit)
            return finished(true);
        const auto body = wire::parseObject(query->blob(0).toByteArray(), QStringLiteral("case"));
        if (!body)
            return Error{Error::Kind::Corrupt, QStringLiteral("case.corrupt"), body.error().detail};
        cases.append(wire::headerOfCaseJson(*body));
    }
    return finished(false);
}

} // namespace tawasul

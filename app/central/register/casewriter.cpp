// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/register/casewriter.h"

#include "models/domain/caseheader.h"
#include "models/domain/proposals.h"
#include "models/protocol/casecodec.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/words.h"
#include "models/sql/rows.h"

namespace tawasul {

namespace {

// From when on a cache may forget the case; nothing while it is open, or somebody's work on it waits to be
// judged.
std::optional<QString> closedColumn(const Case &theCase)
{
    const auto closed = hasOpenProposal(theCase) ? std::nullopt : closedAt(theCase);
    return closed ? std::optional(toIso(*closed)) : std::nullopt;
}

std::optional<QString> assigneeColumn(const Case &theCase)
{
    return theCase.assignee ? std::optional(theCase.assignee->id.text()) : std::nullopt;
}

} // namespace

CaseWriter::CaseWriter(Database &database, Feed &feed)
    : m_database(database)
    , m_feed(feed)
{
}

Outcome CaseWriter::write(qint64 row, const CaseScopes &before, const Case &after, const QByteArray &body,
                          const ActRecord &act)
{
    if (Outcome updated = updateCase(row, after, body); !updated)
        return updated;
    if (Outcome inserted = insertAct(row, after, act); !inserted)
        return inserted;
    return m_feed.caseChanged(row, before, scopesOfCase(after), after.updatedAt);
}

Outcome CaseWriter::writeStep(qint64 row, const CaseScopes &before, const Case &after, const ActRecord &act)
{
    if (Outcome updated = updateStep(row, after); !updated)
        return updated;
    if (Outcome inserted = insertAct(row, after, act); !inserted)
        return inserted;
    return m_feed.caseChanged(row, before, scopesOfCase(after), after.updatedAt);
}

Outcome CaseWriter::updateStep(qint64 row, const Case &after)
{
    const Result<Statement *> statement = m_updateStep.ready(m_database);
    if (!statement)
        return statement.error();
    const QByteArray status = wire::word(after.status).toLatin1();
    const QByteArray assignee = assigneeColumn(after).value_or(QString()).toUtf8();
    const QByteArray updatedAt = toIso(after.updatedAt).toLatin1();
    const QByteArray person = after.assignee ? wire::toBytes(wire::toJson(*after.assignee)) : "null";
    const QByteArray step = wire::toBytes(wire::toJson(after.history.back()));
    Statement &update = **statement;
    update.bindInt64(1, after.version);
    update.bindText(2, viewOf(status));
    if (assignee.isEmpty())
        update.bindNull(3);
    else
        update.bindText(3, viewOf(assignee));
    update.bindText(4, viewOf(updatedAt));
    update.bindText(5, viewOf(person));
    update.bindText(6, viewOf(step));
    update.bindInt64(7, row);
    return update.run();
}

Outcome CaseWriter::updateCase(qint64 row, const Case &after, const QByteArray &body)
{
    const Result<Statement *> statement = m_update.ready(m_database);
    if (!statement)
        return statement.error();
    const QByteArray status = wire::word(after.status).toLatin1();
    const QByteArray section = after.section.toUtf8();
    const QByteArray region = after.region.toUtf8();
    const QByteArray assignee = assigneeColumn(after).value_or(QString()).toUtf8();
    const QByteArray updatedAt = toIso(after.updatedAt).toLatin1();
    const QByteArray closed = closedColumn(after).value_or(QString()).toLatin1();
    const QByteArray subService = after.subService.toUtf8();
    const QByteArray endsAt = toIso(after.deadline().at).toLatin1();
    Statement &update = **statement;
    update.bindInt64(1, after.version);
    update.bindText(2, viewOf(status));
    update.bindText(3, viewOf(section));
    update.bindText(4, viewOf(region));
    if (assignee.isEmpty())
        update.bindNull(5);
    else
        update.bindText(5, viewOf(assignee));
    update.bindText(6, viewOf(updatedAt));
    if (closed.isEmpty())
        update.bindNull(7);
    else
        update.bindText(7, viewOf(closed));
    update.bindText(8, viewOf(subService));
    update.bindText(9, viewOf(endsAt));
    update.bindBlob(10, body);
    update.bindInt64(11, row);
    return update.run();
}

Outcome CaseWriter::insertAct(qint64 row, const Case &after, const ActRecord &act)
{
    const Result<Statement *> statement = m_insertAct.ready(m_database);
    if (!statement)
        return statement.error();
    const QByteArray id = act.id.text().toLatin1();
    const QByteArray person = act.person.text().toUtf8();
    const QByteArray type = wire::word(act.type).toLatin1();
    const QByteArray at = toIso(after.updatedAt).toLatin1();
    Statement &insert = **statement;
    insert.bindText(1, viewOf(id));
    insert.bindInt64(2, row);
    insert.bindText(3, viewOf(person));
    insert.bindText(4, viewOf(type));
    insert.bindInt64(5, after.version);
    insert.bindBlob(6, act.bodyHash);
    insert.bindInt64(7, act.status);
    insert.bindBlob(8, act.answer);
    insert.bindText(9, viewOf(at));
    return insert.run();
}

Outcome CaseWriter::take(const Case &theCase)
{
    const auto row = readOne(
        m_database,
        QStringLiteral("INSERT INTO case_record (id, number, version, status, section, region, assignee, "
                       "updated_at, closed_at, sub_service, ends_at, body) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING rid"),
        [](Query &query) { return query.int64(0); }, theCase.id.text(), theCase.number, theCase.version,
        wire::word(theCase.status), theCase.section, theCase.region, assigneeColumn(theCase),
        toIso(theCase.updatedAt), closedColumn(theCase), theCase.subService, toIso(theCase.deadline().at),
        wire::toBytes(wire::toJson(theCase)));
    if (!row)
        return row.error();
    if (!*row)
        return Error{Error::Kind::Conflict, QStringLiteral("case.exists"), theCase.number};
    if (const Outcome written = writeLookups(**row, theCase); !written)
        return written;
    return m_feed.caseChanged(**row, {}, scopesOfCase(theCase), theCase.updatedAt);
}

// What never changes: by which documents and numbers a case is found.
Outcome CaseWriter::writeLookups(qint64 row, const Case &theCase)
{
    for (const Attachment &attachment : theCase.attachments) {
        const auto inserted = changeRows(
            m_database,
            QStringLiteral("INSERT OR IGNORE INTO case_attachment (sha256, case_rid) VALUES (?, ?)"),
            attachment.sha256, row);
        if (!inserted)
            return inserted.error();
    }
    for (const QString &identifier : {theCase.beneficiary.identifier, theCase.subject.party.identifier}) {
        const auto inserted = changeRows(
            m_database,
            QStringLiteral("INSERT OR IGNORE INTO case_identifier (identifier, case_rid) VALUES (?, ?)"),
            identifier, row);
        if (!inserted)
            return inserted.error();
    }
    return Done{};
}

} // namespace tawasul

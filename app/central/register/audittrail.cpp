// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/register/audittrail.h"

#include "models/protocol/words.h"
#include "models/sql/rows.h"

namespace tawasul {

namespace {

// As they stand in the register: never renamed.
QString wordOf(AuditAction action)
{
    switch (action) {
    case AuditAction::CaseOpened:
        return QStringLiteral("case.opened");
    case AuditAction::CasesSearched:
        return QStringLiteral("cases.searched");
    case AuditAction::AttachmentOpened:
        return QStringLiteral("attachment.opened");
    case AuditAction::LeaveRecorded:
        return QStringLiteral("leave.recorded");
    case AuditAction::LeaveChanged:
        return QStringLiteral("leave.changed");
    case AuditAction::LeaveEnded:
        return QStringLiteral("leave.ended");
    }
    return {};
}

} // namespace

AuditTrail::AuditTrail(Database &database)
    : m_database(database)
{
}

Outcome AuditTrail::note(const Actor &actor, AuditAction action, const QString &detail, Instant at)
{
    return done(changeRows(
        m_database,
        QStringLiteral("INSERT INTO audit (at, person_id, role, action, detail) VALUES (?, ?, ?, ?, ?)"),
        toIso(at), actor.id.text(), wire::word(actor.role), wordOf(action), detail));
}

Outcome AuditTrail::note(const Actor &actor, AuditAction action, const CaseId &about, Instant at)
{
    return done(
        changeRows(m_database,
                   QStringLiteral("INSERT INTO audit (at, person_id, role, action, case_rid, detail) "
                                  "VALUES (?, ?, ?, ?, (SELECT rid FROM case_record WHERE id = ?), '')"),
                   toIso(at), actor.id.text(), wire::word(actor.role), wordOf(action), about.text()));
}

Outcome AuditTrail::noteFetching(const Actor &actor, const CaseId &about, const QString &sha256, Instant at)
{
    const QString action = wordOf(AuditAction::AttachmentOpened);
    return done(changeRows(
        m_database,
        QStringLiteral("INSERT INTO audit (at, person_id, role, action, case_rid, detail) "
                       "SELECT ?, ?, ?, ?, c.rid, ? FROM case_record c WHERE c.id = ? AND NOT EXISTS "
                       "(SELECT 1 FROM audit a WHERE a.case_rid = c.rid AND a.at > ? AND a.at <= ? "
                       "AND a.person_id = ? AND a.action = ? AND a.detail = ?)"),
        toIso(at), actor.id.text(), wire::word(actor.role), action, sha256, about.text(),
        toIso(at - std::chrono::hours(1)), toIso(at), actor.id.text(), action, sha256));
}

} // namespace tawasul

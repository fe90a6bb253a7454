// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/register/audittrail.h"
#include "models/domain/clock.h"
#include "models/domain/leave.h"
#include "models/sql/query.h"

namespace tawasul {

class StaffBook;

/// The leaves of the officers: recorded, changed and ended by those who supervise them, each change in one
/// transaction with its entry in the audit trail. One thread.
class LeaveBook
{
public:
    LeaveBook(Database &database, StaffBook &staff, AuditTrail &audit, const Clock &clock);

    struct Put
    {
        Leave leave;
        bool isNew = false;
    };

    /// Records a leave under the id that its sender made, or changes it, when `ifMatch` names its present
    /// version. What stands there already is answered as it is, so it may be sent again. Errors of
    /// checkLeave(), and: leave.forbidden (Forbidden) for a role that supervises nobody; leave.invalid.id;
    /// leave.invalid.officer_unknown also for an officer of other supervisors, and when a leave is given to
    /// another officer; leave.unknown (NotFound) for a version of one that is not there; leave.stale (Stale)
    /// when it is another version, or one is there and none was named; leave.over (Conflict) when it was
    /// ended or its last day has passed.
    [[nodiscard]] Result<Put> put(const Actor &actor, const Leave &form, std::optional<qint64> ifMatch);

    /// Ends it now, or calls it off before it began; ending twice is no error. leave.forbidden,
    /// leave.unknown.
    [[nodiscard]] Result<Leave> end(const Actor &actor, const LeaveId &id);

    struct List
    {
        std::vector<Leave> leaves;
        bool more = false; ///< than one answer holds
    };

    /// Those of the officers whom they see to, that last until that day or longer and were not ended before
    /// it, by their first day; to an officer their own, and those that they stand in for. leave.forbidden for
    /// the administrator.
    [[nodiscard]] Result<List> list(const Actor &actor, QDate from);

    [[nodiscard]] Result<std::optional<Leave>> find(const LeaveId &id);

    /// SELECT … FROM, up to WHERE, for read().
    [[nodiscard]] static const QString &columns();
    [[nodiscard]] static Leave read(Query &row);

private:
    [[nodiscard]] Result<Put> putInTransaction(const Actor &actor, const Leave &form,
                                               std::optional<qint64> ifMatch);
    [[nodiscard]] Outcome write(const Leave &leave);

    Database &m_database;
    StaffBook &m_staff;
    AuditTrail &m_audit;
    const Clock &m_clock;
};

} // namespace tawasul

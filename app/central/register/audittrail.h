// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/sql/database.h"

namespace tawasul {

/// What is remembered of people besides the acts on cases, which tell of themselves.
enum class AuditAction {
    CaseOpened,
    CasesSearched,
    AttachmentOpened,
    LeaveRecorded,
    LeaveChanged,
    LeaveEnded
};

/// Who looked at what that was not their own work, and who changed what is no case. One thread.
class AuditTrail
{
public:
    explicit AuditTrail(Database &database);

    /// Inside the caller's transaction or on its own. `detail` is for whoever reads the trail.
    [[nodiscard]] Outcome note(const Actor &actor, AuditAction action, const QString &detail, Instant at);
    /// The same about a case.
    [[nodiscard]] Outcome note(const Actor &actor, AuditAction action, const CaseId &about, Instant at);

    /// An attachment of a case that was fetched. It comes in pieces, which are one fetching: for an hour
    /// nothing more is noted of the same person and attachment.
    [[nodiscard]] Outcome noteFetching(const Actor &actor, const CaseId &about, const QString &sha256,
                                       Instant at);

private:
    Database &m_database;
};

} // namespace tawasul

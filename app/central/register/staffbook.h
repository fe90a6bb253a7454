// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/leave.h"
#include "models/protocol/leavecodec.h"
#include "models/sql/database.h"

#include <QtCore/QList>

namespace tawasul {

/// Where somebody worked before they came to where they are.
struct FormerPlace
{
    Actor asThen; ///< with role, section and region of then
    Instant until{};
};

/// The officers of the centre as those know them who give cases away: who may work where, who is away, and
/// which machines had work left. One thread.
class StaffBook
{
public:
    explicit StaffBook(Database &database);

    /// Anybody with an account, with the leaves that are not over at `at`; nothing for everybody else.
    [[nodiscard]] Result<std::optional<Colleague>> find(const PersonId &id, Instant at);

    /// These people and whoever stands in for one of them, directly or further on.
    [[nodiscard]] Result<Roster> roster(const QList<PersonId> &ids, Instant at);

    /// The officers of a supervisor's or auditor's section and region, by name; those whose account was taken
    /// away, too, since cases may still be theirs. Nobody for other roles.
    [[nodiscard]] Result<std::vector<wire::StaffLine>> within(const Actor &actor, Instant at);

    /// Where this person worked before; in no order.
    [[nodiscard]] Result<std::vector<FormerPlace>> formerPlaces(const Actor &person);

    /// Remembers how much a machine of theirs had left, inside the caller's transaction or on its own.
    [[nodiscard]] Outcome reportUnsent(const PersonId &person, const wire::UnsentReport &report);

private:
    [[nodiscard]] Result<std::vector<Leave>> leavesOf(const PersonId &officer, Instant at);
    [[nodiscard]] Result<std::vector<wire::UnsentReport>> reportsOf(const PersonId &officer);

    Database &m_database;
};

/// Whether such an officer is one of those whom that supervisor or auditor sees to; an empty section or
/// region of an auditor is all.
[[nodiscard]] bool isOverseenBy(const Colleague &officer, const Actor &actor);

} // namespace tawasul

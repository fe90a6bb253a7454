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

    /// These people and whoever stands in for one of them, directly or further on; with the leaves that are
    /// not over at `at`.
    [[nodiscard]] Result<Roster> roster(const QList<PersonId> &ids, Instant at);

    /// These two or three with all leaves that reach that day or a later one, those that are over by now or
    /// were ended, too: what other leaves have to be held against.
    [[nodiscard]] Result<Roster> rosterSince(const QList<PersonId> &ids, QDate day);

    /// The officers of a supervisor's or auditor's section and region, by name; those whose account was taken
    /// away, too, since cases may still be theirs. Nobody for other roles.
    [[nodiscard]] Result<std::vector<wire::StaffLine>> within(const Actor &actor, Instant at);

    /// Where this person worked before; in no order.
    [[nodiscard]] Result<std::vector<FormerPlace>> formerPlaces(const Actor &person);

    /// Remembers how much a machine of theirs had left; a transaction of its own. Machines are told apart by
    /// the profile that they name, or by what they call themselves while they name none. Invalid,
    /// outbox.nameless without either; outbox.profile for a name that is none; Conflict, outbox.too_many for
    /// more machines than anybody works at.
    [[nodiscard]] Outcome reportUnsent(const PersonId &person, const wire::UnsentReport &report);

private:
    /// From when on leaves count.
    struct Since
    {
        QDate day;     ///< that they last until, or longer
        Instant end{}; ///< after which they were ended, if they were
    };

    [[nodiscard]] Result<std::optional<Colleague>> find(const PersonId &id, const Since &since);
    [[nodiscard]] Result<Roster> roster(const QList<PersonId> &ids, const Since &since);
    [[nodiscard]] Result<std::vector<Leave>> leavesOf(const PersonId &officer, const Since &since);
    [[nodiscard]] Result<std::vector<wire::UnsentReport>> reportsOf(const PersonId &officer, Instant at);

    Database &m_database;
};

} // namespace tawasul

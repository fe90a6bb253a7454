// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/register/casewriter.h"
#include "app/central/register/referenceshelf.h"
#include "app/central/register/staffbook.h"
#include "models/domain/assignment.h"
#include "models/domain/clock.h"
#include "models/domain/uuid.h"
#include "models/protocol/assignmentcodec.h"

namespace tawasul {

/// Cases given from officer to officer by their supervisors, many at once: each order one transaction with
/// all that it moves, the feed's rows and the answer that its repetition gets. What cannot be moved is told
/// and hinders nothing else. One thread.
class Assignments
{
public:
    Assignments(Database &database, ReferenceShelf &shelf, CaseWriter &writer, StaffBook &staff,
                const Clock &clock, Random &random);

    struct Carried
    {
        bool isNew = false; ///< it moved cases now; else a dry run, a repetition, or nothing could be moved
        QByteArray answer;
    };

    /// Carries out `body`, or says what would become of it: a dry run only reads. Only what moved a case is
    /// stored, and whoever moved it gets the answer again whatever their role is by then. Errors of
    /// checkOrder(), wire.malformed, and: assignment.forbidden (Forbidden) for roles that give no cases;
    /// assignment.id_reused (Invalid) for other bytes or another person; assignment.nothing_matched
    /// (Conflict) when a rule, not as a dry run, picks no case; assignment.too_many (Invalid) when it picks
    /// too many; assignment.unknown (NotFound) to take back what is not there, or somebody else's;
    /// assignment.undo_expired (Conflict).
    [[nodiscard]] Result<Carried> carryOut(const Actor &supervisor, const QByteArray &body);

private:
    struct Item;
    struct Run;

    [[nodiscard]] Result<Carried> carryOutNow(const Actor &supervisor, const AssignmentOrder &order,
                                              const QByteArray &bodyHash);
    [[nodiscard]] Result<std::optional<Carried>> repetition(const Actor &supervisor, const AssignmentId &id,
                                                            const QByteArray &bodyHash);
    [[nodiscard]] Result<std::vector<Item>> itemsOf(const Actor &supervisor, const AssignmentOrder &order,
                                                    Instant now);
    [[nodiscard]] Result<std::vector<Item>> selected(const std::vector<AssignmentWish> &wishes);
    [[nodiscard]] Result<std::vector<Item>> picked(const Actor &supervisor, const AssignmentOrder &order);
    [[nodiscard]] Result<std::vector<Item>> toBeUndone(const Actor &supervisor, const AssignmentId &id,
                                                       Instant now);
    [[nodiscard]] static AssignmentVerdict verdict(const Run &run, const Item &item);
    [[nodiscard]] Result<Loads> loadsOf(const Run &run, const std::vector<AssignmentVerdict> &verdicts);
    [[nodiscard]] Result<Load> loadOf(const Run &run, const PersonId &person);
    [[nodiscard]] Outcome move(const Run &run, const Item &item, AssignmentVerdict &verdict);
    [[nodiscard]] Outcome keep(const Run &run, const std::vector<Item> &items,
                               const std::vector<AssignmentVerdict> &verdicts, const QByteArray &answer);
    [[nodiscard]] Result<wire::AssignmentAnswer> runAll(const Run &run, std::vector<Item> &items);

    Database &m_database;
    ReferenceShelf &m_shelf;
    CaseWriter &m_writer;
    StaffBook &m_staff;
    const Clock &m_clock;
    Random &m_random;
    KeptStatement m_byId;
    KeptStatement m_keepItem{
        "INSERT INTO assignment_item (assignment, ordinal, case_rid, act_id, from_person) "
        "VALUES (?, ?, ?, ?, ?)"};
};

} // namespace tawasul

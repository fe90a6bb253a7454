// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/protocol/assignmentcodec.h"
#include "tests/central/testcentre.h"

namespace tawasul {

// Works in the same section as the two officers of the samples.
[[nodiscard]] Actor thirdOfficer(); ///< سارة, id "officer-3"
/// Works next door: id "officer-4", section "reports".
[[nodiscard]] Actor fourthOfficer();
[[nodiscard]] Actor secondSupervisor(); ///< of the same section as the first; id "supervisor-2"

/// A register on which supervisors move cases: those people beside the sample ones, "officer-5" whose account
/// was taken away, and the cases 1 to 6 of sampleOfficer(), of which 5 is completed and 6 lies in another
/// region.
class AssignmentStage
{
public:
    void begin();
    void end();

    /// To move these cases, of whatever version.
    [[nodiscard]] AssignmentOrder orderFor(std::initializer_list<std::pair<int, Actor>> cases);
    [[nodiscard]] AssignmentOrder undoOf(const AssignmentOrder &order);

    Result<Assignments::Carried> carry(const Actor &supervisor, const AssignmentOrder &order);
    /// The answer to an order that must be carried out.
    wire::AssignmentAnswer carried(const Actor &supervisor, const AssignmentOrder &order);
    /// The code of a refusal, or "carried out".
    QString refusedAs(const Actor &supervisor, const AssignmentOrder &order);
    /// An act on that case as it is, which must be stored.
    void act(ActType type, const Actor &actor, int n);

    /// Whose the case is; empty: nobody's.
    [[nodiscard]] QString ownerOf(int n);
    [[nodiscard]] qint64 rows(const char *table);
    [[nodiscard]] static CaseId idOf(int n) { return numberedCase(n).id; }

protected:
    std::unique_ptr<TestCentre> m_centre;
    std::unique_ptr<RegisterConnection> m_connection;
};

} // namespace tawasul

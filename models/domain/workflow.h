// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/act.h"
#include "models/domain/caseheader.h"
#include "models/domain/reference.h"
#include "models/domain/result.h"

#include <optional>
#include <vector>

namespace tawasul {

/// One line of the workflow: who may do what from which statuses, and where it leads.
struct Transition
{
    ActType act;
    std::vector<CaseStatus> from;
    std::vector<Role> roles;
    std::optional<CaseStatus> to; ///< nothing: the status stays
};

/// The whole workflow; tests walk status × act × role over it.
[[nodiscard]] const std::vector<Transition> &workflow();

/// The line that allows `act` in that status for that role, or nullptr.
[[nodiscard]] const Transition *transitionFor(CaseStatus status, ActType act, Role role);

/// False when the table gives the act to other roles only. An act without a line is nobody's: not a question
/// of permission.
[[nodiscard]] bool mayEver(Role role, ActType act);

/// Whether the case is this actor's to act on: an officer's own or nobody's in their section and region,
/// anything in the section or region that a supervisor answers for.
[[nodiscard]] bool isWithinReach(const Case &theCase, const Actor &actor);
[[nodiscard]] bool isWithinReach(const CaseHeader &theCase, const Actor &actor);

/// Whether they may read it: whatever is within reach, and to an auditor all of their section and region,
/// where an empty one is all. What is read beyond one's own work is audited.
[[nodiscard]] bool mayRead(const Case &theCase, const Actor &actor);
[[nodiscard]] bool mayRead(const CaseHeader &theCase, const Actor &actor);

/// What the screen may offer: the acts that the workflow and the reach of the actor allow now; dismissing,
/// while there is an open proposal.
[[nodiscard]] std::vector<ActType> allowedActs(const Case &theCase, const Actor &actor);

/// Whether completing this case asks for operation number and time.
[[nodiscard]] bool needsExecutionProof(const Case &theCase, const Reference &reference);

/// The case after the act, or why not. The only place where the rules of an act exist: the desk folds pending
/// acts with it and the centre decides with it. Pure; `at` is when the act takes effect.
///
/// Errors, asked in this order: act.forbidden (Forbidden) out of this actor's reach, or never by this role;
/// act.illegal (Conflict) not in this status; act.invalid.* (Invalid) something is missing, surplus, or
/// contradicts the reference data; proposal.closed (Conflict) the proposal that it names is not open (any
/// more).
[[nodiscard]] Result<Case> apply(const Case &theCase, const Act &act, const Reference &reference, Instant at);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/act.h"
#include "models/domain/reference.h"
#include "models/domain/result.h"

namespace tawasul {

/// What an author is told of their own proposals on a case, and of the case no more than its number: it is
/// not theirs any longer.
struct OwnProposals
{
    CaseId caseId;
    QString number;
    std::vector<Proposal> proposals; ///< oldest first

    friend bool operator==(const OwnProposals &, const OwnProposals &) = default;
};

/// Work on a case may be proposed; to give it to somebody, to reopen it and to judge of proposals may not:
/// those need the case in reach.
[[nodiscard]] bool mayBeProposed(ActType type);

[[nodiscard]] bool hasOpenProposal(const Case &theCase);
[[nodiscard]] const Proposal *proposalOf(const Case &theCase, const ActId &act);

/// Whether the centre took the act, as a step of the case or as a proposal beside it.
[[nodiscard]] bool isTaken(const Case &theCase, const ActId &act);

[[nodiscard]] OwnProposals proposalsBy(const PersonId &author, const Case &theCase);

/// The case with the act beside it as an open proposal, its version one higher and all else as it was.
/// Whether the author once had the case is for the caller to know. Errors: act.forbidden (Forbidden) this
/// role does nothing of the kind, or it cannot be proposed; act.invalid.* (Invalid) it makes no sense by
/// itself. What makes sense only with the case is asked when it is adopted.
[[nodiscard]] Result<Case> propose(const Case &theCase, const Act &act, const Reference &reference,
                                   Instant at);

/// Whether the proposal that the act names, if any, is there and of its kind (act.invalid.proposal_*), and
/// open (Conflict, proposal.closed). A part of apply().
[[nodiscard]] Outcome checkProposal(const Case &theCase, const Act &act);

/// Closes the proposal that the act names. That its author had begun goes the same way: it says nothing by
/// itself.
void closeProposals(Case &theCase, const Act &act, Instant at);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/proposals.h"

#include "models/domain/actrules.h"
#include "models/domain/workflow.h"

#include <algorithm>

namespace tawasul {

bool mayBeProposed(ActType type)
{
    switch (type) {
    case ActType::Start:
    case ActType::Note:
    case ActType::Complete:
    case ActType::Return:
    case ActType::Reject:
    case ActType::Transfer:
    case ActType::Escalate:
        return true;
    case ActType::Submit:
    case ActType::Assign:
    case ActType::Unassign:
    case ActType::Resubmit:
    case ActType::Reopen:
    case ActType::Dismiss:
    case ActType::Unknown:
        break;
    }
    return false;
}

bool hasOpenProposal(const Case &theCase)
{
    return std::any_of(theCase.proposals.begin(), theCase.proposals.end(),
                       [](const Proposal &proposal) { return proposal.state == Proposal::State::Open; });
}

const Proposal *proposalOf(const Case &theCase, const ActId &act)
{
    const auto found = std::find_if(theCase.proposals.begin(), theCase.proposals.end(),
                                    [&act](const Proposal &proposal) { return proposal.act == act; });
    return found == theCase.proposals.end() ? nullptr : &*found;
}

bool isTaken(const Case &theCase, const ActId &act)
{
    return proposalOf(theCase, act)
        || std::any_of(theCase.history.begin(), theCase.history.end(),
                       [&act](const HistoryEntry &entry) { return entry.act == act; });
}

OwnProposals proposalsBy(const PersonId &author, const Case &theCase)
{
    OwnProposals own{theCase.id, theCase.number, {}};
    std::copy_if(theCase.proposals.begin(), theCase.proposals.end(), std::back_inserter(own.proposals),
                 [&author](const Proposal &proposal) { return proposal.author.id == author; });
    return own;
}

Result<Case> propose(const Case &theCase, const Act &act, const Reference &reference, Instant at)
{
    if (!mayBeProposed(act.type) || !mayEver(act.actor.role, act.type))
        return Error{Error::Kind::Forbidden, QStringLiteral("act.forbidden"),
                     QStringLiteral("cannot be proposed")};
    if (const Outcome form = checkForm(act, reference); !form)
        return form.error();

    Proposal proposal;
    proposal.act = act.id;
    proposal.type = act.type;
    proposal.author = {act.actor.id, act.actor.name};
    proposal.role = act.actor.role;
    proposal.recordedAt = act.recordedAt;
    proposal.receivedAt = at;
    proposal.reason = act.reason;
    proposal.text = act.text;
    proposal.reply = act.reply;
    proposal.execution = act.execution;
    proposal.toSection = act.toSection;
    proposal.toSubService = act.toSubService;

    Case after = theCase;
    after.proposals.push_back(std::move(proposal));
    after.version = theCase.version + 1;
    after.updatedAt = at;
    return after;
}

Outcome checkProposal(const Case &theCase, const Act &act)
{
    if (act.proposal.isEmpty())
        return Done{};
    const Proposal *proposal = proposalOf(theCase, act.proposal);
    if (!proposal)
        return Error{Error::Kind::Invalid, QStringLiteral("act.invalid.proposal_unknown"),
                     QStringLiteral("no such proposal on this case")};
    if (act.type != ActType::Dismiss && act.type != proposal->type)
        return Error{Error::Kind::Invalid, QStringLiteral("act.invalid.proposal_mismatch"),
                     QStringLiteral("another act was proposed")};
    if (proposal->state != Proposal::State::Open)
        return Error{Error::Kind::Conflict, QStringLiteral("proposal.closed"),
                     QStringLiteral("somebody has judged of it already")};
    return Done{};
}

void closeProposals(Case &theCase, const Act &act, Instant at)
{
    const Proposal *named = act.proposal.isEmpty() ? nullptr : proposalOf(theCase, act.proposal);
    if (!named)
        return;
    const PersonId author = named->author.id;
    const bool isDismissed = act.type == ActType::Dismiss;
    for (Proposal &proposal : theCase.proposals) {
        const bool goesAlong = proposal.type == ActType::Start && proposal.author.id == author;
        if (proposal.state != Proposal::State::Open || (proposal.act != act.proposal && !goesAlong))
            continue;
        proposal.state = isDismissed ? Proposal::State::Dismissed : Proposal::State::Adopted;
        proposal.closedBy = PersonName{act.actor.id, act.actor.name};
        proposal.closedAt = at;
        if (isDismissed)
            proposal.closingText = act.text;
    }
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/proposalwords.h"

#include <QtCore/QCoreApplication>

#include "models/arabic/bidi.h"
#include "ui/shared/casewords.h"
#include "ui/shared/syncwords.h"

namespace tawasul {

namespace {

struct ProposalWords
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::ProposalWords)
};

} // namespace

QString proposedAct(const Proposal &proposal, const Reference *reference, Language language)
{
    const QString act = actWord(proposal.type, proposal.typeText);
    if (proposal.reason.isEmpty())
        return act;
    const Reason *reason = reference ? reference->reason(proposal.reason) : nullptr;
    //: An act and its reason
    return ProposalWords::tr("%1: %2").arg(
        act, isolateAny(reason ? named(reason->name, language) : proposal.reason));
}

QString proposalMoments(const Proposal &proposal, Instant now, DisplayLocale locale)
{
    return ProposalWords::tr("Recorded %1, received %2", "a proposal; %1 and %2 are times")
        .arg(momentText(proposal.recordedAt, now, locale), momentText(proposal.receivedAt, now, locale));
}

QString proposalFacts(const Proposal &proposal, const Reference *reference, Language language)
{
    QStringList lines;
    const Section *section = reference ? reference->section(proposal.toSection) : nullptr;
    if (section)
        lines.append(
            ProposalWords::tr("To the section “%1”").arg(isolateAny(named(section->name, language))));
    if (proposal.execution)
        lines.append(
            ProposalWords::tr("Operation number %1").arg(isolateId(proposal.execution->operationNumber)));
    return lines.join(u'\n');
}

QString proposalText(const Proposal &proposal)
{
    QStringList lines;
    if (!proposal.text.isEmpty())
        lines.append(withoutControls(proposal.text));
    if (proposal.reply)
        lines.append(withoutControls(proposal.reply->text));
    return lines.join(u'\n');
}

ChipLook proposalLook(const Proposal &proposal)
{
    switch (proposal.state) {
    case Proposal::State::Open:
        return {ProposalWords::tr("Under review", "a proposal"), Icon::Hourglass, Tone::Info};
    case Proposal::State::Adopted:
        return {ProposalWords::tr("Adopted", "a proposal"), Icon::CircleCheck, Tone::Success};
    case Proposal::State::Dismissed:
        return {ProposalWords::tr("Dismissed", "a proposal"), Icon::CircleMinus, Tone::Neutral};
    case Proposal::State::Unknown:
        break;
    }
    return {isolateAny(proposal.stateText), Icon::HelpCircle, Tone::Neutral};
}

QString proposalOutcome(const Proposal &proposal, Instant now, DisplayLocale locale)
{
    const QString who = proposal.closedBy ? isolateAny(proposal.closedBy->name) : QString();
    const QString when = proposal.closedAt ? momentText(*proposal.closedAt, now, locale) : QString();
    switch (proposal.state) {
    case Proposal::State::Open:
        return ProposalWords::tr("Kept beside the request for whoever it is assigned to now.");
    case Proposal::State::Adopted:
        return ProposalWords::tr("Adopted by %1, %2", "%1 a name, %2 a time").arg(who, when);
    case Proposal::State::Dismissed:
        return ProposalWords::tr("Dismissed by %1, %2", "%1 a name, %2 a time").arg(who, when);
    case Proposal::State::Unknown:
        break;
    }
    return {};
}

} // namespace tawasul

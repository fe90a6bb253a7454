// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the workplace says of what became of the officer's work.
#include "app/desk/outboxflow.h"
#include "app/desk/workplace.h"
#include "models/arabic/bidi.h"
#include "ui/shared/casewords.h"
#include "ui/shell/shell.h"
#include "ui/shell/toast.h"

namespace tawasul {

// «Recorded» is true as soon as it is on this disk; where it stands with the centre is the status line's to
// say.
void Workplace::sayRecorded(const ActId &id, const Case &seen, ActType type)
{
    const QString sentence =
        tr("Recorded on this device: %1, request %2.", "%1 an act such as Complete, %2 a request number")
            .arg(actWord(type), isolateId(seen.number));
    const ReferencePtr reference = m_entrance.profile->desk().reference();
    const bool mayComeBack = decides(type) && reference && reference->parameters.recallSeconds > 0;
    if (mayComeBack)
        m_shell->toast().say(Tone::Success, sentence, tr("Undo", "an act that has not left this device yet"),
                             [this, id] { m_outboxFlow->recall(id); });
    else
        m_shell->toast().say(Tone::Success, sentence);
}

void Workplace::sayProposed(const OwnProposal &own)
{
    const QString number = isolateId(own.number);
    const QString who = own.proposal.closedBy ? isolateAny(own.proposal.closedBy->name) : QString();
    switch (own.proposal.state) {
    case Proposal::State::Open:
        m_shell->toast().say(
            Tone::Info,
            tr("Request %1 had been assigned to somebody else. The work on it is kept by the "
               "central system as a proposal.")
                .arg(number));
        break;
    case Proposal::State::Adopted:
        m_shell->toast().say(Tone::Success,
                             tr("The proposal on request %1 was adopted by %2.").arg(number, who));
        break;
    case Proposal::State::Dismissed:
        m_shell->toast().say(Tone::Info,
                             tr("The proposal on request %1 was dismissed by %2; the reason is under “My "
                                "proposals”.")
                                 .arg(number, who));
        break;
    case Proposal::State::Unknown:
        break;
    }
}

void Workplace::sayFailed(const Error &error, Trouble what)
{
    if (m_shell)
        m_shell->toast().say(Tone::Danger, errorSentence(error, what));
}

} // namespace tawasul

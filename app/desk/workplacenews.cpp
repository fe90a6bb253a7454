// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the workplace says by itself, in a toast.
#include "app/desk/workplace.h"

#include "app/desk/outboxflow.h"
#include "app/desk/proposalsflow.h"
#include "models/arabic/bidi.h"
#include "models/desk/whenanswered.h"
#include "ui/shared/casewords.h"
#include "ui/shared/errortext.h"
#include "ui/shared/syncwords.h"
#include "ui/shell/shell.h"
#include "ui/shell/toast.h"

namespace tawasul {

// Whoever comes in by what this machine remembers knows it.
void Workplace::sayOffline()
{
    if (!m_entrance.confirmedAt)
        return;
    const QString confirmed = momentText(*m_entrance.confirmedAt, m_around.clock.now(), m_locale);
    m_shell->toast().say(Tone::Info,
                         tr("Signed in without a connection. The account was last confirmed: %1. Everything "
                            "recorded is sent by itself once the connection returns.")
                             .arg(confirmed));
}

// Who works with this account next, a person or the same one tomorrow, learns what was left for them.
void Workplace::greetWithNote()
{
    if (std::exchange(m_hasGreeted, true))
        return;
    whenAnswered(
        m_entrance.profile->desk().handover(), this, [this](const Result<std::optional<HandoverNote>> &note) {
            if (!note || !*note || !m_shell)
                return;
            const Instant now = m_entrance.profile->desk().time().now();
            m_shell->toast().say(Tone::Info,
                                 tr("There is a handover note of this account, saved %1.")
                                     .arg(momentText((*note)->savedAt, now, m_locale)),
                                 tr("Show the note"), [this] { m_shell->setSection(m_endOfDaySection); });
        });
}

// The centre forgot the session, or somebody ended it there. Work goes on without; only a person can begin a
// new one.
void Workplace::offerSignIn()
{
    if (m_shell)
        m_shell->toast().say(
            Tone::Warning,
            tr("The session at the central system has ended. Everything recorded is kept and will be "
               "sent after signing in again."),
            tr("Sign in again"), [this] {
                if (m_leaveTaking->holdsUnwritten()) // which leaving would lose
                    askBeforeSignOut();
                else
                    Q_EMIT left();
            });
}

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

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/act.h"

#include <functional>
#include <optional>

namespace tawasul {

/// What an officer says when doing something to a case; the desk adds who, when, on which version.
struct Intention
{
    CaseId caseId;
    /// Of the case as it was on screen (OpenedCase::shown). Another one now is Stale, act.stale; acts that
    /// commute do not ask.
    qint64 seenVersion = 0;
    /// The act of the last line of its history on screen, when there is one: two states may have one version
    /// when an own act was pending and the centre's took its number. Empty: not compared.
    ActId seenLastAct;
    ActType type = ActType::Unknown;
    QString reason;
    QString text;
    std::optional<Reply> reply;
    std::optional<Execution> execution;
    QString toSection;
    QString toSubService;
    ActId proposal;                ///< that it adopts or dismisses
    QByteArray remainingDraft;     ///< of what was begun on the case besides; empty: nothing
    std::optional<ActId> replaces; ///< the parked act that this one is decided anew for
};

/// The draft of a case with what a recalled act of it held; the second is the draft it has, or empty. Pure,
/// and called on the journal's thread: what is in a draft is the screens' own.
using Redraft = std::function<QByteArray(const Act &, const QByteArray &)>;

} // namespace tawasul

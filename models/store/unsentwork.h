// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/store/envelopefolder.h"
#include "models/store/outboxitem.h"

#include <QtCore/QString>

#include <optional>
#include <vector>

namespace tawasul {

class Journal;

/// What becomes of acts that the centre has not acknowledged to their author's desk.
struct UnsentCounts
{
    qint64 waiting =
        0; ///< sent by itself once somebody signs in with their account; a supervisor's orders, too
    qint64 carried = 0; ///< of the waiting, those that whoever signs in on this machine takes along, too
    qint64 arrived = 0; ///< somebody did, and they took effect
    qint64 stopped = 0; ///< need a choice, are held back, or stand behind one that does or is

    [[nodiscard]] qint64 all() const { return waiting + arrived + stopped; }

    friend bool operator==(const UnsentCounts &, const UnsentCounts &) = default;
};

/// An act that is not settled, as far as counting asks.
struct UnsentAct
{
    ActId id;
    CaseId caseId;
    bool isStopped = false; ///< parked, or held back
};

/// Of an account's acts, in the order of recording, and with what lies in the machine's folder. Pure.
[[nodiscard]] UnsentCounts countUnsent(const std::vector<UnsentAct> &acts,
                                       const std::vector<EnvelopeFolder::Entry> &envelopes);

/// Of the journal's own account. `envelopes` is the machine's folder of all envelopes; empty: there is none.
[[nodiscard]] Result<UnsentCounts> countUnsent(Journal &journal, const QString &envelopes);

/// What an account of this machine recorded and the centre has not acknowledged.
struct UnsentWork
{
    QString folder; ///< of the profile
    QString username;
    QString officer; ///< the name on screen
    UnsentCounts counts;
    std::optional<Instant> oldest;

    friend bool operator==(const UnsentWork &, const UnsentWork &) = default;
};

/// Of the profiles in that folder, those with unsent work, the oldest first. Changes nothing; a profile that
/// cannot be read, or that a desk has open, is left out. Blocks; any thread.
[[nodiscard]] std::vector<UnsentWork> unsentWork(const QString &profilesFolder, const QString &envelopes);

} // namespace tawasul

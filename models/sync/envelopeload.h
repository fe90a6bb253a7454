// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/protocol/envelopecodec.h"
#include "models/store/journal.h"

#include <set>

namespace tawasul {

/// What one look into the machine's envelopes found of other accounts' acts.
struct EnvelopeLoad
{
    std::vector<wire::SealedEnvelope> envelopes; ///< taken, in the order in which they go
    int waiting = 0;                             ///< all that this machine still has to carry
    std::optional<Instant> nextDue;              ///< when the next recall window ends
};

/// Lanes that the centre put off: they wait, and are in no other lane's way.
using RestingLanes = std::set<QString>;

/// Of these, the ones that go now: lane by lane, the one whose first act is oldest before the others, each in
/// its order, up to the first whose author may still take it back, and no more than go in one call; none of
/// those that rest. A window that was written by a clock ahead of this one holds nothing up. Pure.
[[nodiscard]] EnvelopeLoad chooseLoad(std::vector<wire::SealedEnvelope> waiting, Instant now,
                                      const RestingLanes &resting = {});

/// Looks, and takes what it chooses; takes nothing when it may not. Envelopes of this journal's own acts are
/// its desk's, lanes with one that was set aside are their author's. On the journal's thread.
[[nodiscard]] Result<EnvelopeLoad> loadEnvelopes(Journal &journal, const QString &root, Instant now,
                                                 bool mayTake, const RestingLanes &resting = {});

/// What the answers make of those that were taken: what took effect is marked so, what is its author's is set
/// aside, the rest goes again. On the journal's thread.
[[nodiscard]] Outcome unloadEnvelopes(Journal &journal, const QString &root,
                                      const std::vector<wire::EnvelopeResult> &results);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/result.h"
#include "models/protocol/envelopecodec.h"

#include <vector>

namespace tawasul {

/// What a profile has to give away when its machine cannot send it.
struct EnvelopeExport
{
    std::vector<wire::SealedEnvelope> envelopes; ///< lane by lane, each in its order
    qint64 parked = 0;     ///< need a choice of their author, or stand behind one that does
    qint64 recallable = 0; ///< may still be taken back, or stand behind one that may
    qint64 tooLarge = 0;   ///< or stand behind one that is
    qint64 orders = 0;     ///< of a supervisor, not answered: no envelope holds those
};

/// Makes envelopes of what waits to be sent in that profile, and changes nothing in it. What is given away
/// cannot be taken back any more, so an act whose window is open is not. NotFound, profile.never_opened;
/// Conflict, profile.in_use while a desk has it open; NotFound, envelope.no_key when no envelope could be
/// believed: the centre does not know this profile's key, or the profile no key of the centre; Corrupt,
/// TooNew, Storage. Blocks; any thread.
[[nodiscard]] Result<EnvelopeExport> exportEnvelopes(const QString &profileFolder, const Clock &clock);

} // namespace tawasul

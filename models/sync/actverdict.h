// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/act.h"
#include "models/protocol/messages.h"
#include "models/sync/pagereader.h"
#include "models/sync/transport.h"

#include <chrono>
#include <variant>

namespace tawasul {

/// The centre's word that an act took effect (or is kept as a proposal), checked.
struct ActAcknowledged
{
    PagePtr answer;         ///< with the case as it became; null when the act is kept as a proposal
    QByteArray receiptText; ///< as it came
    wire::Receipt receipt;  ///< not proved yet (KeyRing)
};

/// The case is not at the version that the act named.
struct ActOutdated
{
    PagePtr answer; ///< with the case as it is now
    Case current;
};

/// The centre will not do this, however often it is asked.
struct ActRefused
{
    Error error;
};

/// Nothing was decided: the same bytes go again.
struct ActUndecided
{
    Error error;
    std::chrono::milliseconds atLeast{}; ///< what the centre asked to wait
};

using ActVerdict = std::variant<ActAcknowledged, ActOutdated, ActRefused, ActUndecided>;

/// What an answer to `PUT /cases/{id}/acts/{act_id}` means for the act. A success with a receipt that does
/// not fit the act is no success: undecided.
[[nodiscard]] ActVerdict verdictOn(const Act &act, const TransportReply &reply);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/outboxitem.h"

#include <vector>

namespace tawasul {

/// What an act that the centre has not acknowledged waits for.
enum class OutboxHold {
    Conflict,     ///< a person's choice: the case changed meanwhile
    Refused,      ///< a person's choice: the centre refused
    Unfounded,    ///< a person's choice: it built on an act that was withdrawn here, and never left
    Damaged,      ///< a person: its record on this device cannot be read any more
    Sending,      ///< the answer
    Held,         ///< a person to let it go again
    BehindHeld,   ///< an earlier act on the same case, which a person keeps back
    BehindParked, ///< a person's choice about an earlier act on the same case
    Behind,       ///< the acknowledgement of an earlier act on the same case
    Recall,       ///< the end of its recall window
    Link,         ///< the centre to be talked to again
    Later,        ///< the time of the next try
    Due,          ///< nothing: its turn is now
};

/// Where an act stands at one moment, and what may be done about it.
struct OutboxStanding
{
    OutboxHold hold = OutboxHold::Due;
    /// Its window is open and no later act of its case but notes would lose its ground.
    bool recallable = false;
    /// Asking to try again now makes a difference.
    bool retryable = false;
    /// It can be kept back, or is.
    bool holdable = false;
    bool held = false;

    friend bool operator==(const OutboxStanding &, const OutboxStanding &) = default;
};

/// The standing of each item of a snapshot, oldest first as the store gives it. `linkUp`: acts are being sent
/// at all.
[[nodiscard]] std::vector<OutboxStanding> standingsOf(const std::vector<OutboxItem> &items, bool linkUp,
                                                      Instant now);

/// Why a parked act needs a choice; Conflict, Refused, Unfounded or Damaged.
[[nodiscard]] OutboxHold parkedHold(const OutboxItem &item);

} // namespace tawasul

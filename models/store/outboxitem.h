// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/act.h"
#include "models/domain/result.h"

#include <QtCore/QByteArray>

#include <optional>

namespace tawasul {

/// Where a recorded act stands on its way to the centre. Every act ends Settled, or Parked with its reason on
/// screen (invariant I2); nothing else is an end.
enum class OutboxState {
    Waiting, ///< recorded here; may be recalled while its window is open
    Sending, ///< written before the request leaves; at start every Sending becomes Waiting and not recallable
    Settled, ///< the centre acknowledged it; the receipt is kept
    Parked,  ///< a person has to choose: the case changed meanwhile, or the centre refused
    Closed,  ///< a person chose: recalled, taken theirs, or decided anew by another act; its content is kept
};

/// Why an act is parked.
enum class ParkReason { None, Conflict, Refused };

/// An act as the journal keeps it.
struct OutboxItem
{
    qint64 sequence = 0; ///< order of recording
    Act act;
    QByteArray body; ///< the bytes that are sent, the same ones each time
    OutboxState state = OutboxState::Waiting;
    int tries = 0;
    std::optional<Instant> lastTryAt;
    std::optional<Instant> nextTryAt;   ///< while waiting: not before; at first the end of the recall window
    std::optional<Instant> recallUntil; ///< while it never left and its window is open; null: no recall
    std::optional<Error> lastError;     ///< of the last try; of the refusal when parked
    ParkReason parkReason = ParkReason::None;
    std::optional<Case> base; ///< the case as the officer saw it when recording; the journal fills it always
    std::optional<Case> theirs; ///< the centre's case that stood in the way, when parked as a conflict
};

} // namespace tawasul

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
    std::optional<Instant> heldSince;   ///< while waiting: a person keeps it back, and with it its lane
    std::optional<Error> lastError;     ///< of the last try; of the refusal when parked
    ParkReason parkReason = ParkReason::None;
    std::optional<Case> base; ///< the case as the officer saw it when recording; the journal fills it always
    std::optional<Case> theirs; ///< the centre's case that stood in the way, when parked as a conflict
};

/// What became of every act that was ever recorded here. How many there were is known from the numbers that
/// were given out, what became of them from the rows: whatever is missing between the two was lost.
struct OutboxLedger
{
    qint64 recorded = 0;
    qint64 acknowledged = 0;
    qint64 waiting = 0; ///< or being sent
    qint64 parked = 0;
    qint64 closed = 0; ///< taken back, or another choice was made in its place

    [[nodiscard]] qint64 unaccounted() const { return recorded - acknowledged - waiting - parked - closed; }

    friend bool operator==(const OutboxLedger &, const OutboxLedger &) = default;
};

} // namespace tawasul

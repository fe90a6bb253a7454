// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/id.h"
#include "models/domain/instant.h"
#include "models/domain/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <optional>

namespace tawasul {

using OrderId = Id<struct OrderTag>;

/// What a supervisor ordered, as the journal keeps it: the bytes that are sent, made once, and what became of
/// them.
struct OrderRecord
{
    enum class Kind {
        Assignment, ///< `subject` is its own id
        Leave,      ///< recorded or changed; `subject` is the leave's id
        LeaveEnd,   ///< the same; it has no body
    };
    enum class State {
        Waiting,
        Answered,
        Refused,
        Withdrawn, ///< before it ever left
        SetAside,  ///< it rests with a person, and holds nothing back; it may have taken effect if it left
    };

    OrderId id; ///< UUID version 7
    Kind kind = Kind::Assignment;
    QString subject;
    std::optional<qint64> ifMatch; ///< of a leave that is changed
    QString undoes;                ///< the assignment that is taken back; empty: none
    Instant recordedAt{};
    QByteArray body;
    QByteArray foreseen; ///< what the desk expected of it, for the screens
    State state = State::Waiting;
    int tries = 0; ///< so many times it may have left
    std::optional<Instant> nextTryAt;
    std::optional<Error> problem; ///< why it still waits, or was refused
    QByteArray answer;            ///< of the centre, as it came
    OrderId restsOn{};            ///< whose answer says what If-Match is; empty: none
    bool isDoubted = false; ///< answered, and the centre was restored since: what it did may be forgotten
    QByteArray touches{};   ///< for recording only, a line for each: what this has in common with orders that
                            ///< it must not overtake
};

/// An order that waits, and nothing before it is in its way.
struct OrderDue
{
    OrderId id;
    OrderRecord::Kind kind = OrderRecord::Kind::Assignment;
};

/// How many wait, and since when.
struct WaitingOrders
{
    int count = 0;
    std::optional<Instant> oldest;
    int aside = 0; ///< that rest with a person, besides
};

} // namespace tawasul

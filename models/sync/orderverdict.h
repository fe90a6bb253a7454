// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/orderrecord.h"
#include "models/sync/transport.h"

#include <variant>

namespace tawasul {

/// The centre carried it out, or told of each case why not; the bytes as they came.
struct OrderAnswered
{
    QByteArray answer;
};

/// The centre will not do this, however often it is asked.
struct OrderRefused
{
    Error error;
};

/// Nothing was decided: the same bytes go again.
struct OrderUndecided
{
    Error error;
    std::chrono::milliseconds atLeast{}; ///< what the centre asked to wait
};

using OrderVerdict = std::variant<OrderAnswered, OrderRefused, OrderUndecided>;

/// The call that carries it. `epoch`: in which the desk knows the centre; empty: in none yet. A restored
/// centre does not judge an assignment of another one.
[[nodiscard]] TransportCall callFor(const OrderRecord &order, const QString &epoch = {});

/// What an answer to that call means for the order. A success that does not fit it is no success: undecided.
[[nodiscard]] OrderVerdict verdictOn(const OrderRecord &order, const TransportReply &reply);

} // namespace tawasul

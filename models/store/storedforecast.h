// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/protocol/assignmentcodec.h"

namespace tawasul {

/// What the desk expects of an order, as the journal keeps it: each person and each verdict once, however
/// many cases have it, since a thousand of them are written while somebody waits. No act is kept: the centre
/// makes them.
[[nodiscard]] QByteArray storedForecast(const std::vector<AssignmentVerdict> &results,
                                        const std::vector<LoadChange> &loads, Instant at);

/// Reads it, and the older form, which was that of an answer of the centre. wire.malformed.
[[nodiscard]] Result<wire::AssignmentAnswer> forecastIn(const QByteArray &stored);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/domain/result.h"
#include "models/protocol/messages.h"
#include "models/sync/transport.h"

#include <optional>

namespace tawasul {

// What an answer of the centre says, whatever the question was.

/// Nothing for a 2xx. Otherwise the problem behind the answer, or why there is none: Offline,
/// centre.unreachable; Server, centre.untrusted (TLS, or an address that may not be called); Corrupt,
/// wire.malformed (too many bytes, a redirection); Cancelled, call.stopped.
[[nodiscard]] std::optional<Error> problemOf(const TransportReply &reply);

/// The access and refresh tokens of a sign-in or a renewal, or the problem.
[[nodiscard]] Result<wire::SessionGrant> sessionGrantIn(const TransportReply &reply);

/// Whether a refusal is the centre's own, by a code of one of these families ("act."), and it would say the
/// same again. What stands on the way (a portal, a proxy) and the centre's door (another host, an unknown
/// route) decide nothing: nobody looked at what was asked.
[[nodiscard]] bool isCentresRefusal(const Error &error, std::initializer_list<QLatin1String> families);

/// The same of a session and of whom it belongs to.
[[nodiscard]] bool isEndOfSession(const Error &error);

/// The centre's clock, from the Tawasul-Time header.
[[nodiscard]] std::optional<Instant> serverTimeOf(const TransportReply &reply);

/// The centre's epoch, from the Tawasul-Epoch header; empty when it does not say.
[[nodiscard]] QString epochOf(const TransportReply &reply);

/// What Retry-After asks for in seconds, an hour at most; zero when it asks for nothing.
[[nodiscard]] std::chrono::milliseconds retryAfterOf(const TransportReply &reply);

/// The header of a JSON body.
[[nodiscard]] std::pair<QByteArray, QByteArray> jsonContent();

} // namespace tawasul

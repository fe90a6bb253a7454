// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/http/httpmessage.h"

#include <optional>

namespace tawasul {

/// What the head of a request may look like before anything is done with it; the parser has found it
/// well-formed.
struct RequestRules
{
    QList<QByteArray> hosts; ///< names and addresses by which the centre may be called, without a port

    /// The answer of refusal, or nothing when the head is acceptable. All refusals here end the connection,
    /// since the two sides may not agree on where this request ends.
    [[nodiscard]] std::optional<HttpResponse> refusal(const HttpHeaders &headers, int version) const;
};

} // namespace tawasul

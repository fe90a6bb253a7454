// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/transport.h"

namespace tawasul {

/// Of the envelopes in a call, those whose acts took effect by it, as the centre answers; 0 for other calls.
[[nodiscard]] inline int carriedBy(const QString &path, const TransportReply &reply)
{
    return path == QLatin1String("/envelopes") && reply.status == 200
        ? static_cast<int>(reply.body.count("\"applied\""))
        : 0;
}

} // namespace tawasul

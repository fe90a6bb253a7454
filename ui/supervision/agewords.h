// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/syncstatus.h"
#include "ui/supervision/boardwords.h"
#include "ui/theme/tokens.h"

#include <optional>

namespace tawasul {

/// How old the numbers of a supervisor are, in one line.
struct AgeLine
{
    QString text;             ///< empty before anything was complete
    std::optional<Tone> tone; ///< Warning when they are old
};

/// That numbers may be too small, or leaves are unknown; empty when all is known.
[[nodiscard]] QString gapWords(bool isPartial, bool knowsStaff);

[[nodiscard]] AgeLine ageLine(const SyncStatus &status, Instant now, const BoardWords &words);

} // namespace tawasul

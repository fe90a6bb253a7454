// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/act.h"

#include <limits>
#include <optional>

namespace tawasul {

/// Whether the case has that act in its history: it took effect, whatever became of the answer.
[[nodiscard]] bool holds(const Case &theCase, const ActId &act);

/// stillMeant() for a base that the officer saw with their own pending acts folded over it: acts that both
/// histories hold are one and the same (ids are unique for ever), though the centre dates and places them
/// otherwise than the desk did when it folded them.
[[nodiscard]] bool stillMeantOn(const Case &base, const Case &current);

/// The version of no case: nobody's act takes effect on it. One that took effect already gets its receipt
/// again, any other one the case as it is now.
inline constexpr qint64 kNoVersion = std::numeric_limits<qint64>::max();

/// How an act leaves, as far as whoever sends it can tell by the newest truth that they have: the desk by its
/// cache, the centre for an envelope by the register itself.
struct Opening
{
    enum class Kind {
        Send, ///< with `ifMatch`
        Ask,  ///< the truth here forbids it, but may be behind: with kNoVersion
    };

    Kind kind = Kind::Send;
    std::optional<qint64> ifMatch; ///< none for acts that commute
};

/// Never by the number of a folded base alone: the version that the centre reached by other means may be
/// called the same. What still means the same leaves with the truth's version; what took effect already (its
/// answer was lost) is sent again to get its receipt; without a truth or a base (the case as the officer saw
/// it) the act names its base version and the centre decides. What the truth forbids is asked for all the
/// same: a power cut may have taken the newest truth from the cache, and the answer to an earlier try may
/// have been lost.
[[nodiscard]] Opening openingOf(const Act &act, const std::optional<Case> &base,
                                const std::optional<Case> &truth);

} // namespace tawasul

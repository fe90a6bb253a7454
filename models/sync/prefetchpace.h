// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/reference.h"

#include <optional>

namespace tawasul {

/// What attachments that nobody waits for may take of the line at that moment, in kbit/s: in office hours
/// what the reference data says, else, and where no office hours are known, whatever there is.
[[nodiscard]] std::optional<int> prefetchCeiling(const Reference *reference, Instant now);

/// How much to fetch at once, and how soon again: pieces of a second or two, as the line turns out to be, so
/// that whoever needs it gets it soon; and on the whole not faster than a ceiling. A value without a clock.
class PrefetchPace
{
public:
    using Time = std::chrono::milliseconds; ///< monotonic

    /// Bytes of the next piece; nothing when none may come ahead at all.
    [[nodiscard]] std::optional<qint64> pieceSize(std::optional<int> ceiling) const;

    /// A piece came, or as much of it as there was time for.
    void came(qint64 bytes, Time began, Time ended, std::optional<int> ceiling);

    /// Before then the next piece would go beyond the ceiling.
    [[nodiscard]] Time notBefore() const { return m_notBefore; }

private:
    qint64 m_piece = 32LL * 1024; ///< a second of 256 kbit/s
    Time m_notBefore{};
};

} // namespace tawasul

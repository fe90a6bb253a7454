// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/prefetchpace.h"

#include <algorithm>

namespace tawasul {

namespace {

using std::chrono::milliseconds;

constexpr qint64 kSmallest = 16LL * 1024; // below, a narrow line carries little but questions
constexpr qint64 kLargest = 4LL * 1024 * 1024;
constexpr milliseconds kShort{500};
constexpr milliseconds kLong{3'000};
constexpr milliseconds kAtOnce{2'000}; // of what the ceiling gives

qint64 bytesIn(milliseconds time, int kilobits)
{
    return kilobits * time.count() / 8;
}

} // namespace

std::optional<int> prefetchCeiling(const Reference *reference, Instant now)
{
    if (!reference)
        return ReferenceParameters().prefetchKbitInOfficeHours;
    if (!reference->calendar.isUsable() || !reference->calendar.isOpen(now))
        return std::nullopt;
    return reference->parameters.prefetchKbitInOfficeHours;
}

std::optional<qint64> PrefetchPace::pieceSize(std::optional<int> ceiling) const
{
    if (!ceiling)
        return m_piece;
    if (*ceiling <= 0)
        return std::nullopt;
    return std::min(m_piece, std::max(kSmallest, bytesIn(kAtOnce, *ceiling)));
}

void PrefetchPace::came(qint64 bytes, Time began, Time ended, std::optional<int> ceiling)
{
    const Time took = ended - began;
    if (took < kShort && bytes >= m_piece)
        m_piece = std::min(m_piece * 2, kLargest);
    else if (took > kLong)
        m_piece = std::max(m_piece / 2, kSmallest);
    m_notBefore = ended;
    if (ceiling && *ceiling > 0)
        m_notBefore = std::max(ended, began + milliseconds(bytes * 8 / *ceiling));
}

} // namespace tawasul

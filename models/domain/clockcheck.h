// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <chrono>
#include <optional>

namespace tawasul {

/// Two clocks that differ by less are said to agree; answers of the centre need time, too.
inline constexpr std::chrono::minutes kClockTolerance{5};

/// Where the clock says nothing at all, a machine is taken to have been off for a long weekend at the most.
inline constexpr std::chrono::hours kLongestOff{72};

/// What a machine's two clocks show at one moment.
struct ClockReading
{
    Instant wall{};                        ///< may be set to anything at any time
    std::chrono::milliseconds monotonic{}; ///< goes on while the machine is up, whatever the wall is set to

    friend bool operator==(const ClockReading &, const ClockReading &) = default;
};

/// The moment at which the centre last told its time, as this machine saw it.
struct ClockMark
{
    Instant server{};
    Instant wall{}; ///< of this machine, then
    /// Nothing for a mark of an earlier run: what the monotonic clock counts from may be another moment now.
    std::optional<std::chrono::milliseconds> monotonic;

    friend bool operator==(const ClockMark &, const ClockMark &) = default;
};

/// What the three times together say of the machine's wall clock and of the time it really is.
struct ClockCheck
{
    enum class Verdict {
        Unknown, ///< nothing to compare it with, or what there is does not decide it
        Agrees,
        Ahead,
        Behind,
    };

    Verdict verdict = Verdict::Unknown;
    std::chrono::milliseconds off{}; ///< Ahead and Behind: by so much, at the least
    bool isExact = false;            ///< the centre told its time while this program ran: there is no doubt
    Instant earliest{};
    Instant likely{}; ///< what deadlines are counted from
    Instant latest{};

    friend bool operator==(const ClockCheck &, const ClockCheck &) = default;
};

/// How far the true time may lie from the likely one; a deadline in between may be over or not.
struct ClockDoubt
{
    std::chrono::milliseconds before{};
    std::chrono::milliseconds after{};

    /// Whether an end is neither surely over nor surely ahead when it is likely to be `now`.
    [[nodiscard]] bool spans(Instant end, Instant now) const;

    friend bool operator==(const ClockDoubt &, const ClockDoubt &) = default;
};

/// Judges the wall clock. `start` is what the clocks showed when the program began, so that a wall clock that
/// is set meanwhile is noticed without the centre, too.
[[nodiscard]] ClockCheck checkClock(const std::optional<ClockMark> &mark, const ClockReading &start,
                                    const ClockReading &now);

/// None while the clocks differ by less than the tolerance: that much is always in doubt.
[[nodiscard]] ClockDoubt doubtOf(const ClockCheck &check);

} // namespace tawasul

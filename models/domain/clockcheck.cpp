// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/clockcheck.h"

#include <algorithm>

namespace tawasul {

namespace {

using std::chrono::milliseconds;
using Verdict = ClockCheck::Verdict;

void judge(ClockCheck &check, Instant wall)
{
    if (wall + kClockTolerance < check.earliest) {
        check.verdict = Verdict::Behind;
        check.off = check.earliest - wall;
    } else if (wall > check.latest + kClockTolerance) {
        check.verdict = Verdict::Ahead;
        check.off = wall - check.latest;
    } else if (check.latest - check.earliest <= kClockTolerance) {
        check.verdict = Verdict::Agrees;
    }
}

// The centre's time goes on with the monotonic clock, whatever becomes of the wall clock.
ClockCheck exactly(Instant time, Instant wall)
{
    ClockCheck check;
    check.isExact = true;
    check.earliest = check.likely = check.latest = time;
    judge(check, wall);
    return check;
}

// Nobody told the time, or before this program began. The wall clock may be right now, or as wrong as it was
// then; if it was set since the start, both of what it shows and of what it would show are possible.
ClockCheck between(const std::optional<ClockMark> &mark, const ClockReading &start, const ClockReading &now)
{
    const Instant untouched = start.wall + (now.monotonic - start.monotonic);
    Instant earliest = std::min(now.wall, untouched);
    Instant latest = std::max(now.wall, untouched);
    Instant likely = now.wall;
    ClockCheck check;
    if (mark) {
        const milliseconds wrongThen = mark->wall - mark->server;
        // It was later than this when the program began, which has run for a while.
        const Instant floor = mark->server + (now.monotonic - start.monotonic);
        likely = untouched - wrongThen;
        earliest = std::min(earliest, earliest - wrongThen);
        latest = std::max(latest, latest - wrongThen);
        if (latest + kClockTolerance < floor)
            latest = floor + kLongestOff; // set back: it says nothing of how long it has been
        earliest = std::max(earliest, floor);
        latest = std::max(latest, floor);
    }
    check.earliest = earliest;
    check.latest = latest;
    check.likely = std::clamp(likely, earliest, latest);
    judge(check, now.wall);
    if (!mark && check.verdict == Verdict::Agrees)
        check.verdict = Verdict::Unknown; // with nothing but itself
    return check;
}

} // namespace

bool ClockDoubt::spans(Instant end, Instant now) const
{
    return end >= now - before && end < now + after;
}

ClockCheck checkClock(const std::optional<ClockMark> &mark, const ClockReading &start,
                      const ClockReading &now)
{
    if (mark && mark->monotonic)
        return exactly(mark->server + (now.monotonic - *mark->monotonic), now.wall);
    return between(mark, start, now);
}

ClockDoubt doubtOf(const ClockCheck &check)
{
    if (check.latest - check.earliest <= kClockTolerance)
        return {};
    return {check.likely - check.earliest, check.latest - check.likely};
}

} // namespace tawasul

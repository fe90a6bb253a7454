// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/backoff.h"

#include <algorithm>

namespace tawasul {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kFirst{1'500};
constexpr milliseconds kLongest{300'000};
constexpr int kDoublingsToLongest = 8; // far beyond five minutes

// From `least` to `most`, every millisecond equally likely.
milliseconds between(milliseconds least, milliseconds most, Random &random)
{
    const auto span = static_cast<std::uint64_t>((most - least).count()) + 1;
    return least + milliseconds(static_cast<std::int64_t>(random.next() % span));
}

} // namespace

milliseconds backoffAfter(int failures, Random &random)
{
    const int doublings = std::clamp(failures - 1, 0, kDoublingsToLongest);
    const milliseconds whole = std::min<milliseconds>(kFirst * (1 << doublings), kLongest);
    return between(whole * 2 / 3, whole, random);
}

milliseconds jittered(milliseconds time, Random &random)
{
    return between(time * 4 / 5, time * 6 / 5, random);
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/chaos/chaosrun.h"
#include "tests/support/scratchdirectory.h"

#include <optional>

namespace tawasul {

/// Which seeds are run, and by how many processes.
struct SeedRange
{
    std::uint64_t first = 1;
    std::uint64_t count = 1;
    int jobs = 1;
};

/// Runs seeds one after the other in this process, on files made once.
class SeedRunner
{
public:
    SeedRunner();

    [[nodiscard]] Verdict run(std::uint64_t seed, bool inWords = false);

private:
    std::unique_ptr<QTemporaryDir> m_scratch;
    FirstImages m_first;
};

/// Runs them, tells which failed and how to see that again, and ends with one line of sums. False when any
/// failed or a process died.
[[nodiscard]] bool runSeeds(const SeedRange &range, bool inWords);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/chaosruns.h"

#include <CLI/CLI.hpp>

#include <cstdio>

using namespace tawasul;

int main(int argc, char **argv)
{
    SeedRange range;
    bool inWords = false;
    CLI::App options("Runs the desk and the centre under seeded chaos.");
    options.add_option("runs", range.count, "how many seeds")->check(CLI::PositiveNumber);
    options.add_option("--seed", range.first, "the first of them");
    options.add_option("--jobs", range.jobs, "processes at once")->check(CLI::Range(1, 64));
    options.add_flag("--words", inWords, "tells what happens; for one seed");
    CLI11_PARSE(options, argc, argv)
    return runSeeds(range, inWords) ? 0 : 1;
}

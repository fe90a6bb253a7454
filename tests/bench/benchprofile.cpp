// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchprofile.h"

#include <algorithm>
#include <cstdio>

namespace tawasul {

namespace {

constexpr int kCasesAPage = 1000;

}

void fillProfile(DeskProfile &profile, int cases)
{
    std::printf("making a profile with %d cases\n", cases);
    std::fflush(stdout);
    const Outcome opened = profile.open();
    if (!opened)
        qFatal("the profile does not open: %s", qPrintable(opened.error().code));
    for (int first = 0; first < cases; first += kCasesAPage) {
        CasePage page;
        for (int n = first; n < std::min(cases, first + kCasesAPage); ++n)
            page.add(numberedCase(n));
        const bool more = first + kCasesAPage < cases;
        page.endAt(QStringLiteral("cursor-%1").arg(first), more);
        profile.pull(page, more ? std::nullopt : std::optional(profile.clock().now()));
    }
    profile.close();
}

} // namespace tawasul

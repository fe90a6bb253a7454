// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/service/epochcommand.h"

#include "app/central/register/centrefile.h"
#include "app/central/register/centrelock.h"

#include <cstdio>

namespace tawasul {

Outcome newEpoch(const QString &dataFolder)
{
    // Who serves it has the old epoch in memory, and would go on handing out its cursors.
    const auto lock = CentreLock::alone(dataFolder);
    if (!lock)
        return lock.error();
    const SystemClock clock;
    SystemRandom random;
    const auto epoch = beginEpoch(dataFolder, clock, random);
    if (!epoch)
        return epoch.error();
    std::printf("%s\n", epoch->toLatin1().constData());
    return Done{};
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/service/epochcommand.h"

#include "app/central/register/centrefile.h"

#include <cstdio>

namespace tawasul {

Outcome newEpoch(const QString &dataFolder)
{
    const SystemClock clock;
    SystemRandom random;
    const auto epoch = beginEpoch(dataFolder, clock, random);
    if (!epoch)
        return epoch.error();
    std::printf("%s\n", epoch->toLatin1().constData());
    return Done{};
}

} // namespace tawasul

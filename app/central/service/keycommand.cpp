// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/service/keycommand.h"

#include "app/central/register/centrefile.h"
#include "app/central/register/centrelock.h"
#include "app/central/register/receiptkeys.h"

#include <cstdio>

namespace tawasul {

Outcome newKey(const QString &dataFolder)
{
    // Who serves it has the old key in memory, and would go on signing with it.
    const auto lock = CentreLock::alone(dataFolder);
    if (!lock)
        return lock.error();
    Result<Database> database = openCentre(dataFolder, CentreAccess::Write);
    if (!database)
        return database.error();
    Result<Database> beside = openKeys(dataFolder);
    if (!beside)
        return beside.error();
    SystemRandom random;
    const auto key = ReceiptKeys::introduce(*database, *beside, SystemClock().now(), random);
    if (!key)
        return key.error();
    std::printf("%s\n", key->id.toLatin1().constData());
    return Done{};
}

} // namespace tawasul

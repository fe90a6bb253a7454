// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/deskversion.h"

#include <QtCore/QVersionNumber>

namespace tawasul {

QString deskVersion()
{
    return QStringLiteral(TAWASUL_VERSION);
}

bool isAcceptedBy(const QString &oldestDesk)
{
    return QVersionNumber::fromString(deskVersion()) >= QVersionNumber::fromString(oldestDesk);
}

} // namespace tawasul

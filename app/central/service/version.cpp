// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/service/version.h"

namespace tawasul {

QString programVersion()
{
    return QStringLiteral(TAWASUL_VERSION);
}

} // namespace tawasul

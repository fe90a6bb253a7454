// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/printrule.h"

namespace tawasul {

bool mayPrint(Role role, PrintMatter matter)
{
    switch (role) {
    case Role::Officer:
    case Role::SectionSupervisor:
    case Role::RegionSupervisor:
        return true;
    case Role::Auditor:
        return matter == PrintMatter::Summary;
    case Role::Administrator:
    case Role::Beneficiary:
    case Role::System:
    case Role::Unknown:
        return false;
    }
    return false;
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/case.h"

namespace tawasul {

bool isOpen(CaseStatus status)
{
    return status != CaseStatus::Completed && status != CaseStatus::Rejected;
}

bool awaitsOfficer(CaseStatus status)
{
    return isOpen(status) && status != CaseStatus::Returned && status != CaseStatus::Unknown;
}

} // namespace tawasul

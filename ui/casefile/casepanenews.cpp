// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the pane hears of the world around its case: the clock and the link.
#include "ui/casefile/caseheaderbar.h"
#include "ui/casefile/casepane.h"
#include "ui/decisions/decisionsheet.h"

namespace tawasul {

void CasePane::setClock(const ClockCheck &check)
{
    m_header->setDoubt(doubtOf(check));
    m_sheet->setClock(check);
}

void CasePane::setSyncStatus(const SyncStatus &status)
{
    m_header->setSyncStatus(status);
}

} // namespace tawasul

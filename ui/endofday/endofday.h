// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/desk/desk.h"

#include <QtCore/QDate>

#include <vector>

namespace tawasul {

/// What an officer leaves behind at the end of the day.
struct EndOfDay
{
    std::vector<OutboxItem> unsent; ///< oldest first; those that need a choice among them
    std::vector<BegunDraft> drafts; ///< the newest first
    QDate nextDay;                  ///< the next working day; null while the calendar is not known
    std::vector<CaseHead> ending;   ///< requests that end on it, the earliest first
    int endingMore = 0;             ///< further ones, which are not listed
};

} // namespace tawasul

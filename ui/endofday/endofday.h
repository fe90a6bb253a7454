// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/desk/desk.h"

#include <QtCore/QDate>

#include <optional>
#include <vector>

namespace tawasul {

/// Something that is read from this device's disk: nothing before it was, and when it could not be.
template<class T>
struct Gathered
{
    std::optional<T> value;
    bool isUnread = false; ///< the disk refused: that there is nothing is not known
};

/// What an officer leaves behind at the end of the day.
struct EndOfDay
{
    Gathered<std::vector<OutboxItem>> unsent; ///< oldest first; those that need a choice among them
    Gathered<std::vector<BegunDraft>> drafts; ///< the newest first
    QDate nextDay;                            ///< the next working day; null while the calendar is not known
    Gathered<std::vector<CaseHead>> ending;   ///< requests that end on it, the earliest first
    int endingMore = 0;                       ///< further ones, which are not listed
};

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/agewords.h"

#include "ui/shared/syncwords.h"

namespace tawasul {

AgeLine ageLine(const SyncStatus &status, Instant now, const BoardWords &words)
{
    static const WorkCalendar none;
    if (!status.completeAt)
        return {};
    const ReferencePtr &reference = words.reference();
    const DataAge age = dataAge(status, now, reference ? reference->calendar : none);
    const bool isOffline = status.link == SyncStatus::Link::Offline;
    return {isOffline ? linkLook(status, now, words.locale()).sentence
                      : dataAsOf(*status.completeAt, now, words.locale()),
            age == DataAge::Fresh && !isOffline ? std::nullopt : std::optional(Tone::Warning)};
}

} // namespace tawasul

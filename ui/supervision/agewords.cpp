// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/supervision/agewords.h"

#include <QtCore/QCoreApplication>

#include "ui/shared/syncwords.h"

namespace tawasul {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::AgeWords)
};

} // namespace

QString gapWords(bool isPartial, bool knowsStaff)
{
    QStringList words;
    if (isPartial)
        words.append(
            Words::tr("The data is still being fetched, so the numbers may be smaller than they are."));
    if (!knowsStaff)
        words.append(Words::tr("Leaves and accounts of the officers are not known on this device yet."));
    return words.join(u' ');
}

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

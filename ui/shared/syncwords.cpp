// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/syncwords.h"

#include <QtCore/QCoreApplication>

#include "models/arabic/bidi.h"
#include "models/arabic/dateformat.h"
#include "models/arabic/digits.h"
#include "ui/shared/countedtext.h"

namespace tawasul {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tawasul::SyncWords)
};

using Link = SyncStatus::Link;

QString since(const SyncStatus &status, Instant now, DisplayLocale locale)
{
    return status.since ? momentText(*status.since, now, locale) : QString();
}

QString asOf(const SyncStatus &status, Instant now, DisplayLocale locale)
{
    return status.completeAt ? Words::tr("data as of %1").arg(momentText(*status.completeAt, now, locale))
                             : Words::tr("no data fetched yet");
}

QString onlineSentence(const SyncStatus &status, Instant now, DisplayLocale locale)
{
    const QString moment = since(status, now, locale);
    return moment.isEmpty() ? Words::tr("Connected to the central system")
                            : Words::tr("Connected since %1").arg(moment);
}

QString offlineSentence(const SyncStatus &status, Instant now, DisplayLocale locale)
{
    const QString moment = since(status, now, locale);
    const QString data = asOf(status, now, locale);
    return moment.isEmpty() ? Words::tr("No connection – %1").arg(data)
                            : Words::tr("No connection since %1 – %2").arg(moment, data);
}

} // namespace

QString momentText(Instant moment, Instant now, DisplayLocale locale)
{
    const QDate day = riyadhDate(moment);
    const QDate today = riyadhDate(now);
    const QString time = isolateId(timeOfDay(riyadhTime(moment), locale));
    if (day == today)
        return time;
    if (day.addDays(1) == today)
        return Words::tr("yesterday %1").arg(time);
    return QString(isolateId(shortDate(day, locale)) % u' ' % time);
}

LinkLook linkLook(const SyncStatus &status, Instant now, DisplayLocale locale)
{
    const QString data = asOf(status, now, locale);
    switch (status.link) {
    case Link::SignedOut:
        return {Words::tr("Signed out"), Words::tr("Signed out"), Icon::PlugConnectedX, Tone::Neutral};
    case Link::Connecting:
        return {Words::tr("Connecting"), Words::tr("Connecting to the central system…"), Icon::Refresh,
                Tone::Neutral};
    case Link::Online:
        return {Words::tr("Connected"), onlineSentence(status, now, locale), Icon::PlugConnected,
                Tone::Success};
    case Link::Offline:
        return {Words::tr("No connection"), offlineSentence(status, now, locale), Icon::CloudOff,
                Tone::Warning};
    case Link::Failing:
        return {Words::tr("Synchronisation failing"),
                Words::tr("The central system answers with errors – %1").arg(data), Icon::RefreshAlert,
                Tone::Danger};
    case Link::SessionEnded:
        return {Words::tr("Session ended"),
                Words::tr("The session ended; signing in again is required – %1").arg(data), Icon::Lock,
                Tone::Warning};
    case Link::TooOld:
        return {Words::tr("Update required"),
                Words::tr("The central system no longer accepts this version – %1").arg(data),
                Icon::AlertTriangle, Tone::Danger};
    }
    return {};
}

DataAge dataAge(const SyncStatus &status, Instant now, const WorkCalendar &calendar)
{
    // Whatever the link is: the first answer after a month makes it Online, and the list is a month old until
    // all that changed has come. While the centre is followed, each look renews the moment.
    if (!status.completeAt || now - *status.completeAt <= kAgesAfter)
        return DataAge::Fresh;
    const QDate then = riyadhDate(*status.completeAt);
    const QDate today = riyadhDate(now);
    // Without a calendar each day counts.
    const qint64 days = calendar.isUsable() ? calendar.workingDaysBetween(then, today) : then.daysTo(today);
    const bool isFullDay = days > 1 || (days == 1 && riyadhTime(now) > riyadhTime(*status.completeAt));
    return isFullDay ? DataAge::Old : DataAge::Aged;
}

QString dataAsOf(Instant completeAt, Instant now, DisplayLocale locale)
{
    return Words::tr("Data as of %1").arg(momentText(completeAt, now, locale));
}

QString confirmedUntil(Instant completeAt, Instant now, DisplayLocale locale)
{
    return Words::tr("Confirmed by the central system until %1").arg(momentText(completeAt, now, locale));
}

QString readyToday(const SyncStatus &status, DisplayLocale locale)
{
    if (status.today == 0)
        return {};
    return localDigits(
        Words::tr("Requests of today and overdue ones ready for work without a connection: %1 of "
                  "%2")
            .arg(status.readyToday)
            .arg(status.today),
        locale.digits);
}

QString fetchedSentence(int cases, DisplayLocale locale)
{
    return countedText(Words::tr("%n request(s) fetched", nullptr, cases), cases, locale.digits);
}

} // namespace tawasul

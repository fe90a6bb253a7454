// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arabic/dateformat.h"

#include "models/arabic/calendarnames.h"
#include "models/arabic/digits.h"
#include "models/arabic/hijri.h"

namespace tawasul {

namespace {

QString longDate(int day, const QString &month, int year, const QString &era, Digits digits)
{
    const QString text = QString::number(day) % u' ' % month % u' ' % QString::number(year) % u' ' % era;
    return localDigits(text, digits);
}

QString twoPlaces(int number)
{
    return QString::number(number).rightJustified(2, u'0');
}

} // namespace

QString longDualDate(QDate day, DisplayLocale locale, CalendarOrder order)
{
    if (!day.isValid())
        return {};
    const QString gregorian = longGregorianDate(day, locale);
    const QString hijri = longHijriDate(day, locale);
    const QString weekday = weekdayName(day.dayOfWeek(), locale.language);
    if (hijri.isEmpty())
        return weekday % u' ' % gregorian;
    const bool hijriFirst = order == CalendarOrder::HijriFirst;
    return weekday % u' ' % (hijriFirst ? hijri : gregorian) % u" · " % (hijriFirst ? gregorian : hijri);
}

QString longGregorianDate(QDate day, DisplayLocale locale)
{
    if (!day.isValid())
        return {};
    const QString era = locale.language == Language::Arabic ? QStringLiteral("م") : QStringLiteral("CE");
    return longDate(day.day(), gregorianMonthName(day.month(), locale.language), day.year(), era,
                    locale.digits);
}

QString longHijriDate(QDate day, DisplayLocale locale)
{
    const std::optional<HijriDate> hijri = hijriFromGregorian(day);
    if (!hijri)
        return {};
    const QString era = locale.language == Language::Arabic ? QStringLiteral("هـ") : QStringLiteral("AH");
    return longDate(hijri->day, hijriMonthName(hijri->month, locale.language), hijri->year, era,
                    locale.digits);
}

QString shortDate(QDate day, DisplayLocale locale)
{
    if (!day.isValid())
        return {};
    const QString year = QString::number(day.year()).rightJustified(4, u'0');
    const QString text = twoPlaces(day.day()) % u'/' % twoPlaces(day.month()) % u'/' % year;
    return localDigits(text, locale.digits);
}

QString timeOfDay(QTime time, DisplayLocale locale)
{
    if (!time.isValid())
        return {};
    const QString text = twoPlaces(time.hour()) % u':' % twoPlaces(time.minute());
    return localDigits(text, locale.digits);
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arabic/calendarnames.h"

#include "models/arabic/bidi.h"

#include <unicode/dtfmtsym.h>
#include <unicode/smpdtfmt.h>

#include <QtCore/QStringList>

namespace tawasul {

namespace {

QStringList toTexts(const icu::UnicodeString *names, int32_t count)
{
    QStringList texts;
    for (int32_t i = 0; i < count; ++i)
        texts += withoutControls(QStringView(names[i].getBuffer(), names[i].length()));
    return texts;
}

struct Names
{
    explicit Names(const char *gregorianLocale, const char *hijriLocale)
    {
        UErrorCode status = U_ZERO_ERROR;
        int32_t count = 0;
        // Only a formatter knows the months of a calendar that the locale does not use by itself.
        const icu::SimpleDateFormat gregorian(icu::UnicodeString(u"y"), icu::Locale(gregorianLocale), status);
        const icu::SimpleDateFormat hijri(icu::UnicodeString(u"y"), icu::Locale(hijriLocale), status);
        if (U_FAILURE(status))
            return;
        const icu::UnicodeString *names = gregorian.getDateFormatSymbols()->getWeekdays(count);
        weekdays = toTexts(names, count);
        names = gregorian.getDateFormatSymbols()->getMonths(count);
        gregorianMonths = toTexts(names, count);
        names = hijri.getDateFormatSymbols()->getMonths(count);
        hijriMonths = toTexts(names, count);
    }

    QStringList weekdays; // as ICU counts: 0 is nothing, 1 is Sunday
    QStringList gregorianMonths;
    QStringList hijriMonths;
};

const Names &namesIn(Language language)
{
    static const Names arabic("ar_SA@calendar=gregorian", "ar_SA@calendar=islamic-umalqura");
    static const Names english("en_GB@calendar=gregorian", "en_GB@calendar=islamic-umalqura");
    return language == Language::Arabic ? arabic : english;
}

} // namespace

QString weekdayName(int dayOfWeek, Language language)
{
    if (dayOfWeek < 1 || dayOfWeek > 7)
        return {};
    return namesIn(language).weekdays.value(dayOfWeek % 7 + 1);
}

QString gregorianMonthName(int month, Language language)
{
    return namesIn(language).gregorianMonths.value(month - 1);
}

QString hijriMonthName(int month, Language language)
{
    return namesIn(language).hijriMonths.value(month - 1);
}

} // namespace tawasul

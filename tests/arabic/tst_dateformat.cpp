// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arabic/bidi.h"
#include "models/arabic/dateformat.h"

#include <QtTest/QTest>

#include <unicode/smpdtfmt.h>

using namespace tawasul;

namespace {

constexpr DisplayLocale kArabic{ Language::Arabic, Digits::European };
constexpr DisplayLocale kArabicIndic{ Language::Arabic, Digits::ArabicIndic };
constexpr DisplayLocale kEnglish{ Language::English, Digits::European };
const QDate kDay(2026, 11, 22);

/// What ICU itself writes for noon of that day, without its direction marks.
QString icuText(const char *locale, const char16_t *pattern, QDate day)
{
    UErrorCode status = U_ZERO_ERROR;
    icu::SimpleDateFormat format(icu::UnicodeString(pattern), icu::Locale(locale), status);
    format.setTimeZone(*icu::TimeZone::getGMT());
    icu::UnicodeString text;
    format.format(static_cast<double>(day.startOfDay(Qt::UTC).toMSecsSinceEpoch()) + 12 * 3'600'000.0, text);
    return withoutControls(QStringView(text.getBuffer(), text.length()));
}

} // namespace

class DateFormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void longDatesNameBothCalendars()
    {
        QCOMPARE(longDualDate(kDay, kArabic),
                 QStringLiteral("الأحد 12 جمادى الآخرة 1448 هـ · 22 نوفمبر 2026 م"));
        QCOMPARE(longDualDate(kDay, kArabic, CalendarOrder::GregorianFirst),
                 QStringLiteral("الأحد 22 نوفمبر 2026 م · 12 جمادى الآخرة 1448 هـ"));
        QCOMPARE(longDualDate(kDay, kArabicIndic),
                 QStringLiteral("الأحد ١٢ جمادى الآخرة ١٤٤٨ هـ · ٢٢ نوفمبر ٢٠٢٦ م"));
        QCOMPARE(longDualDate(kDay, kEnglish),
                 QStringLiteral("Sunday 12 Jumada II 1448 AH · 22 November 2026 CE"));
        QCOMPARE(longDualDate(kDay, kEnglish, CalendarOrder::GregorianFirst),
                 QStringLiteral("Sunday 22 November 2026 CE · 12 Jumada II 1448 AH"));
    }

    void eachCalendarAlone()
    {
        QCOMPARE(longGregorianDate(kDay, kArabic), QStringLiteral("22 نوفمبر 2026 م"));
        QCOMPARE(longHijriDate(kDay, kArabic), QStringLiteral("12 جمادى الآخرة 1448 هـ"));
        QCOMPARE(longHijriDate(QDate(2027, 2, 8), kArabicIndic), QStringLiteral("١ رمضان ١٤٤٨ هـ"));
        QCOMPARE(longGregorianDate(kDay, kEnglish), QStringLiteral("22 November 2026 CE"));
    }

    void shortFormsHaveOneWidth()
    {
        QCOMPARE(shortDate(kDay, kArabic), QStringLiteral("22/11/2026"));
        QCOMPARE(shortDate(QDate(2027, 2, 8), kEnglish), QStringLiteral("08/02/2027"));
        QCOMPARE(shortDate(QDate(2027, 2, 8), kArabicIndic), QStringLiteral("٠٨/٠٢/٢٠٢٧"));
        QCOMPARE(timeOfDay(QTime(7, 30), kArabic), QStringLiteral("07:30"));
        QCOMPARE(timeOfDay(QTime(0, 0, 59), kEnglish), QStringLiteral("00:00"));
        QCOMPARE(timeOfDay(QTime(14, 5), kArabicIndic), QStringLiteral("١٤:٠٥"));
    }

    void outsideTheHijriTableTheGregorianDayStandsAlone()
    {
        const QDate day(1850, 3, 1);
        QCOMPARE(longHijriDate(day, kArabic), QString());
        QCOMPARE(longDualDate(day, kArabic), QStringLiteral("الجمعة 1 مارس 1850 م"));
        QCOMPARE(longDualDate(day, kEnglish, CalendarOrder::GregorianFirst),
                 QStringLiteral("Friday 1 March 1850 CE"));
    }

    void whatIsNoDayOrTimeGivesNoText()
    {
        QCOMPARE(longDualDate(QDate(), kArabic), QString());
        QCOMPARE(longGregorianDate(QDate(), kArabic), QString());
        QCOMPARE(longHijriDate(QDate(), kArabic), QString());
        QCOMPARE(shortDate(QDate(), kArabic), QString());
        QCOMPARE(timeOfDay(QTime(), kArabic), QString());
    }

    void icuWritesTheSameAndNoDirectionMarkIsLeft()
    {
        for (QDate day(1990, 1, 1); day < QDate(2060, 1, 1); day = day.addDays(97)) {
            const QString arabic = longDualDate(day, kArabic);
            QCOMPARE(
                arabic,
                QString(icuText("ar_SA@calendar=islamic-umalqura;numbers=latn", u"EEEE d MMMM y 'هـ'", day)
                        + u" · " + icuText("ar_SA@calendar=gregorian;numbers=latn", u"d MMMM y 'م'", day)));
            const QString indic = longDualDate(day, kArabicIndic);
            QCOMPARE(
                indic,
                QString(icuText("ar_SA@calendar=islamic-umalqura;numbers=arab", u"EEEE d MMMM y 'هـ'", day)
                        + u" · " + icuText("ar_SA@calendar=gregorian;numbers=arab", u"d MMMM y 'م'", day)));
            const QString english = longDualDate(day, kEnglish);
            QCOMPARE(english,
                     QString(icuText("en_GB@calendar=islamic-umalqura", u"EEEE d MMMM y 'AH'", day) + u" · "
                             + icuText("en_GB@calendar=gregorian", u"d MMMM y 'CE'", day)));
            QCOMPARE(shortDate(day, kArabic),
                     icuText("ar_SA@calendar=gregorian;numbers=latn", u"dd/MM/y", day));
            QVERIFY(!hasBidiControls(arabic) && !hasBidiControls(indic) && !hasBidiControls(english));
        }
    }
};

QTEST_GUILESS_MAIN(DateFormatTest)
#include "tst_dateformat.moc"

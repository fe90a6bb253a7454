// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arabic/calendarnames.h"
#include "models/arabic/hijri.h"

#include <QtTest/QTest>

#include <unicode/calendar.h>

#include <random>
#include <thread>

using namespace tawasul;

class HijriTest : public QObject
{
    Q_OBJECT

    static inline const QDate kFirstDay = QDate(1882, 11, 12);
    static inline const QDate kLastDay = QDate(2174, 11, 25);

private Q_SLOTS:
    void knownDaysConvertBothWays_data()
    {
        QTest::addColumn<QDate>("gregorian");
        QTest::addColumn<int>("year");
        QTest::addColumn<int>("month");
        QTest::addColumn<int>("day");
        const auto row = [](QDate gregorian, int year, int month, int day) {
            QTest::addRow("%d-%02d-%02d", year, month, day) << gregorian << year << month << day;
        };
        row(QDate(2026, 11, 22), 1448, 6, 12);
        row(QDate(2018, 12, 8), 1440, 4, 1);
        row(QDate(1882, 11, 12), 1300, 1, 1);
        row(QDate(2174, 11, 25), 1600, 12, 30);
        row(QDate(2026, 2, 18), 1447, 9, 1);
        row(QDate(2026, 3, 18), 1447, 9, 29);
        row(QDate(2026, 3, 20), 1447, 10, 1);
        row(QDate(2026, 5, 26), 1447, 12, 9);
        row(QDate(2026, 5, 27), 1447, 12, 10);
        row(QDate(2027, 2, 8), 1448, 9, 1);
        row(QDate(2027, 3, 8), 1448, 9, 29);
        row(QDate(2027, 3, 9), 1448, 10, 1);
        row(QDate(2027, 5, 15), 1448, 12, 9);
        row(QDate(2027, 5, 16), 1448, 12, 10);
        row(QDate(2028, 1, 28), 1449, 9, 1);
        row(QDate(2028, 2, 25), 1449, 9, 29);
        row(QDate(2028, 2, 26), 1449, 10, 1);
        row(QDate(2028, 5, 4), 1449, 12, 9);
        row(QDate(2028, 5, 5), 1449, 12, 10);
        row(QDate(2029, 1, 16), 1450, 9, 1);
        row(QDate(2029, 2, 13), 1450, 9, 29);
        row(QDate(2029, 2, 14), 1450, 10, 1);
        row(QDate(2029, 4, 23), 1450, 12, 9);
        row(QDate(2029, 4, 24), 1450, 12, 10);
    }

    void knownDaysConvertBothWays()
    {
        QFETCH(const QDate, gregorian);
        QFETCH(const int, year);
        QFETCH(const int, month);
        QFETCH(const int, day);
        const HijriDate hijri{ year, month, day };
        QVERIFY(hijriFromGregorian(gregorian) == hijri);
        QCOMPARE(gregorianFromHijri(hijri), std::optional(gregorian));
    }

    void monthLengthsFollowTheTable()
    {
        QCOMPARE(hijriMonthLength(1447, 9), std::optional(30)); // 1 Shawwal 1447 is two days after 29 Ramadan
        QCOMPARE(hijriMonthLength(1448, 9), std::optional(29));
        for (int year = kFirstHijriYear; year <= kLastHijriYear; ++year) {
            int days = 0;
            for (int month = 1; month <= 12; ++month) {
                const int length = hijriMonthLength(year, month).value_or(0);
                QVERIFY(length == 29 || length == 30);
                days += length;
            }
            QVERIFY(days == 354 || days == 355);
        }
    }

    void outsideTheTableThereIsNoAnswer()
    {
        QVERIFY(hijriFromGregorian(kFirstDay).has_value());
        QVERIFY(hijriFromGregorian(kLastDay).has_value());
        for (const QDate day : { kFirstDay.addDays(-1), kLastDay.addDays(1), QDate(), QDate(1, 1, 1) })
            QVERIFY(!hijriFromGregorian(day));
        for (const HijriDate date :
             { HijriDate{ 1299, 12, 29 }, HijriDate{ 1601, 1, 1 }, HijriDate{ 1448, 0, 1 },
               HijriDate{ 1448, 13, 1 }, HijriDate{ 1448, 6, 0 }, HijriDate{ 1448, 9, 30 },
               HijriDate{ 1447, 9, 31 }, HijriDate{} })
            QVERIFY(!gregorianFromHijri(date));
        QVERIFY(!hijriMonthLength(1299, 1));
        QVERIFY(!hijriMonthLength(1601, 1));
        QVERIFY(!hijriMonthLength(1448, 13));
    }

    void everyDayOfTheTableReturnsToItself()
    {
        HijriDate before{};
        for (QDate day = kFirstDay; day <= kLastDay; day = day.addDays(1)) {
            const std::optional<HijriDate> hijri = hijriFromGregorian(day);
            QVERIFY(hijri && *hijri > before);
            QVERIFY(gregorianFromHijri(*hijri) == day);
            before = *hijri;
        }
    }

    void icuSaysTheSameOnDaysDrawnByLot()
    {
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(
            *icu::TimeZone::getGMT(), icu::Locale("ar_SA@calendar=islamic-umalqura"), status));
        std::mt19937 random(1448);
        std::uniform_int_distribution<qint64> pick(0, kFirstDay.daysTo(kLastDay));
        for (int i = 0; i < 20'000; ++i) {
            const QDate day = kFirstDay.addDays(pick(random));
            calendar->setTime(static_cast<double>(day.startOfDay(Qt::UTC).toMSecsSinceEpoch()), status);
            const HijriDate expected{ calendar->get(UCAL_YEAR, status), calendar->get(UCAL_MONTH, status) + 1,
                                      calendar->get(UCAL_DATE, status) };
            QVERIFY(U_SUCCESS(status));
            QVERIFY(hijriFromGregorian(day) == expected);
        }
    }

    void manyThreadsMayAskAtOnce()
    {
        std::atomic<int> wrong = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&wrong] {
                for (QDate day(2000, 1, 1); day < QDate(2030, 1, 1); day = day.addDays(1)) {
                    if (gregorianFromHijri(hijriFromGregorian(day).value_or(HijriDate{})) != day)
                        ++wrong;
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(wrong.load(), 0);
    }

    void namesAreThoseOfTheGlossary()
    {
        const QStringList arabic{ QStringLiteral("محرم"),         QStringLiteral("صفر"),
                                  QStringLiteral("ربيع الأول"),   QStringLiteral("ربيع الآخر"),
                                  QStringLiteral("جمادى الأولى"), QStringLiteral("جمادى الآخرة"),
                                  QStringLiteral("رجب"),          QStringLiteral("شعبان"),
                                  QStringLiteral("رمضان"),        QStringLiteral("شوال"),
                                  QStringLiteral("ذو القعدة"),    QStringLiteral("ذو الحجة") };
        for (int month = 1; month <= 12; ++month)
            QCOMPARE(hijriMonthName(month, Language::Arabic), arabic.at(month - 1));
        QCOMPARE(hijriMonthName(6, Language::English), QStringLiteral("Jumada II"));
        QCOMPARE(hijriMonthName(9, Language::English), QStringLiteral("Ramadan"));
        QCOMPARE(gregorianMonthName(11, Language::Arabic), QStringLiteral("نوفمبر"));
        QCOMPARE(gregorianMonthName(1, Language::English), QStringLiteral("January"));
        QCOMPARE(weekdayName(Qt::Sunday, Language::Arabic), QStringLiteral("الأحد"));
        QCOMPARE(weekdayName(Qt::Saturday, Language::Arabic), QStringLiteral("السبت"));
        QCOMPARE(weekdayName(Qt::Monday, Language::English), QStringLiteral("Monday"));
        for (const int nothing : { -1, 0, 13 }) {
            QCOMPARE(hijriMonthName(nothing, Language::Arabic), QString());
            QCOMPARE(gregorianMonthName(nothing, Language::English), QString());
            QCOMPARE(weekdayName(nothing, Language::Arabic), QString());
        }
    }
};

QTEST_GUILESS_MAIN(HijriTest)
#include "tst_hijri.moc"

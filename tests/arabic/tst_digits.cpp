// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arabic/digits.h"

#include <QtTest/QTest>

using namespace tawasul;

class DigitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inputOfAnyDigitShapeBecomesAscii()
    {
        QCOMPARE(asciiDigits(u"٠١٢٣٤٥٦٧٨٩"), QStringLiteral("0123456789"));
        QCOMPARE(asciiDigits(u"۰۱۲۳۴۵۶۷۸۹"), QStringLiteral("0123456789"));
        QCOMPARE(asciiDigits(u"رقم ١2۳ A"), QStringLiteral("رقم 123 A"));
        QCOMPARE(asciiDigits(u""), QString());
    }

    void theNeighboursOfTheDigitsStay()
    {
        const QString neighbours = QStringLiteral("/:\u065F\u066A\u066B\u066C\u06EF\u06FA\u0966\uFF11");
        QCOMPARE(asciiDigits(neighbours), neighbours);
        QCOMPARE(localDigits(neighbours, Digits::ArabicIndic), neighbours);
    }

    void allDigitsOnTheScreenAreOfTheChosenShape()
    {
        QCOMPARE(localDigits(u"12 من ٣٤ و۵۶", Digits::ArabicIndic), QStringLiteral("١٢ من ٣٤ و٥٦"));
        QCOMPARE(localDigits(u"12 من ٣٤ و۵۶", Digits::European), QStringLiteral("12 من 34 و56"));
    }

    void thousandsAreSetApart()
    {
        QCOMPARE(groupedNumber(0, Digits::European), QStringLiteral("0"));
        QCOMPARE(groupedNumber(999, Digits::European), QStringLiteral("999"));
        QCOMPARE(groupedNumber(12'400, Digits::European), QStringLiteral("12,400"));
        QCOMPARE(groupedNumber(1'234'567, Digits::ArabicIndic), QStringLiteral("١٬٢٣٤٬٥٦٧"));
        QCOMPARE(groupedNumber(-100, Digits::European), QStringLiteral("-100"));
        QCOMPARE(groupedNumber(-1000, Digits::European), QStringLiteral("-1,000"));
    }

    void readingBackGivesTheSameNumber()
    {
        for (int number = 0; number < 5000; ++number) {
            const QString text = QString::number(number);
            QCOMPARE(asciiDigits(localDigits(text, Digits::ArabicIndic)), text);
        }
    }
};

QTEST_GUILESS_MAIN(DigitsTest)
#include "tst_digits.moc"

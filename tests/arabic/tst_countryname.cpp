// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arabic/countryname.h"

#include "models/arabic/bidi.h"

#include <QtTest/QTest>

using namespace tawasul;

class CountryNameTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCodeIsSaidInTheLanguageOfTheScreen_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("arabic");
        QTest::addColumn<QString>("english");
        const auto row = [](const char *code, const char *arabic, const char *english) {
            QTest::newRow(*code ? code : "nothing")
                << QString::fromUtf8(code) << QString::fromUtf8(arabic) << QString::fromUtf8(english);
        };
        row("YEM", "اليمن", "Yemen");
        row("SAU", "المملكة العربية السعودية", "Saudi Arabia");
        row("PSE", "فلسطين", "Palestine");
        row("BGD", "بنغلاديش", "Bangladesh");
        row("yem", "اليمن", "Yemen");
        row("YE", "اليمن", "Yemen");
        // What names no country is better than nothing.
        row("XXA", "XXA", "XXA");
        row("D", "D", "D");
        row("يمن", "يمن", "يمن");
        row("", "", "");
    }
    void aCodeIsSaidInTheLanguageOfTheScreen()
    {
        QFETCH(QString, code);
        QTEST(countryName(code, Language::Arabic), "arabic");
        QTEST(countryName(code, Language::English), "english");
    }

    void noNameHoldsDirectionMarks()
    {
        for (char first = 'A'; first <= 'Z'; ++first) {
            for (char second = 'A'; second <= 'Z'; ++second) {
                const QString code = QString(QLatin1Char(first)) + QLatin1Char(second);
                QVERIFY(!countryName(code, Language::Arabic).isEmpty());
                QVERIFY(!hasBidiControls(countryName(code, Language::Arabic)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(CountryNameTest)
#include "tst_countryname.moc"

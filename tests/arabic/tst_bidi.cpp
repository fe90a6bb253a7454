// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arabic/bidi.h"
#include "models/arabic/dateformat.h"

#include <QtTest/QTest>

#include <unicode/ubidi.h>

using namespace tawasul;

namespace {

/// What stands on the screen from left to right, by ICU's bidirectional algorithm (UAX #9), controls taken
/// out.
QString visual(const QString &text, UBiDiLevel base)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UBiDi, decltype(&ubidi_close)> bidi(ubidi_open(), &ubidi_close);
    ubidi_setPara(bidi.get(), reinterpret_cast<const char16_t *>(text.utf16()),
                  static_cast<int32_t>(text.size()), base, nullptr, &status);
    const int32_t length = ubidi_getProcessedLength(bidi.get());
    std::vector<int32_t> map(static_cast<size_t>(length));
    ubidi_getVisualMap(bidi.get(), map.data(), &status);
    QString result;
    for (const int32_t logical : map)
        result += text.at(logical);
    return U_SUCCESS(status) ? withoutControls(result) : QString();
}

QString isolates(const QString &text, QChar opening)
{
    return QString(opening + text + QChar(u'\u2069'));
}

} // namespace

class BidiTest : public QObject
{
    Q_OBJECT

    static void nastyValues()
    {
        QTest::addColumn<QString>("value");
        const auto row = [](const char *name, const QString &value) { QTest::newRow(name) << value; };
        row("phone", QStringLiteral("+966 55 123 4567"));
        row("phone with dashes", QStringLiteral("055-123-4567"));
        row("case number", QStringLiteral("PC-2026-004817"));
        row("masked identity", QStringLiteral("1•••••4821"));
        row("passport behind digits", QStringLiteral("12-A9834"));
        row("size", QStringLiteral("1.2 MB"));
        row("version", QStringLiteral("v2.0.1-rc.3"));
        row("address", QStringLiteral("10.20.30.40:8443"));
        row("range in parentheses", QStringLiteral("(10:30 - 12:45)"));
        row("path", QStringLiteral("/srv/scan/2026-11/(1).pdf"));
        row("e-mail", QStringLiteral("s.otaibi+1@example.sa"));
        row("percent and sign", QStringLiteral("-12.5 %"));
        row("open bracket at the end", QStringLiteral("A12 ("));
        row("sum", QStringLiteral("300 + 20 = 320"));
        row("slash date", QStringLiteral("22/11/2026 - 23/11/2026"));
    }

private Q_SLOTS:
    void isolatedIdentifiersKeepTheirOrder_data() { nastyValues(); }

    void isolatedIdentifiersKeepTheirOrder()
    {
        QFETCH(const QString, value);
        const QString isolated = isolateId(value);
        QVERIFY(visual(QString(u"الطلب " + isolated + u" بانتظار المعالجة"), 1).contains(value));
        QVERIFY(visual(QString(u"الملف (" + isolated + u") و" + isolated + u"، 7 أيام"), 1).count(value)
                == 2);
        QVERIFY(visual(QString(isolated + u" هاتف مقدم الطلب 5"), 1).contains(value));
    }

    void withoutIsolatesMostOfThemScramble()
    {
        // Proof that the test above can fail.
        const QString phone = QStringLiteral("+966 55 123 4567");
        QVERIFY(!visual(QString(u"الهاتف " + phone + u" للطلب"), 1).contains(phone));
    }

    void anInsertedTextNeverMovesTheSentenceAroundIt_data()
    {
        nastyValues();
        const auto row = [](const char *name, const QString &value) { QTest::newRow(name) << value; };
        row("closes the isolate", QStringLiteral("Ali\u2069 123 abc"));
        row("opens isolates", QStringLiteral("\u2067\u2067\u2066 abc 5"));
        row("override", QStringLiteral("photo\u202Egnp.exe"));
        row("left open embedding", QStringLiteral("\u202Babc 12"));
        row("marks", QStringLiteral("\u200F-5\u200E \u061C7"));
        row("paragraph separator", QStringLiteral("abc\u2029 def 9"));
        row("line feed", QStringLiteral("سطر\nabc 7"));
        row("Arabic then Latin", QStringLiteral("شركة ABC (فرع 2)"));
        row("Latin then Arabic", QStringLiteral("ABC شركة 22"));
        row("only digits", QStringLiteral("1448"));
        row("Arabic digits", QStringLiteral("٢٢-٧"));
        row("Hebrew", QStringLiteral("אבג 12"));
    }

    void anInsertedTextNeverMovesTheSentenceAroundIt()
    {
        QFETCH(const QString, value);
        const QChar object(u'\uFFFC');
        for (const UBiDiLevel base : { UBiDiLevel(0), UBiDiLevel(1) }) {
            const QString sentence = QStringLiteral("أضاف %1 الملف 12 - B7 (%1) في 3/4");
            for (const QString &isolated : { isolateId(value), isolateAny(value) }) {
                // Inside, the text as it stands alone; outside, what stands around a neutral object.
                const QChar opening = isolated.front();
                const QString around =
                    visual(QString(sentence).replace(QStringLiteral("%1"), isolates(object, opening)), base);
                const QString inside = visual(isolated, base);
                QCOMPARE(visual(QString(sentence).replace(QStringLiteral("%1"), isolated), base),
                         QString(around).replace(object, inside));
            }
        }
    }

    void isolatesWrapOnceAndEmptyStaysEmpty()
    {
        QCOMPARE(isolateId(u"A1"), QStringLiteral("\u2066A1\u2069"));
        QCOMPARE(isolateAny(u"فهد"), QStringLiteral("\u2068فهد\u2069"));
        QCOMPARE(isolateId(isolateId(u"A1")), QStringLiteral("\u2066A1\u2069"));
        QCOMPARE(isolateAny(u"a\nb\u2029c"), QStringLiteral("\u2068a b c\u2069"));
        QCOMPARE(isolateId(u""), QString());
        QCOMPARE(isolateAny(u"\u200F\u202E"), QString());
    }

    void exactlyTheListedControlsAreTakenOut()
    {
        QString controls;
        for (char32_t c = 0; c < 0x10000; ++c) {
            const QString text(QChar(static_cast<char16_t>(c)));
            QCOMPARE(withoutControls(text).isEmpty(), hasBidiControls(text));
            if (hasBidiControls(text))
                controls += text;
        }
        QCOMPARE(controls,
                 QStringLiteral("\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"));
        QCOMPARE(withoutControls(QString(u"a" + controls + u"ب")), QStringLiteral("aب"));
        QVERIFY(
            !hasBidiControls(u"عبد‌الله\u200D")); // joiners shape letters; they are not direction
    }

    void aParagraphReadsInTheDirectionOfItsFirstLetter_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("neutral");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        const auto row = [](const char *name, const char16_t *text, bool neutral,
                            Qt::LayoutDirection direction) {
            QTest::newRow(name) << QString::fromUtf16(text) << neutral << direction;
        };
        row("Arabic", u"رقم PDF", false, Qt::RightToLeft);
        row("English", u"My passport، رقم 5", false, Qt::LeftToRight);
        row("Arabic after digits", u"2123456788 رقم الإقامة", false, Qt::RightToLeft);
        row("English after signs", u"«(12) Iqama", false, Qt::LeftToRight);
        row("digits of either kind", u"2123 ٤٥٦.", true, {});
        row("nothing", u"", true, {});
    }
    void aParagraphReadsInTheDirectionOfItsFirstLetter()
    {
        QFETCH(QString, text);
        QFETCH(bool, neutral);
        QFETCH(Qt::LayoutDirection, direction);
        for (const Qt::LayoutDirection screen : {Qt::LeftToRight, Qt::RightToLeft})
            QCOMPARE(paragraphDirection(text, screen), neutral ? screen : direction);
    }

    void datesReadInOrderInAnArabicParagraph()
    {
        const QDate day(2026, 11, 22);
        for (const Digits digits : { Digits::European, Digits::ArabicIndic }) {
            const DisplayLocale locale{ Language::Arabic, digits };
            const QString date = shortDate(day, locale);
            QVERIFY(visual(QString(u"حتى " + date + u" م"), 1).contains(date));
            const QString time = timeOfDay(QTime(7, 30), locale);
            QVERIFY(visual(QString(u"من " + time + u" إلى"), 1).contains(time));
        }
    }
};

QTEST_GUILESS_MAIN(BidiTest)
#include "tst_bidi.moc"

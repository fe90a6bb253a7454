// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arabic/visualorder.h"

#include <QtTest/QtTest>

#include <unicode/ubidi.h>

using namespace tawasul;

class VisualOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leadsBackToTheText_data();
    void leadsBackToTheText();
    void takesAnyLine();
    void shapesBecomeLetters_data();
    void shapesBecomeLetters();
};

namespace {

/// What the eye sees of a line, from left to right.
QString seen(const QString &text, Qt::LayoutDirection paragraph)
{
    UErrorCode problem = U_ZERO_ERROR;
    UBiDi *bidi = ubidi_open();
    ubidi_setPara(bidi, reinterpret_cast<const UChar *>(text.utf16()), int32_t(text.size()),
                  paragraph == Qt::RightToLeft ? 1 : 0, nullptr, &problem);
    QString shown(text.size(), u' ');
    const int32_t size = ubidi_writeReordered(bidi, reinterpret_cast<UChar *>(shown.data()),
                                              int32_t(shown.size() + 1), UBIDI_DO_MIRRORING, &problem);
    ubidi_close(bidi);
    return shown.left(size);
}

QString read(const QString &line, Qt::LayoutDirection paragraph)
{
    QString text;
    for (const ReadingPlace &place : readingOrder(line, paragraph))
        text += place.mirrored ? line[place.seen].mirroredChar() : line[place.seen];
    return text;
}

} // namespace

void VisualOrderTest::leadsBackToTheText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Qt::LayoutDirection>("paragraph");
    for (const char *text :
         {"طلب تحديث بيانات جواز السفر", "رقم الهوية: 1012345678", "طلب الإقامة رقم 123 لا",
          "التاريخ 2026-11-30 م", "جواز رقم P1234567 صادر في 12/5/2020", "المبلغ 1,250.50 ريال",
          "٣٠/١١/٢٠٢٦ هـ", "قال: «نعم»، ثم ذهب.", "الطلب (رقم A12345678) المرفق", "هاتف +966 50 123 4567",
          "50% من", "سطر 1-2 و 3", "123", "(نص)", ""})
        QTest::newRow(text) << QString::fromUtf8(text) << Qt::RightToLeft;
    for (const char *text : {"Name: محمد علي", "Passport A123 نص", "A plain line, no. 12 (b)", "2026/11/30"})
        QTest::newRow(text) << QString::fromUtf8(text) << Qt::LeftToRight;
}

void VisualOrderTest::leadsBackToTheText()
{
    QFETCH(QString, text);
    QFETCH(Qt::LayoutDirection, paragraph);
    QCOMPARE(read(seen(text, paragraph), paragraph), text);
}

void VisualOrderTest::takesAnyLine()
{
    QString odd = QStringLiteral("\u202e\u2067\u0627 a\u2029b\u200f1");
    odd += QChar(0xd800);
    for (const auto paragraph : {Qt::RightToLeft, Qt::LeftToRight}) {
        std::vector<ReadingPlace> places = readingOrder(odd, paragraph);
        QCOMPARE(qsizetype(places.size()), odd.size());
        std::sort(places.begin(), places.end(),
                  [](const ReadingPlace &one, const ReadingPlace &other) { return one.seen < other.seen; });
        for (qsizetype i = 0; i < odd.size(); ++i)
            QCOMPARE(places[std::size_t(i)].seen, i); // each exactly once
    }
}

void VisualOrderTest::shapesBecomeLetters_data()
{
    QTest::addColumn<QString>("shapes");
    QTest::addColumn<QString>("letters");
    QTest::newRow("letters stay") << QStringLiteral("جواز ½ ²") << QStringLiteral("جواز ½ ²");
    QTest::newRow("forms") << QStringLiteral("\uFE9F\uFEEE\uFE8D\uFEAF") << QStringLiteral("جواز");
    QTest::newRow("lam alef") << QStringLiteral("\uFEFB") << QStringLiteral("لا");
    QTest::newRow("a mark alone") << QStringLiteral("\uFC60") << QStringLiteral("\u064e\u0651");
    QTest::newRow("God") << QStringLiteral("\uFDF2") << QStringLiteral("الله");
    QTest::newRow("Latin ligature") << QStringLiteral("o\uFB03ce") << QStringLiteral("office");
}

void VisualOrderTest::shapesBecomeLetters()
{
    QFETCH(QString, shapes);
    QTEST(withoutShapes(shapes), "letters");
}

QTEST_GUILESS_MAIN(VisualOrderTest)
#include "tst_visualorder.moc"

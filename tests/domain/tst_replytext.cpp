// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/replytext.h"

#include <QtTest/QTest>

#include <unicode/ubidi.h>

#include <memory>

using namespace tawasul;
using namespace Qt::StringLiterals;

namespace {

/// What stands on the screen from left to right when a text without direction marks is shown from right to
/// left, by ICU's bidirectional algorithm (UAX #9).
QString visual(const QString &text)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UBiDi, decltype(&ubidi_close)> bidi(ubidi_open(), &ubidi_close);
    ubidi_setPara(bidi.get(), reinterpret_cast<const char16_t *>(text.utf16()),
                  static_cast<int32_t>(text.size()), UBIDI_RTL, nullptr, &status);
    std::vector<int32_t> map(static_cast<std::size_t>(ubidi_getProcessedLength(bidi.get())));
    ubidi_getVisualMap(bidi.get(), map.data(), &status);
    QString result;
    for (const int32_t logical : map)
        result += text.at(logical);
    return U_SUCCESS(status) ? result : QString();
}

} // namespace

class ReplyTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void variablesAreFilledAsFarAsTheyAreKnown()
    {
        const FilledReply reply = fillReply(u"الطلب {case_number}: {details} و{details} في {office}"_s,
                                            {{u"case_number"_s, u"7"_s}, {u"office"_s, QString()}});
        QCOMPARE(reply.text, u"الطلب 7: {details} و{details} في {office}"_s);
        QCOMPARE(reply.unfilled, (QStringList{u"details"_s, u"office"_s}));
        QCOMPARE(reply.gaps.size(), 3U);
        QVERIFY(!reply.isComplete());
        QCOMPARE(unfilledVariables(reply.text), reply.unfilled);
    }

    void bracesInAValueAreText()
    {
        const FilledReply reply = fillReply(u"{details}."_s, {{u"details"_s, u"{office}"_s}});
        QCOMPARE(reply.text, u"{office}."_s);
        QVERIFY(reply.isComplete());
    }

    void aDayHasStrokesAndOneWidth()
    {
        QCOMPARE(dayInReply(QDate(2026, 11, 22)), u"22/11/2026"_s);
        QCOMPARE(dayInReply(QDate(2027, 2, 8)), u"08/02/2027"_s);
        QCOMPARE(dayInReply(QDate()), QString());
    }

    void aDayReadsInOrderAfterArabicLetters()
    {
        const QDate day(2026, 11, 22);
        const FilledReply reply =
            fillReply(u"تاريخ التنفيذ: {executed_at}"_s, {{u"executed_at"_s, dayInReply(day)}});
        QVERIFY2(visual(reply.text).startsWith(u"22/11/2026"), qPrintable(visual(reply.text)));
        // What the strokes are for.
        const QString iso{u"تاريخ التنفيذ: "_s + day.toString(Qt::ISODate)};
        QVERIFY(visual(iso).startsWith(u"22-11-2026"));
    }
};

QTEST_GUILESS_MAIN(ReplyTextTest)
#include "tst_replytext.moc"

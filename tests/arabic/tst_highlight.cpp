// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arabic/highlight.h"
#include "models/arabic/searchterms.h"

#include <QtTest/QTest>

using namespace tawasul;

class HighlightTest : public QObject
{
    Q_OBJECT

    /// The original with its found stretches in brackets.
    static QString marked(const QString &query, const QString &original, MatchAt where)
    {
        QString text = original;
        const std::vector<TextRange> ranges = matchesOf(searchTerms(query), original, where);
        for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
            text.insert(range->end, u']');
            text.insert(range->begin, u'[');
        }
        return text;
    }

private Q_SLOTS:
    void foundWordsAreMarkedInTheirOwnSpelling_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &query, const QString &expected) {
            QTest::newRow(name) << query << expected;
        };
        row("hamza", QStringLiteral("احمد"), QStringLiteral("السيد [أحمد] العتيبي"));
        row("marks belong to the match", QStringLiteral("محمد"), QStringLiteral("السيد [مُحَمَّدٌ] العتيبي"));
        row("tatweel", QStringLiteral("الرياض"), QStringLiteral("جوازات [الـريـاض]"));
        row("digits", QStringLiteral("1023"), QStringLiteral("رقم [١٠٢٣]/٢"));
        row("joined abd", QStringLiteral("عبدالله"), QStringLiteral("من [عبد الله] وفهد"));
        row("split abd", QStringLiteral("عبد الله"), QStringLiteral("من [عبدالله] وفهد"));
        row("abd alone leaves the space out", QStringLiteral("عبد"), QStringLiteral("من [عبد] الله وفهد"));
        row("ligature as a whole", QStringLiteral("الل"), QStringLiteral("بإذن [ﷲ] تعالى"));
        row("presentation form", QStringLiteral("سلام"), QStringLiteral("[س\uFEFCم]"));
        row("prefix", QStringLiteral("العتي"), QStringLiteral("نورة [العتي]بي"));
        row("not inside a word", QStringLiteral("مد"), QStringLiteral("محمد أحمد [مد]يد"));
        row("two terms", QStringLiteral("فهد نوره"), QStringLiteral("[نورة] بنت [فهد] الفهد"));
        row("punctuation around the word", QStringLiteral("«الرياض»،"), QStringLiteral("في [الرياض]."));
        row("case number", QStringLiteral("pc-2026"), QStringLiteral("طلب [PC-2026]-0048"));
        row("decomposed", QStringLiteral("امنة"), QStringLiteral("[ا\u0653منة]"));
        row("nothing", QStringLiteral("خالد"), QStringLiteral("السيد محمد"));
        row("empty", QString(), QStringLiteral("السيد محمد"));
    }

    void foundWordsAreMarkedInTheirOwnSpelling()
    {
        QFETCH(const QString, query);
        QFETCH(const QString, expected);
        QString original = expected;
        original.remove(u'[').remove(u']');
        QCOMPARE(marked(query, original, MatchAt::WordStart), expected);
    }

    void anywhereFindsInsideNumbersAndNames()
    {
        QCOMPARE(marked(QStringLiteral("855"), QStringLiteral("١٠٤٣٨٥٥١٧٨"), MatchAt::Anywhere),
                 QStringLiteral("١٠٤٣[٨٥٥]١٧٨"));
        QCOMPARE(marked(QStringLiteral("تيب"), QStringLiteral("العُتَيْبي"), MatchAt::Anywhere),
                 QStringLiteral("العُ[تَيْب]ي"));
    }

    void overlappingMatchesBecomeOneStretch()
    {
        QCOMPARE(marked(QStringLiteral("11"), QStringLiteral("0111130"), MatchAt::Anywhere),
                 QStringLiteral("0[1111]30"));
        QCOMPARE(marked(QStringLiteral("محم محمد"), QStringLiteral("محمد"), MatchAt::WordStart),
                 QStringLiteral("[محمد]"));
    }

    void termsAreFoldedWordsWithoutEdgePunctuation()
    {
        QCOMPARE(
            searchTerms(u"  «أحمد»، (PC-٢٠٢٦)  — ؟ عبد الله "),
            (QStringList{ QStringLiteral("احمد"), QStringLiteral("pc-2026"), QStringLiteral("عبدالله") }));
        QCOMPARE(searchTerms(u" ،؛ \"*\" -- \u200F "), QStringList());
        QCOMPARE(searchTerms(QStringLiteral("كلمة ").repeated(1000)).size(), kMaxSearchTerms);
    }
};

QTEST_GUILESS_MAIN(HighlightTest)
#include "tst_highlight.moc"

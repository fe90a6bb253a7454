// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arabic/ftsquery.h"
#include "tests/arabic/ftstable.h"

#include <QtTest/QTest>

#include <random>

using namespace tawasul;

class FtsQueryTest : public QObject
{
    Q_OBJECT

    using Rows = std::vector<qint64>;

    FtsTable m_table;

private Q_SLOTS:
    void initTestCase()
    {
        m_table.insert(
            1, u"طلب PC-2026-0048 تجديد هوية مقيم باسم أحمد عبد الله العتيبي، رقم الإقامة ٢٤٥٦٧٨٩٠١١");
        m_table.insert(2, u"بدل فاقد جواز سفر لفاطمة بنت مُحَمَّد الشهري OR nothing");
        m_table.insert(3, u"تأشيرة خروج وعودة لعامل منزلي، المتقدم محمد أحمد");
    }

    void theWordsOfAnOfficerFindTheirRows_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Rows>("rows");
        const auto row = [](const char *name, const QString &text, const Rows &rows) {
            QTest::newRow(name) << text << rows;
        };
        row("one word", QStringLiteral("محمد"), { 2, 3 });
        row("all words must occur", QStringLiteral("محمد احمد"), { 3 });
        row("in any order", QStringLiteral("أحمد محمد"), { 3 });
        row("last word as prefix", QStringLiteral("احمد العت"), { 1 });
        row("only the last word", QStringLiteral("العت احمد"), {});
        row("one letter", QStringLiteral("ف"), { 2 });
        row("joined name", QStringLiteral("عبدالله"), { 1 });
        row("name being typed", QStringLiteral("عبد ا"), { 1 });
        row("number", QStringLiteral("2456789"), { 1 });
        row("number in Arabic digits", QStringLiteral("٢٤٥٦٧٨٩٠١١"), { 1 });
        row("case number", QStringLiteral("pc-2026-0048"), { 1 });
        row("part of a case number", QStringLiteral("PC-2026-00"), { 1 });
        row("case number in another order", QStringLiteral("2026-PC"), {});
        row("Arabic punctuation", QStringLiteral("منزلي، «المتقدم»؟"), { 3 });
        row("a picture between words", QStringLiteral("\U0001F600 محمد أحمد"), { 3 });
        row("a picture after words", QStringLiteral("محمد أحمد \U0001F600"), { 3 });
        row("operators are words", QStringLiteral("OR nothing"), { 2 });
        row("operators do not operate", QStringLiteral("فاقد NOT فاطمة"), {});
        row("columns do not select", QStringLiteral("body:فاقد"), {});
        row("stars do not extend", QStringLiteral("محم* احمد"), {});
    }

    void theWordsOfAnOfficerFindTheirRows()
    {
        QFETCH(const QString, text);
        QFETCH(const Rows, rows);
        const std::optional<QString> query = ftsQuery(text);
        QVERIFY(query.has_value());
        QCOMPARE(m_table.match(*query), rows);
    }

    void textWithoutWordsAsksNothing()
    {
        for (const QStringView text :
             { u"", u"   ", u"\"", u"\"\"", u"*", u"- -- ،", u"()", u"«»", u"\u200F\u202E", u"ـ" })
            QVERIFY2(!ftsQuery(text), qPrintable(text.toString()));
    }

    void everyWordIsQuoted()
    {
        QCOMPARE(ftsQuery(u"أحمد a\"b"), std::optional(QStringLiteral("\"احمد\" \"a\"\"b\"*")));
    }

    void noTextIsASyntaxError()
    {
        const QString pool =
            QStringLiteral("\"'*^:()+-{}[]\\;,.%_ \t\nANDORT NEAR/5 body عبد الله ١\u200F\U0001F600")
            + QChar(0);
        std::mt19937 random(7);
        std::uniform_int_distribution<qsizetype> pick(0, pool.size() - 1);
        for (int i = 0; i < 20'000; ++i) {
            QString text;
            for (qsizetype left = pick(random) % 14; left >= 0; --left)
                text += pool.at(pick(random));
            const std::optional<QString> query = ftsQuery(text);
            if (query)
                QVERIFY2(m_table.match(*query) != Rows{ -1 }, text.toUtf8().toHex(' ').constData());
        }
    }

    void thousandsOfPastedWordsAreStillAQuestion()
    {
        const std::optional<QString> query = ftsQuery(QStringLiteral("محمد أحمد ").repeated(5000));
        QVERIFY(query.has_value());
        QCOMPARE(m_table.match(*query), Rows{ 3 });
    }

    void theTableDoesRefuseWhatIsNotQuoted()
    {
        QCOMPARE(m_table.match(QStringLiteral("pc-2026")), Rows{ -1 });
        QCOMPARE(m_table.match(QStringLiteral("\"")), Rows{ -1 });
    }
};

QTEST_GUILESS_MAIN(FtsQueryTest)
#include "tst_ftsquery.moc"

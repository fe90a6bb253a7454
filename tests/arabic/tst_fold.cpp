// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arabic/fold.h"

#include <QtTest/QTest>

#include <unicode/normalizer2.h>
#include <unicode/uniset.h>

#include <random>

using namespace tawasul;

namespace {

/// Texts of letters, marks, spaces, controls, ligatures, accents and broken surrogates, the same for a seed.
class TextSource
{
public:
    explicit TextSource(unsigned seed)
        : m_random(seed)
    {}

    QString next()
    {
        static const QString pool = QStringLiteral(
            "ابتثجحدرزسعفقكلمنهويءآأإٱىئیؤةۀک\u06C1\u06C2\u06D2\u06D3\u06D5ـًٌٍَُِّْٰٕۭٓٔؐۖ"
            "٠١٩۰۵۹059 "
            "\t\n\u00A0\u2003aZÀéßİſ\u0301\u0307\u0308\u0323\u0345\u05B8\u05BC\u0483\u00AD\u034F\u061C\u200C"
            "\u200D\u200F\u202E"
            "\u2066\u2069\uFEFF\uFB01\uFC5E\uFDF2\uFDFA\uFE70\uFE71\uFE8E\uFEFB\uFF21\uAC00\u1100\u1161\u0915"
            "\u093C"
            "\U0001D400\U0001EE00\U0001F600\"'-*()");
        QString text;
        for (int left = pick(24); left > 0; --left) {
            switch (pick(12)) {
            case 0:
                text += QStringLiteral("عبد ");
                break;
            case 1:
                text += QChar(0xD800 + pick(0x800));
                break;
            default:
                text += pool.at(pick(static_cast<int>(pool.size())));
            }
        }
        return text;
    }

private:
    int pick(int below) { return std::uniform_int_distribution(0, below - 1)(m_random); }

    std::mt19937 m_random;
};

/// Steps 1 to 4 over the whole text, one after another, slowly. What ICU's fold to caseless NFKC leaves out
/// besides are default-ignorable characters, format controls nearly all.
QString stepByStep(const QString &text)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *const normaliser = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const icu::UnicodeSet dropped(u"[\\u0640\\u0610-\\u061A\\u064B-\\u065F\\u0670\\u06D6-\\u06ED[:Cf:][:"
                                  u"Default_Ignorable_Code_Point:]]",
                                  status);
    icu::UnicodeString folded(reinterpret_cast<const char16_t *>(text.utf16()),
                              static_cast<int32_t>(text.size()));
    for (int round = 0; round < 2; ++round) {
        icu::UnicodeString visible;
        for (int32_t at = 0; at < folded.length(); at = folded.moveIndex32(at, 1)) {
            if (!dropped.contains(folded.char32At(at)))
                visible.append(folded.char32At(at));
        }
        folded = normaliser->normalize(visible, status);
    }
    QString result(reinterpret_cast<const QChar *>(folded.getBuffer()), folded.length());
    const QString from = QStringLiteral("آأإٱىئی\u06D2\u06D3ؤةۀ\u06C1\u06C2\u06D5ک٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹");
    const QString to = QStringLiteral("ااااييييي"
                                      "وهههههك01234567890123456789");
    for (QChar &character : result) {
        const qsizetype at = from.indexOf(character);
        if (at >= 0)
            character = to.at(at);
    }
    return result;
}

constexpr int kRounds = 20'000;

} // namespace

class FoldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachStepOfTheTableHolds_data()
    {
        QTest::addColumn<QString>("original");
        QTest::addColumn<QString>("folded");
        const auto row = [](const char *name, const QString &original, const QString &folded) {
            QTest::newRow(name) << original << folded;
        };
        row("empty", QString(), QString());
        row("presentation forms", QStringLiteral("\uFE8E\uFEFB\uFDF2"), QStringLiteral("الاالله"));
        row("full width", QStringLiteral("ＰＣ２"), QStringLiteral("pc2"));
        row("tatweel", QStringLiteral("محـــمد"), QStringLiteral("محمد"));
        row("only tatweel", QStringLiteral("ـــ"), QString());
        row("marks", QStringLiteral("مُحَمَّدٌ\u0610\u0670\u06ED"), QStringLiteral("محمد"));
        row("format controls", QStringLiteral("\u202Bا\u200Cب\u061C\uFEFFت\u2069"), QStringLiteral("ابت"));
        row("alef", QStringLiteral("آأإٱا"), QStringLiteral("ااااا"));
        row("yeh", QStringLiteral("ىئیي"), QStringLiteral("يييي"));
        row("waw", QStringLiteral("ؤو"), QStringLiteral("وو"));
        row("heh", QStringLiteral("ةۀه"), QStringLiteral("ههه"));
        row("kaf", QStringLiteral("کك"), QStringLiteral("كك"));
        row("lone hamza stays", QStringLiteral("شيء"), QStringLiteral("شيء"));
        row("digits", QStringLiteral("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"), QStringLiteral("01234567890123456789"));
        row("latin", QStringLiteral("PC-Straße"), QStringLiteral("pc-strasse"));
        row("accents stay", QStringLiteral("JOSE\u0301"), QStringLiteral("josé"));
        row("accent behind a control", QStringLiteral("e\u200D\u0301"), QStringLiteral("é"));
        row("accent behind a mark of a presentation form", QStringLiteral("e\uFE71\u0301"),
            QStringLiteral("é"));
        row("beyond the first plane", QStringLiteral("\U0001D400\U0001F600"), QStringLiteral("a\U0001F600"));
    }

    void eachStepOfTheTableHolds()
    {
        QFETCH(const QString, original);
        QTEST(foldForSearch(original), "folded");
        QTEST(foldWithOrigins(original).text, "folded");
    }

    void abdJoinsTheArabicWordAfterItAndNothingElse_data()
    {
        QTest::addColumn<QString>("original");
        QTest::addColumn<QString>("folded");
        const auto row = [](const char *name, const QString &original, const QString &folded) {
            QTest::newRow(name) << original << folded;
        };
        row("one", QStringLiteral("عبد الله"), QStringLiteral("عبدالله"));
        row("two", QStringLiteral("عبد الله بن عبد العزيز علي"), QStringLiteral("عبدالله بن عبدالعزيز علي"));
        row("wide space", QStringLiteral("عبد \t\n\u00A0الله"), QStringLiteral("عبدالله"));
        row("chain", QStringLiteral("عبد عبد الله"), QStringLiteral("عبدعبدالله"));
        row("inside a word", QStringLiteral("معبد الشمس"), QStringLiteral("معبد الشمس"));
        row("begin of a word", QStringLiteral("عبده الله"), QStringLiteral("عبده الله"));
        row("before a number", QStringLiteral("عبد ٧ا"), QStringLiteral("عبد 7ا"));
        row("before Latin", QStringLiteral("عبد Ali"), QStringLiteral("عبد ali"));
        row("before punctuation", QStringLiteral("عبد ، الله"), QStringLiteral("عبد ، الله"));
        row("after punctuation", QStringLiteral("(عبد الله)"), QStringLiteral("(عبدالله)"));
        row("at the end", QStringLiteral("محمد عبد "), QStringLiteral("محمد عبد "));
    }

    void abdJoinsTheArabicWordAfterItAndNothingElse()
    {
        QFETCH(const QString, original);
        QTEST(foldForSearch(original), "folded");
        QTEST(foldWithOrigins(original).text, "folded");
    }

    void foldingTwiceChangesNothing()
    {
        TextSource source(20261122);
        for (int i = 0; i < kRounds; ++i) {
            const QString text = source.next();
            const QString once = foldForSearch(text);
            QVERIFY2(foldForSearch(once) == once, text.toUtf8().toHex(' ').constData());
        }
    }

    void composedAndDecomposedTextFoldAlike()
    {
        TextSource source(14480612);
        for (int i = 0; i < kRounds; ++i) {
            // Unicode's own exception: the Greek iota subscript, a mark, folds to a letter.
            const QString text = source.next().remove(u'\u0345');
            const QString folded = foldForSearch(text);
            for (const auto form : { QString::NormalizationForm_C, QString::NormalizationForm_D,
                                     QString::NormalizationForm_KC, QString::NormalizationForm_KD })
                QVERIFY2(foldForSearch(text.normalized(form)) == folded,
                         text.toUtf8().toHex(' ').constData());
        }
    }

    void theOnePassIsTheTableDoneStepByStep()
    {
        TextSource source(1300);
        for (int i = 0; i < kRounds; ++i) {
            const QString text = source.next().replace(QStringLiteral("عبد"), QStringLiteral("عبدي"));
            QVERIFY2(foldForSearch(text) == stepByStep(text), text.toUtf8().toHex(' ').constData());
        }
    }

    void originsNeverDecreaseAndCoverTheText()
    {
        TextSource source(1600);
        for (int i = 0; i < kRounds; ++i) {
            const QString text = source.next();
            const FoldedText folded = foldWithOrigins(text);
            QVERIFY2(folded.text == foldForSearch(text), text.toUtf8().toHex(' ').constData());
            QCOMPARE(static_cast<qsizetype>(folded.origin.size()), folded.text.size() + 1);
            QVERIFY(std::is_sorted(folded.origin.begin(), folded.origin.end()));
            QVERIFY(folded.origin.front() >= 0);
            QCOMPARE(folded.origin.back(), text.size());
        }
    }

    void originsPointAtTheLetterThatWasFolded()
    {
        const FoldedText folded = foldWithOrigins(u"عَبْد ﷲ \uFEFB");
        QCOMPARE(folded.text, QStringLiteral("عبدالله لا"));
        QCOMPARE(folded.origin, (std::vector<qsizetype>{ 0, 2, 4, 6, 6, 6, 6, 7, 8, 8, 9 }));
    }

    void aLongTextOfNamesIsFoldedInOnePass()
    {
        // Closing each gap by moving all the rest would take minutes here.
        const QString text = QStringLiteral("عبد ا ").repeated(200'000);
        QCOMPARE(foldForSearch(text), QStringLiteral("عبدا ").repeated(200'000));
    }
};

QTEST_GUILESS_MAIN(FoldTest)
#include "tst_fold.moc"

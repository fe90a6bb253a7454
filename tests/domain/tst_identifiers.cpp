// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/identifiers.h"

#include "tests/support/generators.h"
#include "tests/support/property.h"
#include "tests/support/shown.h"

using namespace tawasul;

namespace {

using K = IdentifierKind;
using V = IdentifierValidity;

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

// ASCII digits in Arabic-Indic (٠) or extended (۰) shape.
QString shaped(QStringView digits, char16_t zero)
{
    QString result;
    for (const QChar digit : digits)
        result += QChar(char16_t(zero + (digit.unicode() - u'0')));
    return result;
}

// The digits of any of the three shapes as ASCII, everything else left out; by Unicode's own table.
QString folded(QStringView text)
{
    QString digits;
    for (const QChar character : text) {
        if (character.isDigit())
            digits += QString::number(character.digitValue());
    }
    return digits;
}

// The Luhn sum, once more.
bool luhn(const QString &digits)
{
    int sum = 0;
    for (int i = 0; i < 10; ++i) {
        const int digit = digits.at(i).digitValue();
        const int doubled = 2 * digit;
        sum += i % 2 ? digit : doubled / 10 + doubled % 10;
    }
    return sum % 10 == 0;
}

} // namespace

class IdentifiersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersOfTheField_data()
    {
        QTest::addColumn<QString>("digits");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("validity");
        const auto row = [](const char *digits, K kind, V validity) {
            QTest::newRow(digits) << QString::fromLatin1(digits) << int(kind) << int(validity);
        };
        // Synthetic, with right check digits.
        row("1000000008", K::NationalId, V::Valid);
        row("1043855178", K::NationalId, V::Valid);
        row("1122334459", K::NationalId, V::Valid);
        row("1999999996", K::NationalId, V::Valid);
        row("2000000006", K::Iqama, V::Valid);
        row("2123456788", K::Iqama, V::Valid);
        row("2456789011", K::Iqama, V::Valid);
        row("2999999994", K::Iqama, V::Valid);
        row("1234567890", K::NationalId, V::Invalid);
        row("1000000000", K::NationalId, V::Invalid);
        row("2123456789", K::Iqama, V::Invalid);
        row("3000000004", K::BorderNumber, V::Valid);
        row("3123456786", K::BorderNumber, V::Valid);
        row("4123456784", K::BorderNumber, V::Valid);
        row("5000000009", K::BorderNumber, V::Valid);
        row("3123456787", K::BorderNumber, V::Doubtful);
        row("5000000001", K::BorderNumber, V::Doubtful);
        // A mobile number, a 700 number, too short, too long, not digits.
        row("0512345678", K::Unknown, V::Invalid);
        row("7001234567", K::Unknown, V::Invalid);
        row("212345678", K::Unknown, V::Invalid);
        row("21234567880", K::Unknown, V::Invalid);
        row("", K::Unknown, V::Invalid);
        row("3abcdefghi", K::Unknown, V::Invalid);
        row("200000000x", K::Unknown, V::Invalid);
    }

    void numbersOfTheField()
    {
        QFETCH(QString, digits);
        QFETCH(int, kind);
        QFETCH(int, validity);
        QCOMPARE(identifierKind(QStringView(digits)), K(kind));
        QCOMPARE(identifierValidity(K(kind), digits), V(validity));
        QCOMPARE(hasValidCheckDigit(digits), V(validity) == V::Valid);
        // A number is never valid as another kind of number.
        for (const K other : { K::NationalId, K::Iqama, K::BorderNumber, K::Unknown }) {
            if (other != K(kind))
                QCOMPARE(identifierValidity(other, digits), V::Invalid);
        }
    }

    void onlyAsciiDigitsAreChecked()
    {
        QVERIFY(!hasValidCheckDigit(text("٢١٢٣٤٥٦٧٨٨")));
        QCOMPARE(identifierKind(text("٢١٢٣٤٥٦٧٨٨")), K::Unknown);
        QCOMPARE(identifierKind(text("2١٢٣٤٥٦٧٨٨")), K::Unknown);
    }

    void findingInAText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found"); // digits@position+length
        const auto row = [](const char *name, const char *utf8, const QStringList &found) {
            QTest::newRow(name) << text(utf8) << found;
        };
        const QString iqama = QStringLiteral("2123456788");
        row("nothing", "أرغب في تجديد الإقامة", {});
        row("empty", "", {});
        row("alone", "2123456788", { iqama % QStringLiteral("@0+10") });
        row("in a sentence", "رقم الإقامة 2123456788 منتهية", { iqama % QStringLiteral("@12+10") });
        row("glued to letters", "إقامة2123456788.", { iqama % QStringLiteral("@5+10") });
        row("Arabic-Indic", "رقم ٢١٢٣٤٥٦٧٨٨", { iqama % QStringLiteral("@4+10") });
        row("extended", "رقم ۲۱۲۳۴۵۶۷۸۸", { iqama % QStringLiteral("@4+10") });
        row("shapes mixed", "٢١٢۳۴۵6788", { iqama % QStringLiteral("@0+10") });
        row("groups by spaces", "2 123 456 788", { iqama % QStringLiteral("@0+13") });
        row("groups by hyphens", "2123-456-788!", { iqama % QStringLiteral("@0+12") });
        row("groups by no-break spaces", "212\u00A03456788", { iqama % QStringLiteral("@0+11") });
        row("two spaces are a border", "21234  56788", {});
        row("a full stop is a border", "21234.56788", {});
        row("a line end is a border", "21234\n56788", {});
        row("wrong check digit, still found", "2123456789", { QStringLiteral("2123456789@0+10") });
        row("mobile", "جوالي 0512345678", {});
        row("mobile in groups", "05 1234 5678", {});
        row("mobile in Arabic digits", "٠٥١٢٣٤٥٦٧٨", {});
        row("mobile with country code", "+966512345678", {});
        row("mobile with country code in groups", "+966 51 234 5678", {});
        row("mobile with two noughts", "00966-51-234-5678", {});
        row("700 number", "7001234567", {});
        row("nine digits", "212345678", {});
        row("eleven digits", "21234567881", {});
        row("twenty digits", "21234567881043855178", {});
        row("a number and a year", "2123456788 2024", { iqama % QStringLiteral("@0+10") });
        row("a year and a number", "2024 2123456788", { iqama % QStringLiteral("@5+10") });
        row("two, one space apart", "2123456788 1043855178",
            { iqama % QStringLiteral("@0+10"), QStringLiteral("1043855178@11+10") });
        row("two, a hyphen apart", "2123456788-1043855178",
            { iqama % QStringLiteral("@0+10"), QStringLiteral("1043855178@11+10") });
        row("two, a comma apart", "2123456788،1043855178",
            { iqama % QStringLiteral("@0+10"), QStringLiteral("1043855178@11+10") });
        row("a separator at the end belongs to nobody", "21234-56788- ", { iqama % QStringLiteral("@0+11") });
        row("a separator at the start belongs to nobody", "--2123456788",
            { iqama % QStringLiteral("@2+10") });
        row("after an emoji", "👨‍👩‍👧 3123456786", { QStringLiteral("3123456786@9+10") });
        row("digits of another script are text", "२१२३४५६७८८ 𝟚𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟠", {});
    }

    void findingInAText()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, found);
        QStringList seen;
        for (const FoundIdentifier &one : findIdentifiers(text)) {
            seen += one.digits % QLatin1Char('@') % QString::number(one.position) % QLatin1Char('+')
                % QString::number(one.length);
            QCOMPARE(one.kind, identifierKind(QStringView(one.digits)));
            QCOMPARE(one.validity, identifierValidity(one.kind, one.digits));
        }
        QCOMPARE(seen, found);
    }

    void whatIsFoundStandsWhereItIsSaid()
    {
        TAWASUL_HOLDS(1447, 1'000, [] {
            static const std::vector<QString> kPieces{
                text("2123456788"), text("٢١٢٣٤٥٦٧٨٨"), text("۱۰۴۳۸۵۵۱۷۸"), text("0512345678"), text("2"),
                text("12"),         text("٣٤٥"),        text("6788"),       text("56788"),      text(" "),
                text("-"),          text("  "),         text("\u00A0"),     text("رقم"),        text("👍"),
                text("\n"),         text("2024"),       text("x"),
            };
            QString whole;
            for (const QString &piece :
                 *rc::gen::container<std::vector<QString>>(rc::gen::elementOf(kPieces)))
                whole += piece;
            qsizetype end = 0;
            for (const FoundIdentifier &one : findIdentifiers(whole)) {
                RC_ASSERT(one.position >= end);
                end = one.position + one.length;
                RC_ASSERT(end <= whole.size());
                const QString there = whole.mid(one.position, one.length);
                RC_ASSERT(folded(there) == one.digits);
                RC_ASSERT(one.digits.size() == 10);
                RC_ASSERT((there.front().isDigit() && there.back().isDigit()));
                RC_ASSERT(one.kind != K::Unknown);
                RC_ASSERT((one.validity == V::Valid) == luhn(one.digits));
            }
        });
    }

    void aNumberIsFoundInEveryShapeAndOneWrongDigitIsNoticed()
    {
        TAWASUL_HOLDS(1448, 500, [] {
            QString digits = QString::number(*rc::gen::inRange<qint64>(1'000'000'000, 3'000'000'000));
            for (int last = 0; last < 10 && !luhn(digits); ++last)
                digits = digits.left(9) + QString::number(last);
            for (const char16_t zero : { u'0', u'\u0660', u'\u06F0' }) {
                const auto found = findIdentifiers(shaped(digits, zero));
                RC_ASSERT(found.size() == 1U);
                RC_ASSERT(found.front().digits == digits);
                RC_ASSERT(found.front().validity == V::Valid);
            }
            const int place = *rc::gen::inRange(1, 10);
            const int other = (digits.at(place).digitValue() + *rc::gen::inRange(1, 10)) % 10;
            digits[place] = QChar(char16_t(u'0' + other));
            RC_ASSERT(!hasValidCheckDigit(digits));
        });
    }

    void anyTextIsSearchedWithoutHarm()
    {
        TAWASUL_HOLDS(1449, 500, [] {
            const QString whole = *anyText();
            for (const FoundIdentifier &one : findIdentifiers(whole))
                RC_ASSERT(folded(whole.mid(one.position, one.length)) == one.digits);
        });
    }

    void onlyTheLastFourDigitsAreShown_data()
    {
        QTest::addColumn<QString>("identifier");
        QTest::addColumn<QString>("shown");
        QTest::newRow("ten digits") << text("2123456788") << text("••••••6788");
        QTest::newRow("five") << text("12345") << text("•2345");
        QTest::newRow("four") << text("1234") << text("1234");
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("a passport") << text("AB1234567") << text("•••••4567");
    }

    void onlyTheLastFourDigitsAreShown()
    {
        QFETCH(QString, identifier);
        QFETCH(QString, shown);
        QCOMPARE(masked(identifier), shown);
    }
};

QTEST_GUILESS_MAIN(IdentifiersTest)
#include "tst_identifiers.moc"

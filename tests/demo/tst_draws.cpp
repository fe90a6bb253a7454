// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/dice.h"
#include "app/central/demo/identifiermint.h"
#include "app/central/demo/mrzlines.h"
#include "app/central/demo/officetime.h"
#include "app/central/demo/places.h"
#include "app/central/demo/proportions.h"
#include "models/domain/identifiers.h"

#include <QtTest/QTest>

#include <array>
#include <set>

using namespace tawasul;
using namespace Qt::StringLiterals;

namespace {

// Sunday to Thursday, 07:30 to 14:30, with a holiday on Wednesday 18 November 2026.
WorkCalendar calendar()
{
    return {u"test"_s,
            {5, 6},
            {{QDate(2026, 11, 18), QDate(2026, 11, 18), {u"ا"_s, u"a"_s}, false}},
            {{QDate(2025, 1, 1), QDate(), QTime(7, 30), QTime(14, 30), {u"ا"_s, u"a"_s}}}};
}

} // namespace

class DrawsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameRoadGivesTheSameDrawsEverywhere()
    {
        Dice dice(1, "test");
        // Written down once: a machine or library that gives others would give other cases for a seed.
        std::vector<int> drawn;
        for (int i = 0; i < 6; ++i)
            drawn.push_back(dice.below(1000));
        QCOMPARE(drawn, (std::vector<int>{224, 293, 145, 339, 126, 24}));
        QVERIFY(Dice(1, "test").next() != Dice(2, "test").next());
        QVERIFY(Dice(1, "test").next() != Dice(1, "other").next());
        QVERIFY(Dice(1, "test", 1).next() != Dice(1, "test", 2).next());
    }

    void drawsStayInTheirBoundsAndReachThem()
    {
        Dice dice(7, "bounds");
        std::set<int> seen;
        for (int i = 0; i < 400; ++i) {
            const int drawn = dice.between(-2, 3);
            QVERIFY(drawn >= -2 && drawn <= 3);
            seen.insert(drawn);
        }
        QCOMPARE(seen.size(), 6U);
        QCOMPARE(dice.between(5, 5), 5);
        QCOMPARE(dice.between(5, 1), 5);
        QCOMPARE(dice.below(1), 0);
        QCOMPARE(dice.weighted({0, 0, 4}), 2U);
        QCOMPARE(dice.weighted({0, 0}), 0U);
    }

    void proportionsMissNoShareByMoreThanOne_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("one") << 1;
        QTest::newRow("a few") << 7;
        QTest::newRow("four hundred") << 400;
        QTest::newRow("many") << 100'000;
    }

    void proportionsMissNoShareByMoreThanOne()
    {
        QFETCH(int, count);
        const std::vector<int> weights{3660, 0, 24, 12, 900, 1};
        constexpr int kSum = 4597;
        Dice dice(3, "proportions");
        const std::vector<std::size_t> positions = inProportion(weights, count, dice);
        QCOMPARE(positions.size(), static_cast<std::size_t>(count));
        std::array<int, 6> got{};
        for (const std::size_t position : positions)
            ++got.at(position);
        QCOMPARE(got[1], 0);
        for (std::size_t i = 0; i < weights.size(); ++i) {
            const double exact = static_cast<double>(weights[i]) * count / kSum;
            QVERIFY2(qAbs(got.at(i) - exact) < 1.0001, qPrintable(QString::number(i)));
        }
    }

    void mintedNumbersAreValidOnceEachAndLookMadeUp()
    {
        IdentifierMint mint(11);
        std::set<QString> seen;
        for (int i = 0; i < 20'000; ++i) {
            const QString national = mint.nationalId();
            const QString iqama = mint.iqama();
            const QString border = mint.borderNumber();
            QCOMPARE(identifierValidity(IdentifierKind::NationalId, national), IdentifierValidity::Valid);
            QCOMPARE(identifierValidity(IdentifierKind::Iqama, iqama), IdentifierValidity::Valid);
            QCOMPARE(identifierValidity(IdentifierKind::BorderNumber, border), IdentifierValidity::Valid);
            QVERIFY(national.startsWith(u"199"_s) && iqama.startsWith(u"299"_s)
                    && border.startsWith(u"399"_s));
            seen.insert({national, iqama, border, mint.visaNumber(), mint.mobile(), mint.operationNumber()});
        }
        QCOMPARE(seen.size(), 6U * 20'000U);
    }

    void passportLinesHaveRightCheckDigits()
    {
        // A synthetic line, without its personal number.
        Party holder;
        holder.nationality = u"SAU"_s;
        holder.passportNumber = u"T99999999"_s;
        holder.latinName = u"Abdullah Saad Al-Qahtani"_s;
        holder.birthDate = QDate(1990, 1, 1);
        const QStringList lines = passportMrz(holder, true, QDate(2030, 1, 1));
        QCOMPARE(lines.front(), u"P<SAUQAHTANI<<ABDULLAH<SAAD<AL<<<<<<<<<<<<<<"_s);
        QVERIFY2(lines.back().startsWith(u"T999999997SAU9001011M3001019<<<<<<<<<<<<<<<"_s),
                 qPrintable(lines.back()));
        QCOMPARE(lines.front().size(), 44);
        QCOMPARE(lines.back().size(), 44);
    }

    void officeTimeHasNoNightsAndNoClosedDays()
    {
        const WorkCalendar office = calendar();
        const OfficeTime time(office, QDate(2026, 11, 22), 4);
        QCOMPARE(time.days(),
                 (std::vector<QDate>{QDate(2026, 11, 15), QDate(2026, 11, 16), QDate(2026, 11, 17),
                                     QDate(2026, 11, 19)}));
        QCOMPARE(time.end(), 4 * 420);
        for (qint64 minute = 0; minute < time.end(); ++minute) {
            QVERIFY(office.isOpen(time.at(minute)));
            QVERIFY(time.at(minute) < time.now());
            QCOMPARE(time.minuteOf(time.at(minute)), minute);
        }
        // Thursday night is the end of Thursday's minutes.
        QCOMPARE(time.minuteOf(riyadhInstant(QDate(2026, 11, 19), QTime(23, 0))), time.end());
        QCOMPARE(time.minuteOf(riyadhInstant(QDate(2026, 11, 18), QTime(12, 0))), 3 * 420);
        QCOMPARE(time.submissionDays(1),
                 (std::vector<QDate>{QDate(2026, 11, 19), QDate(2026, 11, 20), QDate(2026, 11, 21)}));
        QCOMPARE(time.submissionDays(2), (std::vector<QDate>{QDate(2026, 11, 17), QDate(2026, 11, 18)}));
    }

    void placesAreFilledAndUnknownOnesStay()
    {
        const Places places{{u"name"_s, u"نورة"_s}};
        QCOMPARE(filled(u"إلى {name}: {date} {"_s, places), u"إلى نورة: {date} {"_s);
        QCOMPARE(filled(u""_s, places), QString());
        QCOMPARE(withArabicDigits(u"رقم 0123456789"_s), u"رقم ٠١٢٣٤٥٦٧٨٩"_s);
    }
};

QTEST_GUILESS_MAIN(DrawsTest)
#include "tst_draws.moc"

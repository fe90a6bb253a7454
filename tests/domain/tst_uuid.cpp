// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/uuid.h"

#include "tests/support/seededrandom.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtTest/QTest>

using namespace tawasul;

namespace {

const Instant kNow = riyadhInstant(QDate(2026, 11, 22), QTime(10, 42, 8, 123));

// All bits the same, to see which of them the form fixes.
class ConstantRandom final : public Random
{
public:
    explicit ConstantRandom(std::uint64_t value)
        : m_value(value)
    {}
    [[nodiscard]] std::uint64_t next() override { return m_value; }

private:
    std::uint64_t m_value;
};

} // namespace

class UuidTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFormIsThatOfRfc9562()
    {
        static const QRegularExpression kForm(
            QStringLiteral("^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
        SeededRandom random(1);
        for (int i = 0; i < 2'000; ++i) {
            const QString id = uuidV7(kNow, random);
            QVERIFY2(kForm.match(id).hasMatch(), qPrintable(id));
            QVERIFY(isUuidV7(id));
        }
    }

    void theExampleOfTheRfcComesOut()
    {
        // RFC 9562, appendix A.6: 2022-02-22T19:22:22.000Z, rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F.
        class Scripted final : public Random
        {
        public:
            [[nodiscard]] std::uint64_t next() override
            {
                // rand_b arrives byte by byte, the lowest first.
                return m_calls++ == 0 ? 0xCC3U : 0x8F39070C0CDCC418U;
            }

        private:
            int m_calls = 0;
        } random;
        QCOMPARE(uuidV7(*instantFromIso(u"2022-02-22T19:22:22Z"), random),
                 QStringLiteral("017f22e2-79b0-7cc3-98c4-dc0c0c07398f"));
    }

    void onlyVersionAndVariantAreFixedBesideTheTime()
    {
        ConstantRandom none(0);
        ConstantRandom all(~std::uint64_t{ 0 });
        QCOMPARE(uuidV7(Instant{}, none), QStringLiteral("00000000-0000-7000-8000-000000000000"));
        QCOMPARE(uuidV7(Instant{}, all), QStringLiteral("00000000-0000-7fff-bfff-ffffffffffff"));
    }

    void idsSortByTimeOfMaking()
    {
        SeededRandom random(2);
        QString last;
        for (int ms = 0; ms < 3'000; ++ms) {
            const QString id = uuidV7(kNow + std::chrono::milliseconds(ms * 97), random);
            QVERIFY2(last < id, qPrintable(id));
            last = id;
        }
    }

    void idsOfOneMillisecondAreUnique()
    {
        SeededRandom random(3);
        QSet<QString> seen;
        for (int i = 0; i < 50'000; ++i)
            seen.insert(uuidV7(kNow, random));
        QCOMPARE(seen.size(), 50'000);
    }

    void theSystemsChanceDiffersFromCallToCall()
    {
        SystemRandom random;
        QVERIFY(uuidV7(kNow, random) != uuidV7(kNow, random));
    }

    void everythingElseIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("upper case") << QStringLiteral("017F22E2-79B0-7CC3-98C4-DC0C0C07398F");
        QTest::newRow("one upper-case digit") << QStringLiteral("017f22e2-79b0-7cc3-98c4-dc0c0c07398F");
        QTest::newRow("braces") << QStringLiteral("{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}");
        QTest::newRow("no hyphens") << QStringLiteral("017f22e279b07cc398c4dc0c0c07398f");
        QTest::newRow("version 4") << QStringLiteral("017f22e2-79b0-4cc3-98c4-dc0c0c07398f");
        QTest::newRow("version 8") << QStringLiteral("017f22e2-79b0-8cc3-98c4-dc0c0c07398f");
        QTest::newRow("another variant") << QStringLiteral("017f22e2-79b0-7cc3-c8c4-dc0c0c07398f");
        QTest::newRow("too short") << QStringLiteral("017f22e2-79b0-7cc3-98c4-dc0c0c07398");
        QTest::newRow("too long") << QStringLiteral("017f22e2-79b0-7cc3-98c4-dc0c0c07398f0");
        QTest::newRow("a space at the end") << QStringLiteral("017f22e2-79b0-7cc3-98c4-dc0c0c07398 ");
        QTest::newRow("not hexadecimal") << QStringLiteral("017f22e2-79b0-7cc3-98c4-dc0c0c07398g");
        QTest::newRow("hyphens elsewhere") << QStringLiteral("017f22e27-9b0-7cc3-98c4-dc0c0c07398f");
        QTest::newRow("Arabic digits") << QStringLiteral("٠17f22e2-79b0-7cc3-98c4-dc0c0c07398f");
    }

    void everythingElseIsRefused()
    {
        QFETCH(QString, text);
        QVERIFY(!isUuidV7(text));
    }
};

QTEST_GUILESS_MAIN(UuidTest)
#include "tst_uuid.moc"

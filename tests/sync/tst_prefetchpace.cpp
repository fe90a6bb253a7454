// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/prefetchpace.h"
#include "tests/support/samplecase.h"
#include "tests/support/samplereference.h"

#include <QtTest/QTest>

namespace tawasul {

using std::chrono::milliseconds;

class TestPrefetchPace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOfficeSaysWhatMayComeAhead()
    {
        const Reference reference = sampleReference();
        const int asked = reference.parameters.prefetchKbitInOfficeHours;
        const Instant open = sampleNow(); // a Tuesday, 09:15 in Riyadh
        QCOMPARE(prefetchCeiling(&reference, open), std::optional(asked));
        QCOMPARE(prefetchCeiling(&reference, open + std::chrono::hours(12)), std::nullopt); // in the evening
        QCOMPARE(prefetchCeiling(&reference, open + std::chrono::days(3)), std::nullopt);   // on a Friday
        Reference unknown = reference;
        unknown.calendar = WorkCalendar();
        QCOMPARE(prefetchCeiling(&unknown, open), std::nullopt);
        QCOMPARE(prefetchCeiling(nullptr, open),
                 std::optional(ReferenceParameters().prefetchKbitInOfficeHours));
    }

    void piecesTakeASecondOrTwo_data()
    {
        QTest::addColumn<int>("kbit"); // of the line
        QTest::addColumn<int>("ceiling");
        QTest::addColumn<qint64>("least");
        QTest::addColumn<qint64>("most");
        const qint64 k = 1024;
        QTest::newRow("64 kbit/s") << 64 << -1 << 16 * k << 16 * k;
        QTest::newRow("256 kbit/s") << 256 << -1 << 16 * k << 32 * k;
        QTest::newRow("2 Mbit/s") << 2'000 << -1 << 64 * k << 256 * k;
        QTest::newRow("1 Gbit/s") << 1'000'000 << -1 << 4'096 * k << 4'096 * k;
        QTest::newRow("1 Gbit/s, a ceiling of 128 kbit/s") << 1'000'000 << 128 << 31 * k << 32 * k;
        QTest::newRow("1 Gbit/s, a ceiling of 16 kbit/s") << 1'000'000 << 16 << 16 * k << 16 * k;
    }
    void piecesTakeASecondOrTwo()
    {
        QFETCH(const int, kbit);
        QFETCH(const int, ceiling);
        QFETCH(const qint64, least);
        QFETCH(const qint64, most);
        const std::optional<int> kCeiling = ceiling < 0 ? std::nullopt : std::optional(ceiling);
        PrefetchPace pace;
        milliseconds now{1'000};
        qint64 carried = 0;
        const milliseconds begun = now;
        for (int piece = 0; piece < 40; ++piece) {
            now = std::max(now, pace.notBefore());
            const qint64 bytes = *pace.pieceSize(kCeiling);
            const milliseconds took(bytes * 8 / kbit);
            pace.came(bytes, now, now + took, kCeiling);
            carried += bytes;
            now += took;
        }
        const qint64 last = *pace.pieceSize(kCeiling);
        QVERIFY2(last >= least && last <= most, qPrintable(QString::number(last)));
        now = std::max(now, pace.notBefore());
        if (kCeiling)
            QVERIFY(carried * 8 / (now - begun).count() <= *kCeiling);
    }

    void aCeilingOfNothingIsNothing() { QVERIFY(!PrefetchPace().pieceSize(0)); }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestPrefetchPace)
#include "tst_prefetchpace.moc"

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/instant.h"

#include <QtTest/QTest>

using namespace tawasul;

class InstantTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isoTextIsAlways24AsciiCharacters()
    {
        const Instant instant = riyadhInstant(QDate(2026, 11, 22), QTime(10, 42, 8));
        QCOMPARE(toIso(instant), QStringLiteral("2026-11-22T07:42:08.000Z"));
        QCOMPARE(instantFromIso(toIso(instant)), std::optional(instant));
    }

    void aTextWithoutZoneIsRefused()
    {
        QVERIFY(!instantFromIso(u"2026-11-22T07:42:08"));
        QVERIFY(!instantFromIso(u"2026-11-22"));
        QVERIFY(!instantFromIso(u""));
        QVERIFY(!instantFromIso(u"٢٠٢٦-١١-٢٢T07:42:08Z"));
        QVERIFY(instantFromIso(u"2026-11-22T10:42:08+03:00").has_value());
    }

    void everyInstantThatIsReadCanBeWrittenAgain_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("iso"); // empty: refused
        const auto row = [](const char *text, const char *iso) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(iso);
        };
        row("2026-11-22T07:42:08Z", "2026-11-22T07:42:08.000Z");
        row("2026-11-22T07:42:08.5Z", "2026-11-22T07:42:08.500Z");
        row("2026-11-22T10:42:08.123+03:00", "2026-11-22T07:42:08.123Z");
        row("2026-11-22T00:42:08-07:00", "2026-11-22T07:42:08.000Z");
        row("2026-02-28T23:59:59.999-00:00", "2026-02-28T23:59:59.999Z");
        row("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z");
        row("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z");
        // The year leaves its four digits on the way to UTC.
        row("9999-12-31T23:59:59-03:00", "");
        row("0001-01-01T00:00:00+03:00", "");
        row("2026-02-30T07:42:08Z", "");
        row("2026-11-22T25:00:00Z", "");
        row("2026-11-22T07:60:00Z", "");
        row("2026-11-22T07:42:08+99:99", "");
        row("2026-11-22T07:42:08+03:99", "");
        row("2026-11-22T07:42:08 GMT", "");
        row("2026-11-22T07:42:08", "");
        row("2026-11-22Z", "");
        row("Sun, 22 Nov 2026 07:42:08 +0000", "");
        row("1795333328", "");
        row("-2026-11-22T07:42:08Z", "");
        row("+12026-11-22T07:42:08Z", "");
        row("NaN", "");
    }

    void everyInstantThatIsReadCanBeWrittenAgain()
    {
        QFETCH(QString, text);
        QFETCH(QString, iso);
        const auto instant = instantFromIso(text);
        QCOMPARE(instant.has_value(), !iso.isEmpty());
        QVERIFY(!instant || toIso(*instant) == iso);
    }

    void theDayTurnsAtMidnightInRiyadhWhateverTheMachinesZone()
    {
        QCOMPARE(riyadhDate(*instantFromIso(u"2026-11-22T20:59:59.999Z")), QDate(2026, 11, 22));
        QCOMPARE(riyadhDate(*instantFromIso(u"2026-11-22T21:00:00.000Z")), QDate(2026, 11, 23));
        QCOMPARE(riyadhTime(*instantFromIso(u"2026-11-22T21:00:00.000Z")), QTime(0, 0));
    }
};

QTEST_GUILESS_MAIN(InstantTest)
#include "tst_instant.moc"

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

    void theDayTurnsAtMidnightInRiyadhWhateverTheMachinesZone()
    {
        QCOMPARE(riyadhDate(*instantFromIso(u"2026-11-22T20:59:59.999Z")), QDate(2026, 11, 22));
        QCOMPARE(riyadhDate(*instantFromIso(u"2026-11-22T21:00:00.000Z")), QDate(2026, 11, 23));
        QCOMPARE(riyadhTime(*instantFromIso(u"2026-11-22T21:00:00.000Z")), QTime(0, 0));
    }
};

QTEST_GUILESS_MAIN(InstantTest)
#include "tst_instant.moc"

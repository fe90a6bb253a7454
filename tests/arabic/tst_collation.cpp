// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arabic/collation.h"

#include <QtTest/QTest>

using namespace tawasul;

class CollationTest : public QObject
{
    Q_OBJECT

    NameOrder m_order;

private Q_SLOTS:
    void namesStandWhereAnOfficerLooksForThem()
    {
        const QStringList expected{
            QStringLiteral("2"),         QStringLiteral("10"),        QStringLiteral("أحلام"),
            QStringLiteral("أحمد خالد"), QStringLiteral("احمد سالم"), QStringLiteral("أحمد علي"),
            QStringLiteral("بدر"),       QStringLiteral("خالد"),      QStringLiteral("قسم ٢"),
            QStringLiteral("قسم 3"),     QStringLiteral("قسم ١٠"),    QStringLiteral("قسم 11"),
            QStringLiteral("يوسف"),      QStringLiteral("Adam"),      QStringLiteral("bilal"),
            QStringLiteral("Zayd 9"),    QStringLiteral("Zayd 10"),
        };
        QStringList shuffled = expected;
        std::reverse(shuffled.begin(), shuffled.end());
        std::sort(shuffled.begin(), shuffled.end(), std::cref(m_order));
        QCOMPARE(shuffled, expected);
    }

    void aNumberIsTheSameInAllDigitShapes()
    {
        QCOMPARE(m_order.compare(u"٢", u"2"), 0);
        QCOMPARE(m_order.compare(u"۲", u"2"), 0);
        QVERIFY(m_order.compare(u"٢", u"10") < 0);
        QVERIFY(m_order.compare(u"١٠", u"2") > 0);
    }

    void emptyComesFirst()
    {
        QVERIFY(m_order.compare(u"", u"ا") < 0);
        QCOMPARE(m_order.compare(u"", QString()), 0);
    }

    void keysOrderAsTheNamesDo()
    {
        const QStringList names{
            QString(),
            QStringLiteral("أحمد"),
            QStringLiteral("احمد"),
            QStringLiteral("قسم ٢"),
            QStringLiteral("قسم 10"),
            QStringLiteral("Zayd"),
            QStringLiteral("فاطمة بنت عبد الرحمن بن محمد ").repeated(40), // a key longer than the first guess
            QStringLiteral("فاطمة بنت عبد الرحمن بن محمد ").repeated(41),
        };
        const auto sign = [](auto number) { return (number > 0) - (number < 0); };
        for (const QString &left : names) {
            for (const QString &right : names)
                QCOMPARE(sign(m_order.sortKey(left).compare(m_order.sortKey(right))),
                         sign(m_order.compare(left, right)));
        }
    }
};

QTEST_GUILESS_MAIN(CollationTest)
#include "tst_collation.moc"

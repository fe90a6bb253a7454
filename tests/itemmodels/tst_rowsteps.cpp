// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QTest>

#include <numeric>
#include <random>

#include "models/itemmodels/rowsteps.h"

using namespace tawasul;

namespace {

using Keys = std::vector<qint64>;

KeyList listOf(const Keys &keys)
{
    return {static_cast<int>(keys.size()), [&keys](int i) { return keys[static_cast<std::size_t>(i)]; }};
}

Keys played(Keys keys, const RowSteps &steps, const Keys &after)
{
    for (const RowSpan span : steps.removed)
        keys.erase(keys.begin() + span.first, keys.begin() + span.first + span.count);
    for (const RowSpan span : steps.inserted)
        keys.insert(keys.begin() + span.first, after.begin() + span.first,
                    after.begin() + span.first + span.count);
    return keys;
}

} // namespace

class RowStepsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStepsOfKnownChanges_data()
    {
        QTest::addColumn<Keys>("before");
        QTest::addColumn<Keys>("after");
        QTest::addColumn<int>("removed");
        QTest::addColumn<int>("inserted");
        QTest::newRow("nothing") << Keys{1, 2, 3} << Keys{1, 2, 3} << 0 << 0;
        QTest::newRow("from nothing") << Keys{} << Keys{1, 2} << 0 << 1;
        QTest::newRow("to nothing") << Keys{1, 2} << Keys{} << 1 << 0;
        QTest::newRow("one goes") << Keys{1, 2, 3} << Keys{1, 3} << 1 << 0;
        QTest::newRow("one comes") << Keys{1, 3} << Keys{1, 2, 3} << 0 << 1;
        QTest::newRow("neighbours go together") << Keys{1, 2, 3, 4} << Keys{1, 4} << 1 << 0;
        QTest::newRow("apart") << Keys{1, 2, 3, 4, 5} << Keys{2, 4, 5, 6} << 2 << 1;
        QTest::newRow("another instead") << Keys{1, 2, 3} << Keys{1, 9, 3} << 1 << 1;
    }
    void theStepsOfKnownChanges()
    {
        QFETCH(Keys, before);
        QFETCH(Keys, after);
        const auto steps = rowSteps(listOf(before), listOf(after), 8);
        QVERIFY(steps);
        QTEST(static_cast<int>(steps->removed.size()), "removed");
        QTEST(static_cast<int>(steps->inserted.size()), "inserted");
        QCOMPARE(played(before, *steps, after), after);
    }

    void rowsThatChangePlacesAreLaidOutAnew()
    {
        QVERIFY(!rowSteps(listOf(Keys{1, 2, 3}), listOf(Keys{2, 1, 3}), 8));
    }

    void tooManyPlacesOfChangeAreLaidOutAnew()
    {
        const Keys before{1, 2, 3, 4, 5, 6};
        const Keys after{2, 4, 6};
        QVERIFY(rowSteps(listOf(before), listOf(after), 3));
        QVERIFY(!rowSteps(listOf(before), listOf(after), 2));
    }

    void anyChangeWithoutMovesIsPlayedBackExactly()
    {
        std::mt19937 chance(20261122);
        const auto keeps = [&chance] { return chance() % 4 != 0; };
        for (int round = 0; round < 500; ++round) {
            Keys before;
            Keys after;
            for (qint64 key = 0; key < 40; ++key) {
                if (keeps())
                    before.push_back(key);
                if (keeps())
                    after.push_back(key);
            }
            const auto steps = rowSteps(listOf(before), listOf(after), 1000);
            QVERIFY(steps);
            QCOMPARE(played(before, *steps, after), after);
        }
    }

    void whatBothEndsShareIsLookedAtOnce()
    {
        Keys before(100'000);
        std::iota(before.begin(), before.end(), 0);
        Keys after = before;
        after.erase(after.begin() + 50'000);
        int looks = 0;
        const KeyList counted{static_cast<int>(before.size()), [&](int i) {
                                  ++looks;
                                  return before[static_cast<std::size_t>(i)];
                              }};
        QVERIFY(rowSteps(counted, listOf(after), 8));
        QVERIFY2(looks <= static_cast<int>(before.size()) + 4, qPrintable(QString::number(looks)));
    }
};

QTEST_GUILESS_MAIN(RowStepsTest)
#include "tst_rowsteps.moc"

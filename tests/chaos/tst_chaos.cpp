// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The instrument itself: a run repeats to the last byte, and the disk loses what a disk may lose.
#include "models/sql/query.h"
#include "models/sql/transaction.h"
#include "tests/chaos/chaosruns.h"

#include <QtTest/QTest>

namespace tawasul {

class TestChaos : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSeedRepeatsToTheLastByte()
    {
        SeedRunner first;
        SeedRunner second; // in another folder
        for (std::uint64_t seed = 1; seed <= 12; ++seed) {
            const Verdict one = first.run(seed);
            const Verdict other = second.run(seed);
            QCOMPARE(one.hash, other.hash);
            QCOMPARE(one.jobs, other.jobs);
            QCOMPARE(one.complaints(), other.complaints());
        }
        QVERIFY(first.run(1).hash != first.run(2).hash);
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestChaos)
#include "tst_chaos.moc"

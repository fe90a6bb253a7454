// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// With which version an act leaves that was decided on an older case.
#include "models/domain/fold.h"
#include "models/domain/rebase.h"
#include "tests/support/samplecase.h"

#include <QtTest/QTest>

namespace tawasul {

namespace {

Act actBy(ActType type, const Actor &actor, int number)
{
    Act act = sampleAct(type, actor);
    act.id = ActId(QStringLiteral("019ab9d0-2f70-7aaa-8bbb-%1").arg(number, 12, 16, QLatin1Char('0')));
    return act;
}

/// How the officer's act leaves that they decided on `base`, called version 3.
Opening opening(const Case &base, ActType type, const std::optional<Case> &truth)
{
    Act act = sampleAct(type, sampleOfficer());
    act.baseVersion = 3;
    return openingOf(act, base, truth);
}

} // namespace

class TestRebase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notesNameNoVersion()
    {
        QVERIFY(!opening(sampleCase(), ActType::Note, sampleCase()).ifMatch.has_value());
    }

    void whatStillMeansTheSameNamesTheTruthsVersion()
    {
        const Case base = sampleCase();
        const Case noted = applied(base, actBy(ActType::Note, sampleSupervisor(), 9));
        const Opening leaves = opening(base, ActType::Complete, noted);
        QCOMPARE(leaves.kind, Opening::Kind::Send);
        QCOMPARE(leaves.ifMatch, std::optional<qint64>(4));
    }

    void whatTheTruthLeftBehindIsAConflict_data()
    {
        QTest::addColumn<ActType>("theirs");
        QTest::newRow("escalated") << ActType::Escalate;
        QTest::newRow("returned") << ActType::Return;
        QTest::newRow("completed") << ActType::Complete;
        QTest::newRow("transferred") << ActType::Transfer;
        QTest::newRow("assigned") << ActType::Assign;
    }
    void whatTheTruthLeftBehindIsAConflict()
    {
        QFETCH(const ActType, theirs);
        const Case base = sampleCase();
        const Case moved = applied(base, actBy(theirs, sampleSupervisor(), 9));
        QCOMPARE(opening(base, ActType::Complete, moved).kind, Opening::Kind::Ask);
    }

    void anActThatTookEffectIsSentAgainForItsReceipt()
    {
        const Case base = sampleCase();
        const Act own = sampleAct(ActType::Complete, sampleOfficer());
        const Opening leaves = openingOf(own, base, applied(base, own));
        QCOMPARE(leaves.kind, Opening::Kind::Send);
    }

    void ownActsInTheBaseAreThoseOfTheTruth()
    {
        // The officer escalated and then completed; the centre dated the escalation later and a note came
        // before it.
        const Act escalation = actBy(ActType::Escalate, sampleOfficer(), 1);
        const Case seen = applied(sampleCase(), escalation);
        Case truth = applied(sampleCase(), actBy(ActType::Note, sampleSupervisor(), 9));
        truth = applied(truth, escalation, sampleNow() + std::chrono::hours(2));
        QVERIFY(!stillMeant(seen, truth));
        QVERIFY(stillMeantOn(seen, truth));
        const Opening leaves = opening(seen, ActType::Complete, truth);
        QCOMPARE(leaves.ifMatch, std::optional<qint64>(5));
    }

    void anOwnActThatNeverTookEffectLeavesNothingToStandOn()
    {
        const Case seen = applied(sampleCase(), actBy(ActType::Escalate, sampleOfficer(), 1));
        const Case theirs = applied(sampleCase(), actBy(ActType::Escalate, sampleSupervisor(), 9));
        QCOMPARE(seen.version, theirs.version);
        QCOMPARE(opening(seen, ActType::Complete, theirs).kind, Opening::Kind::Ask);
        QCOMPARE(opening(seen, ActType::Complete, sampleCase()).kind, Opening::Kind::Ask);
    }

    void withoutATruthTheActNamesItsBase()
    {
        const Opening leaves = opening(sampleCase(), ActType::Complete, std::nullopt);
        QCOMPARE(leaves.ifMatch, std::optional<qint64>(3));
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestRebase)
#include "tst_rebase.moc"

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A case changes hands while its officer works without the centre: their work is kept for whoever has it now.
#include "tests/journeys/realcentre.h"
#include "tests/journeys/realdesk.h"

#include <QtTest/QTest>

namespace tawasul {

using Link = SyncStatus::Link;
using State = Proposal::State;

namespace {

constexpr int kPatienceMs = 60'000;

CaseId theCase()
{
    return numberedCase(1).id;
}

} // namespace

class TestHandover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheFormerOwnerDecidedIsAdoptedOrDismissed_data()
    {
        QTest::addColumn<bool>("isAdopted");
        QTest::newRow("adopted") << true;
        QTest::newRow("dismissed") << false;
    }

    void whatTheFormerOwnerDecidedIsAdoptedOrDismissed()
    {
        QFETCH(bool, isAdopted);
        RealCentre centre;
        centre.take(numberedCase(1));
        centre.start();
        RealDesk author(centre.address());
        RealDesk owner(centre.address());
        author.signIn(sampleOfficer(), TestCentre::password());
        owner.signIn(otherOfficer(), TestCentre::password());
        QTRY_COMPARE_WITH_TIMEOUT(author.rows(), std::size_t(1), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(owner.status.link, Link::Online, kPatienceMs);

        // The centre is away; the author decides, the supervisor gives the case to somebody else.
        centre.stop();
        const ActId decision = author.record(ActType::Complete, theCase());
        QVERIFY(!decision.isEmpty());
        centre.act(ActType::Assign, sampleSupervisor(), theCase());
        centre.start();
        goOn(author);
        QTRY_COMPARE_WITH_TIMEOUT(author.outbox().size(), std::size_t(0), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(author.rows(), std::size_t(0), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(author.proposals().size(), std::size_t(1), kPatienceMs);
        QVERIFY(author.proposals().front().proposal.state == State::Open);

        // The new owner finds it beside the case, which is as it was.
        owner.engine().syncNow();
        QTRY_VERIFY_WITH_TIMEOUT(owner.opened(theCase()).has_value(), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(hasOpenProposal(owner.opened(theCase())->shown), kPatienceMs);
        const Case seen = owner.opened(theCase())->shown;
        QVERIFY(seen.status == CaseStatus::InProgress && seen.proposals.front().act == decision);
        QVERIFY(seen.proposals.front().author == nameOf(sampleOfficer()));
        QVERIFY(
            !owner.record(isAdopted ? ActType::Complete : ActType::Dismiss, theCase(), decision).isEmpty());
        QVERIFY(!hasOpenProposal(owner.opened(theCase())->shown));
        goOn(owner);
        QTRY_COMPARE_WITH_TIMEOUT(owner.outbox().size(), std::size_t(0), kPatienceMs);

        // The author hears what became of it.
        const State end = isAdopted ? State::Adopted : State::Dismissed;
        author.engine().syncNow();
        QTRY_VERIFY_WITH_TIMEOUT(author.proposals().front().proposal.state == end, kPatienceMs);
        const OwnProposal told = author.proposals().front();
        QVERIFY(told.isNews && told.proposal.closedBy == nameOf(otherOfficer()));
        QCOMPARE(told.proposal.closingText.isEmpty(), isAdopted);
        QCOMPARE(told.number, numberedCase(1).number);
        // As its author saw it, and proved on their own device.
        QCOMPARE(told.beneficiary, numberedCase(1).beneficiary.name);
        QCOMPARE(told.subService, numberedCase(1).subService);
        QVERIFY(told.receipt && told.receipt->proof == ReceiptProof::Proven);
        centre.stop();
        const Case after = centre.caseOf(theCase());
        QVERIFY(after.status == (isAdopted ? CaseStatus::Completed : CaseStatus::InProgress));
        QVERIFY(after.history.back().actor == nameOf(otherOfficer()));
        QVERIFY(after.history.back().proposal == decision);
    }

private:
    static void goOn(RealDesk &desk)
    {
        desk.clock().skip(std::chrono::minutes(2)); // past the recall window
        desk.engine().outboxChanged();
        desk.engine().syncNow();
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestHandover)
#include "tst_handover.moc"

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/jsonreader.h"
#include "models/protocol/messages.h"
#include "tests/sync/enginestage.h"

#include <QtCore/QFile>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace tawasul {

using State = Proposal::State;

namespace {

bool isPut(const TransportCall &call)
{
    return call.method == "PUT" && call.path.startsWith(QLatin1String("/cases/"));
}

} // namespace

/// Work on a case that meanwhile left its author (invariant I5), at the author's desk.
class TestProposals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsKeptAsAProposalIsSettledAndFollowed()
    {
        EngineStage stage;
        const ActId decision = decideWhileItLeaves(stage);
        QSignalSpy news(&stage.profile.store().notifier(), &StoreNotifier::proposalsChanged);
        stage.centre.isDown = false;
        stage.passMinutes(5);
        QCOMPARE(stage.centre.effects, std::vector<ActId>{decision});
        QVERIFY(stage.isSettled(decision));
        QCOMPARE(receiptOf(stage).outcome, wire::Receipt::Outcome::Proposal);
        QVERIFY(!stage.truthOf(officersCase(1).id));
        QVERIFY(!news.isEmpty());
        const auto known = proposals(stage);
        QCOMPARE(known.size(), std::size_t(1));
        QVERIFY(known.front().proposal == stage.centre.caseOf(officersCase(1).id).proposals.front());
        QCOMPARE(known.front().number, officersCase(1).number);
        QVERIFY(!known.front().isNews);
        const auto ledger = stage.profile.wait(stage.profile.desk().ledger());
        QCOMPARE((**ledger), (OutboxLedger{1, 1, 0, 0, 0}));
    }

    void theAnswerMayBeLost()
    {
        EngineStage stage;
        const ActId decision = decideWhileItLeaves(stage);
        int lost = 0;
        stage.centre.losesAnswerTo = [&lost](const TransportCall &call) { return isPut(call) && lost++ < 2; };
        stage.centre.isDown = false;
        stage.passMinutes(30);
        QCOMPARE(stage.centre.effects, std::vector<ActId>{decision});
        QVERIFY(stage.isSettled(decision));
        QCOMPARE(stage.centre.caseOf(officersCase(1).id).proposals.size(), std::size_t(1));
    }

    void aReceiptWithoutProofSettlesNothing()
    {
        EngineStage stage;
        const ActId decision = decideWhileItLeaves(stage);
        stage.centre.spoils = [](const TransportCall &call, TransportReply &reply) {
            if (isPut(call))
                reply.body.replace("\"proposal\"", "\"applied\"");
        };
        stage.centre.isDown = false;
        stage.passMinutes(5);
        QVERIFY(!stage.isSettled(decision));
        stage.centre.spoils = {};
        stage.passMinutes(30);
        QVERIFY(stage.isSettled(decision));
    }

    void allOfALaneBecomeProposalsInTheirOrder()
    {
        EngineStage stage;
        stage.centre.put(officersCase(1, CaseStatus::New));
        stage.signIn();
        stage.centre.isDown = true;
        std::vector<ActId> recorded;
        for (const ActType type : {ActType::Start, ActType::Note, ActType::Complete})
            recorded.push_back(stage.record(type, officersCase(1).id));
        stage.centre.remove(officersCase(1).id);
        stage.centre.isDown = false;
        stage.passMinutes(10);
        QCOMPARE(stage.centre.effects, recorded);
        std::vector<ActId> kept;
        for (const Proposal &proposal : stage.centre.caseOf(officersCase(1).id).proposals)
            kept.push_back(proposal.act);
        QCOMPARE(kept, recorded);
        QCOMPARE(stage.profile.unsettled().size(), std::size_t(0));
    }

    // The outcome is the centre's to tell; that somebody looked at it is the journal's.
    void anOutcomeIsNewsUntilItWasLookedAtAndSurvivesALostCache()
    {
        EngineStage stage;
        const ActId decision = decideWhileItLeaves(stage);
        stage.centre.isDown = false;
        stage.passMinutes(5);
        Case theirs = stage.centre.caseOf(officersCase(1).id);
        Act adoption = sampleAct(ActType::Complete, otherOfficer());
        adoption.id = ActId(QStringLiteral("019ab9d0-2f70-7aaa-8bbb-00000000ad09"));
        adoption.caseId = theirs.id;
        adoption.proposal = decision;
        stage.centre.put(applied(theirs, adoption));
        stage.passMinutes(2);
        auto known = proposals(stage);
        QVERIFY(known.size() == 1 && known.front().isNews);
        QVERIFY(known.front().proposal.state == State::Adopted);
        QVERIFY(known.front().proposal.closedBy == nameOf(otherOfficer()));

        QVERIFY(stage.profile.wait(stage.profile.desk().proposalsSeen(known)).value().has_value());
        QVERIFY(!proposals(stage).front().isNews);
        stage.quit();
        for (const char *suffix : {"", "-wal", "-shm"})
            QFile::remove(stage.profile.file(QStringLiteral("cache.sqlite") + QLatin1String(suffix)));
        stage.signIn();
        stage.passMinutes(2);
        known = proposals(stage);
        QVERIFY(known.size() == 1 && !known.front().isNews);
        QVERIFY(known.front().proposal.state == State::Adopted);
    }

    // A restored centre may have forgotten that somebody judged of it.
    void aRebuildForgetsWhatTheCentreForgot()
    {
        EngineStage stage;
        stage.centre.put(officersCase(1));
        stage.signIn();
        stage.centre.backUp();
        const Case left = withProposal(leaving(officersCase(1)), ActType::Note, sampleOfficer());
        stage.centre.put(left);
        stage.passMinutes(2);
        QCOMPARE(proposals(stage).size(), std::size_t(1));
        stage.centre.restoreFromBackup();
        stage.passMinutes(5);
        QVERIFY(proposals(stage).empty());
    }

    // The other side: a proposal that arrives leaves what the owner decided as it was meant.
    void theOwnersOwnActGoesOnWhenAProposalArrives()
    {
        EngineStage stage;
        stage.centre.put(officersCase(1));
        stage.signIn();
        stage.centre.isDown = true;
        const ActId decision = stage.record(ActType::Complete, officersCase(1).id);
        stage.centre.put(withProposal(officersCase(1), ActType::Return, otherOfficer()));
        stage.centre.isDown = false;
        stage.passMinutes(5);
        QVERIFY(stage.isSettled(decision));
        const Case after = stage.centre.caseOf(officersCase(1).id);
        QVERIFY(after.status == CaseStatus::Completed && hasOpenProposal(after));
        QVERIFY(*stage.truthOf(after.id) == after);
    }

    void anAdoptionThatCameTooLateIsLeftToAPerson()
    {
        EngineStage stage;
        const Case before = withProposal(officersCase(1), ActType::Complete, otherOfficer());
        stage.centre.put(before);
        stage.signIn();
        stage.centre.isDown = true;
        Intention adoption = intentionOf(ActType::Complete, *stage.shownOf(before.id));
        adoption.proposal = sampleProposal();
        const auto recorded = stage.profile.wait(stage.profile.desk().record(adoption));
        QVERIFY(recorded && *recorded);
        QVERIFY(!hasOpenProposal(*stage.shownOf(before.id)));
        Act dismissal = sampleAct(ActType::Dismiss, sampleSupervisor());
        dismissal.id = ActId(QStringLiteral("019ab9d0-2f70-7aaa-8bbb-00000000d150"));
        dismissal.caseId = before.id;
        stage.centre.put(applied(before, dismissal));
        stage.centre.isDown = false;
        stage.passMinutes(5);
        const auto item = stage.itemOf(**recorded);
        QVERIFY(item && item->state == OutboxState::Parked);
        QCOMPARE(item->lastError->code, QStringLiteral("proposal.closed"));
    }

private:
    static Case leaving(Case theCase)
    {
        theCase.assignee = nameOf(otherOfficer());
        ++theCase.version;
        return theCase;
    }

    /// Offline; the case is somebody else's by the time it goes on.
    static ActId decideWhileItLeaves(EngineStage &stage)
    {
        stage.centre.put(officersCase(1));
        stage.signIn();
        stage.centre.isDown = true;
        const ActId decision = stage.record(ActType::Complete, officersCase(1).id);
        stage.passMinutes(2);
        stage.centre.put(leaving(officersCase(1)));
        return decision;
    }

    static std::vector<OwnProposal> proposals(EngineStage &stage)
    {
        const auto known = stage.profile.wait(stage.profile.desk().proposals());
        return known && *known ? **known : std::vector<OwnProposal>();
    }

    static wire::Receipt receiptOf(EngineStage &stage)
    {
        QByteArray text;
        stage.profile.store().withJournal([&text](Journal &journal) {
            if (const auto receipts = journal.receipts(officersCase(1).id); receipts && !receipts->empty())
                text = receipts->front();
        });
        stage.run();
        return wire::parseObject(text, QStringLiteral("receipt"))
            .and_then(wire::receiptFromJson)
            .value_or({});
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestProposals)
#include "tst_proposals.moc"

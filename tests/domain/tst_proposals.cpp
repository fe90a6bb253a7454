// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/proposals.h"

#include "models/domain/fold.h"
#include "models/domain/workflow.h"
#include "tests/support/generators.h"
#include "tests/support/property.h"
#include "tests/support/samplecase.h"
#include "tests/support/samplereference.h"
#include "tests/support/shown.h"

#include <QtTest/QTest>

using namespace tawasul;

namespace {

using State = Proposal::State;

// What officers may propose, written a second time.
constexpr std::array kProposable{ActType::Start,  ActType::Note,     ActType::Complete, ActType::Return,
                                 ActType::Reject, ActType::Transfer, ActType::Escalate};

bool isProposable(ActType type)
{
    return std::find(kProposable.begin(), kProposable.end(), type) != kProposable.end();
}

QString codeOf(const Result<Case> &result)
{
    return result ? QString() : result.error().code;
}

Act numbered(Act act, int number)
{
    act.id = ActId(QStringLiteral("019ab9d0-2f70-7aaa-8bbb-%1").arg(number, 12, 10, QLatin1Char('0')));
    return act;
}

Result<Case> tried(const Case &theCase, const Act &act)
{
    return apply(theCase, act, sampleReference(), sampleNow());
}

/// The act of that type by the case's owner, taking up the sample proposal.
Act adoption(ActType type)
{
    Act act = sampleAct(type, sampleOfficer());
    act.proposal = sampleProposal();
    return act;
}

} // namespace

class ProposalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatMayBeProposed_data()
    {
        QTest::addColumn<ActType>("type");
        for (int type = 0; type <= static_cast<int>(ActType::Unknown); ++type)
            QTest::addRow("%d", type) << static_cast<ActType>(type);
    }

    void whatMayBeProposed()
    {
        QFETCH(ActType, type);
        QCOMPARE(mayBeProposed(type), isProposable(type));
        for (int number = 0; number <= static_cast<int>(Role::Unknown); ++number) {
            const auto role = static_cast<Role>(number);
            const bool isStaff =
                role == Role::Officer || role == Role::SectionSupervisor || role == Role::RegionSupervisor;
            const auto kept =
                propose(sampleCase(), sampleAct(type, actorWith(role)), sampleReference(), sampleNow());
            QCOMPARE(codeOf(kept),
                     isProposable(type) && isStaff ? QString() : QStringLiteral("act.forbidden"));
        }
    }

    void aProposalKeepsAllThatWasSaid()
    {
        const Case before = sampleCase();
        const Act act = numbered(sampleAct(ActType::Complete, otherOfficer()), 1);
        const Instant at = sampleNow() + std::chrono::hours(5);
        const Case after = proposed(before, act, at);
        QCOMPARE(after.proposals.size(), std::size_t(1));
        const Proposal &kept = after.proposals.front();
        QVERIFY(kept.act == act.id && kept.type == act.type && kept.author == nameOf(otherOfficer()));
        QVERIFY(kept.role == Role::Officer && kept.recordedAt == act.recordedAt && kept.receivedAt == at);
        QVERIFY(kept.reason == act.reason && kept.reply == act.reply && kept.execution == act.execution);
        QVERIFY(kept.state == State::Open && !kept.closedBy && !kept.closedAt);
        QVERIFY(after.version == before.version + 1 && after.updatedAt == at);
    }

    // Status, owner, deadlines and history are the case's; a proposal stands beside it.
    void aProposalChangesNothingElse()
    {
        TAWASUL_HOLDS(20261128, 200, [] {
            const Case before = *anyCase();
            const ActType type = *rc::gen::elementOf(kProposable);
            Act act = sampleAct(type, otherOfficer());
            act.actor = actorWith(*rc::gen::element(Role::Officer, Role::RegionSupervisor));
            Case after = proposed(before, act);
            RC_ASSERT(hasOpenProposal(after));
            RC_ASSERT(isTaken(after, act.id));
            RC_ASSERT(stillMeant(before, after));
            RC_ASSERT(after.version == before.version + 1);
            after.version = before.version;
            after.updatedAt = before.updatedAt;
            after.proposals = before.proposals;
            RC_ASSERT(after == before);
        });
    }

    void whatMakesNoSenseByItselfIsRefused_data()
    {
        QTest::addColumn<ActType>("type");
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, ActType type, const char *change, const char *code) {
            QTest::newRow(name) << type << QString::fromLatin1(change) << QString::fromLatin1(code);
        };
        row("no reason", ActType::Reject, "reason", "act.invalid.reason_missing");
        row("unknown reason", ActType::Return, "moon", "act.invalid.reason_unknown");
        row("an empty note", ActType::Note, "text", "act.invalid.text_missing");
        row("a rejection without a reply", ActType::Reject, "reply", "act.invalid.reply_missing");
        row("a reply without text", ActType::Complete, "blank reply", "act.invalid.reply_empty");
        row("a reply of another outcome", ActType::Reject, "template", "act.invalid.template_mismatch");
        row("a proof without number", ActType::Complete, "number", "act.invalid.operation_number_missing");
        row("to nowhere", ActType::Transfer, "target", "act.invalid.target_unknown");
        row("an assignee", ActType::Note, "assignee", "act.invalid.assignee_unexpected");
        // What only the case can tell is asked when it is adopted.
        row("done without proof", ActType::Complete, "proof", "");
        row("waiting for the proof", ActType::Complete, "proof and reply", "");
        row("to where it is by now", ActType::Transfer, "here", "");
    }

    void whatMakesNoSenseByItselfIsRefused()
    {
        QFETCH(ActType, type);
        QFETCH(QString, change);
        QFETCH(QString, code);
        Act act = sampleAct(type, otherOfficer());
        if (change == u"reason")
            act.reason.clear();
        else if (change == u"moon")
            act.reason = QStringLiteral("MOON");
        else if (change == u"text")
            act.text = QStringLiteral(" ");
        else if (change == u"reply")
            act.reply.reset();
        else if (change == u"blank reply")
            act.reply->text = QStringLiteral(" ");
        else if (change == u"template")
            act.reply->templateCode = QStringLiteral("done");
        else if (change == u"number")
            act.execution->operationNumber.clear();
        else if (change == u"target")
            act.toSubService.clear();
        else if (change == u"assignee")
            act.toAssignee = nameOf(sampleOfficer());
        else if (change == u"proof")
            act.execution.reset();
        else if (change == u"proof and reply")
            act.execution.reset(), act.reply.reset();
        else if (change == u"here")
            act.toSection = sampleCase().section, act.toSubService = sampleCase().subService;
        QCOMPARE(codeOf(propose(sampleCase(), act, sampleReference(), sampleNow())), code);
    }

    void adoptingIsTheOwnersActAndClosesIt_data()
    {
        QTest::addColumn<ActType>("type");
        for (const ActType type : kProposable)
            QTest::newRow(qPrintable(wire::word(type))) << type;
    }

    void adoptingIsTheOwnersActAndClosesIt()
    {
        QFETCH(ActType, type);
        const Case before = withProposal(sampleCase(CaseStatus::New), type, otherOfficer());
        const Case plain = applied(before, sampleAct(type, sampleOfficer()));
        const Case after = applied(before, adoption(type));
        const Proposal &closed = after.proposals.front();
        QVERIFY(closed.state == State::Adopted && closed.closingText.isEmpty());
        QVERIFY(closed.closedBy == nameOf(sampleOfficer()) && closed.closedAt == sampleNow());
        QVERIFY(after.history.back().proposal == sampleProposal());
        QVERIFY(after.history.back().actor == nameOf(sampleOfficer()));
        QVERIFY(!hasOpenProposal(after) && after.status == plain.status && after.assignee == plain.assignee);
        QCOMPARE(codeOf(tried(after, sampleAct(ActType::Dismiss, sampleRegionSupervisor()))),
                 QStringLiteral("proposal.closed"));
    }

    void dismissingLeavesTheCaseAsItIs()
    {
        for (const CaseStatus status : {CaseStatus::New, CaseStatus::Returned, CaseStatus::Completed}) {
            const Case before = withProposal(nobodysCase(status), ActType::Return, otherOfficer());
            const Case after = applied(before, sampleAct(ActType::Dismiss, sampleOfficer()));
            const Proposal &closed = after.proposals.front();
            QVERIFY(closed.state == State::Dismissed);
            QCOMPARE(closed.closingText, sampleAct(ActType::Dismiss, sampleOfficer()).text);
            QVERIFY(after.status == status && !after.assignee);
            QVERIFY(stillMeant(before, after));
        }
    }

    void refusals_data()
    {
        QTest::addColumn<ActType>("type");
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, ActType type, const char *change, const char *code) {
            QTest::newRow(name) << type << QString::fromLatin1(change) << QString::fromLatin1(code);
        };
        row("dismiss nothing", ActType::Dismiss, "none", "act.invalid.proposal_missing");
        row("dismiss what is not there", ActType::Dismiss, "strange", "act.invalid.proposal_unknown");
        row("dismiss without a word", ActType::Dismiss, "silent", "act.invalid.text_missing");
        row("dismiss with a reply", ActType::Dismiss, "reply", "act.invalid.reply_unexpected");
        row("adopt what is not there", ActType::Complete, "strange", "act.invalid.proposal_unknown");
        row("adopt by another act", ActType::Return, "", "act.invalid.proposal_mismatch");
        row("assign by a proposal", ActType::Assign, "", "act.invalid.proposal_unexpected");
        row("adopt twice", ActType::Complete, "closed", "proposal.closed");
        row("dismiss twice", ActType::Dismiss, "closed", "proposal.closed");
        row("a newer state", ActType::Dismiss, "newer", "proposal.closed");
        row("out of reach", ActType::Dismiss, "author", "act.forbidden");
    }

    void refusals()
    {
        QFETCH(ActType, type);
        QFETCH(QString, change);
        QFETCH(QString, code);
        Case theCase = withProposal(sampleCase(), ActType::Complete, otherOfficer());
        Act act = adoption(type);
        if (type == ActType::Assign)
            act.actor = sampleSupervisor();
        if (change == u"none")
            act.proposal = ActId();
        else if (change == u"strange")
            act.proposal = ActId(QStringLiteral("another"));
        else if (change == u"silent")
            act.text = QStringLiteral(" ");
        else if (change == u"reply")
            act.reply = Reply{QStringLiteral("done"), QStringLiteral("تم")};
        else if (change == u"closed")
            theCase.proposals.front().state = State::Dismissed;
        else if (change == u"newer")
            theCase.proposals.front().state = State::Unknown;
        else if (change == u"author")
            act.actor = otherOfficer();
        const auto after = tried(theCase, act);
        QCOMPARE(codeOf(after), code);
        const bool isConflict = code == u"proposal.closed";
        const bool isForbidden = code == u"act.forbidden";
        QVERIFY(after.error().kind
                == (isConflict        ? Error::Kind::Conflict
                        : isForbidden ? Error::Kind::Forbidden
                                      : Error::Kind::Invalid));
    }

    // That somebody had begun says nothing by itself once their work was judged.
    void aStartGoesWithTheWorkThatFollowedIt()
    {
        Act begun = numbered(sampleAct(ActType::Start, otherOfficer()), 1);
        Act others = numbered(sampleAct(ActType::Start, sampleSupervisor()), 2);
        const Case base = proposed(proposed(sampleCase(), begun), others);
        const Case both = withProposal(base, ActType::Complete, otherOfficer());
        const Case adopted = applied(both, adoption(ActType::Complete));
        QVERIFY(proposalOf(adopted, begun.id)->state == State::Adopted);
        QVERIFY(proposalOf(adopted, others.id)->state == State::Open);
        const Case dismissed = applied(both, sampleAct(ActType::Dismiss, sampleOfficer()));
        QVERIFY(proposalOf(dismissed, begun.id)->state == State::Dismissed);
        QVERIFY(!proposalOf(dismissed, begun.id)->closingText.isEmpty());
        QVERIFY(proposalOf(dismissed, others.id)->state == State::Open);
    }

    void dismissingIsOfferedWhileThereIsSomethingToDismiss()
    {
        const auto offered = [](const Case &theCase) {
            const auto acts = allowedActs(theCase, sampleOfficer());
            return std::find(acts.begin(), acts.end(), ActType::Dismiss) != acts.end();
        };
        const Case open = withProposal(sampleCase(), ActType::Complete, otherOfficer());
        QVERIFY(!offered(sampleCase()));
        QVERIFY(offered(open));
        QVERIFY(!offered(applied(open, adoption(ActType::Complete))));
    }

    // An act that the centre kept is not shown as done on the desk of its author, should the case come back.
    void aKeptActIsNotFoldedAgain()
    {
        const Act act = numbered(sampleAct(ActType::Complete, otherOfficer()), 1);
        Case truth = proposed(sampleCase(), act);
        truth.assignee = nameOf(otherOfficer());
        const ReferenceOf referenceOf = [](const QString &) {
            return std::make_shared<const Reference>(sampleReference());
        };
        const Folded folded = foldPending(truth, {act}, referenceOf);
        QVERIFY(folded.shown == truth && folded.applied == 1 && !folded.refused);
    }

    void anAuthorIsToldOfTheirOwnOnly()
    {
        const Case theCase = proposed(withProposal(sampleCase(), ActType::Complete, otherOfficer()),
                                      numbered(sampleAct(ActType::Note, sampleSupervisor()), 2));
        const OwnProposals own = proposalsBy(otherOfficer().id, theCase);
        QVERIFY(own.caseId == theCase.id && own.number == theCase.number);
        QCOMPARE(own.proposals.size(), std::size_t(1));
        QVERIFY(own.proposals.front() == theCase.proposals.front());
    }
};

QTEST_GUILESS_MAIN(ProposalsTest)
#include "tst_proposals.moc"

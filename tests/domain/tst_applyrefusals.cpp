// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/workflow.h"

#include "tests/support/samplecase.h"
#include "tests/support/samplereference.h"
#include "tests/support/shown.h"

#include <QtTest/QTest>

using namespace tawasul;

namespace {

using Change = std::function<void(Act &)>;

// One thing wrong with an otherwise complete act.
struct Refusal
{
    const char *name;
    Case theCase;
    ActType type;
    Change change;
    const char *code; ///< after "act.invalid."; empty: accepted after all
};

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

Case noProofNeeded(CaseStatus status = CaseStatus::InProgress)
{
    return sampleCaseOf("residency", "residency.translated_name", status);
}

std::vector<Refusal> reasonRefusals()
{
    const Case open = sampleCase();
    const Case closed = sampleCase(CaseStatus::Completed);
    const Change noReason = [](Act &act) { act.reason.clear(); };
    const Change strange = [](Act &act) { act.reason = text("MOON"); };
    return {
        {"complete without reason", open, ActType::Complete, noReason, "reason_missing"},
        {"return without reason", open, ActType::Return, noReason, "reason_missing"},
        {"reject without reason", open, ActType::Reject, noReason, "reason_missing"},
        {"transfer without reason", open, ActType::Transfer, noReason, "reason_missing"},
        {"escalate without reason", open, ActType::Escalate, noReason, "reason_missing"},
        {"reopen without reason", closed, ActType::Reopen, noReason, "reason_missing"},
        {"complete, reason unknown", open, ActType::Complete, strange, "reason_unknown"},
        {"return, reason unknown", open, ActType::Return, strange, "reason_unknown"},
        {"transfer, reason unknown", open, ActType::Transfer, strange, "reason_unknown"},
        {"escalate, reason unknown", open, ActType::Escalate, strange, "reason_unknown"},
        {"reopen, reason unknown", closed, ActType::Reopen, strange, "reason_unknown"},
        {"reopen with a reason to complete", closed, ActType::Reopen,
         [](Act &act) { act.reason = text("DONE"); }, "reason_mismatch"},
        {"return with a reason to reject", open, ActType::Return,
         [](Act &act) { act.reason = text("DEADLINE_PASSED"); }, "reason_mismatch"},
        {"complete with a reason to transfer", open, ActType::Complete,
         [](Act &act) { act.reason = text("WRONG_SECTION"); }, "reason_mismatch"},
        {"reject with a reason that serves two outcomes", open, ActType::Reject,
         [](Act &act) { act.reason = text("WRONG_SECTION"); }, ""},
        {"start without reason", sampleCase(CaseStatus::New), ActType::Start, noReason, ""},
    };
}

std::vector<Refusal> textRefusals()
{
    const Case open = sampleCase();
    const Case closed = sampleCase(CaseStatus::Rejected);
    const Change blank = [](Act &act) { act.text = text(" \t\n\u00A0"); };
    return {
        {"an empty note", open, ActType::Note, [](Act &act) { act.text.clear(); }, "text_missing"},
        {"a blank note", open, ActType::Note, blank, "text_missing"},
        {"escalate without saying why", open, ActType::Escalate, blank, "text_missing"},
        {"reopen without saying why", closed, ActType::Reopen, blank, "text_missing"},
        {"assign to nobody", open, ActType::Assign, [](Act &act) { act.toAssignee.reset(); },
         "assignee_missing"},
        {"unassign somebody", open, ActType::Unassign,
         [](Act &act) { act.toAssignee = nameOf(otherOfficer()); }, "assignee_unexpected"},
        {"assign to somebody without identity", open, ActType::Assign,
         [](Act &act) {
             act.toAssignee = PersonName{{}, text("خالد")};
         },
         "assignee_missing"},
        {"a note that names an assignee", open, ActType::Note,
         [](Act &act) { act.toAssignee = nameOf(otherOfficer()); }, "assignee_unexpected"},
        {"a transfer that names an assignee", open, ActType::Transfer,
         [](Act &act) { act.toAssignee = nameOf(otherOfficer()); }, "assignee_unexpected"},
    };
}

std::vector<Refusal> replyRefusals()
{
    const Case open = sampleCase();
    const Change withReply = [](Act &act) { act.reply = Reply{text("done"), text("تم")}; };
    const Change noReply = [](Act &act) { act.reply.reset(); };
    const auto from = [](const char *code) {
        return [code](Act &act) { act.reply->templateCode = text(code); };
    };
    return {
        {"a note with a reply", open, ActType::Note, withReply, "reply_unexpected"},
        {"an escalation with a reply", open, ActType::Escalate, withReply, "reply_unexpected"},
        {"a transfer with a reply", open, ActType::Transfer, withReply, "reply_unexpected"},
        {"an assignment with a reply", open, ActType::Assign, withReply, "reply_unexpected"},
        {"complete without reply", open, ActType::Complete, noReply, "reply_missing"},
        {"complete without reply, no proof needed", noProofNeeded(), ActType::Complete,
         [](Act &act) { act.reply.reset(), act.execution.reset(); }, "reply_missing"},
        {"return without reply", open, ActType::Return, noReply, "reply_missing"},
        {"reject without reply", open, ActType::Reject, noReply, "reply_missing"},
        {"reject with a blank reply", open, ActType::Reject, [](Act &act) { act.reply->text = text(" \n"); },
         "reply_empty"},
        {"return from no template", open, ActType::Return, from(""), "template_unknown"},
        {"return from an unknown template", open, ActType::Return, from("later"), "template_unknown"},
        {"return from a template to reject", open, ActType::Return, from("refused"), "template_mismatch"},
        {"reject from the template for done", open, ActType::Reject, from("done"), "template_mismatch"},
    };
}

std::vector<Refusal> proofRefusals()
{
    const Case waiting = sampleCase(CaseStatus::AwaitingExecution);
    const Change noProof = [](Act &act) { act.execution.reset(); };
    const auto at = [](std::chrono::milliseconds after) {
        return [after](Act &act) { act.execution->at = act.recordedAt + after; };
    };
    return {
        {"a return with a proof", sampleCase(), ActType::Return,
         [](Act &act) {
             act.execution = Execution{text("1"), act.recordedAt};
         },
         "execution_unexpected"},
        {"a note with a proof", sampleCase(), ActType::Note,
         [](Act &act) {
             act.execution = Execution{text("1"), act.recordedAt};
         },
         "execution_unexpected"},
        {"a proof without number", sampleCase(), ActType::Complete,
         [](Act &act) { act.execution->operationNumber = text(" "); }, "operation_number_missing"},
        {"a proof of five minutes from now", sampleCase(), ActType::Complete, at(std::chrono::minutes(5)),
         ""},
        {"a proof of a little later than that", sampleCase(), ActType::Complete,
         at(std::chrono::minutes(5) + std::chrono::milliseconds(1)), "execution_in_future"},
        {"a proof of later than a clock that is behind, as the centre has told already", sampleCase(),
         ActType::Complete,
         [](Act &act) {
             act.lastServerTime = act.recordedAt + std::chrono::hours(2);
             act.execution->at = *act.lastServerTime + std::chrono::minutes(5);
         },
         ""},
        {"a proof of later than that, too", sampleCase(), ActType::Complete,
         [](Act &act) {
             act.lastServerTime = act.recordedAt + std::chrono::hours(2);
             act.execution->at = *act.lastServerTime + std::chrono::minutes(6);
         },
         "execution_in_future"},
        {"a clock that is ahead counts as it did", sampleCase(), ActType::Complete,
         [](Act &act) {
             act.lastServerTime = act.recordedAt - std::chrono::hours(2);
             act.execution->at = act.recordedAt;
         },
         ""},
        {"done without the proof", sampleCase(), ActType::Complete, noProof, "reply_says_done"},
        {"waiting, and still no proof", waiting, ActType::Complete,
         [](Act &act) { act.execution.reset(), act.reply.reset(); }, "execution_missing"},
        {"waiting, no proof, a reply that says nothing", waiting, ActType::Complete,
         [](Act &act) { act.execution.reset(), act.reply->templateCode = text("accepted"); },
         "execution_missing"},
        {"waiting, no proof, although this version asks for none",
         noProofNeeded(CaseStatus::AwaitingExecution), ActType::Complete, noProof, "execution_missing"},
        {"waiting, the proof without the reply", waiting, ActType::Complete,
         [](Act &act) { act.reply.reset(); }, "reply_missing"},
    };
}

std::vector<Refusal> transferRefusals()
{
    const Case open = sampleCase();
    const auto to = [](const char *section, const char *subService) {
        return [section, subService](Act &act) {
            act.toSection = text(section);
            act.toSubService = text(subService);
        };
    };
    return {
        {"to nowhere", open, ActType::Transfer, to("", ""), "target_unknown"},
        {"to a section alone", open, ActType::Transfer, to("visit", ""), "target_unknown"},
        {"to an unknown section", open, ActType::Transfer, to("moon", "visit.multi_entry"), "target_unknown"},
        {"to an unknown sub-service", open, ActType::Transfer, to("visit", "visit.moon"), "target_unknown"},
        {"to a sub-service of another section", open, ActType::Transfer,
         to("visit", "reports.absence_cancel"), "target_unknown"},
        {"to where it is", open, ActType::Transfer, to("residency", "residency.translated_name"),
         "target_same"},
        {"a note with a target", open, ActType::Note, to("visit", "visit.multi_entry"), "target_unexpected"},
        {"a return with a target", open, ActType::Return, to("", "visit.multi_entry"), "target_unexpected"},
    };
}

} // namespace

class ApplyRefusalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const auto &group :
             {reasonRefusals(), textRefusals(), replyRefusals(), proofRefusals(), transferRefusals()})
            m_refusals.insert(m_refusals.end(), group.begin(), group.end());
    }

    void whatIsMissingOrContradictsIsRefused_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < m_refusals.size(); ++i)
            QTest::newRow(m_refusals[i].name) << static_cast<int>(i);
    }

    void whatIsMissingOrContradictsIsRefused()
    {
        QFETCH(int, index);
        const Refusal &row = m_refusals[static_cast<std::size_t>(index)];
        const Actor actor =
            transitionFor(row.theCase.status, row.type, Role::Officer) ? sampleOfficer() : sampleSupervisor();
        Act act = sampleAct(row.type, actor);
        QVERIFY2(apply(row.theCase, act, sampleReference(), sampleNow()).has_value(),
                 "the act was not complete");
        row.change(act);
        const Result<Case> after = apply(row.theCase, act, sampleReference(), sampleNow());
        if (*row.code == '\0') {
            QVERIFY2(after.has_value(), after ? "" : qPrintable(after.error().code));
            return;
        }
        QVERIFY(!after.has_value());
        QCOMPARE(after.error().code, QString(QStringLiteral("act.invalid.") % QLatin1String(row.code)));
        QCOMPARE(after.error().kind, Error::Kind::Invalid);
        QVERIFY(!after.error().detail.isEmpty());
    }

    void whatIsNobodysHasNobodyToLose()
    {
        const Case owned = sampleCase();
        const Act act = sampleAct(ActType::Unassign, sampleSupervisor());
        const auto after = apply(owned, act, sampleReference(), sampleNow());
        QVERIFY(after.has_value() && !after->assignee && after->status == owned.status);
        QCOMPARE(apply(*after, act, sampleReference(), sampleNow()).error().code,
                 QStringLiteral("act.invalid.not_assigned"));
    }

    // Whoever may not act learns nothing about what else would have been wrong.
    void reachIsAskedBeforeStatusAndStatusBeforeContent()
    {
        Act act = sampleAct(ActType::Complete, otherOfficer());
        act.reason.clear();
        const auto code = [&act](CaseStatus status) {
            return apply(sampleCase(status), act, sampleReference(), sampleNow()).error().code;
        };
        QCOMPARE(code(CaseStatus::Completed), QStringLiteral("act.forbidden"));
        act.actor = sampleOfficer();
        QCOMPARE(code(CaseStatus::Completed), QStringLiteral("act.illegal"));
        QCOMPARE(code(CaseStatus::InProgress), QStringLiteral("act.invalid.reason_missing"));
    }

    void aTemplateThatSaysDoneServesNoOtherOutcome()
    {
        Reference careless = sampleReference();
        careless.templates.front().outcomes = {ActType::Complete, ActType::Reject, ActType::Return};
        for (const ActType type : {ActType::Reject, ActType::Return}) {
            Act act = sampleAct(type, sampleOfficer());
            act.reply->templateCode = careless.templates.front().code;
            const auto refused = apply(sampleCase(), act, careless, sampleNow());
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, QStringLiteral("act.invalid.reply_says_done"));
        }
    }

private:
    std::vector<Refusal> m_refusals;
};

QTEST_GUILESS_MAIN(ApplyRefusalsTest)
#include "tst_applyrefusals.moc"

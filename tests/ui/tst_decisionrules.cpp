// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QTest>

#include "models/domain/replytext.h"
#include "models/domain/workflow.h"
#include "tests/support/samplecases.h"
#include "ui/decisions/answers.h"
#include "ui/decisions/decisionform.h"
#include "ui/decisions/replychoices.h"
#include "ui/decisions/replyvalues.h"

using namespace tawasul;

namespace {

QStringList codesOf(const std::vector<const Reason *> &reasons)
{
    QStringList codes;
    for (const Reason *reason : reasons)
        codes.append(reason->code);
    return codes;
}

QStringList codesOf(const std::vector<const ReplyTemplate *> &replies)
{
    QStringList codes;
    for (const ReplyTemplate *reply : replies)
        codes.append(reply->code);
    return codes;
}

DecisionForm filledForm()
{
    DecisionForm form;
    form.type = ActType::Complete;
    form.reason = QStringLiteral("EXECUTED");
    form.executed = true;
    form.operationNumber = QStringLiteral("7700214581");
    form.executedOn = QStringLiteral("22/11/2026");
    form.executedAt = QStringLiteral("10:30");
    form.templateCode = QStringLiteral("complete.passport_info_transferred");
    form.reply = QStringLiteral("نص \"الرد\" {التفاصيل}\nسطر ثان");
    form.missingDocuments = {QStringLiteral("iqama"), QStringLiteral("new_passport")};
    form.toSection = QStringLiteral("exit");
    form.toSubService = QStringLiteral("exit.final_issue");
    form.text = QStringLiteral("ملاحظة \u202E داخلية");
    form.otherReplies = {{QStringLiteral("complete.executed"), QStringLiteral("نص آخر")}};
    return form;
}

} // namespace

class DecisionRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reasonsFollowTheOutcome_data()
    {
        QTest::addColumn<ActType>("outcome");
        QTest::addColumn<bool>("needsProof");
        QTest::addColumn<bool>("executed");
        QTest::addColumn<QStringList>("must");
        QTest::addColumn<QStringList>("mustNot");
        const auto list = [](const char *codes) {
            return QString::fromLatin1(codes).split(u' ', Qt::SkipEmptyParts);
        };
        QTest::newRow("return") << ActType::Return << true << true
                                << list("MISSING_IDENTIFIER MISSING_ATTACHMENT NOT_LINKED")
                                << list("DUPLICATE EXECUTED SPECIALIST_SECTION");
        QTest::newRow("reject") << ActType::Reject << true << true << list("DUPLICATE DEADLINE_PASSED")
                                << list("MISSING_ATTACHMENT EXECUTED");
        QTest::newRow("complete with proof")
            << ActType::Complete << true << true << list("EXECUTED ALREADY_DONE")
            << list("APPROVED_AWAITING_EXECUTION DUPLICATE");
        QTest::newRow("complete without proof")
            << ActType::Complete << true << false << list("APPROVED_AWAITING_EXECUTION")
            << list("EXECUTED ALREADY_DONE SETTLED_WITHOUT_EXECUTION");
        QTest::newRow("complete, no proof asked for")
            << ActType::Complete << false << true << list("EXECUTED SETTLED_WITHOUT_EXECUTION")
            << list("DUPLICATE");
        QTest::newRow("transfer") << ActType::Transfer << true << true
                                  << list("WRONG_SECTION SPECIALIST_SECTION") << list("EXECUTED");
        QTest::newRow("escalate") << ActType::Escalate << true << true
                                  << list("HUMANITARIAN_CASE TECHNICAL_FAULT") << list("EXECUTED");
        QTest::newRow("note") << ActType::Note << true << true << QStringList{} << list("EXECUTED DUPLICATE");
    }
    void reasonsFollowTheOutcome()
    {
        QFETCH(ActType, outcome);
        QFETCH(bool, needsProof);
        QFETCH(bool, executed);
        QFETCH(QStringList, must);
        QFETCH(QStringList, mustNot);
        const ReplySituation situation{outcome, QStringLiteral("docupdate"), needsProof, executed};
        const QStringList offered = codesOf(offeredReasons(*samples::reference(), situation));
        for (const QString &code : must)
            QVERIFY2(offered.contains(code), qPrintable(code));
        for (const QString &code : mustNot)
            QVERIFY2(!offered.contains(code), qPrintable(code));
    }

    void withoutProofNoReplySaysDone()
    {
        const Reference &reference = *samples::reference();
        for (const Section &section : reference.sections) {
            for (const Reason &reason : reference.reasons) {
                const ReplySituation situation{ActType::Complete, section.code, true, false};
                for (const ReplyTemplate *reply : offeredTemplates(reference, reason, situation))
                    QVERIFY2(!reply->saysDone, qPrintable(reply->code));
            }
        }
    }

    void theSectionsOwnReplyComesFirst()
    {
        const Reference &reference = *samples::reference();
        const QStringList offered =
            codesOf(offeredTemplates(reference, *reference.reason(QStringLiteral("EXECUTED")),
                                     {ActType::Complete, QStringLiteral("docupdate"), true, true}));
        QCOMPARE(offered,
                 (QStringList{QStringLiteral("complete.passport_info_transferred"),
                              QStringLiteral("complete.executed")}));
    }

    // Every reason of every decision leads to a reply in every section, or an officer would stand before an
    // empty sheet.
    void everyOfferedReasonHasAReply()
    {
        const Reference &reference = *samples::reference();
        for (const ActType outcome : {ActType::Complete, ActType::Return, ActType::Reject}) {
            for (const Section &section : reference.sections) {
                const ReplySituation situation{outcome, section.code, true, true};
                QVERIFY(!offeredReasons(reference, situation).empty());
                for (const Reason *reason : offeredReasons(reference, situation))
                    QVERIFY(!offeredTemplates(reference, *reason, situation).empty());
            }
        }
    }

    void everyVariableIsFilledOrHasALabel()
    {
        const Reference &reference = *samples::reference();
        const QHash<QString, QString> values = replyValues(samples::ordinary(), reference, filledForm());
        for (const ReplyTemplate &reply : reference.templates) {
            for (const QString &variable : fillReply(reply.body.ar, values).unfilled)
                QVERIFY2(!variableLabel(variable).contains(u'_'), qPrintable(variable));
        }
        QCOMPARE(values.value(QStringLiteral("operation_number")), QStringLiteral("7700214581"));
        QCOMPARE(values.value(QStringLiteral("executed_at")), QStringLiteral("22/11/2026"));
        QCOMPARE(values.value(QStringLiteral("due_date")), dayInReply(samples::ordinary().deadline().day));
        QCOMPARE(values.value(QStringLiteral("missing_documents")),
                 QStringLiteral("هوية مقيم، الجواز الجديد"));
    }

    void anOverrideInANameNeverReachesTheReply()
    {
        Case theCase = samples::ordinary();
        theCase.beneficiary.name = QStringLiteral("محمد \u202Eعلي\u202C");
        const QHash<QString, QString> values = replyValues(theCase, *samples::reference(), {});
        QCOMPARE(values.value(QStringLiteral("beneficiary_name")), QStringLiteral("محمد علي"));
    }

    void aDraftComesBackAsItWas()
    {
        DecisionDrafts drafts;
        drafts.forms.insert(ActType::Complete, filledForm());
        DecisionForm note;
        note.type = ActType::Note;
        note.text = QStringLiteral("متابعة");
        note.executed = true;
        drafts.forms.insert(ActType::Note, note);
        drafts.last = ActType::Note;
        const DecisionDrafts read = draftsFromJson(toJson(drafts));
        QCOMPARE(read.forms, drafts.forms);
        QCOMPARE(read.last, ActType::Note);
    }

    void aRecalledActBecomesTheDraftOfItsCase()
    {
        Act recalled;
        recalled.type = ActType::Complete;
        recalled.reason = QStringLiteral("EXECUTED");
        recalled.reply = Reply{QStringLiteral("complete.executed"), QStringLiteral("نص مسترجع")};
        recalled.execution =
            Execution{QStringLiteral("7700214581"), riyadhInstant(QDate(2026, 11, 22), QTime(9, 5))};
        const DecisionDrafts alone = draftsFromJson(draftOf(recalled));
        QCOMPARE(alone.last, ActType::Complete);
        const DecisionForm form = alone.forms.value(ActType::Complete);
        QCOMPARE(form.reply, recalled.reply->text);
        QCOMPARE(executionOf(form), recalled.execution);
        // What the case has by now stays beside it.
        DecisionDrafts kept;
        kept.forms.insert(ActType::Complete, filledForm());
        kept.forms[ActType::Note].type = ActType::Note;
        kept.forms[ActType::Note].text = QStringLiteral("متابعة");
        const DecisionDrafts both = draftsFromJson(draftOf(recalled, toJson(kept)));
        QCOMPARE(both.forms.value(ActType::Note).text, QStringLiteral("متابعة"));
        QCOMPARE(both.forms.value(ActType::Complete).reply, recalled.reply->text);
        QCOMPARE(both.forms.value(ActType::Complete).otherReplies.value(filledForm().templateCode),
                 filledForm().reply);
    }

    void aDraftThatCannotBeReadIsLeftOut_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("not JSON") << QByteArray("{\"forms\": ");
        QTest::newRow("an array") << QByteArray("[1,2]");
        QTest::newRow("an act of a newer program")
            << QByteArray("{\"format\":9,\"last\":\"approve\",\"forms\":{\"approve\":{\"text\":\"x\"}}}");
        QTest::newRow("forms of another kind") << QByteArray("{\"forms\":[{\"text\":1}]}");
    }
    void aDraftThatCannotBeReadIsLeftOut()
    {
        QFETCH(QByteArray, json);
        const DecisionDrafts drafts = draftsFromJson(json);
        QVERIFY(drafts.isEmpty());
        QCOMPARE(drafts.last, ActType::Unknown);
    }

    void whatIsConfirmedIsWhatTheRegisterAccepts()
    {
        const Case theCase = samples::ordinary();
        DecisionForm form = filledForm();
        form.reply = QStringLiteral("تم نقل المعلومات.");
        const Intention intention = intentionOf(form, theCase, *samples::reference());
        Act act;
        act.id = ActId(QStringLiteral("a"));
        act.caseId = intention.caseId;
        act.type = intention.type;
        act.actor = samples::officer();
        act.recordedAt = samples::now();
        act.reason = intention.reason;
        act.text = intention.text;
        act.reply = intention.reply;
        act.execution = intention.execution;
        const Result<Case> after = apply(theCase, act, *samples::reference(), samples::now());
        QVERIFY2(after.has_value(), after ? "" : qPrintable(after.error().code));
        QCOMPARE(after->status, CaseStatus::Completed);
        QCOMPARE(intention.seenVersion, theCase.version);
    }

    void aFormSaysOnlyWhatBelongsToItsAct_data()
    {
        QTest::addColumn<ActType>("type");
        QTest::addColumn<bool>("reason");
        QTest::addColumn<bool>("reply");
        QTest::addColumn<bool>("execution");
        QTest::addColumn<bool>("target");
        QTest::newRow("complete") << ActType::Complete << true << true << true << false;
        QTest::newRow("return") << ActType::Return << true << true << false << false;
        QTest::newRow("reject") << ActType::Reject << true << true << false << false;
        QTest::newRow("transfer") << ActType::Transfer << true << false << false << true;
        QTest::newRow("escalate") << ActType::Escalate << true << false << false << false;
        QTest::newRow("note") << ActType::Note << false << false << false << false;
    }
    void aFormSaysOnlyWhatBelongsToItsAct()
    {
        QFETCH(ActType, type);
        QFETCH(bool, reason);
        QFETCH(bool, reply);
        QFETCH(bool, execution);
        QFETCH(bool, target);
        DecisionForm form = filledForm();
        form.type = type;
        const Intention intention = intentionOf(form, samples::ordinary(), *samples::reference());
        QCOMPARE(!intention.reason.isEmpty(), reason);
        QCOMPARE(intention.reply.has_value(), reply);
        QCOMPARE(intention.execution.has_value(), execution);
        QCOMPARE(!intention.toSection.isEmpty(), target);
        QCOMPARE(!intention.toSubService.isEmpty(), target);
    }

    void theProofIsReadInEitherShapeOfDigits_data()
    {
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("time");
        QTest::addColumn<bool>("readable");
        QTest::newRow("European") << QStringLiteral("22/11/2026") << QStringLiteral("10:30") << true;
        QTest::newRow("Arabic-Indic") << QStringLiteral("٢٢/١١/٢٠٢٦") << QStringLiteral("١٠:٣٠") << true;
        QTest::newRow("short") << QStringLiteral("2/1/2026") << QStringLiteral("9:05") << true;
        QTest::newRow("no such day") << QStringLiteral("31/11/2026") << QStringLiteral("10:30") << false;
        QTest::newRow("no such time") << QStringLiteral("22/11/2026") << QStringLiteral("25:00") << false;
        QTest::newRow("empty") << QString() << QString() << false;
    }
    void theProofIsReadInEitherShapeOfDigits()
    {
        QFETCH(QString, day);
        QFETCH(QString, time);
        QFETCH(bool, readable);
        DecisionForm form = filledForm();
        form.executedOn = day;
        form.executedAt = time;
        QCOMPARE(executionOf(form).has_value(), readable);
    }

    void aFailedCheckKnowsItsAnswer_data()
    {
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("reason");
        QTest::newRow("identifier") << QStringLiteral("identifier") << QStringLiteral("MISSING_IDENTIFIER");
        QTest::newRow("section") << QStringLiteral("section") << QStringLiteral("WRONG_SECTION");
        QTest::newRow("attachments") << QStringLiteral("attachments") << QStringLiteral("MISSING_ATTACHMENT");
    }
    void aFailedCheckKnowsItsAnswer()
    {
        QFETCH(QString, check);
        QFETCH(QString, reason);
        const Case theCase = samples::failedChecks();
        const Prechecks checks = precheck(theCase, *samples::reference());
        const DecisionForm form = answerToCheck(check, checks, *samples::reference());
        QCOMPARE(form.type, ActType::Return);
        QCOMPARE(form.reason, reason);
        QCOMPARE(form.missingDocuments,
                 (QStringList{QStringLiteral("old_passport"), QStringLiteral("new_passport")}));
        if (check == u"section")
            QCOMPARE(form.toSection, QStringLiteral("visit_ext"));
    }

    void anEnquiryIsAnsweredAsAnEnquiry()
    {
        Case theCase = samples::ordinary();
        theCase.description = QStringLiteral("عندي استفسار وسؤال: كم رسوم تجديد الإقامة؟");
        const Prechecks checks = precheck(theCase, *samples::reference());
        QCOMPARE(checks.section.why, SectionCheck::Why::GeneralEnquiry);
        QCOMPARE(answerToCheck(QStringLiteral("section"), checks, *samples::reference()).reason,
                 QStringLiteral("GENERAL_ENQUIRY"));
    }

    void anotherCopyIsAskedForWithItsDocuments()
    {
        Case theCase = samples::ordinary();
        const QString sha256 = theCase.attachments.front().sha256;
        theCase.attachments.front().documents = {QStringLiteral("iqama")};
        DecisionForm form = answerToUnreadableFile(sha256, theCase, *samples::reference());
        QCOMPARE(form.type, ActType::Return);
        QCOMPARE(form.reason, QStringLiteral("UNREADABLE_ATTACHMENT"));
        QCOMPARE(form.missingDocuments, QStringList{QStringLiteral("iqama")});
        theCase.attachments.front().documents.clear();
        form = answerToUnreadableFile(sha256, theCase, *samples::reference());
        QCOMPARE(form.missingDocuments,
                 samples::reference()->subService(theCase.subService)->requiredDocuments);
        // A centre that does not know the reason leaves it to the officer.
        QVERIFY(answerToUnreadableFile(sha256, theCase, Reference()).reason.isEmpty());
    }

    void gapsAreFoundOnceEach()
    {
        QCOMPARE(gapsIn(QStringLiteral("نص {التفاصيل} ثم {المكتب} ثم {التفاصيل}")),
                 (QStringList{QStringLiteral("التفاصيل"), QStringLiteral("المكتب")}));
        QVERIFY(gapsIn(QStringLiteral("نص بلا فراغ } { مقلوب")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(DecisionRulesTest)
#include "tst_decisionrules.moc"

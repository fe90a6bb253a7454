// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What supervisors send and are told: headers, orders and their answers, leaves, officers.
#include "models/protocol/assignmentcodec.h"
#include "models/protocol/casecodec.h"
#include "models/protocol/headercodec.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/leavecodec.h"
#include "models/protocol/messages.h"

#include "tests/support/generators.h"
#include "tests/support/jsonfaults.h"
#include "tests/support/property.h"
#include "tests/support/samplecase.h"
#include "tests/support/shown.h"

#include <QtCore/QSet>

using namespace tawasul;

namespace {

AssignmentOrder fullOrder()
{
    AssignmentOrder order;
    order.id = AssignmentId(QStringLiteral("019ab9d0-2f70-7aaa-8bbb-0000000000b1"));
    order.isDryRun = true;
    order.recordedAt = sampleNow();
    order.text = QStringLiteral("توزيع الصباح");
    order.cases = {{CaseId(QStringLiteral("one")), 3, otherOfficer().id},
                   {CaseId(QStringLiteral("two")), {}, {}}};
    order.monotonic = std::chrono::milliseconds(7'654'321);
    order.lastServerTime = sampleNow() - std::chrono::minutes(3);
    return order;
}

AssignmentOrder ruleOrder()
{
    AssignmentOrder order = fullOrder();
    order.cases.clear();
    order.isDryRun = false;
    order.rule = AssignmentRule{sampleOfficer().id, QDate(2026, 11, 24), QDate(2026, 11, 30),
                                QStringLiteral("residency"), QStringLiteral("residency.renewal")};
    order.to = otherOfficer().id;
    return order;
}

wire::AssignmentAnswer fullAnswer()
{
    AssignmentVerdict done;
    done.caseId = CaseId(QStringLiteral("one"));
    done.number = QStringLiteral("TW-26-1");
    done.outcome = AssignmentOutcome::Done;
    done.version = 4;
    done.from = nameOf(sampleOfficer());
    done.to = nameOf(otherOfficer());
    done.act = ActId(QStringLiteral("an act"));
    AssignmentVerdict away = done;
    away.outcome = AssignmentOutcome::Refused;
    away.reason = QStringLiteral("assignment.on_leave");
    away.substitute = nameOf(sampleOfficer());
    away.act = {};
    away.from.reset();
    wire::AssignmentAnswer answer;
    answer.id = fullOrder().id;
    answer.at = sampleNow();
    answer.undoUntil = sampleNow() + kAssignmentUndo;
    answer.results = {done, away, outOfReach(CaseId(QStringLiteral("two")))};
    answer.loads = {{nameOf(sampleOfficer()), {1, 2, 3, 4}, {0, 2, 3, 4}}, {{}, {}, {1, 0, 0, 0}}};
    return answer;
}

Leave fullLeave()
{
    Leave leave;
    leave.id = LeaveId(QStringLiteral("019ab9d0-2f70-7aaa-8bbb-0000000000d1"));
    leave.version = 2;
    leave.officer = nameOf(sampleOfficer());
    leave.kind = Leave::Kind::Planned;
    leave.first = QDate(2026, 11, 29);
    leave.last = QDate(2026, 12, 3);
    leave.substitute = nameOf(otherOfficer());
    leave.recordedBy = nameOf(sampleSupervisor());
    leave.recordedAt = sampleNow();
    leave.endedAt = sampleNow() + std::chrono::hours(200);
    leave.changedBy = nameOf(sampleRegionSupervisor());
    leave.changedAt = leave.endedAt;
    return leave;
}

std::vector<wire::StaffLine> fullStaff()
{
    const Actor officer = sampleOfficer();
    return {{{nameOf(officer), officer.role, officer.section, officer.region, false, {fullLeave()}},
             {{QStringLiteral("DESK-7"), 3, sampleNow(), sampleNow() + std::chrono::hours(1)},
              {QString(), 0, {}, sampleNow()}}}};
}

template<class T>
T throughTheWire(const QJsonObject &object, Result<T> (*decode)(const QJsonObject &))
{
    auto read = wire::parseObject(wire::toBytes(object), QStringLiteral("message")).and_then(decode);
    return read ? std::move(read).value() : T();
}

} // namespace

class SupervisionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHeaderComesBackAsItWent()
    {
        const CaseHeader header = headerOf(fullCase());
        QVERIFY(throughTheWire(wire::toJson(header), wire::headerFromJson) == header);
        TAWASUL_HOLDS(20261210, 200, [] {
            const CaseHeader any = headerOf(*anyCase());
            const auto read = wire::headerFromJson(wire::toJson(any));
            RC_ASSERT(read.has_value());
            RC_ASSERT(*read == any);
        });
    }

    // The centre makes headers of the bytes it keeps, desks of the cases they hold: they are the same.
    void aHeaderOfTheBytesIsTheHeaderOfTheCase()
    {
        TAWASUL_HOLDS(20261211, 300, [] {
            const Case theCase = *anyCase();
            RC_ASSERT(wire::toBytes(wire::headerOfCaseJson(wire::toJson(theCase)))
                      == wire::toBytes(wire::toJson(headerOf(theCase))));
        });
    }

    void aHeaderHoldsNothingPersonal()
    {
        const QByteArray bytes = wire::toBytes(wire::toJson(headerOf(fullCase())));
        const Case theCase = fullCase();
        for (const QString &secret :
             {theCase.beneficiary.name, theCase.beneficiary.identifier, theCase.subject.party.name,
              theCase.subject.party.identifier, theCase.subject.party.passportNumber, theCase.description,
              theCase.attachments.front().name, theCase.attachments.front().sha256,
              theCase.marks.front().reason, theCase.history.back().text})
            QVERIFY2(secret.isEmpty() || !bytes.contains(secret.toUtf8()), qPrintable(secret));
    }

    void ordersComeBackAsTheyWent()
    {
        AssignmentOrder undo = fullOrder();
        undo.cases.clear();
        undo.undoes = AssignmentId(QStringLiteral("another"));
        AssignmentOrder toNobody = ruleOrder();
        toNobody.rule = AssignmentRule{};
        toNobody.to = {};
        for (const AssignmentOrder &order : {fullOrder(), ruleOrder(), undo, toNobody})
            QVERIFY(throughTheWire(wire::toJson(order), wire::assignmentOrderFromJson) == order);
    }

    // Written without objects, byte for byte what objects give.
    void theBodyIsWhatItsObjectIs()
    {
        AssignmentOrder many = fullOrder();
        for (const char16_t sign : u" ~\"\\/\n\u007f\u0628\ufeff\U0001F600\xd800")
            many.cases.push_back(
                {CaseId(QString(QChar(sign)) % u"x"), 7, PersonId(u"y" % QString(QChar(sign)))});
        AssignmentOrder undo = fullOrder();
        undo.cases.clear();
        undo.undoes = undo.id;
        for (const AssignmentOrder &order : {many, undo, ruleOrder(), AssignmentOrder()})
            QCOMPARE(wire::bodyOf(order), wire::toBytes(wire::toJson(order)));
    }

    void nobodyHasToBeSaid_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, const char *json, const char *detail) {
            QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(detail);
        };
        row("a case without whom", R"({"recorded_at":"2026-11-24T06:15:00.000Z","cases":[{"case_id":"a"}]})",
            "assignment.cases[0].to: missing");
        row("a rule without whom", R"({"recorded_at":"2026-11-24T06:15:00.000Z","rule":{"from":"a"}})",
            "assignment.to: missing");
        row("a rule of nobody's", R"({"recorded_at":"2026-11-24T06:15:00.000Z","rule":{},"to":"a"})",
            "assignment.rule.from: missing");
        row("a case without its id", R"({"recorded_at":"2026-11-24T06:15:00.000Z","cases":[{"to":"a"}]})",
            "assignment.cases[0].case_id: missing");
        row("no time", R"({"cases":[{"case_id":"a","to":"b"}]})", "assignment.recorded_at: missing");
        row("no version",
            R"({"recorded_at":"2026-11-24T06:15:00.000Z",)"
            R"("cases":[{"case_id":"a","to":"b","version":0}]})",
            "version");
        row("no day",
            R"({"recorded_at":"2026-11-24T06:15:00.000Z","rule":{"from":"a","ends_to":"soon"},"to":"b"})",
            "ends_to");
    }

    void nobodyHasToBeSaid()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, detail);
        const auto order =
            wire::parseObject(json, QStringLiteral("assignment")).and_then(wire::assignmentOrderFromJson);
        QVERIFY(!order);
        QCOMPARE(order.error().code, QStringLiteral("wire.malformed"));
        QVERIFY2(order.error().detail.contains(detail), qPrintable(order.error().detail));
    }

    void answersComeBackAsTheyWent()
    {
        wire::AssignmentAnswer answer = fullAnswer();
        QVERIFY(throughTheWire(wire::toJson(answer), wire::assignmentAnswerFromJson) == answer);
        const QJsonObject json = wire::toJson(answer);
        QCOMPARE(json[u"matched"].toInt(), 3);
        QCOMPARE(json[u"done"].toInt(), 1);
        QCOMPARE(json[u"refused"].toInt(), 2);
        // Of a case out of reach nothing is told but that.
        QCOMPARE(
            json[u"results"][2].toObject().keys(),
            (QStringList{QStringLiteral("case_id"), QStringLiteral("outcome"), QStringLiteral("reason")}));
        answer = {};
        answer.isDryRun = true;
        answer.at = sampleNow();
        QVERIFY(throughTheWire(wire::toJson(answer), wire::assignmentAnswerFromJson) == answer);
    }

    void leavesComeBackAsTheyWent()
    {
        Leave open = fullLeave();
        open.kind = Leave::Kind::Unplanned;
        open.last = {};
        open.substitute.reset();
        open.endedAt.reset();
        Leave newer = open;
        newer.kind = Leave::Kind::Unknown;
        newer.kindText = QStringLiteral("training");
        for (const Leave &leave : {fullLeave(), open, newer})
            QVERIFY(throughTheWire(wire::toJson(leave), wire::leaveFromJson) == leave);
        const std::vector<Leave> all{fullLeave(), open};
        QVERIFY(throughTheWire(wire::leavesToJson(all), wire::leavesFromJson) == all);

        Leave form = throughTheWire(wire::leaveFormToJson(fullLeave()), wire::leaveFormFromJson);
        QVERIFY(form.id.isEmpty() && form.version == 0);
        QVERIFY(form.officer.id == fullLeave().officer.id && form.kind == fullLeave().kind);
        QVERIFY(form.first == fullLeave().first && form.last == fullLeave().last);
        QCOMPARE(form.substitute->id, fullLeave().substitute->id);
        form = throughTheWire(wire::leaveFormToJson(open), wire::leaveFormFromJson);
        QVERIFY(!form.substitute && !form.last.isValid());
    }

    void officersComeBackAsTheyWent()
    {
        QVERIFY(throughTheWire(wire::staffToJson(fullStaff()), wire::staffFromJson) == fullStaff());
        wire::UnsentReport report = fullStaff().front().machines.front();
        report.profile = QStringLiteral("a profile");
        const auto form = throughTheWire(wire::unsentFormToJson(report), wire::unsentFormFromJson);
        QCOMPARE(form.unsent, 3);
        QCOMPARE(form.profile, report.profile);
        QCOMPARE(form.oldestRecordedAt, report.oldestRecordedAt);
        QVERIFY(!wire::unsentFormFromJson({{QStringLiteral("unsent"), -1}}));
        QVERIFY(!wire::unsentFormFromJson({}));
    }

    void whatIsMissingOrMistypedIsRefused()
    {
        const auto names = [](std::initializer_list<const char *> list) {
            QSet<QString> set;
            for (const char *name : list)
                set.insert(QString::fromLatin1(name));
            return set;
        };
        CaseHeader header = headerOf(fullCase());
        header.resubmittedAt = header.closedAt = sampleNow();
        const auto none = [](const QStringList &found) {
            if (!found.isEmpty())
                qWarning("%s", qPrintable(found.join(QLatin1Char('\n'))));
            return found.isEmpty();
        };
        QVERIFY(none(leniencies(QStringLiteral("header"), wire::headerFromJson, wire::toJson(header),
                                names({"assignee", "statutory_deadline", "statutory_deadline.rule",
                                       "resubmitted_at", "closed_at", "open_proposals"}))));
        QVERIFY(none(leniencies(QStringLiteral("leave"), wire::leaveFromJson, wire::toJson(fullLeave()),
                                names({"last_day", "substitute", "changed_by", "changed_at", "ended_at"}))));
        QVERIFY(none(leniencies(QStringLiteral("leave"), wire::leaveFormFromJson,
                                wire::leaveFormToJson(fullLeave()), names({"last_day", "substitute"}))));
        QVERIFY(none(leniencies(
            QStringLiteral("staff"), wire::staffFromJson, wire::staffToJson(fullStaff()),
            names({"officers[].leaves[].last_day", "officers[].leaves[].substitute",
                   "officers[].leaves[].ended_at", "officers[].leaves[].changed_by",
                   "officers[].leaves[].changed_at", "officers[].machines[].oldest_recorded_at"}))));
        QVERIFY(none(leniencies(QStringLiteral("assignment"), wire::assignmentOrderFromJson,
                                wire::toJson(fullOrder()),
                                names({"id", "dry_run", "text", "monotonic_ms", "last_server_time", "cases",
                                       "cases[].version"}))));
        QVERIFY(none(
            leniencies(QStringLiteral("assignment"), wire::assignmentOrderFromJson, wire::toJson(ruleOrder()),
                       names({"id", "text", "monotonic_ms", "last_server_time", "rule", "rule.ends_from",
                              "rule.ends_to", "rule.section", "rule.sub_service"}))));
    }

    void aPageOfHeadersComesBackAsItWent()
    {
        const wire::ChangesPage page{
            {wire::HeaderChanged{headerOf(fullCase())}, wire::CaseRemoved{CaseId(QStringLiteral("gone"))}},
            QStringLiteral("cursor"),
            false};
        QVERIFY(throughTheWire(wire::toJson(page), wire::changesPageFromJson) == page);
    }
};

QTEST_GUILESS_MAIN(SupervisionTest)
#include "tst_supervision.moc"

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/casecodec.h"
#include "models/protocol/jsonreader.h"
#include "models/sql/rows.h"
#include "models/sql/transaction.h"
#include "tests/central/assignmentstage.h"
#include "tests/central/feedreader.h"
#include "tests/support/shown.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

#include <random>

using namespace tawasul;
using namespace std::chrono_literals;

namespace {

using Answer = wire::AssignmentAnswer;

} // namespace

/// Many cases at once: each where it was meant to go or told why not, and once.
class AssignmentsTest : public QObject, protected AssignmentStage
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void casesMoveAndTheRestIsTold();
    void whatIsMovedIsAnActOfTheSupervisor();
    void aDryRunIsWhatHappensAndChangesNothing();
    void dryRunsOfAnyBoardComeTrue();
    void theSameOrderGetsTheSameAnswer();
    void aRepetitionOutlivesTheRole();
    void anIdBelongsToOneOrder_data();
    void anIdBelongsToOneOrder();
    void whatMovedNothingIsNotKept();
    void twoSupervisorsMoveTheSameCases();
    void aRuleMovesWhatItPicks();
    void aRuleThatPicksNothingSaysSo();
    void aRuleThatPicksTooMuchIsRefusedWhole();
    void onlySupervisorsGiveCases_data();
    void onlySupervisorsGiveCases();
    void nobodyGivesWhatIsNotTheirs();
    void nobodyLearnsWhoWorksElsewhere();
    void whoeverLosesACaseOfflineLosesNoWork();
    void everyFeedFollows();
    void aThousandCasesAreOneTransaction();
};

void AssignmentsTest::casesMoveAndTheRestIsTold()
{
    Leave leave;
    leave.id = LeaveId(m_centre->newActId().text());
    leave.officer.id = thirdOfficer().id;
    leave.kind = Leave::Kind::Unplanned;
    leave.first = riyadhDate(m_centre->clock().now());
    leave.substitute = nameOf(otherOfficer());
    must(m_connection->leaves().put(sampleSupervisor(), leave, {}));
    Actor removed = thirdOfficer();
    removed.id = PersonId(QStringLiteral("officer-5"));
    Actor unknown = thirdOfficer();
    unknown.id = PersonId(QStringLiteral("officer-99"));
    AssignmentOrder order = orderFor({{1, otherOfficer()},
                                      {2, thirdOfficer()},
                                      {3, removed},
                                      {4, fourthOfficer()},
                                      {5, otherOfficer()},
                                      {6, otherOfficer()}});
    order.cases.push_back({CaseId(QStringLiteral("no case")), {}, otherOfficer().id});
    order.cases.push_back({CaseId(QString(QChar(0))), {}, otherOfficer().id});
    const auto outcome = must(carry(sampleSupervisor(), order));
    QVERIFY(outcome.isNew);
    const auto answer = must(
        wire::assignmentAnswerFromJson(must(wire::parseObject(outcome.answer, QStringLiteral("answer")))));
    QStringList reasons;
    for (const AssignmentVerdict &verdict : answer.results)
        reasons.append(verdict.reason);
    QCOMPARE(reasons,
             (QStringList{
                 QString(), QStringLiteral("assignment.on_leave"),
                 QStringLiteral("assignment.officer_removed"), QStringLiteral("assignment.officer_unknown"),
                 QStringLiteral("assignment.decided"), QStringLiteral("assignment.out_of_reach"),
                 QStringLiteral("assignment.out_of_reach"), QStringLiteral("assignment.out_of_reach")}));
    QCOMPARE(answer.results[1].substitute, std::optional(nameOf(otherOfficer())));
    QCOMPARE(ownerOf(1), otherOfficer().id.text());
    for (int n = 2; n <= 6; ++n)
        QCOMPARE(caseIn(*m_connection, idOf(n)).version, numberedCase(n).version);
    // Whoever was asked for is not taken for nobody.
    const Answer refused = carried(sampleSupervisor(), orderFor({{2, unknown}}));
    QCOMPARE(refused.results[0].to, std::optional(PersonName{unknown.id, {}}));
    QCOMPARE(refused.results[0].reason, QStringLiteral("assignment.officer_unknown"));
    QCOMPARE(refused.loads.size(), std::size_t(1));
    QCOMPARE(refused.loads[0].officer, nameOf(sampleOfficer()));
    QCOMPARE(ownerOf(2), sampleOfficer().id.text());
}

void AssignmentsTest::whatIsMovedIsAnActOfTheSupervisor()
{
    const auto before = [](int n) {
        Case theCase = n == 2 ? fullCase() : numberedCase(n);
        theCase.id = idOf(n);
        theCase.number = numberedCase(n).number;
        theCase.version = 3;
        theCase.status = CaseStatus::Resubmitted;
        theCase.statusText.clear();
        theCase.description = QStringLiteral("سطر\n\"بين علامتين\" \\ \u0007 \u200f😀 {\"history\":[]}");
        theCase.assignee = nameOf(sampleOfficer());
        theCase.section = numberedCase(n).section;
        return theCase;
    };
    for (int n = 1; n <= 3; ++n)
        must(
            changeRows(m_connection->database(),
                       QStringLiteral("UPDATE case_record SET body = ?, status = 'resubmitted' WHERE id = ?"),
                       wire::toBytes(wire::toJson(before(n))), idOf(n).text()));
    const auto bodyOf = [this](int n) {
        return must(readOne(
                        m_connection->database(), QStringLiteral("SELECT body FROM case_record WHERE id = ?"),
                        [](Query &row) { return row.blob(0); }, idOf(n).text()))
            .value();
    };
    AssignmentOrder order = orderFor({{1, otherOfficer()}, {2, thirdOfficer()}});
    order.text = QStringLiteral("توزيع الصباح: \"عاجل\"\n\u0001");
    order.cases.push_back({idOf(3), 3, {}});
    const Answer answer = carried(sampleSupervisor(), order);
    for (int n = 1; n <= 3; ++n) {
        const Case after = caseIn(*m_connection, idOf(n));
        const HistoryEntry &entry = after.history.back();
        QCOMPARE(entry.type, n == 3 ? ActType::Unassign : ActType::Assign);
        QCOMPARE(entry.actor, nameOf(sampleSupervisor()));
        QCOMPARE(entry.role, Role::SectionSupervisor);
        QCOMPARE(entry.text, order.text);
        QCOMPARE(entry.toAssignee, answer.results[static_cast<std::size_t>(n - 1)].to);
        QCOMPARE(entry.act, answer.results[static_cast<std::size_t>(n - 1)].act);
        QCOMPARE(after.version, qint64(4));
        QCOMPARE(after.updatedAt, m_centre->clock().now());
        QVERIFY(must(m_connection->cases().holdsAct(entry.act)));
        // As if it had been done one by one.
        Act single = sampleAct(entry.type, sampleSupervisor());
        single.id = entry.act;
        single.caseId = after.id;
        single.text = order.text;
        single.recordedAt = order.recordedAt;
        single.toAssignee = entry.toAssignee;
        const Case expected = applied(before(n), single, m_centre->clock().now());
        QVERIFY(expected == after);
        QCOMPARE(bodyOf(n), wire::toBytes(wire::toJson(expected))); // also to the letter
    }
    QCOMPARE(rows("act"), 3);
    // Nobody gets a receipt for it by sending an act of that id.
    Act again = sampleAct(ActType::Assign, sampleSupervisor());
    again.id = answer.results[0].act;
    again.caseId = idOf(1);
    QCOMPARE(codeOf(m_connection->cases().applyAct(sampleSupervisor(), requestFor(again))),
             QStringLiteral("act.id_reused"));
    ActRequest sameBytes = requestFor(again);
    sameBytes.body = wire::toBytes(wire::toJson(order));
    QCOMPARE(codeOf(m_connection->cases().applyAct(sampleSupervisor(), sameBytes)),
             QStringLiteral("act.id_reused"));
}

void AssignmentsTest::aDryRunIsWhatHappensAndChangesNothing()
{
    AssignmentOrder order = orderFor({{1, otherOfficer()}, {2, fourthOfficer()}, {5, otherOfficer()}});
    order.cases.push_back({idOf(3), {}, {}});
    AssignmentOrder dry = order;
    dry.isDryRun = true;
    dry.id = {};
    const Answer planned = carried(sampleSupervisor(), dry);
    QVERIFY(planned.isDryRun && !planned.undoUntil);
    QCOMPARE(rows("act"), 0);
    QCOMPARE(rows("assignment"), 0);
    QCOMPARE(ownerOf(1), sampleOfficer().id.text());
    Answer done = carried(sampleSupervisor(), order);
    QCOMPARE(done.undoUntil, std::optional(m_centre->clock().now() + 15min));
    for (AssignmentVerdict &verdict : done.results)
        verdict.act = {};
    QVERIFY(done.results == planned.results);
    QVERIFY(done.loads == planned.loads);
    // Four of the officer's were open, all on track.
    QCOMPARE(planned.loads.size(), std::size_t(3)); // nothing is told of the officer next door
    QCOMPARE(planned.loads[0].officer, nameOf(otherOfficer()));
    QCOMPARE(planned.loads[0].after, (Load{0, 0, 1, 0}));
    const auto officers =
        std::find_if(planned.loads.begin(), planned.loads.end(),
                     [](const LoadChange &change) { return change.officer == nameOf(sampleOfficer()); });
    QCOMPARE(officers->before, (Load{0, 0, 4, 0}));
    QCOMPARE(officers->after, (Load{0, 0, 2, 0}));
    QVERIFY(planned.loads.back().officer.id.isEmpty());
    QCOMPARE(planned.loads.back().after, (Load{0, 0, 1, 0}));
}

// Whatever lies on the board: what the dry run said is what then happens, case by case and officer by
// officer.
void AssignmentsTest::dryRunsOfAnyBoardComeTrue()
{
    std::mt19937_64 chance(20261124);
    const auto pick = [&chance](const auto &from) { return from[chance() % from.size()]; };
    Actor removed = thirdOfficer();
    removed.id = PersonId(QStringLiteral("officer-5"));
    const std::vector<Actor> officers{sampleOfficer(), otherOfficer(), thirdOfficer(), fourthOfficer(),
                                      removed};
    const std::vector<CaseStatus> statuses{CaseStatus::New, CaseStatus::Returned, CaseStatus::Escalated,
                                           CaseStatus::Rejected};
    for (int n = 10; n < 50; ++n) {
        Case theCase = numberedCase(n);
        theCase.status = pick(statuses);
        theCase.serviceDeadline.at += std::chrono::hours(static_cast<int>(chance() % 400) - 300);
        theCase.section = chance() % 4 == 0 ? QStringLiteral("reports") : QStringLiteral("residency");
        theCase.assignee = chance() % 4 == 0 ? std::nullopt : std::optional(nameOf(pick(officers)));
        take(*m_connection, theCase);
    }
    Leave leave; // one is away, and one has left
    leave.id = LeaveId(m_centre->newActId().text());
    leave.officer.id = thirdOfficer().id;
    leave.kind = Leave::Kind::Unplanned;
    leave.first = riyadhDate(m_centre->clock().now());
    leave.substitute = nameOf(otherOfficer());
    must(m_connection->leaves().put(sampleSupervisor(), leave, {}));
    QSet<QString> reasons;
    AssignmentOrder last;
    Actor lastGiver;
    for (int round = 0; round < 60; ++round) {
        const Actor supervisor = chance() % 2 == 0 ? sampleSupervisor() : sampleRegionSupervisor();
        AssignmentOrder order = orderFor({});
        if (chance() % 4 == 0) {
            order.rule = AssignmentRule{pick(officers).id, {}, {}, {}, {}};
            order.to = pick(officers).id;
        } else if (chance() % 4 == 0 && !last.id.isEmpty()) {
            order.undoes = last.id;
        } else {
            for (int n = 10; n < 50; n += 1 + static_cast<int>(chance() % 5))
                order.cases.push_back({idOf(n), chance() % 3 == 0 ? std::optional<qint64>(3) : std::nullopt,
                                       chance() % 4 == 0 ? PersonId() : pick(officers).id});
        }
        AssignmentOrder dry = order;
        dry.isDryRun = true;
        const Actor &giver = order.undoes.isEmpty() ? supervisor : lastGiver;
        const Answer planned = carried(giver, dry);
        if (planned.results.empty())
            continue;
        Answer done = carried(giver, order);
        if (done.undoUntil && chance() % 2 == 0) {
            last = order;
            lastGiver = giver;
        }
        for (AssignmentVerdict &verdict : done.results) {
            verdict.act = {};
            reasons.insert(verdict.reason);
        }
        QVERIFY(done.results == planned.results);
        QVERIFY(done.loads == planned.loads);
        // And the next dry run finds the loads that were promised.
        dry.cases = {{idOf(10), {}, officers.front().id}};
        dry.rule.reset();
        dry.undoes = {};
        for (const LoadChange &change : carried(giver, dry).loads) {
            for (const LoadChange &promised : done.loads) {
                if (promised.officer.id == change.officer.id)
                    QCOMPARE(change.before, promised.after);
            }
        }
    }
    for (const char *reason : {"", "on_leave", "officer_removed", "officer_unknown", "not_permitted", "stale",
                               "decided", "out_of_reach", "already_theirs", "moved_on"})
        QVERIFY2(reasons.contains(*reason ? u"assignment." % QLatin1String(reason) : QString()), reason);
}

void AssignmentsTest::theSameOrderGetsTheSameAnswer()
{
    const AssignmentOrder order = orderFor({{1, otherOfficer()}, {5, otherOfficer()}});
    const auto first = must(carry(sampleSupervisor(), order));
    m_centre->clock().advance(24h);
    act(ActType::Note, otherOfficer(), 1); // the world goes on
    const qint64 acts = rows("act");
    for (int time = 0; time < 2; ++time) {
        const auto again = must(carry(sampleSupervisor(), order));
        QVERIFY(!again.isNew);
        QCOMPARE(again.answer, first.answer);
    }
    QCOMPARE(rows("act"), acts);
}

// What somebody did remains theirs to hear of, whatever they may do today.
void AssignmentsTest::aRepetitionOutlivesTheRole()
{
    const AssignmentOrder order = orderFor({{1, otherOfficer()}});
    const auto first = must(carry(sampleSupervisor(), order));
    Actor now = sampleSupervisor();
    now.role = Role::Officer;
    const auto again = must(carry(now, order));
    QVERIFY(!again.isNew);
    QCOMPARE(again.answer, first.answer);
    QCOMPARE(refusedAs(now, orderFor({{1, thirdOfficer()}})), QStringLiteral("assignment.forbidden"));
    // Which ids there are, nobody learns who gives no cases.
    QCOMPARE(refusedAs(sampleOfficer(), order), QStringLiteral("assignment.forbidden"));
}

void AssignmentsTest::anIdBelongsToOneOrder_data()
{
    QTest::addColumn<bool>("other");
    QTest::newRow("another body") << false;
    QTest::newRow("another person") << true;
}

void AssignmentsTest::anIdBelongsToOneOrder()
{
    QFETCH(bool, other);
    AssignmentOrder order = orderFor({{1, otherOfficer()}});
    QVERIFY(must(carry(sampleSupervisor(), order)).isNew);
    if (!other)
        order.cases.push_back({idOf(2), {}, otherOfficer().id});
    QCOMPARE(refusedAs(other ? secondSupervisor() : sampleSupervisor(), order),
             QStringLiteral("assignment.id_reused"));
}

void AssignmentsTest::whatMovedNothingIsNotKept()
{
    const AssignmentOrder order = orderFor({{2, otherOfficer()}});
    act(ActType::Complete, sampleOfficer(), 2);
    const auto refused = must(carry(sampleSupervisor(), order));
    QVERIFY(!refused.isNew);
    QVERIFY(refused.answer.contains("\"undo_until\":null"));
    QCOMPARE(rows("assignment"), 0);
    act(ActType::Reopen, sampleSupervisor(), 2);
    QVERIFY(must(carry(sampleSupervisor(), order)).isNew); // its cause has gone
}

void AssignmentsTest::twoSupervisorsMoveTheSameCases()
{
    AssignmentOrder first = orderFor({{1, otherOfficer()}, {2, otherOfficer()}});
    AssignmentOrder second = orderFor({{1, thirdOfficer()}, {2, thirdOfficer()}, {3, thirdOfficer()}});
    for (AssignmentOrder *order : {&first, &second}) {
        for (AssignmentWish &wish : order->cases)
            wish.version = 3; // both looked before either moved
    }
    carried(sampleSupervisor(), first);
    const Answer late = carried(secondSupervisor(), second);
    QCOMPARE(late.results[0].reason, QStringLiteral("assignment.stale"));
    QCOMPARE(late.results[0].version, qint64(4));
    QCOMPARE(late.results[0].from, std::optional(nameOf(otherOfficer()))); // whose it is by now
    QCOMPARE(late.results[1].reason, QStringLiteral("assignment.stale"));
    QCOMPARE(late.results[2].outcome, AssignmentOutcome::Done);
    QCOMPARE(ownerOf(1), otherOfficer().id.text());
    QCOMPARE(ownerOf(3), thirdOfficer().id.text());
}

void AssignmentsTest::aRuleMovesWhatItPicks()
{
    Case urgent = numberedCase(7);
    urgent.statutoryDeadline =
        Deadline{Deadline::Kind::Statutory, QDate(2026, 11, 25),
                 riyadhInstant(QDate(2026, 11, 25), QTime(14, 30)), QStringLiteral("r")};
    take(*m_connection, urgent);
    Case otherService = numberedCase(8);
    otherService.subService = QStringLiteral("residency.translated_name");
    take(*m_connection, otherService);
    const auto picked = [this](const AssignmentRule &rule, const Actor &supervisor) {
        AssignmentOrder order = orderFor({});
        order.isDryRun = true;
        order.rule = rule;
        order.to = otherOfficer().id;
        QStringList numbers;
        for (const AssignmentVerdict &verdict : carried(supervisor, order).results)
            numbers.append(verdict.number.right(1));
        return numbers.join(QString());
    };
    const PersonId from = sampleOfficer().id;
    const QString renewal = QStringLiteral("residency.renewal");
    // The most urgent first; neither the completed one nor that of another region.
    QCOMPARE(picked({from, {}, {}, {}, {}}, sampleSupervisor()), QStringLiteral("712348"));
    QCOMPARE(picked({from, QDate(2026, 11, 26), {}, {}, {}}, sampleSupervisor()), QStringLiteral("12348"));
    QCOMPARE(picked({from, {}, QDate(2026, 11, 25), {}, {}}, sampleSupervisor()), QStringLiteral("7"));
    QCOMPARE(picked({from, {}, {}, {}, renewal}, sampleSupervisor()), QStringLiteral("71234"));
    QCOMPARE(picked({from, {}, {}, QStringLiteral("visit"), {}}, sampleRegionSupervisor()), QString());
    QCOMPARE(picked({otherOfficer().id, {}, {}, {}, {}}, sampleSupervisor()), QString());
    QCOMPARE(picked({{}, {}, {}, {}, {}}, sampleSupervisor()), QString());

    AssignmentOrder order = orderFor({});
    order.rule = AssignmentRule{from, QDate(2026, 11, 26), {}, {}, renewal};
    order.to = thirdOfficer().id;
    QCOMPARE(carried(sampleSupervisor(), order).results.size(), std::size_t(4));
    QCOMPARE(ownerOf(1), thirdOfficer().id.text());
    QCOMPARE(ownerOf(7), from.text());
    QCOMPARE(ownerOf(8), from.text());
}

void AssignmentsTest::aRuleThatPicksNothingSaysSo()
{
    AssignmentOrder order = orderFor({});
    order.rule = AssignmentRule{thirdOfficer().id, {}, {}, {}, {}};
    order.to = otherOfficer().id;
    QCOMPARE(refusedAs(sampleSupervisor(), order), QStringLiteral("assignment.nothing_matched"));
    order.rule->from = PersonId(QString(QChar(0)));
    QCOMPARE(refusedAs(sampleSupervisor(), order), QStringLiteral("assignment.nothing_matched"));
    order.isDryRun = true;
    const Answer planned = carried(sampleSupervisor(), order);
    QVERIFY(planned.results.empty() && planned.loads.empty());
}

void AssignmentsTest::aRuleThatPicksTooMuchIsRefusedWhole()
{
    Transaction transaction = must(Transaction::begin(m_connection->database()));
    for (int n = 100; n < 100 + kMostAssigned - 3; ++n)
        must(m_connection->cases().take(numberedCase(n)));
    must(transaction.commit());
    AssignmentOrder order = orderFor({});
    order.rule = AssignmentRule{sampleOfficer().id, {}, {}, {}, {}};
    order.to = otherOfficer().id;
    const auto refused = carry(sampleSupervisor(), order);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QStringLiteral("assignment.too_many"));
    QCOMPARE(refused.error().detail, QStringLiteral("more than 1000"));
    QCOMPARE(rows("act"), 0);
}

void AssignmentsTest::onlySupervisorsGiveCases_data()
{
    QTest::addColumn<Actor>("actor");
    QTest::newRow("the officer") << sampleOfficer();
    QTest::newRow("an auditor") << actorWith(Role::Auditor);
    QTest::newRow("an administrator") << actorWith(Role::Administrator);
    QTest::newRow("the centre, by the door") << actorWith(Role::System);
    QTest::newRow("a newer role") << actorWith(Role::Unknown);
}

void AssignmentsTest::onlySupervisorsGiveCases()
{
    QFETCH(Actor, actor);
    AssignmentOrder order = orderFor({{1, otherOfficer()}});
    QCOMPARE(refusedAs(actor, order), QStringLiteral("assignment.forbidden"));
    order.isDryRun = true;
    QCOMPARE(refusedAs(actor, order), QStringLiteral("assignment.forbidden"));
    // Before anything is looked at.
    QCOMPARE(m_connection->assignments().carryOut(actor, "{").error().code,
             QStringLiteral("assignment.forbidden"));
}

void AssignmentsTest::nobodyGivesWhatIsNotTheirs()
{
    Actor nextDoor = sampleSupervisor();
    nextDoor.section = QStringLiteral("reports");
    Actor farAway = sampleRegionSupervisor();
    farAway.region = QStringLiteral("SA-02");
    for (const Actor &stranger : {nextDoor, farAway}) {
        const auto foreign = must(carry(stranger, orderFor({{1, otherOfficer()}}))).answer;
        QVERIFY(foreign.contains("assignment.out_of_reach") && !foreign.contains("TW-26"));
        AssignmentOrder order = orderFor({});
        order.rule = AssignmentRule{sampleOfficer().id, {}, {}, {}, {}};
        order.to = otherOfficer().id;
        order.isDryRun = true;
        const Answer planned = carried(stranger, order);
        // One lies in the second region.
        QCOMPARE(planned.results.size(), std::size_t(stranger.region == farAway.region ? 1 : 0));
    }
    QCOMPARE(ownerOf(1), sampleOfficer().id.text());
}

// Of the officers of others no more is told than of nobody: neither a name, nor whether the account is there.
void AssignmentsTest::nobodyLearnsWhoWorksElsewhere()
{
    Actor far = thirdOfficer();
    far.id = PersonId(QStringLiteral("officer-6"));
    far.name = QStringLiteral("بعيد");
    far.region = QStringLiteral("SA-02");
    Actor farAndGone = far;
    farAndGone.id = PersonId(QStringLiteral("officer-7"));
    for (const Actor &actor : {far, farAndGone})
        must(m_connection->accounts().add({actor.id.text(), actor, QStringLiteral("!"), actor.id == far.id},
                                          m_centre->clock().now()));
    Actor nobody = far;
    nobody.id = PersonId(QStringLiteral("officer-99"));
    for (const Actor &actor : {far, farAndGone, fourthOfficer(), secondSupervisor(), nobody}) {
        AssignmentOrder order = orderFor({{1, actor}});
        order.isDryRun = true;
        const QByteArray answer = must(carry(sampleSupervisor(), order)).answer;
        QVERIFY(answer.contains("assignment.officer_unknown"));
        QVERIFY(!answer.contains(actor.name.toUtf8()));
        const Answer planned = carried(sampleSupervisor(), order);
        QCOMPARE(planned.results[0].to, std::optional(PersonName{actor.id, {}}));
        QCOMPARE(planned.loads.size(), std::size_t(1)); // the former owner's
        // Nor by an act on one case.
        Act act = sampleAct(ActType::Assign, sampleSupervisor());
        act.id = m_centre->newActId();
        act.caseId = idOf(1);
        act.toAssignee = nameOf(actor);
        QCOMPARE(codeOf(m_connection->cases().applyAct(sampleSupervisor(), requestFor(act))),
                 QStringLiteral("act.invalid.assignee_unknown"));
    }
}

void AssignmentsTest::whoeverLosesACaseOfflineLosesNoWork()
{
    carried(sampleSupervisor(), orderFor({{1, otherOfficer()}}));
    Act act = sampleAct(ActType::Complete, sampleOfficer());
    act.id = m_centre->newActId();
    act.caseId = idOf(1);
    QVERIFY(stored(m_connection->cases().applyAct(sampleOfficer(), requestFor(act))).isProposal);
    QCOMPARE(caseIn(*m_connection, idOf(1)).proposals.size(), std::size_t(1));
}

void AssignmentsTest::everyFeedFollows()
{
    std::vector<FeedReader> readers;
    for (const Actor &actor : {sampleOfficer(), otherOfficer(), thirdOfficer(), fourthOfficer(),
                               sampleSupervisor(), sampleRegionSupervisor()})
        readers.emplace_back(actor);
    const Instant closedBefore = m_centre->clock().now() - 720h;
    const auto readAll = [&] {
        for (FeedReader &reader : readers)
            reader.readToTheEnd(*m_connection, 3, closedBefore);
    };
    readAll();
    const AssignmentOrder order =
        orderFor({{1, otherOfficer()}, {2, thirdOfficer()}, {3, otherOfficer()}, {4, otherOfficer()}});
    carried(sampleSupervisor(), order);
    readAll();
    AssignmentOrder pool = orderFor({});
    pool.cases = {{idOf(1), {}, {}}, {idOf(2), {}, {}}};
    carried(sampleRegionSupervisor(), pool);
    carried(sampleSupervisor(), undoOf(order));
    readAll();
    for (const FeedReader &reader : readers) {
        const QString wrong = difference(reader, allCases(*m_connection), closedBefore);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QCOMPARE(reader.restarts(), 0);
    }
    QVERIFY(readers[0].removals() > 0);
    QCOMPARE(readers[5].removals(), 0); // nothing left their region
}

void AssignmentsTest::aThousandCasesAreOneTransaction()
{
    {
        Transaction transaction = must(Transaction::begin(m_connection->database()));
        for (int n = 100; n < 100 + kMostAssigned; ++n)
            must(m_connection->cases().take(numberedCase(n)));
        must(transaction.commit());
    }
    AssignmentOrder order = orderFor({});
    for (int n = 100; n < 100 + kMostAssigned; ++n)
        order.cases.push_back({idOf(n), 3, otherOfficer().id});
    // When it breaks off in the middle nothing has moved, nor is anything told or kept.
    must(runStatement(
        m_connection->database(),
        QStringLiteral("CREATE TEMP TRIGGER full BEFORE INSERT ON act WHEN "
                       "(SELECT count(*) FROM act) >= 500 BEGIN SELECT RAISE(FAIL, 'no'); END")));
    const qint64 position = must(m_connection->feed().newestPosition());
    QVERIFY(!carry(sampleSupervisor(), order));
    for (const char *table : {"act", "assignment", "assignment_item"})
        QCOMPARE(rows(table), 0);
    QCOMPARE(must(readOneInt64(m_connection->database(),
                               QStringLiteral("SELECT count(*) FROM case_record WHERE assignee = 'officer-2' "
                                              "OR version <> 3"))),
             0);
    QCOMPARE(must(m_connection->feed().newestPosition()), position);
    must(runStatement(m_connection->database(), QStringLiteral("DROP TRIGGER full")));
    const auto reader = m_centre->open(CentreAccess::Read);
    Transaction before = must(Transaction::beginRead(reader->database()));
    const auto moved = [&reader] {
        return must(
            readOneInt64(reader->database(),
                         QStringLiteral("SELECT count(*) FROM case_record WHERE assignee = 'officer-2'")));
    };
    QCOMPARE(moved(), 0);
    const Answer answer = carried(sampleSupervisor(), order);
    QCOMPARE(answer.results.size(), std::size_t(kMostAssigned));
    QCOMPARE(moved(), 0); // who had looked before still sees all as it was
    QCOMPARE(rows("act"), kMostAssigned);
    QCOMPARE(rows("assignment"), 1);
    QCOMPARE(caseIn(*m_connection, idOf(100 + kMostAssigned - 1)).assignee,
             std::optional(nameOf(otherOfficer())));
}

QTEST_GUILESS_MAIN(AssignmentsTest)
#include "tst_assignments.moc"

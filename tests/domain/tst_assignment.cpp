// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/assignment.h"

#include "tests/support/samplecase.h"
#include "tests/support/samplereference.h"
#include "tests/support/shown.h"

using namespace tawasul;

namespace {

const AssignmentId kId{QStringLiteral("019ab9d0-2f70-7aaa-8bbb-0000000000b1")};

Roster team()
{
    Roster roster;
    for (const Actor &actor : {sampleOfficer(), otherOfficer(), sampleSupervisor()})
        roster.insert(actor.id, {nameOf(actor), actor.role, actor.section, actor.region, true, {}});
    return roster;
}

Leave today(const std::optional<PersonName> &substitute = {})
{
    Leave leave;
    leave.kind = Leave::Kind::Unplanned;
    leave.first = riyadhDate(sampleNow());
    leave.substitute = substitute;
    return leave;
}

/// A case, a wish and everybody around it, as a row changes them.
struct Scene
{
    Case theCase = sampleCase();
    AssignmentWish wish{sampleCase().id, sampleCase().version, otherOfficer().id};
    Actor supervisor = sampleSupervisor();
    Roster roster = team();
    Instant now = sampleNow() + std::chrono::minutes(10);
    bool isForAStranger = false;
    bool hasMovedOn = false; ///< something else than notes happened since
};
using Change = std::function<void(Scene &)>;

} // namespace

Q_DECLARE_METATYPE(Change)

class AssignmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatBecomesOfACase_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<Change>("change");
        const auto row = [](const char *name, const char *reason, Change change) {
            QTest::newRow(name) << QString::fromLatin1(reason) << std::move(change);
        };
        const auto to = [](const char *id) {
            return [id](Scene &scene) { scene.wish.to = PersonId(QString::fromLatin1(id)); };
        };
        row("to a colleague", "", [](Scene &) {});
        row("to nobody", "", to(""));
        row("of whatever version", "", [](Scene &scene) { scene.wish.version.reset(); });
        row("by the region's supervisor", "",
            [](Scene &scene) { scene.supervisor = sampleRegionSupervisor(); });
        row("nobody's", "", [](Scene &scene) { scene.theCase.assignee.reset(); });
        row("of a removed account", "",
            [](Scene &scene) { scene.roster[sampleOfficer().id].active = false; });
        row("of another section", "assignment.out_of_reach",
            [](Scene &scene) { scene.theCase.section = QStringLiteral("visit"); });
        row("of another region", "assignment.out_of_reach",
            [](Scene &scene) { scene.theCase.region = QStringLiteral("SA-02"); });
        row("by an officer", "assignment.out_of_reach",
            [](Scene &scene) { scene.supervisor = sampleOfficer(); });
        row("completed", "assignment.decided",
            [](Scene &scene) { scene.theCase.status = CaseStatus::Completed; });
        row("rejected", "assignment.decided",
            [](Scene &scene) { scene.theCase.status = CaseStatus::Rejected; });
        row("of a newer status", "assignment.decided",
            [](Scene &scene) { scene.theCase.status = CaseStatus::Unknown; });
        row("changed meanwhile", "assignment.stale", [](Scene &scene) { ++scene.theCase.version; });
        row("theirs already", "assignment.already_theirs", to("officer-1"));
        row("nobody's already", "assignment.already_theirs", [](Scene &scene) {
            scene.theCase.assignee.reset();
            scene.wish.to = PersonId();
        });
        row("to nobody that there is", "assignment.officer_unknown", to("officer-9"));
        row("to a supervisor", "assignment.officer_unknown", to("supervisor-1"));
        row("to a removed account", "assignment.officer_removed",
            [](Scene &scene) { scene.roster[otherOfficer().id].active = false; });
        // A section's supervisor knows nobody of the next one, whatever else there is to say of them.
        row("to an officer of another section", "assignment.officer_unknown",
            [](Scene &scene) { scene.roster[otherOfficer().id].section = QStringLiteral("visit"); });
        row("to an officer of another section, of the same region", "assignment.not_permitted",
            [](Scene &scene) {
                scene.roster[otherOfficer().id].section = QStringLiteral("visit");
                scene.supervisor = sampleRegionSupervisor();
            });
        row("to a removed one of another section, of the same region", "assignment.not_permitted",
            [](Scene &scene) {
                scene.roster[otherOfficer().id].section = QStringLiteral("visit");
                scene.roster[otherOfficer().id].active = false;
                scene.supervisor = sampleRegionSupervisor();
            });
        row("to an officer of another region", "assignment.officer_unknown",
            [](Scene &scene) { scene.roster[otherOfficer().id].region = QStringLiteral("SA-02"); });
        // Nor by another reason.
        row("a completed one to an officer of another region", "assignment.decided", [](Scene &scene) {
            scene.theCase.status = CaseStatus::Completed;
            scene.roster[otherOfficer().id].region = QStringLiteral("SA-02");
            scene.isForAStranger = true;
        });
        row("to an officer of all regions", "",
            [](Scene &scene) { scene.roster[otherOfficer().id].region.clear(); });
        row("to a removed account of another region", "assignment.officer_unknown", [](Scene &scene) {
            scene.roster[otherOfficer().id].region = QStringLiteral("SA-02");
            scene.roster[otherOfficer().id].active = false;
        });
        row("to an officer of all sections", "",
            [](Scene &scene) { scene.roster[otherOfficer().id].section.clear(); });
        row("to somebody on leave", "assignment.on_leave",
            [](Scene &scene) { scene.roster[otherOfficer().id].leaves = {today()}; });
        row("from somebody on leave", "",
            [](Scene &scene) { scene.roster[sampleOfficer().id].leaves = {today()}; });
    }

    void whatBecomesOfACase()
    {
        QFETCH(QString, reason);
        QFETCH(Change, change);
        Scene scene;
        change(scene);
        const AssignmentVerdict verdict =
            verdictOn(headerOf(scene.theCase), scene.wish, scene.supervisor, scene.roster, sampleNow());
        QCOMPARE(verdict.reason, reason);
        QCOMPARE(verdict.caseId, scene.wish.caseId);
        QCOMPARE(verdict.outcome == AssignmentOutcome::Done, reason.isEmpty());
        const bool isHidden = reason == u"assignment.out_of_reach";
        QCOMPARE(verdict.number.isEmpty(), isHidden);
        QCOMPARE(verdict.version, isHidden ? 0 : scene.theCase.version + (reason.isEmpty() ? 1 : 0));
        if (!isHidden)
            QCOMPARE(verdict.from, scene.theCase.assignee);
        // Of whoever is unknown nothing is told but the id that was asked for.
        if (reason == u"assignment.officer_unknown" || scene.isForAStranger)
            QCOMPARE(verdict.to, std::optional(PersonName{scene.wish.to, {}}));
        QCOMPARE(isForAStranger(verdict), !isHidden && verdict.to && verdict.to->name.isEmpty());
        // Where the centre cannot be asked, what would be done waits, and what cannot be is said at once.
        const AssignmentVerdict later = verdictOn(headerOf(scene.theCase), scene.wish, scene.supervisor,
                                                  scene.roster, sampleNow(), false);
        QCOMPARE(later.outcome, reason.isEmpty() ? AssignmentOutcome::Queued : AssignmentOutcome::Refused);
        QCOMPARE(later.reason, reason);
    }

    void aRefusalForLeaveNamesWhoStandsIn()
    {
        Scene scene;
        scene.theCase.assignee.reset();
        scene.roster[otherOfficer().id].leaves = {today(nameOf(sampleOfficer()))};
        const auto verdict =
            verdictOn(headerOf(scene.theCase), scene.wish, scene.supervisor, scene.roster, sampleNow());
        QCOMPARE(verdict.reason, QStringLiteral("assignment.on_leave"));
        QCOMPARE(verdict.substitute, std::optional(nameOf(sampleOfficer())));
    }

    void anOrderHasToMakeSense_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<AssignmentOrder>("order");
        AssignmentOrder order;
        order.id = kId;
        order.cases = {{sampleCase().id, {}, otherOfficer().id}};
        const auto row = [&order](const char *name, const char *code,
                                  const std::function<void(AssignmentOrder &)> &change) {
            AssignmentOrder changed = order;
            change(changed);
            QTest::newRow(name) << QString::fromLatin1(code) << changed;
        };
        using O = AssignmentOrder;
        const AssignmentRule rule{sampleOfficer().id, {}, {}, {}, {}};
        row("of cases", "", [](O &) {});
        row("by a rule", "", [&rule](O &o) {
            o.cases.clear();
            o.rule = rule;
        });
        row("an undo", "", [](O &o) {
            o.cases.clear();
            o.undoes = kId;
        });
        row("without an id", "assignment.invalid.id", [](O &o) { o.id = {}; });
        row("a dry run without an id", "", [](O &o) {
            o.id = {};
            o.isDryRun = true;
        });
        row("a dry run by any id", "assignment.invalid.id", [](O &o) {
            o.id = AssignmentId(QStringLiteral("x"));
            o.isDryRun = true;
        });
        row("a novel", "assignment.invalid.text", [](O &o) { o.text = QString(2001, QLatin1Char('x')); });
        row("nothing", "assignment.invalid.empty", [](O &o) { o.cases.clear(); });
        row("two ways", "assignment.invalid.way", [&rule](O &o) { o.rule = rule; });
        row("a rule that ends before it starts", "assignment.invalid.days", [&rule](O &o) {
            o.cases.clear();
            o.rule = rule;
            o.rule->endsFrom = QDate(2026, 12, 2);
            o.rule->endsTo = QDate(2026, 12, 1);
        });
        row("a case twice", "assignment.invalid.duplicate", [](O &o) { o.cases.push_back(o.cases.front()); });
        const auto many = [](int count) {
            return [count](O &o) {
                o.cases.clear();
                for (int i = 0; i < count; ++i)
                    o.cases.push_back({CaseId(QString::number(i)), {}, {}});
            };
        };
        row("a thousand", "", many(1'000));
        row("too many", "assignment.too_many", many(1'001));
    }

    void anOrderHasToMakeSense()
    {
        QFETCH(QString, code);
        QFETCH(AssignmentOrder, order);
        const Outcome checked = checkOrder(order);
        QCOMPARE(checked ? QString() : checked.error().code, code);
    }

    void aRulePicks_data()
    {
        QTest::addColumn<AssignmentRule>("rule");
        QTest::addColumn<bool>("picks");
        const PersonId from = sampleOfficer().id;
        const QString section = QStringLiteral("residency");
        const QDate due(2026, 12, 1);
        QTest::newRow("everything of theirs") << AssignmentRule{from, {}, {}, {}, {}} << true;
        QTest::newRow("of somebody else") << AssignmentRule{otherOfficer().id, {}, {}, {}, {}} << false;
        QTest::newRow("nobody's") << AssignmentRule{{}, {}, {}, {}, {}} << false;
        QTest::newRow("ending from that day") << AssignmentRule{from, due, {}, {}, {}} << true;
        QTest::newRow("ending later") << AssignmentRule{from, due.addDays(1), {}, {}, {}} << false;
        QTest::newRow("ending by that day") << AssignmentRule{from, {}, due, {}, {}} << true;
        QTest::newRow("ending before") << AssignmentRule{from, {}, due.addDays(-1), {}, {}} << false;
        QTest::newRow("of the section") << AssignmentRule{from, {}, {}, section, {}} << true;
        QTest::newRow("of another") << AssignmentRule{from, {}, {}, QStringLiteral("visit"), {}} << false;
        QTest::newRow("of the sub-service")
            << AssignmentRule{from, {}, {}, {}, QStringLiteral("residency.renewal")} << true;
        QTest::newRow("of another sub-service")
            << AssignmentRule{from, {}, {}, section, QStringLiteral("residency.translated_name")} << false;
    }

    void aRulePicks()
    {
        QFETCH(AssignmentRule, rule);
        QFETCH(bool, picks);
        QCOMPARE(tawasul::picks(rule, headerOf(sampleCase())), picks);
        QVERIFY(!tawasul::picks(rule, headerOf(sampleCase(CaseStatus::Completed))));
        // The earlier deadline counts.
        Case urgent = sampleCase();
        urgent.statutoryDeadline =
            statutoryDeadline(QDate(2026, 11, 25), QStringLiteral("r"), sampleReference().calendar);
        const AssignmentRule early{sampleOfficer().id, {}, QDate(2026, 11, 25), {}, {}};
        QVERIFY(tawasul::picks(early, headerOf(urgent)));
    }

    void whatIsTakenBack_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<Change>("change"); // after the assignment
        const auto row = [](const char *name, const char *reason, Change change) {
            QTest::newRow(name) << QString::fromLatin1(reason) << std::move(change);
        };
        const auto then = [](ActType type, const Actor &actor) {
            return [type, actor](Scene &scene) {
                Act act = sampleAct(type, actor);
                act.id = ActId(QStringLiteral("019ab9d0-2f70-7aaa-8bbb-0000000000c1"));
                scene.theCase = applied(scene.theCase, act);
                scene.hasMovedOn = !commutes(type);
            };
        };
        row("as it was left", "", [](Scene &) {});
        row("with a note since", "", then(ActType::Note, otherOfficer()));
        row("returned since", "assignment.moved_on", then(ActType::Return, otherOfficer()));
        row("completed since", "assignment.moved_on", then(ActType::Complete, otherOfficer()));
        row("transferred since", "assignment.out_of_reach", then(ActType::Transfer, otherOfficer()));
        row("its former officer was on leave already", "",
            [](Scene &scene) { scene.roster[sampleOfficer().id].leaves = {today()}; });
        row("its former officer is on leave since", "assignment.on_leave", [](Scene &scene) {
            Leave leave = today(nameOf(otherOfficer()));
            leave.recordedAt = sampleNow() + std::chrono::minutes(1);
            scene.roster[sampleOfficer().id].leaves = {leave};
        });
        row("its former officer's leave began since", "assignment.on_leave", [](Scene &scene) {
            Leave leave = today(nameOf(otherOfficer()));
            leave.first = leave.first.addDays(1);
            scene.roster[sampleOfficer().id].leaves = {leave};
            scene.now += std::chrono::days(1);
        });
        row("its former officer works elsewhere", "",
            [](Scene &scene) { scene.roster[sampleOfficer().id].section = QStringLiteral("visit"); });
        row("its former officer was removed", "assignment.officer_removed",
            [](Scene &scene) { scene.roster[sampleOfficer().id].active = false; });
        row("its former officer is unknown", "assignment.officer_unknown",
            [](Scene &scene) { scene.roster.remove(sampleOfficer().id); });
    }

    void whatIsTakenBack()
    {
        QFETCH(QString, reason);
        QFETCH(Change, change);
        Scene scene;
        Act assigned = sampleAct(ActType::Assign, scene.supervisor);
        scene.theCase = applied(scene.theCase, assigned);
        change(scene);
        Undoing undoing{!scene.hasMovedOn, sampleNow(), sampleOfficer().id};
        const auto verdict =
            undoVerdictOn(headerOf(scene.theCase), undoing, scene.supervisor, scene.roster, scene.now);
        QCOMPARE(verdict.reason, reason);
        QCOMPARE(verdict.outcome == AssignmentOutcome::Done, reason.isEmpty());
        if (reason == u"assignment.on_leave")
            QCOMPARE(verdict.substitute, std::optional(nameOf(otherOfficer())));
        if (reason.isEmpty())
            QCOMPARE(verdict.to, std::optional(nameOf(sampleOfficer())));
        // And to nobody it may go whoever its officer was.
        undoing.backTo = {};
        if (reason.startsWith(u"assignment.o") && reason != u"assignment.out_of_reach")
            QVERIFY(undoObstacle(headerOf(scene.theCase), undoing, scene.supervisor, scene.roster, scene.now)
                        .isEmpty());
    }

    void loadsMoveWithTheCases()
    {
        std::vector<CaseHeader> cases;
        std::vector<AssignmentVerdict> verdicts;
        Loads before;
        const auto add = [&](CaseStatus status, int daysFromToday, const PersonId &to, bool isKnown = true) {
            Case theCase = sampleCase(status);
            theCase.serviceDeadline.at += std::chrono::days(daysFromToday - 7); // it is due in seven days
            const CaseHeader header = headerOf(theCase);
            AssignmentWish wish{header.id, {}, to};
            verdicts.push_back(isKnown ? verdictOn(header, wish, sampleSupervisor(), team(), sampleNow())
                                       : outOfReach(header.id));
            cases.push_back(header);
            if (const auto standing = standingOf(header, sampleNow()))
                before[sampleOfficer().id].add(*standing);
        };
        add(CaseStatus::InProgress, -1, otherOfficer().id);
        add(CaseStatus::InProgress, 0, otherOfficer().id);
        add(CaseStatus::InProgress, 3, {});
        add(CaseStatus::Returned, -2, otherOfficer().id);
        add(CaseStatus::InProgress, 3, PersonId(QStringLiteral("officer-9"))); // refused
        add(CaseStatus::Completed, 3, otherOfficer().id);                      // refused, and no load
        add(CaseStatus::InProgress, 3, otherOfficer().id, false);              // out of reach
        const auto changes = loadChanges(before, cases, verdicts, sampleNow());
        QCOMPARE(changes.size(), std::size_t(3));             // and nobody's for a stranger
        QCOMPARE(changes[0].officer, nameOf(otherOfficer())); // خالد before نورة
        QCOMPARE(changes[0].before, Load());
        QCOMPARE(changes[0].after, (Load{1, 1, 0, 1}));
        QCOMPARE(changes[1].officer, nameOf(sampleOfficer()));
        QCOMPARE(changes[1].before, (Load{1, 1, 3, 1}));
        QCOMPARE(changes[1].after, (Load{0, 0, 2, 0}));
        QVERIFY(changes[2].officer.id.isEmpty());
        QCOMPARE(changes[2].after, (Load{0, 0, 1, 0}));
    }
};

QTEST_GUILESS_MAIN(AssignmentTest)
#include "tst_assignment.moc"

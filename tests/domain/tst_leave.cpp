// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/leave.h"

#include "tests/support/samplecase.h"
#include "tests/support/shown.h"

using namespace tawasul;

namespace {

const QDate kToday(2026, 11, 24);

Colleague colleagueOf(const Actor &actor)
{
    return {nameOf(actor), actor.role, actor.section, actor.region, true, {}};
}

Actor thirdOfficer()
{
    Actor actor = otherOfficer();
    actor.id = PersonId(QStringLiteral("officer-3"));
    actor.name = QStringLiteral("سارة العنزي");
    return actor;
}

Leave planned(const Actor &officer, QDate first, QDate last)
{
    Leave leave;
    leave.id = LeaveId(QStringLiteral("leave of ") % officer.id.text() % first.toString(Qt::ISODate));
    leave.officer = nameOf(officer);
    leave.first = first;
    leave.last = last;
    leave.substitute = nameOf(officer.id == otherOfficer().id ? thirdOfficer() : otherOfficer());
    return leave;
}

Leave unplanned(QDate first, QDate last = {})
{
    Leave leave = planned(sampleOfficer(), first, last);
    leave.kind = Leave::Kind::Unplanned;
    leave.substitute.reset();
    return leave;
}

Roster team()
{
    Roster roster;
    for (const Actor &actor : {sampleOfficer(), otherOfficer(), thirdOfficer(), sampleSupervisor()})
        roster.insert(actor.id, colleagueOf(actor));
    return roster;
}

QDate day(int november)
{
    return QDate(2026, 11, 1).addDays(november - 1);
}

Instant at(QDate on, int hour)
{
    return riyadhInstant(on, QTime(hour, 0));
}

} // namespace

class LeaveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLeaveHasToMakeSense_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<std::function<void(Leave &, Roster &)>>("change");
        using Change = std::function<void(Leave &, Roster &)>;
        const auto row = [](const char *name, const char *code, Change change) {
            QTest::newRow(name) << QString::fromLatin1(code) << std::move(change);
        };
        row("as it should be", "", [](Leave &, Roster &) {});
        row("one day, today", "", [](Leave &leave, Roster &) { leave.first = leave.last = kToday; });
        row("a newer kind", "leave.invalid.kind",
            [](Leave &leave, Roster &) { leave.kind = Leave::Kind::Unknown; });
        row("of nobody", "leave.invalid.officer_unknown",
            [](Leave &leave, Roster &) { leave.officer.id = PersonId(QStringLiteral("x")); });
        row("of a supervisor", "leave.invalid.officer_unknown",
            [](Leave &leave, Roster &) { leave.officer = nameOf(sampleSupervisor()); });
        row("of a removed account", "leave.invalid.officer_unknown",
            [](Leave &leave, Roster &roster) { roster[leave.officer.id].active = false; });
        row("from no day", "leave.invalid.days", [](Leave &leave, Roster &) { leave.first = {}; });
        row("planned without an end", "leave.invalid.days", [](Leave &leave, Roster &) { leave.last = {}; });
        row("ends before it starts", "leave.invalid.order",
            [](Leave &leave, Roster &) { leave.last = leave.first.addDays(-1); });
        row("over already", "leave.invalid.past", [](Leave &leave, Roster &) {
            leave.first = day(20);
            leave.last = day(23);
        });
        row("planned from yesterday", "leave.invalid.past",
            [](Leave &leave, Roster &) { leave.first = day(23); });
        row("without a substitute", "leave.invalid.substitute_missing",
            [](Leave &leave, Roster &) { leave.substitute.reset(); });
        row("stands in for themself", "leave.invalid.substitute_self",
            [](Leave &leave, Roster &) { leave.substitute = leave.officer; });
        row("nobody stands in", "leave.invalid.substitute_unknown",
            [](Leave &leave, Roster &) { leave.substitute->id = PersonId(QStringLiteral("x")); });
        row("a supervisor stands in", "leave.invalid.substitute_unknown",
            [](Leave &leave, Roster &) { leave.substitute = nameOf(sampleSupervisor()); });
        row("a removed account stands in", "leave.invalid.substitute_unknown",
            [](Leave &leave, Roster &roster) { roster[leave.substitute->id].active = false; });
        row("of another section", "leave.invalid.substitute_not_permitted", [](Leave &leave, Roster &roster) {
            roster[leave.substitute->id].section = QStringLiteral("visit");
        });
        row("of another region", "leave.invalid.substitute_not_permitted", [](Leave &leave, Roster &roster) {
            roster[leave.substitute->id].region = QStringLiteral("SA-02");
        });
        row("who is away on the last day", "leave.invalid.substitute_absent", [](Leave &, Roster &roster) {
            roster[otherOfficer().id].leaves = {planned(otherOfficer(), day(30), day(31))};
        });
        row("who is away until the day before", "", [](Leave &, Roster &roster) {
            roster[otherOfficer().id].leaves = {planned(otherOfficer(), day(24), day(25))};
        });
        row("away then already", "leave.overlap",
            [](Leave &leave, Roster &roster) { roster[leave.officer.id].leaves = {unplanned(day(28))}; });
        row("away then already, until further notice", "leave.overlap",
            [](Leave &leave, Roster &roster) { roster[leave.officer.id].leaves = {unplanned(day(2))}; });
        row("that one was called off", "", [](Leave &leave, Roster &roster) {
            Leave off = unplanned(day(28));
            off.endedAt = at(day(24), 8);
            roster[leave.officer.id].leaves = {off};
        });
    }

    void aLeaveHasToMakeSense()
    {
        QFETCH(QString, code);
        QFETCH(std::function<void(Leave &, Roster &)>, change);
        Leave leave = planned(sampleOfficer(), day(26), day(30));
        Roster roster = team();
        change(leave, roster);
        const Outcome checked = checkLeave(leave, nullptr, roster, kToday);
        QCOMPARE(checked ? QString() : checked.error().code, code);
        if (!code.isEmpty())
            QCOMPARE(checked.error().kind,
                     code == u"leave.overlap" ? Error::Kind::Conflict : Error::Kind::Invalid);
    }

    void anUnplannedOneBeganAlready()
    {
        const auto codeOf = [](const Leave &leave) {
            const Outcome checked = checkLeave(leave, nullptr, team(), kToday);
            return checked ? QString() : checked.error().code;
        };
        QCOMPARE(codeOf(unplanned(kToday)), QString());
        QCOMPARE(codeOf(unplanned(kToday, kToday)), QString());
        QCOMPARE(codeOf(unplanned(day(22))), QString()); // told after an outage
        QCOMPARE(codeOf(unplanned(day(22), day(23))), QStringLiteral("leave.invalid.past"));
        QCOMPARE(codeOf(unplanned(day(25))), QStringLiteral("leave.invalid.not_begun"));
        QCOMPARE(codeOf(unplanned(kToday.addDays(-30))), QString());
        QCOMPARE(codeOf(unplanned(kToday.addDays(-31))), QStringLiteral("leave.invalid.past"));
    }

    void oneThatRunsMayBeChanged()
    {
        const Leave before = planned(sampleOfficer(), day(20), day(26));
        Roster roster = team();
        roster[sampleOfficer().id].leaves = {before};
        Leave longer = before;
        longer.last = day(28);
        QVERIFY(checkLeave(longer, &before, roster, kToday)); // it does not overlap itself, either
        QCOMPARE(checkLeave(longer, nullptr, roster, kToday).error().code,
                 QStringLiteral("leave.invalid.past"));
        longer.last = day(22);
        QCOMPARE(checkLeave(longer, &before, roster, kToday).error().code,
                 QStringLiteral("leave.invalid.past"));
        longer.last = day(28);
        for (const int first : {21, 24, 28}) { // what has begun began when it did
            longer.first = day(first);
            QCOMPARE(checkLeave(longer, &before, roster, kToday).error().code,
                     QStringLiteral("leave.invalid.begun"));
        }
        longer.first = before.first;
        longer.kind = Leave::Kind::Unplanned; // it is not known any more when it ends
        longer.last = {};
        longer.substitute.reset();
        QVERIFY(checkLeave(longer, &before, roster, kToday));
        const Leave old = unplanned(kToday.addDays(-90));
        Leave known = old;
        known.last = day(28);
        QVERIFY(checkLeave(known, &old, team(), kToday));
    }

    // Another kind has to keep its own rules, also when the first day stays.
    void oneThatIsToComeStaysPlanned()
    {
        const Leave before = planned(sampleOfficer(), day(28), day(30));
        Leave open = before;
        open.kind = Leave::Kind::Unplanned;
        open.last = {};
        open.substitute.reset();
        QCOMPARE(checkLeave(open, &before, team(), kToday).error().code,
                 QStringLiteral("leave.invalid.not_begun"));
        open.first = kToday; // they are ill already
        QVERIFY(checkLeave(open, &before, team(), kToday));
    }

    void whatIsOver()
    {
        Leave leave = planned(sampleOfficer(), day(20), day(24));
        QVERIFY(!isOver(leave, day(24)));
        QVERIFY(isOver(leave, day(25)));
        leave.endedAt = at(day(22), 9);
        QVERIFY(isOver(leave, day(22)));
        QVERIFY(!isOver(unplanned(day(1)), day(30)));
    }

    void whoIsAway_data()
    {
        QTest::addColumn<Leave>("leave");
        QTest::addColumn<Instant>("when");
        QTest::addColumn<bool>("away");
        const Leave days = planned(sampleOfficer(), day(24), day(25));
        QTest::newRow("the minute before") << days << at(day(24), 0) - std::chrono::minutes(1) << false;
        QTest::newRow("from midnight in Riyadh") << days << at(day(24), 0) << true;
        QTest::newRow("until the next midnight") << days << at(day(25), 23) << true;
        QTest::newRow("no longer") << days << at(day(26), 0) << false;
        QTest::newRow("until further notice") << unplanned(day(24)) << at(day(24).addYears(1), 9) << true;
        Leave ended = unplanned(day(24));
        ended.endedAt = at(day(25), 10);
        QTest::newRow("back at ten, before") << ended << at(day(25), 9) << true;
        QTest::newRow("back at ten") << ended << at(day(25), 10) << false;
    }

    void whoIsAway()
    {
        QFETCH(Leave, leave);
        QFETCH(Instant, when);
        QFETCH(bool, away);
        QCOMPARE(isAway(leave, when), away);
        Colleague officer = colleagueOf(sampleOfficer());
        officer.leaves = {planned(sampleOfficer(), day(1), day(2)), leave};
        QCOMPARE(leaveAt(officer, when) != nullptr, away);
    }

    void overlapsAreSymmetric_data()
    {
        QTest::addColumn<Leave>("a");
        QTest::addColumn<Leave>("b");
        QTest::addColumn<bool>("expected");
        const auto days = [](int first, int last) { return planned(sampleOfficer(), day(first), day(last)); };
        QTest::newRow("apart") << days(1, 2) << days(3, 4) << false;
        QTest::newRow("on one day") << days(1, 3) << days(3, 4) << true;
        QTest::newRow("inside") << days(1, 9) << days(3, 4) << true;
        QTest::newRow("open, before") << unplanned(day(5)) << days(3, 4) << false;
        QTest::newRow("open, after") << unplanned(day(2)) << days(3, 4) << true;
        QTest::newRow("both open") << unplanned(day(2)) << unplanned(day(9)) << true;
        Leave back = unplanned(day(2));
        back.endedAt = at(day(5), 11);
        QTest::newRow("back that morning") << back << days(5, 6) << false;
        QTest::newRow("back the day after") << back << days(4, 6) << true;
        back.endedAt = at(day(1), 11);
        QTest::newRow("called off") << back << unplanned(day(1)) << false;
    }

    void overlapsAreSymmetric()
    {
        QFETCH(Leave, a);
        QFETCH(Leave, b);
        QFETCH(bool, expected);
        QCOMPARE(overlap(a, b), expected);
        QCOMPARE(overlap(b, a), expected);
    }

    void whoStandsIn_data()
    {
        QTest::addColumn<std::function<void(Roster &)>>("change");
        QTest::addColumn<QString>("who");
        using Change = std::function<void(Roster &)>;
        const auto away = [](Roster &roster, const Actor &officer) {
            roster[officer.id].leaves = {planned(officer, day(24), day(25))};
        };
        const auto row = [](const char *name, const char *who, Change change) {
            QTest::newRow(name) << std::move(change) << QString::fromLatin1(who);
        };
        row("nobody is away", "", [](Roster &) {});
        row("the substitute", "officer-2", [away](Roster &roster) { away(roster, sampleOfficer()); });
        row("the substitute's", "officer-3", [away](Roster &roster) {
            away(roster, sampleOfficer());
            away(roster, otherOfficer());
        });
        row("they stand in for each other", "", [away](Roster &roster) {
            away(roster, sampleOfficer());
            away(roster, otherOfficer());
            roster[otherOfficer().id].leaves.front().substitute = nameOf(sampleOfficer());
        });
        row("nobody was named", "", [away](Roster &roster) {
            away(roster, sampleOfficer());
            roster[sampleOfficer().id].leaves.front().substitute.reset();
        });
        row("whose account was taken away", "", [away](Roster &roster) {
            away(roster, sampleOfficer());
            roster[otherOfficer().id].active = false;
        });
        row("who works elsewhere now", "", [away](Roster &roster) {
            away(roster, sampleOfficer());
            roster[otherOfficer().id].section = QStringLiteral("visit");
        });
        row("who is gone", "", [away](Roster &roster) {
            away(roster, sampleOfficer());
            roster.remove(otherOfficer().id);
        });
    }

    void whoStandsIn()
    {
        QFETCH(std::function<void(Roster &)>, change);
        QFETCH(QString, who);
        Roster roster = team();
        change(roster);
        const auto found = substituteAt(roster, sampleOfficer().id, QStringLiteral("residency"),
                                        QStringLiteral("SA-01"), at(kToday, 9));
        QCOMPARE(found ? found->id.text() : QString(), who);
    }
};

QTEST_GUILESS_MAIN(LeaveTest)
#include "tst_leave.moc"

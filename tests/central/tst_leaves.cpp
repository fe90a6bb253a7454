// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/rows.h"
#include "tests/central/assignmentstage.h"
#include "tests/support/shown.h"

#include <QtTest/QTest>

using namespace tawasul;
using namespace std::chrono_literals;

namespace {

const QDate kToday(2026, 11, 24);

Actor farOfficer()
{
    Actor actor = otherOfficer();
    actor.id = PersonId(QStringLiteral("officer-4"));
    actor.region = QStringLiteral("SA-02");
    return actor;
}

} // namespace

/// Who is away, and what the centre does about it.
class LeavesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aLeaveIsRecordedOnce();
    void aLeaveIsChangedByItsVersion();
    void whatMakesNoSenseIsRefused_data();
    void whatMakesNoSenseIsRefused();
    void onlySupervisorsRecordLeaves();
    void aLeaveEndsOnce();
    void aLeaveCalledOffFreesItsDays();
    void noDayIsTakenTwice();
    void whoeverWasAwayStandsInForNobody();
    void whatIsOverIsNotChanged();
    void everybodySeesWhatConcernsThem();
    void whatEndedIsToldUntilItsDay();
    void aListHasAnEnd();
    void everyChangeIsInTheTrail();
    void nothingNewIsGivenToTheAbsent();
    void whatComesBackGoesToWhoeverStandsIn_data();
    void whatComesBackGoesToWhoeverStandsIn();

private:
    void comesBack(CaseStatus status, const Actor &actor, ActType type, const QString &owner,
                   const QString &goesTo);
    [[nodiscard]] Leave form(const Actor &officer, QDate first, QDate last = {},
                             const std::optional<Actor> &substitute = {})
    {
        Leave leave;
        leave.id = LeaveId(m_centre->newActId().text());
        leave.officer.id = officer.id;
        leave.kind = substitute && last.isValid() ? Leave::Kind::Planned : Leave::Kind::Unplanned;
        leave.first = first;
        leave.last = last;
        if (substitute)
            leave.substitute = PersonName{substitute->id, {}};
        return leave;
    }
    Result<LeaveBook::Put> put(const Leave &leave, std::optional<qint64> ifMatch = {},
                               const Actor &actor = sampleSupervisor())
    {
        return m_connection->leaves().put(actor, leave, ifMatch);
    }
    QString codeOf(const Leave &leave, std::optional<qint64> ifMatch = {},
                   const Actor &actor = sampleSupervisor())
    {
        const auto outcome = put(leave, ifMatch, actor);
        return outcome ? QStringLiteral("recorded") : outcome.error().code;
    }
    QStringList listed(const Actor &actor, QDate from = kToday)
    {
        QStringList officers;
        const auto list = must(m_connection->leaves().list(actor, from));
        for (const Leave &leave : list.leaves)
            officers.append(leave.officer.id.text());
        return officers;
    }
    [[nodiscard]] QStringList trail()
    {
        const auto lines = must(readAll(
            m_connection->database(),
            QStringLiteral("SELECT person_id || ' ' || role || ' ' || action FROM audit ORDER BY rid"),
            [](Query &row) { return row.text(0); }));
        return {lines.begin(), lines.end()};
    }

    std::unique_ptr<TestCentre> m_centre;
    std::unique_ptr<RegisterConnection> m_connection;
};

void LeavesTest::init()
{
    m_centre = std::make_unique<TestCentre>();
    m_connection = m_centre->open();
    for (const Actor &actor : {thirdOfficer(), farOfficer()})
        must(m_connection->accounts().add({actor.id.text(), actor, QStringLiteral("!"), true},
                                          m_centre->clock().now()));
}

void LeavesTest::cleanup()
{
    m_connection.reset();
    m_centre.reset();
}

void LeavesTest::aLeaveIsRecordedOnce()
{
    const Leave asked = form(sampleOfficer(), QDate(2026, 11, 29), QDate(2026, 12, 3), otherOfficer());
    const auto first = must(put(asked));
    QVERIFY(first.isNew);
    QCOMPARE(first.leave.version, qint64(1));
    QCOMPARE(first.leave.officer, nameOf(sampleOfficer())); // by the name that the centre knows
    QCOMPARE(first.leave.substitute, std::optional(nameOf(otherOfficer())));
    QCOMPARE(first.leave.recordedBy, nameOf(sampleSupervisor()));
    m_centre->clock().advance(1h);
    const auto again = must(put(asked));
    QVERIFY(!again.isNew);
    QVERIFY(again.leave == first.leave);
    QVERIFY(*must(m_connection->leaves().find(asked.id)) == first.leave);
}

void LeavesTest::aLeaveIsChangedByItsVersion()
{
    Leave asked = form(sampleOfficer(), kToday);
    must(put(asked));
    asked.last = QDate(2026, 11, 26);
    QCOMPARE(codeOf(asked), QStringLiteral("leave.stale"));
    QCOMPARE(codeOf(asked, 2), QStringLiteral("leave.stale"));
    m_centre->clock().advance(1h);
    const auto changed = must(put(asked, 1, sampleRegionSupervisor()));
    QVERIFY(!changed.isNew && changed.leave.version == 2 && changed.leave.last == asked.last);
    // Who recorded it is still known.
    QCOMPARE(changed.leave.recordedBy, nameOf(sampleSupervisor()));
    QCOMPARE(changed.leave.recordedAt, m_centre->clock().now() - 1h);
    QCOMPARE(changed.leave.changedBy, std::optional(nameOf(sampleRegionSupervisor())));
    QCOMPARE(changed.leave.changedAt, std::optional(m_centre->clock().now()));
    QVERIFY(*must(m_connection->leaves().find(asked.id)) == changed.leave);
    QVERIFY(must(put(asked, 1)).leave == changed.leave); // its answer was lost
    Leave others = asked;
    others.officer.id = otherOfficer().id;
    QCOMPARE(codeOf(others, 2), QStringLiteral("leave.invalid.officer_unknown"));
    must(m_connection->leaves().end(sampleSupervisor(), asked.id));
    asked.last = QDate(2026, 11, 30);
    QCOMPARE(codeOf(asked, 3), QStringLiteral("leave.over"));
    QCOMPARE(codeOf(form(sampleOfficer(), kToday), 1), QStringLiteral("leave.unknown"));
}

void LeavesTest::whatMakesNoSenseIsRefused_data()
{
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QDate>("last");
    QTest::addColumn<QString>("substitute");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, int first, int last, const char *substitute, const char *code) {
        const QDate november(2026, 11, 1);
        QTest::newRow(name) << november.addDays(first - 1) << november.addDays(last - 1)
                            << QString::fromLatin1(substitute) << QString::fromLatin1(code);
    };
    row("as it should be", 29, 30, "officer-2", "recorded");
    row("ends before it starts", 30, 29, "officer-2", "leave.invalid.order");
    row("in the past", 22, 30, "officer-2", "leave.invalid.past");
    row("overlaps", 25, 26, "officer-2", "leave.overlap");
    row("stands in for themself", 29, 30, "officer-1", "leave.invalid.substitute_self");
    row("nobody stands in", 29, 30, "officer-9", "leave.invalid.substitute_unknown");
    row("somebody from far away", 29, 30, "officer-4", "leave.invalid.substitute_not_permitted");
    row("who is away", 29, 30, "officer-3", "leave.invalid.substitute_absent");
}

void LeavesTest::whatMakesNoSenseIsRefused()
{
    QFETCH(QDate, first);
    QFETCH(QDate, last);
    QFETCH(QString, substitute);
    QFETCH(QString, code);
    must(put(form(sampleOfficer(), QDate(2026, 11, 26), QDate(2026, 11, 27), otherOfficer())));
    must(put(form(thirdOfficer(), kToday)));
    Leave asked = form(sampleOfficer(), first, last, otherOfficer());
    asked.substitute->id = PersonId(substitute);
    QCOMPARE(codeOf(asked), code);
    QCOMPARE(must(m_connection->leaves().find(asked.id)).has_value(), code == u"recorded");
    asked.id = LeaveId(QStringLiteral("1"));
    QCOMPARE(codeOf(asked), QStringLiteral("leave.invalid.id"));
}

void LeavesTest::onlySupervisorsRecordLeaves()
{
    const Leave asked = form(sampleOfficer(), kToday);
    for (const Actor &actor : {sampleOfficer(), otherOfficer(), actorWith(Role::Auditor),
                               actorWith(Role::Administrator), actorWith(Role::System)})
        QCOMPARE(codeOf(asked, {}, actor), QStringLiteral("leave.forbidden"));
    Actor farSupervisor = sampleSupervisor();
    farSupervisor.region = QStringLiteral("SA-02");
    QCOMPARE(codeOf(asked, {}, farSupervisor), QStringLiteral("leave.invalid.officer_unknown"));
    must(put(asked));
    QCOMPARE(m_connection->leaves().end(farSupervisor, asked.id).error().code,
             QStringLiteral("leave.unknown"));
    QCOMPARE(m_connection->leaves().end(sampleOfficer(), asked.id).error().code,
             QStringLiteral("leave.forbidden"));
    QVERIFY(!must(m_connection->leaves().find(asked.id))->endedAt);
}

void LeavesTest::aLeaveEndsOnce()
{
    const Leave asked = form(sampleOfficer(), kToday);
    must(put(asked));
    m_centre->clock().advance(3h);
    const Leave ended = must(m_connection->leaves().end(sampleRegionSupervisor(), asked.id));
    QCOMPARE(ended.endedAt, std::optional(m_centre->clock().now()));
    QCOMPARE(ended.version, qint64(2));
    QCOMPARE(ended.recordedBy, nameOf(sampleSupervisor()));
    QCOMPARE(ended.changedBy, std::optional(nameOf(sampleRegionSupervisor())));
    QCOMPARE(ended.changedAt, ended.endedAt);
    QVERIFY(*must(m_connection->leaves().find(asked.id)) == ended);
    m_centre->clock().advance(1h);
    QVERIFY(must(m_connection->leaves().end(sampleSupervisor(), asked.id)) == ended);
    const LeaveId strange(QString(QChar(0)));
    QCOMPARE(m_connection->leaves().end(sampleSupervisor(), strange).error().code,
             QStringLiteral("leave.unknown"));
    // One whose days are over by themselves is not ended later.
    const Leave day = form(thirdOfficer(), kToday, kToday);
    must(put(day));
    m_centre->clock().advance(48h);
    QVERIFY(!must(m_connection->leaves().end(sampleSupervisor(), day.id)).endedAt);
}

void LeavesTest::aLeaveCalledOffFreesItsDays()
{
    const Leave first = form(sampleOfficer(), QDate(2026, 11, 29), QDate(2026, 12, 3), otherOfficer());
    must(put(first));
    const Leave second = form(sampleOfficer(), QDate(2026, 12, 2), QDate(2026, 12, 6), otherOfficer());
    QCOMPARE(codeOf(second), QStringLiteral("leave.overlap"));
    must(m_connection->leaves().end(sampleSupervisor(), first.id));
    QCOMPARE(codeOf(second), QStringLiteral("recorded"));
}

// Also not by one that is told later, of days that are over.
void LeavesTest::noDayIsTakenTwice()
{
    must(put(form(sampleOfficer(), kToday, kToday.addDays(4), otherOfficer())));
    const Leave early = form(thirdOfficer(), kToday);
    must(put(early));
    m_centre->clock().advance(24h * 2);
    must(m_connection->leaves().end(sampleSupervisor(), early.id)); // on the third day
    m_centre->clock().advance(24h * 4);                             // it is the seventh day
    QCOMPARE(codeOf(form(sampleOfficer(), kToday.addDays(2))), QStringLiteral("leave.overlap"));
    QCOMPARE(codeOf(form(sampleOfficer(), kToday.addDays(4))), QStringLiteral("leave.overlap"));
    QCOMPARE(codeOf(form(sampleOfficer(), kToday.addDays(5))), QStringLiteral("recorded"));
    QCOMPARE(codeOf(form(thirdOfficer(), kToday.addDays(1))), QStringLiteral("leave.overlap"));
    QCOMPARE(codeOf(form(thirdOfficer(), kToday.addDays(2))), QStringLiteral("recorded"));
    QCOMPARE(codeOf(form(otherOfficer(), kToday.addDays(-30))), QStringLiteral("leave.invalid.past"));
}

void LeavesTest::whoeverWasAwayStandsInForNobody()
{
    must(put(form(otherOfficer(), kToday, kToday.addDays(1))));
    m_centre->clock().advance(24h * 3);
    Leave asked = form(sampleOfficer(), kToday.addDays(1));
    asked.substitute = PersonName{otherOfficer().id, {}};
    QCOMPARE(codeOf(asked), QStringLiteral("leave.invalid.substitute_absent"));
    asked.first = kToday.addDays(2);
    QCOMPARE(codeOf(asked), QStringLiteral("recorded"));
}

void LeavesTest::whatIsOverIsNotChanged()
{
    Leave asked = form(sampleOfficer(), kToday, kToday.addDays(1), otherOfficer());
    must(put(asked));
    m_centre->clock().advance(24h * 2);
    QVERIFY(!must(put(asked)).isNew); // what stands there may be asked for again
    asked.last = kToday.addDays(5);
    QCOMPARE(codeOf(asked, 1), QStringLiteral("leave.over"));
    QVERIFY(!must(m_connection->leaves().find(asked.id))->endedAt);
}

void LeavesTest::everybodySeesWhatConcernsThem()
{
    must(put(form(sampleOfficer(), QDate(2026, 11, 29), QDate(2026, 12, 3), otherOfficer())));
    must(put(form(thirdOfficer(), kToday, kToday)));
    Actor farSupervisor = sampleRegionSupervisor();
    farSupervisor.region = QStringLiteral("SA-02");
    must(put(form(farOfficer(), kToday), {}, farSupervisor));
    const QStringList here{thirdOfficer().id.text(), sampleOfficer().id.text()};
    QCOMPARE(listed(sampleSupervisor()), here);
    QCOMPARE(listed(sampleRegionSupervisor()), here);
    QCOMPARE(listed(actorWith(Role::Auditor)), here);
    QCOMPARE(listed(farSupervisor), QStringList(farOfficer().id.text()));
    QCOMPARE(listed(sampleOfficer()), QStringList(sampleOfficer().id.text()));
    QCOMPARE(listed(otherOfficer()), QStringList(sampleOfficer().id.text())); // whom they stand in for
    QCOMPARE(listed(sampleSupervisor(), QDate(2026, 12, 4)), QStringList());
    QCOMPARE(m_connection->leaves().list(actorWith(Role::Administrator), kToday).error().code,
             QStringLiteral("leave.forbidden"));
}

// One that was to last until further notice is over when it was ended.
void LeavesTest::whatEndedIsToldUntilItsDay()
{
    const Leave open = form(sampleOfficer(), kToday);
    must(put(open));
    m_centre->clock().advance(24h * 3);
    must(m_connection->leaves().end(sampleSupervisor(), open.id));
    const QStringList told{sampleOfficer().id.text()};
    for (const Actor &actor : {sampleSupervisor(), sampleRegionSupervisor(), sampleOfficer()}) {
        QCOMPARE(listed(actor, kToday.addDays(3)), told);
        QCOMPARE(listed(actor, kToday.addDays(4)), QStringList());
    }
}

void LeavesTest::aListHasAnEnd()
{
    for (int n = 0; n < 1'001; ++n)
        must(put(form(sampleOfficer(), kToday.addDays(n), kToday.addDays(n), otherOfficer())));
    const auto list = must(m_connection->leaves().list(sampleSupervisor(), kToday));
    QVERIFY(list.more);
    QCOMPARE(list.leaves.size(), std::size_t(1'000));
    QVERIFY(!must(m_connection->leaves().list(sampleSupervisor(), kToday.addDays(1))).more);
}

void LeavesTest::everyChangeIsInTheTrail()
{
    Leave asked = form(sampleOfficer(), kToday);
    must(put(asked));
    must(put(asked)); // nothing changed
    asked.last = QDate(2026, 11, 26);
    must(put(asked, 1, sampleRegionSupervisor()));
    must(m_connection->leaves().end(sampleSupervisor(), asked.id));
    must(m_connection->leaves().end(sampleSupervisor(), asked.id));
    QCOMPARE(codeOf(form(sampleOfficer(), kToday.addDays(-1), kToday.addDays(-1))),
             QStringLiteral("leave.invalid.past"));
    QCOMPARE(trail(),
             (QStringList{QStringLiteral("supervisor-1 section_supervisor leave.recorded"),
                          QStringLiteral("region-1 region_supervisor leave.changed"),
                          QStringLiteral("supervisor-1 section_supervisor leave.ended")}));
}

void LeavesTest::nothingNewIsGivenToTheAbsent()
{
    take(*m_connection, sampleCase());
    const Leave leave = form(otherOfficer(), kToday);
    must(put(leave));
    Act act = sampleAct(ActType::Assign, sampleSupervisor());
    act.id = m_centre->newActId();
    QCOMPARE(tawasul::codeOf(m_connection->cases().applyAct(sampleSupervisor(), requestFor(act))),
             QStringLiteral("assignment.on_leave"));
    must(m_connection->leaves().end(sampleSupervisor(), leave.id));
    QCOMPARE(tawasul::codeOf(m_connection->cases().applyAct(sampleSupervisor(), requestFor(act))),
             QStringLiteral("stored"));
    act.toAssignee = nameOf(farOfficer());
    act.id = m_centre->newActId();
    act.baseVersion = 4;
    QCOMPARE(tawasul::codeOf(m_connection->cases().applyAct(sampleSupervisor(), requestFor(act))),
             QStringLiteral("act.invalid.assignee_unknown"));
    // To their own supervisor it is told why.
    Actor nextDoor = thirdOfficer();
    nextDoor.id = PersonId(QStringLiteral("officer-6"));
    nextDoor.section = QStringLiteral("reports");
    must(m_connection->accounts().add({nextDoor.id.text(), nextDoor, QStringLiteral("!"), true},
                                      m_centre->clock().now()));
    act.toAssignee = nameOf(nextDoor);
    QCOMPARE(tawasul::codeOf(m_connection->cases().applyAct(sampleRegionSupervisor(), requestFor(act))),
             QStringLiteral("assignment.not_permitted"));
}

void LeavesTest::whatComesBackGoesToWhoeverStandsIn_data()
{
    QTest::addColumn<QString>("owner");
    QTest::addColumn<QString>("away"); // officer>substitute …
    QTest::addColumn<QString>("goesTo");
    const auto row = [](const char *name, const char *owner, const char *away, const char *goesTo) {
        QTest::newRow(name) << QString::fromLatin1(owner) << QString::fromLatin1(away)
                            << QString::fromLatin1(goesTo);
    };
    row("nobody is away", "officer-1", "", "officer-1");
    row("somebody else is away", "officer-1", "2>3", "officer-1");
    row("to the substitute", "officer-1", "1>2", "officer-2");
    row("to the substitute's", "officer-1", "1>2 2>3", "officer-3");
    row("nobody stands in", "officer-1", "1>", "");
    row("it was nobody's", "", "1>2", "");
    row("its officer's account was taken away", "officer-5", "", "");
    row("its officer is none any more", "supervisor-1", "", "");
    row("its officer was never one", "officer-77", "", "");
}

void LeavesTest::whatComesBackGoesToWhoeverStandsIn()
{
    QFETCH(QString, owner);
    QFETCH(QString, away);
    QFETCH(QString, goesTo);
    Actor left = thirdOfficer();
    left.id = PersonId(QStringLiteral("officer-5"));
    must(m_connection->accounts().add({left.id.text(), left, QStringLiteral("!"), false},
                                      m_centre->clock().now()));
    const std::vector<Actor> officers{sampleOfficer(), otherOfficer(), thirdOfficer()};
    for (const QString &word : away.split(u' ', Qt::SkipEmptyParts)) {
        const auto officer = [&](qsizetype place) {
            return officers.at(static_cast<std::size_t>(word.at(place).digitValue() - 1));
        };
        Leave leave = form(officer(0), kToday);
        if (word.size() > 2)
            leave.substitute = PersonName{officer(2).id, {}};
        must(put(leave));
    }
    comesBack(CaseStatus::Returned, sampleBeneficiary(), ActType::Resubmit, owner, goesTo);
    comesBack(CaseStatus::Completed, sampleSupervisor(), ActType::Reopen, owner, goesTo);
}

// A case of that owner, by that act.
void LeavesTest::comesBack(CaseStatus status, const Actor &actor, ActType type, const QString &owner,
                           const QString &goesTo)
{
    Case theCase = numberedCase(1 + static_cast<int>(status));
    theCase.status = status;
    theCase.assignee = owner.isEmpty() ? std::nullopt : std::optional(PersonName{PersonId(owner), {}});
    take(*m_connection, theCase);
    const auto acts = [this] {
        return must(readOneInt64(m_connection->database(), QStringLiteral("SELECT count(*) FROM act")));
    };
    const qint64 before = acts();
    Act act = sampleAct(type, actor);
    act.id = m_centre->newActId();
    act.caseId = theCase.id;
    stored(m_connection->cases().applyAct(actor, requestFor(act)));
    const Case after = caseIn(*m_connection, theCase.id);
    QCOMPARE(after.status, type == ActType::Reopen ? CaseStatus::InProgress : CaseStatus::Resubmitted);
    QCOMPARE(after.assignee ? after.assignee->id.text() : QString(), goesTo);
    const bool passedOn = owner != goesTo;
    QCOMPARE(after.version, theCase.version + (passedOn ? 2 : 1));
    QCOMPARE(after.history.back().role, passedOn ? Role::System : actor.role);
    QCOMPARE(acts() - before, passedOn ? 2 : 1);
    // Sent again it stays where it went.
    QVERIFY(!stored(m_connection->cases().applyAct(actor, requestFor(act))).isNew);
    QVERIFY(caseIn(*m_connection, theCase.id) == after);
}

QTEST_GUILESS_MAIN(LeavesTest)
#include "tst_leaves.moc"

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What supervisors see at the centre: headers, searches, officers and their machines, and what is remembered
// of whoever looked; also in a register from before there was any of it.
#include "app/central/register/scopes.h"
#include "models/protocol/casecodec.h"
#include "models/protocol/jsonreader.h"
#include "models/sql/migrations.h"
#include "models/sql/rows.h"
#include "tests/central/feedreader.h"
#include "tests/central/testdoor.h"
#include "tests/support/shown.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace tawasul;
using namespace std::chrono_literals;

namespace {

const QString kApi = QStringLiteral("/api/v1/");

QStringList trailIn(RegisterConnection &connection)
{
    const auto lines = must(readAll(
        connection.database(),
        QStringLiteral(
            "SELECT a.person_id || ' ' || a.action || ' ' || coalesce(c.number, '') || a.detail FROM audit a "
            "LEFT JOIN case_record c ON c.rid = a.case_rid ORDER BY a.rid"),
        [](Query &row) { return row.text(0); }));
    return {lines.begin(), lines.end()};
}

// A register as the version before this one left it, and the cases in it: officers' rows and old removals in
// the feed, and nothing of supervisors.
std::vector<Case> makeOlderRegister(const QString &folder)
{
    OpenOptions options;
    options.path = centreFilePath(folder);
    Database old = must(openDatabase(options));
    const auto steps = must(readMigrations(QStringLiteral(":/schema/central")));
    must(migrate(old, steps.mid(0, 3)));
    const auto set = [&old](const char *key, const char *value) {
        must(changeRows(old, QStringLiteral("INSERT INTO centre (key, value) VALUES (?, ?)"),
                        QString::fromLatin1(key), QString::fromLatin1(value)));
    };
    for (const auto &[key, value] :
         {std::pair("id", "a"), {"epoch", "b"}, {"training", "1"}, {"position", "9"}, {"horizon", "0"}})
        set(key, value);
    std::vector<Case> cases;
    for (int n = 1; n <= 4; ++n) {
        Case theCase = n == 4 ? fullCase() : numberedCase(n);
        if (n == 2)
            theCase.assignee.reset();
        if (n == 3)
            theCase.region = QStringLiteral("SA-02");
        cases.push_back(theCase);
        must(changeRows(
            old,
            QStringLiteral("INSERT INTO case_record (rid, id, number, version, status, section, "
                           "region, assignee, updated_at, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            n, theCase.id.text(), theCase.number, theCase.version, QStringLiteral("new"), theCase.section,
            theCase.region, theCase.assignee ? std::optional(theCase.assignee->id.text()) : std::nullopt,
            toIso(theCase.updatedAt), wire::toBytes(wire::toJson(theCase))));
        const QString add = QStringLiteral("INSERT INTO feed (scope, position, case_rid, kind, at) "
                                           "VALUES (?, ?, ?, ?, ?)");
        must(changeRows(old, add, QStringLiteral("user:left"), 2 * n, n, 1, toIso(theCase.updatedAt)));
        must(changeRows(old, add, scopesOfCase(theCase)[0], 2 * n + 1, n, 0, toIso(theCase.updatedAt)));
    }
    return cases;
}

} // namespace

class CentreSupervisionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void openingIsRemembered_data();
    void openingIsRemembered();
    void whatCannotBeRememberedIsNotShown();
    void searchesFindWhatTheirCriteriaSay_data();
    void searchesFindWhatTheirCriteriaSay();
    void aSearchIsRemembered();
    void aSearchThatFindsMoreSaysSo();
    void machinesSayWhatTheyHaveLeft();
    void anOlderRegisterIsBroughtUpToDate();
    void aSupervisorsOldCursorBeginsAnew();

private:
    [[nodiscard]] HttpResponse get(const Actor &actor, const QString &path)
    {
        return m_door->ask(HttpMethod::Get, QString(kApi % path), m_door->signIn(actor).access);
    }
    [[nodiscard]] QStringList found(const Actor &actor, const QString &query)
    {
        QStringList numbers;
        for (const QJsonValue theCase : jsonOf(get(actor, QString(u"cases?" % query)))[u"cases"].toArray())
            numbers.append(theCase[u"number"].toString().right(1));
        return numbers;
    }
    [[nodiscard]] QStringList trail()
    {
        m_door->settle();
        return trailIn(*m_centre->open(CentreAccess::Read));
    }

    std::unique_ptr<TestCentre> m_centre;
    std::unique_ptr<TestDoor> m_door;
};

void CentreSupervisionTest::init()
{
    m_centre = std::make_unique<TestCentre>();
    {
        const auto connection = m_centre->open();
        for (int n = 1; n <= 5; ++n) {
            Case theCase = numberedCase(n);
            theCase.updatedAt += std::chrono::minutes(n);
            if (n == 2)
                theCase.assignee = nameOf(otherOfficer());
            if (n == 3) {
                theCase.status = CaseStatus::New;
                theCase.assignee.reset();
                theCase.subject.party.identifier = QStringLiteral("2000000006");
            }
            if (n == 4) {
                theCase.section = QStringLiteral("reports");
                theCase.subService = QStringLiteral("reports.absence_cancel");
            }
            if (n == 5) {
                theCase.region = QStringLiteral("SA-02");
                theCase.assignee.reset();
            }
            take(*connection, theCase);
        }
    }
    m_door = std::make_unique<TestDoor>(*m_centre);
}

void CentreSupervisionTest::cleanup()
{
    m_door.reset();
    m_centre.reset();
}

void CentreSupervisionTest::openingIsRemembered_data()
{
    QTest::addColumn<Actor>("actor");
    QTest::addColumn<bool>("remembered");
    QTest::newRow("its officer") << sampleOfficer() << false;
    QTest::newRow("the section's supervisor") << sampleSupervisor() << true;
    QTest::newRow("the region's supervisor") << sampleRegionSupervisor() << true;
    QTest::newRow("an auditor") << actorWith(Role::Auditor) << true;
}

void CentreSupervisionTest::openingIsRemembered()
{
    QFETCH(Actor, actor);
    QFETCH(bool, remembered);
    const HttpResponse answer = get(actor, QString(u"cases/" % numberedCase(1).id.text()));
    QCOMPARE(answer.status, 200);
    QVERIFY(jsonOf(answer).contains(u"description"));
    QCOMPARE(trail(),
             remembered ? QStringList(actor.id.text() % u" case.opened TW-26-0000001") : QStringList());
    // What was not shown was not seen.
    QCOMPARE(get(actor, QString(u"cases/" % numberedCase(5).id.text())).status, 404);
    QCOMPARE(trail().size(), remembered ? 1 : 0);
}

void CentreSupervisionTest::whatCannotBeRememberedIsNotShown()
{
    m_door->settle();
    const bool posted = m_door->service().writer().post([](RegisterConnection &connection) {
        must(runStatement(connection.database(),
                          QStringLiteral("CREATE TEMP TRIGGER full BEFORE INSERT ON audit BEGIN "
                                         "SELECT RAISE(FAIL, 'no room'); END")));
    });
    QVERIFY(posted);
    for (const QString &path :
         {QString(u"cases/" % numberedCase(1).id.text()), QStringLiteral("cases?status=new")}) {
        const HttpResponse answer = get(sampleSupervisor(), path);
        QCOMPARE(answer.status, 500);
        QVERIFY(!bodyOf(answer).contains("TW-26"));
    }
    QCOMPARE(get(sampleOfficer(), QString(u"cases/" % numberedCase(1).id.text())).status, 200);
}

void CentreSupervisionTest::searchesFindWhatTheirCriteriaSay_data()
{
    QTest::addColumn<Actor>("actor");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("found"); // the last changed first
    const auto row = [](const char *name, const Actor &actor, const char *query, const char *found) {
        QTest::newRow(name) << actor << QString::fromUtf8(query) << QString::fromLatin1(found);
    };
    row("by number", sampleSupervisor(), "number=TW-26-0000002", "2");
    row("by a part of a number", sampleSupervisor(), "number=TW-26", "");
    row("by the number of another region", sampleRegionSupervisor(), "number=TW-26-0000005", "");
    row("by the number of another section", sampleSupervisor(), "number=TW-26-0000004", "");
    row("by the beneficiary", sampleRegionSupervisor(), "identifier=1043855178", "4321");
    row("by whom it is about", sampleRegionSupervisor(), "identifier=2123456788", "421");
    row("by whom it is about, one", sampleSupervisor(), "identifier=2000000006", "3");
    row("by status", sampleRegionSupervisor(), "status=in_progress", "421");
    row("by a section", sampleRegionSupervisor(), "section=reports", "4");
    row("by a foreign section", sampleSupervisor(), "section=reports", "");
    row("by sub-service", sampleRegionSupervisor(), "sub_service=residency.renewal", "321");
    row("by officer", sampleSupervisor(), "assignee=officer-2", "2");
    row("nobody's", sampleSupervisor(), "assignee=", "3");
    row("by all at once", sampleSupervisor(),
        "identifier=1043855178&status=in_progress&assignee=officer-1&section=residency", "1");
    row("an auditor", actorWith(Role::Auditor), "status=in_progress", "21");
    row("what is nobody's word", sampleSupervisor(), "status=%00", "");
    row("quotes", sampleSupervisor(), "number=%27%20OR%201=1--", "");
}

void CentreSupervisionTest::searchesFindWhatTheirCriteriaSay()
{
    QFETCH(Actor, actor);
    QFETCH(QString, query);
    QFETCH(QString, found);
    QCOMPARE(this->found(actor, query).join(QString()), found);
}

void CentreSupervisionTest::aSearchIsRemembered()
{
    QCOMPARE(found(sampleSupervisor(), QStringLiteral("number=TW-26-0000009")), QStringList());
    const QStringList once{QStringLiteral("supervisor-1 cases.searched {\"number\":\"TW-26-0000009\"}")};
    QCOMPARE(trail(), once);
    // What was refused looked at nothing.
    QCOMPARE(get(sampleOfficer(), QStringLiteral("cases?status=new")).status, 403);
    QCOMPARE(get(sampleSupervisor(), QStringLiteral("cases?limit=201&status=new")).status, 422);
    QCOMPARE(trail(), once);
}

void CentreSupervisionTest::aSearchThatFindsMoreSaysSo()
{
    const auto more = [this](const char *query) {
        const QJsonObject answer = jsonOf(get(sampleSupervisor(), QString(u"cases?" % QLatin1String(query))));
        return qMakePair(answer[u"cases"].toArray().size(), answer[u"more"].toBool());
    };
    QCOMPARE(more("section=residency"), qMakePair(qsizetype(3), false));
    QCOMPARE(more("section=residency&limit=3"), qMakePair(qsizetype(3), false));
    QCOMPARE(more("section=residency&limit=2"), qMakePair(qsizetype(2), true));
}

void CentreSupervisionTest::machinesSayWhatTheyHaveLeft()
{
    const auto report = [this](const Actor &actor, const QByteArray &body) {
        return m_door
            ->ask(HttpMethod::Put, QString(kApi % u"session/outbox"), m_door->signIn(actor).access, body)
            .status;
    };
    const auto machines = [this] {
        QStringList lines;
        for (const QJsonValue officer :
             jsonOf(get(sampleSupervisor(), QStringLiteral("officers")))[u"officers"].toArray()) {
            for (const QJsonValue machine : officer[u"machines"].toArray())
                lines.append(officer[u"id"].toString() % u' ' % machine[u"device"].toString() % u' '
                             % QString::number(machine[u"unsent"].toInt()) % u' '
                             % machine[u"oldest_recorded_at"].toString().left(10));
        }
        return lines;
    };
    QCOMPARE(machines(), QStringList());
    QCOMPARE(report(sampleOfficer(), R"({"unsent":4,"oldest_recorded_at":"2026-11-23T08:00:00.000Z"})"), 204);
    QCOMPARE(report(otherOfficer(), R"({"unsent":1})"), 204);
    QCOMPARE(
        machines(),
        (QStringList{QStringLiteral("officer-2 test 1 "), QStringLiteral("officer-1 test 4 2026-11-23")}));
    QCOMPARE(report(sampleOfficer(), R"({"unsent":0})"), 204);
    QCOMPARE(machines(),
             (QStringList{QStringLiteral("officer-2 test 1 "), QStringLiteral("officer-1 test 0 ")}));
    QCOMPARE(report(sampleOfficer(), R"({"unsent":"many"})"), 422);
    QCOMPARE(report(sampleOfficer(), R"({})"), 422);
}

void CentreSupervisionTest::anOlderRegisterIsBroughtUpToDate()
{
    m_door.reset();
    QTemporaryDir folder;
    const std::vector<Case> cases = makeOlderRegister(folder.path());
    Database upgraded = must(openCentre(folder.path(), CentreAccess::Write));
    const auto columns = must(readAll(
        upgraded, QStringLiteral("SELECT sub_service || ' ' || ends_at FROM case_record ORDER BY rid"),
        [](Query &row) { return row.text(0); }));
    for (std::size_t i = 0; i < cases.size(); ++i)
        QCOMPARE(columns[i], QString(cases[i].subService % u' ' % toIso(cases[i].deadline().at)));
    const auto of = [&upgraded](const char *scope) {
        QStringList lines;
        for (const QString &line : must(readAll(
                 upgraded,
                 QStringLiteral("SELECT case_rid || '@' || position || '/' || kind FROM feed WHERE scope = ? "
                                "ORDER BY position"),
                 [](Query &row) { return row.text(0); }, QString::fromLatin1(scope))))
            lines.append(line);
        return lines.join(u' ');
    };
    QCOMPARE(of("region:SA-01"), QStringLiteral("1@3/0 2@5/0 4@9/0"));
    QCOMPARE(of("section:residency/SA-02"), QStringLiteral("3@7/0"));
    QCOMPARE(must(readOneInt64(upgraded,
                               QStringLiteral("SELECT count(*) FROM case_identifier WHERE identifier = "
                                              "'1043855178'"))),
             4);
}

void CentreSupervisionTest::aSupervisorsOldCursorBeginsAnew()
{
    const auto connection = m_centre->open(CentreAccess::Read);
    const Instant closedBefore = m_centre->clock().now() - 720h;
    // The scopes that supervisors had before headers were told.
    const std::vector<QString> before{everybodysScope(), proposalsScope(sampleSupervisor().id)};
    const QString epoch = connection->identity().epoch;
    const auto page = must(connection->feed().page(before, epoch, {}, 10, closedBefore));
    const QString cursor =
        must(wire::parseObject(page.json, QStringLiteral("page"))).value(u"next_cursor").toString();
    const auto refused =
        connection->feed().page(scopesOf(sampleSupervisor()), epoch, cursor, 10, closedBefore);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QStringLiteral("feed.cursor_expired"));
}

QTEST_GUILESS_MAIN(CentreSupervisionTest)
#include "tst_supervision.moc"

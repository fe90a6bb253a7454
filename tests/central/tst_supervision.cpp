// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What supervisors see at the centre: headers, searches, officers and their machines, and what is remembered
// of whoever looked; also in a register from before there was any of it.
#include "app/central/register/scopes.h"
#include "models/protocol/assignmentcodec.h"
#include "models/protocol/casecodec.h"
#include "models/protocol/jsonreader.h"
#include "models/sql/migrations.h"
#include "models/sql/rows.h"
#include "tests/central/feedreader.h"
#include "tests/central/testdoor.h"
#include "tests/support/shown.h"

#include <QtCore/QJsonArray>
#include <QtCore/QUrlQuery>
#include <QtTest/QTest>

#include <future>

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
    void whatAnActShowsIsRemembered_data();
    void whatAnActShowsIsRemembered();
    void whatShowsNothingIsNot();
    void fetchingADocumentIsRemembered();
    void whatCannotBeRememberedIsNotShown();
    void searchesFindWhatTheirCriteriaSay_data();
    void searchesFindWhatTheirCriteriaSay();
    void aSearchIsRemembered();
    void aSearchThatFindsMoreSaysSo();
    void machinesSayWhatTheyHaveLeft();
    void machinesAreToldApart();
    void aMachineHasToSayWhichItIs();
    void tryingWaitsForNoWriter();
    void anOlderRegisterIsBroughtUpToDate();
    void whatWasRecordedBeforeStays();
    void aSupervisorsOldCursorBeginsAnew();

private:
    [[nodiscard]] HttpResponse get(const Actor &actor, const QString &path)
    {
        return m_door->ask(HttpMethod::Get, QString(kApi % path), m_door->signIn(actor).access);
    }
    /// An act on whatever version no case has.
    [[nodiscard]] HttpResponse send(const Actor &actor, ActType type, const CaseId &id)
    {
        Act act = sampleAct(type, actor);
        act.id = m_centre->newActId();
        act.caseId = id;
        act.baseVersion = 999'999;
        const ActRequest request = requestFor(act);
        return m_door->ask(HttpMethod::Put, pathOf(request), m_door->signIn(actor).access, request.body,
                           ifMatchOf(request));
    }
    /// The first case, with a document that is there.
    [[nodiscard]] Case numberedCaseWithFile() const
    {
        const AttachmentStore store(CentreService::attachmentFolder(m_centre->folder()));
        Case theCase = numberedCase(1);
        theCase.attachments.front().sha256 = must(store.store("a document"));
        return theCase;
    }
    /// By words as they would stand in an address.
    [[nodiscard]] HttpResponse search(const Actor &actor, const QString &query)
    {
        QJsonObject body;
        for (const auto &[name, value] : QUrlQuery(query).queryItems(QUrl::FullyDecoded)) {
            body.insert(name, name == u"limit" ? QJsonValue(value.toInt()) : QJsonValue(value));
        }
        return m_door->ask(HttpMethod::Post, QString(kApi % u"cases/search"), m_door->signIn(actor).access,
                           wire::toBytes(body));
    }
    [[nodiscard]] QStringList found(const Actor &actor, const QString &query)
    {
        QStringList numbers;
        for (const QJsonValue theCase : jsonOf(search(actor, query))[u"cases"].toArray())
            numbers.append(theCase[u"number"].toString().right(1));
        return numbers;
    }
    /// What a machine of that name says; the code of the refusal, if it is one.
    QString report(const Actor &actor, const QByteArray &body, const QString &device = QStringLiteral("test"))
    {
        return codeOf(m_door->ask(HttpMethod::Put, QString(kApi % u"session/outbox"),
                                  m_door->signIn(actor, device).access, body));
    }
    [[nodiscard]] QStringList machines()
    {
        QStringList lines;
        for (const QJsonValue officer :
             jsonOf(get(sampleSupervisor(), QStringLiteral("officers")))[u"officers"].toArray()) {
            for (const QJsonValue machine : officer[u"machines"].toArray())
                lines.append(officer[u"id"].toString() % u' ' % machine[u"device"].toString() % u' '
                             % QString::number(machine[u"unsent"].toInt()) % u' '
                             % machine[u"oldest_recorded_at"].toString().left(10));
        }
        return lines;
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
            Case theCase = n == 1 ? numberedCaseWithFile() : numberedCase(n);
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

void CentreSupervisionTest::whatAnActShowsIsRemembered_data()
{
    QTest::addColumn<Actor>("actor");
    QTest::addColumn<ActType>("type");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("remembered");
    const auto row = [](const char *name, const Actor &actor, ActType type, int status, bool remembered) {
        QTest::newRow(name) << actor << type << status << remembered;
    };
    row("its officer, stale", sampleOfficer(), ActType::Start, 412, false);
    row("its officer, done", sampleOfficer(), ActType::Note, 201, false);
    row("the section's supervisor, stale", sampleSupervisor(), ActType::Complete, 412, true);
    row("the section's supervisor, done", sampleSupervisor(), ActType::Note, 201, true);
    row("the region's supervisor, stale", sampleRegionSupervisor(), ActType::Start, 412, true);
    row("the region's supervisor, done", sampleRegionSupervisor(), ActType::Note, 201, true);
}

void CentreSupervisionTest::whatAnActShowsIsRemembered()
{
    QFETCH(Actor, actor);
    QFETCH(ActType, type);
    QFETCH(int, status);
    QFETCH(bool, remembered);
    const HttpResponse answer = send(actor, type, numberedCase(1).id);
    QCOMPARE(answer.status, status);
    QVERIFY(jsonOf(answer)[u"case"].toObject().contains(u"description"));
    QCOMPARE(trail(),
             remembered ? QStringList(actor.id.text() % u" case.opened TW-26-0000001") : QStringList());
}

// Nor is anybody told which version it has who may not do it whatever the version.
void CentreSupervisionTest::whatShowsNothingIsNot()
{
    QCOMPARE(send(sampleSupervisor(), ActType::Start, numberedCase(5).id).status, 404);
    QCOMPARE(send(sampleOfficer(), ActType::Assign, numberedCase(1).id).status, 403);
    QCOMPARE(send(sampleSupervisor(), ActType::Resubmit, numberedCase(1).id).status, 403);
    QCOMPARE(send(actorWith(Role::Auditor), ActType::Start, numberedCase(1).id).status, 403);
    QCOMPARE(trail(), QStringList());
}

void CentreSupervisionTest::fetchingADocumentIsRemembered()
{
    const QString hash = numberedCaseWithFile().attachments.front().sha256;
    const QString path = QString(kApi % u"attachments/" % hash);
    const auto fetch = [&](const Actor &actor, const char *range) {
        HttpHeaders headers;
        headers.set("Range", range);
        return m_door->ask(HttpMethod::Get, path, m_door->signIn(actor).access, {}, headers).status;
    };
    QCOMPARE(fetch(sampleOfficer(), "bytes=0-3"), 206);
    QCOMPARE(trail(), QStringList());
    // Piece by piece is once.
    QCOMPARE(fetch(sampleSupervisor(), "bytes=2-3"), 206);
    QCOMPARE(fetch(sampleSupervisor(), "bytes=0-1"), 206);
    const QString line = sampleSupervisor().id.text() % u" attachment.opened TW-26-0000001" % hash;
    QCOMPARE(trail(), QStringList(line));
    QCOMPARE(fetch(sampleRegionSupervisor(), "bytes=0-1"), 206);
    QCOMPARE(trail().size(), 2);
    m_centre->clock().advance(2h);
    QCOMPARE(fetch(sampleSupervisor(), "bytes=0-3"), 206);
    QCOMPARE(trail().size(), 3);
    QCOMPARE(fetch(actorWith(Role::Administrator), "bytes=0-3"), 404);
    QCOMPARE(trail().size(), 3);
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
    const QString file = numberedCaseWithFile().attachments.front().sha256;
    for (const QString &path :
         {QString(u"cases/" % numberedCase(1).id.text()), QString(), QString(u"attachments/" % file)}) {
        const HttpResponse answer = path.isEmpty() ? search(sampleSupervisor(), QStringLiteral("status=new"))
                                                   : get(sampleSupervisor(), path);
        QCOMPARE(answer.status, 500);
        QVERIFY(!bodyOf(answer).contains("TW-26"));
    }
    for (const ActType type : {ActType::Complete, ActType::Note}) {
        const HttpResponse answer = send(sampleSupervisor(), type, numberedCase(1).id);
        QCOMPARE(answer.status, 500);
        QVERIFY(!bodyOf(answer).contains("TW-26"));
    }
    QCOMPARE(jsonOf(get(sampleOfficer(), QString(u"cases/" % numberedCase(1).id.text())))[u"version"].toInt(),
             3); // and nothing was done
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
    const QStringList once{
        QStringLiteral("supervisor-1 cases.searched {\"limit\":50,\"number\":\"TW-26-0000009\"}")};
    QCOMPARE(trail(), once);
    // What was refused looked at nothing.
    QCOMPARE(search(sampleOfficer(), QStringLiteral("status=new")).status, 403);
    QCOMPARE(codeOf(search(sampleSupervisor(), QStringLiteral("limit=201&status=new"))),
             QStringLiteral("search.limit"));
    QCOMPARE(codeOf(search(sampleSupervisor(), QStringLiteral("limit=10"))), QStringLiteral("search.empty"));
    QCOMPARE(trail(), once);
}

void CentreSupervisionTest::aSearchThatFindsMoreSaysSo()
{
    const auto more = [this](const char *query) {
        const QJsonObject answer = jsonOf(search(sampleSupervisor(), QLatin1String(query)));
        return qMakePair(answer[u"cases"].toArray().size(), answer[u"more"].toBool());
    };
    QCOMPARE(more("section=residency"), qMakePair(qsizetype(3), false));
    QCOMPARE(more("section=residency&limit=3"), qMakePair(qsizetype(3), false));
    QCOMPARE(more("section=residency&limit=2"), qMakePair(qsizetype(2), true));
}

void CentreSupervisionTest::machinesSayWhatTheyHaveLeft()
{
    QCOMPARE(machines(), QStringList());
    QCOMPARE(report(sampleOfficer(), R"({"unsent":4,"oldest_recorded_at":"2026-11-23T08:00:00.000Z"})"),
             QString());
    QCOMPARE(report(otherOfficer(), R"({"unsent":1})"), QString());
    QCOMPARE(
        machines(),
        (QStringList{QStringLiteral("officer-2 test 1 "), QStringLiteral("officer-1 test 4 2026-11-23")}));
    QCOMPARE(report(sampleOfficer(), R"({"unsent":0})"), QString());
    QCOMPARE(machines(),
             (QStringList{QStringLiteral("officer-2 test 1 "), QStringLiteral("officer-1 test 0 ")}));
    QCOMPARE(report(sampleOfficer(), R"({"unsent":"many"})"), QStringLiteral("wire.malformed"));
    QCOMPARE(report(sampleOfficer(), R"({})"), QStringLiteral("wire.malformed"));
}

// Two of one name do not hide each other, and one that was renamed is still one.
void CentreSupervisionTest::machinesAreToldApart()
{
    QCOMPARE(report(sampleOfficer(), R"({"unsent":7,"profile":"a"})"), QString());
    QCOMPARE(report(sampleOfficer(), R"({"unsent":0,"profile":"b"})"), QString());
    QCOMPARE(machines(),
             (QStringList{QStringLiteral("officer-1 test 7 "), QStringLiteral("officer-1 test 0 ")}));
    QCOMPARE(report(sampleOfficer(), R"({"unsent":6,"profile":"a"})", QStringLiteral("renamed")), QString());
    QCOMPARE(machines(),
             (QStringList{QStringLiteral("officer-1 renamed 6 "), QStringLiteral("officer-1 test 0 ")}));
    // A profile is its officer's.
    QCOMPARE(report(otherOfficer(), R"({"unsent":0,"profile":"a"})"), QString());
    QCOMPARE(machines().size(), 3);
    // What has nothing left and is silent is spoken of no more; what has something left stays.
    m_centre->clock().advance(24h * 31);
    QCOMPARE(machines(), QStringList(QStringLiteral("officer-1 renamed 6 ")));
}

void CentreSupervisionTest::aMachineHasToSayWhichItIs()
{
    QCOMPARE(report(sampleOfficer(), R"({"unsent":7})", QString()), QStringLiteral("outbox.nameless"));
    QCOMPARE(report(sampleOfficer(), R"({"unsent":7,"profile":"a"})", QString()), QString());
    const QByteArray novel = R"({"unsent":7,"profile":")" + QByteArray(65, 'x') + R"("})";
    QCOMPARE(report(sampleOfficer(), novel), QStringLiteral("outbox.profile"));
    QCOMPARE(machines(), QStringList(QStringLiteral("officer-1  7 ")));
    for (int n = 1; n < 200; ++n)
        QCOMPARE(report(sampleOfficer(), R"({"unsent":0,"profile":")" + QByteArray::number(n) + R"("})"),
                 QString());
    QCOMPARE(report(sampleOfficer(), R"({"unsent":1,"profile":"one more"})"),
             QStringLiteral("outbox.too_many"));
    QCOMPARE(report(sampleOfficer(), R"({"unsent":1,"profile":"a"})"), QString()); // it is known
    m_centre->clock().advance(24h * 31);
    QCOMPARE(report(sampleOfficer(), R"({"unsent":1,"profile":"one more"})"), QString());
}

void CentreSupervisionTest::tryingWaitsForNoWriter()
{
    const QString token = m_door->signIn(sampleSupervisor()).access;
    AssignmentOrder order;
    order.id = AssignmentId(m_centre->newActId().text());
    order.recordedAt = m_centre->clock().now();
    order.cases = {{numberedCase(1).id, {}, otherOfficer().id}};
    const auto send = [&](bool isDry, bool saysSo) {
        QJsonObject body = wire::toJson(order);
        if (saysSo)
            body.insert(QStringLiteral("dry_run"), isDry);
        return m_door->ask(HttpMethod::Post, QString(kApi % u"assignments"), token, wire::toBytes(body));
    };
    std::promise<void> release;
    const bool posted = m_door->service().writer().post(
        [blocked = release.get_future().share()](RegisterConnection &) { blocked.wait(); });
    QVERIFY(posted);
    const HttpResponse planned = send(true, true);
    release.set_value();
    QCOMPARE(planned.status, 200);
    QCOMPARE(jsonOf(planned)[u"done"].toInt(), 1);
    QCOMPARE(send(false, true).status, 201); // an order is an order, however it says so
    order.id = AssignmentId(m_centre->newActId().text());
    order.cases.front().to = sampleOfficer().id;
    QCOMPARE(send(false, false).status, 201);
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

// A leave and reports of before they knew who changed them, and which machine of a name they were of.
void CentreSupervisionTest::whatWasRecordedBeforeStays()
{
    m_door.reset();
    QTemporaryDir folder;
    {
        OpenOptions options;
        options.path = centreFilePath(folder.path());
        Database old = must(openDatabase(options));
        must(migrate(old, must(readMigrations(QStringLiteral(":/schema/central"))).mid(0, 4)));
        const auto run = [&old](const char *sql) { must(runStatement(old, QString::fromLatin1(sql))); };
        run("INSERT INTO person VALUES ('o', 'o', 'name of o', 'officer', 'residency', 'SA-01', '!', 1, ''), "
            "('s', 's', 'name of s', 'section_supervisor', 'residency', 'SA-01', '!', 1, '')");
        run("INSERT INTO leave VALUES ('l', 1, 'o', 'unplanned', '2026-11-24', NULL, NULL, 's', "
            "'2026-11-24T06:00:00.000Z', NULL)");
        run("INSERT INTO outbox_report VALUES ('o', 'DESK-7', 3, NULL, '2026-11-24T06:00:00.000Z'), "
            "('o', '', 9, NULL, '2026-11-24T06:00:00.000Z')");
    }
    Database upgraded = must(openCentre(folder.path(), CentreAccess::Write));
    StaffBook staff(upgraded);
    const auto lines = must(staff.within(sampleRegionSupervisor(), m_centre->clock().now()));
    QCOMPARE(lines.size(), std::size_t(1));
    const Leave &leave = lines[0].officer.leaves.at(0);
    QCOMPARE(leave.recordedBy.name, QStringLiteral("name of s"));
    QVERIFY(!leave.changedBy && !leave.changedAt);
    QCOMPARE(lines[0].machines.size(), std::size_t(1)); // the nameless one told nobody anything
    QCOMPARE(lines[0].machines[0].device, QStringLiteral("DESK-7"));
    QCOMPARE(lines[0].machines[0].unsent, 3);
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

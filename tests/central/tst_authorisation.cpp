// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every route × every kind of caller × every kind of case. Who may what is written here a
// second time, by hand, and the table of routes must have no route that is missing here.
#include "models/protocol/assignmentcodec.h"
#include "models/protocol/envelopecodec.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/leavecodec.h"
#include "tests/central/testdoor.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonArray>
#include <QtTest/QTest>

#include <functional>
#include <set>

using namespace tawasul;

namespace {

enum class Caller {
    Officer,
    Colleague,
    SectionSupervisor,
    RegionSupervisor,
    Auditor,
    Administrator,
    Nobody,
    Stranger
};
enum class Target { Own, Colleagues, Unassigned, OtherSection, OtherRegion, Left, Unknown };

constexpr std::array kCallers{Caller::Officer,          Caller::Colleague, Caller::SectionSupervisor,
                              Caller::RegionSupervisor, Caller::Auditor,   Caller::Administrator,
                              Caller::Nobody,           Caller::Stranger};
constexpr std::array kTargets{Target::Own,          Target::Colleagues,  Target::Unassigned,
                              Target::OtherSection, Target::OtherRegion, Target::Left,
                              Target::Unknown};

const char *nameOf(Caller caller)
{
    static constexpr std::array kNames{
        "officer", "colleague", "section supervisor", "region supervisor", "auditor", "administrator",
        "nobody",  "stranger"};
    return kNames.at(static_cast<std::size_t>(caller));
}

const char *nameOf(Target target)
{
    static constexpr std::array kNames{"own",           "the colleague's", "unassigned",
                                       "other section", "other region",    "left for the colleague",
                                       "unknown"};
    return kNames.at(static_cast<std::size_t>(target));
}

/// Who has which case within reach: rows are callers, columns are targets.
bool reaches(Caller caller, Target target)
{
    static constexpr std::array kReach{
        "y.y....", // officer
        ".yy..y.", // colleague
        "yyy..y.", // section supervisor
        "yyyy.y.", // region supervisor
        ".......", // auditor
        ".......", // administrator
        ".......", ".......",
    };
    return kReach.at(static_cast<std::size_t>(caller))[static_cast<std::size_t>(target)] == 'y';
}

/// Who may read what: beyond their reach only auditors, in their own section and region.
bool reads(Caller caller, Target target)
{
    if (caller == Caller::Auditor)
        return reaches(Caller::SectionSupervisor, target);
    return reaches(caller, target);
}

bool supervises(Caller caller)
{
    return caller == Caller::SectionSupervisor || caller == Caller::RegionSupervisor;
}

/// Whose officers' work they see to.
bool oversees(Caller caller, Target target)
{
    return (supervises(caller) || caller == Caller::Auditor)
        && (target == Target::Own || (target == Target::OtherSection && caller == Caller::RegionSupervisor));
}

/// Somebody who works where that case lies.
Actor officerOf(Target target)
{
    Actor officer = sampleOfficer();
    if (target == Target::Own)
        return officer;
    officer.id = PersonId(target == Target::OtherSection      ? QStringLiteral("officer-3")
                              : target == Target::OtherRegion ? QStringLiteral("officer-4")
                                                              : QStringLiteral("officer-99"));
    if (target == Target::OtherSection)
        officer.section = QStringLiteral("reports");
    if (target == Target::OtherRegion)
        officer.region = QStringLiteral("SA-02");
    return officer;
}

constexpr std::array kOfficersTargets{Target::Own, Target::OtherSection, Target::OtherRegion,
                                      Target::Unknown};

LeaveId leaveOf(Target target)
{
    return LeaveId(QStringLiteral("019ab9d0-2f70-7aaa-8bbb-00000000000")
                   % QString::number(static_cast<int>(target)));
}

/// Whose work on a case that they do not reach is kept as a proposal: those only who had it once.
bool proposes(Caller caller, Target target)
{
    return caller == Caller::Officer && target == Target::Left;
}

Case caseOf(Target target)
{
    Case theCase = numberedCase(1 + static_cast<int>(target));
    theCase.status = CaseStatus::New;
    theCase.assignee.reset();
    if (target == Target::Own || target == Target::Left)
        theCase.assignee = nameOf(sampleOfficer());
    else if (target == Target::Colleagues)
        theCase.assignee = nameOf(otherOfficer());
    else if (target == Target::OtherSection)
        theCase.section = QStringLiteral("reports");
    else if (target == Target::OtherRegion)
        theCase.region = QStringLiteral("SA-02");
    return theCase;
}

// What headers have nothing of.
constexpr std::array kPersonal{"description", "beneficiary", "subject", "attachments", "history"};

QByteArray fileOf(Target target)
{
    return QByteArray("attachment of a case, ") + nameOf(target);
}

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

std::optional<Actor> personOf(Caller caller)
{
    switch (caller) {
    case Caller::Officer:
        return sampleOfficer();
    case Caller::Colleague:
        return otherOfficer();
    case Caller::SectionSupervisor:
        return sampleSupervisor();
    case Caller::RegionSupervisor:
        return sampleRegionSupervisor();
    case Caller::Auditor:
        return actorWith(Role::Auditor);
    case Caller::Administrator:
        return actorWith(Role::Administrator);
    case Caller::Nobody:
    case Caller::Stranger:
        break;
    }
    return std::nullopt;
}

} // namespace

class AuthorisationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_door.reset(); }
    void everyCallGetsWhatItMay_data();
    void everyCallGetsWhatItMay();
    void noActTellsAStrangerWhichCasesExist_data();
    void noActTellsAStrangerWhichCasesExist();
    void theFeedHoldsWhatIsTheirs_data();
    void theFeedHoldsWhatIsTheirs();
    void aCaseIsMovedByItsSupervisors_data() { addCallersAndTargets(kTargets); }
    void aCaseIsMovedByItsSupervisors();
    void aRulePicksWhatIsTheirs_data() { addCallersAndTargets(kOfficersTargets); }
    void aRulePicksWhatIsTheirs();
    void nobodyLearnsOfForeignOfficers_data() { addCallersAndTargets(kOfficersTargets); }
    void nobodyLearnsOfForeignOfficers();
    void aLeaveIsEndedByItsSupervisors_data() { addCallersAndTargets(kOfficersTargets); }
    void aLeaveIsEndedByItsSupervisors();
    void everyRouteIsInTheMatrix();

private:
    struct Expected
    {
        int status = 0;
        QString code;
    };

    void row(const char *operation, Caller caller, std::optional<Target> target, const Expected &expected);
    void staffRows(Caller caller, const std::optional<Expected> &outside);
    HttpResponse call(const QString &operation, const QString &token, Target target);
    HttpResponse supervise(const QString &operation, const QString &token, Target target);
    void compareSupervision(const QString &operation, Caller caller, Target target,
                            const HttpResponse &answer);
    QString tokenOf(Caller caller);
    /// Every caller of a known account with each of these.
    template<class Targets>
    static void addCallersAndTargets(const Targets &targets);
    HttpResponse order(Caller caller, const AssignmentOrder &order);
    [[nodiscard]] AssignmentOrder newOrder();
    void onTheWriter(const std::function<void(RegisterConnection &)> &work);
    [[nodiscard]] QString ownerOf(Target target);

    std::unique_ptr<TestCentre> m_centre;
    std::unique_ptr<TestDoor> m_door;
    std::set<QByteArray> m_covered;
};

void AuthorisationTest::initTestCase()
{
    m_centre = std::make_unique<TestCentre>();
    {
        const auto connection = m_centre->open();
        const AttachmentStore store(CentreService::attachmentFolder(m_centre->folder()));
        for (const Target target : kTargets) {
            if (target == Target::Unknown)
                continue;
            Case theCase = caseOf(target);
            theCase.attachments.front().sha256 = must(store.store(fileOf(target)));
            take(*connection, theCase);
        }
        for (const Target target : {Target::OtherSection, Target::OtherRegion}) {
            const Actor officer = officerOf(target);
            must(connection->accounts().add({officer.id.text(), officer, QStringLiteral("!"), true},
                                            m_centre->clock().now()));
        }
        // Theirs to end, whoever they are.
        Actor everywhere = sampleRegionSupervisor();
        for (const Target target : {Target::Own, Target::OtherSection, Target::OtherRegion}) {
            everywhere.region = officerOf(target).region;
            Leave leave;
            leave.id = leaveOf(target);
            leave.officer.id = officerOf(target).id;
            leave.kind = Leave::Kind::Unplanned;
            leave.first = QDate(2026, 11, 24);
            must(connection->leaves().put(everywhere, leave, {}));
            must(connection->leaves().end(everywhere, leave.id));
        }
        Act leaving = sampleAct(ActType::Assign, sampleSupervisor());
        leaving.id = m_centre->newActId();
        leaving.caseId = caseOf(Target::Left).id;
        stored(connection->cases().applyAct(sampleSupervisor(), requestFor(leaving)));
    }
    m_door = std::make_unique<TestDoor>(*m_centre);
}

void AuthorisationTest::row(const char *operation, Caller caller, std::optional<Target> target,
                            const Expected &expected)
{
    m_covered.insert(operation);
    QTest::addRow("%s, %s, %s", operation, nameOf(caller), target ? nameOf(*target) : "-")
        << QString::fromLatin1(operation) << caller << target.value_or(Target::Unknown) << expected.status
        << expected.code;
}

void AuthorisationTest::everyCallGetsWhatItMay_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<Caller>("caller");
    QTest::addColumn<Target>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto text = [](const char *code) { return QString::fromLatin1(code); };
    for (const Caller caller : kCallers) {
        // What the door says before anybody looks at the case.
        std::optional<Expected> outside;
        if (caller == Caller::Nobody)
            outside = Expected{401, text("session.missing")};
        else if (caller == Caller::Stranger)
            outside = Expected{401, text("session.unknown")};
        row("getLive", caller, {}, {200, {}});
        row("getReady", caller, {}, {200, {}});
        row("signIn", caller, {}, {401, text("session.wrong_credentials")});
        row("refreshSession", caller, {}, {401, text("session.ended")});
        row("getReference", caller, {}, outside.value_or(Expected{200, {}}));
        row("getChanges", caller, {}, outside.value_or(Expected{200, {}}));
        row("getEvents", caller, {}, outside.value_or(Expected{200, {}}));
        row("putSigningKey", caller, {}, outside.value_or(Expected{204, {}}));
        row("postEnvelopes", caller, {}, outside.value_or(Expected{200, {}}));
        row("putOutbox", caller, {}, outside.value_or(Expected{204, {}}));
        staffRows(caller, outside);
        // Ending what has ended already is no error; without any token there is nothing to end.
        row("signOut", caller, {}, caller == Caller::Nobody ? *outside : Expected{204, {}});
        for (const Target target : kTargets) {
            const bool may = reaches(caller, target);
            const bool sees = reads(caller, target);
            row("getCase", caller, target,
                outside.value_or(sees ? Expected{200, {}} : Expected{404, text("case.unknown")}));
            row("postAssignment", caller, target,
                outside.value_or(supervises(caller) ? Expected{200, {}}
                                                    : Expected{403, text("assignment.forbidden")}));
            row("searchCases", caller, target,
                outside.value_or(supervises(caller) || caller == Caller::Auditor
                                     ? Expected{200, {}}
                                     : Expected{403, text("search.forbidden")}));
            row("getAttachment", caller, target,
                outside.value_or(may ? Expected{200, {}} : Expected{404, text("attachment.missing")}));
            row("putAct", caller, target,
                outside.value_or(may                            ? Expected{201, {}}
                                     : proposes(caller, target) ? Expected{202, {}}
                                     : sees                     ? Expected{403, text("act.forbidden")}
                                                                : Expected{404, text("case.unknown")}));
        }
    }
}

void AuthorisationTest::staffRows(Caller caller, const std::optional<Expected> &outside)
{
    const auto text = [](const char *code) { return QString::fromLatin1(code); };
    const bool looks = supervises(caller) || caller == Caller::Auditor;
    row("getOfficers", caller, {},
        outside.value_or(looks ? Expected{200, {}} : Expected{403, text("staff.forbidden")}));
    row("getLeaves", caller, {},
        outside.value_or(caller == Caller::Administrator ? Expected{403, text("leave.forbidden")}
                                                         : Expected{200, {}}));
    for (const Target target : kOfficersTargets) {
        const Expected refused{403, text("leave.forbidden")};
        const bool may = oversees(caller, target);
        // Of the officers of others no more is said than of nobody.
        const Expected put = may ? Expected{422, text("leave.invalid.order")}
                                 : Expected{422, text("leave.invalid.officer_unknown")};
        const Expected end = may ? Expected{200, {}} : Expected{404, text("leave.unknown")};
        row("putLeave", caller, target, outside.value_or(supervises(caller) ? put : refused));
        row("endLeave", caller, target, outside.value_or(supervises(caller) ? end : refused));
    }
}

HttpResponse AuthorisationTest::supervise(const QString &operation, const QString &token, Target target)
{
    const QString leave = QStringLiteral("/api/v1/leaves/") % leaveOf(target).text();
    if (operation == u"getOfficers")
        return m_door->ask(HttpMethod::Get, QStringLiteral("/api/v1/officers"), token);
    if (operation == u"getLeaves")
        return m_door->ask(HttpMethod::Get, QStringLiteral("/api/v1/leaves"), token);
    if (operation == u"putOutbox")
        return m_door->ask(HttpMethod::Put, QStringLiteral("/api/v1/session/outbox"), token,
                           R"({"unsent":3})");
    if (operation == u"endLeave")
        return m_door->ask(HttpMethod::Delete, leave, token);
    if (operation == u"searchCases")
        return m_door->ask(HttpMethod::Post, QStringLiteral("/api/v1/cases/search"), token,
                           wire::toBytes({{QStringLiteral("number"), caseOf(target).number}}));
    if (operation == u"putLeave") { // with days that are refused last, so that nothing is changed
        Leave form;
        form.officer.id = officerOf(target).id;
        form.first = QDate(2026, 12, 2);
        form.last = QDate(2026, 12, 1);
        HttpHeaders headers;
        return m_door->ask(HttpMethod::Put,
                           QString(QStringLiteral("/api/v1/leaves/") % m_centre->newActId().text()), token,
                           wire::toBytes(wire::leaveFormToJson(form)), headers);
    }
    AssignmentOrder order;
    order.isDryRun = true;
    order.recordedAt = m_centre->clock().now();
    order.cases = {{caseOf(target).id, {}, otherOfficer().id}};
    return m_door->ask(HttpMethod::Post, QStringLiteral("/api/v1/assignments"), token,
                       wire::toBytes(wire::toJson(order)));
}

// What stands in the answer is theirs, and nothing else.
void AuthorisationTest::compareSupervision(const QString &operation, Caller caller, Target target,
                                           const HttpResponse &answer)
{
    const QJsonObject json = jsonOf(answer);
    if (operation == u"postAssignment") {
        const QJsonValue result = json[u"results"][0];
        QCOMPARE(result[u"reason"] == QJsonValue(QStringLiteral("assignment.out_of_reach")),
                 !reaches(caller, target));
        QCOMPARE(result.toObject().contains(u"number"), reaches(caller, target));
    } else if (operation == u"searchCases") {
        QCOMPARE(json[u"cases"].toArray().size(), reads(caller, target) ? 1 : 0);
        for (const QJsonValue found : json[u"cases"].toArray()) {
            QCOMPARE(found[u"id"].toString(), caseOf(target).id.text());
            for (const char *personal : kPersonal)
                QVERIFY(!found.toObject().contains(QLatin1String(personal)));
        }
    } else if (operation == u"getOfficers" || operation == u"getLeaves") {
        const bool ofStaff = operation == u"getOfficers";
        QStringList ids;
        for (const QJsonValue line : json[ofStaff ? u"officers" : u"leaves"].toArray())
            ids.append(ofStaff ? line[u"id"].toString() : line[u"officer"][u"id"].toString());
        for (const Target one : {Target::Own, Target::OtherSection, Target::OtherRegion}) {
            const bool isOwn = !ofStaff && caller == Caller::Officer && one == Target::Own;
            QCOMPARE(ids.contains(officerOf(one).id.text()), isOwn || oversees(caller, one));
        }
    }
}

HttpResponse AuthorisationTest::call(const QString &operation, const QString &token, Target target)
{
    const auto get = [&](const QString &path) {
        return m_door->ask(HttpMethod::Get, QString(QStringLiteral("/api/v1/") % path), token);
    };
    const QString id = caseOf(target).id.text();
    if (operation == u"getLive")
        return get(QStringLiteral("health/live"));
    if (operation == u"getReady")
        return get(QStringLiteral("health/ready"));
    if (operation == u"getReference")
        return get(QStringLiteral("reference"));
    if (operation == u"getChanges")
        return get(QStringLiteral("changes"));
    static const QSet<QString> kSupervision{QStringLiteral("getOfficers"), QStringLiteral("getLeaves"),
                                            QStringLiteral("putOutbox"),   QStringLiteral("endLeave"),
                                            QStringLiteral("putLeave"),    QStringLiteral("postAssignment"),
                                            QStringLiteral("searchCases")};
    if (kSupervision.contains(operation))
        return supervise(operation, token, target);
    if (operation == u"getEvents")
        return get(QStringLiteral("events"));
    if (operation == u"getCase")
        return get(QString(QStringLiteral("cases/") % id));
    if (operation == u"getAttachment")
        return get(QString(QStringLiteral("attachments/") % hashOf(fileOf(target))));
    if (operation == u"signIn") // with a name that is too long, so that nothing is hashed here
        return m_door->ask(HttpMethod::Post, QStringLiteral("/api/v1/session"), token,
                           "{\"username\":\"" + QByteArray(201, 'x') + "\",\"password\":\"x\"}");
    if (operation == u"refreshSession")
        return m_door->ask(HttpMethod::Post, QStringLiteral("/api/v1/session/refresh"), token,
                           "{\"refresh_token\":\"none of ours\"}");
    if (operation == u"putSigningKey")
        return m_door->ask(HttpMethod::Put, QStringLiteral("/api/v1/session/signing_key"), token,
                           wire::toBytes(wire::signingKeyToJson(QByteArray(32, 'k'))));
    if (operation == u"postEnvelopes")
        return m_door->ask(HttpMethod::Post, QStringLiteral("/api/v1/envelopes"), token,
                           R"({"envelopes":[{}]})");
    if (operation == u"signOut")
        return m_door->ask(HttpMethod::Delete, QStringLiteral("/api/v1/session"), token);
    Act act = sampleAct(ActType::Note, sampleOfficer());
    act.id = m_centre->newActId();
    act.caseId = CaseId(id);
    const ActRequest request = requestFor(act);
    return m_door->ask(HttpMethod::Put, pathOf(request), token, request.body);
}

QString AuthorisationTest::tokenOf(Caller caller)
{
    if (const auto person = personOf(caller))
        return m_door->signIn(*person).access;
    return caller == Caller::Nobody ? QString() : QStringLiteral("a-token-that-was-never-given");
}

void AuthorisationTest::everyCallGetsWhatItMay()
{
    QFETCH(QString, operation);
    QFETCH(Caller, caller);
    QFETCH(Target, target);
    QFETCH(int, status);
    QFETCH(QString, code);
    const HttpResponse answer = call(operation, tokenOf(caller), target);
    QCOMPARE(codeOf(answer), code);
    QCOMPARE(answer.status, status);
    if (status == 401)
        QCOMPARE(answer.headers.value("WWW-Authenticate"), QByteArray("Bearer"));
    if (operation == u"getAttachment" && status == 200)
        QCOMPARE(answer.length(), fileOf(target).size());
    if (status == 200)
        compareSupervision(operation, caller, target, answer);
    // A refusal names nothing of a case that is not theirs.
    if (status >= 400)
        QVERIFY(!bodyOf(answer).contains("TW-26"));
    // Nor does the receipt of a proposal.
    if (status == 202)
        QVERIFY(!bodyOf(answer).contains("TW-26") && !jsonOf(answer).contains(QStringLiteral("case")));
}

void AuthorisationTest::noActTellsAStrangerWhichCasesExist_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("ifMatch");
    Act act = sampleAct(ActType::Complete, otherOfficer());
    const QByteArray decision = requestFor(act).body;
    act.referenceVersion = QStringLiteral("1999-01");
    QTest::newRow("a decision") << decision << QByteArray("\"4\"");
    QTest::newRow("on another version") << decision << QByteArray("\"99\"");
    QTest::newRow("on no version") << decision << QByteArray();
    QTest::newRow("by other reference data") << requestFor(act).body << QByteArray("\"4\"");
    QTest::newRow("no act") << QByteArray(R"({"type":"no act"})") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("{") << QByteArray();
}

// Byte for byte what a case that does not exist gets.
void AuthorisationTest::noActTellsAStrangerWhichCasesExist()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, ifMatch);
    const QString token = tokenOf(Caller::Colleague);
    std::set<QByteArray> answers;
    for (const Target target : {Target::Own, Target::OtherSection, Target::OtherRegion, Target::Unknown}) {
        Act act;
        act.id = m_centre->newActId();
        act.caseId = caseOf(target).id;
        HttpHeaders headers;
        if (!ifMatch.isEmpty())
            headers.set("If-Match", ifMatch);
        const HttpResponse answer =
            m_door->ask(HttpMethod::Put, pathOf({act.caseId, act.id, {}, {}}), token, body, headers);
        QCOMPARE(answer.status, 404);
        answers.insert(bodyOf(answer));
    }
    QCOMPARE(answers.size(), std::size_t(1));
}

void AuthorisationTest::theFeedHoldsWhatIsTheirs_data()
{
    QTest::addColumn<Caller>("caller");
    QTest::addColumn<QList<int>>("targets");
    const auto list = [](std::initializer_list<Target> targets) {
        QList<int> numbers;
        for (const Target target : targets)
            numbers.append(static_cast<int>(target));
        return numbers;
    };
    QTest::newRow("officer") << Caller::Officer << list({Target::Own, Target::Unassigned});
    QTest::newRow("colleague") << Caller::Colleague
                               << list({Target::Colleagues, Target::Unassigned, Target::Left});
    const QList<int> ofTheSection = list({Target::Own, Target::Colleagues, Target::Unassigned, Target::Left});
    QTest::newRow("section supervisor") << Caller::SectionSupervisor << ofTheSection;
    QTest::newRow("region supervisor")
        << Caller::RegionSupervisor
        << list({Target::Own, Target::Colleagues, Target::Unassigned, Target::OtherSection, Target::Left});
    // They look things up, and have no work to follow.
    for (const Caller caller : {Caller::Auditor, Caller::Administrator})
        QTest::newRow(nameOf(caller)) << caller << QList<int>();
}

void AuthorisationTest::theFeedHoldsWhatIsTheirs()
{
    QFETCH(Caller, caller);
    QFETCH(QList<int>, targets);
    QStringList expected;
    for (const int target : targets)
        expected.append(caseOf(static_cast<Target>(target)).id.text());
    QStringList found;
    const QJsonArray changes =
        jsonOf(m_door->ask(HttpMethod::Get, QStringLiteral("/api/v1/changes?limit=1000"), tokenOf(caller)))
            .value(u"changes")
            .toArray();
    QVERIFY(!changes.isEmpty());
    for (const QJsonValue &change : changes) {
        const QString kind = change[u"kind"].toString();
        if (kind == u"case")
            found.append(change[u"case"][u"id"].toString());
        if (kind == u"header")
            found.append(change[u"header"][u"id"].toString());
        // Headers to those who see to the work of others, cases to those who do it.
        QVERIFY(kind != (supervises(caller) ? u"case" : u"header"));
        for (const char *personal : kPersonal)
            QVERIFY(!supervises(caller) || !change[u"header"].toObject().contains(QLatin1String(personal)));
    }
    found.sort();
    QCOMPARE(found, expected);
}

template<class Targets>
void AuthorisationTest::addCallersAndTargets(const Targets &targets)
{
    QTest::addColumn<Caller>("caller");
    QTest::addColumn<Target>("target");
    for (const Caller caller : kCallers) {
        for (const Target target : targets)
            QTest::addRow("%s, %s", nameOf(caller), nameOf(target)) << caller << target;
    }
}

HttpResponse AuthorisationTest::order(Caller caller, const AssignmentOrder &order)
{
    return m_door->ask(HttpMethod::Post, QStringLiteral("/api/v1/assignments"), tokenOf(caller),
                       wire::toBytes(wire::toJson(order)));
}

AssignmentOrder AuthorisationTest::newOrder()
{
    AssignmentOrder order;
    order.id = AssignmentId(m_centre->newActId().text());
    order.recordedAt = m_centre->clock().now();
    return order;
}

void AuthorisationTest::onTheWriter(const std::function<void(RegisterConnection &)> &work)
{
    if (!m_door->service().writer().post([&work](RegisterConnection &connection) { work(connection); }))
        qFatal("the writer is busy");
    m_door->settle();
}

QString AuthorisationTest::ownerOf(Target target)
{
    QString owner;
    onTheWriter([&](RegisterConnection &connection) {
        const Case theCase = caseIn(connection, caseOf(target).id);
        owner = theCase.assignee ? theCase.assignee->id.text() : QString();
    });
    return owner;
}

// In truth, and nobody but whoever moved it takes it back.
void AuthorisationTest::aCaseIsMovedByItsSupervisors()
{
    QFETCH(Caller, caller);
    QFETCH(Target, target);
    const bool may = supervises(caller) && reaches(caller, target);
    const QString before = target == Target::Unknown ? QString() : ownerOf(target);
    AssignmentOrder order = newOrder();
    // To an officer who works there, or back to nobody.
    const Actor officer = target == Target::OtherSection ? officerOf(target) : otherOfficer();
    order.cases = {{caseOf(target).id, {}, before == officer.id.text() ? PersonId() : officer.id}};
    const HttpResponse answer = this->order(caller, order);
    QCOMPARE(answer.status, may ? 201 : supervises(caller) ? 200 : personOf(caller) ? 403 : 401);
    if (target == Target::Unknown)
        return;
    QCOMPARE(ownerOf(target) != before, may);
    for (const Caller other : kCallers) {
        AssignmentOrder undo = newOrder();
        undo.undoes = order.id;
        if (other != caller)
            QCOMPARE(codeOf(this->order(other, undo)),
                     !personOf(other)        ? (other == Caller::Nobody ? QStringLiteral("session.missing")
                                                                        : QStringLiteral("session.unknown"))
                         : supervises(other) ? QStringLiteral("assignment.unknown")
                                             : QStringLiteral("assignment.forbidden"));
    }
    QCOMPARE(ownerOf(target) != before, may);
    AssignmentOrder undo = newOrder();
    undo.undoes = order.id;
    if (may)
        QCOMPARE(this->order(caller, undo).status, 201);
    QCOMPARE(ownerOf(target), before);
}

void AuthorisationTest::aRulePicksWhatIsTheirs()
{
    QFETCH(Caller, caller);
    QFETCH(Target, target);
    for (const PersonId &from : {officerOf(target).id, PersonId()}) {
        AssignmentOrder order = newOrder();
        order.isDryRun = true;
        order.rule = AssignmentRule{from, {}, {}, {}, {}};
        const HttpResponse answer = this->order(caller, order);
        QCOMPARE(answer.status, supervises(caller) ? 200 : personOf(caller) ? 403 : 401);
        QSet<QString> theirs;
        for (const Target one : kTargets) {
            if (reaches(caller, one))
                theirs.insert(caseOf(one).id.text());
        }
        for (const QJsonValue result : jsonOf(answer)[u"results"].toArray())
            QVERIFY(theirs.contains(result[u"case_id"].toString()));
        if (from.isEmpty() && supervises(caller))
            QVERIFY(!jsonOf(answer)[u"results"].toArray().isEmpty());
    }
}

// Of the officers of others no more is said than of nobody.
void AuthorisationTest::nobodyLearnsOfForeignOfficers()
{
    QFETCH(Caller, caller);
    QFETCH(Target, target);
    AssignmentOrder order = newOrder();
    order.isDryRun = true;
    order.cases = {{caseOf(Target::Colleagues).id, {}, officerOf(target).id}};
    const HttpResponse answer = this->order(caller, order);
    const QJsonValue result = jsonOf(answer)[u"results"][0];
    const bool isKnown = supervises(caller) && oversees(caller, target);
    QCOMPARE(result[u"reason"] == QJsonValue(QStringLiteral("assignment.officer_unknown")),
             supervises(caller) && !isKnown);
    if (supervises(caller))
        QCOMPARE(result[u"to"][u"name"].toString().isEmpty(), !isKnown);
    for (const QJsonValue load : jsonOf(answer)[u"loads"].toArray())
        QVERIFY(isKnown || load[u"officer"][u"id"].toString() != officerOf(target).id.text());
}

void AuthorisationTest::aLeaveIsEndedByItsSupervisors()
{
    QFETCH(Caller, caller);
    QFETCH(Target, target);
    if (target == Target::Unknown)
        return;
    Leave leave;
    leave.id = LeaveId(m_centre->newActId().text());
    leave.officer.id = officerOf(target).id;
    leave.kind = Leave::Kind::Unplanned;
    leave.first = QDate(2026, 11, 24);
    Actor everywhere = sampleRegionSupervisor();
    everywhere.region = officerOf(target).region;
    onTheWriter(
        [&](RegisterConnection &connection) { must(connection.leaves().put(everywhere, leave, {})); });
    std::ignore = m_door->ask(HttpMethod::Delete,
                              QString(QStringLiteral("/api/v1/leaves/") % leave.id.text()), tokenOf(caller));
    bool hasEnded = false;
    onTheWriter([&](RegisterConnection &connection) {
        hasEnded = must(connection.leaves().find(leave.id))->endedAt.has_value();
        must(connection.leaves().end(everywhere, leave.id));
    });
    QCOMPARE(hasEnded, supervises(caller) && oversees(caller, target));
}

void AuthorisationTest::everyRouteIsInTheMatrix()
{
    std::set<QByteArray> served;
    for (const Route &route : m_door->router().routes())
        served.insert(route.operationId);
    QCOMPARE(served, m_covered);
    // The open ones are those that somebody without a session needs.
    std::set<QByteArray> open;
    for (const Route &route : m_door->router().routes()) {
        if (!route.needsAuthentication)
            open.insert(route.operationId);
    }
    QCOMPARE(open, (std::set<QByteArray>{"getLive", "getReady", "signIn", "refreshSession"}));
}

QTEST_GUILESS_MAIN(AuthorisationTest)
#include "tst_authorisation.moc"

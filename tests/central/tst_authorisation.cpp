// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every route × every kind of caller × every kind of case. Who may what is written here a
// second time, by hand, and the table of routes must have no route that is missing here.
#include "models/protocol/envelopecodec.h"
#include "models/protocol/jsonreader.h"
#include "tests/central/testdoor.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonArray>
#include <QtTest/QTest>

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
    void everyRouteIsInTheMatrix();

private:
    struct Expected
    {
        int status = 0;
        QString code;
    };

    void row(const char *operation, Caller caller, std::optional<Target> target, const Expected &expected);
    HttpResponse call(const QString &operation, const QString &token, Target target);
    QString tokenOf(Caller caller);

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
        // Ending what has ended already is no error; without any token there is nothing to end.
        row("signOut", caller, {}, caller == Caller::Nobody ? *outside : Expected{204, {}});
        for (const Target target : kTargets) {
            const bool may = reaches(caller, target);
            row("getCase", caller, target,
                outside.value_or(may ? Expected{200, {}} : Expected{404, text("case.unknown")}));
            row("getAttachment", caller, target,
                outside.value_or(may ? Expected{200, {}} : Expected{404, text("attachment.missing")}));
            row("putAct", caller, target,
                outside.value_or(may                            ? Expected{201, {}}
                                     : proposes(caller, target) ? Expected{202, {}}
                                                                : Expected{404, text("case.unknown")}));
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
    // Supervisors' scopes are not built: their feed tells of reference data only.
    for (const Caller caller :
         {Caller::SectionSupervisor, Caller::RegionSupervisor, Caller::Auditor, Caller::Administrator})
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
        if (change[u"kind"].toString() == u"case")
            found.append(change[u"case"][u"id"].toString());
    }
    found.sort();
    QCOMPARE(found, expected);
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

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every operation whose answer gets lost after its effect, repeated as a desk repeats it: a row for each
// operation of openapi.yaml, and none may be missing.
#include "models/protocol/assignmentcodec.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/leavecodec.h"
#include "models/protocol/messages.h"
#include "models/sql/rows.h"
#include "tests/central/testdoor.h"
#include "tests/envelope/sampleenvelope.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <set>

using namespace tawasul;

namespace {

/// What the second answer is, when nobody heard the first.
enum class Promise {
    StoredAnswer, ///< of an effect: the same bytes, for ever, whatever happened since
    SameAnswer,   ///< of a question: the same bytes while nothing changed
    OtherTokens,  ///< tokens are never handed out twice: others, and the lost ones open nothing
    AlreadyDone,  ///< there is nothing left to do
};

struct Call
{
    HttpMethod method = HttpMethod::Get;
    QString path;
    QString token;
    QByteArray body;
    HttpHeaders headers;
};

QByteArray bytesOf(const HttpResponse &response)
{
    const auto *range = std::get_if<FileRange>(&response.body);
    if (!range)
        return bodyOf(response);
    QFile file(range->path);
    return file.open(QIODevice::ReadOnly) && file.seek(range->offset) ? file.read(range->length)
                                                                      : QByteArray();
}

wire::SessionGrant grantOf(const HttpResponse &response)
{
    return must(wire::sessionGrantFromJson(jsonOf(response)));
}

const QString kApi = QStringLiteral("/api/v1");
const QByteArray kFile = "the bytes of an attachment, which are read in two pieces";

} // namespace

class LostAnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aLostAnswerCostsNothing_data();
    void aLostAnswerCostsNothing();
    void whatChangedMeanwhileIsInTheRepeatedPage();
    void theChainThatNobodyHoldsEndsByItself();
    void everyOperationHasItsRow();

private:
    struct Row
    {
        QByteArray operation;
        QByteArray variant;
        Promise promise = Promise::SameAnswer;
        std::function<Call()> call;
        /// How the desk says it again, when not word for word.
        std::function<void(Call &)> again = [](Call &) {};
    };

    [[nodiscard]] std::vector<Row> rows();
    void addQuestions(std::vector<Row> &rows);
    void addSessions(std::vector<Row> &rows);
    void addActs(std::vector<Row> &rows);
    void addEnvelopes(std::vector<Row> &rows);
    void addSupervision(std::vector<Row> &rows);
    [[nodiscard]] Call assignment(const AssignmentOrder &order);
    [[nodiscard]] Call leave(const char *id, QDate last);
    [[nodiscard]] Call presentKey();
    [[nodiscard]] Call envelope(ActType type);
    [[nodiscard]] Call proposal();
    [[nodiscard]] Call act(ActType type, const Actor &actor, CaseStatus status = CaseStatus::New);

    HttpResponse ask(const Call &call)
    {
        HttpResponse answer = m_door->ask(call.method, call.path, call.token, call.body, call.headers);
        m_door->settle();
        return answer;
    }
    [[nodiscard]] QString token(const Actor &person = sampleOfficer())
    {
        return m_door->signIn(person).access;
    }
    [[nodiscard]] int poll(const QString &access)
    {
        return ask({HttpMethod::Get, QString(kApi % u"/changes"), access, {}, {}}).status;
    }
    [[nodiscard]] QByteArrayList effects();
    void somethingElseHappens();
    void compareTokens(const HttpResponse &lost, const HttpResponse &again);

    std::unique_ptr<TestCentre> m_centre;
    std::unique_ptr<TestDoor> m_door;
    QString m_attachment;
    SigningKey m_authorKey = keyFromLetter('k');
};

void LostAnswersTest::init()
{
    m_centre = std::make_unique<TestCentre>(true);
    m_attachment = must(AttachmentStore(CentreService::attachmentFolder(m_centre->folder())).store(kFile));
    {
        const auto connection = m_centre->open();
        Case theCase = sampleCase(CaseStatus::New);
        theCase.attachments.front().sha256 = m_attachment;
        take(*connection, theCase);
        Case closed = numberedCase(2);
        closed.status = CaseStatus::Completed;
        take(*connection, closed);
    }
    m_door = std::make_unique<TestDoor>(*m_centre);
}

void LostAnswersTest::cleanup()
{
    m_door.reset();
    m_centre.reset();
}

/// All that an operation may have done to the cases, for everybody to see.
QByteArrayList LostAnswersTest::effects()
{
    const auto connection = m_centre->open(CentreAccess::Read);
    QByteArrayList all;
    const auto read = [&](const char *sql) {
        for (const QByteArray &row : must(readAll(connection->database(), QString::fromLatin1(sql),
                                                  [](Query &found) { return found.text(0).toUtf8(); })))
            all.append(row);
    };
    read("SELECT id || ' ' || version || ' ' || hex(body) FROM case_record ORDER BY rid");
    read("SELECT id || ' ' || version || ' ' || hex(answer) FROM act ORDER BY id");
    read("SELECT scope || ' ' || position || ' ' || case_rid || ' ' || kind FROM feed ORDER BY scope, "
         "position");
    read("SELECT id || ' ' || hex(answer) FROM assignment ORDER BY id");
    read("SELECT id || ' ' || version || ' ' || coalesce(ended_at, '') FROM leave ORDER BY id");
    return all;
}

Call LostAnswersTest::act(ActType type, const Actor &actor, CaseStatus status)
{
    Act act = sampleAct(type, actor);
    act.id = m_centre->newActId();
    if (status == CaseStatus::Completed)
        act.caseId = numberedCase(2).id;
    act.baseVersion = 3;
    const ActRequest request = requestFor(act);
    return {HttpMethod::Put, pathOf(request), token(actor), request.body, ifMatchOf(request)};
}

/// Of somebody who had the case until a moment ago.
Call LostAnswersTest::proposal()
{
    if (ask(act(ActType::Transfer, sampleOfficer())).status != 201)
        qFatal("not transferred");
    return act(ActType::Complete, sampleOfficer());
}

void LostAnswersTest::addQuestions(std::vector<Row> &rows)
{
    const auto get = [&](const char *operation, const char *variant, const QString &path,
                         const HttpHeaders &headers = {}) {
        rows.push_back({operation, variant, Promise::SameAnswer, [this, path, headers] {
                            return Call{HttpMethod::Get, QString(kApi % path), token(), {}, headers};
                        }});
    };
    get("getLive", "", QStringLiteral("/health/live"));
    get("getReady", "", QStringLiteral("/health/ready"));
    get("getReference", "", QStringLiteral("/reference"));
    get("getReference", "of an old version", QStringLiteral("/reference"),
        {{"If-None-Match", "\"an older one\""}});
    get("getChanges", "", QStringLiteral("/changes"));
    get("getChanges", "page by page", QStringLiteral("/changes?limit=1"));
    get("getEvents", "", QStringLiteral("/events")); // it says nothing that could get lost
    get("getCase", "", QStringLiteral("/cases/") % sampleCase().id.text());
    const QString attachment = QStringLiteral("/attachments/") % m_attachment;
    get("getAttachment", "", attachment);
    get("getAttachment", "a piece", attachment,
        {{"Range", "bytes=10-"}, {"If-Range", '"' + m_attachment.toLatin1() + '"'}});
}

void LostAnswersTest::addSessions(std::vector<Row> &rows)
{
    rows.push_back(
        {"signIn", "", Promise::OtherTokens, [] {
             const wire::SignIn form{sampleOfficer().id.text(), TestCentre::password(),
                                     QStringLiteral("desk")};
             return Call{
                 HttpMethod::Post, QString(kApi % u"/session"), {}, wire::toBytes(wire::toJson(form)), {}};
         }});
    rows.push_back({"refreshSession", "", Promise::OtherTokens, [this] {
                        const QString refresh = m_door->signIn(sampleOfficer()).refresh;
                        return Call{HttpMethod::Post,
                                    QString(kApi % u"/session/refresh"),
                                    {},
                                    wire::toBytes({{QStringLiteral("refresh_token"), refresh}}),
                                    {}};
                    }});
    rows.push_back({"signOut", "", Promise::AlreadyDone, [this] {
                        return Call{HttpMethod::Delete, QString(kApi % u"/session"), token(), {}, {}};
                    }});
}

void LostAnswersTest::addActs(std::vector<Row> &rows)
{
    const auto put = [&](
                         const char *variant, std::function<Call()> call,
                         std::function<void(Call &)> again = [](Call &) {}) {
        rows.push_back({"putAct", variant, Promise::StoredAnswer, std::move(call), std::move(again)});
    };
    const auto byOfficer = [this](ActType type) {
        return [this, type] { return act(type, sampleOfficer()); };
    };
    put("note", byOfficer(ActType::Note));
    put("start", byOfficer(ActType::Start));
    put("complete", byOfficer(ActType::Complete));
    put("return", byOfficer(ActType::Return));
    put("reject", byOfficer(ActType::Reject));
    put("transfer, out of their reach", byOfficer(ActType::Transfer));
    put("escalate", byOfficer(ActType::Escalate));
    put("assign", [this] { return act(ActType::Assign, sampleSupervisor()); });
    put("reopen", [this] { return act(ActType::Reopen, sampleSupervisor(), CaseStatus::Completed); });
    put("kept as a proposal", [this] { return proposal(); });
    put("dismiss", [this] {
        const Call made = proposal();
        if (ask(made).status != 202)
            qFatal("no proposal");
        Act dismissal = sampleAct(ActType::Dismiss, sampleRegionSupervisor());
        dismissal.id = m_centre->newActId();
        dismissal.proposal = ActId(made.path.section(u'/', -1));
        dismissal.baseVersion = 5; // after the transfer and the proposal
        const ActRequest request = requestFor(dismissal);
        return Call{HttpMethod::Put, pathOf(request), token(sampleRegionSupervisor()), request.body,
                    ifMatchOf(request)};
    });
    // The desk may know more by then: a newer version of the case, new tokens, or the epoch.
    put("with a newer If-Match", byOfficer(ActType::Complete),
        [](Call &call) { call.headers.set("If-Match", "\"9\""); });
    put("with tokens of another session", byOfficer(ActType::Complete),
        [this](Call &call) { call.token = token(); });
    put("with the epoch", byOfficer(ActType::Complete), [this](Call &call) {
        call.headers.set("Tawasul-Epoch", m_door->service().identity().epoch.toLatin1());
    });
}

Call LostAnswersTest::presentKey()
{
    return {HttpMethod::Put,
            QString(kApi % u"/session/signing_key"),
            token(),
            wire::toBytes(wire::signingKeyToJson(m_authorKey.publicKey())),
            {}};
}

Call LostAnswersTest::envelope(ActType type)
{
    if (ask(presentKey()).status != 204)
        qFatal("the author's key is not taken");
    CentreKey key;
    if (!m_door->service().writer().post(
            [&key](RegisterConnection &connection) { key = connection.keys().published().back(); }))
        qFatal("the writer is busy");
    m_door->settle();
    Act act = sampleAct(type, sampleOfficer());
    act.id = m_centre->newActId();
    act.baseVersion = 3;
    const wire::EnvelopeContent content =
        contentOf(m_door->service().identity().id, act, sampleCase(CaseStatus::New));
    return {HttpMethod::Post,
            QString(kApi % u"/envelopes"),
            token(otherOfficer()),
            wire::toBytes(wire::envelopesToJson({sealedBy(m_authorKey, key, content)})),
            {}};
}

void LostAnswersTest::addEnvelopes(std::vector<Row> &rows)
{
    rows.push_back({"putSigningKey", "", Promise::SameAnswer, [this] { return presentKey(); }});
    rows.push_back(
        {"postEnvelopes", "note", Promise::StoredAnswer, [this] { return envelope(ActType::Note); }});
}

Call LostAnswersTest::assignment(const AssignmentOrder &order)
{
    AssignmentOrder named = order;
    named.id = AssignmentId(m_centre->newActId().text());
    named.recordedAt = m_centre->clock().now();
    return {HttpMethod::Post,
            QString(kApi % u"/assignments"),
            token(sampleSupervisor()),
            wire::toBytes(wire::toJson(named)),
            {}};
}

Call LostAnswersTest::leave(const char *id, QDate last)
{
    Leave form;
    form.officer.id = otherOfficer().id;
    form.kind = Leave::Kind::Unplanned;
    form.first = QDate(2026, 11, 24);
    form.last = last;
    return {HttpMethod::Put,
            QString(kApi % u"/leaves/" % QLatin1String(id)),
            token(sampleSupervisor()),
            wire::toBytes(wire::leaveFormToJson(form)),
            {}};
}

void LostAnswersTest::addSupervision(std::vector<Row> &rows)
{
    static constexpr char kLeave[] = "019ab9d0-2f70-7aaa-8bbb-00000000000f";
    const auto ask = [&](const char *operation, const char *path) {
        rows.push_back(
            {operation, "", Promise::SameAnswer, [this, path] {
                 return Call{
                     HttpMethod::Get, QString(kApi % QLatin1String(path)), token(sampleSupervisor()), {}, {}};
             }});
    };
    rows.push_back({"searchCases", "", Promise::SameAnswer, [this] {
                        return Call{HttpMethod::Post,
                                    QString(kApi % u"/cases/search"),
                                    token(sampleSupervisor()),
                                    R"({"status":"new"})",
                                    {}};
                    }});
    ask("getOfficers", "/officers");
    ask("getLeaves", "/leaves");
    rows.push_back(
        {"putOutbox", "", Promise::SameAnswer, [this] {
             return Call{HttpMethod::Put, QString(kApi % u"/session/outbox"), token(), R"({"unsent":2})", {}};
         }});
    AssignmentOrder order;
    order.cases = {{sampleCase().id, 3, otherOfficer().id}};
    rows.push_back(
        {"postAssignment", "of cases", Promise::StoredAnswer, [this, order] { return assignment(order); }});
    order.cases.clear();
    order.rule = AssignmentRule{sampleOfficer().id, {}, {}, {}, {}};
    rows.push_back({"postAssignment", "by a rule, to nobody", Promise::StoredAnswer,
                    [this, order] { return assignment(order); }});
    rows.push_back({"putLeave", "a new one", Promise::StoredAnswer, [this] { return leave(kLeave, {}); }});
    rows.push_back({"putLeave", "changed", Promise::StoredAnswer, [this] {
                        this->ask(leave(kLeave, {}));
                        Call call = leave(kLeave, QDate(2026, 11, 26));
                        call.headers.set("If-Match", "\"1\"");
                        return call;
                    }});
    rows.push_back({"endLeave", "", Promise::StoredAnswer, [this] {
                        this->ask(leave(kLeave, {}));
                        return Call{HttpMethod::Delete,
                                    QString(kApi % u"/leaves/" % QLatin1String(kLeave)),
                                    token(sampleSupervisor()),
                                    {},
                                    {}};
                    }});
}

std::vector<LostAnswersTest::Row> LostAnswersTest::rows()
{
    std::vector<Row> rows;
    addQuestions(rows);
    addSessions(rows);
    addActs(rows);
    addEnvelopes(rows);
    addSupervision(rows);
    return rows;
}

void LostAnswersTest::aLostAnswerCostsNothing_data()
{
    QTest::addColumn<int>("row");
    const auto all = rows();
    for (std::size_t i = 0; i < all.size(); ++i)
        QTest::addRow("%s %s", all[i].operation.constData(), all[i].variant.constData())
            << static_cast<int>(i);
}

void LostAnswersTest::somethingElseHappens()
{
    QCOMPARE(ask(act(ActType::Note, sampleRegionSupervisor())).status, 201); // reaches it wherever it went
    m_centre->clock().advance(std::chrono::minutes(10));
}

void LostAnswersTest::aLostAnswerCostsNothing()
{
    QFETCH(int, row);
    const Row exchange = rows().at(static_cast<std::size_t>(row));
    Call call = exchange.call();
    const QByteArrayList before = effects();
    const HttpResponse lost = ask(call);
    QVERIFY2(lost.status >= 200 && lost.status < 300, qPrintable(codeOf(lost)));
    QCOMPARE(before != effects(), exchange.promise == Promise::StoredAnswer);
    if (exchange.promise == Promise::StoredAnswer)
        somethingElseHappens();
    const QByteArrayList after = effects();

    exchange.again(call);
    for (int time = 0; time < 2; ++time) {
        const HttpResponse again = ask(call);
        const bool isStored = exchange.promise == Promise::StoredAnswer && lost.status == 201;
        QCOMPARE(again.status, isStored ? 200 : lost.status);
        if (exchange.promise == Promise::OtherTokens)
            compareTokens(lost, again);
        else
            QCOMPARE(bytesOf(again), bytesOf(lost));
        QCOMPARE(again.headers.value("ETag"), lost.headers.value("ETag"));
        QCOMPARE(effects(), after);
        if (exchange.promise == Promise::OtherTokens)
            break; // they have been used: they arrived
    }
    if (exchange.promise == Promise::AlreadyDone)
        QCOMPARE(poll(call.token), 401);
}

void LostAnswersTest::compareTokens(const HttpResponse &lost, const HttpResponse &again)
{
    const wire::SessionGrant first = grantOf(lost);
    const wire::SessionGrant second = grantOf(again);
    QVERIFY(first.accessToken != second.accessToken);
    QVERIFY(first.refreshToken != second.refreshToken);
    QCOMPARE(second.officer, first.officer);
    QCOMPARE(second.centre, first.centre);
    QCOMPARE(poll(second.accessToken), 200);
    // And it goes on from there.
    const Call next{HttpMethod::Post,
                    QString(kApi % u"/session/refresh"),
                    {},
                    wire::toBytes({{QStringLiteral("refresh_token"), second.refreshToken}}),
                    {}};
    QCOMPARE(poll(grantOf(ask(next)).accessToken), 200);
}

// A page is no effect: asked again, it tells of what came in between, and loses nothing of what it held.
void LostAnswersTest::whatChangedMeanwhileIsInTheRepeatedPage()
{
    const QString access = token();
    const auto page = [&](const QString &cursor) {
        const HttpResponse answer =
            m_door->ask(HttpMethod::Get, QString(kApi % u"/changes?limit=1000&cursor=" % cursor), access);
        return must(wire::changesPageFromJson(jsonOf(answer)));
    };
    const QString start = page({}).nextCursor;
    QCOMPARE(ask(act(ActType::Note, sampleOfficer())).status, 201);
    const auto lost = page(start);
    QCOMPARE(lost.changes.size(), std::size_t(1));
    QCOMPARE(ask(act(ActType::Note, sampleSupervisor(), CaseStatus::Completed)).status, 201);
    const auto again = page(start);
    QCOMPARE(again.changes.size(), std::size_t(2));
    QVERIFY(again.changes.front() == lost.changes.front());
    QVERIFY(page(again.nextCursor).changes.empty());
}

void LostAnswersTest::theChainThatNobodyHoldsEndsByItself()
{
    const auto chains = [this] {
        return *must(readOne(m_centre->open(CentreAccess::Read)->database(),
                             QStringLiteral("SELECT count(*) FROM session"),
                             [](Query &row) { return row.int64(0); }));
    };
    const auto signIn = [this] { return m_door->signIn(sampleOfficer()); };
    (void)signIn(); // lost
    const IssuedTokens held = signIn();
    QCOMPARE(chains(), 2);
    m_centre->clock().advance(std::chrono::hours(8));
    const Call refresh{HttpMethod::Post,
                       QString(kApi % u"/session/refresh"),
                       {},
                       wire::toBytes({{QStringLiteral("refresh_token"), held.refresh}}),
                       {}};
    QCOMPARE(ask(refresh).status, 201);
    m_centre->clock().advance(std::chrono::hours(8));
    m_door->service().tidySoon();
    m_door->settle();
    QCOMPARE(chains(), 1);
}

void LostAnswersTest::everyOperationHasItsRow()
{
    std::set<QByteArray> covered;
    for (const Row &row : rows())
        covered.insert(row.operation);
    std::set<QByteArray> served;
    for (const Route &route : m_door->router().routes())
        served.insert(route.operationId);
    QCOMPARE(served, covered);

    QFile page(QStringLiteral(TAWASUL_OPENAPI));
    QVERIFY(page.open(QIODevice::ReadOnly));
    std::set<QByteArray> described;
    static const QRegularExpression kOperation(QStringLiteral("^ +operationId: (\\w+)$"),
                                               QRegularExpression::MultilineOption);
    auto found = kOperation.globalMatch(QString::fromUtf8(page.readAll()));
    while (found.hasNext())
        described.insert(found.next().captured(1).toLatin1());
    QCOMPARE(described, covered);
}

QTEST_GUILESS_MAIN(LostAnswersTest)
#include "tst_lostanswers.moc"

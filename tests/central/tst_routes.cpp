// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The routes on a started centre: signing in, and what is refused and how.
#include "models/protocol/centrekeycodec.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/leavecodec.h"
#include "models/protocol/messages.h"
#include "models/protocol/referencecodec.h"
#include "models/sql/rows.h"
#include "tests/central/testdoor.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <limits>

using namespace tawasul;

namespace {

QByteArray credentials(const QString &username, const QString &password)
{
    return wire::toBytes(wire::toJson(wire::SignIn{username, password, QStringLiteral("test")}));
}

QByteArray refreshBody(const QString &token)
{
    return wire::toBytes({{QStringLiteral("refresh_token"), token}});
}

wire::SessionGrant grantOf(const HttpResponse &response)
{
    return must(wire::sessionGrantFromJson(jsonOf(response)));
}

const QString kSession = QStringLiteral("/api/v1/session");
const QString kRefresh = QStringLiteral("/api/v1/session/refresh");
const QString kChanges = QStringLiteral("/api/v1/changes");

} // namespace

class RoutesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_centre = std::make_unique<TestCentre>(true);
        take(*m_centre->open(), sampleCase(CaseStatus::New));
        m_door = std::make_unique<TestDoor>(*m_centre);
    }
    void cleanup()
    {
        m_door.reset();
        m_centre.reset();
    }

    void aRefreshWhoseAnswerWasLostIsDoneHoursLater();
    void aSpentRefreshTokenEndsTheChainOnceItsSuccessorCame();
    void aSignOutEndsTheWholeChain();

    void signingInTellsWhoAndWhere();
    void nobodyLearnsWhichAccountsExist_data();
    void nobodyLearnsWhichAccountsExist();
    void anUnknownNameCostsAsMuchTimeAsAKnownOne();
    void wrongTriesHaveToWait();

    void whatIsWrongIsRefusedByItsCode_data();
    void whatIsWrongIsRefusedByItsCode();
    void theStaleAnswerCarriesTheCase();
    void referenceDataIsSentOnce();
    void everyAnswerOfTheRegisterHasTimeAndEpoch();
    void anActThatFollowsThoseOfAnotherEpochIsNotTaken();
    void aLeaveThatFollowsThoseOfAnotherEpochIsNotTaken();
    void whoAsksTooMuchWaits();
    void faultsOfTheCentreAreLoggedAndNotTold();
    void aStoppedCentreIsBusy();

private:
    QString token(const Actor &person = sampleOfficer()) { return m_door->signIn(person).access; }
    ActRequest request(ActType type, qint64 version = 3)
    {
        Act act = sampleAct(type, sampleOfficer());
        act.id = m_centre->newActId();
        act.baseVersion = version;
        return requestFor(act);
    }
    HttpResponse put(const ActRequest &request, const QString &token)
    {
        return m_door->ask(HttpMethod::Put, pathOf(request), token, request.body, ifMatchOf(request));
    }
    HttpResponse refresh(const QString &refreshToken)
    {
        return m_door->ask(HttpMethod::Post, kRefresh, {}, refreshBody(refreshToken));
    }
    /// As a desk that has just got its tokens.
    int poll(const QString &access)
    {
        const int status = m_door->ask(HttpMethod::Get, kChanges, access).status;
        m_door->settle();
        return status;
    }

    std::unique_ptr<TestCentre> m_centre;
    std::unique_ptr<TestDoor> m_door;
};

void RoutesTest::aRefreshWhoseAnswerWasLostIsDoneHoursLater()
{
    const IssuedTokens first = m_door->signIn(sampleOfficer());
    QCOMPARE(poll(first.access), 200);
    const wire::SessionGrant lost = grantOf(refresh(first.refresh));
    m_centre->clock().advance(std::chrono::hours(3));
    const HttpResponse again = refresh(first.refresh);
    QCOMPARE(again.status, 201);
    QCOMPARE(poll(grantOf(again).accessToken), 200);
    QCOMPARE(poll(lost.accessToken), 401);
    QCOMPARE(refresh(grantOf(again).refreshToken).status, 201);
}

void RoutesTest::aSpentRefreshTokenEndsTheChainOnceItsSuccessorCame()
{
    const IssuedTokens first = m_door->signIn(sampleOfficer());
    const wire::SessionGrant second = grantOf(refresh(first.refresh));
    QCOMPARE(poll(second.accessToken), 200); // it arrived
    QCOMPARE(codeOf(refresh(first.refresh)), QStringLiteral("session.ended"));
    QCOMPARE(poll(second.accessToken), 401);
    QCOMPARE(codeOf(refresh(second.refreshToken)), QStringLiteral("session.ended"));
}

void RoutesTest::aSignOutEndsTheWholeChain()
{
    const IssuedTokens tokens = m_door->signIn(sampleOfficer());
    QCOMPARE(m_door->ask(HttpMethod::Delete, kSession, tokens.access).status, 204);
    QCOMPARE(poll(tokens.access), 401);
    QCOMPARE(refresh(tokens.refresh).status, 401);
}

void RoutesTest::signingInTellsWhoAndWhere()
{
    const HttpResponse answer = m_door->ask(HttpMethod::Post, kSession, {},
                                            credentials(QStringLiteral("OFFICER-1"), TestCentre::password()));
    QCOMPARE(answer.status, 201);
    const wire::SessionGrant grant = grantOf(answer);
    QCOMPARE(grant.officer, sampleOfficer());
    QCOMPARE(grant.centre, m_door->service().identity().id);
    QVERIFY(grant.training);
    QCOMPARE(grant.expiresIn, 15 * 60);
}

void RoutesTest::nobodyLearnsWhichAccountsExist_data()
{
    QTest::addColumn<QString>("username");
    QTest::addColumn<QString>("password");
    QTest::newRow("wrong password") << sampleOfficer().id.text() << QStringLiteral("wrong");
    QTest::newRow("wrong name") << QStringLiteral("officer-99") << TestCentre::password();
    QTest::newRow("a name with a NUL")
        << QString(sampleOfficer().id.text() % QChar(0)) << TestCentre::password();
    QTest::newRow("a name that is too long") << QString(201, QLatin1Char('x')) << TestCentre::password();
    QTest::newRow("a password that is too long")
        << sampleOfficer().id.text() << QString(1'001, QLatin1Char('x'));
    QTest::newRow("a closed account") << QStringLiteral("officer-3") << TestCentre::password();
}

void RoutesTest::nobodyLearnsWhichAccountsExist()
{
    QFETCH(QString, username);
    QFETCH(QString, password);
    {
        const auto connection = m_centre->open();
        Account left = must(connection->accounts().byId(sampleOfficer().id)).value();
        left.username = QStringLiteral("officer-3");
        left.person.id = PersonId(left.username);
        left.active = false;
        must(connection->accounts().add(left, m_centre->clock().now()));
    }
    const HttpResponse answer = m_door->ask(HttpMethod::Post, kSession, {}, credentials(username, password));
    const HttpResponse other = m_door->ask(HttpMethod::Post, kSession, {},
                                           credentials(QStringLiteral("nobody"), QStringLiteral("nothing")));
    QCOMPARE(answer.status, 401);
    QCOMPARE(codeOf(answer), QStringLiteral("session.wrong_credentials"));
    QCOMPARE(bodyOf(answer), bodyOf(other));
}

void RoutesTest::anUnknownNameCostsAsMuchTimeAsAKnownOne()
{
    // Without a hash the answer takes a thousandth of that, so a wide margin still tells.
    const auto quickest = [this](const QString &name) {
        const QByteArray form = credentials(name, QStringLiteral("wrong"));
        qint64 best = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 3; ++i) {
            QElapsedTimer timer;
            timer.start();
            if (m_door->ask(HttpMethod::Post, kSession, {}, form).status == 401)
                best = std::min(best, timer.nsecsElapsed());
        }
        return best;
    };
    const qint64 unknown = quickest(QStringLiteral("nobody"));
    const qint64 known = quickest(sampleOfficer().id.text());
    QVERIFY2(unknown * 5 > known && known * 5 > unknown,
             qPrintable(QStringLiteral("%1 ns against %2 ns").arg(unknown).arg(known)));
}

void RoutesTest::wrongTriesHaveToWait()
{
    const QString name = sampleOfficer().id.text();
    for (int i = 0; i < 5; ++i)
        QCOMPARE(
            m_door->ask(HttpMethod::Post, kSession, {}, credentials(name, QStringLiteral("wrong"))).status,
            401);
    const HttpResponse answer =
        m_door->ask(HttpMethod::Post, kSession, {}, credentials(name, TestCentre::password()));
    QCOMPARE(answer.status, 429);
    QCOMPARE(codeOf(answer), QStringLiteral("session.too_many_tries"));
    QCOMPARE(answer.headers.value("Retry-After"), QByteArray("1"));
    m_centre->clock().advance(std::chrono::seconds(1));
    QCOMPARE(m_door->ask(HttpMethod::Post, kSession, {}, credentials(name, TestCentre::password())).status,
             201);
}

void RoutesTest::whatIsWrongIsRefusedByItsCode_data()
{
    QTest::addColumn<HttpMethod>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("header"); // name: value
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, HttpMethod method, const QString &path, const QByteArray &body,
                        const QByteArray &header, int status, const char *code) {
        QTest::newRow(name) << method << path << body << header << status << QString::fromLatin1(code);
    };
    const QByteArray note = requestFor(sampleAct(ActType::Note, sampleOfficer())).body;
    const QByteArray begin = requestFor(sampleAct(ActType::Start, sampleOfficer())).body;
    const QString acts = QStringLiteral("/api/v1/cases/") % sampleCase().id.text() % QStringLiteral("/acts/");
    const QString act = acts % QStringLiteral("019ab9d0-2f70-7aaa-8bbb-0123456789ab");
    using M = HttpMethod;
    row("form without JSON", M::Post, kSession, "username=x",
        "Content-Type: application/x-www-form-urlencoded", 422, "wire.media_type");
    row("almost JSON", M::Post, kSession, "{}", "Content-Type: application/jsonp", 422, "wire.media_type");
    row("sign in with nothing", M::Post, kSession, "{}", {}, 422, "wire.malformed");
    row("sign in with a list", M::Post, kSession, "[]", {}, 422, "wire.malformed");
    row("sign in with a number", M::Post, kSession, R"({"username":1,"password":"x"})", {}, 422,
        "wire.malformed");
    row("sign in with a book", M::Post, kSession, QByteArray(17'000, ' '), {}, 413, "request.too_large");
    row("refresh with nothing", M::Post, kRefresh, "{}", {}, 422, "wire.malformed");
    row("refresh with a stranger", M::Post, kRefresh, R"({"refresh_token":"رمز"})", {}, 401, "session.ended");
    row("limit 0", M::Get, kChanges + QStringLiteral("?limit=0"), {}, {}, 422, "changes.limit");
    row("limit 1001", M::Get, kChanges + QStringLiteral("?limit=1001"), {}, {}, 422, "changes.limit");
    row("limit of words", M::Get, kChanges + QStringLiteral("?limit=all"), {}, {}, 422, "changes.limit");
    row("a strange cursor", M::Get, kChanges + QStringLiteral("?cursor=bm9uc2Vuc2U"), {}, {}, 410,
        "feed.cursor_expired");
    row("a case of no name", M::Get, QStringLiteral("/api/v1/cases/%EF%BF%BF"), {}, {}, 404, "case.unknown");
    row("an attachment of no name", M::Get, QStringLiteral("/api/v1/attachments/%EF%BF%BF"), {}, {}, 404,
        "attachment.missing");
    row("an act that is no JSON", M::Put, act, note, "Content-Type: text/plain", 422, "wire.media_type");
    row("an act that is cut", M::Put, act, note.left(20), {}, 422, "wire.malformed");
    row("an act of a newer kind", M::Put, act, QByteArray(note).replace("\"note\"", "\"dance\""), {}, 422,
        "act.invalid.type");
    row("an id of another kind", M::Put, acts + QStringLiteral("e0e6bb52-6b92-4aaf-a8d3-0123456789ab"), note,
        {}, 422, "act.invalid.id");
    row("an id in capitals", M::Put, acts + QStringLiteral("019AB9D0-2F70-7AAA-8BBB-0123456789AB"), note, {},
        422, "act.invalid.id");
    row("no If-Match", M::Put, act, begin, {}, 422, "act.if_match_missing");
    for (const char *tag : {"3", "\"\"", "\"", "W/\"3\"", "\"03\"", "\"+3\"", "\" 3\"", "\"-3\"", "\"0\"",
                            "*", "\"3\", \"4\"", "\"3a\"", "\"99999999999999999999\""})
        row(QByteArray(QByteArray("If-Match ") + tag).constData(), M::Put, act, begin,
            QByteArray("If-Match: ") + tag, 422, "act.if_match_malformed");
    row("another method", M::Delete, QStringLiteral("/api/v1/cases/x"), {}, {}, 405,
        "route.method_not_allowed");
    row("not served", M::Get, QStringLiteral("/api/v1/metrics"), {}, {}, 404, "route.unknown");
}

void RoutesTest::whatIsWrongIsRefusedByItsCode()
{
    QFETCH(HttpMethod, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, header);
    QFETCH(int, status);
    QFETCH(QString, code);
    HttpHeaders headers;
    if (const qsizetype colon = header.indexOf(": "); colon > 0)
        headers.set(header.left(colon), header.mid(colon + 2));
    const HttpResponse answer = m_door->ask(method, path, token(), body, headers);
    QCOMPARE(codeOf(answer), code);
    QCOMPARE(answer.status, status);
}

void RoutesTest::theStaleAnswerCarriesTheCase()
{
    const QString access = token();
    QCOMPARE(put(request(ActType::Note), access).status, 201);
    const HttpResponse answer = put(request(ActType::Start, 3), access);
    QCOMPARE(answer.status, 412);
    QCOMPARE(codeOf(answer), QStringLiteral("act.stale"));
    QCOMPARE(jsonOf(answer).value(u"case").toObject(),
             jsonOf(m_door->ask(HttpMethod::Get,
                                QString(QStringLiteral("/api/v1/cases/") % sampleCase().id.text()), access)));
}

void RoutesTest::referenceDataIsSentOnce()
{
    const QString path = QStringLiteral("/api/v1/reference");
    const QString access = token();
    const HttpResponse first = m_door->ask(HttpMethod::Get, path, access);
    QCOMPARE(first.status, 200);
    const QByteArray tag = first.headers.value("ETag");
    const std::vector<CentreKey> keys = m_centre->open()->keys().published();
    QCOMPARE(tag, wire::referenceTag(QStringLiteral("2026-11"), keys));
    QCOMPARE(
        wire::parseObject(bodyOf(first), QStringLiteral("reference")).and_then(wire::referenceFromJson)->keys,
        keys);
    const HttpResponse again = m_door->ask(HttpMethod::Get, path, access, {}, {{"If-None-Match", tag}});
    QCOMPARE(again.status, 304);
    QCOMPARE(again.headers.value("ETag"), tag);
    QVERIFY(bodyOf(again).isEmpty());
    QCOMPARE(m_door->ask(HttpMethod::Get, path, access, {}, {{"If-None-Match", "\"2026-10\""}}).status, 200);
}

void RoutesTest::everyAnswerOfTheRegisterHasTimeAndEpoch()
{
    const QByteArray now = toIso(m_centre->clock().now()).toLatin1();
    const QByteArray epoch = m_centre->open(CentreAccess::Read)->identity().epoch.toLatin1();
    QVERIFY(!epoch.isEmpty());
    const QString access = token();
    for (const HttpResponse &answer :
         {m_door->ask(HttpMethod::Get, QStringLiteral("/api/v1/health/live")),
          m_door->ask(HttpMethod::Get, QStringLiteral("/api/v1/health/ready")),
          m_door->ask(HttpMethod::Get, kChanges, access),
          m_door->ask(HttpMethod::Get, kChanges, QStringLiteral("unknown")),
          m_door->ask(HttpMethod::Get, QStringLiteral("/api/v1/reference"), access),
          m_door->ask(HttpMethod::Post, kSession, {}, "{}"),
          m_door->ask(HttpMethod::Post, kRefresh, {}, "{}"), put(request(ActType::Note), access),
          put(request(ActType::Start, 9), access), m_door->ask(HttpMethod::Delete, kSession, access)}) {
        QCOMPARE(answer.headers.value("Tawasul-Time"), now);
        QCOMPARE(answer.headers.value("Tawasul-Epoch"), epoch);
    }
}

void RoutesTest::anActThatFollowsThoseOfAnotherEpochIsNotTaken()
{
    const QByteArray epoch = m_centre->open(CentreAccess::Read)->identity().epoch.toLatin1();
    const QString access = token();
    const ActRequest note = request(ActType::Note);
    const auto putIn = [&](const QByteArray &named) {
        return m_door->ask(HttpMethod::Put, pathOf(note), access, note.body, {{"Tawasul-Epoch", named}});
    };
    QCOMPARE(codeOf(putIn("another")), QStringLiteral("centre.epoch_changed"));
    QCOMPARE(putIn(epoch).status, 201); // so the refusal was not kept
    QCOMPARE(codeOf(putIn("another")), QStringLiteral("centre.epoch_changed"));
}

// A version of another epoch may be that of another leave.
void RoutesTest::aLeaveThatFollowsThoseOfAnotherEpochIsNotTaken()
{
    const QByteArray epoch = m_centre->open(CentreAccess::Read)->identity().epoch.toLatin1();
    const QString access = token(sampleSupervisor());
    const QString path = QStringLiteral("/api/v1/leaves/") % m_centre->newActId().text();
    Leave leave;
    leave.officer = nameOf(sampleOfficer());
    leave.kind = Leave::Kind::Unplanned;
    leave.first = riyadhDate(m_centre->clock().now());
    const QByteArray form = wire::toBytes(wire::leaveFormToJson(leave));
    const auto ask = [&](HttpMethod method, const QByteArray &named) {
        const bool hasForm = method == HttpMethod::Put;
        return m_door->ask(method, path, access, hasForm ? form : QByteArray(), {{"Tawasul-Epoch", named}});
    };
    QCOMPARE(codeOf(ask(HttpMethod::Put, "another")), QStringLiteral("centre.epoch_changed"));
    QCOMPARE(ask(HttpMethod::Put, epoch).status, 201);
    QCOMPARE(codeOf(ask(HttpMethod::Delete, "another")), QStringLiteral("centre.epoch_changed"));
    QCOMPARE(ask(HttpMethod::Delete, epoch).status, 200);
}

void RoutesTest::whoAsksTooMuchWaits()
{
    const QString busy = token();
    const QString calm = token(otherOfficer());
    HttpResponse answer;
    int permitted = 0;
    for (; permitted < 1'000; ++permitted) {
        answer = m_door->ask(HttpMethod::Get, kChanges, busy);
        if (answer.status != 200)
            break;
    }
    QCOMPARE(permitted, 400);
    QCOMPARE(answer.status, 429);
    QCOMPARE(codeOf(answer), QStringLiteral("centre.too_many_requests"));
    QCOMPARE(answer.headers.value("Retry-After"), QByteArray("1"));
    QCOMPARE(m_door->ask(HttpMethod::Get, kChanges, calm).status, 200);
    m_centre->clock().advance(std::chrono::seconds(1));
    QCOMPARE(m_door->ask(HttpMethod::Get, kChanges, busy).status, 200);
}

void RoutesTest::faultsOfTheCentreAreLoggedAndNotTold()
{
    const QString access = token();
    must(changeRows(m_centre->open()->database(), QStringLiteral("UPDATE case_record SET body = ?"),
                    QByteArray("{\"number\":\"TW-26-9\"}")));
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("^case.corrupt .*missing")));
    const HttpResponse corrupt = m_door->ask(
        HttpMethod::Get, QString(QStringLiteral("/api/v1/cases/") % sampleCase().id.text()), access);
    QCOMPARE(corrupt.status, 500);
    QCOMPARE(codeOf(corrupt), QStringLiteral("case.corrupt"));
    QVERIFY(!jsonOf(corrupt).contains(u"detail"));

    // A statement that is refused is a mistake of ours, and never told as one of the caller's.
    must(changeRows(m_centre->open()->database(), QStringLiteral("ALTER TABLE feed RENAME TO feed_gone")));
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("^sql.statement .*feed")));
    const HttpResponse broken = m_door->ask(HttpMethod::Get, kChanges, access);
    QCOMPARE(broken.status, 500);
    QCOMPARE(codeOf(broken), QStringLiteral("sql.statement"));
    QVERIFY(!jsonOf(broken).contains(u"detail"));
}

void RoutesTest::aStoppedCentreIsBusy()
{
    const QString access = token();
    m_door->service().stop();
    for (const HttpResponse &answer :
         {m_door->ask(HttpMethod::Get, kChanges, access), put(request(ActType::Note), access),
          m_door->ask(HttpMethod::Post, kSession, {},
                      credentials(sampleOfficer().id.text(), TestCentre::password())),
          refresh(QStringLiteral("x")), m_door->ask(HttpMethod::Delete, kSession, access),
          m_door->ask(HttpMethod::Get, QStringLiteral("/api/v1/health/ready"))}) {
        QCOMPARE(answer.status, 503);
        QCOMPARE(codeOf(answer), QStringLiteral("centre.busy"));
        QCOMPARE(answer.headers.value("Retry-After"), QByteArray("2"));
    }
    QCOMPARE(m_door->ask(HttpMethod::Get, QStringLiteral("/api/v1/health/live")).status, 200);
}

QTEST_GUILESS_MAIN(RoutesTest)
#include "tst_routes.moc"

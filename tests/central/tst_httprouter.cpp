// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/http/connectionlimits.h"
#include "app/central/http/httprouter.h"
#include "app/central/http/problem.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QtTest>

using namespace tawasul;

/// The table of routes and the values around it, without a socket.
class HttpRouterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsTheRoute_data();
    void findsTheRoute();
    void canBeListed();
    void refusesALargeBodyBeforeTheEndpoint();
    void problemsHaveTheFiveMembers();
    void errorsBecomeProblems_data();
    void errorsBecomeProblems();
    void aRespondIsGivenExactlyOnce();
    void holdersHaveTheirShare();

private:
    HttpRouter m_router;
};

namespace {

Route route(HttpMethod method, const char *path, qint64 bodyLimit = 0, bool needsAuthentication = false)
{
    const QByteArray name = nameOf(method) + ' ' + path;
    return { method,
             path,
             name,
             [name](const HttpRequest &request, const Respond &respond) {
                 QByteArray text = name;
                 for (auto it = request.parameters.begin(); it != request.parameters.end(); ++it)
                     text += QString(u' ' + it.key() + u'=' + it.value()).toUtf8();
                 respond(HttpResponse::json(200, text));
             },
             bodyLimit,
             needsAuthentication };
}

HttpResponse answerOf(const HttpRouter &router, HttpRequest request)
{
    HttpResponse answer;
    router.answer(std::move(request),
                  Respond([&answer](HttpResponse response) { answer = std::move(response); }));
    return answer;
}

QJsonObject membersOf(const HttpResponse &response)
{
    return QJsonDocument::fromJson(std::get<QByteArray>(response.body)).object();
}

} // namespace

void HttpRouterTest::initTestCase()
{
    m_router.add(route(HttpMethod::Get, "/"));
    m_router.add(route(HttpMethod::Get, "/api/v1/cases"));
    m_router.add(route(HttpMethod::Get, "/api/v1/cases/{id}"));
    m_router.add(route(HttpMethod::Delete, "/api/v1/cases/{id}"));
    m_router.add(route(HttpMethod::Get, "/api/v1/cases/summary"));
    m_router.add(route(HttpMethod::Put, "/api/v1/cases/{id}/acts/{act_id}", kJsonBodyLimit, true));
    m_router.add(route(HttpMethod::Get, "/api/v1/attachments/{sha256}"));
    m_router.add(route(HttpMethod::Head, "/api/v1/attachments/{sha256}"));
}

void HttpRouterTest::findsTheRoute_data()
{
    QTest::addColumn<int>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("text"); // of the endpoint, or Allow
    const auto row = [](const char *name, HttpMethod method, const char *path, int status, const char *text,
                        const char *token = "t") {
        QTest::newRow(name) << int(method) << QString::fromUtf8(path) << QByteArray(token) << status
                            << QByteArray(text);
    };
    row("root", HttpMethod::Get, "", 200, "GET /");
    row("literal", HttpMethod::Get, "api/v1/cases", 200, "GET /api/v1/cases");
    row("parameter", HttpMethod::Get, "api/v1/cases/17", 200, "GET /api/v1/cases/{id} id=17");
    row("Arabic parameter", HttpMethod::Get, "api/v1/cases/طلب", 200, "GET /api/v1/cases/{id} id=طلب");
    row("literal before parameter", HttpMethod::Get, "api/v1/cases/summary", 200,
        "GET /api/v1/cases/summary");
    row("two parameters", HttpMethod::Put, "api/v1/cases/1/acts/2", 200,
        "PUT /api/v1/cases/{id}/acts/{act_id} act_id=2 id=1");
    row("literal does not lend methods", HttpMethod::Delete, "api/v1/cases/summary", 405, "GET");
    row("other method", HttpMethod::Put, "api/v1/cases/17", 405, "GET, DELETE");
    row("HEAD where it is", HttpMethod::Head, "api/v1/attachments/a", 200,
        "HEAD /api/v1/attachments/{sha256} sha256=a");
    row("HEAD where it is not", HttpMethod::Head, "api/v1/cases", 405, "GET");
    row("method of no route", HttpMethod::Other, "api/v1/attachments/a", 405, "GET, HEAD");
    row("unknown", HttpMethod::Get, "api/v1/unknown", 404, "");
    row("shorter", HttpMethod::Get, "api/v1", 404, "");
    row("longer", HttpMethod::Get, "api/v1/cases/1/acts", 404, "");
    row("case matters", HttpMethod::Get, "api/v1/Cases", 404, "");
    row("template as path", HttpMethod::Get, "api/v1/cases/{id}", 200, "GET /api/v1/cases/{id} id={id}");
    row("without a token", HttpMethod::Put, "api/v1/cases/1/acts/2", 401, "", "");
    row("without a token, elsewhere", HttpMethod::Get, "api/v1/cases", 200, "GET /api/v1/cases", "");
}

void HttpRouterTest::findsTheRoute()
{
    QFETCH(int, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, token);
    QFETCH(int, status);
    QFETCH(QByteArray, text);
    HttpRequest request;
    request.method = static_cast<HttpMethod>(method);
    request.path = path.isEmpty() ? QStringList() : path.split(u'/');
    if (!token.isEmpty())
        request.headers.set("authorization", "bearer " + token);
    const HttpResponse answer = answerOf(m_router, request);
    QCOMPARE(answer.status, status);
    if (status == 200)
        QCOMPARE(std::get<QByteArray>(answer.body), text);
    else
        QCOMPARE(membersOf(answer).value(QStringLiteral("status")).toInt(), status);
    if (status == 405)
        QCOMPARE(answer.headers.value("Allow"), text);
}

void HttpRouterTest::canBeListed()
{
    QCOMPARE(m_router.routes().size(), 8U);
    QCOMPARE(m_router.routes()[5].operationId, QByteArray("PUT /api/v1/cases/{id}/acts/{act_id}"));
    QVERIFY(m_router.routes()[5].needsAuthentication);
}

void HttpRouterTest::refusesALargeBodyBeforeTheEndpoint()
{
    HttpRequest request;
    request.method = HttpMethod::Put;
    request.path = QStringLiteral("api/v1/cases/1/acts/2").split(u'/');
    request.headers.set("Authorization", "Bearer t");
    request.body = QByteArray(kJsonBodyLimit, 'x');
    QCOMPARE(answerOf(m_router, request).status, 200);
    request.body += 'x';
    QCOMPARE(answerOf(m_router, request).status, 413);
}

void HttpRouterTest::problemsHaveTheFiveMembers()
{
    const HttpResponse answer = problem(412, "act.stale", QStringLiteral("version 7"));
    QCOMPARE(answer.status, 412);
    QCOMPARE(answer.headers.value("content-type"), QByteArray("application/problem+json"));
    const QJsonObject expected{
        { QStringLiteral("type"), QStringLiteral("about:blank") },
        { QStringLiteral("title"), QStringLiteral("Precondition Failed") },
        { QStringLiteral("status"), 412 },
        { QStringLiteral("detail"), QStringLiteral("version 7") },
        { QStringLiteral("code"), QStringLiteral("act.stale") },
    };
    QCOMPARE(membersOf(answer), expected);
}

void HttpRouterTest::errorsBecomeProblems_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("tells");
    QTest::newRow("invalid") << int(Error::Kind::Invalid) << 422 << true;
    QTest::newRow("not found") << int(Error::Kind::NotFound) << 404 << true;
    QTest::newRow("unauthenticated") << int(Error::Kind::Unauthenticated) << 401 << true;
    QTest::newRow("forbidden") << int(Error::Kind::Forbidden) << 403 << true;
    QTest::newRow("conflict") << int(Error::Kind::Conflict) << 409 << true;
    QTest::newRow("stale") << int(Error::Kind::Stale) << 412 << true;
    QTest::newRow("busy") << int(Error::Kind::Busy) << 503 << true;
    QTest::newRow("storage") << int(Error::Kind::Storage) << 500 << false;
    QTest::newRow("full") << int(Error::Kind::Full) << 507 << false;
    QTest::newRow("corrupt") << int(Error::Kind::Corrupt) << 500 << false;
    QTest::newRow("server") << int(Error::Kind::Server) << 500 << false;
    QTest::newRow("too new") << int(Error::Kind::TooNew) << 500 << false;
}

void HttpRouterTest::errorsBecomeProblems()
{
    QFETCH(int, kind);
    QFETCH(int, status);
    QFETCH(bool, tells);
    const HttpResponse answer =
        problem(Error{ static_cast<Error::Kind>(kind), QStringLiteral("a.b"), QStringLiteral("inside") });
    QCOMPARE(answer.status, status);
    QCOMPARE(membersOf(answer).value(QStringLiteral("code")).toString(), QStringLiteral("a.b"));
    QCOMPARE(membersOf(answer).contains(QStringLiteral("detail")), tells);
}

void HttpRouterTest::aRespondIsGivenExactlyOnce()
{
    QList<int> statuses;
    {
        const Respond respond(
            [&statuses](const HttpResponse &response) { statuses.append(response.status); });
        const Respond copy = respond;
        copy(HttpResponse::empty(204));
        QTest::ignoreMessage(QtWarningMsg, "a request was answered twice; the second answer is ignored");
        respond(HttpResponse::empty(200));
    }
    QCOMPARE(statuses, QList<int>{ 204 });
    statuses.clear();
    {
        const Respond respond(
            [&statuses](const HttpResponse &response) { statuses.append(response.status); });
        const Respond copy = respond;
        QVERIFY(statuses.isEmpty());
    }
    QCOMPARE(statuses, QList<int>{ 500 });
}

void HttpRouterTest::holdersHaveTheirShare()
{
    using Verdict = ConnectionLimits::Verdict;
    ConnectionLimits limits(4, 2);
    QCOMPARE(limits.admit("a"), Verdict::Welcome);
    QCOMPARE(limits.admit("a"), Verdict::Welcome);
    QCOMPARE(limits.admit("a"), Verdict::TooManyOfHolder);
    QCOMPARE(limits.admit("b"), Verdict::Welcome);
    QVERIFY(!limits.move("b", "a"));
    QVERIFY(limits.move("a", "b"));
    QVERIFY(limits.move("b", "b"));
    QCOMPARE(limits.of("a"), 1);
    QCOMPARE(limits.of("b"), 2);
    QCOMPARE(limits.admit({}), Verdict::Welcome);
    QCOMPARE(limits.admit({}), Verdict::Full);
    limits.release("b");
    limits.release("b");
    QCOMPARE(limits.of("b"), 0);
    QCOMPARE(limits.inAll(), 2);
}

QTEST_GUILESS_MAIN(HttpRouterTest)
#include "tst_httprouter.moc"

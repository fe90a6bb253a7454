// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/central/rawclient.h"
#include "tests/central/testservice.h"

#include <QtTest/QtTest>

#include <sys/resource.h>

using namespace tawasul;
using namespace std::chrono_literals;

/// Slow, huge and many clients. Times are short here; only the order of things is
/// asserted, never a speed.
class HttpLimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void closesSlowClientsWhileOthersAreServed_data();
    void closesSlowClientsWhileOthersAreServed();
    void closesAClientThatDoesNotRead();
    void waitsForAClientThatReadsSlowly();
    void givesUpOnASilentEndpoint();
    void holdsTheBodyLimit_data();
    void holdsTheBodyLimit();
    void holdsTheLimitOnAllBodies();
    void finishesWhatIsInFlightWhenStopping();
    void stopsInTimeWhenAnEndpointNeverAnswers();
    void dropsAnswersThatComeAfterTheServer();
    void holdsTheLimitOfConnections();
    void holdsTheLimitOfAnAddress();
    void holdsTheLimitOfAnIdentity();
    void countsAProxysConnectionOnlyDuringARequest();
    void servesBesideManyIdleConnections();
};

namespace {

HttpServerConfig quick()
{
    HttpServerConfig config;
    config.headerTime = 500ms;
    config.bodyTime = 500ms;
    config.writeTime = 500ms;
    config.idleTime = 500ms;
    config.lingerTime = 300ms;
    return config;
}

bool isServed(quint16 port)
{
    RawClient client(port);
    const std::optional<RawAnswer> answer = client.ask(getRequest("/echo"));
    return answer && answer->status == 200;
}

} // namespace

void HttpLimitsTest::initTestCase()
{
    QLoggingCategory::setFilterRules(QStringLiteral("tawasul.central.http.info=false"));
    // Both ends of a thousand connections live in this process.
    rlimit files{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &files), 0);
    files.rlim_cur = std::min<rlim_t>(files.rlim_max, 8192);
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &files), 0);
}

void HttpLimitsTest::closesSlowClientsWhileOthersAreServed_data()
{
    QTest::addColumn<QByteArray>("opening");
    QTest::addColumn<QByteArray>("drip");
    QTest::addColumn<int>("status");
    QTest::newRow("silent") << QByteArray() << QByteArray() << 0;
    QTest::newRow("slow head") << QByteArray("GET /echo HTTP/1.1\r\nHost: localhost\r\nX: ")
                               << QByteArray("a") << 408;
    QTest::newRow("head that stops") << QByteArray("GET /echo HTTP/1.1\r\n") << QByteArray() << 408;
    QTest::newRow("slow body") << QByteArray(
        "PUT /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999\r\n\r\n")
                               << QByteArray("a") << 408;
    QTest::newRow("slow chunks") << QByteArray(
        "PUT /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n")
                                 << QByteArray("1\r\na\r\n") << 408;
    QTest::newRow("idle after a request") << getRequest("/empty") << QByteArray() << 204;
    QTest::newRow("slow second head") << getRequest("/empty") + "GET /e" << QByteArray("e") << 204;
}

void HttpLimitsTest::closesSlowClientsWhileOthersAreServed()
{
    QFETCH(QByteArray, opening);
    QFETCH(QByteArray, drip);
    QFETCH(int, status);
    HttpServerConfig config = quick();
    config.slowestRate = 4 * 1024 * 1024;
    TestService service(config);
    QVERIFY(service.start());
    std::vector<RawClient> slow;
    for (int i = 0; i < 60; ++i) {
        slow.emplace_back(service.port());
        slow.back().send(opening);
    }
    QTRY_VERIFY(service.server().connections() >= 60);
    // Each drop restarts nothing: the limit is on the whole phase.
    QElapsedTimer patience;
    patience.start();
    while (service.server().connections() > 0 && patience.elapsed() < 30'000) {
        for (RawClient &client : slow)
            client.send(drip);
        QVERIFY(isServed(service.port()));
        QTest::qWait(20);
    }
    QTRY_COMPARE(service.server().connections(), 0);
    if (drip.isEmpty()) { // a reset by late drops may take the answer with it
        const std::optional<RawAnswer> answer = slow.front().receive();
        QCOMPARE(answer ? answer->status : 0, status);
    }
    QVERIFY(slow.front().isClosed());
}

void HttpLimitsTest::closesAClientThatDoesNotRead()
{
    HttpServerConfig config = quick();
    config.slowestReader = 100 * 1024 * 1024;
    TestService service(config);
    QVERIFY(service.start());
    RawClient greedy(service.port());
    // Far more answers than socket buffers hold; none of them is read.
    greedy.send(getRequest("/page?size=900000").repeated(30));
    QTRY_VERIFY(service.served() > 1);
    QTRY_COMPARE_WITH_TIMEOUT(service.server().connections(), 0, 20'000);
    QVERIFY(service.served() < 31);
    QVERIFY(isServed(service.port()));
}

// At the end of a narrow line: all of it takes longer than any piece may.
void HttpLimitsTest::waitsForAClientThatReadsSlowly()
{
    constexpr qint64 kSize = 16'000'000;
    constexpr qint64 kPause = 200'000; // bytes; eight seconds in all
    HttpServerConfig config = quick();
    config.writeTime = 3s;
    config.slowestReader = 1024 * 1024 * 1024;
    TestService service(config);
    QVERIFY(service.start());
    RawClient client(service.port());
    client.takeLittle();
    QVERIFY(client.send(getRequest("/page?size=" + QByteArray::number(kSize))));
    qint64 received = 0;
    while (received < kSize) {
        const qint64 piece = client.receiveSome(64 * 1024);
        QVERIFY2(piece > 0, qPrintable(QString::number(received)));
        received += piece;
        if (received / kPause != (received - piece) / kPause)
            QTest::qWait(100);
    }
}

void HttpLimitsTest::givesUpOnASilentEndpoint()
{
    HttpServerConfig config = quick();
    config.answerTime = 300ms;
    TestService service(config);
    QVERIFY(service.start());
    RawClient client(service.port());
    const std::optional<RawAnswer> answer = client.ask(getRequest("/later"));
    QVERIFY(answer);
    QCOMPARE(answer->status, 503);
    QCOMPARE(answer->code(), QStringLiteral("server.busy"));
    service.release(); // too late, and without effect
    QVERIFY(client.isClosed());
    QVERIFY(isServed(service.port()));
}

void HttpLimitsTest::holdsTheBodyLimit_data()
{
    QTest::addColumn<bool>("chunked");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<int>("status");
    for (const bool chunked : { false, true }) {
        const char *how = chunked ? "chunked" : "declared";
        QTest::addRow("%s, at the limit", how) << chunked << kJsonBodyLimit << 200;
        QTest::addRow("%s, one over", how) << chunked << kJsonBodyLimit + 1 << 413;
        QTest::addRow("%s, far over", how) << chunked << 20 * kJsonBodyLimit << 413;
    }
}

void HttpLimitsTest::holdsTheBodyLimit()
{
    QFETCH(bool, chunked);
    QFETCH(qint64, size);
    QFETCH(int, status);
    TestService service;
    QVERIFY(service.start());
    RawClient client(service.port());
    QByteArray request("PUT /echo HTTP/1.1\r\nHost: localhost\r\n");
    if (chunked) {
        request += "Transfer-Encoding: chunked\r\n\r\n";
        for (qint64 left = size; left > 0; left -= std::min<qint64>(left, 50'000)) {
            const qint64 piece = std::min<qint64>(left, 50'000);
            request += QByteArray::number(piece, 16) + "\r\n" + QByteArray(piece, 'x') + "\r\n";
        }
        request += "0\r\n\r\n";
    } else {
        request += "Content-Length: " + QByteArray::number(size) + "\r\n\r\n" + QByteArray(size, 'x');
    }
    std::thread sender([&client, &request] { client.send(request); }); // it may be cut off
    const std::optional<RawAnswer> answer = client.receive();
    sender.join();
    QVERIFY(answer);
    QCOMPARE(answer->status, status);
    QCOMPARE(service.served(), status == 200 ? 1 : 0);
    if (status == 413)
        QVERIFY(client.isClosed());
}

void HttpLimitsTest::holdsTheLimitOnAllBodies()
{
    HttpServerConfig config;
    config.bufferedBytes = 1'000'000;
    TestService service(config);
    QVERIFY(service.start());
    // The first one's bytes stay counted until it has its answer.
    RawClient first(service.port());
    first.send(putRequest("/later", QByteArray(700'000, 'x')));
    QTRY_COMPARE(service.waiting(), 1);
    const std::optional<RawAnswer> refusal =
        RawClient(service.port()).ask(putRequest("/echo", QByteArray(600'000, 'y')));
    QVERIFY(refusal);
    QCOMPARE(refusal->status, 503);
    QCOMPARE(refusal->code(), QStringLiteral("server.full"));
    const std::optional<RawAnswer> small =
        RawClient(service.port()).ask(putRequest("/echo", QByteArray(200'000, 'y')));
    QVERIFY(small);
    QCOMPARE(small->status, 200);
    service.release();
    QVERIFY(first.receive());
    const std::optional<RawAnswer> after =
        RawClient(service.port()).ask(putRequest("/echo", QByteArray(600'000, 'y')));
    QVERIFY(after);
    QCOMPARE(after->status, 200);
}

void HttpLimitsTest::finishesWhatIsInFlightWhenStopping()
{
    HttpServerConfig config;
    config.lingerTime = 300ms;
    TestService service(config);
    QVERIFY(service.start());
    RawClient idle(service.port());
    QVERIFY(idle.ask(getRequest("/echo")));
    RawClient waiting(service.port());
    waiting.send(getRequest("/later"));
    RawClient sending(service.port());
    sending.send("PUT /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhel");
    QTRY_COMPARE(service.waiting(), 1);
    QTRY_COMPARE(service.server().connections(), 3);

    std::atomic<bool> stopped = false;
    std::thread stopper([&service, &stopped] {
        service.server().stop();
        stopped = true;
    });
    QVERIFY(idle.isClosed());
    QTRY_VERIFY(!RawClient(service.port()).isConnected());
    QVERIFY(!stopped);
    const std::optional<RawAnswer> sent = sending.ask("lo");
    service.release();
    const std::optional<RawAnswer> late = waiting.receive();
    const bool closed = waiting.isClosed();
    stopper.join();
    QVERIFY(sent);
    QCOMPARE(sent->body, QByteArray("PUT echo [hello]"));
    QCOMPARE(sent->headers.value("Connection"), QByteArray("close"));
    QVERIFY(late);
    QCOMPARE(late->body, QByteArray("\"late\""));
    QVERIFY(closed);
    QCOMPARE(service.server().connections(), 0);
}

void HttpLimitsTest::stopsInTimeWhenAnEndpointNeverAnswers()
{
    HttpServerConfig config;
    config.drainTime = 300ms;
    TestService service(config);
    QVERIFY(service.start());
    RawClient client(service.port());
    client.send(getRequest("/later"));
    QTRY_COMPARE(service.waiting(), 1);
    service.server().stop(); // returns although the answer is owed for 30 s more
    QCOMPARE(service.server().connections(), 0);
    QVERIFY(client.isClosed());
}

void HttpLimitsTest::dropsAnswersThatComeAfterTheServer()
{
    HttpRouter router;
    std::vector<Respond> kept;
    std::atomic<bool> asked = false;
    router.add({ HttpMethod::Get, "/later", "later",
                 [&kept, &asked](const HttpRequest &, const Respond &respond) {
                     kept.push_back(respond);
                     asked = true;
                 },
                 0, false });
    {
        HttpServerConfig config;
        config.drainTime = 50ms;
        HttpServer server(router, config);
        QVERIFY(server.start());
        RawClient client(server.port());
        client.send(getRequest("/later"));
        QTRY_VERIFY(asked);
    }
    kept.front()(HttpResponse::json(200, "1")); // must not touch the server that is gone
    kept.clear();
}

void HttpLimitsTest::holdsTheLimitOfConnections()
{
    HttpServerConfig config;
    config.connections = 5;
    TestService service(config);
    QVERIFY(service.start());
    std::vector<RawClient> clients;
    for (int i = 0; i < 5; ++i) {
        clients.emplace_back(service.port());
        QVERIFY(clients.back().ask(getRequest("/echo")));
    }
    RawClient sixth(service.port());
    const std::optional<RawAnswer> refusal = sixth.receive();
    QVERIFY(refusal);
    QCOMPARE(refusal->status, 503);
    QCOMPARE(refusal->code(), QStringLiteral("server.full"));
    QVERIFY(sixth.isClosed());
    clients.pop_back();
    QTRY_COMPARE(service.server().connections(), 4);
    QVERIFY(isServed(service.port()));
}

void HttpLimitsTest::holdsTheLimitOfAnAddress()
{
    HttpServerConfig config;
    config.connectionsPerHolder = 3;
    TestService service(config);
    QVERIFY(service.start());
    std::vector<RawClient> clients;
    for (int i = 0; i < 3; ++i) {
        clients.emplace_back(service.port());
        QVERIFY(clients.back().ask(getRequest("/echo")));
    }
    RawClient fourth(service.port());
    const std::optional<RawAnswer> refusal = fourth.receive();
    QVERIFY(refusal);
    QCOMPARE(refusal->status, 429);
    clients.clear();
    QTRY_COMPARE(service.server().connections(), 0);
    QVERIFY(isServed(service.port()));
}

namespace {

QByteArray tokenOf(const HttpRequest &head)
{
    return head.headers.value("X-Who");
}

} // namespace

void HttpLimitsTest::holdsTheLimitOfAnIdentity()
{
    HttpServerConfig config;
    config.connectionsPerHolder = 3;
    config.lingerTime = 300ms;
    config.identify = tokenOf;
    TestService service(config);
    QVERIFY(service.start());
    // Known callers do not use up the share of their address.
    std::vector<RawClient> clients;
    for (const QByteArray who : { "salem", "salem", "salem", "noura", "noura", "noura", "", "" }) {
        clients.emplace_back(service.port());
        const std::optional<RawAnswer> answer =
            clients.back().ask(getRequest("/echo", "X-Who: " + who + "\r\n"));
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
    }
    RawClient another(service.port());
    const std::optional<RawAnswer> refusal = another.ask(getRequest("/echo", "X-Who: salem\r\n"));
    QVERIFY(refusal);
    QCOMPARE(refusal->status, 429);
    QVERIFY(another.isClosed());
    // Those inside go on, and may become somebody else.
    QVERIFY(clients[0].ask(getRequest("/echo", "X-Who: huda\r\n")));
    QTRY_COMPARE(service.server().connections(), 8); // the refused one has gone
    const std::optional<RawAnswer> third =
        RawClient(service.port()).ask(getRequest("/echo", "X-Who: salem\r\n"));
    QVERIFY(third);
    QCOMPARE(third->status, 200);
}

void HttpLimitsTest::countsAProxysConnectionOnlyDuringARequest()
{
    HttpServerConfig config;
    config.connectionsPerHolder = 2;
    config.trustedProxies = { "127.0.0.1" };
    config.identify = tokenOf;
    TestService service(config);
    QVERIFY(service.start());
    std::vector<RawClient> clients;
    for (int i = 0; i < 6; ++i) {
        clients.emplace_back(service.port());
        const std::optional<RawAnswer> answer = clients.back().ask(getRequest("/echo", "X-Who: salem\r\n"));
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
    }
    clients[0].send(getRequest("/later", "X-Who: salem\r\n"));
    clients[1].send(getRequest("/later", "X-Who: salem\r\n"));
    QTRY_COMPARE(service.waiting(), 2);
    const std::optional<RawAnswer> refusal = clients[2].ask(getRequest("/echo", "X-Who: salem\r\n"));
    QVERIFY(refusal);
    QCOMPARE(refusal->status, 429);
    const std::optional<RawAnswer> other = clients[3].ask(getRequest("/echo", "X-Who: noura\r\n"));
    QVERIFY(other);
    QCOMPARE(other->status, 200);
    service.release();
    QVERIFY(clients[0].receive());
    QVERIFY(clients[0].ask(getRequest("/echo", "X-Who: salem\r\n")));
}

void HttpLimitsTest::servesBesideManyIdleConnections()
{
    HttpServerConfig config;
    config.connectionsPerHolder = 2'000;
    TestService service(config);
    QVERIFY(service.start());
    std::vector<RawClient> idle;
    for (int i = 0; i < 500; ++i) {
        idle.emplace_back(service.port());
        QVERIFY(idle.back().isConnected());
        QVERIFY(idle.back().ask(getRequest("/echo")));
    }
    QCOMPARE(service.server().connections(), 500);
    RawClient client(service.port());
    for (int i = 0; i < 200; ++i) {
        const std::optional<RawAnswer> answer = client.ask(getRequest("/echo"));
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
    }
    // And each of the idle ones is still welcome.
    for (RawClient &one : idle)
        QVERIFY(one.ask(getRequest("/echo")));
}

QTEST_GUILESS_MAIN(HttpLimitsTest)
#include "tst_httplimits.moc"

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/central/rawclient.h"
#include "tests/central/testservice.h"

#include <QtTest/QtTest>

#include <zlib.h>
#include <zstd.h>

using namespace tawasul;

/// What a well-behaved client gets.
class HttpServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answersRequestAfterRequestOnOneConnection();
    void answersPipelinedRequestsInOrder();
    void closesWhenTheClientAsks_data();
    void closesWhenTheClientAsks();
    void keepsTheConnectionAfterARefusalWithAShortBody();
    void closesAfterARefusalWithALongBody();
    void invitesABodyOnlyWhenItMayBeSent();
    void answersHeadWithoutABody();
    void sendsRangesOfAFile_data();
    void sendsRangesOfAFile();
    void packsLargeJsonAsTheClientPrefers_data();
    void packsLargeJsonAsTheClientPrefers();
    void answersFromAnotherThread();
    void turnsFaultsOfEndpointsIntoProblems_data();
    void turnsFaultsOfEndpointsIntoProblems();
    void takesTheFirstOfTwoAnswers();
    void answersWithTheDefaultHeaders();
    void tellsTheObserver();
    void refusesToListenWithoutAGoodAddress_data();
    void refusesToListenWithoutAGoodAddress();
    void listensOnVersionSix();
    void believesOnlyATrustedProxy_data();
    void believesOnlyATrustedProxy();

private:
    std::unique_ptr<TestService> m_service;
};

void HttpServerTest::init()
{
    QLoggingCategory::setFilterRules(QStringLiteral("tawasul.central.http.info=false"));
    m_service = std::make_unique<TestService>();
    QVERIFY(m_service->start());
}

void HttpServerTest::answersRequestAfterRequestOnOneConnection()
{
    RawClient client(m_service->port());
    for (int i = 0; i < 50; ++i) {
        const QByteArray body = QByteArray::number(i).repeated(i * 100);
        const std::optional<RawAnswer> answer = client.ask(putRequest("/echo", body));
        QVERIFY(answer);
        QCOMPARE(answer->body, QByteArray("PUT echo [").append(body).append(']'));
    }
    QCOMPARE(m_service->server().connections(), 1);
}

void HttpServerTest::answersPipelinedRequestsInOrder()
{
    QByteArray all;
    for (int i = 0; i < 200; ++i)
        all += i % 3 ? getRequest("/echo/n" + QByteArray::number(i))
                     : putRequest("/echo", "n" + QByteArray::number(i));
    RawClient client(m_service->port());
    client.send(all);
    for (int i = 0; i < 200; ++i) {
        const std::optional<RawAnswer> answer = client.receive();
        QVERIFY(answer);
        const QByteArray n = QByteArray::number(i);
        const QByteArray get = "GET echo|n" + n + " []";
        const QByteArray put = "PUT echo [n" + n + "]";
        QCOMPARE(answer->body, i % 3 ? get : put);
    }
}

void HttpServerTest::closesWhenTheClientAsks_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<bool>("closed");
    QTest::newRow("1.1") << QByteArray("GET /echo HTTP/1.1\r\nHost: localhost\r\n\r\n") << false;
    QTest::newRow("1.1 close") << QByteArray(
        "GET /echo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                               << true;
    QTest::newRow("1.0") << QByteArray("GET /echo HTTP/1.0\r\nHost: localhost\r\n\r\n") << true;
    QTest::newRow("1.0 keep-alive") << QByteArray(
        "GET /echo HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n")
                                    << false;
}

void HttpServerTest::closesWhenTheClientAsks()
{
    QFETCH(QByteArray, request);
    QFETCH(bool, closed);
    RawClient client(m_service->port());
    const std::optional<RawAnswer> answer = client.ask(request);
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    if (closed)
        QVERIFY(client.isClosed());
    else
        QVERIFY(client.ask(request));
}

void HttpServerTest::keepsTheConnectionAfterARefusalWithAShortBody()
{
    RawClient client(m_service->port());
    const std::optional<RawAnswer> unknown = client.ask(putRequest("/unknown", "{}"));
    QVERIFY(unknown);
    QCOMPARE(unknown->status, 404);
    QCOMPARE(unknown->code(), QStringLiteral("route.unknown"));
    const std::optional<RawAnswer> anonymous =
        client.ask("PUT /private HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}");
    QVERIFY(anonymous);
    QCOMPARE(anonymous->status, 401);
    QCOMPARE(anonymous->headers.value("WWW-Authenticate"), QByteArray("Bearer"));
    const std::optional<RawAnswer> wrong = client.ask(putRequest("/page", "{}"));
    QVERIFY(wrong);
    QCOMPARE(wrong->status, 405);
    QCOMPARE(wrong->headers.value("Allow"), QByteArray("GET"));
    const std::optional<RawAnswer> good = client.ask(putRequest("/private", "{}"));
    QVERIFY(good);
    QCOMPARE(good->status, 200);
}

void HttpServerTest::closesAfterARefusalWithALongBody()
{
    RawClient client(m_service->port());
    client.send(putRequest("/unknown", QByteArray(900'000, 'x')));
    const std::optional<RawAnswer> answer = client.receive();
    QVERIFY(answer);
    QCOMPARE(answer->status, 404);
    QCOMPARE(answer->headers.value("Connection"), QByteArray("close"));
    QVERIFY(client.isClosed());
}

void HttpServerTest::invitesABodyOnlyWhenItMayBeSent()
{
    RawClient client(m_service->port());
    client.send("PUT /echo HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
    const std::optional<RawAnswer> invitation = client.receive();
    QVERIFY(invitation);
    QCOMPARE(invitation->status, 100);
    const std::optional<RawAnswer> answer = client.ask("hello");
    QVERIFY(answer);
    QCOMPARE(answer->body, QByteArray("PUT echo [hello]"));

    RawClient large(m_service->port());
    large.send(
        "PUT /echo HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 5000000\r\n\r\n");
    const std::optional<RawAnswer> refusal = large.receive();
    QVERIFY(refusal);
    QCOMPARE(refusal->status, 413);
    QVERIFY(large.isClosed());
}

void HttpServerTest::answersHeadWithoutABody()
{
    RawClient client(m_service->port());
    client.send("HEAD /file HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n");
    const std::optional<RawAnswer> answer = client.receive(true);
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->headers.value("Content-Length"), QByteArray::number(m_service->fileBytes().size()));
    QCOMPARE(answer->headers.value("ETag"), QByteArray("\"f\""));
    client.send("HEAD /page HTTP/1.1\r\nHost: localhost\r\n\r\n");
    const std::optional<RawAnswer> refused = client.receive(true);
    QVERIFY(refused);
    QCOMPARE(refused->status, 405);
    const std::optional<RawAnswer> next = client.ask(getRequest("/empty"));
    QVERIFY(next);
    QCOMPARE(next->status, 204);
    QVERIFY(!next->headers.has("Content-Length"));
    QVERIFY(client.ask(getRequest("/echo")));
}

void HttpServerTest::sendsRangesOfAFile_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("length");
    const int size = 300'007;
    QTest::newRow("whole") << QByteArray() << 200 << 0 << size;
    QTest::newRow("start") << QByteArray("Range: bytes=0-99\r\n") << 206 << 0 << 100;
    QTest::newRow("middle") << QByteArray("Range: bytes=65530-131080\r\n") << 206 << 65530 << 65551;
    QTest::newRow("open end") << QByteArray("Range: bytes=300000-\r\n") << 206 << 300000 << 7;
    QTest::newRow("end beyond the file")
        << QByteArray("Range: bytes=300000-999999999\r\n") << 206 << 300000 << 7;
    QTest::newRow("last bytes") << QByteArray("Range: bytes=-10\r\n") << 206 << size - 10 << 10;
    QTest::newRow("last bytes, too many") << QByteArray("Range: bytes=-999999999\r\n") << 206 << 0 << size;
    QTest::newRow("one byte") << QByteArray("Range: bytes=300006-300006\r\n") << 206 << 300006 << 1;
    QTest::newRow("outside") << QByteArray("Range: bytes=300007-\r\n") << 416 << 0 << 0;
    QTest::newRow("no last bytes") << QByteArray("Range: bytes=-0\r\n") << 416 << 0 << 0;
    QTest::newRow("backwards") << QByteArray("Range: bytes=9-5\r\n") << 200 << 0 << size;
    QTest::newRow("several") << QByteArray("Range: bytes=0-1,5-6\r\n") << 200 << 0 << size;
    QTest::newRow("other unit") << QByteArray("Range: pages=1-2\r\n") << 200 << 0 << size;
    QTest::newRow("nonsense") << QByteArray("Range: bytes=a-b\r\n") << 200 << 0 << size;
    QTest::newRow("signs") << QByteArray("Range: bytes=+1-5\r\n") << 200 << 0 << size;
    QTest::newRow("overflow") << QByteArray("Range: bytes=99999999999999999999-\r\n") << 200 << 0 << size;
    QTest::newRow("same version") << QByteArray("Range: bytes=1-2\r\nIf-Range: \"f\"\r\n") << 206 << 1 << 2;
    QTest::newRow("other version") << QByteArray("Range: bytes=1-2\r\nIf-Range: \"g\"\r\n") << 200 << 0
                                   << size;
    QTest::newRow("known already") << QByteArray("If-None-Match: \"x\", W/\"f\"\r\n") << 304 << 0 << 0;
}

void HttpServerTest::sendsRangesOfAFile()
{
    QFETCH(QByteArray, fields);
    QFETCH(int, status);
    QFETCH(int, from);
    QFETCH(int, length);
    RawClient client(m_service->port());
    const std::optional<RawAnswer> answer = client.ask(getRequest("/file", fields));
    QVERIFY(answer);
    QCOMPARE(answer->status, status);
    if (status == 200 || status == 206)
        QVERIFY(answer->body == m_service->fileBytes().mid(from, length));
    if (status == 206)
        QCOMPARE(answer->headers.value("Content-Range"),
                 QStringLiteral("bytes %1-%2/300007").arg(from).arg(from + length - 1).toLatin1());
    if (status == 416)
        QCOMPARE(answer->headers.value("Content-Range"), QByteArray("bytes */300007"));
    QVERIFY(client.ask(getRequest("/echo")));
}

void HttpServerTest::packsLargeJsonAsTheClientPrefers_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<QByteArray>("coding");
    const QByteArray page = "/page?size=50000";
    QTest::newRow("nothing asked") << page << QByteArray() << QByteArray();
    QTest::newRow("gzip") << page << QByteArray("gzip") << QByteArray("gzip");
    QTest::newRow("zstd") << page << QByteArray("zstd") << QByteArray("zstd");
    QTest::newRow("both") << page << QByteArray("gzip, zstd") << QByteArray("zstd");
    QTest::newRow("what Qt sends") << page << QByteArray("zstd, br, gzip, deflate") << QByteArray("zstd");
    QTest::newRow("gzip preferred") << page << QByteArray("zstd;q=0.5, gzip;q=0.8") << QByteArray("gzip");
    QTest::newRow("zstd refused") << page << QByteArray("zstd;q=0, gzip;q=0.1") << QByteArray("gzip");
    QTest::newRow("both refused") << page << QByteArray("zstd;q=0, gzip;q=0.000") << QByteArray();
    QTest::newRow("all refused") << page << QByteArray("*;q=0") << QByteArray();
    QTest::newRow("anything") << page << QByteArray("*") << QByteArray("zstd");
    QTest::newRow("anything but zstd") << page << QByteArray("*, zstd;q=0") << QByteArray("gzip");
    QTest::newRow("plain preferred") << page << QByteArray("identity, gzip;q=0.5") << QByteArray();
    QTest::newRow("unknown only") << page << QByteArray("br") << QByteArray();
    QTest::newRow("bad weight") << page << QByteArray("gzip;q=2") << QByteArray();
    QTest::newRow("odd weight") << page << QByteArray("gzip;q=yes") << QByteArray();
    QTest::newRow("capitals") << page << QByteArray("GZIP;Q=1.0") << QByteArray("gzip");
    QTest::newRow("nonsense") << page << QByteArray(";;;,,,=\"") << QByteArray();
    QTest::newRow("small") << QByteArray("/page?size=1024") << QByteArray("zstd") << QByteArray();
    QTest::newRow("just large enough")
        << QByteArray("/page?size=1025") << QByteArray("zstd") << QByteArray("zstd");
    QTest::newRow("an image") << QByteArray("/file") << QByteArray("zstd") << QByteArray();
}

namespace {

QByteArray unpacked(const QByteArray &bytes, const QByteArray &coding)
{
    QByteArray out(1'000'000, Qt::Uninitialized);
    if (coding == "zstd") {
        const std::size_t size = ZSTD_decompress(out.data(), static_cast<std::size_t>(out.size()),
                                                 bytes.constData(), static_cast<std::size_t>(bytes.size()));
        return ZSTD_isError(size) ? QByteArray() : out.left(static_cast<qsizetype>(size));
    }
    QByteArray in = bytes;
    z_stream stream{};
    stream.next_in = reinterpret_cast<Bytef *>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    inflateInit2(&stream, 15 + 16);
    const int result = inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    return result == Z_STREAM_END ? out.left(static_cast<qsizetype>(stream.total_out)) : QByteArray();
}

} // namespace

void HttpServerTest::packsLargeJsonAsTheClientPrefers()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, accept);
    QFETCH(QByteArray, coding);
    RawClient client(m_service->port());
    const std::optional<RawAnswer> plain = client.ask(getRequest(path));
    QVERIFY(plain);
    const std::optional<RawAnswer> answer =
        client.ask(getRequest(path, accept.isEmpty() ? accept : "Accept-Encoding: " + accept + "\r\n"));
    QVERIFY(answer);
    QCOMPARE(answer->headers.value("Content-Encoding"), coding);
    QVERIFY((coding.isEmpty() ? answer->body : unpacked(answer->body, coding)) == plain->body);
    const bool varies = path.startsWith("/page") && plain->body.size() > 1024;
    QCOMPARE(answer->headers.value("Vary"), varies ? QByteArray("Accept-Encoding") : QByteArray());
    if (path.startsWith("/page"))
        QCOMPARE(answer->headers.value("ETag"),
                 coding.isEmpty() ? QByteArray("\"7\"") : QByteArray("W/\"7\""));
}

void HttpServerTest::answersFromAnotherThread()
{
    std::vector<RawClient> clients;
    for (int i = 0; i < 40; ++i)
        clients.emplace_back(m_service->port());
    for (int i = 0; i < 40; ++i)
        clients[static_cast<std::size_t>(i)].send(getRequest("/thread?n=" + QByteArray::number(i)));
    for (int i = 0; i < 40; ++i) {
        const std::optional<RawAnswer> answer = clients[static_cast<std::size_t>(i)].receive();
        QVERIFY(answer);
        QCOMPARE(answer->body, "GET thread n=" + QByteArray::number(i) + " []");
    }
}

void HttpServerTest::turnsFaultsOfEndpointsIntoProblems_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("code");
    QTest::newRow("no answer") << QByteArray("/drop") << QStringLiteral("server.unanswered");
    QTest::newRow("an exception") << QByteArray("/throw") << QStringLiteral("server.fault");
    QTest::newRow("a line end in a header")
        << QByteArray("/inject") << QStringLiteral("server.answer_unusable");
    QTest::newRow("a file that is not there")
        << QByteArray("/missing") << QStringLiteral("server.answer_unusable");
}

void HttpServerTest::turnsFaultsOfEndpointsIntoProblems()
{
    QFETCH(QByteArray, path);
    QFETCH(QString, code);
    RawClient client(m_service->port());
    const std::optional<RawAnswer> answer = client.ask(getRequest(path));
    QVERIFY(answer);
    QCOMPARE(answer->status, 500);
    QCOMPARE(answer->code(), code);
    QCOMPARE(answer->headers.value("Content-Type"), QByteArray("application/problem+json"));
    QVERIFY(client.ask(getRequest("/echo")));
}

void HttpServerTest::takesTheFirstOfTwoAnswers()
{
    RawClient client(m_service->port());
    const std::optional<RawAnswer> answer = client.ask(getRequest("/twice"));
    QVERIFY(answer);
    QCOMPARE(answer->body, QByteArray("1"));
    const std::optional<RawAnswer> next = client.ask(getRequest("/echo"));
    QVERIFY(next);
    QCOMPARE(next->body, QByteArray("GET echo []"));
}

void HttpServerTest::answersWithTheDefaultHeaders()
{
    HttpServerConfig config;
    config.now = [] { return Instant{ std::chrono::milliseconds(784111777999) }; };
    TestService service(config);
    QVERIFY(service.start());
    RawClient client(service.port());
    const std::optional<RawAnswer> answer = client.ask(getRequest("/echo"));
    QVERIFY(answer);
    QCOMPARE(answer->headers.value("Cache-Control"), QByteArray("no-store"));
    QCOMPARE(answer->headers.value("X-Content-Type-Options"), QByteArray("nosniff"));
    QCOMPARE(answer->headers.value("Date"),
             QByteArray("Sun, 06 Nov 1994 08:49:37 GMT")); // the example of RFC 9110
    QVERIFY(!answer->headers.has("Server"));
}

void HttpServerTest::tellsTheObserver()
{
    std::mutex mutex;
    std::vector<HttpExchangeRecord> records;
    HttpServerConfig config;
    config.finished = [&mutex, &records](const HttpExchangeRecord &record) {
        const std::lock_guard lock(mutex);
        records.push_back(record);
    };
    TestService service(config);
    QVERIFY(service.start());
    RawClient client(service.port());
    QVERIFY(client.ask(getRequest("/echo/abc")));
    QVERIFY(client.ask(getRequest("/nowhere")));
    service.server().stop();
    QCOMPARE(records.size(), 2U);
    QCOMPARE(records[0].pathTemplate, QByteArray("/echo/{name}"));
    QCOMPARE(records[0].status, 200);
    QCOMPARE(records[0].bytes, qint64(15));
    QCOMPARE(records[1].pathTemplate, QByteArray("-"));
    QCOMPARE(records[1].status, 404);
}

void HttpServerTest::refusesToListenWithoutAGoodAddress_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("samePort");
    QTest::addColumn<QString>("code");
    QTest::newRow("a name") << QStringLiteral("localhost") << false
                            << QStringLiteral("server.address_invalid");
    QTest::newRow("nothing") << QString() << false << QStringLiteral("server.address_invalid");
    QTest::newRow("all, without names")
        << QStringLiteral("0.0.0.0") << false << QStringLiteral("server.hosts_missing");
    QTest::newRow("port in use") << QStringLiteral("127.0.0.1") << true
                                 << QStringLiteral("server.port_taken");
}

void HttpServerTest::refusesToListenWithoutAGoodAddress()
{
    QFETCH(QString, address);
    QFETCH(bool, samePort);
    QFETCH(QString, code);
    const HttpRouter router;
    HttpServerConfig config;
    config.address = address;
    config.port = samePort ? m_service->port() : quint16(0);
    HttpServer server(router, config);
    const Outcome outcome = server.start();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, code);
    server.stop();
}

void HttpServerTest::listensOnVersionSix()
{
    const HttpRouter router;
    HttpServerConfig config;
    config.address = QStringLiteral("::1");
    HttpServer server(router, config);
    if (!server.start())
        QSKIP("no IPv6 on this machine");
    QVERIFY(server.port() != 0);
}

void HttpServerTest::believesOnlyATrustedProxy_data()
{
    QTest::addColumn<bool>("trusted");
    QTest::addColumn<QByteArray>("forwarded");
    QTest::addColumn<QByteArray>("peer");
    QTest::newRow("stranger") << false << QByteArray("10.1.1.1") << QByteArray("127.0.0.1");
    QTest::newRow("proxy") << true << QByteArray("10.1.1.1") << QByteArray("10.1.1.1");
    QTest::newRow("last entry only") << true << QByteArray("6.6.6.6, 10.1.1.1") << QByteArray("10.1.1.1");
    QTest::newRow("nonsense") << true << QByteArray("somebody") << QByteArray("127.0.0.1");
    QTest::newRow("nothing") << true << QByteArray() << QByteArray("127.0.0.1");
}

void HttpServerTest::believesOnlyATrustedProxy()
{
    QFETCH(bool, trusted);
    QFETCH(QByteArray, forwarded);
    QFETCH(QByteArray, peer);
    QByteArray seen;
    HttpServerConfig config;
    if (trusted)
        config.trustedProxies = { "127.0.0.1" };
    config.identify = [&seen](const HttpRequest &head) {
        seen = head.peer;
        return QByteArray();
    };
    TestService service(config);
    QVERIFY(service.start());
    RawClient client(service.port());
    QVERIFY(client.ask(getRequest("/echo", "X-Forwarded-For: " + forwarded + "\r\n")));
    QCOMPARE(seen, peer);
}

QTEST_GUILESS_MAIN(HttpServerTest)
#include "tst_httpserver.moc"

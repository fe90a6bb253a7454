// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/central/rawclient.h"
#include "tests/central/testservice.h"

#include <QtTest/QtTest>

#include <random>

using namespace tawasul;

/// Requests that no two programs must read differently.
class MalformedHttpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isRefusedAndNeverServed_data();
    void isRefusedAndNeverServed();
    void isServedWhenMerelyUnusual_data();
    void isServedWhenMerelyUnusual();
    void doesNotMatterHowItIsCutIntoPackets_data();
    void doesNotMatterHowItIsCutIntoPackets();
    void survivesRandomDamage();
    void leavesNothingOfTheRequestInTheLog();

private:
    std::unique_ptr<TestService> m_service;
};

namespace {

/// A request line and fields, each line ended properly, then an empty line.
QByteArray head(std::initializer_list<QByteArray> lines)
{
    QByteArray text;
    for (const QByteArray &line : lines)
        text += line + "\r\n";
    text += "\r\n";
    return text;
}

const QByteArray kHost = "Host: localhost";

QByteArray chunked(const QByteArray &chunks)
{
    return head({ "PUT /echo HTTP/1.1", kHost, "Transfer-Encoding: chunked" }) + chunks;
}

} // namespace

void MalformedHttpTest::initTestCase()
{
    QLoggingCategory::setFilterRules(QStringLiteral("tawasul.central.http.info=false"));
    HttpServerConfig config;
    // Whoever waits for bytes that never come is closed soon, so that the table runs quickly.
    config.headerTime = std::chrono::milliseconds(400);
    config.bodyTime = std::chrono::milliseconds(400);
    config.lingerTime = std::chrono::milliseconds(200);
    m_service = std::make_unique<TestService>(config);
    QVERIFY(m_service->start());
}

void MalformedHttpTest::isRefusedAndNeverServed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status"); // 0: closed without an answer is right

    const auto row = [](const char *name, int status, const QByteArray &bytes) {
        QTest::newRow(name) << bytes << status;
    };
    // Where does it end?
    row("both lengths", 400,
        head({ "PUT /echo HTTP/1.1", kHost, "Content-Length: 5", "Transfer-Encoding: chunked" })
            + "0\r\n\r\n");
    row("both lengths, other order", 400,
        head({ "PUT /echo HTTP/1.1", kHost, "Transfer-Encoding: chunked", "Content-Length: 5" })
            + "0\r\n\r\n");
    row("two lengths", 400,
        head({ "PUT /echo HTTP/1.1", kHost, "Content-Length: 5", "Content-Length: 6" }) + "abcdef");
    row("two equal lengths", 400,
        head({ "PUT /echo HTTP/1.1", kHost, "Content-Length: 5", "Content-Length: 5" }) + "abcde");
    row("list of lengths", 400, head({ "PUT /echo HTTP/1.1", kHost, "Content-Length: 5, 5" }) + "abcde");
    row("length with sign", 400, head({ "PUT /echo HTTP/1.1", kHost, "Content-Length: +5" }) + "abcde");
    row("negative length", 400, head({ "PUT /echo HTTP/1.1", kHost, "Content-Length: -1" }));
    row("hexadecimal length", 400, head({ "PUT /echo HTTP/1.1", kHost, "Content-Length: 0x5" }) + "abcde");
    row("length overflowing 64 bits", 400,
        head({ "PUT /echo HTTP/1.1", kHost, "Content-Length: 99999999999999999999999" }));
    row("length of 2^63", 400, head({ "PUT /echo HTTP/1.1", kHost, "Content-Length: 9223372036854775808" }));
    row("empty length", 400, head({ "PUT /echo HTTP/1.1", kHost, "Content-Length:" }));
    row("fraction as length", 400, head({ "PUT /echo HTTP/1.1", kHost, "Content-Length: 5.0" }) + "abcde");
    row("unknown coding", 400, head({ "PUT /echo HTTP/1.1", kHost, "Transfer-Encoding: cow" }));
    row("chunked not last", 400,
        head({ "PUT /echo HTTP/1.1", kHost, "Transfer-Encoding: chunked, identity" }) + "0\r\n\r\n");
    row("gzip and chunked", 400,
        head({ "PUT /echo HTTP/1.1", kHost, "Transfer-Encoding: gzip, chunked" }) + "0\r\n\r\n");
    row("chunked twice", 400,
        head({ "PUT /echo HTTP/1.1", kHost, "Transfer-Encoding: chunked", "Transfer-Encoding: chunked" })
            + "0\r\n\r\n");
    row("chunked with parameter", 400,
        head({ "PUT /echo HTTP/1.1", kHost, "Transfer-Encoding: chunked;q=1" }) + "0\r\n\r\n");
    row("hidden coding (vertical tab)", 400,
        head({ "PUT /echo HTTP/1.1", kHost,
               "Transfer-Encoding: \x0b"
               "chunked" })
            + "0\r\n\r\n");
    row("chunked in HTTP/1.0", 400,
        head({ "PUT /echo HTTP/1.0", kHost, "Transfer-Encoding: chunked" }) + "0\r\n\r\n");
    // Line ends
    row("bare LF everywhere", 400, "GET /echo HTTP/1.1\nHost: localhost\n\n");
    row("bare LF after request line", 400, "GET /echo HTTP/1.1\nHost: localhost\r\n\r\n");
    row("bare LF between fields", 400, "GET /echo HTTP/1.1\r\nHost: localhost\nX: y\r\n\r\n");
    row("bare LF in the empty line", 400, "GET /echo HTTP/1.1\r\nHost: localhost\r\n\n");
    row("bare CR in a value", 400, "GET /echo HTTP/1.1\r\nHost: localhost\r\nX: a\rb\r\n\r\n");
    row("CR CR LF", 400, "GET /echo HTTP/1.1\r\r\nHost: localhost\r\n\r\n");
    row("empty line first", 400, "\r\n" + getRequest("/echo"));
    row("folded line", 400, "GET /echo HTTP/1.1\r\nHost: localhost\r\nX: a\r\n b\r\n\r\n");
    row("folded line with tab", 400, "GET /echo HTTP/1.1\r\nHost: localhost\r\nX: a\r\n\tb\r\n\r\n");
    row("fold before the first field", 400, "GET /echo HTTP/1.1\r\n Host: localhost\r\n\r\n");
    row("folded length", 400, "PUT /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length:\r\n 5\r\n\r\nabcde");
    // Fields
    row("space before colon", 400, "GET /echo HTTP/1.1\r\nHost : localhost\r\n\r\n");
    row("no colon", 400, head({ "GET /echo HTTP/1.1", kHost, "nonsense" }));
    row("empty field name", 400, head({ "GET /echo HTTP/1.1", kHost, ": x" }));
    row("bracket in field name", 400, head({ "GET /echo HTTP/1.1", kHost, "X(a): x" }));
    row("NUL in value", 400, head({ "GET /echo HTTP/1.1", kHost, QByteArray("X: a\0b", 6) }));
    row("NUL in name", 400, head({ "GET /echo HTTP/1.1", kHost, QByteArray("X\0: b", 5) }));
    row("control in value", 400, head({ "GET /echo HTTP/1.1", kHost, "X: \x01" }));
    row("DEL in value", 400, head({ "GET /echo HTTP/1.1", kHost, "X: \x7f" }));
    row("byte over 127 in name", 400, head({ "GET /echo HTTP/1.1", kHost, "X\xd8: a" }));
    row("two types", 400, head({ "GET /echo HTTP/1.1", kHost, "Content-Type: a/b", "Content-Type: c/d" }));
    row("two authorizations", 400,
        head({ "GET /echo HTTP/1.1", kHost, "Authorization: Bearer a", "Authorization: Bearer b" }));
    row("two If-Match", 400, head({ "GET /echo HTTP/1.1", kHost, "If-Match: \"1\"", "If-Match: \"2\"" }));
    // Host
    row("no Host", 400, head({ "GET /echo HTTP/1.1" }));
    row("no Host in HTTP/1.0", 400, head({ "GET /echo HTTP/1.0" }));
    row("empty Host", 400, head({ "GET /echo HTTP/1.1", "Host:" }));
    row("two Hosts", 400, head({ "GET /echo HTTP/1.1", kHost, kHost }));
    row("other Host", 421, head({ "GET /echo HTTP/1.1", "Host: evil.example" }));
    row("Host with user", 400, head({ "GET /echo HTTP/1.1", "Host: localhost:80@evil.example" }));
    row("Host with path", 421, head({ "GET /echo HTTP/1.1", "Host: localhost/x" }));
    row("Host list", 421, head({ "GET /echo HTTP/1.1", "Host: localhost, localhost" }));
    row("Host with bad port", 400, head({ "GET /echo HTTP/1.1", "Host: localhost:8o" }));
    row("a browser's page", 403, head({ "GET /echo HTTP/1.1", kHost, "Origin: https://evil.example" }));
    row("null origin", 403, head({ "GET /echo HTTP/1.1", kHost, "Origin: null" }));
    // Request line
    row("HTTP/0.9", 400, "GET /echo\r\n\r\n");
    row("HTTP/2 preface", 505, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    row("HTTP/1.2", 505, head({ "GET /echo HTTP/1.2", kHost }));
    row("HTTP/3.1", 505, head({ "GET /echo HTTP/3.1", kHost }));
    row("lower-case protocol", 505, head({ "GET /echo http/1.1", kHost }));
    row("version with letters", 505, head({ "GET /echo HTTP/1.1x", kHost }));
    row("two spaces", 400, head({ "GET  /echo HTTP/1.1", kHost }));
    row("space in target", 505, head({ "GET /echo x HTTP/1.1", kHost }));
    row("tab instead of space", 400, head({ "GET\t/echo\tHTTP/1.1", kHost }));
    row("space first", 400, " GET /echo HTTP/1.1\r\nHost: localhost\r\n\r\n");
    row("trailing space", 505, head({ "GET /echo HTTP/1.1 ", kHost }));
    row("unknown method", 501, head({ "BREW /echo HTTP/1.1", kHost }));
    row("lower-case method", 501, head({ "get /echo HTTP/1.1", kHost }));
    row("method with bracket", 400, head({ "GE(T /echo HTTP/1.1", kHost }));
    row("no method", 400, head({ " /echo HTTP/1.1", kHost }));
    row("CONNECT", 400, head({ "CONNECT localhost:80 HTTP/1.1", kHost }));
    row("TRACE", 405, head({ "TRACE /echo HTTP/1.1", kHost }));
    row("TLS hello", 400, QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11));
    row("socks", 400, QByteArray("\x04\x01\x00\x50\x7f\x00\x00\x01\x00", 9));
    // Targets
    row("absolute form", 400, head({ "GET http://localhost/echo HTTP/1.1", kHost }));
    row("asterisk form", 400, head({ "OPTIONS * HTTP/1.1", kHost }));
    row("fragment", 400, head({ "GET /echo#x HTTP/1.1", kHost }));
    row("backslash", 400, head({ "GET /echo\\x HTTP/1.1", kHost }));
    row("byte over 127", 400, head({ "GET /echo/\xd8\xa7 HTTP/1.1", kHost }));
    row("dot segments", 400, head({ "GET /echo/../echo HTTP/1.1", kHost }));
    row("encoded dot segments", 400, head({ "GET /echo/%2e%2E/echo HTTP/1.1", kHost }));
    row("single dot", 400, head({ "GET /echo/. HTTP/1.1", kHost }));
    row("encoded slash", 400, head({ "GET /echo/a%2Fb HTTP/1.1", kHost }));
    row("encoded backslash", 400, head({ "GET /echo/a%5cb HTTP/1.1", kHost }));
    row("encoded NUL", 400, head({ "GET /echo/a%00b HTTP/1.1", kHost }));
    row("encoded line end", 400, head({ "GET /echo/a%0d%0ab HTTP/1.1", kHost }));
    row("bad percent", 400, head({ "GET /echo/%zz HTTP/1.1", kHost }));
    row("cut percent", 400, head({ "GET /echo/% HTTP/1.1", kHost }));
    row("bad UTF-8", 400, head({ "GET /echo/%ff%fe HTTP/1.1", kHost }));
    row("overlong UTF-8", 400, head({ "GET /echo/%c0%af HTTP/1.1", kHost }));
    row("surrogate as UTF-8", 400, head({ "GET /echo/%ed%a0%80 HTTP/1.1", kHost }));
    row("two slashes", 400, head({ "GET //echo HTTP/1.1", kHost }));
    row("slash at the end", 400, head({ "GET /echo/ HTTP/1.1", kHost }));
    row("query twice", 400, head({ "GET /echo?a=1&a=2 HTTP/1.1", kHost }));
    row("query with bad percent", 400, head({ "GET /echo?a=%g1 HTTP/1.1", kHost }));
    row("query with NUL", 400, head({ "GET /echo?a=%00 HTTP/1.1", kHost }));
    // Bodies
    row("chunk size not hex", 400, chunked("x\r\nhello\r\n0\r\n\r\n"));
    row("chunk size with 0x", 400, chunked("0x5\r\nhello\r\n0\r\n\r\n"));
    row("chunk size negative", 400, chunked("-5\r\nhello\r\n0\r\n\r\n"));
    row("chunk size with space first", 400, chunked(" 5\r\nhello\r\n0\r\n\r\n"));
    row("chunk size overflow", 400, chunked("fffffffffffffffff\r\nhello\r\n0\r\n\r\n"));
    row("chunk size too large", 413, chunked("ffffffffffffffff\r\nhello\r\n0\r\n\r\n"));
    row("chunk with bare LF", 400, chunked("5\nhello\r\n0\r\n\r\n"));
    row("chunk too short for its text", 400, chunked("3\r\nhello\r\n0\r\n\r\n"));
    row("chunk without CRLF after it", 400, chunked("5\r\nhello0\r\n\r\n"));
    row("chunk extension", 400, chunked("5;a=b\r\nhello\r\n0\r\n\r\n"));
    row("chunk extension never unquoted", 408, chunked("5;a=\"\r\nhello\r\n0\r\n\r\n"));
    row("extension of the last chunk", 400, chunked("5\r\nhello\r\n0;x\r\n\r\n"));
    row("endless chunk size", 400, chunked(QByteArray(100'000, '0')));
    row("trailer", 400, chunked("5\r\nhello\r\n0\r\nX: y\r\n\r\n"));
    row("trailer that forbids", 400, chunked("5\r\nhello\r\n0\r\nContent-Length: 3\r\n\r\n"));
    row("folded trailer", 400, chunked("5\r\nhello\r\n0\r\nX: y\r\n z\r\n\r\n"));
    row("body where none belongs", 413, head({ "GET /echo HTTP/1.1", kHost, "Content-Length: 5" }) + "hello");
    row("chunked body where none belongs", 413,
        head({ "GET /echo HTTP/1.1", kHost, "Transfer-Encoding: chunked" }) + "1\r\na\r\n0\r\n\r\n");
    row("packed body", 415,
        head({ "PUT /echo HTTP/1.1", kHost, "Content-Encoding: gzip", "Content-Length: 1" }) + "x");
    row("unknown expectation", 417,
        head({ "PUT /echo HTTP/1.1", kHost, "Expect: tea", "Content-Length: 1" }) + "x");
    // Cut short
    row("nothing", 0, "");
    row("cut in the request line", 0, "GET /ec");
    row("cut in a field", 0, "GET /echo HTTP/1.1\r\nHost: loc");
    row("cut before the empty line", 0, "GET /echo HTTP/1.1\r\nHost: localhost\r\n");
    row("cut in the body", 0, head({ "PUT /echo HTTP/1.1", kHost, "Content-Length: 50" }) + "hello");
    row("cut in a chunk", 0, chunked("50\r\nhello"));
    row("cut before the last chunk", 0, chunked("5\r\nhello\r\n"));
    // Size
    row("one long field", 431, head({ "GET /echo HTTP/1.1", kHost, "X: " + QByteArray(20'000, 'a') }));
    row("many fields", 431,
        head({ "GET /echo HTTP/1.1", kHost, QByteArray("A: b\r\n").repeated(5'000) + "A: b" }));
    row("long target", 431, head({ "GET /" + QByteArray(20'000, 'a') + " HTTP/1.1", kHost }));
    row("a megabyte of fields", 431,
        head({ "GET /echo HTTP/1.1", kHost, "X: " + QByteArray(1'000'000, 'a') }));
}

void MalformedHttpTest::isRefusedAndNeverServed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    const int before = m_service->served();
    RawClient client(m_service->port());
    client.send(bytes);
    if (status == 0)
        client.finishSending();
    const std::optional<RawAnswer> answer = client.receive();
    QCOMPARE(answer ? answer->status : 0, status);
    if (answer) {
        QCOMPARE(answer->headers.value("Content-Type"), QByteArray("application/problem+json"));
        QVERIFY(!answer->code().isEmpty());
    }
    // What follows on the same connection must not be taken for a second request. Only a body that the method
    // does not allow for (TRACE) leaves the connection in a known state.
    if (status != 405) {
        client.send(getRequest("/echo"));
        QVERIFY(client.isClosed());
    }
    QCOMPARE(m_service->served(), before);
    RawClient another(m_service->port());
    const std::optional<RawAnswer> good = another.ask(getRequest("/echo"));
    QVERIFY(good);
    QCOMPARE(good->status, 200);
}

void MalformedHttpTest::isServedWhenMerelyUnusual_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("echo");
    QTest::newRow("field names in any case")
        << head({ "PUT /echo HTTP/1.1", "hOST: LOCALHOST", "content-LENGTH: 2" }) + "ab"
        << QByteArray("PUT echo [ab]");
    QTest::newRow("host with port") << head({ "GET /echo HTTP/1.1", "Host: localhost:1234" })
                                    << QByteArray("GET echo []");
    QTest::newRow("host by address") << head({ "GET /echo HTTP/1.1", "Host: 127.0.0.1" })
                                     << QByteArray("GET echo []");
    QTest::newRow("no space after colon")
        << head({ "GET /echo HTTP/1.1", "Host:localhost" }) << QByteArray("GET echo []");
    QTest::newRow("tabs around a value") << head({ "PUT /echo HTTP/1.1", kHost, "Content-Length:\t2\t" })
            + "ab" << QByteArray("PUT echo [ab]");
    QTest::newRow("Arabic segment") << head({ "GET /echo/%D8%B7%D9%84%D8%A8 HTTP/1.1", kHost })
                                    << QByteArray("GET echo|طلب []");
    QTest::newRow("query") << head({ "GET /echo?limit=5&cursor=a%2Fb+c HTTP/1.1", kHost })
                           << QByteArray("GET echo cursor=a/b+c limit=5 []");
    QTest::newRow("empty query") << head({ "GET /echo? HTTP/1.1", kHost }) << QByteArray("GET echo []");
    QTest::newRow("chunked") << chunked("5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n")
                             << QByteArray("PUT echo [hello world]");
    QTest::newRow("chunked, capitals") << head({ "PUT /echo HTTP/1.1", kHost, "Transfer-Encoding: CHUNKED" })
            + "A\r\n0123456789\r\n00\r\n\r\n"
                                       << QByteArray("PUT echo [0123456789]");
    QTest::newRow("chunked and empty") << chunked("0\r\n\r\n") << QByteArray("PUT echo []");
    QTest::newRow("chunked GET without chunks")
        << head({ "GET /echo HTTP/1.1", kHost, "Transfer-Encoding: chunked" }) + "0\r\n\r\n"
        << QByteArray("GET echo []");
    QTest::newRow("length nought") << head({ "GET /echo HTTP/1.1", kHost, "Content-Length: 0" })
                                   << QByteArray("GET echo []");
    QTest::newRow("HTTP/1.0") << head({ "GET /echo HTTP/1.0", kHost }) << QByteArray("GET echo []");
    QTest::newRow("upgrade is ignored")
        << head({ "GET /echo HTTP/1.1", kHost, "Connection: Upgrade", "Upgrade: h2c" })
        << QByteArray("GET echo []");
    QTest::newRow("head of 16 KiB") << head(
        { "GET /echo HTTP/1.1", kHost, "X: " + QByteArray(16 * 1024 - 44, 'a') })
                                    << QByteArray("GET echo []");
}

void MalformedHttpTest::isServedWhenMerelyUnusual()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, echo);
    RawClient client(m_service->port());
    const std::optional<RawAnswer> answer = client.ask(bytes);
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->body, echo);
}

void MalformedHttpTest::doesNotMatterHowItIsCutIntoPackets_data()
{
    isServedWhenMerelyUnusual_data();
}

void MalformedHttpTest::doesNotMatterHowItIsCutIntoPackets()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, echo);
    if (bytes.size() > 1000)
        return; // one byte at a time it would only be slow
    HttpServerConfig patient;
    TestService service(patient);
    QVERIFY(service.start());
    RawClient client(service.port());
    for (const char byte : bytes) {
        client.send(QByteArray(1, byte));
        QThread::usleep(200); // allow(sleep): lets most bytes arrive alone; right either way
    }
    const std::optional<RawAnswer> answer = client.receive();
    QVERIFY(answer);
    QCOMPARE(answer->body, echo);
}

void MalformedHttpTest::survivesRandomDamage()
{
    const QByteArrayList seeds{
        getRequest("/echo/a?b=c", "Accept-Encoding: zstd;q=0.5, gzip\r\n"),
        putRequest("/echo", "{\"a\":1}", "Content-Type: application/json\r\n"),
        chunked("5\r\nhello\r\n3\r\nabc\r\n0\r\n\r\n"),
        getRequest("/file", "Range: bytes=5-900\r\nIf-None-Match: \"x\"\r\n"),
    };
    std::mt19937 random(20240917);
    const auto below = [&random](qsizetype limit) {
        return static_cast<qsizetype>(random() % static_cast<unsigned long>(limit));
    };
    for (int round = 0; round < 600; ++round) {
        QByteArray bytes = seeds.at(below(seeds.size()));
        for (qsizetype change = 1 + below(4); change > 0 && !bytes.isEmpty(); --change) {
            const qsizetype at = below(bytes.size());
            switch (random() % 4) {
            case 0:
                bytes[at] = static_cast<char>(random() % 256);
                break;
            case 1:
                bytes.remove(at, 1 + below(8));
                break;
            case 2:
                bytes.insert(at, bytes.mid(below(bytes.size()), 1 + below(20)));
                break;
            default:
                bytes.insert(at, "\r\n");
            }
        }
        RawClient client(m_service->port());
        client.send(bytes);
        client.finishSending();
        const QByteArray answers = client.receiveAll();
        QVERIFY2(answers.isEmpty() || answers.startsWith("HTTP/1.1 ") || answers.startsWith("HTTP/1.0 "),
                 answers.left(200).constData());
        QVERIFY(!answers.contains("HTTP/1.1 500"));
    }
    RawClient client(m_service->port());
    const std::optional<RawAnswer> answer = client.ask(getRequest("/echo"));
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
}

namespace {

std::mutex logMutex;
QByteArray logText;

void collect(QtMsgType, const QMessageLogContext &, const QString &text)
{
    const std::lock_guard lock(logMutex);
    logText += text.toUtf8() + '\n';
}

} // namespace

void MalformedHttpTest::leavesNothingOfTheRequestInTheLog()
{
    logText.clear();
    QLoggingCategory::setFilterRules({});
    const QtMessageHandler previous = qInstallMessageHandler(collect);
    {
        TestService service;
        QVERIFY(service.start());
        for (const QByteArray &request :
             { getRequest("/echo/SECRET1?q=SECRET2", "X: SECRET3\r\n"), getRequest("/SECRET4"),
               putRequest("/echo", "SECRET5"), QByteArray("SECRET6 /SECRET7 HTTP/1.1\r\n\r\n"),
               getRequest("/echo/\x1b[2JSECRET8"), getRequest("/throw?SECRET9=1") }) {
            RawClient client(service.port());
            QVERIFY(client.ask(request));
        }
    }
    qInstallMessageHandler(previous);
    QVERIFY2(!logText.contains("SECRET"), logText.constData());
    QVERIFY2(logText.contains("GET /echo/{name} 200 "), logText.constData());
    QVERIFY2(logText.contains("GET - 404 "), logText.constData());
    QVERIFY2(logText.contains("- - 400 "), logText.constData());
}

QTEST_GUILESS_MAIN(MalformedHttpTest)
#include "tst_httpmalformed.moc"

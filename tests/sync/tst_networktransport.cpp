// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/deskversion.h"
#include "models/sync/networktransport.h"

#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QTest>

namespace tawasul {

using Failure = TransportReply::Failure;

namespace {

/// Takes every connection and answers each request with the next of its bytes; the last ones again and again.
class ScriptedServer
{
public:
    ScriptedServer()
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
        });
    }

    [[nodiscard]] QUrl address(const char *scheme = "http") const
    {
        QUrl url;
        url.setScheme(QLatin1String(scheme));
        url.setHost(QStringLiteral("127.0.0.1"));
        url.setPort(m_server.serverPort());
        return url;
    }
    void close() { m_server.close(); }

    std::vector<QByteArray> answers;
    bool closesAfterwards = false;
    QByteArrayList requests; ///< with their bodies

private:
    void read(QTcpSocket *socket)
    {
        m_pending += socket->readAll();
        const qsizetype head = m_pending.indexOf("\r\n\r\n");
        if (head < 0)
            return;
        const qsizetype at = m_pending.toLower().indexOf("content-length: ");
        const qsizetype length = at < 0 || at > head
            ? 0
            : m_pending.mid(at + 16, m_pending.indexOf("\r\n", at) - at - 16).toLongLong();
        if (m_pending.size() < head + 4 + length)
            return;
        requests += std::exchange(m_pending, QByteArray());
        if (answers.empty())
            return;
        socket->write(answers.front());
        if (answers.size() > 1)
            answers.erase(answers.begin());
        if (closesAfterwards)
            socket->disconnectFromHost();
    }

    QTcpServer m_server;
    QByteArray m_pending;
};

QByteArray response(int status, const QByteArray &body, const QByteArray &headers = {})
{
    return "HTTP/1.1 " + QByteArray::number(status)
        + " Any\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
}

TransportCall get(const char *path = "/health/live")
{
    TransportCall call;
    call.path = QLatin1String(path);
    call.timeout = std::chrono::milliseconds(400);
    return call;
}

/// What came back, and how often.
struct Heard
{
    TransportReply reply;
    int times = 0;
    Transport::Answer answer()
    {
        return [this](TransportReply came) {
            reply = std::move(came);
            ++times;
        };
    }
};

} // namespace

class TestNetworkTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRequestIsWhatTheCentreExpects()
    {
        ScriptedServer server;
        server.answers = {response(200, "{}")};
        QUrl base = server.address();
        base.setPath(QStringLiteral("/tawasul/"));
        NetworkTransport transport(base);
        TransportCall call = get("/cases/a%2Fb/acts/c");
        call.method = "PUT";
        call.query = QStringLiteral("x=1%26");
        call.headers = {{"If-Match", "\"3\""}, {"Content-Type", "application/json"}};
        call.body = "{\"type\":\"note\"}";
        Heard heard;
        transport.send(call, heard.answer());
        QCOMPARE(heard.times, 0); // never inside send()
        QTRY_COMPARE(heard.times, 1);
        QVERIFY(heard.reply.answered());
        const QByteArray &request = server.requests.front();
        QVERIFY2(request.startsWith("PUT /tawasul/api/v1/cases/a%2Fb/acts/c?x=1%26 HTTP/1.1\r\n"),
                 request.constData());
        QVERIFY(request.contains("\r\nIf-Match: \"3\"\r\n"));
        const QByteArray version = "\r\nTawasul-Desk: " + deskVersion().toLatin1() + "\r\n";
        QVERIFY(request.contains(version));
        QVERIFY(request.contains("\r\nUser-Agent: TawasulDesk/"));
        QVERIFY(request.endsWith("\r\n\r\n{\"type\":\"note\"}"));
    }

    void everyStatusIsAnAnswerWithItsBody_data()
    {
        QTest::addColumn<int>("status");
        for (const int status :
             {200, 201, 202, 301, 302, 307, 400, 401, 403, 404, 405, 406, 408, 409, 410, 412,
              413, 415, 416, 418, 422, 425, 428, 429, 431, 500, 501, 502, 503, 504, 507, 599})
            QTest::addRow("%d", status) << status;
    }
    void everyStatusIsAnAnswerWithItsBody()
    {
        QFETCH(const int, status);
        ScriptedServer server;
        server.answers = {response(status, R"({"code":"a.b"})",
                                   "Tawasul-Time: 2026-11-22T10:42:08.000Z\r\nWWW-Authenticate: Bearer\r\n"
                                   "Location: /elsewhere\r\n")};
        NetworkTransport transport(server.address());
        for (const char *method : {"GET", "PUT", "POST", "DELETE"}) {
            TransportCall call = get();
            call.method = method;
            call.headers = {{"Content-Type", "application/json"}};
            Heard heard;
            transport.send(call, heard.answer());
            QTRY_COMPARE(heard.times, 1);
            QVERIFY2(heard.reply.answered(), qPrintable(heard.reply.detail));
            QCOMPARE(heard.reply.status, status);
            QCOMPARE(heard.reply.body, QByteArray(R"({"code":"a.b"})"));
            QCOMPARE(heard.reply.header("tawasul-time"), QByteArray("2026-11-22T10:42:08.000Z"));
        }
        QCOMPARE(server.requests.size(), 4); // no redirection was followed, nothing was asked twice
    }

    void answersWithoutABodyAreAnswers()
    {
        for (const char *line : {"204 No Content", "304 Not Modified"}) {
            ScriptedServer server;
            server.answers = {QByteArray("HTTP/1.1 ") + line + "\r\nETag: \"v\"\r\n\r\n"};
            NetworkTransport transport(server.address());
            Heard heard;
            transport.send(get(), heard.answer());
            QTRY_COMPARE(heard.times, 1);
            QVERIFY(heard.reply.answered());
            QCOMPARE(heard.reply.header("ETag"), QByteArray("\"v\""));
        }
    }

    void noCookieIsKept()
    {
        ScriptedServer server;
        server.answers = {response(200, "{}", "Set-Cookie: a=b\r\n")};
        NetworkTransport transport(server.address());
        for (int i = 0; i < 2; ++i) {
            Heard heard;
            transport.send(get(), heard.answer());
            QTRY_COMPARE(heard.times, 1);
        }
        QVERIFY(!server.requests.back().contains("Cookie"));
    }

    void compressedBodiesComePlain()
    {
        ScriptedServer server;
        const QByteArray text = QByteArray("{\"a\":\"").append(QByteArray(50'000, 'x')) + "\"}";
        const QByteArray packed = qCompress(text).mid(4); // zlib, which HTTP calls deflate
        server.answers = {response(200, packed, "Content-Encoding: deflate\r\n")};
        NetworkTransport transport(server.address());
        Heard heard;
        transport.send(get(), heard.answer());
        QTRY_COMPARE(heard.times, 1);
        QCOMPARE(heard.reply.body, text);
        QVERIFY(server.requests.front().contains("Accept-Encoding: "));
    }

    void aCutAnswerIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half a head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
        QTest::newRow("half a body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":");
        QTest::newRow("half a refusal")
            << QByteArray("HTTP/1.1 409 No\r\nContent-Length: 100\r\n\r\n{\"a\":");
        QTest::newRow("half a chunk")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n{\"a\":");
        QTest::newRow("not HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n");
        QTest::newRow("broken compression") << response(200, "not gzip", "Content-Encoding: gzip\r\n");
    }
    void aCutAnswerIsNoAnswer()
    {
        QFETCH(const QByteArray, bytes);
        ScriptedServer server;
        server.answers = {bytes};
        server.closesAfterwards = true;
        NetworkTransport transport(server.address());
        Heard heard;
        transport.send(get(), heard.answer());
        QTRY_COMPARE(heard.times, 1);
        QCOMPARE(heard.reply.failure, Failure::Offline);
    }

    void aCentreThatIsNotThereIsOffline()
    {
        ScriptedServer server;
        const QUrl address = server.address();
        server.close();
        NetworkTransport transport(address);
        Heard heard;
        transport.send(get(), heard.answer());
        QTRY_COMPARE(heard.times, 1);
        QCOMPARE(heard.reply.failure, Failure::Offline);
    }

    void aSilentCentreIsOfflineAfterItsTime_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("from the start") << QByteArray();
        QTest::newRow("in the middle") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
    }
    void aSilentCentreIsOfflineAfterItsTime()
    {
        QFETCH(const QByteArray, bytes);
        ScriptedServer server;
        server.answers = {bytes};
        NetworkTransport transport(server.address());
        Heard heard;
        transport.send(get(), heard.answer());
        QTRY_COMPARE(heard.times, 1);
        QCOMPARE(heard.reply.failure, Failure::Offline);
    }

    void plainHttpGoesToLoopbackOnly_data()
    {
        QTest::addColumn<QString>("address");
        for (const char *address :
             {"http://192.0.2.1", "http://centre.invalid", "http://127.0.0.1.centre.invalid",
              "ftp://127.0.0.1", "file:///etc/passwd", "http://", "", "centre"})
            QTest::newRow(address) << QString::fromLatin1(address);
    }
    void plainHttpGoesToLoopbackOnly()
    {
        QFETCH(const QString, address);
        NetworkTransport transport{QUrl(address)};
        Heard heard;
        transport.send(get(), heard.answer());
        QCOMPARE(heard.times, 0);
        QTRY_COMPARE(heard.times, 1);
        QCOMPARE(heard.reply.failure, Failure::Refused);
    }

    void aBrokenHandshakeIsNeverOverlooked()
    {
        ScriptedServer server;
        server.answers = {response(200, "{}")};
        NetworkTransport transport(server.address("https"));
        Heard heard;
        TransportCall call = get();
        call.headers = {{"Authorization", "Bearer secret"}};
        transport.send(call, heard.answer());
        QTRY_COMPARE(heard.times, 1);
        QVERIFY(heard.reply.failure == Failure::Refused || heard.reply.failure == Failure::Offline);
        for (const QByteArray &request : server.requests)
            QVERIFY(!request.contains("secret"));
    }

    void tooManyBytesAreCutOff()
    {
        ScriptedServer server;
        server.answers = {response(200, QByteArray(500'000, 'x'))};
        NetworkTransport transport(server.address());
        TransportCall call = get();
        call.mostBytes = 100'000;
        Heard heard;
        transport.send(call, heard.answer());
        QTRY_COMPARE(heard.times, 1);
        QCOMPARE(heard.reply.failure, Failure::TooLarge);
    }

    void aBombIsCutOffAsItUnfolds_data()
    {
        QTest::addColumn<bool>("streams");
        QTest::newRow("kept") << false;
        QTest::newRow("piece by piece") << true;
    }
    void aBombIsCutOffAsItUnfolds()
    {
        QFETCH(const bool, streams);
        ScriptedServer server;
        server.answers = {
            response(200, qCompress(QByteArray(8'000'000, 'x')).mid(4), "Content-Encoding: deflate\r\n")};
        NetworkTransport transport(server.address());
        TransportCall call = get();
        call.mostBytes = 1'000'000;
        qint64 pieces = 0;
        if (streams) {
            call.onPiece = [&](const QByteArray &piece) {
                pieces += piece.size();
                return true;
            };
        }
        Heard heard;
        transport.send(call, heard.answer());
        QTRY_COMPARE(heard.times, 1);
        QCOMPARE(heard.reply.failure, Failure::TooLarge);
        // Not even for a moment is more of it here.
        QVERIFY(pieces + heard.reply.body.size() <= call.mostBytes);
    }

    void whatUnfoldsBeyondMeasureIsNoAnswer()
    {
        ScriptedServer server;
        server.answers = {
            response(200, qCompress(QByteArray(50'000'000, 'x')).mid(4), "Content-Encoding: deflate\r\n")};
        NetworkTransport transport(server.address());
        Heard heard;
        transport.send(get(), heard.answer()); // may be 64 MiB, but not of 50 KB
        QTRY_COMPARE(heard.times, 1);
        QVERIFY(!heard.reply.answered());
    }

    void piecesArriveAfterTheirHead()
    {
        ScriptedServer server;
        server.answers = {
            response(206, QByteArray(300'000, 'x'), "Content-Range: bytes 5-300004/300005\r\n")};
        NetworkTransport transport(server.address());
        TransportCall call = get();
        QByteArray pieces;
        int heads = 0;
        call.onHead = [&](const TransportReply &head) {
            ++heads;
            return pieces.isEmpty() && head.status == 206
                && head.header("Content-Range").startsWith("bytes 5-");
        };
        call.onPiece = [&](const QByteArray &piece) {
            pieces += piece;
            return true;
        };
        Heard heard;
        transport.send(call, heard.answer());
        QTRY_COMPARE(heard.times, 1);
        QVERIFY(heard.reply.answered());
        QCOMPARE(heads, 1);
        QCOMPARE(pieces.size(), 300'000);
        QVERIFY(heard.reply.body.isEmpty());
    }

    void aProblemIsNoPiece()
    {
        ScriptedServer server;
        server.answers = {response(404, R"({"code":"attachment.missing"})")};
        NetworkTransport transport(server.address());
        TransportCall call = get();
        bool isTouched = false;
        call.onHead = [&](const TransportReply &) { return isTouched = true; };
        call.onPiece = [&](const QByteArray &) { return isTouched = true; };
        Heard heard;
        transport.send(call, heard.answer());
        QTRY_COMPARE(heard.times, 1);
        QCOMPARE(heard.reply.status, 404);
        QCOMPARE(heard.reply.body, QByteArray(R"({"code":"attachment.missing"})"));
        QVERIFY(!isTouched);
    }

    void theReceiverMayStop()
    {
        ScriptedServer server;
        server.answers = {response(200, QByteArray(300'000, 'x'))};
        NetworkTransport transport(server.address());
        TransportCall call = get();
        int pieces = 0;
        call.onPiece = [&](const QByteArray &) { return ++pieces < 1; };
        Heard heard;
        transport.send(call, heard.answer());
        QTRY_COMPARE(heard.times, 1);
        QCOMPARE(heard.reply.failure, Failure::Stopped);
        QCOMPARE(pieces, 1);
    }

    void aStoppedCallIsAnsweredOnceAndLater()
    {
        ScriptedServer server;
        server.answers = {response(200, "{}")};
        NetworkTransport transport(server.address());
        Heard heard;
        const auto id = transport.send(get(), heard.answer());
        transport.stop(id);
        transport.stop(id);
        QCOMPARE(heard.times, 0);
        QTRY_COMPARE(heard.times, 1);
        QCOMPARE(heard.reply.failure, Failure::Stopped);
        transport.stop(id);
        QTest::qWait(50);
        QCOMPARE(heard.times, 1);
    }

    void openCallsAreAnsweredWhenItGoes()
    {
        ScriptedServer server;
        Heard heard;
        {
            NetworkTransport transport(server.address());
            transport.send(get(), heard.answer());
            QTRY_COMPARE(server.requests.size(), 1);
        }
        QCOMPARE(heard.times, 1);
        QCOMPARE(heard.reply.failure, Failure::Stopped);
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestNetworkTransport)
#include "tst_networktransport.moc"

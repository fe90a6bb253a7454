// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/central/testservice.h"

#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <QtTest/QtTest>

using namespace tawasul;

/// The client that the desk uses (with its habits: h2c upgrade, packed bodies, reuse of connections) against
/// the server.
class HttpQtClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void understandsTheServer_data();
    void understandsTheServer();
    void readsTheAnswerToARefusedUpload_data();
    void readsTheAnswerToARefusedUpload();

private:
    QNetworkRequest request(const QString &path) const;

    TestService m_service;
    QNetworkAccessManager m_network;
};

namespace {

bool finish(QNetworkReply *reply)
{
    QSignalSpy finished(reply, &QNetworkReply::finished);
    return reply->isFinished() || finished.wait(20'000);
}

int statusOf(QNetworkReply *reply)
{
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

} // namespace

void HttpQtClientTest::initTestCase()
{
    QLoggingCategory::setFilterRules(QStringLiteral("tawasul.central.http.info=false"));
    QVERIFY(m_service.start());
}

QNetworkRequest HttpQtClientTest::request(const QString &path) const
{
    QUrl url(QStringLiteral("http://127.0.0.1"));
    url.setPort(m_service.port());
    return QNetworkRequest(url.resolved(QUrl(path)));
}

void HttpQtClientTest::understandsTheServer_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<qint64>("length");
    QTest::newRow("get") << QByteArray("GET") << QStringLiteral("/echo") << QByteArray() << 200 << qint64(11);
    QTest::newRow("packed page") << QByteArray("GET") << QStringLiteral("/page?size=400000") << QByteArray()
                                 << 200 << qint64(400'000);
    QTest::newRow("Arabic") << QByteArray("GET") << QStringLiteral("/echo/طلب?a=ب") << QByteArray() << 200
                            << qint64(23);
    QTest::newRow("put") << QByteArray("PUT") << QStringLiteral("/echo") << QByteArray("{}") << 200
                         << qint64(13);
    QTest::newRow("put 1 MB") << QByteArray("PUT") << QStringLiteral("/echo") << QByteArray(1'000'000, 'x')
                              << 200 << qint64(1'000'011);
    QTest::newRow("file") << QByteArray("GET") << QStringLiteral("/file") << QByteArray() << 200
                          << qint64(300'007);
    QTest::newRow("head") << QByteArray("HEAD") << QStringLiteral("/file") << QByteArray() << 200
                          << qint64(0);
    QTest::newRow("nothing") << QByteArray("GET") << QStringLiteral("/empty") << QByteArray() << 204
                             << qint64(0);
    QTest::newRow("get again") << QByteArray("GET") << QStringLiteral("/echo") << QByteArray() << 200
                               << qint64(11);
}

void HttpQtClientTest::understandsTheServer()
{
    QFETCH(QByteArray, verb);
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(qint64, length);
    // As a custom verb, Qt would wait for the body that a HEAD announces.
    const std::unique_ptr<QNetworkReply> reply(verb == "HEAD"
                                                   ? m_network.head(request(path))
                                                   : m_network.sendCustomRequest(request(path), verb, body));
    QVERIFY(finish(reply.get()));
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QCOMPARE(statusOf(reply.get()), status);
    QCOMPARE(reply->readAll().size(), length);
}

void HttpQtClientTest::readsTheAnswerToARefusedUpload_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("status");
    QTest::newRow("no such path") << QStringLiteral("/unknown") << 900'000 << 404;
    QTest::newRow("too large") << QStringLiteral("/echo") << 3'000'000 << 413;
    QTest::newRow("short, no such path") << QStringLiteral("/unknown") << 100 << 404;
}

void HttpQtClientTest::readsTheAnswerToARefusedUpload()
{
    QFETCH(QString, path);
    QFETCH(int, size);
    QFETCH(int, status);
    for (int round = 0; round < 10; ++round) {
        const std::unique_ptr<QNetworkReply> reply(m_network.put(request(path), QByteArray(size, 'x')));
        QVERIFY(finish(reply.get()));
        QCOMPARE(statusOf(reply.get()), status);
        QVERIFY(reply->readAll().contains("\"code\""));
    }
}

QTEST_GUILESS_MAIN(HttpQtClientTest)
#include "tst_httpqtclient.moc"

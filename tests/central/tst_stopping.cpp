// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// tawasul-central is told to stop in the middle of everything: what is in flight arrives, nobody new comes
// in.
#include "app/central/service/centreservice.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/messages.h"
#include "tests/central/rawclient.h"
#include "tests/central/testcentre.h"
#include "tests/central/testdoor.h"

#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <arpa/inet.h>
#include <csignal>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace tawasul;

namespace {

constexpr int kPatience = 30'000; // ms

/// A client that takes what comes a little at a time.
class SlowClient
{
public:
    explicit SlowClient(quint16 port)
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        const int little = 8 * 1024; // so that the rest stays with the centre
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &little, sizeof little);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_isConnected = ::connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    }
    ~SlowClient() { ::close(m_socket); }
    Q_DISABLE_COPY_MOVE(SlowClient)

    [[nodiscard]] bool isConnected() const { return m_isConnected; }
    void send(const QByteArray &bytes)
    {
        if (::send(m_socket, bytes.constData(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL)
            != bytes.size())
            qFatal("not sent");
    }
    /// Until that has come; false when the other side closes before, or says nothing for long.
    bool receives(const QByteArray &text)
    {
        while (!m_received.contains(text)) {
            if (!read())
                return false;
        }
        return true;
    }
    /// All there is until the other side closes.
    const QByteArray &receivesAll()
    {
        while (read()) {}
        return m_received;
    }

private:
    bool read()
    {
        pollfd readable{m_socket, POLLIN, 0};
        if (::poll(&readable, 1, kPatience) <= 0)
            return false;
        std::array<char, 64 * 1024> piece;
        const ssize_t count = ::recv(m_socket, piece.data(), piece.size(), 0);
        if (count > 0)
            m_received.append(piece.data(), static_cast<qsizetype>(count));
        return count > 0;
    }

    int m_socket;
    bool m_isConnected = false;
    QByteArray m_received;
};

} // namespace

class StoppingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsInFlightArrivesAndNobodyNewComesIn_data();
    void whatIsInFlightArrivesAndNobodyNewComesIn();

private:
    static quint16 serve(QProcess &centre, const QString &folder);
};

quint16 StoppingTest::serve(QProcess &centre, const QString &folder)
{
    centre.start(QStringLiteral(TAWASUL_CENTRAL_PROGRAM),
                 {QStringLiteral("serve"), QStringLiteral("--data"), folder, QStringLiteral("--listen"),
                  QStringLiteral("127.0.0.1:0")});
    if (!centre.waitForStarted())
        return 0;
    while (!centre.canReadLine()) {
        if (!centre.waitForReadyRead(kPatience))
            return 0;
    }
    static const QRegularExpression kPort(QStringLiteral(":(\\d+)\n$"));
    return static_cast<quint16>(kPort.match(QString::fromLatin1(centre.readLine())).captured(1).toUInt());
}

void StoppingTest::whatIsInFlightArrivesAndNobodyNewComesIn_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void StoppingTest::whatIsInFlightArrivesAndNobodyNewComesIn()
{
    QFETCH(int, signal);
    TestCentre sample(true);
    const QByteArray file(24 * 1024 * 1024, 'x'); // more than the system takes off the centre's hands
    const QString hash = must(AttachmentStore(CentreService::attachmentFolder(sample.folder())).store(file));
    Case theCase = sampleCase(CaseStatus::New);
    theCase.attachments.front().sha256 = hash;
    take(*sample.open(), theCase);
    QProcess centre;
    const quint16 port = serve(centre, sample.folder());
    QVERIFY(port > 0);

    RawClient door(port);
    const QByteArray form = wire::toBytes(wire::toJson(
        wire::SignIn{sampleOfficer().id.text(), TestCentre::password(), QStringLiteral("test")}));
    const auto granted = door.ask("POST /api/v1/session HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: "
                                  "application/json\r\nContent-Length: "
                                  + QByteArray::number(form.size()) + "\r\n\r\n" + form);
    QVERIFY(granted);
    QCOMPARE(granted->status, 201);
    const auto grant =
        must(wire::sessionGrantFromJson(must(wire::parseObject(granted->body, QStringLiteral("session")))));
    const QByteArray head =
        " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + grant.accessToken.toLatin1() + "\r\n";

    SlowClient listener(port);
    listener.send("GET /api/v1/events" + head + "\r\n");
    QVERIFY(listener.receives(": \n\n"));
    SlowClient download(port);
    download.send("GET /api/v1/attachments/" + hash.toLatin1() + head + "\r\n");
    QVERIFY(download.receives("\r\n\r\nx"));
    Act act = sampleAct(ActType::Note, sampleOfficer());
    act.id = sample.newActId();
    const ActRequest request = requestFor(act);
    SlowClient upload(port);
    upload.send("PUT " + pathOf(request).toLatin1() + head
                + "Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: "
                + QByteArray::number(request.body.size()) + "\r\n\r\n");
    QVERIFY(upload.receives("100 Continue\r\n\r\n")); // the centre waits for the body from now on

    QCOMPARE(::kill(static_cast<pid_t>(centre.processId()), signal), 0);
    QTRY_VERIFY_WITH_TIMEOUT(!SlowClient(port).isConnected(), kPatience);
    QCOMPARE(centre.state(), QProcess::Running); // it owes answers
    QVERIFY(listener.receivesAll().endsWith("\r\n0\r\n\r\n"));
    upload.send(request.body);
    QVERIFY(upload.receivesAll().contains("HTTP/1.1 201 "));
    const QByteArray &whole = download.receivesAll();
    QCOMPARE(whole.size() - whole.indexOf("\r\n\r\n") - 4, file.size());
    QVERIFY(centre.waitForFinished(kPatience));
    QCOMPARE(centre.exitStatus(), QProcess::NormalExit);
    QCOMPARE(centre.exitCode(), 0);
    QVERIFY(!centre.readAllStandardError().contains("unfinished"));
    const Case after = caseIn(*sample.open(CentreAccess::Read), theCase.id);
    QCOMPARE(after.history.back().act, act.id);
}

QTEST_GUILESS_MAIN(StoppingTest)
#include "tst_stopping.moc"

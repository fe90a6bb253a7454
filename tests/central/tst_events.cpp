// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// GET /events over a real socket: who hears what, how long, and what listeners cost.
#include "app/central/service/centreservice.h"
#include "models/protocol/jsonreader.h"
#include "models/sql/rows.h"
#include "tests/central/rawclient.h"
#include "tests/central/testcentre.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QFile>
#include <QtCore/QLoggingCategory>
#include <QtTest/QTest>

#include <arpa/inet.h>
#include <future>
#include <poll.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace tawasul;

namespace {

constexpr int kPatience = 30'000; // ms

/// One who listens, at the level of bytes.
class Listener
{
public:
    Listener(quint16 port, const QByteArray &token)
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
            qFatal("not connected");
        const QByteArray request =
            "GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        if (::send(m_socket, request.constData(), static_cast<std::size_t>(request.size()), MSG_NOSIGNAL) < 0)
            qFatal("not sent");
    }
    ~Listener() { leave(); }
    Q_DISABLE_COPY_MOVE(Listener)

    void leave()
    {
        if (m_socket >= 0)
            ::close(std::exchange(m_socket, -1));
    }
    /// Reads what comes until it contains that, as often as said.
    bool hears(const QByteArray &text, int times = 1)
    {
        while (m_heard.count(text) < times) {
            if (!read(kPatience))
                return false;
        }
        return true;
    }
    /// Everything that is here by now.
    const QByteArray &heard()
    {
        while (read(0)) {}
        return m_heard;
    }
    [[nodiscard]] bool isEnded()
    {
        while (read(kPatience)) {}
        return m_isEnded;
    }

private:
    bool read(int timeout)
    {
        pollfd readable{m_socket, POLLIN, 0};
        if (m_isEnded || ::poll(&readable, 1, timeout) <= 0)
            return false;
        std::array<char, 4096> piece;
        const ssize_t count = ::recv(m_socket, piece.data(), piece.size(), 0);
        m_isEnded = count <= 0;
        if (!m_isEnded)
            m_heard.append(piece.data(), static_cast<qsizetype>(count));
        return !m_isEnded;
    }

    int m_socket;
    QByteArray m_heard;
    bool m_isEnded = false;
};

const QByteArray kStands = ": \n\n"; // the first sign of life
const QByteArray kHint = "data: changes\n\n";
const QByteArray kLast = "\r\n0\r\n\r\n";

qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
}

} // namespace

class EventsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("tawasul.central.http.info=false"));
    }
    void init()
    {
        m_centre = std::make_unique<TestCentre>();
        for (int n = 1; n <= 2; ++n) {
            Case theCase = numberedCase(n);
            theCase.status = CaseStatus::New;
            theCase.assignee = nameOf(n == 1 ? sampleOfficer() : otherOfficer());
            take(*m_centre->open(), theCase);
        }
        m_config = {};
    }
    void cleanup()
    {
        stop();
        m_centre.reset();
    }

    void whomAChangeConcernsHearsOfItAndNobodyElse();
    void nobodyWaitsForWhatALookReads();
    void itEndsWithTheSession_data();
    void itEndsWithTheSession();
    void eachMayHaveAFew();
    void aClientThatKnowsNoChunksIsRefused();
    void listenersTakeNobodysPlace();
    void signsOfLifeCome();
    void whoLeavesIsForgotten();
    void stoppingEndsTheStreams();
    void thousandsOfIdleOnesAreCheap();

private:
    void start()
    {
        m_service =
            std::make_unique<CentreService>(m_centre->folder(), m_centre->clock(), m_centre->random());
        must(m_service->start());
        m_router = std::make_unique<HttpRouter>();
        addRoutes(*m_router, *m_service);
        m_config.identify = [this](const HttpRequest &head) {
            return m_service->knownTokens().personOf(head.bearerToken());
        };
        m_server = std::make_unique<HttpServer>(*m_router, m_config);
        must(m_server->start());
    }
    void stop()
    {
        if (m_server)
            m_server->stop();
        if (m_service)
            m_service->stop();
        m_server.reset();
        m_service.reset();
    }
    template<class Work>
    auto inWriter(Work work)
    {
        std::promise<std::invoke_result_t<Work, RegisterConnection &>> promise;
        const bool posted = m_service->writer().post(
            [&](RegisterConnection &connection) { promise.set_value(work(connection)); });
        if (!posted)
            qFatal("the writer is busy");
        return promise.get_future().get();
    }
    IssuedTokens signIn(const Actor &person)
    {
        return inWriter([&person](RegisterConnection &connection) {
            const auto account = must(connection.accounts().byId(person.id));
            return must(connection.sessions().open(account.value(), QStringLiteral("test")));
        });
    }
    std::unique_ptr<Listener> listener(const Actor &person)
    {
        return std::make_unique<Listener>(m_server->port(), signIn(person).access.toLatin1());
    }
    void note(int caseNumber)
    {
        Act act = sampleAct(ActType::Note, sampleSupervisor());
        act.id = m_centre->newActId();
        act.caseId = numberedCase(caseNumber).id;
        inWriter([&act](RegisterConnection &connection) {
            return stored(connection.cases().applyAct(sampleSupervisor(), requestFor(act))).isNew;
        });
    }
    /// What the centre does each second, and done.
    void look()
    {
        m_service->lookForListeners();
        for (int reader = 0; reader < 2; ++reader) {
            std::promise<void> done;
            if (!m_service->readers().post([&done](RegisterConnection &) { done.set_value(); }))
                qFatal("the readers are busy");
            done.get_future().wait();
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_service->isLooking(), false, kPatience);
    }

    HttpServerConfig m_config;
    std::unique_ptr<TestCentre> m_centre;
    std::unique_ptr<CentreService> m_service;
    std::unique_ptr<HttpRouter> m_router;
    std::unique_ptr<HttpServer> m_server;
};

void EventsTest::whomAChangeConcernsHearsOfItAndNobodyElse()
{
    start();
    const auto officer = listener(sampleOfficer());
    const auto colleague = listener(otherOfficer());
    const auto supervisor = listener(sampleSupervisor());
    const auto auditor = listener(actorWith(Role::Auditor));
    for (Listener *one : {officer.get(), colleague.get(), supervisor.get(), auditor.get()}) {
        QVERIFY(one->hears(kStands));
        QVERIFY(one->heard().startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(one->heard().contains("\r\nContent-Type: text/event-stream\r\n"));
        QVERIFY(one->heard().contains("\r\nTawasul-Epoch: "));
        QVERIFY(one->heard().contains("\r\nCache-Control: no-store\r\n"));
    }
    look();
    QCOMPARE(officer->heard().count(kHint), 0); // what was there before is no news
    note(1);
    look();
    QVERIFY(officer->hears(kHint));
    note(2);
    note(2);
    look();
    QVERIFY(colleague->hears(kHint));
    look();
    QCOMPARE(officer->heard().count(kHint), 1);
    QCOMPARE(colleague->heard().count(kHint), 1);
    QVERIFY(supervisor->hears(kHint)); // the work of their section
    QCOMPARE(auditor->heard().count(kHint), 0);
    // Nothing but the word: no case, no scope, no number.
    for (Listener *one : {officer.get(), colleague.get()}) {
        QByteArray body = one->heard().mid(one->heard().indexOf("\r\n\r\n") + 4);
        for (const QByteArray &said : {kStands, kHint})
            body.replace(QByteArray(QByteArray::number(said.size(), 16) + "\r\n" + said + "\r\n"),
                         QByteArray());
        QCOMPARE(body, QByteArray());
    }
}

// A slow disk under a look is nobody else's.
void EventsTest::nobodyWaitsForWhatALookReads()
{
    const auto connection = m_centre->open();
    const IssuedTokens tokens = must(connection->sessions().open(
        must(connection->accounts().byId(sampleOfficer().id)).value(), QStringLiteral("test")));
    EventHub hub(m_centre->clock());
    const auto stream = hub.listen(sampleOfficer(), tokens.access, 0);
    m_centre->clock().advance(std::chrono::minutes(1));

    std::atomic<int> visits = 0;
    std::atomic<bool> isOver = false;
    std::thread visitor([&] {
        while (!isOver) {
            hub.sessionEnded(QStringLiteral("of somebody else"));
            ++visits;
        }
    });
    struct Probe
    {
        std::atomic<int> &visits;
        int asked = 0;
        int waited = 0;
    } probe{visits};
    // At every step of every statement somebody else gets through.
    sqlite3_progress_handler(
        connection->database().handle(), 1,
        [](void *user) {
            auto &here = *static_cast<Probe *>(user);
            const int before = here.visits;
            const QDeadlineTimer patience(1'000);
            while (here.visits < before + 2 && !patience.hasExpired() && here.waited == 0)
                std::this_thread::yield();
            ++here.asked;
            here.waited += here.visits < before + 2 ? 1 : 0;
            return 0;
        },
        &probe);
    hub.look(*connection);
    isOver = true;
    visitor.join();
    QVERIFY(probe.asked > 20);
    QCOMPARE(probe.waited, 0);
    QCOMPARE(stream->take(), EventStream::Next::Event);
}

void EventsTest::itEndsWithTheSession_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("signed out") << 0;
    QTest::newRow("tokens exchanged") << 1;
    QTest::newRow("token too old") << 2;
    QTest::newRow("account closed") << 3;
}

void EventsTest::itEndsWithTheSession()
{
    QFETCH(int, how);
    start();
    const IssuedTokens tokens = signIn(sampleOfficer());
    Listener listener(m_server->port(), tokens.access.toLatin1());
    QVERIFY(listener.hears(kStands));
    const auto other = this->listener(otherOfficer());
    QVERIFY(other->hears(kStands));
    if (how == 0) {
        RawClient client(m_server->port());
        QCOMPARE(client
                     .ask("DELETE /api/v1/session HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                          + tokens.access.toLatin1() + "\r\n\r\n")
                     ->status,
                 204);
    } else if (how == 1) {
        inWriter([&](RegisterConnection &c) { return must(c.sessions().refresh(tokens.refresh)).access; });
    } else if (how == 3) {
        inWriter([](RegisterConnection &connection) {
            return must(changeRows(connection.database(),
                                   QStringLiteral("UPDATE person SET active = 0 WHERE id = ?"),
                                   sampleOfficer().id.text()));
        });
    }
    if (how > 0) {
        m_centre->clock().advance(how == 2 ? std::chrono::minutes(15) : std::chrono::minutes(1));
        look();
    }
    QVERIFY(listener.isEnded());
    QVERIFY(listener.heard().endsWith(kLast)); // not cut, but ended
    if (how != 2)
        QVERIFY(!other->heard().endsWith(kLast));
}

void EventsTest::eachMayHaveAFew()
{
    m_config.streamsPerHolder = 2;
    m_config.streams = 3;
    start();
    std::vector<std::unique_ptr<Listener>> listeners;
    for (int i = 0; i < 2; ++i) {
        listeners.push_back(listener(sampleOfficer()));
        QVERIFY(listeners.back()->hears(kStands));
    }
    const auto third = listener(sampleOfficer());
    QVERIFY(third->hears("server.too_many_streams"));
    QVERIFY(third->heard().startsWith("HTTP/1.1 429 "));
    QVERIFY(third->heard().contains("\r\nRetry-After: 60\r\n"));
    listeners.push_back(listener(otherOfficer()));
    QVERIFY(listeners.back()->hears(kStands));
    const auto fourth = listener(otherOfficer());
    QVERIFY(fourth->hears("HTTP/1.1 503 "));
    // Who leaves makes room.
    listeners.front()->leave();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->connections(), 4, kPatience); // the refused ones may go on
    const auto fifth = listener(sampleOfficer());
    QVERIFY(fifth->hears(kStands));
}

void EventsTest::aClientThatKnowsNoChunksIsRefused()
{
    start();
    RawClient client(m_server->port());
    const auto answer = client.ask("GET /api/v1/events HTTP/1.0\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                                   + signIn(sampleOfficer()).access.toLatin1() + "\r\n\r\n");
    QVERIFY(answer);
    QCOMPARE(answer->status, 505);
    look();
    QCOMPARE(m_service->events().listeners(), 0);
}

void EventsTest::listenersTakeNobodysPlace()
{
    m_config.connections = 2;
    m_config.connectionsPerHolder = 2;
    m_config.streamsPerHolder = 50;
    start();
    std::vector<std::unique_ptr<Listener>> listeners;
    for (int i = 0; i < 40; ++i) { // twenty times as many as there may be connections, and readers
        listeners.push_back(listener(sampleOfficer()));
        QVERIFY(listeners.back()->hears(kStands));
    }
    RawClient client(m_server->port());
    const QByteArray token = signIn(otherOfficer()).access.toLatin1();
    for (int i = 0; i < 20; ++i) {
        const auto answer = client.ask(
            "GET /api/v1/changes HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\n\r\n");
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
    }
    note(1);
    look();
    for (const auto &one : listeners)
        QVERIFY(one->hears(kHint));
}

void EventsTest::signsOfLifeCome()
{
    m_config.heartbeat = std::chrono::milliseconds(20);
    m_config.writeTime = std::chrono::milliseconds(500);
    m_config.idleTime = std::chrono::milliseconds(100);
    m_config.headerTime = std::chrono::milliseconds(1'000);
    start();
    const auto officer = listener(sampleOfficer());
    QVERIFY(officer->hears(kStands, 100)); // longer than any other phase of a connection may take
    QVERIFY(!officer->heard().contains(kLast));
}

void EventsTest::whoLeavesIsForgotten()
{
    start();
    std::vector<std::unique_ptr<Listener>> listeners;
    for (int i = 0; i < 3; ++i) {
        listeners.push_back(listener(sampleOfficer()));
        QVERIFY(listeners.back()->hears(kStands));
    }
    QCOMPARE(m_service->events().listeners(), 3);
    QCOMPARE(m_server->connections(), 3);
    listeners.clear();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->connections(), 0, kPatience);
    look();
    QCOMPARE(m_service->events().listeners(), 0);
}

void EventsTest::stoppingEndsTheStreams()
{
    start();
    const auto officer = listener(sampleOfficer());
    const auto colleague = listener(otherOfficer());
    QVERIFY(officer->hears(kStands));
    QVERIFY(colleague->hears(kStands));
    const quint16 port = m_server->port();
    m_server->stop(); // would wait ten seconds, and cut, for what does not end by itself
    for (Listener *one : {officer.get(), colleague.get()}) {
        QVERIFY(one->isEnded());
        QVERIFY(one->heard().endsWith(kLast));
    }
    QVERIFY(!RawClient(port).isConnected());
}

void EventsTest::thousandsOfIdleOnesAreCheap()
{
    constexpr int kToldAtOnce = 500;
    int wanted = 2'000;
    if (const QByteArray asked = qgetenv("TAWASUL_LISTENERS"); !asked.isEmpty())
        wanted = asked.toInt();
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
    wanted = std::min(wanted, static_cast<int>(files.rlim_cur) / 2 - 100); // both ends are here
    m_config.streamsPerHolder = wanted;
    start();
    const auto tokens = signIn(sampleOfficer()).access.toLatin1();
    std::vector<std::unique_ptr<Listener>> listeners;
    const auto more = [&](int count) {
        for (int i = 0; i < count; ++i) {
            m_centre->clock().advance(std::chrono::milliseconds(10)); // as many questions as there may be
            listeners.push_back(std::make_unique<Listener>(m_server->port(), tokens));
            if (!listeners.back()->hears(kStands))
                qFatal("not heard");
        }
    };
    more(50); // what is made once
    const qint64 before = residentBytes();
    more(wanted - 50);
    const qint64 each = (residentBytes() - before) / (wanted - 50);
    const std::clock_t busyBefore = std::clock();
    note(1);
    look();
    const auto told = std::count_if(listeners.begin(), listeners.end(),
                                    [](const auto &one) { return one->heard().contains(kHint); });
    QVERIFY2(told <= kToldAtOnce, qPrintable(QString::number(told))); // each of them asks at once
    for (int looks = wanted / kToldAtOnce; looks >= 0; --looks)
        look();
    for (const auto &one : listeners)
        QVERIFY(one->hears(kHint));
    const double busy = double(std::clock() - busyBefore) / CLOCKS_PER_SEC;
    qInfo().nospace() << wanted << " listeners: " << each
                      << " B each, both ends; a hint to all of them: " << busy << " s of processor";
    if (qEnvironmentVariableIsSet("TAWASUL_LISTENERS")) { // only for whoever wants the figure
        const std::clock_t idleBefore = std::clock();
        for (int second = 0; second < 20; ++second) {
            QTest::qWait(1'000);
            look();
        }
        qInfo() << "twenty idle seconds:" << double(std::clock() - idleBefore) / CLOCKS_PER_SEC
                << "s of processor";
    }
    QVERIFY2(each < 32 * 1024, qPrintable(QString::number(each)));
}

QTEST_GUILESS_MAIN(EventsTest)
#include "tst_events.moc"

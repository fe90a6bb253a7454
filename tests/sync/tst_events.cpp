// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Hints make a change come sooner; without them, and when they fail, polling works alone and nobody notices.
#include "tests/sync/enginestage.h"

#include <QtTest/QTest>

#include <map>
#include <set>

namespace tawasul {

using Link = SyncStatus::Link;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

/// Answers /events itself, as the test says; everything else goes to the centre.
class EventLine final : public Transport
{
public:
    EventLine(Transport &centre, Executor &network)
        : m_centre(centre)
        , m_network(network)
    {
    }

    CallId send(TransportCall call, Answer answer) override
    {
        if (call.path != QLatin1String("/events"))
            return m_centre.send(std::move(call), std::move(answer)) * 2;
        const CallId id = ++m_last * 2 + 1;
        ++asked;
        m_open.emplace(id, Open{std::move(call), std::move(answer)});
        m_network.postAfter(milliseconds(10), [this, id] { arrive(id); });
        return id;
    }

    void stop(CallId id) override
    {
        if (id % 2 == 0)
            return m_centre.stop(id / 2);
        m_network.post([this, id] { finish(id, TransportReply::Failure::Stopped); });
    }

    /// To everybody who listens, just as it comes.
    void say(const QByteArray &bytes)
    {
        m_network.post([this, bytes] {
            std::vector<CallId> left;
            for (const auto &[id, open] : m_open) {
                if (!open.call.onPiece(bytes))
                    left.push_back(id);
            }
            for (const CallId id : left)
                finish(id, TransportReply::Failure::Stopped);
        });
    }
    void endAll(TransportReply::Failure how)
    {
        m_network.post([this, how] {
            while (!m_open.empty())
                finish(m_open.begin()->first, how);
        });
    }
    [[nodiscard]] std::size_t listeners() const { return m_open.size(); }

    int asked = 0;
    int status = 200;
    QByteArray type = "text/event-stream";
    QByteArray retryAfter;

private:
    struct Open
    {
        TransportCall call;
        Answer answer;
    };

    void arrive(CallId id)
    {
        const auto found = m_open.find(id);
        if (found == m_open.end())
            return;
        TransportReply head;
        head.status = status;
        head.headers = {{"Content-Type", type}};
        if (status != 200 || !found->second.call.onHead(head))
            finish(id, status == 200 ? TransportReply::Failure::Stopped : TransportReply::Failure::None);
    }

    void finish(CallId id, TransportReply::Failure failure)
    {
        auto node = m_open.extract(id);
        if (node.empty())
            return;
        TransportReply reply;
        reply.failure = failure;
        reply.status = status;
        if (!retryAfter.isEmpty())
            reply.headers = {{"Retry-After", retryAfter}};
        if (status >= 400)
            reply.body = R"({"type":"about:blank","title":"t","status":503,"code":"server.full"})";
        node.mapped().answer(std::move(reply));
    }

    Transport &m_centre;
    Executor &m_network;
    std::map<CallId, Open> m_open;
    CallId m_last = 0;
};

struct EventStage
{
    explicit EventStage(unsigned seed = 1)
        : stage(seed)
        , line(stage.centre, stage.network)
    {
        stage.line = &line;
        for (int n = 1; n <= 3; ++n) {
            Case value = officersCase(n);
            value.attachments.clear();
            stage.centre.put(value);
        }
    }
    ~EventStage() { stage.quit(); } // before the line goes

    [[nodiscard]] int polls() const { return stage.centre.count("GET", QStringLiteral("/changes")); }
    void somebodyWritesANote()
    {
        Act note = sampleAct(ActType::Note, sampleSupervisor());
        note.caseId = officersCase(1).id;
        if (!stage.centre.act(note))
            qFatal("no note");
    }
    [[nodiscard]] bool isUpToDate()
    {
        return *stage.truthOf(officersCase(1).id) == stage.centre.caseOf(officersCase(1).id);
    }

    EngineStage stage;
    EventLine line;
};

const QByteArray kHint = "data: changes\n\n";

} // namespace

class TestEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHintBringsAChangeWithinSeconds_data()
    {
        QTest::addColumn<QByteArrayList>("pieces");
        QTest::newRow("whole") << QByteArrayList{kHint};
        QTest::newRow("byte by byte") << QByteArrayList{"d", "a", "ta", ":", " ch", "anges", "\n", "\n"};
        QTest::newRow("after signs of life") << QByteArrayList{": \n\n", ": \n\ndata: changes\n\n: \n\n"};
        QTest::newRow("of a newer centre")
            << QByteArrayList{"event: more\r\nid: 7\r\ndata: {\"kind\":1}\r\n\r\n"};
    }
    void aHintBringsAChangeWithinSeconds()
    {
        QFETCH(const QByteArrayList, pieces);
        EventStage it;
        it.stage.signIn();
        it.stage.pass(seconds(4)); // it looks once after the stream stands
        QCOMPARE(it.line.listeners(), std::size_t(1));
        const int before = it.polls();
        it.somebodyWritesANote();
        for (const QByteArray &piece : pieces)
            it.line.say(piece);
        it.stage.pass(milliseconds(2'500));
        QCOMPARE(it.polls(), before + 1);
        QVERIFY(it.isUpToDate());
    }

    void manyHintsAreOne()
    {
        EventStage it;
        it.stage.signIn();
        it.stage.pass(seconds(4));
        const int before = it.polls();
        for (int i = 0; i < 50; ++i)
            it.line.say(kHint);
        it.stage.pass(seconds(3));
        QCOMPARE(it.polls(), before + 1);
    }

    void desksThatHearTheSameDoNotAskAtTheSameTime()
    {
        std::set<qint64> times;
        for (unsigned seed = 1; seed <= 12; ++seed) {
            EventStage it(seed);
            it.stage.signIn();
            it.stage.pass(seconds(4));
            const int before = it.polls();
            it.line.say(kHint);
            qint64 after = 0;
            while (it.polls() == before && after < 3'000) {
                it.stage.pass(milliseconds(10));
                after += 10;
            }
            times.insert(after / 100);
        }
        QVERIFY2(times.size() >= 6, qPrintable(QString::number(times.size())));
    }

    void whileItHearsPollsAreRarer()
    {
        EventStage it;
        it.stage.signIn();
        it.stage.pass(seconds(4));
        const int before = it.polls();
        it.stage.pass(minutes(10));
        const int polls = it.polls() - before;
        QVERIFY2(polls >= 8 && polls <= 13, qPrintable(QString::number(polls))); // one a minute
        QCOMPARE(it.line.asked, 1);
    }

    void withoutEventsPollingWorksAlone_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<int>("mostAsked"); // in half an hour
        QTest::newRow("not served") << 404 << QByteArray() << 2;
        QTest::newRow("full") << 503 << QByteArray() << 14;
        QTest::newRow("too many") << 429 << QByteArray() << 14;
        QTest::newRow("somebody else's page") << 200 << QByteArray("text/html") << 14;
    }
    void withoutEventsPollingWorksAlone()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, type);
        QFETCH(const int, mostAsked);
        EventStage it;
        it.line.status = status;
        it.line.type = type;
        it.stage.signIn();
        const int before = it.polls();
        it.stage.pass(minutes(10));
        const int polls = it.polls() - before;
        QVERIFY2(polls >= 33 && polls <= 50, qPrintable(QString::number(polls)));
        it.somebodyWritesANote();
        it.stage.pass(seconds(20));
        QVERIFY(it.isUpToDate());
        it.stage.pass(minutes(20));
        QVERIFY2(it.line.asked <= mostAsked, qPrintable(QString::number(it.line.asked)));
        QCOMPARE(it.stage.links, (std::vector<Link>{Link::Connecting, Link::Online}));
    }

    void theFakeCentreServesNone() // as a centre of before: the promise holds
    {
        EngineStage stage;
        stage.centre.put(officersCase(1));
        stage.signIn();
        const int before = stage.centre.count("GET", QStringLiteral("/changes"));
        stage.passMinutes(10);
        const int polls = stage.centre.count("GET", QStringLiteral("/changes")) - before;
        QVERIFY2(polls >= 33 && polls <= 50, qPrintable(QString::number(polls)));
        QCOMPARE(stage.centre.count("GET", QStringLiteral("/events")), 1);
        QCOMPARE(stage.status.link, Link::Online);
    }

    void aStreamThatEndsIsMissedByNobody_data()
    {
        QTest::addColumn<TransportReply::Failure>("how");
        QTest::newRow("ended") << TransportReply::Failure::None;
        QTest::newRow("cut, or silent for too long") << TransportReply::Failure::Offline;
    }
    void aStreamThatEndsIsMissedByNobody()
    {
        QFETCH(const TransportReply::Failure, how);
        EventStage it;
        it.stage.signIn();
        it.stage.pass(minutes(5));
        QCOMPARE(it.line.asked, 1);
        it.line.status = 503; // and it does not come back
        it.line.endAll(how);
        const int before = it.polls();
        it.somebodyWritesANote();
        it.stage.pass(seconds(20)); // the promised poll, not the rare one
        QVERIFY(it.polls() > before);
        QVERIFY(it.isUpToDate());
        QCOMPARE(it.stage.links, (std::vector<Link>{Link::Connecting, Link::Online}));
        // Back it comes by itself.
        it.line.status = 200;
        it.stage.pass(minutes(6));
        QCOMPARE(it.line.listeners(), std::size_t(1));
    }

    void aHintDoesNotHurryACentreThatAsksForPatience()
    {
        EventStage it;
        it.stage.signIn();
        it.stage.pass(seconds(4));
        it.stage.centre.instead = [](const TransportCall &call) -> std::optional<TransportReply> {
            if (call.path != QLatin1String("/changes"))
                return std::nullopt;
            TransportReply busy = FakeCentre::problem(503, "centre.busy");
            busy.headers = {{"Retry-After", "120"}};
            return busy;
        };
        it.line.say(kHint);
        it.stage.pass(seconds(3));
        const int before = it.polls();
        for (int i = 0; i < 20; ++i) {
            it.line.say(kHint);
            it.stage.pass(seconds(5));
        }
        QCOMPARE(it.polls(), before);
    }

    void signingOutStopsListening()
    {
        EventStage it;
        it.stage.signIn();
        it.stage.pass(seconds(4));
        QCOMPARE(it.line.listeners(), std::size_t(1));
        it.stage.engine->stop();
        it.stage.pass(minutes(30));
        QCOMPARE(it.line.listeners(), std::size_t(0));
        QCOMPARE(it.line.asked, 1);
        // And again after the next sign-in.
        it.stage.engine->resume(it.stage.centre.signIn());
        it.stage.pass(seconds(4));
        QCOMPARE(it.line.listeners(), std::size_t(1));
    }

    void aStreamWithoutEndOfLineIsNotKept()
    {
        EventStage it;
        it.stage.signIn();
        it.stage.pass(seconds(4));
        it.line.say(QByteArray(100, 'x'));
        it.stage.pass(seconds(1));
        QCOMPARE(it.line.listeners(), std::size_t(1));
        it.line.say(QByteArray(2'000, 'x'));
        it.stage.pass(seconds(1));
        QCOMPARE(it.line.listeners(), std::size_t(0));
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestEvents)
#include "tst_events.moc"

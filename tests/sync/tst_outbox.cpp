// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/jsonreader.h"
#include "tests/sync/enginestage.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

namespace tawasul {

using Link = SyncStatus::Link;
using States = std::vector<OutboxState>;

namespace {

bool isPut(const TransportCall &call)
{
    return call.method == "PUT" && call.path.startsWith(QLatin1String("/cases/"));
}

// Answers the first so many acts with this.
auto answersActs(int times, const TransportReply &reply)
{
    return [times, reply](const TransportCall &call) mutable -> std::optional<TransportReply> {
        if (!isPut(call) || times-- <= 0)
            return std::nullopt;
        return reply;
    };
}

QByteArray ifMatchOf(const TransportCall &call)
{
    TransportReply reply;
    reply.headers = call.headers;
    return reply.header("If-Match");
}

std::vector<TransportCall> putsOf(const FakeCentre &centre)
{
    std::vector<TransportCall> puts;
    std::copy_if(centre.calls.begin(), centre.calls.end(), std::back_inserter(puts), isPut);
    return puts;
}

} // namespace

class TestOutbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The power takes the newest truth from the cache, but no act from the journal.
    void anActThatTookEffectIsNoConflictForATruthThatIsBehind()
    {
        EngineStage stage;
        const Case before = officersCase(1);
        stage.centre.put(before);
        stage.signIn();
        stage.quit();
        const QString cache = stage.profile.file(QStringLiteral("cache.sqlite"));
        const QString kept = stage.profile.file(QStringLiteral("kept"));
        // A reader that closes last leaves the log, and in it the newest.
        const QString log = QStringLiteral("-wal");
        QVERIFY(QFile::copy(cache, kept));
        QVERIFY(!QFile::exists(cache + log) || QFile::copy(cache + log, kept + log));
        stage.signIn();
        const ActId first = stage.record(ActType::Escalate, before.id);
        stage.pass(std::chrono::seconds(10));
        QVERIFY(stage.isSettled(first));
        stage.centre.losesAnswerTo = isPut;
        const ActId second = stage.record(ActType::Escalate, before.id);
        stage.pass(std::chrono::seconds(10));
        QCOMPARE(stage.centre.effects, (std::vector<ActId>{first, second}));
        stage.quit();
        QFile::remove(cache + log);
        QFile::remove(cache + QStringLiteral("-shm"));
        QVERIFY(QFile::remove(cache) && QFile::rename(kept, cache));
        QVERIFY(!QFile::exists(kept + log) || QFile::rename(kept + log, cache + log));
        stage.centre.losesAnswerTo = {};
        stage.centre.instead = [](const TransportCall &call) -> std::optional<TransportReply> {
            return isPut(call) ? std::nullopt : std::optional(FakeCentre::problem(503, "centre.busy"));
        };
        stage.signIn();
        stage.passMinutes(2);
        QVERIFY(stage.isSettled(second));
    }

    void anActIsAcknowledgedAndBecomesTheTruth()
    {
        EngineStage stage;
        const Case before = officersCase(1);
        stage.centre.put(before);
        stage.signIn();
        const ActId act = stage.record(ActType::Complete, before.id);
        QVERIFY(!act.isEmpty());
        QCOMPARE(stage.status.waiting, 1);
        stage.pass(std::chrono::seconds(30));
        QCOMPARE(stage.centre.effects.size(), std::size_t(0)); // its recall window is open
        stage.passMinutes(1);
        QCOMPARE(stage.centre.effects, std::vector<ActId>{act});
        QVERIFY(stage.isSettled(act));
        QCOMPARE(*stage.truthOf(before.id), stage.centre.caseOf(before.id));
        QCOMPARE(*stage.shownOf(before.id), stage.centre.caseOf(before.id));
        QCOMPARE(stage.status.waiting, 0);
        QCOMPARE(stage.status.link, Link::Online);
        QCOMPARE(ifMatchOf(putsOf(stage.centre).front()), QByteArray("\"3\""));
    }

    void whatIsHeldBackWaitsOverARestartAndNothingOfItsLaneOvertakesIt()
    {
        EngineStage stage;
        stage.centre.put(officersCase(1));
        stage.centre.put(officersCase(2));
        stage.signIn();
        const ActId held = stage.record(ActType::Complete, officersCase(1).id);
        QVERIFY(stage.profile.wait(stage.profile.desk().hold(held)).value());
        const ActId behind = stage.record(ActType::Note, officersCase(1).id);
        const ActId other = stage.record(ActType::Note, officersCase(2).id);
        stage.passMinutes(5);
        QCOMPARE(stage.centre.effects, std::vector<ActId>{other});
        QCOMPARE(stage.status.waiting, 2);
        QCOMPARE(stage.status.free, 0); // whoever stays until all is sent would stay for ever
        stage.quit();
        stage.signIn();
        stage.passMinutes(5);
        QCOMPARE(stage.centre.effects, std::vector<ActId>{other});
        QVERIFY(stage.itemOf(held)->heldSince);
        QVERIFY(stage.profile.wait(stage.profile.desk().release(held)).value());
        stage.passMinutes(1);
        QCOMPARE(stage.centre.effects, (std::vector<ActId>{other, held, behind}));
        QVERIFY(stage.isSettled(held) && stage.isSettled(behind));
    }

    void whatIsLetGoAfterItsWindowLeavesInTheSameRun()
    {
        EngineStage stage;
        stage.centre.put(officersCase(1));
        stage.signIn();
        const ActId held = stage.record(ActType::Complete, officersCase(1).id);
        QVERIFY(stage.profile.wait(stage.profile.desk().hold(held)).value());
        stage.passMinutes(5);
        QVERIFY(stage.centre.effects.empty());
        QVERIFY(stage.profile.wait(stage.profile.desk().release(held)).value());
        stage.passMinutes(1);
        QCOMPARE(stage.centre.effects, std::vector<ActId>{held});
        QVERIFY(stage.isSettled(held));
    }

    void aNoteLeavesAtOnceAndNamesNoVersion()
    {
        EngineStage stage;
        const Case before = officersCase(1);
        stage.centre.put(before);
        stage.signIn();
        const ActId note = stage.record(ActType::Note, before.id);
        stage.pass(std::chrono::seconds(1));
        QVERIFY(stage.isSettled(note));
        QCOMPARE(ifMatchOf(putsOf(stage.centre).front()), QByteArray());
    }

    void actsOfOneCaseArriveInTheOrderOfRecording()
    {
        EngineStage stage;
        const Case before = officersCase(1, CaseStatus::New);
        stage.centre.put(before);
        stage.signIn();
        std::vector<ActId> recorded;
        for (const ActType type :
             {ActType::Start, ActType::Note, ActType::Escalate, ActType::Note, ActType::Complete})
            recorded.push_back(stage.record(type, before.id));
        stage.passMinutes(3);
        QCOMPARE(stage.centre.effects, recorded);
        QCOMPARE(stage.states(), States{});
        QCOMPARE(stage.centre.mostActsAtOnce(), 1);
        QCOMPARE(*stage.shownOf(before.id), stage.centre.caseOf(before.id));
    }

    void fourLanesAtMostAreUnderWay()
    {
        EngineStage stage;
        std::vector<CaseId> ids;
        for (int n = 1; n <= 9; ++n) {
            stage.centre.put(officersCase(n));
            ids.push_back(officersCase(n).id);
        }
        stage.signIn();
        for (const CaseId &id : ids)
            stage.record(ActType::Complete, id);
        stage.passMinutes(2);
        QCOMPARE(stage.centre.effects.size(), ids.size());
        QCOMPARE(stage.centre.mostActsAtOnce(), 4);
    }

    void aNoteInBetweenDoesNotTroubleTheOfficer()
    {
        EngineStage stage;
        const Case before = officersCase(1);
        stage.centre.put(before);
        stage.signIn();
        const ActId act = stage.record(ActType::Complete, before.id);
        Act note = sampleAct(ActType::Note, sampleSupervisor());
        note.caseId = before.id;
        stage.pass(std::chrono::seconds(59));
        stage.centre.instead = [](const TransportCall &call) -> std::optional<TransportReply> {
            if (call.path == QLatin1String("/changes"))
                return FakeCentre::problem(503, "centre.busy"); // the desk cannot know of it
            return std::nullopt;
        };
        stage.centre.act(note);
        stage.passMinutes(1);
        QVERIFY(stage.isSettled(act));
        const auto puts = putsOf(stage.centre);
        QCOMPARE(puts.size(), std::size_t(2));
        QCOMPARE(ifMatchOf(puts.at(0)), QByteArray("\"3\""));
        QCOMPARE(ifMatchOf(puts.at(1)), QByteArray("\"4\""));
        QCOMPARE(*stage.shownOf(before.id), stage.centre.caseOf(before.id));
    }

    void whatMovedOnIsParkedWithTheirsAndStopsItsLaneOnly_data()
    {
        QTest::addColumn<bool>("isKnown");
        QTest::newRow("the desk hears of it first") << true;
        QTest::newRow("the centre says so") << false;
    }
    void whatMovedOnIsParkedWithTheirsAndStopsItsLaneOnly()
    {
        QFETCH(const bool, isKnown);
        EngineStage stage;
        const Case moved = officersCase(1);
        const Case other = officersCase(2);
        stage.centre.put(moved);
        stage.centre.put(other);
        stage.signIn();
        const ActId first = stage.record(ActType::Complete, moved.id);
        const ActId second = stage.record(ActType::Note, moved.id);
        const ActId elsewhere = stage.record(ActType::Complete, other.id);
        Act escalation = sampleAct(ActType::Escalate, sampleSupervisor());
        escalation.caseId = moved.id;
        if (!isKnown)
            stage.centre.instead = [](const TransportCall &call) -> std::optional<TransportReply> {
                if (call.path == QLatin1String("/changes"))
                    return FakeCentre::problem(503, "centre.busy");
                return std::nullopt;
            };
        stage.centre.act(escalation);
        stage.passMinutes(3);
        const auto item = stage.itemOf(first);
        QCOMPARE(item->state, OutboxState::Parked);
        QCOMPARE(item->parkReason, ParkReason::Conflict);
        QCOMPARE(item->lastError->code, QStringLiteral("act.stale"));
        QVERIFY(item->theirs.has_value());
        QCOMPARE(*item->theirs, stage.centre.caseOf(moved.id));
        QCOMPARE(stage.itemOf(second)->state, OutboxState::Waiting);
        QVERIFY(stage.isSettled(elsewhere));
        QCOMPARE(stage.centre.effects, std::vector<ActId>{elsewhere});
        QCOMPARE(*stage.truthOf(moved.id), stage.centre.caseOf(moved.id));
        QCOMPARE(stage.status.parked, 1);
        QCOMPARE(stage.status.waiting, 1);

        // A person lets the centre's state stand: the lane goes on by itself.
        stage.profile.wait(stage.profile.desk().takeTheirs(first));
        stage.passMinutes(1);
        QVERIFY(stage.isSettled(second));
        QCOMPARE(stage.status.parked, 0);
    }

    void aVersionThatOnlyHasTheSameNumberIsNoPermission()
    {
        // The officer decides on version 4 as folded: 3 and their own escalation. The centre's version 4 is
        // another one.
        EngineStage stage;
        const Case before = officersCase(1);
        stage.centre.put(before);
        stage.signIn();
        stage.centre.isDown = true;
        stage.passMinutes(1);
        const ActId first = stage.record(ActType::Escalate, before.id);
        const ActId second = stage.record(ActType::Complete, before.id);
        QCOMPARE(stage.shownOf(before.id)->version, 5);
        Act assignment = sampleAct(ActType::Escalate, sampleSupervisor());
        assignment.caseId = before.id;
        stage.centre.act(assignment);
        QCOMPARE(stage.centre.caseOf(before.id).version, 4);
        stage.centre.isDown = false;
        stage.passMinutes(5);
        QCOMPARE(stage.itemOf(first)->state, OutboxState::Parked);
        stage.profile.wait(stage.profile.desk().takeTheirs(first));
        stage.passMinutes(5);
        QCOMPARE(stage.itemOf(second)->state, OutboxState::Parked);
        QCOMPARE(stage.centre.effects, std::vector<ActId>{});
    }

    void aRefusalIsParkedWithItsCode_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("malformed") << 400;
        QTest::newRow("forbidden") << 403;
        QTest::newRow("unknown") << 404;
        QTest::newRow("illegal now") << 409;
        QTest::newRow("too large") << 413;
        QTest::newRow("invalid") << 422;
    }
    void aRefusalIsParkedWithItsCode()
    {
        QFETCH(const int, status);
        EngineStage stage;
        const Case before = officersCase(1);
        stage.centre.put(before);
        stage.signIn();
        stage.centre.instead = answersActs(1, FakeCentre::problem(status, "act.some_reason"));
        const ActId act = stage.record(ActType::Note, before.id);
        stage.passMinutes(1);
        const auto item = stage.itemOf(act);
        QCOMPARE(item->state, OutboxState::Parked);
        QCOMPARE(item->parkReason, ParkReason::Refused);
        QCOMPARE(item->lastError->code, QStringLiteral("act.some_reason"));
        QCOMPARE(stage.status.parked, 1);
        QCOMPARE(stage.status.link, Link::Online);

        QVERIFY(stage.profile.wait(stage.profile.desk().retryNow(act)).has_value());
        stage.passMinutes(1);
        QVERIFY(stage.isSettled(act));
    }

    void whatDecidesNothingIsTriedAgain_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        const QByteArray coded = FakeCentre::problem(500, "centre.some_trouble").body;
        for (const int status : {408, 425, 429, 500, 502, 503, 504, 507})
            QTest::addRow("%d", status) << status << coded;
        QTest::newRow("a portal says no") << 403 << QByteArray("<html>Sign in to the Wi-Fi</html>");
        QTest::newRow("a portal says yes") << 200 << QByteArray("<html>Sign in to the Wi-Fi</html>");
        QTest::newRow("the door knows no such host")
            << 421 << FakeCentre::problem(421, "request.host_unknown").body;
        QTest::newRow("the door knows no such origin")
            << 403 << FakeCentre::problem(403, "request.origin_refused").body;
        QTest::newRow("the door knows no such route")
            << 404 << FakeCentre::problem(404, "route.unknown").body;
        QTest::newRow("the door reads it otherwise")
            << 400 << FakeCentre::problem(400, "request.malformed").body;
        QTest::newRow("a redirection") << 302 << QByteArray();
        QTest::newRow("success without receipt") << 204 << QByteArray();
        QTest::newRow("nothing at all") << 201 << QByteArray();
        QTest::newRow("412 without the case") << 412 << FakeCentre::problem(412, "act.stale").body;
    }
    void whatDecidesNothingIsTriedAgain()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        EngineStage stage;
        const Case before = officersCase(1);
        stage.centre.put(before);
        stage.signIn();
        stage.centre.instead = answersActs(3, FakeCentre::answer(status, body));
        const ActId act = stage.record(ActType::Note, before.id);
        stage.pass(std::chrono::milliseconds(200));
        QCOMPARE(stage.itemOf(act)->state, OutboxState::Waiting);
        QCOMPARE(stage.status.link, Link::Failing);
        QVERIFY(stage.status.problem.has_value());
        stage.pass(std::chrono::milliseconds(800));            // a second since it was recorded
        QCOMPARE(putsOf(stage.centre).size(), std::size_t(1)); // the first back-off is no shorter
        stage.pass(std::chrono::seconds(30));
        QVERIFY(stage.isSettled(act));
        QCOMPARE(putsOf(stage.centre).size(), std::size_t(4));
        QCOMPARE(stage.status.link, Link::Online);
    }

    void whoSaysNobodyIsSignedInIsNotAskedWithoutAPause()
    {
        EngineStage stage;
        const Case before = officersCase(1);
        stage.centre.put(before);
        stage.signIn();
        // A portal, or a proxy that takes the token away: the session itself goes on.
        stage.centre.instead = answersActs(1'000'000, FakeCentre::answer(401, "<html>Sign in</html>"));
        const ActId act = stage.record(ActType::Note, before.id);
        stage.pass(std::chrono::seconds(60));
        QCOMPARE(stage.itemOf(act)->state, OutboxState::Waiting);
        QCOMPARE_LT(stage.itemOf(act)->tries, 10);
        QCOMPARE_LT(putsOf(stage.centre).size(), std::size_t(40));
        QCOMPARE(stage.status.link, Link::Failing);
        QVERIFY(stage.status.problem.has_value());
        stage.centre.instead = {};
        stage.pass(std::chrono::minutes(6));
        QVERIFY(stage.isSettled(act));
        QCOMPARE(stage.status.link, Link::Online);
    }

    void retryAfterIsHonoured()
    {
        EngineStage stage;
        const Case before = officersCase(1);
        stage.centre.put(before);
        stage.signIn();
        TransportReply busy = FakeCentre::problem(503, "centre.busy");
        busy.headers.append({QByteArrayLiteral("Retry-After"), QByteArrayLiteral("90")});
        stage.centre.instead = answersActs(1, busy);
        const ActId act = stage.record(ActType::Note, before.id);
        stage.pass(std::chrono::seconds(89));
        QCOMPARE(putsOf(stage.centre).size(), std::size_t(1));
        stage.pass(std::chrono::seconds(5));
        QVERIFY(stage.isSettled(act));
    }

    void nonsenseNeverSettles_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("another act") << QStringLiteral("receipt.act_id")
                                     << QJsonValue(QStringLiteral("019aaaf1"));
        QTest::newRow("another case")
            << QStringLiteral("receipt.case_id") << QJsonValue(QStringLiteral("other"));
        QTest::newRow("another version") << QStringLiteral("receipt.version") << QJsonValue(77);
        QTest::newRow("no version") << QStringLiteral("receipt.version") << QJsonValue(0);
        QTest::newRow("another outcome")
            << QStringLiteral("receipt.outcome") << QJsonValue(QStringLiteral("maybe"));
        QTest::newRow("somebody else's case")
            << QStringLiteral("case.id") << QJsonValue(QStringLiteral("other"));
        QTest::newRow("a case without the act") << QStringLiteral("case.history") << QJsonValue(QJsonArray());
        QTest::newRow("a case that makes no sense") << QStringLiteral("case.number") << QJsonValue(7);
    }
    void nonsenseNeverSettles()
    {
        QFETCH(const QString, path);
        QFETCH(const QJsonValue, value);
        EngineStage stage;
        const Case before = officersCase(1);
        stage.centre.put(before);
        stage.signIn();
        bool spoil = true;
        stage.centre.spoils = [&](const TransportCall &call, TransportReply &reply) {
            if (!isPut(call) || !spoil)
                return;
            QJsonObject answer = *wire::parseObject(reply.body, QStringLiteral("answer"));
            QJsonObject part = answer.value(path.section(u'.', 0, 0)).toObject();
            part.insert(path.section(u'.', 1), value);
            answer.insert(path.section(u'.', 0, 0), part);
            reply.body = wire::toBytes(answer);
        };
        const ActId act = stage.record(ActType::Note, before.id);
        stage.pass(std::chrono::seconds(1));
        QCOMPARE(stage.itemOf(act)->state, OutboxState::Waiting);
        QCOMPARE(stage.itemOf(act)->lastError->code, QStringLiteral("wire.malformed"));
        QCOMPARE(stage.status.link, Link::Failing);
        spoil = false;
        stage.passMinutes(1);
        QVERIFY(stage.isSettled(act));
        QCOMPARE(stage.centre.effects.size(), std::size_t(1));
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestOutbox)
#include "tst_outbox.moc"

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/jsonreader.h"
#include "models/sync/signin.h"
#include "tests/sync/enginestage.h"

#include <QtTest/QTest>

namespace tawasul {

using Link = SyncStatus::Link;

namespace {

const QString kRefresh = QStringLiteral("/session/refresh");

bool isRefresh(const TransportCall &call)
{
    return call.path == kRefresh;
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAccessTokenIsRenewedBeforeItEnds()
    {
        EngineStage stage;
        stage.signIn();
        stage.passMinutes(60);
        QVERIFY(stage.centre.count("POST", kRefresh) >= 4);
        QCOMPARE(stage.status.link, Link::Online);
        for (const Link link : stage.links)
            QVERIFY(link == Link::Connecting || link == Link::Online);
    }

    void aTokenThatEndsInTheMiddleOfADrainIsRenewedOnce()
    {
        EngineStage stage;
        std::vector<CaseId> ids;
        for (int n = 1; n <= 12; ++n) {
            stage.centre.put(officersCase(n));
            ids.push_back(officersCase(n).id);
        }
        stage.signIn();
        for (const CaseId &id : ids)
            stage.record(ActType::Note, id);
        stage.pass(std::chrono::milliseconds(25));
        stage.centre.expireAccess(); // four acts are on their way
        stage.pass(std::chrono::seconds(5));
        QCOMPARE(stage.centre.effects.size(), ids.size());
        QCOMPARE(stage.centre.count("POST", kRefresh), 1);
        QCOMPARE(stage.states(), std::vector<OutboxState>{});
        QCOMPARE(stage.status.link, Link::Online);
    }

    void aRefusedRenewalEndsTheSessionAndTouchesNoAct()
    {
        EngineStage stage;
        stage.centre.put(officersCase(1));
        stage.signIn();
        stage.centre.endSession();
        const ActId act = stage.record(ActType::Note, officersCase(1).id);
        stage.pass(std::chrono::seconds(5));
        QCOMPARE(stage.status.link, Link::SessionEnded);
        QCOMPARE(stage.status.waiting, 1);
        const std::size_t before = stage.centre.calls.size();
        stage.pass(std::chrono::hours(10));
        QCOMPARE(stage.centre.calls.size(), before); // nobody asks until somebody signed in
        QCOMPARE(stage.itemOf(act)->state, OutboxState::Waiting);
        QCOMPARE(stage.status.link, Link::SessionEnded);

        stage.engine->resume(stage.centre.signIn());
        stage.pass(std::chrono::seconds(2));
        QVERIFY(stage.isSettled(act));
        QCOMPARE(stage.status.link, Link::Online);
    }

    void aLostAnswerToARenewalEndsTheSessionAndTouchesNoAct()
    {
        EngineStage stage;
        stage.centre.put(officersCase(1));
        stage.signIn();
        stage.centre.expireAccess();
        int lost = 1;
        stage.centre.losesAnswerTo = [&lost](const TransportCall &call) {
            return isRefresh(call) && lost-- > 0;
        };
        const ActId act = stage.record(ActType::Complete, officersCase(1).id);
        stage.passMinutes(5);
        QCOMPARE(stage.status.link, Link::SessionEnded);
        QCOMPARE(stage.itemOf(act)->state, OutboxState::Waiting);
        stage.centre.losesAnswerTo = nullptr;
        stage.engine->resume(stage.centre.signIn());
        stage.passMinutes(2);
        QVERIFY(stage.isSettled(act));
    }

    void aLostAnswerToARenewalIsNothingToACentreThatForgivesIt()
    {
        EngineStage stage;
        stage.signIn();
        stage.centre.forgivesLostRefresh = true;
        int lost = 1;
        stage.centre.losesAnswerTo = [&lost](const TransportCall &call) {
            return isRefresh(call) && lost-- > 0;
        };
        stage.centre.expireAccess();
        stage.passMinutes(3);
        QCOMPARE(stage.status.link, Link::Online);
        QCOMPARE(stage.centre.count("POST", kRefresh), 2);
    }

    void aRenewalThatCouldNotBeAskedForIsAskedForAgain()
    {
        EngineStage stage;
        stage.signIn();
        stage.centre.isDown = true;
        stage.passMinutes(30); // the access token ends meanwhile
        QCOMPARE(stage.status.link, Link::Offline);
        stage.centre.isDown = false;
        stage.passMinutes(2);
        QCOMPARE(stage.status.link, Link::Online);
    }

    void aRenewalThatTheCentreCannotServeNowIsAskedForAgain()
    {
        EngineStage stage;
        stage.signIn();
        bool isBusy = true;
        stage.centre.instead = [&isBusy](const TransportCall &call) -> std::optional<TransportReply> {
            if (!isBusy || !isRefresh(call))
                return std::nullopt;
            return FakeCentre::problem(503, "centre.busy");
        };
        stage.centre.expireAccess();
        stage.passMinutes(2);
        QCOMPARE(stage.status.link, Link::Failing);
        isBusy = false;
        stage.passMinutes(6);
        QCOMPARE(stage.status.link, Link::Online);
    }

    void aRenewalWithoutAnAnswerDoesNotHoldUpEverythingForEver()
    {
        EngineStage stage;
        stage.signIn();
        stage.centre.instead = [](const TransportCall &call) -> std::optional<TransportReply> {
            if (!isRefresh(call))
                return FakeCentre::problem(401, "session.expired");
            return std::nullopt;
        };
        stage.engine->syncNow();
        stage.pass(std::chrono::milliseconds(25)); // the renewal is on its way
        QCOMPARE(stage.centre.calls.back().path, kRefresh);
        stage.centre.drips = true;
        stage.passMinutes(2);
        QCOMPARE(stage.status.link, Link::Offline);
        stage.centre.drips = false;
        stage.centre.instead = nullptr;
        stage.passMinutes(2);
        QCOMPARE(stage.status.link, Link::Online);
    }

    void aCentreThatRefusesFreshTokensEndsTheSession()
    {
        EngineStage stage;
        stage.signIn();
        stage.centre.instead = [](const TransportCall &call) -> std::optional<TransportReply> {
            if (isRefresh(call))
                return std::nullopt;
            return FakeCentre::problem(401, "session.expired");
        };
        stage.engine->syncNow();
        stage.pass(std::chrono::seconds(2));
        QCOMPARE(stage.status.link, Link::SessionEnded);
        QVERIFY(stage.centre.count("POST", kRefresh) <= 3);
    }

    void withoutTokensEverythingWaits()
    {
        EngineStage stage;
        stage.centre.put(officersCase(1));
        stage.signIn();
        stage.quit();
        stage.startOffline();
        const std::size_t before = stage.centre.calls.size();
        QCOMPARE(stage.status.link, Link::Offline);
        QVERIFY(stage.status.completeAt.has_value()); // what is stored is told all the same
        const ActId act = stage.record(ActType::Note, officersCase(1).id);
        stage.pass(std::chrono::hours(5));
        QCOMPARE(stage.status.waiting, 1);
        QCOMPARE(stage.centre.calls.size(), before);
        stage.engine->resume(stage.centre.signIn());
        stage.pass(std::chrono::seconds(2));
        QVERIFY(stage.isSettled(act));
    }

    void signingOutEndsTheSessionAtTheCentreAndEverythingHere()
    {
        EngineStage stage;
        stage.signIn();
        bool isDone = false;
        stage.engine->signOut([&isDone] { isDone = true; });
        stage.pass(std::chrono::seconds(1));
        QVERIFY(isDone);
        QCOMPARE(stage.centre.count("DELETE", QStringLiteral("/session")), 1);
        QCOMPARE(stage.status.link, Link::SignedOut);
        const std::size_t before = stage.centre.calls.size();
        stage.passMinutes(60);
        QCOMPARE(stage.centre.calls.size(), before);
    }

    void signingOutDoesNotWaitForACentreThatIsNotThere_data()
    {
        QTest::addColumn<bool>("isMute");
        QTest::newRow("mute") << true;
        QTest::newRow("down") << false;
    }
    void signingOutDoesNotWaitForACentreThatIsNotThere()
    {
        QFETCH(const bool, isMute);
        EngineStage stage;
        stage.signIn();
        stage.centre.isMute = isMute;
        stage.centre.isDown = !isMute;
        int done = 0;
        stage.engine->signOut([&done] { ++done; });
        stage.pass(std::chrono::milliseconds(2'010));
        QCOMPARE(done, 1);
        QCOMPARE(stage.status.link, Link::SignedOut);
        stage.passMinutes(5);
        QCOMPARE(done, 1);
    }

    void signingOutWaitsForNoRenewalThatIsUnderWay_data()
    {
        QTest::addColumn<bool>("drips");
        QTest::newRow("silent until the transport gives up") << false;
        QTest::newRow("silent for ever") << true;
    }
    void signingOutWaitsForNoRenewalThatIsUnderWay()
    {
        QFETCH(const bool, drips);
        EngineStage stage;
        stage.signIn();
        stage.centre.expireAccess();
        stage.engine->syncNow();
        stage.pass(std::chrono::milliseconds(25)); // the renewal is on its way
        QCOMPARE(stage.centre.calls.back().path, kRefresh);
        stage.centre.isMute = !drips;
        stage.centre.drips = drips;
        QCOMPARE(stage.status.link, Link::Online);
        int done = 0;
        stage.engine->signOut([&done] { ++done; });
        stage.pass(std::chrono::milliseconds(2'010));
        QCOMPARE(done, 1);
        QCOMPARE(stage.status.link, Link::SignedOut);
        stage.passMinutes(5);
        QCOMPARE(done, 1);
    }

    void signingOutIsDoneAtOnceUnlessTheCentreWasThereJustNow_data()
    {
        QTest::addColumn<Link>("link");
        QTest::newRow("connecting") << Link::Connecting;
        QTest::newRow("offline") << Link::Offline;
        QTest::newRow("failing") << Link::Failing;
        QTest::newRow("session ended") << Link::SessionEnded;
        QTest::newRow("signed out") << Link::SignedOut;
    }
    void signingOutIsDoneAtOnceUnlessTheCentreWasThereJustNow()
    {
        QFETCH(const Link, link);
        EngineStage stage;
        if (link == Link::Connecting)
            stage.centre.isMute = true;
        stage.signIn();
        if (link == Link::Offline)
            stage.centre.isDown = true;
        else if (link == Link::Failing)
            stage.centre.instead = [](const TransportCall &) {
                return FakeCentre::problem(500, "centre.failed");
            };
        else if (link == Link::SessionEnded)
            stage.centre.endSession();
        else if (link == Link::SignedOut)
            stage.engine->stop();
        if (link != Link::Connecting) {
            stage.engine->syncNow();
            stage.pass(std::chrono::seconds(5));
        }
        QCOMPARE(stage.status.link, link);
        stage.centre.isMute = true; // no answer helps
        const bool hasSession = link != Link::SessionEnded && link != Link::SignedOut;
        bool isDone = false;
        stage.engine->signOut([&isDone] { isDone = true; });
        stage.run();
        QVERIFY(isDone);
        QCOMPARE(stage.status.link, Link::SignedOut);
        QCOMPARE(stage.centre.count("DELETE", QStringLiteral("/session")), hasSession ? 1 : 0);
    }

    void aSessionThatASignInBesideItFoundEndedIsToldAndEverythingWaits_data()
    {
        QTest::addColumn<bool>("offline");
        QTest::newRow("after an offline sign-in") << true;
        QTest::newRow("with tokens") << false;
    }
    void aSessionThatASignInBesideItFoundEndedIsToldAndEverythingWaits()
    {
        QFETCH(const bool, offline);
        EngineStage stage;
        stage.centre.put(officersCase(1));
        stage.signIn();
        if (offline) {
            stage.quit();
            stage.startOffline();
        }
        stage.engine->endSession();
        stage.run();
        QCOMPARE(stage.status.link, Link::SessionEnded);
        const ActId act = stage.record(ActType::Note, officersCase(1).id);
        const std::size_t before = stage.centre.calls.size();
        stage.passMinutes(60);
        QCOMPARE(stage.centre.calls.size(), before);
        QCOMPARE(stage.itemOf(act)->state, OutboxState::Waiting);
        QCOMPARE(stage.status.link, Link::SessionEnded);
        stage.engine->resume(stage.centre.signIn());
        stage.pass(std::chrono::seconds(2));
        QVERIFY(stage.isSettled(act));
        QCOMPARE(stage.status.link, Link::Online);
    }

    void whoSignedOutStaysSignedOut()
    {
        EngineStage stage;
        stage.signIn();
        stage.engine->signOut([] {});
        stage.pass(std::chrono::seconds(1));
        stage.engine->endSession();
        stage.run();
        QCOMPARE(stage.status.link, Link::SignedOut);
    }

    void aSessionThatNobodyWantsIsEndedQuietly_data()
    {
        QTest::addColumn<bool>("isDown");
        QTest::newRow("the centre answers") << false;
        QTest::newRow("it does not") << true;
    }
    void aSessionThatNobodyWantsIsEndedQuietly()
    {
        QFETCH(const bool, isDown);
        EngineStage stage;
        const SessionTokens tokens = stage.centre.signIn();
        stage.centre.isDown = isDown;
        signOutQuietly(stage.centre, tokens.access);
        stage.pass(std::chrono::seconds(1));
        QCOMPARE(stage.centre.calls.size(), std::size_t(1));
        const TransportCall &call = stage.centre.calls.front();
        QCOMPARE(call.method, QByteArray("DELETE"));
        QCOMPARE(call.path, QStringLiteral("/session"));
        QCOMPARE(call.headers.front().first, QByteArray("Authorization"));
        QCOMPARE(call.headers.front().second, QByteArray("Bearer " + tokens.access.toLatin1()));
        stage.centre.isDown = false;
        std::optional<int> status; // what the token is worth now
        TransportCall ask;
        ask.path = QStringLiteral("/reference");
        ask.headers = call.headers;
        stage.centre.send(ask, [&status](const TransportReply &reply) { status = reply.status; });
        stage.pass(std::chrono::seconds(1));
        QCOMPARE(status, std::optional(isDown ? 200 : 401));
    }

    void whatStandsOnTheWayEndsNoSession_data()
    {
        QTest::addColumn<QString>("path"); ///< empty: whatever is asked
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        const QByteArray page("<html>Sign in to the Wi-Fi</html>");
        for (const int status : {401, 403, 404, 410})
            QTest::addRow("a portal says %d to the renewal", status) << kRefresh << status << page;
        QTest::newRow("a portal says 401 to everything") << QString() << 401 << page;
        QTest::newRow("the door knows no such host")
            << QString() << 421 << FakeCentre::problem(421, "request.host_unknown").body;
        QTest::newRow("a proxy takes the token away")
            << QStringLiteral("/changes") << 401 << FakeCentre::problem(401, "session.missing").body;
    }
    void whatStandsOnTheWayEndsNoSession()
    {
        QFETCH(const QString, path);
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        EngineStage stage;
        stage.signIn();
        stage.centre.expireAccess();
        stage.centre.instead = [&](const TransportCall &call) -> std::optional<TransportReply> {
            return path.isEmpty() || call.path == path ? std::optional(FakeCentre::answer(status, body))
                                                       : std::nullopt;
        };
        stage.engine->syncNow();
        stage.passMinutes(5);
        QVERIFY(stage.status.link != Link::SessionEnded);
        stage.centre.instead = nullptr;
        stage.passMinutes(6); // the longest pause between two tries
        QCOMPARE(stage.status.link, Link::Online);
    }

    void signInAnswersAreTold_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::newRow("wrong") << 401 << FakeCentre::problem(401, "session.wrong_credentials").body
                               << QStringLiteral("session.wrong_credentials");
        QTest::newRow("too many") << 429 << FakeCentre::problem(429, "session.too_many_tries").body
                                  << QStringLiteral("session.too_many_tries");
        QTest::newRow("a portal") << 200 << QByteArray("<html>") << QStringLiteral("wire.malformed");
        QTest::newRow("half a grant")
            << 201 << QByteArray(R"({"access_token":"a"})") << QStringLiteral("wire.malformed");
    }
    void signInAnswersAreTold()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, code);
        EngineStage stage;
        stage.centre.instead = [&](const TransportCall &) { return FakeCentre::answer(status, body); };
        std::optional<Result<wire::SessionGrant>> answered;
        signIn(stage.centre, {QStringLiteral("noura"), QStringLiteral("s3cret"), QString()},
               [&answered](Result<wire::SessionGrant> grant) { answered = std::move(grant); });
        stage.pass(std::chrono::seconds(1));
        QVERIFY(answered.has_value());
        QVERIFY(!answered->has_value());
        QCOMPARE(answered->error().code, code);
        QVERIFY(!answered->error().detail.contains(QStringLiteral("s3cret")));
    }

    void theCentreGreets_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::newRow("ready") << 200
                               << QByteArray(
                                      R"({"status":"ready","centre":"c-1","training":true,"version":"1"})")
                               << QString();
        QTest::newRow("not ready") << 503 << QByteArray(R"({"status":"failing"})")
                                   << QStringLiteral("centre.not_ready");
        QTest::newRow("another server") << 404 << QByteArray("no") << QStringLiteral("http.404");
        QTest::newRow("a portal") << 200 << QByteArray("<html>") << QStringLiteral("wire.malformed");
    }
    void theCentreGreets()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, code);
        EngineStage stage;
        stage.centre.instead = [&](const TransportCall &) { return FakeCentre::answer(status, body); };
        std::optional<Result<CentreGreeting>> answered;
        greetCentre(stage.centre,
                    [&answered](Result<CentreGreeting> greeting) { answered = std::move(greeting); });
        stage.pass(std::chrono::seconds(1));
        QVERIFY(answered.has_value());
        QCOMPARE(answered->has_value() ? QString() : answered->error().code, code);
        if (answered->has_value())
            QVERIFY(answered->value().training);
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestSession)
#include "tst_session.moc"

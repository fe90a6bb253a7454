// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/jsonreader.h"
#include "models/protocol/leavecodec.h"
#include "tests/sync/enginestage.h"

#include <QtTest/QTest>

namespace tawasul {

namespace {

bool isReport(const TransportCall &call)
{
    return call.path == QLatin1String("/session/outbox");
}

wire::UnsentReport reportIn(const QByteArray &body)
{
    return wire::parseObject(body, QStringLiteral("outbox")).and_then(wire::unsentFormFromJson).value();
}

ActId hold(EngineStage &stage)
{
    const ActId act = stage.record(ActType::Complete, officersCase(1).id);
    return stage.profile.wait(stage.profile.desk().hold(act)).value() ? act : ActId();
}

} // namespace

class TestOutboxReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsNothingOfNothingAndElseWhatChanged()
    {
        EngineStage stage;
        stage.centre.put(officersCase(1));
        stage.signIn();
        stage.passMinutes(30);
        QVERIFY(stage.centre.outboxReports.empty()); // it thinks of nothing unsent
        hold(stage);
        stage.passMinutes(30);
        QCOMPARE(stage.centre.outboxReports.size(), std::size_t(1));
        const wire::UnsentReport first = reportIn(stage.centre.outboxReports.back());
        QCOMPARE(first.unsent, 1);
        QCOMPARE(first.profile.size(), 44); // the profile's public key
        stage.quit();
        stage.signIn();
        stage.passMinutes(1);
        QCOMPARE(stage.centre.outboxReports.size(), std::size_t(2)); // in each session, while there is any
        QCOMPARE(reportIn(stage.centre.outboxReports.back()).profile, first.profile);
    }

    // An answer may be lost, or the centre put back to when it thought otherwise.
    void nothingIsToldUntilTheCentreKnows()
    {
        EngineStage stage;
        stage.centre.put(officersCase(1));
        stage.signIn();
        const ActId act = hold(stage);
        stage.passMinutes(1);
        stage.centre.losesAnswerTo = isReport;
        QVERIFY(stage.profile.wait(stage.profile.desk().release(act)).value());
        stage.passMinutes(1);
        stage.quit();
        stage.centre.losesAnswerTo = {};
        stage.centre.outboxReports.clear();
        stage.signIn();
        stage.passMinutes(1);
        QCOMPARE(stage.centre.outboxReports.size(), std::size_t(1));
        QCOMPARE(reportIn(stage.centre.outboxReports.back()).unsent, 0);
        stage.engine->resume(stage.centre.signIn());
        stage.passMinutes(1);
        QCOMPARE(stage.centre.outboxReports.size(), std::size_t(1)); // silent: it knows
        stage.centre.restoreFromBackup();
        stage.passMinutes(2);
        stage.quit();
        stage.signIn();
        stage.passMinutes(1);
        QVERIFY(stage.centre.outboxReports.size() >= std::size_t(2));
    }

    void whatIsHeldBackIsTold()
    {
        EngineStage stage;
        stage.centre.put(officersCase(1));
        stage.signIn();
        stage.passMinutes(1);
        const Instant recordedAt = stage.profile.clock().now();
        const ActId act = hold(stage);
        stage.passMinutes(1);
        const wire::UnsentReport held = reportIn(stage.centre.outboxReports.back());
        QCOMPARE(held.unsent, 1);
        QVERIFY(held.oldestRecordedAt == recordedAt);
        QVERIFY(stage.profile.wait(stage.profile.desk().release(act)).value());
        stage.passMinutes(1);
        QCOMPARE(reportIn(stage.centre.outboxReports.back()).unsent, 0);
    }

    void manyActsAreToldTogetherAndNeverInTheirWay()
    {
        EngineStage stage;
        for (int n = 1; n <= 20; ++n)
            stage.centre.put(officersCase(n));
        stage.signIn();
        stage.passMinutes(1);
        stage.centre.isDown = true;
        for (int n = 1; n <= 20; ++n)
            QVERIFY(!stage.record(ActType::Note, officersCase(n).id).isEmpty());
        stage.passMinutes(5);
        stage.centre.isDown = false;
        stage.passMinutes(3);
        QCOMPARE(stage.centre.effects.size(), std::size_t(20));
        // It was 0 and is 0 again: there was nothing to tell while the acts went.
        QVERIFY(stage.centre.outboxReports.empty());
    }

    void atReconnectingItTellsWhatCannotLeave()
    {
        EngineStage stage;
        stage.centre.put(officersCase(1));
        stage.signIn();
        stage.passMinutes(1);
        stage.centre.isDown = true;
        const ActId act = hold(stage);
        stage.passMinutes(5);
        stage.centre.isDown = false;
        stage.passMinutes(2);
        QCOMPARE(reportIn(stage.centre.outboxReports.back()).unsent, 1);
    }

    void aPortalIsNoCentreAndACentreThatKnowsNoReportsIsLeftAlone_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("asksAgain");
        QTest::newRow("portal") << 200 << QByteArray("<html>") << true;
        QTest::newRow("busy") << 503 << FakeCentre::problem(503, "centre.busy").body << true;
        QTest::newRow("full") << 409 << FakeCentre::problem(409, "outbox.too_many").body << true;
        QTest::newRow("unknown route") << 404 << FakeCentre::problem(404, "route.unknown").body << false;
        QTest::newRow("nameless") << 422 << FakeCentre::problem(422, "outbox.nameless").body << false;
    }
    void aPortalIsNoCentreAndACentreThatKnowsNoReportsIsLeftAlone()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const bool, asksAgain);
        EngineStage stage;
        stage.centre.put(officersCase(1));
        stage.centre.instead = [&](const TransportCall &call) -> std::optional<TransportReply> {
            return isReport(call) ? std::optional(FakeCentre::answer(status, body)) : std::nullopt;
        };
        stage.signIn();
        QVERIFY(!hold(stage).isEmpty());
        stage.passMinutes(20);
        const int asked = stage.centre.count("PUT", QStringLiteral("/session/outbox"));
        QVERIFY2(asksAgain ? asked >= 3 && asked <= 20 : asked == 1, qPrintable(QString::number(asked)));
        QCOMPARE(int(stage.status.link), int(SyncStatus::Link::Online));
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestOutboxReports)
#include "tst_outboxreports.moc"

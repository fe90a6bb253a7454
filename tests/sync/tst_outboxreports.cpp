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

} // namespace

class TestOutboxReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAtTheBeginningOfASessionAndThenOnlyWhatChanged()
    {
        EngineStage stage;
        stage.signIn();
        stage.passMinutes(1);
        QCOMPARE(stage.centre.outboxReports.size(), std::size_t(1));
        QCOMPARE(reportIn(stage.centre.outboxReports.front()).unsent, 0);
        stage.passMinutes(30);
        QCOMPARE(stage.centre.outboxReports.size(), std::size_t(1));
        stage.engine->resume(stage.centre.signIn());
        stage.passMinutes(1);
        QCOMPARE(stage.centre.outboxReports.size(), std::size_t(2));
    }

    void whatIsHeldBackIsTold()
    {
        EngineStage stage;
        stage.centre.put(officersCase(1));
        stage.signIn();
        stage.passMinutes(1);
        const Instant recordedAt = stage.profile.clock().now();
        const ActId act = stage.record(ActType::Complete, officersCase(1).id);
        QVERIFY(stage.profile.wait(stage.profile.desk().hold(act)).value());
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
        QCOMPARE(stage.centre.outboxReports.size(), std::size_t(1));
        stage.centre.isDown = false;
        stage.passMinutes(3);
        QCOMPARE(stage.centre.effects.size(), std::size_t(20));
        // It was 0 and is 0 again: there was nothing to tell while the acts went.
        QCOMPARE(stage.centre.outboxReports.size(), std::size_t(1));
    }

    void atReconnectingItTellsWhatCannotLeave()
    {
        EngineStage stage;
        stage.centre.put(officersCase(1));
        stage.signIn();
        stage.passMinutes(1);
        stage.centre.isDown = true;
        const ActId act = stage.record(ActType::Complete, officersCase(1).id);
        QVERIFY(stage.profile.wait(stage.profile.desk().hold(act)).value());
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
        QTest::newRow("unknown route") << 404 << FakeCentre::problem(404, "route.unknown").body << false;
    }
    void aPortalIsNoCentreAndACentreThatKnowsNoReportsIsLeftAlone()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const bool, asksAgain);
        EngineStage stage;
        stage.centre.instead = [&](const TransportCall &call) -> std::optional<TransportReply> {
            return isReport(call) ? std::optional(FakeCentre::answer(status, body)) : std::nullopt;
        };
        stage.signIn();
        stage.passMinutes(20);
        const int asked = stage.centre.count("PUT", QStringLiteral("/session/outbox"));
        QVERIFY2(asksAgain ? asked >= 3 && asked <= 20 : asked == 1, qPrintable(QString::number(asked)));
        QCOMPARE(int(stage.status.link), int(SyncStatus::Link::Online));
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestOutboxReports)
#include "tst_outboxreports.moc"

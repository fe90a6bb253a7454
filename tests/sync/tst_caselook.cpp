// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/casecodec.h"
#include "models/protocol/jsonreader.h"
#include "tests/sync/supervisorstage.h"

#include <QtTest/QTest>

namespace tawasul {

namespace {

const QString kCases = QStringLiteral("/cases/");

TransportReply caseReply(int n)
{
    return FakeCentre::answer(200, wire::toBytes(wire::toJson(officersCase(n))));
}

/// A supervisor's stage whose centre shows cases.
struct Look
{
    Look()
    {
        stage.signIn();
        stage.office.instead = [this](const TransportCall &call) {
            return call.method == "GET" && call.path.startsWith(kCases) ? std::optional(
                       reply.value_or(caseReply(call.path.endsWith(officersCase(1).id.text()) ? 1 : 2)))
                                                                        : std::nullopt;
        };
        hear();
    }

    void hear()
    {
        SyncNews &news = stage.stage.engine->news();
        QObject::connect(&news, &SyncNews::caseCame, &news, [this](const Case &one) { came.push_back(one); });
        QObject::connect(&news, &SyncNews::caseFailed, &news,
                         [this](const CaseId &id, const Error &error) { failed.emplace_back(id, error); });
    }
    void open(int n) { stage.stage.engine->openCase(officersCase(n).id); }
    [[nodiscard]] int asked() { return stage.stage.centre.count("GET", kCases); }

    SupervisorStage stage;
    std::optional<TransportReply> reply; ///< nothing: the case that is asked for
    std::vector<Case> came;
    std::vector<std::pair<CaseId, Error>> failed;
};

} // namespace

class TestCaseLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The centre notes each look; what is looked at stays there.
    void eachOpeningIsALookAtTheCentre()
    {
        Look look;
        for (int times = 1; times <= 2; ++times) {
            look.open(1);
            look.stage.stage.passMinutes(1);
            QCOMPARE(look.came.size(), std::size_t(times));
            QVERIFY(look.came.back() == officersCase(1));
            QCOMPARE(look.asked(), times);
        }
        QVERIFY(look.failed.empty());
        QVERIFY(!look.stage.stage.truthOf(officersCase(1).id).has_value());
    }

    void whatCannotBeShownIsToldOnce_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("code");
        QTest::newRow("no such case, or out of reach")
            << QStringLiteral("unknown") << QStringLiteral("case.unknown");
        QTest::newRow("the centre failed") << QStringLiteral("broken") << QStringLiteral("centre.failed");
        QTest::newRow("nonsense") << QStringLiteral("nonsense") << QStringLiteral("wire.malformed");
        QTest::newRow("another case") << QStringLiteral("other") << QStringLiteral("wire.malformed");
        QTest::newRow("no network") << QStringLiteral("down") << QStringLiteral("centre.unreachable");
    }

    void whatCannotBeShownIsToldOnce()
    {
        QFETCH(const QString, what);
        QFETCH(const QString, code);
        Look look;
        if (what == u"unknown")
            look.reply = FakeCentre::problem(404, "case.unknown");
        else if (what == u"broken")
            look.reply = FakeCentre::problem(500, "centre.failed");
        else if (what == u"nonsense")
            look.reply = FakeCentre::answer(200, "nonsense");
        else if (what == u"other")
            look.reply = caseReply(2);
        else
            look.stage.stage.centre.isDown = true;
        look.open(1);
        look.stage.stage.passMinutes(30);
        QVERIFY(look.came.empty());
        QCOMPARE(look.failed.size(), std::size_t(1));
        QCOMPARE(look.failed.front().first, officersCase(1).id);
        QCOMPARE(look.failed.front().second.code, code);
        QCOMPARE(look.asked(), 1); // not again by itself
    }

    void theLastOneThatWasOpenedCounts()
    {
        Look look;
        look.open(1);
        look.open(2);
        look.stage.stage.passMinutes(1);
        QCOMPARE(look.came.size(), std::size_t(1));
        QCOMPARE(look.came.front().id, officersCase(2).id);
        QVERIFY(look.failed.empty());
    }

    void withoutASessionNobodyIsAsked()
    {
        Look look;
        look.stage.stage.engine->endSession();
        look.stage.stage.run();
        look.open(1);
        look.stage.stage.passMinutes(1);
        QCOMPARE(look.failed.size(), std::size_t(1));
        QCOMPARE(look.failed.front().second.kind, Error::Kind::Offline);
        QCOMPARE(look.asked(), 0);
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestCaseLook)
#include "tst_caselook.moc"

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/headerquestions.h"
#include "tests/sync/supervisorstage.h"

#include <QtTest/QTest>

namespace tawasul {

namespace {

const QString kOfficers = QStringLiteral("/officers");

} // namespace

class TestStaff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyThoseWhoOverseeAsk_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<bool>("asks");
        QTest::newRow("officer") << int(Role::Officer) << false;
        QTest::newRow("section") << int(Role::SectionSupervisor) << true;
        QTest::newRow("region") << int(Role::RegionSupervisor) << true;
        QTest::newRow("auditor") << int(Role::Auditor) << false; // who gets no board
        QTest::newRow("administrator") << int(Role::Administrator) << false;
    }
    void onlyThoseWhoOverseeAsk()
    {
        QFETCH(const int, role);
        QFETCH(const bool, asks);
        Actor person = sampleSupervisor();
        person.role = static_cast<Role>(role);
        SupervisorStage stage(1, person);
        stage.signIn();
        stage.stage.passMinutes(30);
        QCOMPARE(stage.stage.centre.count("GET", kOfficers) > 0, asks);
    }

    void isAskedAtTheBeginningAndEachFewMinutes()
    {
        SupervisorStage stage;
        stage.signIn();
        QCOMPARE(stage.stage.centre.count("GET", kOfficers), 1);
        QCOMPARE(stage.stage.profile.wait(stage.supervision->staff())->value().size(), std::size_t(2));
        stage.office.staff.push_back(staffLine(3));
        stage.stage.passMinutes(10);
        const int asked = stage.stage.centre.count("GET", kOfficers);
        QVERIFY2(asked >= 3 && asked <= 4, qPrintable(QString::number(asked)));
        QCOMPARE(stage.stage.profile.wait(stage.supervision->staff())->value().size(), std::size_t(3));
    }

    // Whose leaves they may not know any more is not kept: the centre's word, and the role at the next
    // sign-in.
    void theStaffGoesWithTheRole_data()
    {
        QTest::addColumn<bool>("byTheCentre");
        QTest::newRow("the centre refuses") << true;
        QTest::newRow("an officer signs in") << false;
    }
    void theStaffGoesWithTheRole()
    {
        QFETCH(const bool, byTheCentre);
        SupervisorStage stage;
        stage.signIn();
        QCOMPARE(stage.stage.profile.wait(stage.supervision->staff())->value().size(), std::size_t(2));
        if (byTheCentre) {
            stage.office.instead = [](const TransportCall &call) -> std::optional<TransportReply> {
                return call.path == kOfficers ? std::optional(FakeCentre::problem(403, "staff.forbidden"))
                                              : std::nullopt;
            };
        } else {
            stage.stage.quit();
            stage.person.role = Role::Officer;
            stage.signIn();
        }
        stage.stage.passMinutes(10);
        bool isEmpty = false;
        stage.stage.profile.store().withReader(
            [&isEmpty](CacheReader &reader) { isEmpty = reader.headers().staff()->lines.empty(); });
        stage.stage.run();
        QVERIFY(isEmpty);
    }

    void aStaffThatMakesNoSenseReplacesNothingAndIsTold()
    {
        SupervisorStage stage;
        stage.signIn();
        stage.office.instead = [](const TransportCall &call) -> std::optional<TransportReply> {
            return call.path == kOfficers ? std::optional(FakeCentre::answer(200, R"({"officers":[{}]})"))
                                          : std::nullopt;
        };
        stage.stage.passMinutes(10);
        QCOMPARE(stage.stage.profile.wait(stage.supervision->staff())->value().size(), std::size_t(2));
        QCOMPARE(stage.stage.status.problem->code, QStringLiteral("wire.malformed"));
        stage.office.instead = {};
        stage.stage.passMinutes(10);
        QVERIFY(!stage.stage.status.problem.has_value());
    }

    void aCentreThatRefusesIsNotAskedAllTheTime()
    {
        SupervisorStage stage;
        stage.office.instead = [](const TransportCall &call) -> std::optional<TransportReply> {
            return call.path == kOfficers ? std::optional(FakeCentre::problem(403, "staff.forbidden"))
                                          : std::nullopt;
        };
        stage.signIn();
        stage.stage.passMinutes(30);
        QCOMPARE(stage.stage.centre.count("GET", kOfficers), 1);
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestStaff)
#include "tst_staff.moc"

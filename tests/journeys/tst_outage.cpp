// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The main job with everything real but the windows: an officer's day across an outage.
#include "tests/journeys/realcentre.h"
#include "tests/journeys/realdesk.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

namespace tawasul {

using Link = SyncStatus::Link;

namespace {

constexpr int kPatienceMs = 30'000;

std::vector<ActId> actsOf(const Case &theCase)
{
    std::vector<ActId> acts;
    for (const HistoryEntry &entry : theCase.history) {
        if (!entry.act.isEmpty())
            acts.push_back(entry.act);
    }
    return acts;
}

Case newCase(int n)
{
    Case value = numberedCase(n);
    value.status = CaseStatus::New;
    return value;
}

// The centre with so many new cases, each with this scan, whose name it answers.
QString begin(RealCentre &centre, int cases, const QByteArray &scan)
{
    const QString hash = centre.keepAttachment(scan);
    for (int n = 1; n <= cases; ++n) {
        Case value = newCase(n);
        value.attachments = {
            {hash, QStringLiteral("scan.pdf"), QStringLiteral("application/pdf"), scan.size(), {}, {}}};
        centre.take(value);
    }
    centre.start();
    return hash;
}

} // namespace

class TestOutage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingRecordedInAnOutageIsAcknowledgedInOrder()
    {
        constexpr int kCases = 30;
        RealCentre centre;
        const QByteArray scan(300'000, 's');
        const QString hash = begin(centre, kCases, scan);

        RealDesk desk(centre.address());
        desk.signIn(sampleOfficer(), TestCentre::password());
        QTRY_COMPARE_WITH_TIMEOUT(desk.status.link, Link::Online, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(desk.rows(), std::size_t(kCases), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(desk.store().attachments().pathOf(hash).has_value(), kPatienceMs);

        std::map<int, std::vector<ActId>> recorded;
        recorded[1].push_back(desk.record(ActType::Start, newCase(1).id));
        QTRY_COMPARE_WITH_TIMEOUT(desk.outbox().size(), std::size_t(0), kPatienceMs);

        centre.stop();
        for (int n = 1; n <= 6; ++n) {
            if (n > 1)
                recorded[n].push_back(desk.record(ActType::Start, newCase(n).id));
            recorded[n].push_back(desk.record(ActType::Note, newCase(n).id));
            recorded[n].push_back(desk.record(ActType::Escalate, newCase(n).id));
            recorded[n].push_back(desk.record(ActType::Complete, newCase(n).id));
            QCOMPARE(desk.opened(newCase(n).id)->shown.status, CaseStatus::Completed);
        }
        for (const auto &[n, acts] : recorded) {
            for (const ActId &act : acts)
                QVERIFY(!act.isEmpty());
        }
        QTRY_COMPARE_WITH_TIMEOUT(desk.status.link, Link::Offline, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(desk.status.waiting, 23, kPatienceMs);
        QCOMPARE(desk.outbox().size(), std::size_t(23));

        desk.quit(); // the program ends in the middle of it and starts again, still without the centre
        desk.startAgain();
        QTRY_COMPARE_WITH_TIMEOUT(desk.status.waiting, 23, kPatienceMs);
        centre.start();
        desk.clock().skip(std::chrono::minutes(2)); // past the recall windows
        desk.engine().outboxChanged();
        desk.engine().syncNow();
        QTRY_COMPARE_WITH_TIMEOUT(desk.outbox().size(), std::size_t(0), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(desk.status.waiting, 0, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(desk.status.link, Link::Online, kPatienceMs);

        for (const auto &[n, acts] : recorded) {
            const Case theirs = centre.caseOf(newCase(n).id);
            QCOMPARE(actsOf(theirs), acts);
            const auto ours = desk.opened(newCase(n).id);
            QVERIFY(ours.has_value());
            QCOMPARE(ours->truth, theirs);
            QCOMPARE(ours->shown, theirs);
        }
        QFile kept(*desk.store().attachments().pathOf(hash));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), scan);
    }

    void whatACentreRestoredFromABackupForgotTakesEffectAgain_data()
    {
        QTest::addColumn<bool>("given");
        QTest::newRow("with a new epoch") << true;
        QTest::newRow("nobody gave one") << false;
    }
    void whatACentreRestoredFromABackupForgotTakesEffectAgain()
    {
        QFETCH(const bool, given);
        constexpr int kCases = 3;
        RealCentre centre;
        begin(centre, kCases, "scan");
        RealDesk desk(centre.address());
        desk.signIn(sampleOfficer(), TestCentre::password());
        QTRY_COMPARE_WITH_TIMEOUT(desk.rows(), std::size_t(kCases), kPatienceMs);
        std::map<int, std::vector<ActId>> recorded;
        recorded[1].push_back(desk.record(ActType::Start, newCase(1).id));
        QTRY_COMPARE_WITH_TIMEOUT(desk.outbox().size(), std::size_t(0), kPatienceMs);
        centre.stop();
        centre.backUp();                                 // it keeps that one
        const QString newer = QStringLiteral("2027-01"); // what follows is decided by that
        centre.publish(newer);
        centre.start();
        desk.engine().syncNow();
        QTRY_COMPARE_WITH_TIMEOUT(desk.store().reference()->version, newer, kPatienceMs);

        for (int n = 1; n <= kCases; ++n) {
            if (n > 1)
                recorded[n].push_back(desk.record(ActType::Start, newCase(n).id));
            recorded[n].push_back(desk.record(ActType::Note, newCase(n).id));
            recorded[n].push_back(desk.record(ActType::Escalate, newCase(n).id));
            recorded[n].push_back(desk.record(ActType::Complete, newCase(n).id));
        }
        desk.clock().skip(std::chrono::minutes(2)); // past the recall windows
        desk.engine().outboxChanged();
        desk.engine().syncNow();
        QTRY_COMPARE_WITH_TIMEOUT(desk.outbox().size(), std::size_t(0), kPatienceMs);
        for (const auto &[n, acts] : recorded)
            QCOMPARE(actsOf(centre.caseOf(newCase(n).id)), acts);

        centre.stop();
        centre.restore(given ? RealCentre::Epoch::IsGiven : RealCentre::Epoch::IsForgotten);
        QCOMPARE(actsOf(centre.caseOf(newCase(1).id)).size(), std::size_t(1));
        QCOMPARE(actsOf(centre.caseOf(newCase(2).id)).size(), std::size_t(0));
        centre.start();
        desk.engine().syncNow();
        for (const auto &[n, acts] : recorded)
            QTRY_COMPARE_WITH_TIMEOUT(actsOf(centre.caseOf(newCase(n).id)), acts, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(desk.outbox().size(), std::size_t(0), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(desk.status.link, Link::Online, kPatienceMs);
        for (const auto &[n, acts] : recorded) {
            const Case theirs = centre.caseOf(newCase(n).id);
            QCOMPARE(actsOf(theirs), acts);
            QTRY_VERIFY_WITH_TIMEOUT(desk.opened(newCase(n).id)->truth == theirs, kPatienceMs);
            QCOMPARE(desk.opened(newCase(n).id)->shown, theirs);
        }
        QCOMPARE(desk.store().reference()->version, newer);
    }

    // The supervisor decides on it meanwhile, and it stays the officer's: two decisions never merge.
    void anActThatCameTooLateWaitsForAChoice()
    {
        RealCentre centre;
        const Case theCase = newCase(1);
        centre.take(theCase);
        centre.start();
        RealDesk noura(centre.address());
        noura.signIn(sampleOfficer(), TestCentre::password());
        QTRY_COMPARE_WITH_TIMEOUT(noura.rows(), std::size_t(1), kPatienceMs);

        centre.stop();
        const ActId late = noura.record(ActType::Complete, theCase.id);
        QVERIFY(!late.isEmpty());
        centre.act(ActType::Return, sampleSupervisor(), theCase.id);
        const std::vector<ActId> first = actsOf(centre.caseOf(theCase.id));
        QCOMPARE(first.size(), std::size_t(1));
        centre.start();
        noura.clock().skip(std::chrono::minutes(2));
        noura.engine().outboxChanged();
        noura.engine().syncNow();
        QTRY_COMPARE_WITH_TIMEOUT(noura.status.parked, 1, kPatienceMs);
        const auto items = noura.outbox();
        QCOMPARE(items.size(), std::size_t(1));
        QVERIFY(items.front().lastError.has_value());
        QCOMPARE(actsOf(centre.caseOf(theCase.id)), first);

        QVERIFY(noura.wait(noura.desk().takeTheirs(late)).has_value());
        QTRY_COMPARE_WITH_TIMEOUT(noura.status.parked, 0, kPatienceMs);
        QCOMPARE(actsOf(centre.caseOf(theCase.id)), first);
        QCOMPARE(noura.opened(theCase.id)->shown.status, CaseStatus::Returned);
    }

    void aSessionThatEndedIsToldAndNothingIsLost()
    {
        RealCentre centre;
        centre.take(newCase(1));
        centre.start();
        RealDesk desk(centre.address());
        desk.signIn(sampleOfficer(), TestCentre::password());
        QTRY_COMPARE_WITH_TIMEOUT(desk.rows(), std::size_t(1), kPatienceMs);
        bool isDone = false;
        desk.engine().signOut([&isDone] { isDone = true; });
        QTRY_VERIFY_WITH_TIMEOUT(isDone, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(desk.status.link, Link::SignedOut, kPatienceMs);
        const ActId note = desk.record(ActType::Note, newCase(1).id);
        QVERIFY(!note.isEmpty());
        desk.quit();
        desk.startAgain(); // with the tokens that the centre has forgotten
        QTRY_COMPARE_WITH_TIMEOUT(desk.status.link, Link::SessionEnded, kPatienceMs);
        QCOMPARE(desk.outbox().size(), std::size_t(1));
        desk.quit();
        desk.signIn(sampleOfficer(), TestCentre::password());
        QTRY_COMPARE_WITH_TIMEOUT(desk.outbox().size(), std::size_t(0), kPatienceMs);
        QCOMPARE(actsOf(centre.caseOf(newCase(1).id)), std::vector<ActId>{note});
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestOutage)
#include "tst_outage.moc"

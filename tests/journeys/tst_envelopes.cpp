// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One machine, several officers: what one of them could not send reaches the centre from whoever signs in
// next.
#include "app/central/service/envelopecommand.h"
#include "models/protocol/jsonreader.h"
#include "models/store/envelopeexport.h"
#include "models/store/unsentwork.h"
#include "tests/journeys/realcentre.h"
#include "tests/journeys/realdesk.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtTest/QTest>

#include <sys/stat.h>

namespace tawasul {

using Link = SyncStatus::Link;

namespace {

constexpr int kPatienceMs = 30'000;

Case newCase(int n)
{
    Case value = numberedCase(n);
    value.status = CaseStatus::New;
    value.history.clear();
    return value;
}

std::vector<std::pair<ActId, PersonId>> actsOf(const Case &theCase)
{
    std::vector<std::pair<ActId, PersonId>> acts;
    for (const HistoryEntry &entry : theCase.history)
        acts.emplace_back(entry.act, entry.actor.id);
    return acts;
}

/// Everything that lies in the machine's folder of envelopes, as bytes.
QByteArray envelopesOn(const QString &machine)
{
    QByteArray all;
    QDirIterator files(machine % u"/envelopes", QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all += file.fileName().toUtf8() + '\n' + file.readAll() + '\n';
    }
    return all;
}

/// Of those below a folder that somebody still has to carry.
int envelopeCount(const QString &folder)
{
    QDirIterator files(folder,
                       {QStringLiteral("*.envelope"), QStringLiteral("*.taken"), QStringLiteral("*.aside")},
                       QDir::Files, QDirIterator::Subdirectories);
    int count = 0;
    for (; files.hasNext(); files.next())
        ++count;
    return count;
}

/// What the sign-in card is told, of the account that left most.
UnsentCounts cardCounts(const QString &machine)
{
    const auto work = unsentWork(machine % u"/profiles", machine % u"/envelopes");
    return work.empty() ? UnsentCounts() : work.front().counts;
}

} // namespace

class TestEnvelopes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_machine = makeScratchDirectory(); }

    void whatOneLeftUnsentGoesWithTheNext()
    {
        RealCentre centre;
        for (int n = 1; n <= 3; ++n)
            centre.take(newCase(n));
        centre.start();
        RealDesk khalid(centre.address(), m_machine->path());
        khalid.signIn(otherOfficer(), TestCentre::password());
        QTRY_COMPARE_WITH_TIMEOUT(khalid.status.link, Link::Online, kPatienceMs);
        khalid.quit();
        const std::vector<ActId> recorded = leaveThree(centre);
        QCOMPARE(envelopeCount(m_machine->path()), 3);
        QCOMPARE(cardCounts(m_machine->path()), (UnsentCounts{3, 3, 0, 0}));

        // Khalid comes to the same machine while the centre is still away; then the line is there again.
        khalid.startAgain();
        QTRY_COMPARE_WITH_TIMEOUT(khalid.status.link, Link::Offline, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(khalid.status.others, 3, kPatienceMs);
        centre.start();
        khalid.clock().skip(std::chrono::minutes(3));
        khalid.engine().syncNow();
        QTRY_COMPARE_WITH_TIMEOUT(envelopeCount(m_machine->path()), 0, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(khalid.status.others, 0, kPatienceMs);
        const auto theirs = actsOf(centre.caseOf(newCase(1).id));
        std::vector<std::pair<ActId, PersonId>> expected;
        for (const ActId &act : recorded)
            expected.emplace_back(act, sampleOfficer().id);
        QCOMPARE(theirs, expected); // three, by Noura, once
        khalid.signOut();
        QCOMPARE(cardCounts(m_machine->path()), (UnsentCounts{0, 0, 3, 0})); // nothing of hers waits any more

        // Noura comes back: her own desk sends the same acts, and gets the receipts that were made then.
        RealDesk noura(centre.address(), m_machine->path());
        noura.signIn(sampleOfficer(), TestCentre::password());
        noura.clock().skip(std::chrono::minutes(3));
        noura.engine().outboxChanged();
        QTRY_COMPARE_WITH_TIMEOUT(noura.outbox().size(), std::size_t(0), kPatienceMs);
        QCOMPARE(actsOf(centre.caseOf(newCase(1).id)), expected);
        const auto ledger = noura.wait(noura.desk().ledger());
        QCOMPARE((*ledger)->acknowledged, 3);
        QCOMPARE((*ledger)->unaccounted(), 0);
        QCOMPARE(noura.opened(newCase(1).id)->receipts.size(), std::size_t(3));
        QCOMPARE(envelopeCount(m_machine->path()), 0);
    }

    // Each officer has an account of the operating system, and so a data folder that the others cannot enter;
    // an administrator has given them one folder of envelopes.
    void accountsOfTheSystemCarryForEachOther()
    {
        const auto shared = makeScratchDirectory();
        QVERIFY(::chmod(QFile::encodeName(shared->path()).constData(), 02770) == 0);
        RealCentre centre;
        centre.take(newCase(1));
        centre.start();
        const std::vector<ActId> recorded = leaveThree(centre, shared->path());
        QCOMPARE(envelopeCount(shared->path()), 3);
        QCOMPARE(envelopeCount(m_machine->path()), 0);

        const auto khalids = makeScratchDirectory();
        centre.start();
        RealDesk khalid(centre.address(), khalids->path(), shared->path());
        khalid.clock().skip(std::chrono::minutes(3));
        khalid.signIn(otherOfficer(), TestCentre::password());
        QTRY_COMPARE_WITH_TIMEOUT(envelopeCount(shared->path()), 0, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(khalid.status.others, 0, kPatienceMs);
        std::vector<std::pair<ActId, PersonId>> expected;
        for (const ActId &act : recorded)
            expected.emplace_back(act, sampleOfficer().id);
        QCOMPARE(actsOf(centre.caseOf(newCase(1).id)), expected); // three, by Noura, once
        khalid.signOut();

        RealDesk noura(centre.address(), m_machine->path(), shared->path());
        noura.clock().skip(std::chrono::minutes(3));
        noura.signIn(sampleOfficer(), TestCentre::password());
        QTRY_COMPARE_WITH_TIMEOUT(noura.outbox().size(), std::size_t(0), kPatienceMs);
        QCOMPARE((*noura.wait(noura.desk().ledger()))->unaccounted(), 0);
        QCOMPARE(actsOf(centre.caseOf(newCase(1).id)), expected);
        QDirIterator left(shared->path(), QDir::Files, QDirIterator::Subdirectories);
        QVERIFY2(!left.hasNext(), qPrintable(left.next())); // her desk knows that they arrived
    }

    void nobodyButTheCentreCanReadThem()
    {
        RealCentre centre;
        centre.take(newCase(1));
        centre.start();
        leaveThree(centre);
        const QByteArray all = envelopesOn(m_machine->path());
        QCOMPARE(all.count("\"box\""), 3);
        for (const QString &secret : {sampleOfficer().id.text(), sampleOfficer().name, newCase(1).id.text(),
                                      newCase(1).number, newCase(1).beneficiary.name})
            QVERIFY2(!all.contains(secret.toUtf8()), qPrintable(secret));
        QDirIterator all2(m_machine->path() % u"/envelopes", QDir::AllEntries | QDir::NoDotAndDotDot,
                          QDirIterator::Subdirectories);
        constexpr QFile::Permissions kOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
            | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        while (all2.hasNext()) {
            const QString path = all2.next();
            QCOMPARE(QFile::permissions(path) & kOthers, QFile::Permissions());
        }
    }

    void whatCannotTakeEffectIsLeftToItsAuthor()
    {
        RealCentre centre;
        Case shared = newCase(1);
        centre.take(shared);
        centre.start();
        const std::vector<ActId> recorded = leaveThree(centre);
        // Meanwhile the section's supervisor decides on it.
        centre.act(ActType::Return, sampleSupervisor(), shared.id);
        centre.start();

        RealDesk khalid(centre.address(), m_machine->path());
        khalid.clock().skip(std::chrono::minutes(3));
        khalid.signIn(otherOfficer(), TestCentre::password());
        QTRY_COMPARE_WITH_TIMEOUT(khalid.status.link, Link::Online, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(envelopesOn(m_machine->path()).contains(".aside"), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(khalid.status.others, 0,
                                  kPatienceMs); // nobody carries the rest of the lane
        QCOMPARE(actsOf(centre.caseOf(shared.id)).size(), std::size_t(1));
        khalid.signOut();

        RealDesk noura(centre.address(), m_machine->path());
        noura.signIn(sampleOfficer(), TestCentre::password());
        noura.clock().skip(std::chrono::minutes(3));
        noura.engine().outboxChanged();
        QTRY_COMPARE_WITH_TIMEOUT(noura.status.parked, 1, kPatienceMs); // her choice, as always
        QCOMPARE(noura.outbox().size(), recorded.size());
        QTRY_COMPARE_WITH_TIMEOUT(envelopeCount(m_machine->path()), 0, kPatienceMs);
        QCOMPARE(actsOf(centre.caseOf(shared.id)).size(), std::size_t(1));
    }

    void whatIsSomebodyElsesByThenIsKeptAsProposals()
    {
        RealCentre centre;
        centre.take(newCase(1));
        centre.start();
        const std::vector<ActId> recorded = leaveThree(centre);
        centre.act(ActType::Assign, sampleSupervisor(), newCase(1).id); // to Khalid
        centre.start();

        RealDesk khalid(centre.address(), m_machine->path());
        khalid.clock().skip(std::chrono::minutes(3));
        khalid.signIn(otherOfficer(), TestCentre::password());
        QTRY_COMPARE_WITH_TIMEOUT(khalid.status.link, Link::Online, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(envelopeCount(m_machine->path()), 0, kPatienceMs);
        QCOMPARE(centre.caseOf(newCase(1).id).proposals.size(), recorded.size());
        QCOMPARE(actsOf(centre.caseOf(newCase(1).id)).size(), std::size_t(1)); // the assignment
        khalid.signOut();

        RealDesk noura(centre.address(), m_machine->path());
        noura.clock().skip(std::chrono::minutes(3));
        noura.signIn(sampleOfficer(), TestCentre::password());
        QTRY_COMPARE_WITH_TIMEOUT(noura.outbox().size(), std::size_t(0), kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(noura.proposals().size(), recorded.size(), kPatienceMs);
        QCOMPARE(centre.caseOf(newCase(1).id).proposals.size(), recorded.size());
    }

    // No network will come to this machine any more: somebody carries a file to the centre.
    void whatIsExportedAndImportedIsAcknowledged()
    {
        RealCentre centre;
        centre.take(newCase(1));
        centre.start();
        const std::vector<ActId> recorded = leaveThree(centre);
        const QString profile = m_machine->path() % u"/profiles/" % sampleOfficer().id.text();
        JourneyClock clock;
        const auto early = exportEnvelopes(profile, clock);
        QCOMPARE(early->envelopes.size(), std::size_t(2));
        QCOMPARE(early->recallable, 1); // the decision may still be taken back
        clock.skip(std::chrono::minutes(3));
        const auto exported = exportEnvelopes(profile, clock);
        QCOMPARE(exported->envelopes.size(), recorded.size());
        QFile file(m_machine->filePath(QStringLiteral("unsent.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(wire::toBytes(wire::envelopesToJson(exported->envelopes)));
        file.close();
        QVERIFY(importEnvelopes(centre.folder(), file.fileName()));
        QCOMPARE(actsOf(centre.caseOf(newCase(1).id)).size(), recorded.size());

        centre.start();
        RealDesk noura(centre.address(), m_machine->path());
        noura.signIn(sampleOfficer(), TestCentre::password());
        noura.clock().skip(std::chrono::minutes(3));
        noura.engine().outboxChanged();
        QTRY_COMPARE_WITH_TIMEOUT(noura.outbox().size(), std::size_t(0), kPatienceMs);
        QCOMPARE((*noura.wait(noura.desk().ledger()))->acknowledged, 3);
        QCOMPARE(actsOf(centre.caseOf(newCase(1).id)).size(), recorded.size());
    }

private:
    /// Noura records three acts on the first case without the centre, and signs out.
    std::vector<ActId> leaveThree(RealCentre &centre, const QString &envelopes = {})
    {
        RealDesk noura(centre.address(), m_machine->path(), envelopes);
        noura.signIn(sampleOfficer(), TestCentre::password());
        if (!QTest::qWaitFor([&noura] { return noura.status.link == Link::Online && noura.rows() > 0; },
                             kPatienceMs)
            || !comesTrue([&noura] { return keyIsKnown(noura); }))
            qFatal("the first desk did not come to work");
        centre.stop();
        std::vector<ActId> recorded;
        for (const ActType type : {ActType::Start, ActType::Note, ActType::Complete})
            recorded.push_back(noura.record(type, newCase(1).id));
        for (const ActId &act : recorded) {
            if (act.isEmpty())
                qFatal("not recorded");
        }
        noura.signOut();
        return recorded;
    }

    /// For a question that runs the event loop itself.
    static bool comesTrue(const std::function<bool()> &question)
    {
        const QDeadlineTimer end(kPatienceMs);
        while (!question()) {
            if (end.hasExpired())
                return false;
        }
        return true;
    }

    static bool keyIsKnown(RealDesk &desk)
    {
        auto answer = std::make_shared<std::optional<bool>>();
        desk.store().withJournal([answer, &store = desk.store()](Journal &journal) {
            const auto key = journal.authorKey();
            store.onGui([answer, isKnown = key && *key && (*key)->knownIn] { *answer = isKnown; });
        });
        return QTest::qWaitFor([answer] { return answer->has_value(); }, kPatienceMs) && **answer;
    }

    std::unique_ptr<QTemporaryDir> m_machine;
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestEnvelopes)
#include "tst_envelopes.moc"

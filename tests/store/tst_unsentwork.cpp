// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/actcodec.h"
#include "models/protocol/jsonreader.h"
#include "models/store/journal.h"
#include "models/store/profilelock.h"
#include "models/store/storedforms.h"
#include "models/store/unsentwork.h"
#include "tests/support/samplecase.h"
#include "tests/support/scratchdirectory.h"
#include "tests/support/testclock.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtTest/QTest>

#include <map>

namespace tawasul {

namespace {

QStringList everythingIn(const QString &folder)
{
    QStringList all;
    QDirIterator entries(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QFileInfo file(entries.next());
        all.append(file.filePath() % u' ' % QString::number(file.size()));
    }
    all.sort();
    return all;
}

} // namespace

class TestUnsentWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_directory = makeScratchDirectory(); }

    void tellsWhoLeftHowMuchTheOldestFirst()
    {
        profile("one", "noura", 2, std::chrono::hours(0));
        profile("two", "fahad", 3, std::chrono::hours(-5), 1);
        profile("three", "idle", 0, std::chrono::hours(0));
        const auto found = survey();
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found[0].username, QStringLiteral("fahad"));
        QCOMPARE(found[0].officer, sampleOfficer().name);
        QCOMPARE(found[0].counts, (UnsentCounts{0, 0, 0, 3})); // two stand behind the parked one
        QCOMPARE(found[0].oldest, sampleNow() - std::chrono::hours(5));
        QCOMPARE(found[1].username, QStringLiteral("noura"));
        QCOMPARE(found[1].counts, (UnsentCounts{2, 0, 0, 0}));
    }

    // What the card may promise: an act goes with others only as its file and those before it say so.
    void whatBecomesOfEachActIsCounted_data()
    {
        QTest::addColumn<QByteArray>("acts");
        QTest::addColumn<UnsentCounts>("counts");
        // An act each: its lane, s when it is parked or held, then how far its envelope is (r ready, t taken,
        // a aside, v arrived, - none).
        QTest::newRow("nothing") << QByteArray() << UnsentCounts{};
        QTest::newRow("no envelopes") << QByteArray("1- 1-") << UnsentCounts{2, 0, 0, 0};
        QTest::newRow("all have theirs") << QByteArray("1r 1t 2r") << UnsentCounts{3, 3, 0, 0};
        QTest::newRow("too large or refused by the disk, and one behind it")
            << QByteArray("1r 1- 1r 2r") << UnsentCounts{4, 2, 0, 0};
        QTest::newRow("held, and one behind it") << QByteArray("1r 1s- 1- 2r") << UnsentCounts{2, 2, 0, 2};
        QTest::newRow("its author's alone, and its lane")
            << QByteArray("1r 1a 2r") << UnsentCounts{3, 1, 0, 0};
        QTest::newRow("brought by somebody") << QByteArray("1v 1v 1v") << UnsentCounts{0, 0, 3, 0};
        QTest::newRow("brought in part") << QByteArray("1v 1r 2-") << UnsentCounts{2, 1, 1, 0};
    }
    void whatBecomesOfEachActIsCounted()
    {
        QFETCH(const QByteArray, acts);
        QFETCH(const UnsentCounts, counts);
        using Stage = EnvelopeFolder::Stage;
        const std::map<char, Stage> stages{
            {'r', Stage::Ready}, {'t', Stage::Taken}, {'a', Stage::Aside}, {'v', Stage::Arrived}};
        std::vector<UnsentAct> list;
        std::vector<EnvelopeFolder::Entry> entries;
        for (const QByteArray &word : acts.isEmpty() ? QList<QByteArray>() : acts.split(' ')) {
            const ActId id(QString::number(list.size()));
            list.push_back({id, CaseId(QString::fromLatin1(word.first(1))), word.contains('s')});
            if (const auto stage = stages.find(word.back()); stage != stages.end())
                entries.push_back({id, stage->second});
        }
        QCOMPARE(countUnsent(list, entries), counts);
    }

    void whatOthersCarryIsFoundInTheFolder()
    {
        profile("one", "noura", 2, std::chrono::hours(0));
        const auto folder = EnvelopeFolder::of(envelopes(), QStringLiteral("centre-1"));
        QVERIFY(folder.put(act(1), "sealed"));
        QCOMPARE(survey().at(0).counts, (UnsentCounts{2, 1, 0, 0}));
        QVERIFY(folder.put(act(2), "sealed"));
        QCOMPARE(survey().at(0).counts, (UnsentCounts{2, 2, 0, 0}));
        QVERIFY(*folder.take(act(1)));
        QVERIFY(folder.markArrived(act(1)));
        QCOMPARE(survey().at(0).counts, (UnsentCounts{1, 1, 1, 0}));
        QVERIFY(hold("one", act(2)));
        QCOMPARE(survey().at(0).counts, (UnsentCounts{0, 0, 1, 1}));
    }

    void changesNothing()
    {
        profile("one", "noura", 2, std::chrono::hours(0));
        const QStringList before = everythingIn(m_directory->path());
        QCOMPARE(survey().size(), std::size_t(1));
        QCOMPARE(everythingIn(m_directory->path()), before);
    }

    void whatCannotBeReadIsLeftOut()
    {
        profile("one", "noura", 1, std::chrono::hours(0));
        profile("torn", "fahad", 1, std::chrono::hours(0));
        QFile torn(m_directory->filePath(QStringLiteral("torn/journal.sqlite")));
        QVERIFY(torn.open(QIODevice::WriteOnly));
        torn.write(QByteArray(8192, 'x'));
        torn.close();
        QVERIFY(QDir(m_directory->path()).mkpath(QStringLiteral("empty")));
        QCOMPARE(survey().size(), std::size_t(1));
        QVERIFY(unsentWork(m_directory->filePath(QStringLiteral("nowhere")), envelopes()).empty());
        const auto inUse = ProfileLock::take(m_directory->filePath(QStringLiteral("one")));
        QVERIFY(inUse);
        QVERIFY(survey().empty());
    }

private:
    [[nodiscard]] QString envelopes() const { return m_directory->filePath(QStringLiteral("envelopes")); }
    [[nodiscard]] std::vector<UnsentWork> survey() const
    {
        return unsentWork(m_directory->path(), envelopes());
    }
    static ActId act(int n)
    {
        return ActId(QStringLiteral("019ab9d0-2f70-7aaa-8bbb-%1").arg(n, 12, 10, QLatin1Char('0')));
    }
    bool hold(const char *name, const ActId &id)
    {
        const QString folder = m_directory->filePath(QString::fromLatin1(name));
        const auto lock = ProfileLock::take(folder);
        Result<Journal> journal = Journal::open(folder % u"/journal.sqlite", {}, m_clock);
        return lock && journal && journal->hold(id);
    }
    // So many acts, the first ones of them parked.
    void profile(const char *name, const char *username, int acts, std::chrono::hours recorded,
                 int parked = 0)
    {
        const QString folder = m_directory->filePath(QString::fromLatin1(name));
        const auto lock = ProfileLock::take(folder);
        QVERIFY(lock);
        Result<Journal> journal = Journal::open(folder % u"/journal.sqlite", {}, m_clock);
        QVERIFY(journal);
        QVERIFY(journal->rememberIdentity({QString::fromLatin1(username), QStringLiteral("v"),
                                           sampleOfficer(), QStringLiteral("centre-1"), false, sampleNow()}));
        for (int n = 1; n <= acts; ++n) {
            Act act = sampleAct(ActType::Note, sampleOfficer());
            act.id = TestUnsentWork::act(n);
            act.recordedAt = sampleNow() + recorded;
            QVERIFY(journal->record(act, wire::toBytes(wire::actBodyToJson(act)), storedCase(sampleCase()),
                                    act.recordedAt));
            if (n <= parked)
                QVERIFY(journal->park(act.id, ParkReason::Refused, {Error::Kind::Forbidden, {}, {}},
                                      std::nullopt));
        }
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    TestClock m_clock{sampleNow()};
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestUnsentWork)
#include "tst_unsentwork.moc"

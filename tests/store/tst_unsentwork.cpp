// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/actcodec.h"
#include "models/protocol/jsonreader.h"
#include "models/store/storedforms.h"
#include "models/store/journal.h"
#include "models/store/profilelock.h"
#include "models/store/unsentwork.h"
#include "tests/support/samplecase.h"
#include "tests/support/scratchdirectory.h"
#include "tests/support/testclock.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtTest/QTest>

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
        const auto found = unsentWork(m_directory->path());
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found[0].username, QStringLiteral("fahad"));
        QCOMPARE(found[0].officer, sampleOfficer().name);
        QCOMPARE(found[0].waiting, qint64(2));
        QCOMPARE(found[0].parked, qint64(1));
        QCOMPARE(found[0].oldest, sampleNow() - std::chrono::hours(5));
        QCOMPARE(found[1].username, QStringLiteral("noura"));
        QCOMPARE(found[1].waiting, qint64(2));
    }

    void changesNothing()
    {
        profile("one", "noura", 2, std::chrono::hours(0));
        const QStringList before = everythingIn(m_directory->path());
        QCOMPARE(unsentWork(m_directory->path()).size(), std::size_t(1));
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
        QCOMPARE(unsentWork(m_directory->path()).size(), std::size_t(1));
        QVERIFY(unsentWork(m_directory->filePath(QStringLiteral("nowhere"))).empty());
        const auto inUse = ProfileLock::take(m_directory->filePath(QStringLiteral("one")));
        QVERIFY(inUse);
        QVERIFY(unsentWork(m_directory->path()).empty());
    }

private:
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
            act.id = ActId(QStringLiteral("019ab9d0-2f70-7aaa-8bbb-%1").arg(n, 12, 10, QLatin1Char('0')));
            act.recordedAt = sampleNow() + recorded;
            QVERIFY(
                journal->record(act, wire::toBytes(wire::actBodyToJson(act)), storedCase(sampleCase()), act.recordedAt));
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

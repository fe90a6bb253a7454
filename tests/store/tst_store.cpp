// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/query.h"
#include "models/store/profilelock.h"
#include "models/store/storedforms.h"
#include "tests/support/childprocess.h"
#include "tests/support/deskprofile.h"
#include "tests/support/faultvfs.h"
#include "tests/support/opendirectly.h"
#include "tests/support/samplereference.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <csignal>

using namespace tawasul;
using namespace std::chrono_literals;

class StoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void afterOpeningTheScreensHearOfEverythingOnce()
    {
        DeskProfile profile;
        QVERIFY(profile.open());
        profile.pull({numberedCase(1), numberedCase(2)});
        QVERIFY(
            profile.wait(profile.desk().record(intentionOf(ActType::Note, numberedCase(1))))->has_value());
        const int before = profile.snapshots();
        QVERIFY(profile.open(false));
        QCOMPARE(profile.snapshots(), before + 1);
        QCOMPARE(profile.heard()->entries.size(), std::size_t(2));
        QCOMPARE(profile.heardOutbox().size(), std::size_t(1));
        QVERIFY(profile.store().reference());
        QCOMPARE(profile.store().worklist(), profile.heard());
    }

    void ofALongListTheFirstRowsComeFirstAndTheRestWhenItIsAskedFor()
    {
        constexpr int kLong = 3000;
        DeskProfile profile;
        QVERIFY(profile.open());
        CasePage page;
        for (int n = 1; n <= kLong; ++n)
            page.add(numberedCase(n));
        page.endAt(QStringLiteral("c1"));
        profile.pull(page, profile.clock().now());
        const std::vector<WorklistEntry> all = profile.heard()->entries;
        profile.close();

        Store store({profile.folder(), {}}, profile.executors(), profile.clock());
        std::vector<WorklistPtr> heard;
        QObject::connect(&store.notifier(), &StoreNotifier::worklistChanged, &store.notifier(),
                         [&heard](const WorklistPtr &list) { heard.push_back(list); });
        store.open([](const Outcome &) {});
        profile.scheduler().runAll();
        QCOMPARE(heard.size(), std::size_t(1));
        const std::vector<WorklistEntry> first = heard[0]->entries;
        QVERIFY(!heard[0]->isWhole && !first.empty() && first.size() <= std::size_t(Cache::kBeginning));
        QVERIFY(std::equal(first.begin(), first.end(), all.begin()));
        store.readWholeWorklist();
        store.readWholeWorklist();
        profile.scheduler().runAll();
        QCOMPARE(heard.size(), std::size_t(2)); // once
        QVERIFY(heard[1]->isWhole);
        QCOMPARE(heard[1]->entries, all);
        QCOMPARE(store.worklist(), heard[1]);
    }

    void whenTheRestCannotBeReadItIsSaidAndTheNextStartFetchesAnew()
    {
        constexpr int kLong = 3000;
        DeskProfile profile;
        QVERIFY(profile.open());
        CasePage page;
        for (int n = 1; n <= kLong; ++n)
            page.add(numberedCase(n));
        page.endAt(QStringLiteral("c1"));
        profile.pull(page, profile.clock().now());
        profile.close();
        {
            // A column of the wrong type far down the list is what a damaged page looks like from here.
            Database direct = openDirectly(profile.file(QStringLiteral("cache.sqlite")));
            QVERIFY(runStatement(
                direct,
                QStringLiteral("UPDATE case_row SET flags = 'x' WHERE rid ="
                               " (SELECT rid FROM case_row ORDER BY deadline_ms DESC LIMIT 1)")));
        }
        QVERIFY(profile.open(false)); // reads the whole as well
        QVERIFY(!profile.heard()->isWhole);
        QVERIFY(!profile.heard()->entries.empty());
        QVERIFY(!profile.failures().empty());
        QCOMPARE(profile.failures().front().kind, Error::Kind::Corrupt);
        QVERIFY(profile.open(false));
        QVERIFY(profile.heard()->entries.empty()); // to be fetched again
    }

    void aSecondDeskOnTheProfileIsRefused()
    {
        DeskProfile profile;
        QVERIFY(profile.open());
        Store second({profile.folder(), {}}, profile.executors(), profile.clock());
        std::optional<Outcome> answer;
        second.open([&answer](const Outcome &outcome) { answer = outcome; });
        profile.scheduler().runAll();
        QVERIFY(answer && !*answer);
        QCOMPARE(answer->error().kind, Error::Kind::Conflict);
        QCOMPARE(answer->error().code, QStringLiteral("profile.in_use"));
        // The first goes on undisturbed.
        profile.pull({numberedCase(1)});
        QCOMPARE(profile.heard()->entries.size(), std::size_t(1));
    }

    void aDeskThatWasKilledLeavesTheProfileFree()
    {
        const auto directory = makeScratchDirectory();
        const ChildEnd end = runInChild([&] {
            const auto lock = ProfileLock::take(directory->path());
            if (!lock)
                return 1;
            std::raise(SIGKILL);
            return 0;
        });
        QCOMPARE(end.signal, SIGKILL);
        QVERIFY(ProfileLock::take(directory->path()));
    }

    void anotherProcessOnTheProfileIsRefused()
    {
        const auto directory = makeScratchDirectory();
        const auto lock = ProfileLock::take(directory->path());
        QVERIFY(lock);
        const ChildEnd end = runInChild([&] {
            const auto second = ProfileLock::take(directory->path());
            return !second && second.error().code == u"profile.in_use" ? 0 : 1;
        });
        QCOMPARE(end.exitCode, 0);
    }

    void aProfileMayBeOpenedAgainTheMomentItIsClosed()
    {
        DeskProfile profile(7);
        for (int round = 0; round < 20; ++round) {
            auto first = std::make_unique<Store>(ProfilePlace{profile.folder(), {}}, profile.executors(),
                                                 profile.clock());
            std::optional<Outcome> answer;
            first->open([](const Outcome &) {});
            for (int jobs = round; jobs > 0; --jobs)
                profile.scheduler().runOne(); // opened as far as it happens
            first.reset();
            first = std::make_unique<Store>(ProfilePlace{profile.folder(), {}}, profile.executors(),
                                            profile.clock());
            first->open([&answer](const Outcome &outcome) { answer = outcome; });
            profile.scheduler().runAll();
            QVERIFY(answer && *answer);
            first.reset();
            profile.scheduler().runAll();
        }
    }

    void aFolderThatCannotBeWrittenIsSaid()
    {
        const auto directory = makeScratchDirectory();
        QFile::setPermissions(directory->path(),
                              QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
        const QString inside = directory->filePath(QStringLiteral("deeper"));
        const ChildEnd end = runInChild(
            [&] {
                for (const QString &folder : {directory->path(), inside}) {
                    TestClock clock(sampleNow());
                    ManualScheduler scheduler(clock, 1);
                    const StoreExecutors executors{scheduler.makeExecutor(), scheduler.makeExecutor(),
                                                   scheduler.makeExecutor(), scheduler.makeExecutor()};
                    std::optional<Outcome> answer;
                    {
                        Store store({folder, {}}, executors, clock);
                        store.open([&answer](const Outcome &outcome) { answer = outcome; });
                        scheduler.runAll();
                    }
                    scheduler.runAll();
                    if (!answer || *answer || answer->error().kind != Error::Kind::Storage
                        || answer->error().code != u"profile.read_only")
                        return 1;
                }
                return 0;
            },
            ChildUser::Nobody);
        QCOMPARE(end.exitCode, 0);
        QFile::setPermissions(directory->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    void aFullDiskIsSaidAtOpening()
    {
        FaultVfs vfs;
        {
            DeskProfile profile(1, vfs.name());
            vfs.arm({Fault::Call::Write, 1, Fault::Kind::Full, true});
            const Outcome outcome = profile.open();
            vfs.disarm();
            QVERIFY(!outcome);
            QCOMPARE(outcome.error().kind, Error::Kind::Full);
            QVERIFY(profile.open()); // and when there is room again, it opens
        }
    }

    void aJournalOfANewerProgramOpensNothing()
    {
        DeskProfile profile;
        QVERIFY(profile.open());
        profile.close();
        {
            Database direct = openDirectly(profile.file(QStringLiteral("journal.sqlite")));
            QVERIFY(runStatement(direct, QStringLiteral("PRAGMA user_version = 99")));
        }
        QCOMPARE(profile.open(false).error().kind, Error::Kind::TooNew);
    }

    void jobsThatWaitedWhenTheStoreWentDoNothing()
    {
        DeskProfile profile;
        QVERIFY(profile.open());
        int ran = 0;
        profile.store().withJournal([&ran](Journal &) { ++ran; });
        profile.store().withCache([&ran](Cache &) { ++ran; });
        profile.store().withReader([&ran](CacheReader &) { ++ran; });
        profile.store().withJournalBesideCache([&ran](Journal &, CacheReader &) { ++ran; });
        profile.store().onGui([&ran] { ++ran; });
        profile.close();
        QCOMPARE(ran, 0);
        QCOMPARE(profile.scheduler().waiting(), std::size_t(0));
    }

    void pagesThatComeFasterThanTheScreensTakeThemAreOnePieceOfNews()
    {
        DeskProfile profile;
        QVERIFY(profile.open());
        const int before = profile.snapshots();
        QSet<CaseId> heard;
        QObject::connect(&profile.store().notifier(), &StoreNotifier::caseChanged,
                         &profile.store().notifier(), [&heard](const CaseId &id) { heard.insert(id); });
        std::vector<std::unique_ptr<CasePage>> pages;
        for (int page = 0; page < 50; ++page) {
            pages.push_back(std::make_unique<CasePage>());
            for (int n = 1; n <= 10; ++n)
                pages.back()->add(numberedCase(page * 10 + n));
            pages.back()->endAt(QString::number(page), page < 49);
        }
        profile.store().withCache([&](Cache &cache) {
            for (const auto &page : pages) {
                const auto effect = cache.applyPage(page->page(), std::nullopt);
                QVERIFY(effect);
                profile.store().worklistTouched(cache, *effect);
            }
        });
        profile.scheduler().runAll();
        QVERIFY(profile.snapshots() - before <= 2);
        QCOMPARE(profile.heard()->entries.size(), std::size_t(500));
        QCOMPARE(heard.size(), 500);
    }

    void stepsOfTheOutboxThatComeFastAreOnePieceOfNews()
    {
        DeskProfile profile;
        QVERIFY(profile.open());
        int news = 0;
        QObject::connect(&profile.store().notifier(), &StoreNotifier::outboxChanged,
                         &profile.store().notifier(), [&news] { ++news; });
        profile.store().withJournal([&](Journal &journal) {
            for (int n = 1; n <= 30; ++n) {
                Act act = sampleAct(ActType::Note, sampleOfficer());
                act.id = ActId(QString::number(n));
                act.caseId = numberedCase(n).id;
                QVERIFY(journal.record(act, sentBody(act), storedCase(numberedCase(n)), sampleNow()));
                profile.store().outboxTouched(journal, {act.caseId});
            }
        });
        profile.scheduler().runAll();
        QVERIFY2(news <= 2, qPrintable(QString::number(news)));
        QCOMPARE(profile.heardOutbox().size(), std::size_t(30));
    }

    void attachmentsThatNothingNamesGoAtTheStart()
    {
        DeskProfile profile;
        QVERIFY(profile.open());
        const auto put = [&](char letter) {
            QVERIFY(profile.store().attachments().append(QString(64, QLatin1Char(letter)), 0, "x"));
        };
        put('a'); // named by the cached case
        put('e'); // named by an act on a case that left
        put('f'); // named by nothing
        Case left = numberedCase(2);
        left.attachments[0].sha256 = QString(64, u'e');
        // A cache that was never whole cannot know.
        QVERIFY(profile.open());
        QCOMPARE(profile.store().attachments().partSize(QString(64, u'f')), 1);
        profile.pull({numberedCase(1), left});
        QVERIFY(profile.wait(profile.desk().record(intentionOf(ActType::Note, left)))->has_value());
        CasePage page;
        page.remove(left.id).endAt(QStringLiteral("c2"));
        profile.pull(page, sampleNow());
        QVERIFY(profile.open());
        QCOMPARE(profile.store().attachments().partSize(QString(64, u'a')), 1);
        QCOMPARE(profile.store().attachments().partSize(QString(64, u'e')), 1);
        QCOMPARE(profile.store().attachments().partSize(QString(64, u'f')), 0);
    }

    void aCaseThatLeavesTakesItsRowsButNotItsActs()
    {
        DeskProfile profile;
        QVERIFY(profile.open());
        profile.pull({numberedCase(1)});
        QVERIFY(
            profile.wait(profile.desk().record(intentionOf(ActType::Note, numberedCase(1))))->has_value());
        CaseId gone;
        QObject::connect(&profile.store().notifier(), &StoreNotifier::caseRemoved,
                         &profile.store().notifier(), [&gone](const CaseId &id) { gone = id; });
        CasePage page;
        page.remove(numberedCase(1).id).endAt(QStringLiteral("c2"));
        profile.pull(page);
        QCOMPARE(gone, numberedCase(1).id);
        QVERIFY(profile.heard()->entries.empty());
        QCOMPARE(profile.unsettled().size(), std::size_t(1));
        QVERIFY(profile.open());
        QCOMPARE(profile.unsettled().size(), std::size_t(1));
        QVERIFY(profile.unsettled()[0].base == numberedCase(1));
    }

    void aCacheLostWithItsReferenceDataStillShowsPendingActs()
    {
        DeskProfile profile;
        QVERIFY(profile.open());
        profile.pull({sampleCase()});
        QVERIFY(
            profile.wait(profile.desk().record(intentionOf(ActType::Complete, sampleCase())))->has_value());
        profile.close();
        QFile::remove(profile.file(QStringLiteral("cache.sqlite")));
        QFile::remove(profile.file(QStringLiteral("cache.sqlite-wal")));
        QVERIFY(profile.open()); // the reference data comes again
        profile.pull({sampleCase()});
        QCOMPARE(profile.heard()->entries[0].status, CaseStatus::Completed);
    }
};

QTEST_GUILESS_MAIN(StoreTest)
#include "tst_store.moc"

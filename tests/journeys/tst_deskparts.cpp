// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The parts of app/desk by themselves: who may enter a profile, drafts on a disk that refuses, acts whose
// answer comes late, threads at their end.
#include "app/desk/draftkeeper.h"
#include "app/desk/endofdayflow.h"
#include "app/desk/identity.h"
#include "app/desk/leavetaking.h"
#include "app/desk/notekeeper.h"
#include "app/desk/profile.h"
#include "app/desk/recorder.h"
#include "app/desk/threadexecutor.h"
#include "models/domain/clock.h"
#include "tests/support/deskprofile.h"
#include "tests/support/faultvfs.h"
#include "ui/endofday/endofdaypage.h"
#include "ui/shell/leavingcard.h"
#include "ui/theme/theme.h"

#include <QtCore/QFileInfo>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QLabel>

namespace tawasul {

namespace {

wire::SessionGrant grantOf(const QString &centre, const Actor &officer, bool training = true)
{
    wire::SessionGrant grant;
    grant.centre = centre;
    grant.officer = officer;
    grant.training = training;
    return grant;
}

QString password()
{
    return QStringLiteral("كلمة مرور للاختبار");
}

QString word(const Outcome &outcome)
{
    return outcome ? QStringLiteral("well") : outcome.error().code;
}

} // namespace

class TestDeskParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aProfileBelongsToOneCentreAndOnePerson()
    {
        const auto folder = makeScratchDirectory();
        const SystemClock clock;
        Journal journal =
            std::move(Journal::open(folder->filePath(QStringLiteral("journal.sqlite")), {}, clock)).value();
        const auto rememberAs = [&](const wire::SessionGrant &grant) {
            return word(remember(journal, grant, QStringLiteral("noura"), password(), clock.now()));
        };
        const QString here = QStringLiteral("centre-1");
        QCOMPARE(rememberAs(grantOf(here, sampleOfficer())), QStringLiteral("well"));
        QCOMPARE(rememberAs(grantOf(QStringLiteral("centre-2"), sampleOfficer())),
                 QStringLiteral("profile.other_centre"));
        QCOMPARE(rememberAs(grantOf(here, otherOfficer())), QStringLiteral("profile.other_centre"));
        Actor moved = sampleOfficer();
        moved.section = QStringLiteral("passport"); // the same person with other work
        QCOMPARE(rememberAs(grantOf(here, moved)), QStringLiteral("well"));
        QCOMPARE(recognise(journal, password(), true)->officer, moved);
    }

    void withoutTheCentreTheMachineRemembers_data()
    {
        QTest::addColumn<bool>("known");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("training");
        QTest::addColumn<QString>("code");
        const QString right = password();
        QTest::newRow("right") << true << right << true << QStringLiteral("well");
        QTest::newRow("wrong") << true << QStringLiteral("wrong") << true
                               << QStringLiteral("session.wrong_credentials");
        QTest::newRow("empty") << true << QString() << true << QStringLiteral("session.wrong_credentials");
        QTest::newRow("never here") << false << right << true << QStringLiteral("signin.first_needs_centre");
        QTest::newRow("real desk") << true << right << false << QStringLiteral("centre.is_training");
    }

    void withoutTheCentreTheMachineRemembers()
    {
        QFETCH(bool, known);
        QFETCH(QString, typed);
        QFETCH(bool, training);
        const auto folder = makeScratchDirectory();
        const SystemClock clock;
        Journal journal =
            std::move(Journal::open(folder->filePath(QStringLiteral("journal.sqlite")), {}, clock)).value();
        if (known)
            QVERIFY(remember(journal, grantOf(QStringLiteral("c"), sampleOfficer()), QStringLiteral("noura"),
                             password(), clock.now()));
        const auto recognised = recognise(journal, typed, training);
        QTEST(recognised ? QStringLiteral("well") : recognised.error().code, "code");
    }

    void aFolderIsForItsOwnerOnly()
    {
        const auto folder = makeScratchDirectory();
        const QString path = folder->filePath(QStringLiteral("a/b"));
        QVERIFY(makePrivateFolder(path));
        const QFile::Permissions others =
            QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
        QVERIFY(!(QFileInfo(path).permissions() & others));
    }

    void aDraftIsTriedAgainUntilTheDiskTakesIt()
    {
        FaultVfs disk;
        DeskProfile profile(1, disk.name());
        QVERIFY(profile.open());
        profile.pull({sampleCase()});
        DraftKeeper drafts(profile.desk());
        QSignalSpy failed(&drafts, &DraftKeeper::failed);
        disk.arm({Fault::Call::Write, 1, Fault::Kind::Full, true});
        drafts.keep(sampleCase().id, "half a thought");
        drafts.saveAll();
        profile.scheduler().runAll();
        QCOMPARE(failed.count(), 1);
        disk.disarm();
        drafts.saveAll(); // as its timer does
        profile.scheduler().runAll();
        QCOMPARE(failed.count(), 1);
        const auto opened = profile.wait(profile.desk().openCase(sampleCase().id));
        QVERIFY(opened && *opened);
        QVERIFY((*opened)->draft.has_value());
        QCOMPARE((*opened)->draft->content, QByteArray("half a thought"));
    }

    // Another language makes the page anew while the disk refuses the note: what was typed goes on there.
    void aNoteThatTheDiskRefusesOutlivesItsPage()
    {
        FaultVfs disk;
        DeskProfile profile(1, disk.name());
        QVERIFY(profile.open());
        const Theme theme(*qApp);
        NoteKeeper note(profile.desk());
        const auto makePage = [&] {
            auto page = std::make_unique<EndOfDayPage>(theme, profile.clock(), DisplayLocale{});
            auto flow = std::make_unique<EndOfDayFlow>(profile.desk(), note, *page);
            profile.scheduler().runAll();
            return std::pair(std::move(page), std::move(flow));
        };
        note.keep(QStringLiteral("of yesterday"));
        note.save();
        profile.scheduler().runAll();
        {
            const auto [page, flow] = makePage();
            QCOMPARE(page->note(), QStringLiteral("of yesterday"));
            disk.arm({Fault::Call::Write, 1, Fault::Kind::Full, true});
            Q_EMIT page->noteEdited(QStringLiteral("of today"));
        }
        note.save(); // as its timer does
        {
            const auto [page, flow] = makePage();
            QCOMPARE(page->note(), QStringLiteral("of today"));
            QVERIFY(note.refusal().has_value());
        }
        disk.disarm();
        note.save();
        profile.scheduler().runAll();
        QVERIFY(!note.unsaved() && !note.refusal());
        const auto kept = profile.wait(profile.desk().handover());
        QCOMPARE((*kept)->value().text, QStringLiteral("of today"));
    }

    void whoLeavesHearsOfWhatTheDiskRefuses_data()
    {
        QTest::addColumn<bool>("isDraft");
        QTest::addColumn<bool>("isRefused");
        QTest::newRow("a draft") << true << true;
        QTest::newRow("a note") << false << true;
        QTest::newRow("a draft that is taken") << true << false;
        QTest::newRow("a note that is taken") << false << false;
    }
    void whoLeavesHearsOfWhatTheDiskRefuses()
    {
        QFETCH(const bool, isDraft);
        QFETCH(const bool, isRefused);
        FaultVfs disk;
        DeskProfile profile(1, disk.name());
        QVERIFY(profile.open());
        profile.pull({sampleCase()});
        const Theme theme(*qApp);
        QWidget window;
        LeavingCard card(theme, {}, window);
        DraftKeeper drafts(profile.desk());
        NoteKeeper note(profile.desk());
        LeaveTaking leaving(profile.desk(), drafts, note);
        window.show();
        if (isRefused)
            disk.arm({Fault::Call::Write, 1, Fault::Kind::Full, true});
        if (isDraft)
            drafts.keep(sampleCase().id, "half a thought"); // a moment ago
        else
            note.keep(QStringLiteral("half a thought"));
        int gone = 0;
        const auto leave = [&gone] { ++gone; };
        leaving.begin({}, card, leave);
        profile.scheduler().runAll();
        QCOMPARE(card.isVisible(), isRefused);
        QCOMPARE(gone, isRefused ? 0 : 1);
        QCOMPARE(leaving.holdsUnwritten(), isRefused);
        disk.disarm();
        leaving.begin({}, card, leave);
        profile.scheduler().runAll();
        QCOMPARE(gone, isRefused ? 1 : 2); // nothing is left to be said
    }

    void theNewestTextIsKeptWhateverBecomesOfTheOnesBefore()
    {
        FaultVfs disk;
        DeskProfile profile(1, disk.name());
        QVERIFY(profile.open());
        profile.pull({sampleCase()});
        DraftKeeper drafts(profile.desk());
        NoteKeeper note(profile.desk());
        // The disk stalls: three are on their way before the first is answered, and all are refused.
        for (const char *text : {"one", "two", "three"}) {
            drafts.keep(sampleCase().id, text);
            drafts.saveAll();
            note.keep(QString::fromLatin1(text));
            note.save();
        }
        disk.arm({Fault::Call::Write, 1, Fault::Kind::Full, true});
        profile.scheduler().runAll();
        disk.disarm();
        QCOMPARE(drafts.unsaved(sampleCase().id), QByteArray("three"));
        QCOMPARE(note.unsaved(), QStringLiteral("three"));
        drafts.saveAll();
        note.save();
        QVERIFY(drafts.holdsAny()); // until the disk says so
        profile.scheduler().runAll();
        QVERIFY(!drafts.holdsAny() && !note.unsaved());
        const auto opened = profile.wait(profile.desk().openCase(sampleCase().id));
        QCOMPARE(opened->value().draft.value().content, QByteArray("three"));
        QCOMPARE(profile.wait(profile.desk().handover())->value().value().text, QStringLiteral("three"));
    }

    void whoClosesTheWindowIsAskedOnlyWhenSomethingWouldBeLost_data()
    {
        QTest::addColumn<bool>("isRefused");
        QTest::newRow("the disk takes it") << false;
        QTest::newRow("the disk refuses it") << true;
    }
    void whoClosesTheWindowIsAskedOnlyWhenSomethingWouldBeLost()
    {
        QFETCH(const bool, isRefused);
        FaultVfs disk;
        DeskProfile profile(1, disk.name());
        QVERIFY(profile.open());
        profile.pull({sampleCase()});
        const Theme theme(*qApp);
        QWidget window;
        LeavingCard card(theme, {}, window);
        DraftKeeper drafts(profile.desk());
        NoteKeeper note(profile.desk());
        LeaveTaking leaving(profile.desk(), drafts, note);
        window.show();
        SyncStatus unsent;
        unsent.waiting = 3; // no reason to ask: closing sends nothing and loses none of them
        drafts.keep(sampleCase().id, "half a thought");
        if (isRefused)
            disk.arm({Fault::Call::Write, 1, Fault::Kind::Full, true});
        int closed = 0;
        leaving.beforeClosing(unsent, card, [&closed] { ++closed; });
        profile.scheduler().runAll();
        disk.disarm();
        QCOMPARE(card.isVisible(), isRefused);
        QCOMPARE(closed, isRefused ? 0 : 1);
        if (!isRefused)
            return;
        // It asks about what was begun, and does that: nobody asked to be signed out.
        QCOMPARE(card.findChild<QLabel *>(QStringLiteral("leavingTitle"))->text(),
                 QStringLiteral("Close the window"));
        card.findChild<QAbstractButton *>(QStringLiteral("leavingLeave"))->click();
        QCOMPARE(closed, 1);
        int gone = 0;
        drafts.keep(sampleCase().id, "half a thought more");
        disk.arm({Fault::Call::Write, 1, Fault::Kind::Full, true});
        leaving.begin(unsent, card, [&gone] { ++gone; });
        profile.scheduler().runAll();
        disk.disarm();
        QCOMPARE(card.findChild<QLabel *>(QStringLiteral("leavingTitle"))->text(),
                 QStringLiteral("Sign out"));
        card.findChild<QAbstractButton *>(QStringLiteral("leavingLeave"))->click();
        QCOMPARE(closed, 1); // once, by the card of then
        QCOMPARE(gone, 1);
    }

    void anActTakesItsDraftWithItAndARefusedOneLeavesIt()
    {
        DeskProfile profile;
        QVERIFY(profile.open());
        profile.pull({sampleCase()});
        DraftKeeper drafts(profile.desk());
        Recorder recorder(profile.desk());
        QSignalSpy recorded(&recorder, &Recorder::recorded);
        QSignalSpy refused(&recorder, &Recorder::refused);

        Intention stale = intentionOf(ActType::Return, sampleCase());
        stale.seenVersion -= 1;
        drafts.keep(sampleCase().id, "what was typed");
        drafts.saveAll();
        recorder.record(stale, sampleCase());
        QVERIFY(recorder.isRecording(sampleCase().id));
        profile.scheduler().runAll();
        QCOMPARE(refused.count(), 1);
        QVERIFY(profile.wait(profile.desk().openCase(sampleCase().id))->value().draft.has_value());

        drafts.keep(sampleCase().id, "typed on");
        drafts.saveAll();
        recorder.record(intentionOf(ActType::Return, sampleCase()), sampleCase());
        profile.scheduler().runAll();
        QCOMPARE(recorded.count(), 1);
        QVERIFY(!recorder.isRecording(sampleCase().id));
        QVERIFY(!profile.wait(profile.desk().openCase(sampleCase().id))->value().draft.has_value());
    }

    void whatWasPostedIsDoneBeforeAThreadEnds()
    {
        std::atomic<int> done = 0;
        {
            ThreadExecutor thread(QStringLiteral("test"));
            for (int i = 0; i < 100; ++i)
                thread.post([&done] { ++done; });
            thread.drain();
            QCOMPARE(done.load(), 100);
            for (int i = 0; i < 100; ++i)
                thread.post([&done] { ++done; });
            thread.postAfter(std::chrono::hours(1), [&done] { ++done; });
            thread.finish();
            QCOMPARE(done.load(), 200);
            thread.post([&done] { ++done; }); // too late, and no harm
            thread.drain();
        }
        QCOMPARE(done.load(), 200);
    }
};

} // namespace tawasul

QTEST_MAIN(tawasul::TestDeskParts)
#include "tst_deskparts.moc"

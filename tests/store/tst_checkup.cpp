// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A check-up finds what is there, in whatever state a desk, a disk or a person left it, and leaves it as it
// is.
#include "models/sql/query.h"
#include "models/store/profilecheckup.h"
#include "models/store/profilelock.h"
#include "tests/support/childprocess.h"
#include "tests/support/deskprofile.h"
#include "tests/support/opendirectly.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace tawasul;
using namespace std::chrono_literals;

namespace {

const QString kJournal = QStringLiteral("journal.sqlite");
const QString kCache = QStringLiteral("cache.sqlite");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("a file of the test was not written");
}

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// Reading a file that SQLite has open in this process would drop its locks there.
enum class Trace { Outside, WithContent };

/// Every file below the folder with its bytes, mode and time of change.
QMap<QString, QString> traceOf(const QString &folder, Trace kind = Trace::WithContent)
{
    QMap<QString, QString> trace;
    QDirIterator entries(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = entries.next();
        struct stat status = {};
        ::stat(QFile::encodeName(path).constData(), &status);
        const QString content =
            kind == Trace::WithContent ? hashOf(contentOf(path)) : QString::number(status.st_size);
        trace.insert(path,
                     content % u' ' % QString::number(status.st_mode, 8) % u' '
                         % QString::number(status.st_mtim.tv_sec) % u'.'
                         % QString::number(status.st_mtim.tv_nsec));
    }
    return trace;
}

/// sampleCase() with attachments of known bytes.
Case caseWith(const QList<QByteArray> &contents)
{
    Case one = numberedCase(1);
    one.attachments.clear();
    for (const QByteArray &content : contents) {
        Attachment attachment;
        attachment.sha256 = hashOf(content);
        attachment.name = QStringLiteral("scan.pdf");
        attachment.mediaType = QStringLiteral("application/pdf");
        attachment.size = content.size();
        one.attachments.push_back(attachment);
    }
    return one;
}

/// Copies a profile as a killed desk leaves it: while it is open, and with the logs that are wanted.
void copyProfile(const QString &from, const QString &to, const QStringList &but = {})
{
    QDir().mkpath(to % u"/attachments");
    QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QFile::setPermissions(to % u"/attachments", QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QDirIterator entries(from, QDir::Files, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = entries.next();
        if (!but.contains(entries.fileName()))
            QFile::copy(path, to % path.mid(from.size()));
    }
}

} // namespace

class CheckupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_scratch = makeScratchDirectory();
        m_profile = std::make_unique<DeskProfile>();
        QFile::setPermissions(m_profile->folder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY(m_profile->open());
        m_profile->pull({caseWith({"one", "two", "three"}), numberedCase(2)});
    }

    void aHealthyProfileIsFoundHealthy()
    {
        record(2);
        QVERIFY(m_profile->wait(m_profile->desk().saveDraft(numberedCase(2).id, "{}")).has_value());
        m_profile->close();
        const ProfileCheckup found = lookedAt(m_profile->folder());
        QVERIFY(found.folder.isThere && found.folder.isReadable && found.folder.isWritable);
        QCOMPARE(found.folder.openToOthers, 0);
        QCOMPARE(found.folder.ownedByOthers, 0);
        QVERIFY(found.folder.freeBytes > 0);
        QCOMPARE(found.occupancy, Occupancy::Free);
        for (const FileCheckup &file : {found.journal, found.cache}) {
            QVERIFY(file.isThere && !file.failure && file.hasKnownTables());
            QCOMPARE(file.schemaVersion, file.knownVersion);
            QCOMPARE(file.problems, 0);
        }
        QCOMPARE(found.outbox.waiting, 2);
        QCOMPARE(found.outbox.lost, 0);
        QCOMPARE(found.outbox.unreadable, 0);
        QCOMPARE(found.drafts.count, 1);
        QCOMPARE(found.cases, 2);
        QVERIFY(!found.isFilling);
        QVERIFY(found.completeAt == sampleNow());
        QVERIFY(found.lastServerTime == sampleNow());
        QCOMPARE(found.recordedAhead, 0);
    }

    /// The log holds all that was recorded: passing over it would report that nothing waits.
    void aLogThatAKilledDeskLeftIsReadWhereItLies_data()
    {
        QTest::addColumn<QStringList>("without");
        QTest::addColumn<qint64>("waiting");
        QTest::newRow("log and index") << QStringList() << qint64(3);
        QTest::newRow("log without index") << QStringList{kJournal % u"-shm", kCache % u"-shm"} << qint64(3);
        QTest::newRow("never locked") << QStringList{QStringLiteral("lock")} << qint64(3);
        // What was in the log only is gone with it, and the file has no table yet.
        QTest::newRow("index without log") << QStringList{kJournal % u"-wal", kCache % u"-wal"} << qint64(0);
    }

    void aLogThatAKilledDeskLeftIsReadWhereItLies()
    {
        QFETCH(QStringList, without);
        QFETCH(qint64, waiting);
        record(3);
        const QString copy = m_scratch->filePath(QStringLiteral("copy"));
        copyProfile(m_profile->folder(), copy, without);
        const ProfileCheckup found = lookedAt(copy);
        QCOMPARE(found.occupancy, Occupancy::Free);
        QVERIFY(!found.journal.failure && !found.cache.failure);
        QCOMPARE(found.journal.problems, 0);
        QCOMPARE(found.outbox.waiting, waiting);
        QCOMPARE(found.journal.hasKnownTables(), waiting > 0);
    }

    void besideARunningDeskItReadsAndSaysSo()
    {
        record(1);
        const ProfileCheckup found = checkUp(m_profile->folder(), TestClock(sampleNow()), CheckupDepth::Deep);
        QCOMPARE(found.occupancy, Occupancy::InUse);
        QVERIFY(!found.journal.failure && !found.cache.failure);
        QCOMPARE(found.outbox.waiting, 1);
        QCOMPARE(found.cases, 2);
        // The desk goes on undisturbed.
        record(1);
        QCOMPARE(m_profile->unsettled().size(), std::size_t(2));
    }

    void fromAnotherProcessItReadsBesideARunningDesk()
    {
        record(2);
        const QString folder = m_profile->folder();
        const auto before = traceOf(folder, Trace::Outside);
        const ChildEnd end = runInChild([&folder] {
            const ProfileCheckup found = checkUp(folder, TestClock(sampleNow()), CheckupDepth::Deep);
            return found.occupancy == Occupancy::InUse && !found.journal.failure && found.outbox.waiting == 2
                ? 0
                : 1;
        });
        QCOMPARE(end.exitCode, 0);
        QCOMPARE(traceOf(folder, Trace::Outside), before);
        record(1);
        QCOMPARE(m_profile->unsettled().size(), std::size_t(3));
    }

    void aDeskThatStartsMeanwhileIsKeptOut()
    {
        m_profile->close();
        const auto reading = ProfileLock::takeForReading(m_profile->folder());
        QVERIFY(reading);
        QVERIFY(ProfileLock::takeForReading(m_profile->folder()));
        QCOMPARE(m_profile->open(false).error().code, QStringLiteral("profile.in_use"));
    }

    void theOutboxIsCountedByState()
    {
        std::vector<Case> cases; // one act each: those of one case wait for each other
        for (int n = 11; n <= 15; ++n)
            cases.push_back(numberedCase(n));
        m_profile->pull(cases);
        std::vector<ActId> acts;
        for (const Case &each : cases)
            acts = record(1, each.id);
        QCOMPARE(acts.size(), std::size_t(5));
        m_profile->onJournal(cases.front().id, [&acts](Journal &journal) {
            const Error offline{Error::Kind::Offline, QStringLiteral("network.unreachable"),
                                QStringLiteral("host x")};
            const Error refused{Error::Kind::Conflict, QStringLiteral("act.illegal"),
                                QStringLiteral("a name")};
            for (std::size_t n = 0; n < 4; ++n)
                QVERIFY(journal.beginSending(acts[n]).value());
            QVERIFY(journal.backToWaiting(acts[0], offline, sampleNow() + 90s));
            QVERIFY(journal.park(acts[1], ParkReason::Refused, refused, std::nullopt));
            QVERIFY(journal.settle(acts[2], "{}"));
        });
        m_profile->close();
        const OutboxCheckup outbox = lookedAt(m_profile->folder()).outbox;
        QCOMPARE(outbox.waiting, 2);
        QCOMPARE(outbox.sending, 1);
        QCOMPARE(outbox.parked, 1);
        QCOMPARE(outbox.parkedActs, QStringList{acts[1].text()});
        QCOMPARE(outbox.oldest, acts[0].text());
        QVERIFY(outbox.oldestAt == sampleNow());
        QVERIFY(outbox.nextTryAt.has_value());
        QCOMPARE(outbox.mostTries, 1);
        QVERIFY(outbox.lastError == u"network.unreachable" || outbox.lastError == u"act.illegal");
        QVERIFY(outbox.lastErrorAt == sampleNow());
    }

    void whatWasHarmedInTheJournalIsFound_data()
    {
        QTest::addColumn<QStringList>("harm");
        QTest::addColumn<int>("lost");
        QTest::addColumn<int>("unreadable");
        QTest::addColumn<bool>("hasProblems");
        QTest::newRow("nothing") << QStringList() << 0 << 0 << false;
        QTest::newRow("an act without its place in the outbox")
            << QStringList{QStringLiteral("DELETE FROM outbox WHERE act_id = (SELECT min(id) FROM act)")} << 1
            << 0 << false;
        QTest::newRow("an act that makes no sense")
            << QStringList{QStringLiteral("DROP TRIGGER act_is_final"),
                           QStringLiteral("UPDATE act SET body = x'7b'")}
            << 0 << 2 << false;
        QTest::newRow("a place without its act")
            << QStringList{QStringLiteral("PRAGMA foreign_keys = OFF"),
                           QStringLiteral("DELETE FROM act WHERE id = (SELECT min(id) FROM act)")}
            << 0 << 0 << true;
        QTest::newRow("a state that does not exist")
            << QStringList{QStringLiteral("PRAGMA ignore_check_constraints = ON"),
                           QStringLiteral("UPDATE outbox SET state = 'gone'")}
            << 2 << 0 << false; // SQLite 3.40 does not look at constraints of such a table
    }

    void whatWasHarmedInTheJournalIsFound()
    {
        QFETCH(QStringList, harm);
        QFETCH(int, lost);
        QFETCH(int, unreadable);
        QFETCH(bool, hasProblems);
        record(2);
        m_profile->close();
        {
            Database direct = openDirectly(m_profile->file(kJournal));
            for (const QString &statement : harm)
                QVERIFY(runStatement(direct, statement));
        }
        const ProfileCheckup found = lookedAt(m_profile->folder());
        QVERIFY(!found.journal.failure);
        QCOMPARE(found.outbox.lost, lost);
        QCOMPARE(found.outbox.unreadable, unreadable);
        QCOMPARE(found.journal.problems > 0, hasProblems);
        QCOMPARE(found.journal.firstProblem.isEmpty(), !hasProblems);
    }

    void damageToEitherFileIsFound_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("harm");
        for (const QString &name : {kJournal, kCache}) {
            for (const char *harm :
                 {"cut to a page", "cut to half a page", "torn in the middle", "no database"})
                QTest::addRow("%s %s", qPrintable(name), harm) << name << QString::fromLatin1(harm);
        }
    }

    void damageToEitherFileIsFound()
    {
        QFETCH(QString, name);
        QFETCH(QString, harm);
        record(3);
        m_profile->close();
        const QString path = m_profile->file(name);
        QByteArray content = contentOf(path);
        QVERIFY(content.size() > 3 * 4096);
        if (harm == u"cut to a page")
            content.truncate(4096);
        else if (harm == u"cut to half a page")
            content.truncate(2048);
        else if (harm == u"torn in the middle")
            content.replace(4096, content.size() - 4096, QByteArray(content.size() - 4096, '\x5a'));
        else
            content = QByteArray(8192, 'x');
        write(path, content);
        const ProfileCheckup found = lookedAt(m_profile->folder());
        const FileCheckup &harmed = name == kJournal ? found.journal : found.cache;
        const FileCheckup &other = name == kJournal ? found.cache : found.journal;
        QVERIFY(harmed.failure || harmed.problems > 0);
        QVERIFY(!harmed.failure || harmed.failure->kind == Error::Kind::Corrupt);
        QVERIFY(!other.failure && other.problems == 0);
    }

    void halfWrittenProfilesAreReadAsFarAsTheyGo_data()
    {
        QTest::addColumn<QStringList>("empty"); ///< files made and never filled
        QTest::newRow("folder only") << QStringList();
        QTest::newRow("lock only") << QStringList{QStringLiteral("lock")};
        QTest::newRow("journal begun") << QStringList{QStringLiteral("lock"), kJournal};
        QTest::newRow("both begun") << QStringList{QStringLiteral("lock"), kJournal, kCache};
    }

    void halfWrittenProfilesAreReadAsFarAsTheyGo()
    {
        QFETCH(QStringList, empty);
        for (const QString &name : std::as_const(empty))
            write(m_scratch->filePath(name), {});
        const ProfileCheckup found = lookedAt(m_scratch->path());
        QVERIFY(found.folder.isReadable);
        QCOMPARE(found.journal.isThere, empty.contains(kJournal));
        QCOMPARE(found.cache.isThere, empty.contains(kCache));
        QVERIFY(!found.journal.failure && !found.cache.failure);
        QVERIFY(!found.journal.hasKnownTables() && !found.cache.hasKnownTables());
    }

    /// The first frame was not written whole: an ordinary connection would remove the log.
    void aTornLogIsLeftWhereItIs()
    {
        record(1);
        m_profile->close();
        write(m_profile->file(kJournal % u"-wal"), QByteArray(500, '\x37'));
        const ProfileCheckup found = lookedAt(m_profile->folder());
        QVERIFY(!found.journal.failure);
        QCOMPARE(found.outbox.waiting, 1);
        QCOMPARE(found.journal.logBytes, 500);
    }

    void filesOfANewerDeskAreNotRead()
    {
        record(1);
        m_profile->close();
        for (const QString &name : {kJournal, kCache}) {
            Database direct = openDirectly(m_profile->file(name));
            QVERIFY(runStatement(direct, QStringLiteral("PRAGMA user_version = 99")));
        }
        const ProfileCheckup found = lookedAt(m_profile->folder());
        for (const FileCheckup &file : {found.journal, found.cache}) {
            QCOMPARE(file.schemaVersion, 99);
            QVERIFY(file.knownVersion < 99);
            QVERIFY(!file.failure && !file.hasKnownTables());
        }
        QCOMPARE(found.outbox.waiting, 0);
    }

    void aProfileThatCannotBeWrittenIsRead()
    {
        record(2);
        const QString copy = m_scratch->filePath(QStringLiteral("copy"));
        copyProfile(m_profile->folder(), copy,
                    {kJournal % u"-shm", kCache % u"-shm"}); // with what only the log holds
        QCOMPARE(::chmod(QFile::encodeName(m_scratch->path()).constData(), 0755), 0);
        QDirIterator entries(copy, QDir::Files);
        while (entries.hasNext())
            QCOMPARE(::chmod(QFile::encodeName(entries.next()).constData(), 0444), 0);
        QCOMPARE(::chmod(QFile::encodeName(copy % u"/attachments").constData(), 0555), 0);
        QCOMPARE(::chmod(QFile::encodeName(copy).constData(), 0555), 0);
        const auto before = traceOf(copy);
        const ChildEnd end = runInChild(
            [&copy] {
                const ProfileCheckup found = checkUp(copy, TestClock(sampleNow()), CheckupDepth::Deep);
                if (found.folder.isWritable || !found.folder.isReadable)
                    return 1;
                return !found.journal.failure && !found.cache.failure && found.outbox.waiting == 2
                        && found.cases == 2
                    ? 0
                    : 2;
            },
            ChildUser::Nobody);
        QCOMPARE(end.exitCode, 0);
        QCOMPARE(traceOf(copy), before);
        QCOMPARE(::chmod(QFile::encodeName(copy).constData(), 0755), 0);
    }

    void aFolderThatMayNotBeReadIsSaid()
    {
        if (::geteuid() != 0)
            QSKIP("needs two accounts");
        m_profile->close();
        const QString folder = m_profile->folder();
        const ChildEnd end = runInChild(
            [&folder] {
                const ProfileCheckup found = checkUp(folder, TestClock(sampleNow()), CheckupDepth::Usual);
                return found.folder.isThere && !found.folder.isReadable && !found.journal.isThere ? 0 : 1;
            },
            ChildUser::Nobody);
        QCOMPARE(end.exitCode, 0);
    }

    void whatIsOpenToOthersIsCounted()
    {
        m_profile->close();
        const qint64 before = lookedAt(m_profile->folder()).folder.openToOthers;
        QCOMPARE(::chmod(QFile::encodeName(m_profile->file(kJournal)).constData(), 0640), 0);
        QCOMPARE(::chmod(QFile::encodeName(m_profile->folder()).constData(), 0701), 0);
        QCOMPARE(lookedAt(m_profile->folder()).folder.openToOthers, before + 2);
        // The next start takes the rights away again.
        QVERIFY(m_profile->open(false));
        m_profile->close();
        QCOMPARE(lookedAt(m_profile->folder()).folder.openToOthers, 0);
    }

    void attachmentsAreCountedByTheirState()
    {
        AttachmentFiles &files = m_profile->store().attachments();
        for (const char *content : {"one", "unneeded"})
            QVERIFY(files.append(hashOf(content), 0, content) && files.finish(hashOf(content)));
        QVERIFY(files.append(hashOf("three"), 0, "thr"));
        m_profile->close();
        const QString folder = m_profile->folder() % u"/attachments/";
        write(folder % hashOf("two"), "twofold"); // seven bytes instead of three
        write(folder % u"README", "x");
        QFile::setPermissions(folder % u"README", QFile::ReadOwner);
        AttachmentsCheckup found = lookedAt(m_profile->folder()).attachments;
        QCOMPARE(found.files, 3);
        QCOMPARE(found.bytes, 3 + 8 + 7);
        QCOMPARE(found.parts, 1);
        QCOMPARE(found.partBytes, 3);
        QCOMPARE(found.named, qint64(3 + numberedCase(2).attachments.size()));
        QCOMPARE(found.missing, found.named - 2);
        QCOMPARE(found.unneeded, 1);
        QCOMPARE(found.foreign, 1);
        QCOMPARE(found.wrongSize, 1);
        QCOMPARE(found.wrongHash, 0);
        // Another content of the right size is found by reading it only.
        write(folder % hashOf("two"), "tow");
        QCOMPARE(lookedAt(m_profile->folder()).attachments.wrongSize, 0);
        found = lookedAt(m_profile->folder(), CheckupDepth::Deep).attachments;
        QCOMPARE(found.wrongSize, 0);
        QCOMPARE(found.wrongHash, 1);
    }

    void theTimeThatTheCentreToldLastIsKnown()
    {
        m_profile->desk().setLastServerTime(sampleNow() + 3h);
        m_profile->scheduler().runAll();
        m_profile->close();
        QVERIFY(lookedAt(m_profile->folder()).lastServerTime == sampleNow() + 3h);
        // As an older desk left it.
        {
            Database direct = openDirectly(m_profile->file(kJournal));
            QVERIFY(runStatement(direct, QStringLiteral("DROP TABLE server_time")));
        }
        const ProfileCheckup older = lookedAt(m_profile->folder());
        QVERIFY(!older.journal.failure);
        QVERIFY(older.lastServerTime == sampleNow());
    }

    void aClockThatWasSetBackShows()
    {
        record(2);
        m_profile->close();
        m_now = sampleNow() - 48h;
        const ProfileCheckup found = lookedAt(m_profile->folder());
        QCOMPARE(found.recordedAhead, 2);
        QVERIFY(found.lastServerTime > found.at);
        m_now = sampleNow();
    }

private:
    std::vector<ActId> record(int count, const CaseId &id = numberedCase(2).id)
    {
        std::vector<ActId> acts;
        for (int n = 0; n < count; ++n) {
            const Case shown = m_profile->stored(id)->shown;
            const auto recorded =
                m_profile->wait(m_profile->desk().record(intentionOf(ActType::Note, shown)));
            if (!recorded || !*recorded)
                qFatal("an act was not recorded");
        }
        for (const OutboxItem &item : m_profile->unsettled())
            acts.push_back(item.act.id);
        return acts;
    }

    /// Checks up, and that nothing was changed by it.
    ProfileCheckup lookedAt(const QString &folder, CheckupDepth depth = CheckupDepth::Usual)
    {
        const auto before = traceOf(folder);
        const ProfileCheckup found = checkUp(folder, TestClock(m_now), depth);
        if (traceOf(folder) != before)
            QTest::qFail("the check-up changed the profile", __FILE__, __LINE__);
        return found;
    }

    std::unique_ptr<QTemporaryDir> m_scratch;
    std::unique_ptr<DeskProfile> m_profile;
    Instant m_now = sampleNow();
};

QTEST_GUILESS_MAIN(CheckupTest)
#include "tst_checkup.moc"

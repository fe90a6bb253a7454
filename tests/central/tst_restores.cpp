// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The register is put back from a backup, and the file beside it stays: what it forgot is known, and what
// acts name is there again.
#include "app/central/register/scopes.h"
#include "models/protocol/jsonreader.h"
#include "models/sql/query.h"
#include "models/sql/rows.h"
#include "tests/central/testdoor.h"
#include "tests/support/faultvfs.h"
#include "tests/support/samplereference.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtTest/QTest>

using namespace tawasul;

namespace {

const QString kSecond = QStringLiteral("2026-12");
const QString kThird = QStringLiteral("2027-01");

QByteArray documentOf(const QString &version)
{
    QJsonObject document = sampleReferenceJson();
    document[QStringLiteral("version")] = version;
    return wire::toBytes(document);
}

// The register's file with its log, and not what lies beside it.
void copyRegister(const QString &from, const QString &to)
{
    const QStringList names{QStringLiteral("central.sqlite*")};
    for (const QString &old : QDir(to).entryList(names, QDir::Files))
        QVERIFY(QFile::remove(QDir(to).filePath(old)));
    for (const QString &name : QDir(from).entryList(names, QDir::Files))
        QVERIFY(QFile::copy(QDir(from).filePath(name), QDir(to).filePath(name)));
}

void expectNewEpoch()
{
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("put back from a backup, and has a new epoch")));
}

} // namespace

class RestoresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".?")));
        m_centre = std::make_unique<TestCentre>();
        m_backup = std::make_unique<QTemporaryDir>();
        open();
        take(*m_connection, numberedCase(1));
        m_connection->notePosition();
        m_epoch = m_connection->identity().epoch;
    }
    void cleanup()
    {
        m_connection.reset();
        m_centre.reset();
    }

    void actsAreJudgedByTheReferenceDataTheyNameAfterARestore_data()
    {
        QTest::addColumn<bool>("given"); ///< somebody gave `epoch new`
        QTest::newRow("with a new epoch") << true;
        QTest::newRow("nobody gave one") << false;
    }
    void actsAreJudgedByTheReferenceDataTheyNameAfterARestore()
    {
        QFETCH(const bool, given);
        backUp();
        must(m_connection->publish(documentOf(kSecond)));
        const ActRequest act = note(kSecond);
        QVERIFY(applied(act));
        putBack();
        if (given)
            must(beginEpoch(m_centre->folder(), m_centre->clock(), m_centre->random()));
        else
            expectNewEpoch();
        open();
        QVERIFY(stored(m_connection->cases().applyAct(sampleOfficer(), act)).isNew);
        // What was published last is the newest, whatever was put back.
        QCOMPARE(must(m_connection->shelf().newestVersion()), kSecond);
        QCOMPARE(must(m_connection->shelf().newest()).document, documentOf(kSecond));
        QVERIFY(feedOfABeginner().contains("{\"kind\":\"reference\",\"version\":\"2026-12\"}"));
        // Two are no more than one.
        QCOMPARE(codeOfPublishing(kSecond), QStringLiteral("reference.exists"));
        QCOMPARE(codeOfPublishing(kThird), QString());
        QCOMPARE(must(m_connection->shelf().newestVersion()), kThird);
    }

    void theOrderOfPublicationOutlivesEveryRestore()
    {
        must(m_connection->publish(documentOf(kSecond)));
        backUp();
        must(m_connection->publish(documentOf(kThird)));
        must(m_connection->publish(documentOf(QStringLiteral("2027-02"))));
        expectNewEpoch();
        putBack();
        open();
        const auto versions = readAll(m_connection->database(),
                                      QStringLiteral("SELECT version FROM reference_version ORDER BY rid"),
                                      [](Query &row) { return row.text(0); });
        QCOMPARE(must(versions),
                 (std::vector{sampleReference().version, kSecond, kThird, QStringLiteral("2027-02")}));
    }

    // A number that the register has given to another version since belongs to that one.
    void whatLostItsNumberIsKnownAndNeverTheNewest()
    {
        {
            Database beside = must(openKeys(m_centre->folder()));
            must(runStatement(beside, QStringLiteral("DELETE FROM reference_version")));
            must(changeRows(
                beside,
                QStringLiteral("INSERT INTO reference_version (centre, number, version, published_at,"
                               " body) VALUES (?, 1, ?, '', ?)"),
                m_connection->identity().id, kSecond, documentOf(kSecond)));
        }
        open();
        QCOMPARE(must(m_connection->shelf().newestVersion()), sampleReference().version);
        QCOMPARE(must(m_connection->shelf().version(kSecond))->version, kSecond);
        QVERIFY(applied(note(kSecond)));
        open(); // and that is settled
        QCOMPARE(must(m_connection->shelf().newestVersion()), sampleReference().version);
    }

    // The register said no after the file beside it had said yes.
    void aPublicationThatFailedMayBeTriedAgainWithOtherBytes()
    {
        must(runStatement(m_connection->database(),
                          QStringLiteral("CREATE TEMP TRIGGER stuck BEFORE INSERT ON main.feed BEGIN"
                                         " SELECT RAISE(ABORT, 'stuck'); END")));
        QVERIFY(!codeOfPublishing(kSecond).isEmpty());
        must(runStatement(m_connection->database(), QStringLiteral("DROP TRIGGER stuck")));
        {
            Database beside = must(openKeys(m_centre->folder()));
            must(changeRows(
                beside,
                QStringLiteral("INSERT INTO reference_version (centre, number, version, published_at,"
                               " body) VALUES (?, 2, ?, '', 'half')"),
                m_connection->identity().id, kSecond));
        }
        QCOMPARE(codeOfPublishing(kSecond), QString());
        open();
        QCOMPARE(must(m_connection->shelf().newest()).document, documentOf(kSecond));
    }

    void aFileThatBelongsToAnotherRegisterTellsNothingOfThisOne()
    {
        must(m_connection->publish(documentOf(kSecond)));
        m_connection.reset();
        for (const QString &name : QDir(m_centre->folder()).entryList({QStringLiteral("central.sqlite*")}))
            QVERIFY(QFile::remove(QDir(m_centre->folder()).filePath(name)));
        must(createCentre(m_centre->folder(), true, m_centre->clock(), m_centre->random()));
        open();
        const auto none = m_connection->shelf().newestVersion();
        QVERIFY(!none);
        QCOMPARE(none.error().code, QStringLiteral("reference.none"));
    }

    void aRegisterThatForgotSomethingBeginsANewEpochByItself_data()
    {
        QTest::addColumn<int>("before"); ///< acts before the backup
        QTest::addColumn<int>("after");
        QTest::newRow("one act after it") << 0 << 1;
        QTest::newRow("some") << 2 << 3;
        QTest::newRow("none") << 2 << 0;
    }
    void aRegisterThatForgotSomethingBeginsANewEpochByItself()
    {
        QFETCH(const int, before);
        QFETCH(const int, after);
        for (int n = 0; n < before; ++n)
            QVERIFY(applied(note()));
        backUp();
        for (int n = 0; n < after; ++n)
            QVERIFY(applied(note()));
        putBack();
        if (after > 0)
            expectNewEpoch();
        open();
        QCOMPARE(m_connection->identity().epoch != m_epoch, after > 0);
        // Once: from here on it is a register like any other.
        const QString epoch = m_connection->identity().epoch;
        QVERIFY(applied(note()));
        open();
        open();
        QCOMPARE(m_connection->identity().epoch, epoch);
    }

    void aBackupOfAnEarlierEpochIsKnown_data()
    {
        QTest::addColumn<bool>("given");
        QTest::newRow("one that was given") << true;
        QTest::newRow("one that began by itself") << false;
    }
    void aBackupOfAnEarlierEpochIsKnown()
    {
        QFETCH(const bool, given);
        backUp();
        QVERIFY(applied(note()));
        putBack();
        if (given)
            must(beginEpoch(m_centre->folder(), m_centre->clock(), m_centre->random()));
        else
            expectNewEpoch();
        open();
        const QString second = m_connection->identity().epoch;
        QVERIFY(second != m_epoch);
        putBack(); // the same backup again, behind nothing but in its epoch
        expectNewEpoch();
        open();
        QVERIFY(m_connection->identity().epoch != second);
        QVERIFY(m_connection->identity().epoch != m_epoch);
    }

    void anEpochThatWasGivenIsNotDoubted()
    {
        backUp();
        QVERIFY(applied(note()));
        putBack();
        m_centre->clock().advance(std::chrono::hours(-30)); // whatever the clock says
        const QString given = must(beginEpoch(m_centre->folder(), m_centre->clock(), m_centre->random()));
        open();
        QCOMPARE(m_connection->identity().epoch, given);
    }

    // What was told is noted before it is told, by whichever way it came.
    void whatAnybodyHeardOfIsNoted()
    {
        backUp();
        m_connection.reset();
        {
            TestDoor door(*m_centre);
            const QString token = door.signIn(sampleOfficer()).access;
            const ActRequest act = note();
            QCOMPARE(door.ask(HttpMethod::Put, pathOf(act), token, act.body).status, 201);
            QCOMPARE(door.service().identity().epoch, m_epoch);
        }
        putBack();
        expectNewEpoch();
        TestDoor door(*m_centre);
        QVERIFY(door.service().identity().epoch != m_epoch);
    }

    void aCursorFromTheFutureIsLogged()
    {
        m_connection.reset();
        TestDoor door(*m_centre);
        const QString token = door.signIn(sampleOfficer()).access;
        const QString plain = m_epoch % u'/'
            % QString::fromLatin1(scopesFingerprint(scopesOf(sampleOfficer()))) % QStringLiteral("/999");
        const QString path = QStringLiteral("/api/v1/changes?cursor=")
            % QString::fromLatin1(plain.toLatin1().toBase64(QByteArray::Base64UrlEncoding
                                                            | QByteArray::OmitTrailingEquals));
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("feed.cursor_ahead.*999")));
        const HttpResponse answer = door.ask(HttpMethod::Get, path, token);
        QCOMPARE(answer.status, 410);
        QCOMPARE(codeOf(answer), QStringLiteral("feed.cursor_expired"));
    }

    // Whichever call of the disk fails under an act and its note: the register is not behind.
    void aHealthyRegisterIsNeverTakenForOneThatWasPutBack()
    {
        m_connection.reset();
        FaultVfs disk;
        const auto openOnIt = [&] {
            return must(RegisterConnection::open(m_centre->folder(), CentreAccess::Write, m_centre->clock(),
                                                 m_centre->random(), disk.name()));
        };
        bool isStruck = true;
        for (int nth = 1; isStruck && nth < 400; ++nth) {
            {
                const auto connection = openOnIt();
                QCOMPARE(connection->identity().epoch, m_epoch);
                disk.arm({Fault::Call::Any, nth, Fault::Kind::IoError, nth % 2 == 0});
                const ActRequest act = note();
                if (connection->cases().applyAct(sampleOfficer(), act))
                    quietly([&] { connection->notePosition(); });
                isStruck = disk.struck();
                disk.disarm();
            }
            QCOMPARE(openOnIt()->identity().epoch, m_epoch);
        }
        QVERIFY(!isStruck);
    }

private:
    void open()
    {
        m_connection.reset();
        m_connection = m_centre->open();
    }
    void backUp() { copyRegister(m_centre->folder(), m_backup->path()); }
    void putBack()
    {
        m_connection.reset();
        copyRegister(m_backup->path(), m_centre->folder());
    }
    /// What the log says of a disk that was made to fail is no news.
    template<class Work>
    static void quietly(Work work)
    {
        const auto before =
            qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
        work();
        qInstallMessageHandler(before);
    }

    ActRequest note(const QString &reference = sampleReference().version)
    {
        Act act = sampleAct(ActType::Note, sampleOfficer());
        act.id = m_centre->newActId();
        act.caseId = numberedCase(1).id;
        act.referenceVersion = reference;
        return requestFor(act);
    }
    /// As a route does it.
    bool applied(const ActRequest &request)
    {
        const bool isNew = stored(m_connection->cases().applyAct(sampleOfficer(), request)).isNew;
        m_connection->notePosition();
        return isNew;
    }
    QString codeOfPublishing(const QString &version)
    {
        const auto published = m_connection->publish(documentOf(version));
        return published ? QString() : published.error().code;
    }
    QByteArray feedOfABeginner()
    {
        return must(m_connection->feed().page(scopesOf(sampleOfficer()), m_connection->identity().epoch, {},
                                              100, Instant()))
            .json;
    }

    std::unique_ptr<TestCentre> m_centre;
    std::unique_ptr<QTemporaryDir> m_backup;
    std::unique_ptr<RegisterConnection> m_connection;
    QString m_epoch;
};

QTEST_GUILESS_MAIN(RestoresTest)
#include "tst_restores.moc"

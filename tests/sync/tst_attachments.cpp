// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/enginestage.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtTest/QTest>

namespace tawasul {

namespace {

QByteArray bytesOf(int n, qsizetype size = 20'000)
{
    QByteArray bytes(size, '\0');
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = static_cast<char>((i * 31 + n) % 251);
    return bytes;
}

QString nameOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

// A case with one attachment, which the centre has.
Case caseWithFile(EngineStage &stage, int n)
{
    Case value = officersCase(n);
    const QByteArray bytes = bytesOf(n);
    value.attachments = {
        {nameOf(bytes), QStringLiteral("scan.pdf"), QStringLiteral("application/pdf"), bytes.size(), {}, {}}};
    stage.centre.put(value);
    stage.centre.putAttachment(nameOf(bytes), bytes);
    return value;
}

QByteArray kept(EngineStage &stage, const QString &hash)
{
    const auto path = stage.profile.store().attachments().pathOf(hash);
    if (!path)
        return {};
    QFile file(*path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray rangeOf(const TransportCall &call)
{
    TransportReply reply;
    reply.headers = call.headers;
    return reply.header("Range");
}

const QString kAttachments = QStringLiteral("/attachments/");

} // namespace

class TestAttachments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsDueNextIsHereBeforeAnybodyAsks()
    {
        EngineStage stage;
        std::vector<Case> cases;
        for (int n = 1; n <= 5; ++n)
            cases.push_back(caseWithFile(stage, n));
        stage.signIn();
        stage.passMinutes(1);
        for (int n = 1; n <= 5; ++n)
            QCOMPARE(kept(stage, nameOf(bytesOf(n))), bytesOf(n));
        // In the order of the deadlines.
        std::sort(cases.begin(), cases.end(),
                  [](const Case &a, const Case &b) { return a.deadline().at < b.deadline().at; });
        QStringList order;
        for (const Case &one : cases)
            order += one.attachments.front().sha256;
        QCOMPARE(stage.arrivedAttachments, order);
    }

    void howManyCasesAreReadyForAnOutageIsKnown()
    {
        EngineStage stage;
        for (int n = 1; n <= 5; ++n)
            caseWithFile(stage, n);
        Case bare = officersCase(6);
        bare.attachments.clear(); // always ready
        stage.centre.put(bare);
        Case returned = officersCase(7, CaseStatus::Returned);
        stage.centre.put(returned); // awaits the beneficiary
        Case large = caseWithFile(stage, 8);
        large.attachments.front().size = 17LL * 1024 * 1024;
        stage.centre.put(large);
        stage.signIn();
        stage.pass(std::chrono::seconds(2));
        QCOMPARE(stage.status.awaiting, 7);
        stage.passMinutes(1);
        QCOMPARE(stage.status.ready, 6);
        QVERIFY(kept(stage, large.attachments.front().sha256).isEmpty());

        // Read whole when it is wanted, it is ready like the others; without the centre, too, that is known.
        stage.engine->wantAttachment(large.attachments.front().sha256);
        stage.passMinutes(1);
        QCOMPARE(stage.status.ready, 7);
        stage.quit();
        stage.status = {};
        stage.startOffline();
        stage.pass(std::chrono::seconds(5));
        QCOMPARE(stage.status.ready, 7);
        QCOMPARE(stage.status.awaiting, 7);
    }

    void whatIsHereCountsAgainstTheRoomForMore()
    {
        EngineStage stage;
        stage.signIn(); // what is nobody's is swept before
        const QString folder = stage.profile.file(QStringLiteral("attachments"));
        QVERIFY(QDir().mkpath(folder));
        QFile full(folder + u'/' + QString(64, u'a'));
        QVERIFY(full.open(QIODevice::WriteOnly) && full.resize(4LL * 1024 * 1024 * 1024)); // takes no disk
        const QString first = caseWithFile(stage, 1).attachments.front().sha256;
        stage.passMinutes(1);
        QVERIFY(kept(stage, first).isEmpty());
        QVERIFY(full.remove());
        const QString second = caseWithFile(stage, 2).attachments.front().sha256;
        stage.passMinutes(1);
        QVERIFY(!kept(stage, first).isEmpty());
        QVERIFY(!kept(stage, second).isEmpty());
    }

    void lookingWhatToFetchHidesNothingOfALongList()
    {
        constexpr int kLong = 2100; // longer than what is read whole at the start
        EngineStage stage;
        std::vector<Case> cases;
        for (int n = 1; n <= kLong; ++n) {
            cases.push_back(officersCase(n));
            cases.back().attachments.clear();
            stage.centre.put(cases.back());
        }
        stage.signIn();
        stage.passMinutes(2);
        QCOMPARE(stage.profile.heard()->entries.size(), std::size_t(kLong));
        stage.quit();
        stage.profile.leaveRestUnread();
        stage.startOffline();
        stage.passMinutes(1);
        QVERIFY(!stage.profile.heard()->isWhole);
        stage.profile.store().readWholeWorklist(); // as the screens do in the end
        stage.pass(std::chrono::seconds(1));
        QVERIFY(stage.profile.heard()->isWhole);
        QCOMPARE(stage.profile.heard()->entries.size(), std::size_t(kLong));
    }

    void aWantedOneGoesBeforeAllOthers()
    {
        EngineStage stage;
        for (int n = 1; n <= 9; ++n)
            caseWithFile(stage, n);
        stage.startOffline();
        stage.engine->resume(stage.centre.signIn());
        stage.pass(std::chrono::milliseconds(80));
        const QString wanted = nameOf(bytesOf(9));
        stage.arrivedAttachments.removeAll(wanted);
        stage.engine->wantAttachment(wanted);
        const auto before = stage.arrivedAttachments.size();
        stage.passMinutes(1);
        QVERIFY(stage.arrivedAttachments.indexOf(wanted) <= before);
        QCOMPARE(stage.arrivedAttachments.size(), 9);
    }

    void oneThatIsHereArrivesAtOnceAndIsNotFetchedAgain()
    {
        EngineStage stage;
        caseWithFile(stage, 1);
        stage.signIn();
        stage.passMinutes(1);
        const int before = stage.centre.count("GET", kAttachments);
        stage.arrivedAttachments.clear();
        stage.engine->wantAttachment(nameOf(bytesOf(1)));
        stage.run();
        QCOMPARE(stage.arrivedAttachments, QStringList{nameOf(bytesOf(1))});
        QCOMPARE(stage.centre.count("GET", kAttachments), before);
    }

    void aDownloadThatWasCutGoesOnWhereItStopped()
    {
        EngineStage stage;
        caseWithFile(stage, 1);
        stage.centre.cutAfter = 7'000;
        stage.signIn();
        stage.passMinutes(3);
        const QString hash = nameOf(bytesOf(1));
        QCOMPARE(kept(stage, hash), bytesOf(1));
        QByteArrayList ranges;
        for (const TransportCall &call : stage.centre.calls) {
            if (call.path.startsWith(kAttachments))
                ranges += rangeOf(call);
        }
        QCOMPARE(ranges, (QByteArrayList{"bytes=0-32767", "bytes=7000-39767", "bytes=14000-46767"}));
    }

    void aServerThatKnowsNoRangesIsUnderstood()
    {
        EngineStage stage;
        caseWithFile(stage, 1);
        const QString hash = nameOf(bytesOf(1));
        stage.centre.cutAfter = 7'000;
        stage.centre.instead = [&](const TransportCall &call) -> std::optional<TransportReply> {
            if (!call.path.startsWith(kAttachments))
                return std::nullopt;
            return FakeCentre::answer(200, bytesOf(1)); // from the first byte, whatever was asked
        };
        stage.startOffline();
        stage.engine->resume(stage.centre.signIn());
        stage.pass(std::chrono::milliseconds(900));
        QCOMPARE(stage.profile.store().attachments().partSize(hash), 7'000);
        stage.centre.cutAfter = -1;
        stage.passMinutes(1);
        QCOMPARE(kept(stage, hash), bytesOf(1));
    }

    void whatDoesNotMatchItsNameIsFetchedOnceMoreAndThenGivenUp()
    {
        EngineStage stage;
        caseWithFile(stage, 1);
        const QString hash = nameOf(bytesOf(1));
        stage.centre.putAttachment(hash, bytesOf(2));
        stage.signIn();
        stage.engine->wantAttachment(hash);
        stage.passMinutes(10);
        QCOMPARE(stage.failedAttachments.size(), std::size_t(1));
        QCOMPARE(stage.failedAttachments.front().first, hash);
        QCOMPARE(stage.failedAttachments.front().second.kind, Error::Kind::Corrupt);
        QCOMPARE(kept(stage, hash), QByteArray());
        QCOMPARE(stage.profile.store().attachments().partSize(hash), 0);
        const int tries = stage.centre.count("GET", kAttachments);
        QVERIFY2(tries <= 4, qPrintable(QString::number(tries)));
        // Asked for again by a person it is tried again.
        stage.centre.putAttachment(hash, bytesOf(1));
        stage.engine->wantAttachment(hash);
        stage.pass(std::chrono::seconds(2));
        QCOMPARE(kept(stage, hash), bytesOf(1));
    }

    void whatIsNotThereIsToldAndNotAskedForAgain()
    {
        EngineStage stage;
        stage.signIn();
        const QString hash = nameOf("nobody has this");
        stage.engine->wantAttachment(hash);
        stage.passMinutes(10);
        QCOMPARE(stage.failedAttachments.size(), std::size_t(1));
        QCOMPARE(stage.failedAttachments.front().second.kind, Error::Kind::NotFound);
        QCOMPARE(stage.centre.count("GET", kAttachments), 1);
    }

    void aProblemPageNeverBecomesAFile()
    {
        EngineStage stage;
        caseWithFile(stage, 1);
        const QString hash = nameOf(bytesOf(1));
        int times = 2;
        stage.centre.instead = [&](const TransportCall &call) -> std::optional<TransportReply> {
            if (!call.path.startsWith(kAttachments) || times-- <= 0)
                return std::nullopt;
            return FakeCentre::problem(503, "centre.busy");
        };
        stage.signIn();
        QCOMPARE(stage.profile.store().attachments().partSize(hash), 0);
        stage.passMinutes(1);
        QCOMPARE(kept(stage, hash), bytesOf(1));
    }

    void aWishOutlivesATimeWithoutTheCentre()
    {
        EngineStage stage;
        caseWithFile(stage, 1);
        const QString hash = nameOf(bytesOf(1));
        stage.signIn();
        stage.passMinutes(1);
        const Case second = caseWithFile(stage, 2);
        stage.centre.isDown = true;
        stage.engine->wantAttachment(nameOf(bytesOf(2)));
        stage.passMinutes(30);
        QVERIFY(!stage.failedAttachments.empty());
        QCOMPARE(stage.failedAttachments.front().second.kind, Error::Kind::Offline);
        stage.centre.isDown = false;
        stage.passMinutes(2);
        QCOMPARE(kept(stage, nameOf(bytesOf(2))), bytesOf(2));
        Q_UNUSED(second)
        Q_UNUSED(hash)
    }

    void nothingIsFetchedAheadWhileAnActWaitsToLeave()
    {
        EngineStage stage;
        stage.centre.put(officersCase(50));
        stage.signIn();
        stage.centre.instead = [](const TransportCall &call) -> std::optional<TransportReply> {
            if (call.path.startsWith(QLatin1String("/cases/")))
                return FakeCentre::problem(503, "centre.busy");
            return std::nullopt;
        };
        const int before = stage.centre.count("GET", kAttachments);
        std::vector<Case> cases;
        for (int n = 1; n <= 3; ++n)
            cases.push_back(caseWithFile(stage, n));
        stage.centre.isMute = true;
        stage.record(ActType::Note, officersCase(50).id);
        stage.pass(std::chrono::milliseconds(100));
        QCOMPARE(stage.states(), std::vector<OutboxState>{OutboxState::Sending});
        QCOMPARE(stage.centre.count("GET", kAttachments), before);
        stage.centre.isMute = false;
        stage.centre.instead = nullptr;
        stage.passMinutes(10);
        for (int n = 1; n <= 3; ++n)
            QCOMPARE(kept(stage, nameOf(bytesOf(n))), bytesOf(n));
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestAttachments)
#include "tst_attachments.moc"

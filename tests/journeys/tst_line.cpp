// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What goes over the line between the real centre and the real desk, and in which order.
#include "models/sync/networktransport.h"
#include "models/sync/pagereader.h"
#include "tests/journeys/narrowline.h"
#include "tests/journeys/realcentre.h"
#include "tests/journeys/realdesk.h"

#include <QtTest/QTest>

using namespace tawasul;

namespace {

constexpr int kPatience = 60'000; // ms, on a slow and loaded machine

const QString kAttachments = QStringLiteral("GET /api/v1/attachments/");

/// Bytes as of a scan, which nothing packs.
QByteArray scanOf(int n, qsizetype size)
{
    SeededRandom random(static_cast<std::uint64_t>(n));
    QByteArray bytes(size, '\0');
    for (char &byte : bytes)
        byte = static_cast<char>(random.next());
    return bytes;
}

/// A description that packs about as well as one that somebody wrote.
QString wordsOf(int n)
{
    SeededRandom random(static_cast<std::uint64_t>(n));
    QString text;
    for (int word = 0; word < 60; ++word) {
        for (int letter = 0; letter < 5; ++letter)
            text += QChar(static_cast<char16_t>(u'ا' + random.next() % 32));
        text += u' ';
    }
    return text;
}

} // namespace

class LineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPageOfAThousandCasesComesPacked();
    void whoCannotWaitHasTheNarrowLineFirst();
    void aChangeIsHeardOfLongBeforeTheNextPoll();

private:
    /// One page by the desk's own transport; the bytes it took on the line.
    static qint64 bytesOfAPage(NarrowLine &line, Transport &transport, const QByteArray &token,
                               const QByteArray &coding, TransportReply &reply);
};

qint64 LineTest::bytesOfAPage(NarrowLine &line, Transport &transport, const QByteArray &token,
                              const QByteArray &coding, TransportReply &reply)
{
    TransportCall call;
    call.path = QStringLiteral("/changes");
    call.query = QStringLiteral("limit=1000");
    call.headers = {{"Authorization", "Bearer " + token}};
    if (!coding.isEmpty())
        call.headers.append({"Accept-Encoding", coding});
    line.startCounting();
    bool isHere = false;
    transport.send(std::move(call), [&](TransportReply came) {
        reply = std::move(came);
        isHere = true;
    });
    [&isHere] { QTRY_VERIFY_WITH_TIMEOUT(isHere, kPatience); }();
    return line.down();
}

void LineTest::aPageOfAThousandCasesComesPacked()
{
    RealCentre centre;
    std::vector<Case> cases;
    for (int n = 1; n <= 1'000; ++n) {
        Case theCase = numberedCase(n);
        theCase.description = wordsOf(n);
        cases.push_back(theCase);
    }
    centre.take(cases);
    centre.start();
    NarrowLine line(static_cast<quint16>(centre.address().port()));
    NetworkTransport transport(line.address());
    const QByteArray token = centre.token(sampleOfficer());

    TransportReply reply;
    const qint64 plain = bytesOfAPage(line, transport, token, "identity", reply);
    QVERIFY(reply.answered());
    const QByteArray page = reply.body;
    QVERIFY(!line.lastHead().contains("Content-Encoding"));
    const qint64 gzip = bytesOfAPage(line, transport, token, "gzip", reply);
    QVERIFY(line.lastHead().contains("Content-Encoding: gzip"));

    // As the desk asks: what its Qt unpacks best, zstd where it can.
    const qint64 asked = bytesOfAPage(line, transport, token, {}, reply);
    QVERIFY(reply.answered());
    QCOMPARE(reply.body, page);
    QVERIFY2(line.lastHead().contains("Content-Encoding: zstd"), line.lastHead().constData());
    const auto read = PageReader::readChanges(reply.body);
    QCOMPARE((*read)->page().changed.size(), std::size_t(999)); // and word of the reference data
    qInfo().nospace() << "a page of 1,000 cases: " << plain << " B, gzip " << gzip << " B, as the desk asks "
                      << asked << " B";
    QVERIFY2(asked * 3 < plain, "a page comes unpacked");
    QVERIFY(asked < gzip);
}

// 256 kbit/s, 600 ms there and back, 2 % of packets lost: what is asserted is the order, not how long it
// took.
void LineTest::whoCannotWaitHasTheNarrowLineFirst()
{
    constexpr int kCases = 4;
    constexpr int kScan = 80'000;
    RealCentre centre;
    std::vector<Case> cases;
    QStringList names;
    for (int n = 1; n <= kCases; ++n) {
        Case theCase = numberedCase(n);
        theCase.description = wordsOf(n);
        names += centre.keepAttachment(scanOf(n, kScan));
        theCase.attachments = {
            {names.back(), QStringLiteral("scan.pdf"), QStringLiteral("application/pdf"), kScan, {}, {}}};
        cases.push_back(theCase);
    }
    centre.take(cases);
    centre.start();
    NarrowLine line(static_cast<quint16>(centre.address().port()));
    line.become({32'000, 300, 2, 600});
    RealDesk desk(line.address());
    QStringList arrived;
    const auto asked = [&line](const QString &word) {
        return std::count_if(line.asked().begin(), line.asked().end(),
                             [&word](const QString &one) { return one.startsWith(word); });
    };
    const auto firstAsked = [&line](const QString &word) {
        for (qsizetype at = 0; at < line.asked().size(); ++at) {
            if (line.asked().at(at).startsWith(word))
                return at;
        }
        return qsizetype(-1);
    };
    desk.signIn(sampleOfficer(), TestCentre::password());
    QObject::connect(&desk.store().notifier(), &StoreNotifier::attachmentArrived, this,
                     [&arrived](const QString &name) { arrived += name; });

    // Facts first.
    QTRY_VERIFY_WITH_TIMEOUT(asked(kAttachments) >= 2, kPatience);
    QCOMPARE(desk.rows(), std::size_t(kCases));
    QVERIFY(firstAsked(QStringLiteral("GET /api/v1/reference")) < firstAsked(kAttachments));
    QVERIFY(firstAsked(QStringLiteral("GET /api/v1/changes")) < firstAsked(kAttachments));

    // An act and a document that somebody opens, in the middle of what nobody waits for.
    line.startCounting();
    const auto isUnasked = [&](const QString &name) {
        return !arrived.contains(name) && !desk.store().attachments().partSize(name);
    };
    const auto opened = *std::find_if(names.rbegin(), names.rend(), isUnasked);
    const ActId act = desk.record(ActType::Note, cases.front().id);
    QVERIFY(!act.isEmpty());
    QVERIFY(arrived.size() < kCases); // recorded long before
    QTRY_VERIFY_WITH_TIMEOUT(asked(QStringLiteral("PUT ")) == 1, kPatience);
    QCOMPARE(asked(kAttachments), 0);
    desk.engine().wantAttachment(opened);
    QTRY_VERIFY_WITH_TIMEOUT(asked(kAttachments) >= 1, kPatience);
    QCOMPARE(line.asked().at(firstAsked(kAttachments)), QString(kAttachments % opened));
    QTRY_VERIFY_WITH_TIMEOUT(arrived.contains(opened), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(arrived.size() >= kCases, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(desk.outbox().empty() || desk.outbox().front().state == OutboxState::Settled,
                             kPatience);
    for (int n = 1; n <= kCases; ++n) {
        QFile file(*desk.store().attachments().pathOf(names.at(n - 1)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), scanOf(n, kScan));
    }
    desk.quit();
}

void LineTest::aChangeIsHeardOfLongBeforeTheNextPoll()
{
    constexpr int kSoonerThanAPoll = 40'000; // ms; while hints come, none comes before 48 seconds
    RealCentre centre;
    Case theCase = numberedCase(1);
    theCase.attachments.clear();
    centre.take(theCase);
    centre.start();
    RealDesk desk(centre.address());
    desk.signIn(sampleOfficer(), TestCentre::password());
    QTRY_COMPARE_WITH_TIMEOUT(centre.listeners(), 1, kPatience);
    for (int time = 1; time <= 2;
         ++time) { // the first may come by a poll that was due before there were hints
        Act note = sampleAct(ActType::Note, sampleSupervisor());
        note.id = ActId(QStringLiteral("019ab9d0-2f70-7aaa-8bbb-0123456789a%1").arg(time));
        note.caseId = theCase.id;
        centre.act(sampleSupervisor(), note);
        const auto hasCome = [&] {
            centre.look();
            const auto opened = desk.opened(theCase.id);
            return opened && opened->truth.history.back().act == note.id;
        };
        QTRY_VERIFY_WITH_TIMEOUT(hasCome(), kSoonerThanAPoll);
    }
    desk.quit();
}

QTEST_GUILESS_MAIN(LineTest)
#include "tst_line.moc"

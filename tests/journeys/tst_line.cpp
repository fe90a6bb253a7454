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

std::vector<Case> casesWithScans(RealCentre &centre, int count, qsizetype size)
{
    std::vector<Case> cases;
    for (int n = 1; n <= count; ++n) {
        Case theCase = numberedCase(n);
        theCase.description = wordsOf(n);
        theCase.attachments = {{centre.keepAttachment(scanOf(n, size)),
                                QStringLiteral("scan.pdf"),
                                QStringLiteral("application/pdf"),
                                size,
                                {},
                                {}}};
        cases.push_back(theCase);
    }
    centre.take(cases);
    return cases;
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
    const std::vector<Case> cases = casesWithScans(centre, kCases, kScan);
    centre.start();
    NarrowLine line(static_cast<quint16>(centre.address().port()));
    line.become({32'000, 300, 2, 600});
    RealDesk desk(line.address());
    QStringList arrived;
    desk.signIn(sampleOfficer(), TestCentre::password());
    QObject::connect(&desk.store().notifier(), &StoreNotifier::attachmentArrived, this,
                     [&arrived](const QString &name) { arrived += name; });

    // Facts first.
    QTRY_VERIFY_WITH_TIMEOUT(line.asked().filter(kAttachments).size() >= 2, kPatience);
    QCOMPARE(desk.rows(), std::size_t(kCases));
    const qsizetype attachment = line.firstAsked(kAttachments);
    QVERIFY(line.firstAsked(QStringLiteral("GET /api/v1/reference")) < attachment);
    QVERIFY(line.firstAsked(QStringLiteral("GET /api/v1/changes")) < attachment);

    // An act and a document that somebody opens, in the middle of what nobody waits for.
    line.startCounting();
    const ActId act = desk.record(ActType::Note, cases.front().id);
    QVERIFY(!act.isEmpty());
    QVERIFY(arrived.size() < kCases); // it did not wait for the line
    QTRY_VERIFY_WITH_TIMEOUT(line.firstAsked(QStringLiteral("PUT ")) >= 0, kPatience);
    // At most the piece that was about to be asked for goes before it.
    QVERIFY2(line.firstAsked(QStringLiteral("PUT ")) <= 1, qPrintable(line.asked().join(u'\n')));
    QString opened;
    for (const Case &theCase : cases) {
        const QString name = theCase.attachments.front().sha256;
        if (!arrived.contains(name) && desk.store().attachments().partSize(name) == 0)
            opened = name;
    }
    QVERIFY(!opened.isEmpty());
    line.startCounting(); // nothing was asked for since the act
    desk.engine().wantAttachment(opened);
    QTRY_VERIFY_WITH_TIMEOUT(line.firstAsked(kAttachments) >= 0, kPatience);
    QCOMPARE(line.asked().at(line.firstAsked(kAttachments)), QString(kAttachments % opened));
    QTRY_VERIFY_WITH_TIMEOUT(arrived.size() >= kCases, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(desk.outbox().empty() || desk.outbox().front().state == OutboxState::Settled,
                             kPatience);
    int n = 0;
    for (const Case &theCase : cases) {
        QFile file(*desk.store().attachments().pathOf(theCase.attachments.front().sha256));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), scanOf(++n, kScan));
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

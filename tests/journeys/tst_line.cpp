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

QTEST_GUILESS_MAIN(LineTest)
#include "tst_line.moc"

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who has the line first where it is narrow: 256 kbit/s, 600 ms there and back, 2 % of packets lost.
#include "tests/support/samplereference.h"
#include "tests/sync/enginestage.h"
#include "tests/sync/narrowlink.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtTest/QTest>

namespace tawasul {

using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr qsizetype kScan = 150'000; // five seconds of that line
const char *const kAttachment = "GET /attachments/";

QByteArray scanOf(int n, qsizetype size)
{
    SeededRandom random(static_cast<std::uint64_t>(n));
    QByteArray bytes(size, '\0');
    for (char &byte : bytes)
        byte = static_cast<char>(random.next());
    return bytes;
}

QString nameOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// A desk at the end of that line, with cases of one document each at the centre.
class LineStage
{
public:
    explicit LineStage(unsigned seed, const NarrowLink::Measure &measure = {}, int cases = 6,
                       qsizetype size = kScan)
        : stage(seed)
        , link(stage.centre, stage.network, stage.profile.clock(), measure, seed)
    {
        stage.centre.latency = milliseconds(1);
        stage.line = &link;
        for (int n = 1; n <= cases; ++n) {
            Case value = officersCase(n);
            const QByteArray bytes = scanOf(n, size);
            names += nameOf(bytes);
            value.attachments = {{names.back(),
                                  QStringLiteral("scan.pdf"),
                                  QStringLiteral("application/pdf"),
                                  bytes.size(),
                                  {},
                                  {}}};
            stage.centre.put(value);
            stage.centre.putAttachment(names.back(), bytes);
        }
    }
    ~LineStage() { stage.quit(); } // before the line goes

    void signIn()
    {
        stage.startOffline();
        stage.engine->resume(stage.centre.signIn());
    }
    /// Until the second piece of a document that nobody waits for is on its way.
    void passUntilPrefetching()
    {
        const auto asked = [this] { return link.events().filter(QLatin1String("sent GET /att")).size(); };
        for (int i = 0; i < 2'000 && asked() < 2; ++i)
            stage.pass(milliseconds(50));
        stage.pass(milliseconds(900)); // in the middle of it
    }
    [[nodiscard]] qsizetype first(const QString &event, qsizetype after = 0) const
    {
        for (qsizetype at = after; at < link.events().size(); ++at) {
            if (link.events().at(at).startsWith(event))
                return at;
        }
        return -1;
    }
    [[nodiscard]] qsizetype now() const { return link.events().size(); }
    [[nodiscard]] QString wordFor(const QString &how, const QString &name) const
    {
        return how % u' ' % QLatin1String(kAttachment) % name.left(4);
    }

    EngineStage stage;
    NarrowLink link;
    QStringList names;
};

} // namespace

class TestLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void factsComeBeforeAnyAttachment_data() { seeds(); }
    void factsComeBeforeAnyAttachment()
    {
        QFETCH(const unsigned, seed);
        LineStage line(seed, {}, 12);
        line.stage.centre.pageSize = 3;
        line.signIn();
        // Somebody opens the first case while the others are still to come.
        while (!line.stage.truthOf(officersCase(1).id))
            line.stage.pass(milliseconds(100));
        line.stage.engine->wantAttachment(line.names.front());
        line.stage.passMinutes(1);
        const QStringList &events = line.link.events();
        QCOMPARE(events.first(3),
                 (QStringList{QStringLiteral("sent GET /reference"), QStringLiteral("came GET /reference"),
                              QStringLiteral("sent GET /changes")}));
        const qsizetype attachment = line.first(QLatin1String("sent ") % QLatin1String(kAttachment));
        QVERIFY(attachment > 0);
        QCOMPARE(events.first(attachment).count(QStringLiteral("came GET /changes")), 4); // all pages
        QCOMPARE(attachment, line.first(line.wordFor(QStringLiteral("sent"), line.names.front())));
    }

    void anActGoesBeforeWhatNobodyWaitsFor_data() { seeds(); }
    void anActGoesBeforeWhatNobodyWaitsFor()
    {
        QFETCH(const unsigned, seed);
        LineStage line(seed);
        line.signIn();
        line.passUntilPrefetching();
        const qsizetype before = line.now();
        const milliseconds recordedAt = line.stage.profile.clock().monotonic();
        const ActId act = line.stage.record(ActType::Note, officersCase(1).id);
        QVERIFY(!act.isEmpty());
        // Recording waits for no line, however busy.
        QCOMPARE(line.stage.profile.clock().monotonic(), recordedAt);
        line.stage.passMinutes(2);
        QVERIFY(line.stage.isSettled(act));
        const qsizetype sent = line.first(QStringLiteral("sent PUT act"), before);
        const qsizetype came = line.first(QStringLiteral("came PUT act"), sent);
        const qsizetype gaveWay = line.first(QLatin1String("stopped ") % QLatin1String(kAttachment), before);
        const qsizetype next = line.first(QLatin1String("sent ") % QLatin1String(kAttachment), before);
        QVERIFY2(before <= gaveWay && gaveWay < came && came < next,
                 qPrintable(line.link.events().mid(before).join(u'\n')));
        // Alone on the line it takes a round trip, and what a lost packet costs.
        const milliseconds took = line.link.times().at(came) - line.link.times().at(sent);
        QVERIFY2(took < milliseconds(2'000), qPrintable(QString::number(took.count())));
    }

    void whatWasStoppedGoesOnWhereItStopped()
    {
        LineStage line(3, {256, milliseconds(600), 0}, 1);
        line.signIn();
        line.passUntilPrefetching();
        line.stage.record(ActType::Note, officersCase(1).id);
        line.stage.passMinutes(2);
        QCOMPARE(line.stage.arrivedAttachments, line.names);
        // Every range begins where the one before has ended or was stopped: nothing comes twice.
        qint64 reached = 0;
        int pieces = 0;
        for (const TransportCall &call : line.stage.centre.calls) {
            TransportReply asked;
            asked.headers = call.headers;
            const QByteArray range = asked.header("Range");
            if (range.isEmpty())
                continue;
            const qint64 from = range.mid(6).split('-').value(0).toLongLong();
            QVERIFY(from >= reached && from <= kScan);
            reached = from;
            ++pieces;
        }
        QVERIFY(pieces >= 5);
        QVERIFY(line.link.bytesCarried() < kScan * 13 / 10);
    }

    void theOpenedDocumentGoesBeforeTheOthers_data() { seeds(); }
    void theOpenedDocumentGoesBeforeTheOthers()
    {
        QFETCH(const unsigned, seed);
        LineStage line(seed);
        line.signIn();
        line.passUntilPrefetching();
        const auto isHere = [&](const QString &name) { return line.stage.arrivedAttachments.contains(name); };
        // One that is neither here nor on its way.
        QString wanted;
        for (const QString &name : line.names) {
            if (line.first(line.wordFor(QStringLiteral("sent"), name)) < 0)
                wanted = name;
        }
        QVERIFY(!wanted.isEmpty() && !isHere(wanted));
        const qsizetype before = line.now();
        const auto arrived = line.stage.arrivedAttachments.size();
        line.stage.engine->wantAttachment(wanted);
        line.stage.passMinutes(3);
        QCOMPARE(line.stage.arrivedAttachments.at(arrived), wanted);
        const qsizetype sent = line.first(QLatin1String("sent ") % QLatin1String(kAttachment), before);
        QCOMPARE(sent, line.first(line.wordFor(QStringLiteral("sent"), wanted), before));
        const qsizetype gaveWay = line.first(QLatin1String("stopped ") % QLatin1String(kAttachment), before);
        QVERIFY(gaveWay >= 0 && gaveWay < sent);
        QCOMPARE(line.stage.arrivedAttachments.size(), line.names.size());
    }

    void inOfficeHoursTheOthersTakeNoMoreThanTheyMay()
    {
        // A line that carries twenty times as much, and two megabytes to come.
        LineStage line(1, {20'000, milliseconds(20), 0}, 8, 1'000'000);
        const int ceiling = sampleReference().parameters.prefetchKbitInOfficeHours;
        line.signIn();
        line.stage.pass(seconds(5));
        const qint64 before = line.link.bytesCarried();
        line.stage.pass(seconds(30));
        const qint64 inThirty = line.link.bytesCarried() - before;
        QVERIFY2(inThirty * 8 / 30'000 <= ceiling * 12 / 10, qPrintable(QString::number(inThirty)));
        QVERIFY2(inThirty * 8 / 30'000 >= ceiling * 7 / 10, qPrintable(QString::number(inThirty)));
        QVERIFY(line.stage.arrivedAttachments.size() < 8);
        // What somebody opens is not held back.
        QString wanted;
        for (const QString &name : line.names) {
            if (!line.stage.arrivedAttachments.contains(name))
                wanted = name;
        }
        line.stage.engine->wantAttachment(wanted);
        line.stage.pass(seconds(2));
        QVERIFY(line.stage.arrivedAttachments.contains(wanted));
        // And in the evening nobody is.
        line.stage.profile.clock().setWall(sampleNow() + std::chrono::hours(12));
        line.stage.pass(seconds(15));
        QCOMPARE(line.stage.arrivedAttachments.size(), 8);
    }

private:
    static void seeds()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 8; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
};

} // namespace tawasul

QTEST_GUILESS_MAIN(tawasul::TestLine)
#include "tst_line.moc"

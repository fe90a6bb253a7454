// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/previewrig.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <csignal>
#include <cstddef>

using namespace tawasul;

/// The worker in somebody else's hands: it may only ever cost its own document the preview.
class PreviewLiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aLieIsARefusalOfThatDocumentOnly_data();
    void aLieIsARefusalOfThatDocumentOnly();
    void aWorkerThatNeverComesToLifeIsSaid_data();
    void aWorkerThatNeverComesToLifeIsSaid();
    void twoThousandRandomAnswersHarmNobody();

private:
    [[nodiscard]] PreviewSettings settings() const;
    [[nodiscard]] PageRequest requestFor(const QByteArray &lie, int page = 0);

    std::unique_ptr<QTemporaryDir> m_folder;
    int m_descriptors = 0;
};

namespace {

constexpr char kHonest[] = "honest 0";

bool isWithinLimits(const PreviewAnswer &answer)
{
    return !answer
        || (!answer->image.isNull() && quint64(answer->image.sizeInBytes()) <= kMaximumPixelBytes
            && answer->pageCount >= 1 && answer->pageCount <= int(kMaximumPages)
            && answer->pageSizePoints.width() > 0 && answer->pageSizePoints.height() > 0);
}

} // namespace

void PreviewLiesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_descriptors = openDescriptors();
}

void PreviewLiesTest::cleanup()
{
    QCOMPARE(childProcesses().size(), std::size_t(0));
    QCOMPARE(openDescriptors(), m_descriptors);
}

PreviewSettings PreviewLiesTest::settings() const
{
    PreviewSettings settings;
    settings.program = QStringLiteral(TAWASUL_LYING_WORKER);
    settings.cacheBytes = qint64(1) << 20;
    settings.patience.start = std::chrono::seconds(2);
    settings.patience.page = std::chrono::milliseconds(700);
    return settings;
}

PageRequest PreviewLiesTest::requestFor(const QByteArray &lie, int page)
{
    PageRequest request;
    request.sha256 = QString::fromLatin1(lie.toHex());
    request.path = m_folder->filePath(QStringLiteral("document"));
    request.page = page;
    request.fitInto = {90, 90};
    QFile file(request.path);
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        file.write(lie);
    return request;
}

void PreviewLiesTest::aLieIsARefusalOfThatDocumentOnly_data()
{
    QTest::addColumn<QByteArray>("lie");
    QTest::addColumn<QString>("verdict");
    const auto row = [](const QByteArray &verb, FrameKind kind, quint64 first, quint64 second,
                        const char *verdict) {
        const QByteArray lie = verb + ' ' + QByteArray::number(quint32(kind)) + ' '
            + QByteArray::number(first) + ' ' + QByteArray::number(second);
        QTest::newRow(lie.constData()) << lie << QString::fromLatin1(verdict);
    };
    const auto lied = [&row](FrameKind kind, std::size_t field, std::initializer_list<quint32> values) {
        for (const quint32 value : values)
            row("poke", kind, field, value, "preview.lied");
    };
    for (const FrameKind kind : {FrameKind::Opened, FrameKind::Sized, FrameKind::Rendered}) {
        lied(kind, offsetof(FrameHead, magic), {0, 0xffffffff});
        lied(kind, offsetof(FrameHead, kind), {0, 1, 99, 0xffffffff});
        lied(kind, offsetof(FrameHead, sequence), {0, 77, 0xffffffff});
        for (const quint64 size : {1U, 4U, 11U, 12U, 15U, 36U, 40U, 41U, 200U, 60'000U})
            row("resize", kind, size, 0, "preview.lied");
        row("resize", kind, 0, 0, "preview.crashed"); // an empty record is the end of the conversation
        row("descriptors", kind, 1, 0, "preview.lied");
        row("descriptors", kind, 250, 0, "preview.lied");
        row("fail", kind, 0, 0, "preview.lied");
        row("fail", kind, 99, 0, "preview.lied");
        row("fail", kind, 0xffffffff, 0, "preview.lied");
        row("fail", kind, quint32(FrameReason::Unreadable), 0, "preview.unreadable");
        row("silence", kind, 0, 0, "preview.timeout");
        row("close", kind, 0, 0, "preview.crashed");
        row("exit", kind, 0, 0, "preview.crashed");
        row("exit", kind, 7, 0, "preview.crashed");
        row("signal", kind, SIGSEGV, 0, "preview.crashed");
        row("signal", kind, SIGXCPU, 0, "preview.timeout");
        row("rewrite", kind, 0, 0, "page");
    }
    row("twice", FrameKind::Opened, 0, 0, "preview.lied");
    row("twice", FrameKind::Sized, 0, 0, "preview.lied");
    row("punch", FrameKind::Rendered, 0, 0, "page");
    lied(FrameKind::Opened, offsetof(OpenedFrame, documentKind), {0, kLastDocumentKind + 1, 0xffffffff});
    lied(FrameKind::Opened, offsetof(OpenedFrame, pages), {0, kMaximumPages + 1, 0x7fffffff, 0xffffffff});
    lied(FrameKind::Opened, offsetof(OpenedFrame, encrypted), {2, 0xffffffff});
    row("poke", FrameKind::Opened, offsetof(OpenedFrame, pages), kMaximumPages, "page");
    lied(FrameKind::Sized, offsetof(SizedFrame, page), {1, 0xffffffff});
    lied(FrameKind::Sized, offsetof(SizedFrame, width), {0});
    lied(FrameKind::Sized, offsetof(SizedFrame, height), {0});
    lied(FrameKind::Sized, offsetof(SizedFrame, width) + 4, {7, 0x7fffffff, 0xffffffff});
    lied(FrameKind::Sized, offsetof(SizedFrame, height) + 4, {7, 0x80000000, 0xffffffff});
    row("poke", FrameKind::Sized, offsetof(SizedFrame, width), 1, "page");
    row("poke", FrameKind::Sized, offsetof(SizedFrame, height), 0xffffffff, "page");
    lied(FrameKind::Rendered, offsetof(RenderedFrame, page), {1, 0xffffffff});
    lied(FrameKind::Rendered, offsetof(RenderedFrame, width), {0, 1, 89, 91, 0x40000000, 0xffffffff});
    lied(FrameKind::Rendered, offsetof(RenderedFrame, height), {0, 1, 61, 0x40000000, 0xffffffff});
    lied(FrameKind::Rendered, offsetof(RenderedFrame, stride), {0, 1, 359, 361, 720, 0x80000000, 0xffffffff});
    lied(FrameKind::Rendered, offsetof(RenderedFrame, format), {0, 2, 0xffffffff});
}

void PreviewLiesTest::aLieIsARefusalOfThatDocumentOnly()
{
    QFETCH(QByteArray, lie);
    PreviewRig rig(settings());
    const PreviewAnswer answer = rig.page(requestFor(lie));
    QTEST(verdictOf(answer), "verdict");
    QVERIFY(isWithinLimits(answer));
    QCOMPARE(verdictOf(rig.page(requestFor(kHonest))), QStringLiteral("page"));
}

void PreviewLiesTest::aWorkerThatNeverComesToLifeIsSaid_data()
{
    QTest::addColumn<QString>("verdict");
    for (const char *name :
         {"startsilent", "startexit", "startprotocol", "startunsealed", "startsequence", "startshort"})
        QTest::newRow(name) << QStringLiteral("preview.worker_broken");
    QTest::newRow("startflood") << QStringLiteral("preview.worker_broken");
    QTest::newRow("startgone") << QStringLiteral("preview.worker_broken");
}

void PreviewLiesTest::aWorkerThatNeverComesToLifeIsSaid()
{
    PreviewSettings named = settings();
    named.program = m_folder->filePath(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(QFile::link(QStringLiteral(TAWASUL_LYING_WORKER), named.program));
    PreviewRig rig(named);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 2; ++i) {
        const QString verdict = verdictOf(rig.page(requestFor("honest " + QByteArray::number(i))));
        // One that dies just when it gets its document cannot be told from one that dies of it.
        const bool died =
            verdict == QStringLiteral("preview.crashed") || verdict == QStringLiteral("preview.lied");
        if (!died)
            QTEST(verdict, "verdict");
    }
    QVERIFY(timer.elapsed() < 10'000);
}

void PreviewLiesTest::twoThousandRandomAnswersHarmNobody()
{
    constexpr int kDocuments = 2'000;
    PreviewRig rig(settings());
    QHash<QString, int> verdicts;
    for (int seed = 0; seed < kDocuments; ++seed) {
        const PreviewAnswer answer = rig.page(requestFor("random 0 " + QByteArray::number(seed)));
        QVERIFY(isWithinLimits(answer));
        ++verdicts[verdictOf(answer)];
        if (seed % 100 == 0)
            QCOMPARE(verdictOf(rig.page(requestFor(kHonest + QByteArray::number(seed)))),
                     QStringLiteral("page"));
    }
    qInfo() << verdicts;
    QVERIFY(verdicts[QStringLiteral("preview.lied")] > kDocuments / 2);
    QVERIFY(!verdicts.contains(QString()));
}

QTEST_GUILESS_MAIN(PreviewLiesTest)
#include "tst_lies.moc"

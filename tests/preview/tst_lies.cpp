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
    void aPasswordDiesWithItsWorker_data();
    void aPasswordDiesWithItsWorker();
    void randomAnswersHarmNobody_data();
    void randomAnswersHarmNobody();
    void liesAboutWhatWasAskedAhead_data();
    void liesAboutWhatWasAskedAhead();

private:
    [[nodiscard]] PreviewSettings settings() const;
    [[nodiscard]] PageRequest requestFor(const QByteArray &lie, int page = 0);
    void addLies(FrameKind kind, const char *verdictOfTruth);
    void addLiesOfFields();
    void addLiesOfText();
    void addLiesOfUnlocking();

    std::unique_ptr<QTemporaryDir> m_folder;
    int m_descriptors = 0;
};

namespace {

constexpr char kHonest[] = "honest 0";
constexpr int kRow = 500; ///< documents with random answers

void addRow(const QByteArray &verb, FrameKind kind, quint64 first, quint64 second, const char *verdict)
{
    const QByteArray lie = verb + ' ' + QByteArray::number(quint32(kind)) + ' ' + QByteArray::number(first)
        + ' ' + QByteArray::number(second);
    QTest::newRow(lie.constData()) << lie << kind << QString::fromLatin1(verdict);
}

void addLied(FrameKind kind, std::size_t field, std::initializer_list<quint32> values)
{
    for (const quint32 value : values)
        addRow("poke", kind, field, value, "preview.lied");
}

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

/// Whatever the answer is about.
void PreviewLiesTest::addLies(FrameKind kind, const char *verdictOfTruth)
{
    addLied(kind, offsetof(FrameHead, magic), {0, 0xffffffff});
    addLied(kind, offsetof(FrameHead, kind), {0, 1, 99, 0xffffffff});
    addLied(kind, offsetof(FrameHead, sequence), {0, 77, 0xffffffff});
    for (const quint64 size : {1U, 4U, 11U, 12U, 15U, 35U, 37U, 40U, 41U, 200U, 60'000U})
        addRow("resize", kind, size, 0, "preview.lied");
    addRow("resize", kind, 0, 0, "preview.crashed"); // an empty record is the end of the conversation
    addRow("descriptors", kind, 1, 0, "preview.lied");
    addRow("descriptors", kind, 250, 0, "preview.lied");
    addRow("fail", kind, 0, 0, "preview.lied");
    addRow("fail", kind, 99, 0, "preview.lied");
    addRow("fail", kind, 0xffffffff, 0, "preview.lied");
    addRow("fail", kind, quint32(FrameReason::Unreadable), 0, "preview.unreadable");
    addRow("fail", kind, quint32(FrameReason::Unreadable), kLastDocumentKind + 1, "preview.lied");
    const bool opens = kind == FrameKind::Opened; // then the kind of document may be told
    addRow("fail", kind, quint32(FrameReason::Unreadable), quint32(DocumentKind::Png),
           opens ? "preview.unreadable" : "preview.lied");
    addRow("silence", kind, 0, 0, "preview.timeout");
    addRow("close", kind, 0, 0, "preview.crashed");
    addRow("exit", kind, 0, 0, "preview.crashed");
    addRow("exit", kind, 7, 0, "preview.crashed");
    addRow("signal", kind, SIGSEGV, 0, "preview.crashed");
    addRow("signal", kind, SIGXCPU, 0, "preview.timeout");
    addRow("rewrite", kind, 0, 0, verdictOfTruth);
}

void PreviewLiesTest::addLiesOfFields()
{
    using Kind = FrameKind;
    addLied(Kind::Opened, offsetof(OpenedFrame, documentKind), {0, kLastDocumentKind + 1, 0xffffffff});
    addLied(Kind::Opened, offsetof(OpenedFrame, pages), {0, kMaximumPages + 1, 0x7fffffff, 0xffffffff});
    addLied(Kind::Opened, offsetof(OpenedFrame, encrypted), {2, 0xffffffff});
    addRow("poke", Kind::Opened, offsetof(OpenedFrame, pages), kMaximumPages, "page");
    addLied(Kind::Sized, offsetof(SizedFrame, page), {1, 0xffffffff});
    addLied(Kind::Sized, offsetof(SizedFrame, width), {0});
    addLied(Kind::Sized, offsetof(SizedFrame, height), {0});
    addLied(Kind::Sized, offsetof(SizedFrame, width) + 4, {7, 0x7fffffff, 0xffffffff});
    addLied(Kind::Sized, offsetof(SizedFrame, height) + 4, {7, 0x80000000, 0xffffffff});
    addRow("poke", Kind::Sized, offsetof(SizedFrame, width), 1, "page");
    addRow("poke", Kind::Sized, offsetof(SizedFrame, height), 0xffffffff, "page");
    addLied(Kind::Rendered, offsetof(RenderedFrame, page), {1, 0xffffffff});
    addLied(Kind::Rendered, offsetof(RenderedFrame, width), {0, 1, 89, 91, 0x40000000, 0xffffffff});
    addLied(Kind::Rendered, offsetof(RenderedFrame, height), {0, 1, 61, 0x40000000, 0xffffffff});
    addLied(Kind::Rendered, offsetof(RenderedFrame, stride), {0, 1, 359, 361, 720, 0x80000000, 0xffffffff});
    addLied(Kind::Rendered, offsetof(RenderedFrame, format), {0, 2, 0xffffffff});
    addLied(Kind::Findings, offsetof(FindingsFrame, flags),
            {0, kFindingEncrypted, kKnownFindings + 1, 0xffffffff});
    addRow("poke", Kind::Findings, offsetof(FindingsFrame, flags), kFindingScripts | kFindingPartial,
           "findings");
    addLied(Kind::Findings, offsetof(FindingsFrame, scripts), {0, kMaximumFindings + 1, 0xffffffff});
    addRow("poke", Kind::Findings, offsetof(FindingsFrame, scripts), kMaximumFindings, "findings");
    for (const std::size_t field :
         {offsetof(FindingsFrame, launches), offsetof(FindingsFrame, submissions),
          offsetof(FindingsFrame, embeddedFiles), offsetof(FindingsFrame, externalLinks)})
        addLied(Kind::Findings, field, {1, 0x80000000, 0xffffffff});
}

void PreviewLiesTest::addLiesOfText()
{
    addLied(FrameKind::Text, offsetof(TextFrame, page), {1, 0xffffffff});
    addLied(FrameKind::Text, offsetof(TextFrame, complete), {2, 0xffffffff});
    addLied(FrameKind::Text, offsetof(TextFrame, glyphs),
            {3, kMaximumGlyphs, kMaximumGlyphs + 1, 0xffffffff});
    addRow("poke", FrameKind::Text, offsetof(TextFrame, glyphs), 0, "text");
    addRow("poke", FrameKind::Text, offsetof(TextFrame, complete), 0, "text");
    for (const quint32 character : {0U, 10U, 31U, 0xd800U, 0xdfffU, 0x110000U, 0xffffffffU})
        addRow("glyph", FrameKind::Text, offsetof(TextGlyph, character), character, "preview.lied");
    for (const quint32 character : {32U, 0x627U, 0x10ffffU, 0x64eU, 0xfefbU, 0x1f600U})
        addRow("glyph", FrameKind::Text, offsetof(TextGlyph, character), character, "text");
    addRow("glyph", FrameKind::Text, offsetof(TextGlyph, flags), 4, "preview.lied");
    addRow("glyph", FrameKind::Text, offsetof(TextGlyph, left), 901, "preview.lied");
    addRow("glyph", FrameKind::Text, offsetof(TextGlyph, top), 0xffffffff, "preview.lied");
    addRow("glyph", FrameKind::Text, offsetof(TextGlyph, right), 0xffffffff, "text");
    addRow("glyph", FrameKind::Text, offsetof(TextGlyph, bottom), 0xffffffff, "text");
}

/// Of the answer to a password; the lie itself is about an Opened.
void PreviewLiesTest::addLiesOfUnlocking()
{
    const auto row = [](const QByteArray &verb, quint64 first, quint64 second, const char *verdict) {
        const QByteArray lie = verb + ' ' + QByteArray::number(quint32(FrameKind::Opened)) + ' '
            + QByteArray::number(first) + ' ' + QByteArray::number(second);
        QTest::newRow(QByteArray("unlock " + lie).constData())
            << lie << FrameKind::Unlock << QString::fromLatin1(verdict);
    };
    row("poke", offsetof(OpenedFrame, pages), 0, "preview.lied");
    row("poke", offsetof(OpenedFrame, pages), 7, "facts");
    row("poke", offsetof(FrameHead, sequence), 1, "preview.lied");
    row("fail", quint32(FrameReason::Locked), 0, "preview.encrypted");
    row("fail", quint32(FrameReason::Unreadable), 0, "preview.unreadable");
    row("fail", 99, 0, "preview.lied");
    row("twice", 0, 0, "facts"); // the second one answers nothing: that worker is not listened to any more
    row("silence", 0, 0, "preview.timeout");
    row("exit", 0, 0, "preview.crashed");
    row("rewrite", 0, 0, "facts");
}

void PreviewLiesTest::aLieIsARefusalOfThatDocumentOnly_data()
{
    QTest::addColumn<QByteArray>("lie");
    QTest::addColumn<FrameKind>("kind");
    QTest::addColumn<QString>("verdict");
    for (const FrameKind kind : {FrameKind::Opened, FrameKind::Sized, FrameKind::Rendered})
        addLies(kind, "page");
    addLies(FrameKind::Findings, "findings");
    addLies(FrameKind::Text, "text");
    addLiesOfText();
    addRow("punch", FrameKind::Text, 0, 0, "preview.lied"); // zeros are no characters
    addLiesOfUnlocking();
    addRow("twice", FrameKind::Opened, 0, 0, "preview.lied");
    addRow("twice", FrameKind::Sized, 0, 0, "preview.lied");
    addRow("punch", FrameKind::Rendered, 0, 0, "page");
    addLiesOfFields();
}

void PreviewLiesTest::aLieIsARefusalOfThatDocumentOnly()
{
    QFETCH(QByteArray, lie);
    QFETCH(FrameKind, kind);
    PreviewRig rig(settings());
    QString verdict;
    switch (kind) {
    case FrameKind::Unlock: {
        const auto answer = rig.unlock(requestFor("locked " + lie), QStringLiteral("password"));
        verdict = answer ? QStringLiteral("facts") : answer.error().code;
        break;
    }
    case FrameKind::Text: {
        const auto answer = rig.text(requestFor(lie));
        verdict = answer ? QStringLiteral("text") : answer.error().code;
        break;
    }
    case FrameKind::Findings: {
        const auto answer = rig.findings(requestFor(lie));
        verdict = answer ? QStringLiteral("findings") : answer.error().code;
        break;
    }
    default: {
        const PreviewAnswer answer = rig.page(requestFor(lie));
        QVERIFY(isWithinLimits(answer));
        verdict = verdictOf(answer);
    }
    }
    QTEST(verdict, "verdict");
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
    std::optional<Posture> told;
    rig.host().onPostureChanged([&told](Posture posture) { told = posture; });
    for (int i = 0; i < 2; ++i) {
        const QString verdict = verdictOf(rig.page(requestFor("honest " + QByteArray::number(i))));
        // One that dies just when it gets its document cannot be told from one that dies of it.
        const bool died =
            verdict == QStringLiteral("preview.crashed") || verdict == QStringLiteral("preview.lied");
        if (!died)
            QTEST(verdict, "verdict");
    }
    QVERIFY(timer.elapsed() < 10'000);
    // Why there is no preview is what a screen of security is asked first.
    if (QByteArray(QTest::currentDataTag()) == "startunsealed")
        QVERIFY(told && !told->isEnough() && !told->has(kPostureLimits) && told->has(kPostureCalls));
}

void PreviewLiesTest::aPasswordDiesWithItsWorker_data()
{
    QTest::addColumn<QByteArray>("end");
    const QByteArray rendered = QByteArray::number(quint32(FrameKind::Rendered));
    QTest::newRow("none") << QByteArray("honest 0");
    QTest::newRow("silence") << "silence " + rendered;
    QTest::newRow("death") << "exit " + rendered + " 3";
    QTest::newRow("a lie") << "resize " + rendered + " 4";
}

void PreviewLiesTest::aPasswordDiesWithItsWorker()
{
    QFETCH(QByteArray, end);
    PreviewRig rig(settings());
    const PageRequest request = requestFor("locked " + end);
    QVERIFY(rig.unlock(request, QStringLiteral("password")).has_value());
    const bool ends = !rig.page(request).has_value();
    QCOMPARE(ends, !end.startsWith("honest"));
    const auto facts = rig.facts(request);
    QCOMPARE(facts.has_value(), !ends);
    if (ends)
        QCOMPARE(facts.error().code, QStringLiteral("preview.encrypted"));
}

// Ten thousand documents where a sanitizer watches; else as many as a run of all tests has time for. In rows,
// since QtTest gives up on what takes five minutes.
void PreviewLiesTest::randomAnswersHarmNobody_data()
{
    QTest::addColumn<int>("first");
    for (int first = 0; first < TAWASUL_RANDOM_DOCUMENTS; first += kRow)
        QTest::addRow("from %d", first) << first;
}

void PreviewLiesTest::randomAnswersHarmNobody()
{
    QFETCH(int, first);
    PreviewRig rig(settings());
    QHash<QString, int> verdicts;
    for (int seed = first; seed < first + kRow; ++seed) {
        const PageRequest request = requestFor("random 0 " + QByteArray::number(seed));
        const PreviewAnswer answer = rig.page(request);
        QVERIFY(isWithinLimits(answer));
        ++verdicts[verdictOf(answer)];
        const auto findings = rig.findings(request);
        QVERIFY(!findings || findings->scripts() <= int(kMaximumFindings));
        const auto text = rig.text(request);
        QVERIFY(!text || text->text().size() <= qsizetype(kMaximumGlyphs) * 4);
        if (seed % 100 == 0)
            QCOMPARE(verdictOf(rig.page(requestFor(kHonest + QByteArray::number(seed)))),
                     QStringLiteral("page"));
    }
    qInfo() << verdicts;
    QVERIFY(verdicts[QStringLiteral("preview.lied")] > kRow / 2);
    QVERIFY(!verdicts.contains(QString()));
}

/// Pages that are waited for together are asked for ahead of each other: lies about those answers are refused
/// like any other, and pages that were honest are shown.
void PreviewLiesTest::liesAboutWhatWasAskedAhead_data()
{
    QTest::addColumn<QByteArray>("lie");
    QTest::newRow("honest") << QByteArray(kHonest);
    for (const char *verb :
         {"poke", "resize", "fail", "twice", "descriptors", "close", "exit", "silence", "random"})
        QTest::newRow(verb) << QByteArray(verb) + ' ' + QByteArray::number(quint32(FrameKind::Sized))
                + " 12 7";
}

void PreviewLiesTest::liesAboutWhatWasAskedAhead()
{
    QFETCH(QByteArray, lie);
    constexpr int kTogether = 6;
    std::vector<QString> verdicts; // outlives whoever answers
    PreviewRig rig(settings());
    PageRequest request = requestFor(lie);
    for (request.page = 0; request.page < kTogether; ++request.page) {
        rig.host().request(request, [&verdicts](const PreviewAnswer &answer) {
            QVERIFY(isWithinLimits(answer));
            verdicts.push_back(verdictOf(answer));
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(verdicts.size(), std::size_t(kTogether), 30'000);
    if (lie == kHonest) { // it has three pages
        QCOMPARE(std::count(verdicts.begin(), verdicts.end(), QStringLiteral("page")), 3);
        QCOMPARE(std::count(verdicts.begin(), verdicts.end(), QStringLiteral("preview.no_such_page")), 3);
    }
    QCOMPARE(verdictOf(rig.page(requestFor(kHonest + QByteArray("1")))), QStringLiteral("page"));
}

QTEST_GUILESS_MAIN(PreviewLiesTest)
#include "tst_lies.moc"

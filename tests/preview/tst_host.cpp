// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/previewfixtures.h"
#include "tests/support/previewrig.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <csignal>
#include <map>

using namespace tawasul;
namespace fx = tawasul::fixtures;

/// The real worker, with documents that people send and documents that nobody should.
class PreviewHostTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void givesEveryDocumentItsVerdict_data();
    void givesEveryDocumentItsVerdict();
    void showsAnArabicPage();
    void turnsAPhotographAsItsExifSays_data();
    void turnsAPhotographAsItsExifSays();
    void putsTransparentPicturesOnWhite();
    void scalesAPictureDown();
    void pagesOfOneDocumentShareAWorker();
    void manyPagesLookedAtTogetherAreSharedByTwo();
    void remembersPagesWithinItsBudget();
    void tellsPagesThatAreNearlyBlank();
    void remembersWhatIsWrongUntilToldToForget();
    void keepsNothingOnceItForgetsAll();
    void tellsWhatARefusedDocumentIs_data();
    void tellsWhatARefusedDocumentIs();
    void aTimeoutIsNotBelievedForEver();
    void whatIsTooLargeIsSoInItsSizeOnly();
    void whatFailedForPaperIsStillLookedAt();
    void aPageThatTakesTooLongIsATimeout();
    void somethingVisibleDoesNotWaitForAPageAhead();
    void aCancelledPageIsNeverAnswered();
    void neverHasMoreWorkersThanAllowed();
    void aWorkerKilledFromOutsideIsReplaced();
    void saysWhenTheWorkerIsMissing();
    void workersAreConfined();
    void saysHowWorkersAreShutIn();
    void leavesNothingBehindWhenStoppedInTheMiddle();

private:
    [[nodiscard]] PreviewSettings settings() const;
    [[nodiscard]] PageRequest requestFor(const QByteArray &document, int page = 0);

    std::unique_ptr<QTemporaryDir> m_folder;
    int m_descriptors = 0;
};

namespace {

constexpr auto kSoon = std::chrono::milliseconds(1'500);

QByteArray statusLine(pid_t pid, const QByteArray &name)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(QByteArray(name + ':')))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

/// Soft and hard limit, as in "1024 4096".
QByteArray limitLine(pid_t pid, const QByteArray &name)
{
    QFile file(QStringLiteral("/proc/%1/limits").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(name))
            return line.mid(26).simplified();
    }
    return {};
}

} // namespace

void PreviewHostTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_folder = std::make_unique<QTemporaryDir>();
    m_descriptors = openDescriptors();
}

void PreviewHostTest::cleanup()
{
    QCOMPARE(childProcesses().size(), std::size_t(0));
    QCOMPARE(openDescriptors(), m_descriptors);
}

PreviewSettings PreviewHostTest::settings() const
{
    PreviewSettings settings;
    settings.program = QStringLiteral(TAWASUL_PREVIEW_PROGRAM);
    return settings;
}

PageRequest PreviewHostTest::requestFor(const QByteArray &document, int page)
{
    const auto hash = QCryptographicHash::hash(document, QCryptographicHash::Sha256).toHex();
    PageRequest request;
    request.sha256 = QString::fromLatin1(hash);
    request.path = m_folder->filePath(request.sha256);
    request.page = page;
    if (QFile file(request.path); !file.exists() && file.open(QIODevice::WriteOnly))
        file.write(document);
    return request;
}

void PreviewHostTest::givesEveryDocumentItsVerdict_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<int>("page");
    QTest::addColumn<QString>("verdict");
    const auto row = [](const char *name, const QByteArray &document, const char *verdict, int page = 0) {
        QTest::newRow(name) << document << page << QString::fromLatin1(verdict);
    };
    const QByteArray pdf = fx::plainPdf();
    const QByteArray jpeg = fx::encoded(fx::twoColours({64, 48}), "jpeg");
    const QByteArray png = fx::encoded(fx::twoColours({64, 48}), "png");
    QByteArray gif =
        QByteArray::fromHex("47494638396101000100800000000000ffffff2c00000000010001000002024401003b");
    row("PDF", pdf, "page");
    row("Arabic PDF", fx::arabicPdf(1), "page");
    row("PDF behind other bytes", QByteArray(500, '\n') + pdf, "page");
    row("PDF encrypted for everybody", fx::encryptedPdf({}), "page");
    row("PDF with a password", fx::encryptedPdf("secret"), "preview.encrypted");
    row("PDF without pages", fx::pdfWithoutPages(), "preview.no_pages");
    row("PDF cut in its header", pdf.left(20), "preview.unreadable");
    row("PDF page behind the last", pdf, "preview.no_such_page", 1);
    row("PDF page before the first", pdf, "preview.no_such_page", -1);
    row("JPEG", jpeg, "page");
    row("JPEG cut in its header", jpeg.left(30), "preview.unreadable");
    row("PNG", png, "page");
    row("PNG cut in its pixels", png.left(png.size() - 30), "preview.unreadable");
    row("PNG of 60000 x 60000", fx::pngHeader({60'000, 60'000}), "preview.too_large");
    row("PNG of 10000 x 10000 without pixels", fx::pngHeader({10'000, 10'000}), "preview.unreadable");
    row("GIF", gif, "page");
    row("BMP", fx::encoded(fx::twoColours({64, 48}), "bmp"), "page");
    row("text that begins with BM", "BM is not always a bitmap, it may be a letter.", "preview.unknown_type");
    row("HTML", "<html><script>alert(1)</script></html>", "preview.unknown_type");
    row("SVG", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "preview.unknown_type");
    row("PPM, which Qt would read", "P3 1 1 255 1 2 3", "preview.unknown_type");
    row("ZIP", "PK\x03\x04 and so on", "preview.unknown_type");
    row("nothing", {}, "preview.empty");
    row("one byte", "%", "preview.unknown_type");
    QByteArray noise;
    for (quint32 i = 0; i < 4096; ++i)
        noise += char(i * 2'654'435'761U >> 24U);
    row("noise", noise, "preview.unknown_type");
    row("noise that calls itself PDF", "%PDF-1.7\n" + noise, "preview.unreadable");
    row("noise that calls itself JPEG", "\xff\xd8\xff" + noise, "preview.unreadable");
}

void PreviewHostTest::givesEveryDocumentItsVerdict()
{
    QFETCH(QByteArray, document);
    QFETCH(int, page);
    PreviewRig rig(settings());
    const PreviewAnswer answer = rig.page(requestFor(document, page));
    QTEST(verdictOf(answer), "verdict");
    // The next document is none the worse for it.
    QCOMPARE(verdictOf(rig.page(requestFor(fx::plainPdf({30, 30})))), QStringLiteral("page"));
}

void PreviewHostTest::showsAnArabicPage()
{
    PreviewRig rig(settings());
    PageRequest request = requestFor(fx::arabicPdf(3), 2);
    request.fitInto = {600, 600};
    const PreviewAnswer answer = rig.page(request);
    QCOMPARE(verdictOf(answer), QStringLiteral("page"));
    QCOMPARE(answer->pageCount, 3);
    QCOMPARE(answer->kind, DocumentKind::Pdf);
    QVERIFY(qAbs(answer->pageSizePoints.width() - 595) < 2
            && qAbs(answer->pageSizePoints.height() - 842) < 2);
    QCOMPARE(answer->image.height(), 600);
    QCOMPARE(answer->image.format(), QImage::Format_RGB32);
    // Text stands at the right edge, and only there at the ends of lines: paper is white, ink is dark.
    const QImage &page = answer->image;
    int dark = 0;
    for (int y = 0; y < page.height(); ++y) {
        for (int x = page.width() / 2; x < page.width(); ++x)
            dark += qGray(page.pixel(x, y)) < 128 ? 1 : 0;
    }
    QVERIFY2(dark > 500, qPrintable(QString::number(dark)));
    QCOMPARE(page.pixel(2, 2), 0xffffffffU);
}

void PreviewHostTest::turnsAPhotographAsItsExifSays_data()
{
    QTest::addColumn<int>("orientation");
    QTest::addColumn<QSizeF>("points");
    QTest::addColumn<QPoint>("red"); // a corner, 0 or 1 each way
    QTest::addColumn<QPoint>("blue");
    const QSizeF lying(60, 30);
    const QSizeF standing(30, 60);
    QTest::newRow("as it is") << 1 << lying << QPoint(0, 0) << QPoint(1, 0);
    QTest::newRow("half a turn") << 3 << lying << QPoint(1, 0) << QPoint(0, 0);
    QTest::newRow("a quarter to the right") << 6 << standing << QPoint(0, 0) << QPoint(0, 1);
    QTest::newRow("a quarter to the left") << 8 << standing << QPoint(0, 1) << QPoint(0, 0);
}

void PreviewHostTest::turnsAPhotographAsItsExifSays()
{
    QFETCH(int, orientation);
    QFETCH(QPoint, red);
    QFETCH(QPoint, blue);
    PreviewRig rig(settings());
    for (const double scale : {4.0 / 3, 0.5, 3.0}) { // as stored, smaller, larger
        PageRequest request = requestFor(fx::turnedJpeg({80, 40}, orientation));
        request.pixelsPerPoint = scale;
        const PreviewAnswer answer = rig.page(request);
        QCOMPARE(verdictOf(answer), QStringLiteral("page"));
        QTEST(answer->pageSizePoints, "points");
        const QImage &image = answer->image;
        QCOMPARE(image.size(), (answer->pageSizePoints * scale).toSize());
        const auto corner = [&image](QPoint at) {
            return image.pixelColor(at.x() == 0 ? 1 : image.width() - 2,
                                    at.y() == 0 ? 1 : image.height() - 2);
        };
        QVERIFY(corner(red).red() > 200 && corner(red).blue() < 60);
        QVERIFY(corner(blue).blue() > 200 && corner(blue).red() < 60);
    }
}

void PreviewHostTest::putsTransparentPicturesOnWhite()
{
    QImage picture(20, 20, QImage::Format_ARGB32);
    picture.fill(Qt::transparent);
    picture.setPixelColor(10, 10, Qt::black);
    PageRequest request = requestFor(fx::encoded(picture, "png"));
    request.fitInto = {20, 20};
    PreviewRig rig(settings());
    const PreviewAnswer answer = rig.page(request);
    QCOMPARE(verdictOf(answer), QStringLiteral("page"));
    QCOMPARE(answer->image.pixel(0, 0), 0xffffffffU);
    QCOMPARE(answer->image.pixel(10, 10), 0xff000000U);
}

void PreviewHostTest::scalesAPictureDown()
{
    PreviewRig rig(settings());
    for (const char *format : {"jpeg", "png", "bmp"}) {
        PageRequest request = requestFor(fx::encoded(fx::twoColours({4000, 3000}), format));
        request.fitInto = {400, 400};
        const PreviewAnswer answer = rig.page(request);
        QCOMPARE(verdictOf(answer), QStringLiteral("page"));
        QCOMPARE(answer->image.size(), QSize(400, 300));
        QVERIFY(answer->image.pixelColor(10, 150).red() > 200);
        QVERIFY(answer->image.pixelColor(390, 150).blue() > 200);
    }
}

void PreviewHostTest::pagesOfOneDocumentShareAWorker()
{
    PreviewRig rig(settings());
    const QByteArray document = fx::plainPdf({100, 100}, 20);
    QVERIFY(rig.page(requestFor(document, 0)).has_value());
    QTRY_COMPARE(childProcesses().size(), std::size_t(2)); // its own and the spare
    const auto before = childProcesses();
    for (int page = 1; page < 20; ++page)
        QCOMPARE(rig.page(requestFor(document, page)).value().pageCount, 20);
    QCOMPARE(childProcesses(), before);
    // A second document gets another one.
    QVERIFY(rig.page(requestFor(fx::plainPdf({50, 50}))).has_value());
    QTRY_COMPARE(childProcesses().size(), std::size_t(3));
}

void PreviewHostTest::manyPagesLookedAtTogetherAreSharedByTwo()
{
    constexpr int kPages = 16;
    const QByteArray document = fx::arabicPdf(kPages);
    std::map<int, QImage> alone;
    {
        PreviewRig rig(settings());
        for (int page = 0; page < kPages; ++page)
            alone[page] = rig.page(requestFor(document, page)).value().image;
    }
    std::map<int, QImage> together;
    PreviewRig rig(settings());
    QVERIFY(rig.page(requestFor(fx::plainPdf({50, 50}))).has_value());
    QTRY_COMPARE(childProcesses().size(), std::size_t(2)); // that one's, and the spare
    QVERIFY(rig.facts(requestFor(document)).has_value());
    QTRY_COMPARE(childProcesses().size(), std::size_t(3));
    for (int page = 0; page < kPages; ++page) {
        rig.host().request(requestFor(document, page), [&together, page](const PreviewAnswer &answer) {
            QVERIFY(answer.has_value());
            QVERIFY(!together.contains(page));
            together[page] = answer->image;
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(int(together.size()), kPages, 30'000);
    QVERIFY(together == alone);
    QTRY_COMPARE(childProcesses().size(), std::size_t(4)); // it has two by now, and there is a spare again
    // Both go when it is forgotten.
    rig.host().forget(requestFor(document).sha256);
    QTRY_COMPARE(childProcesses().size(), std::size_t(2));
}

void PreviewHostTest::remembersPagesWithinItsBudget()
{
    PreviewSettings small = settings();
    small.cacheBytes = qint64(300) * 1024;
    PreviewRig rig(small);
    const QByteArray document = fx::plainPdf({200, 200}, 3);
    const PreviewAnswer first = rig.page(requestFor(document, 0)); // 160,000 bytes
    const PreviewAnswer again = rig.page(requestFor(document, 0));
    QCOMPARE(again->image.cacheKey(), first->image.cacheKey());
    QVERIFY(rig.page(requestFor(document, 1)).has_value());
    const PreviewAnswer later = rig.page(requestFor(document, 0));
    QVERIFY(later->image.cacheKey() != first->image.cacheKey());
    QCOMPARE(later->image, first->image);
}

void PreviewHostTest::tellsPagesThatAreNearlyBlank()
{
    PreviewRig rig(settings());
    QImage paper({400, 560}, QImage::Format_RGB32);
    paper.fill(QColor(250, 249, 245));
    const PageRequest blank = requestFor(fx::encoded(paper, "png"));
    const PageRequest written = requestFor(fx::plainPdf());
    QVERIFY(rig.page(written).has_value());
    QVERIFY(QFile::remove(written.path)); // the picture is remembered, and looked at
    QVERIFY(!rig.blankness(written)->isNearlyBlank);
    QVERIFY(rig.blankness(blank)->isNearlyBlank);
    PageRequest larger = blank;
    larger.fitInto = {300, 300};
    QVERIFY(rig.blankness(larger)->isNearlyBlank); // in any size it is the same page
    QCOMPARE(rig.blankness(requestFor("no document")).error().code, QStringLiteral("preview.unknown_type"));
}

void PreviewHostTest::remembersWhatIsWrongUntilToldToForget()
{
    PreviewSettings hasty = settings();
    hasty.patience.page = std::chrono::milliseconds(300);
    PreviewRig rig(hasty);
    const PageRequest request = requestFor(fx::endlessPdf());
    QCOMPARE(verdictOf(rig.page(request)), QStringLiteral("preview.timeout"));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(verdictOf(rig.page(request)), QStringLiteral("preview.timeout"));
    QVERIFY(timer.elapsed() < 200);
    rig.host().forget(request.sha256);
    timer.start();
    QCOMPARE(verdictOf(rig.page(request)), QStringLiteral("preview.timeout"));
    QVERIFY(timer.elapsed() >= 300);
}

// Somebody else signs in: nothing of what was looked at before may be found again.
void PreviewHostTest::keepsNothingOnceItForgetsAll()
{
    PreviewRig rig(settings());
    const PageRequest page = requestFor(fx::plainPdf({50, 50}));
    const PageRequest other = requestFor(fx::plainPdf({60, 60}));
    const PageRequest locked = requestFor(fx::encryptedPdf("secret"));
    QVERIFY(rig.page(page).has_value());
    QVERIFY(rig.page(other).has_value());
    QVERIFY(rig.text(page).has_value());
    QVERIFY(!rig.page(locked).has_value());
    QVERIFY(rig.host().kindOf(locked.sha256));
    QTRY_COMPARE(childProcesses().size(), std::size_t(4)); // theirs, and the spare
    QCOMPARE(rig.host().tally().drawn, 2);
    bool answered = false;
    rig.host().request(requestFor(fx::endlessPdf()), [&answered](const PreviewAnswer &) { answered = true; });
    rig.host().forgetAll();
    QTRY_COMPARE(childProcesses().size(), std::size_t(1));
    QVERIFY(!rig.host().kindOf(locked.sha256));
    QVERIFY(rig.page(page).has_value());
    QCOMPARE(rig.host().tally().drawn, 3); // anew
    QCOMPARE(rig.host().tally().remembered, 0);
    QVERIFY(!answered);
}

void PreviewHostTest::tellsWhatARefusedDocumentIs_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<int>("kind"); ///< 0: none
    const auto row = [](const char *name, const QByteArray &document, std::optional<DocumentKind> kind) {
        QTest::newRow(name) << document << (kind ? int(*kind) : 0);
    };
    row("no document", "text", {});
    row("locked", fx::encryptedPdf("secret"), DocumentKind::Pdf);
    row("broken", fx::encoded(fx::twoColours({9, 9}), "jpeg").left(40), DocumentKind::Jpeg);
    row("too large", fx::pngHeader({20'000, 20'000}), DocumentKind::Png);
    row("hangs once it is open", fx::endlessPdf(), DocumentKind::Pdf);
}

void PreviewHostTest::tellsWhatARefusedDocumentIs()
{
    QFETCH(QByteArray, document);
    QFETCH(int, kind);
    PreviewSettings hasty = settings();
    hasty.patience.page = std::chrono::milliseconds(1'000);
    PreviewRig rig(hasty);
    const PageRequest request = requestFor(document);
    QVERIFY(!rig.host().kindOf(request.sha256));
    for (int time = 0; time < 2; ++time) { // and when the refusal is remembered
        QVERIFY(!rig.page(request).has_value());
        const auto found = rig.host().kindOf(request.sha256);
        QCOMPARE(found ? int(*found) : 0, kind);
    }
}

void PreviewHostTest::aTimeoutIsNotBelievedForEver()
{
    PreviewSettings hasty = settings();
    hasty.patience.page = std::chrono::milliseconds(300);
    hasty.patience.doubt = std::chrono::milliseconds(1'000);
    PreviewRig rig(hasty);
    const PageRequest request = requestFor(fx::endlessPdf());
    QElapsedTimer timer;
    const auto tried = [&] {
        timer.start();
        const QString verdict = verdictOf(rig.page(request));
        return verdict == QStringLiteral("preview.timeout") && timer.elapsed() >= 300;
    };
    QVERIFY(tried());
    QVERIFY(!tried());
    QTest::qWait(1'100);
    QVERIFY(tried());
    rig.host().forgetRefusals(request.sha256, 1); // of another page
    QVERIFY(!tried());
    rig.host().forgetRefusals(request.sha256, 0);
    QVERIFY(tried());
}

void PreviewHostTest::whatIsTooLargeIsSoInItsSizeOnly()
{
    PreviewRig rig(settings());
    PageRequest request = requestFor(fx::pngHeader({20'000, 20'000}));
    request.fitInto = {100, 100};
    QCOMPARE(verdictOf(rig.page(request)), QStringLiteral("preview.too_large"));
    QVERIFY(QFile::remove(request.path));
    QCOMPARE(verdictOf(rig.page(request)), QStringLiteral("preview.too_large"));
    request.fitInto = {50, 50}; // somebody has to look again
    QCOMPARE(verdictOf(rig.page(request)), QStringLiteral("preview.file_missing"));
}

void PreviewHostTest::whatFailedForPaperIsStillLookedAt()
{
    PreviewSettings hasty = settings();
    hasty.patience.page = std::chrono::milliseconds(300);
    PreviewRig rig(hasty);
    PageRequest paper = requestFor(fx::endlessPdf());
    paper.fitInto = {400, 400};
    paper.isOnce = true;
    PageRequest screen = paper;
    screen.fitInto = {100, 100};
    screen.isOnce = false;
    QElapsedTimer timer;
    const auto tried = [&](const PageRequest &request) {
        timer.start();
        const QString verdict = verdictOf(rig.page(request));
        return verdict == QStringLiteral("preview.timeout") && timer.elapsed() >= 300;
    };
    QVERIFY(tried(paper));
    QVERIFY(!tried(paper));
    QVERIFY(tried(screen));
    rig.host().forgetRefusals(paper.sha256, 0); // as each printing begins
    QVERIFY(tried(paper));
}

void PreviewHostTest::aPageThatTakesTooLongIsATimeout()
{
    PreviewSettings hasty = settings();
    hasty.patience.page = kSoon;
    PreviewRig rig(hasty);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(verdictOf(rig.page(requestFor(fx::endlessPdf()))), QStringLiteral("preview.timeout"));
    QVERIFY(timer.elapsed() >= kSoon.count());
    QCOMPARE(verdictOf(rig.page(requestFor(fx::plainPdf()))), QStringLiteral("page"));
}

void PreviewHostTest::somethingVisibleDoesNotWaitForAPageAhead()
{
    PreviewSettings two = settings();
    two.workers = 2;
    PreviewRig rig(two);
    PageRequest ahead = requestFor(fx::endlessPdf());
    ahead.priority = PagePriority::Ahead;
    QString aheadVerdict;
    rig.host().request(ahead,
                       [&aheadVerdict](const PreviewAnswer &answer) { aheadVerdict = verdictOf(answer); });
    QTRY_COMPARE(childProcesses().size(), std::size_t(2));
    // Both workers are taken by documents; a third one that is looked at comes before the one that is not.
    QElapsedTimer timer;
    timer.start();
    for (const int side : {40, 50, 60})
        QCOMPARE(verdictOf(rig.page(requestFor(fx::plainPdf({side, side})))), QStringLiteral("page"));
    QVERIFY(timer.elapsed() < 6'000);
    QTRY_COMPARE_WITH_TIMEOUT(aheadVerdict, QStringLiteral("preview.timeout"), 20'000);
}

void PreviewHostTest::aCancelledPageIsNeverAnswered()
{
    PreviewRig rig(settings());
    bool answered = false;
    const auto listen = [&answered](const PreviewAnswer &) { answered = true; };
    const quint64 running = rig.host().request(requestFor(fx::endlessPdf()), listen);
    const quint64 waiting = rig.host().request(requestFor(fx::endlessPdf(), 1), listen);
    QVERIFY(rig.page(requestFor(fx::plainPdf())).has_value());
    rig.host().cancel(running);
    rig.host().cancel(waiting);
    // Its worker does not burn on: two documents are open besides the spare, then one.
    QTRY_COMPARE_WITH_TIMEOUT(childProcesses().size(), std::size_t(2), 3'000);
    QVERIFY(rig.page(requestFor(fx::plainPdf({10, 10}))).has_value());
    QVERIFY(!answered);
}

void PreviewHostTest::neverHasMoreWorkersThanAllowed()
{
    PreviewSettings few = settings();
    few.workers = 3;
    PreviewRig rig(few);
    int answers = 0;
    for (int i = 1; i <= 12; ++i) {
        PageRequest request = requestFor(fx::plainPdf({10 * i, 10}));
        request.priority = i % 2 == 0 ? PagePriority::Ahead : PagePriority::Visible;
        rig.host().request(request, [&answers](const PreviewAnswer &answer) {
            QVERIFY(answer.has_value());
            ++answers;
        });
    }
    std::size_t most = 0;
    QTRY_VERIFY_WITH_TIMEOUT((most = std::max(most, childProcesses().size()), answers == 12), 20'000);
    QVERIFY2(most <= 4, qPrintable(QString::number(most))); // one may be dead already and not yet reaped
}

void PreviewHostTest::aWorkerKilledFromOutsideIsReplaced()
{
    PreviewRig rig(settings());
    const QByteArray document = fx::plainPdf({100, 100}, 5);
    QVERIFY(rig.page(requestFor(document, 0)).has_value());
    QTRY_COMPARE(childProcesses().size(), std::size_t(2));
    const auto before = childProcesses();
    for (const pid_t pid : before)
        ::kill(pid, SIGKILL);
    QTRY_VERIFY(childProcesses().empty() || childProcesses().front() != before.front());
    QVERIFY(rig.page(requestFor(document, 1)).has_value());
}

void PreviewHostTest::saysWhenTheWorkerIsMissing()
{
    PreviewSettings wrong = settings();
    wrong.program = m_folder->filePath(QStringLiteral("nothing"));
    PreviewRig rig(wrong);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(verdictOf(rig.page(requestFor(fx::plainPdf()))), QStringLiteral("preview.worker_missing"));
    QVERIFY(rig.host().unavailable());
    QCOMPARE(rig.host().unavailable()->code, QStringLiteral("preview.worker_missing"));
    PageRequest gone = requestFor("gone");
    QFile::remove(gone.path);
    PreviewRig good(settings());
    QCOMPARE(verdictOf(good.page(gone)), QStringLiteral("preview.file_missing"));
    QVERIFY(!good.host().unavailable());
    gone.path = m_folder->path();
    QCOMPARE(verdictOf(good.page(gone)), QStringLiteral("preview.file_missing"));
    gone.path = QStringLiteral("/dev/zero");
    QCOMPARE(verdictOf(good.page(gone)), QStringLiteral("preview.file_missing"));
}

void PreviewHostTest::workersAreConfined()
{
    qputenv("TAWASUL_TEST_SECRET", "must not get there");
    PreviewRig rig(settings());
    QVERIFY(rig.page(requestFor(fx::plainPdf())).has_value());
    QTRY_COMPARE(childProcesses().size(), std::size_t(2));
    QVERIFY(rig.page(requestFor(fx::plainPdf({10, 10}))).has_value()); // the spare has said Hello by now
    const pid_t worker = childProcesses().front();
    QCOMPARE(limitLine(worker, "Max address space"), QByteArrayLiteral("805306368 805306368 bytes"));
    QCOMPARE(limitLine(worker, "Max file size"), QByteArrayLiteral("0 0 bytes"));
    QCOMPARE(limitLine(worker, "Max core file size"), QByteArrayLiteral("0 0 bytes"));
    QCOMPARE(limitLine(worker, "Max open files"), QByteArrayLiteral("32 32 files"));
    QVERIFY(limitLine(worker, "Max cpu time").split(' ').first().toInt() <= 13);
    QCOMPARE(statusLine(worker, "NoNewPrivs"), QByteArrayLiteral("1"));
    // Not dumpable: its /proc belongs to root, and only root sees the rest.
    QCOMPARE(QFileInfo(QStringLiteral("/proc/%1/maps").arg(worker)).ownerId(), 0U);
    if (::geteuid() != 0)
        QSKIP("only root may look into a process that is not dumpable");
    QFile environment(QStringLiteral("/proc/%1/environ").arg(worker));
    QVERIFY(environment.open(QIODevice::ReadOnly));
    QVERIFY(!environment.readAll().contains("TAWASUL_TEST_SECRET"));
    const QDir open(QStringLiteral("/proc/%1/fd").arg(worker));
    const QStringList numbers = open.entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
    for (const QString &number : numbers) {
        const QString target = QFile::symLinkTarget(open.filePath(number));
        if (number.toInt() < 3)
            QCOMPARE(target, QStringLiteral("/dev/null"));
        else
            QVERIFY2(target.contains(u"socket:") || target.contains(u"/dev/null")
                         || target.contains(u"/fonts/"),
                     qPrintable(target));
    }
    qunsetenv("TAWASUL_TEST_SECRET");
}

void PreviewHostTest::saysHowWorkersAreShutIn()
{
    PreviewRig rig(settings());
    int changes = 0;
    QVERIFY(!rig.host().posture());
    rig.host().onPostureChanged([&changes](Posture posture) {
        QVERIFY(posture.isEnough());
        ++changes;
    });
    QVERIFY(rig.page(requestFor(fx::plainPdf())).has_value());
    QVERIFY(rig.page(requestFor(fx::plainPdf({10, 10}))).has_value());
    QCOMPARE(changes, 1); // the second worker was shut in like the first
    QVERIFY(rig.host().posture().has_value());
    QVERIFY(rig.host().posture()->has(kPostureCalls | kPostureLimits));
}

void PreviewHostTest::leavesNothingBehindWhenStoppedInTheMiddle()
{
    bool answered = false;
    {
        PreviewRig rig(settings());
        for (int page = 0; page < 4; ++page)
            rig.host().request(requestFor(fx::endlessPdf() + QByteArray::number(page)),
                               [&answered](const PreviewAnswer &) { answered = true; });
        QTRY_VERIFY(childProcesses().size() >= 2);
    }
    QCoreApplication::processEvents();
    QVERIFY(!answered); // and cleanup() counts what is left
}

QTEST_MAIN(PreviewHostTest)
#include "tst_host.moc"

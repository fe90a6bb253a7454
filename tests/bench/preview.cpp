// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long an officer waits for pages through the sealed worker, beside the bare libraries in this process
// and beside pdftoppm: bench_preview FOLDER writes FOLDER/preview.json.
#include "tests/bench/benchreport.h"
#include "tests/support/previewfixtures.h"
#include "tests/support/previewrig.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QEventLoop>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtGui/QGuiApplication>
#include <QtTest/QtTest>

#include <cstdio>
#include <poppler-qt6.h>
#include <turbojpeg.h>

using namespace tawasul;
namespace fx = tawasul::fixtures;

namespace {

constexpr double kDotsPerInch = 150;
constexpr double kPixelsPerPoint = kDotsPerInch / 72;
constexpr QSize kScanPixels{2480, 3508}; // A4 at 300 dots an inch
constexpr QSize kThumbnail{160, 226};
constexpr int kRounds = 15;
constexpr int kTextPages = 30;
constexpr int kScanPages = 6;
constexpr int kPatienceMs = 60'000;

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

QString written(const QTemporaryDir &folder, const char *name, const QByteArray &bytes)
{
    QFile file(folder.filePath(QString::fromLatin1(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("bench_preview: %s cannot be written", name);
    return file.fileName();
}

PageRequest pageOf(const QString &file, const QString &name, int page = 0)
{
    PageRequest request;
    request.sha256 = name;
    request.path = file;
    request.page = page;
    request.pixelsPerPoint = kPixelsPerPoint;
    return request;
}

/// One page of a document that is opened for it; nothing is remembered from before.
double bySplash(const QString &file)
{
    QElapsedTimer timer;
    timer.start();
    const auto document = Poppler::Document::load(file);
    document->setRenderHint(Poppler::Document::Antialiasing);
    document->setRenderHint(Poppler::Document::TextAntialiasing);
    const QImage image = document->page(0)->renderToImage(kDotsPerInch, kDotsPerInch);
    if (image.isNull())
        qFatal("bench_preview: Poppler shows nothing");
    return milliseconds(timer);
}

/// Pages asked for together, as thumbnails are. Not by QTest's waiting, which looks up every ten
/// milliseconds.
double shown(PreviewRig &rig, const PageRequest &first, int pages)
{
    QEventLoop loop;
    int waiting = pages;
    QElapsedTimer timer;
    timer.start();
    for (int page = 0; page < pages; ++page) {
        PageRequest request = first;
        request.page = page;
        rig.host().request(request, [&](const PreviewAnswer &answer) {
            if (!answer)
                qFatal("bench_preview: %s", qPrintable(answer.error().code));
            if (--waiting == 0)
                loop.quit();
        });
    }
    loop.exec();
    return milliseconds(timer);
}

/// The same through the worker that was waiting for it.
double bySpare(PreviewRig &rig, const QString &file, const QString &name)
{
    QTest::qWait(300); // a spare is made when nobody looks at a page
    return shown(rig, pageOf(file, name), 1);
}

PreviewSettings settings()
{
    PreviewSettings settings;
    settings.program = QCoreApplication::applicationDirPath() % QStringLiteral("/tawasul-preview");
    settings.patience.processor = std::chrono::seconds(8); // a worker that is replaced measures its start
    return settings;
}

Comparison firstPage(const QString &file, const char *what, double factor, double grace)
{
    Comparison comparison;
    comparison.name = QString::fromLatin1(what);
    comparison.unit = QStringLiteral("ms");
    comparison.goal = 1.0;
    PreviewRig rig(settings());
    (void)bySpare(rig, file, QStringLiteral("warm"));
    (void)bySplash(file);
    for (int round = 0; round < kRounds; ++round) {
        comparison.ours.values.push_back(bySpare(rig, file, QString::number(round)));
        comparison.reference.values.push_back(factor * bySplash(file) + grace);
    }
    return comparison;
}

Comparison pagesASecond(const QString &file)
{
    Comparison comparison;
    comparison.name = QStringLiteral("pages of text a second, beside pdftoppm");
    comparison.unit = QStringLiteral("1/s");
    comparison.goal = 0.9;
    comparison.better = Comparison::Better::Higher;
    PreviewRig rig(settings());
    for (int round = 0; round < 5; ++round) {
        const QString name = QStringLiteral("pages%1").arg(round);
        (void)rig.facts(pageOf(file, name));
        QTest::qWait(300);
        comparison.ours.values.push_back(1000.0 * kTextPages / shown(rig, pageOf(file, name), kTextPages));
        QProcess pdftoppm;
        pdftoppm.setStandardOutputFile(QProcess::nullDevice());
        QElapsedTimer timer;
        timer.start();
        pdftoppm.start(QStringLiteral("pdftoppm"),
                       {QStringLiteral("-r"), QString::number(kDotsPerInch), file});
        if (!pdftoppm.waitForFinished(kPatienceMs) || pdftoppm.exitCode() != 0)
            qFatal("bench_preview: pdftoppm (Debian's poppler-utils) is missing");
        comparison.reference.values.push_back(1000.0 * kTextPages / milliseconds(timer));
    }
    return comparison;
}

/// What a thumbnail costs at least: an eighth from the file, and smooth from there.
void thumbnailByTurbo(const QByteArray &jpeg)
{
    const QSize eighth((kScanPixels.width() + 7) / 8, (kScanPixels.height() + 7) / 8);
    QImage image(eighth, QImage::Format_RGB32);
    const tjhandle decoder = tjInitDecompress();
    tjDecompress2(decoder, reinterpret_cast<const unsigned char *>(jpeg.constData()),
                  static_cast<unsigned long>(jpeg.size()), image.bits(), eighth.width(),
                  static_cast<int>(image.bytesPerLine()), eighth.height(), TJPF_BGRX, 0);
    tjDestroy(decoder);
    const QImage small = image.scaled(kThumbnail, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    if (small.isNull())
        qFatal("bench_preview: no thumbnail");
}

Comparison thumbnailsASecond(const QString &file, const QByteArrayList &jpegs)
{
    Comparison comparison;
    comparison.name = QStringLiteral("thumbnails of a scan a second, beside libjpeg-turbo 1/8");
    comparison.unit = QStringLiteral("1/s");
    comparison.goal = 0.9;
    comparison.better = Comparison::Better::Higher;
    PreviewRig rig(settings());
    for (int round = 0; round < kRounds; ++round) {
        const QString name = QStringLiteral("thumbnails%1").arg(round);
        (void)rig.facts(pageOf(file, name));
        QTest::qWait(300);
        PageRequest request = pageOf(file, name);
        request.fitInto = kThumbnail;
        comparison.ours.values.push_back(1000.0 * kScanPages / shown(rig, request, kScanPages));
        QElapsedTimer timer;
        timer.start();
        for (const QByteArray &jpeg : jpegs)
            thumbnailByTurbo(jpeg);
        comparison.reference.values.push_back(1000.0 * kScanPages / milliseconds(timer));
    }
    return comparison;
}

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "usage: bench_preview FOLDER\n");
        return 2;
    }
    Poppler::setDebugErrorFunction([](const QString &, const QVariant &) {}, {});
    const QTemporaryDir folder;
    QByteArrayList jpegs;
    for (quint32 page = 0; page < quint32(kScanPages); ++page)
        jpegs.append(fx::encoded(fx::scannedPaper(kScanPixels, page), "jpeg"));
    const QString text = written(folder, "text.pdf", fx::arabicPdf(kTextPages));
    const QString oneText = written(folder, "one.pdf", fx::arabicPdf(1));
    const QString scan = written(folder, "scan.pdf", fx::scannedPdf(jpegs, kScanPixels));
    std::vector<Comparison> comparisons{
        firstPage(oneText, "first page of text, beside 1.2 x Splash + 30 ms", 1.2, 30),
        firstPage(scan, "first page of a scan, beside 0.5 x Splash", 0.5, 0),
        pagesASecond(text),
        thumbnailsASecond(scan, jpegs),
    };
    return report(QString::fromLocal8Bit(argv[1]), QStringLiteral("preview"), comparisons) ? 0 : 1;
}

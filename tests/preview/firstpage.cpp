// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long an officer waits for a first page through the sealed worker, beside Poppler in this very process:
// preview_firstpage [FILE …]; TAWASUL_PREVIEW names another worker. One line a file: medians and 95th
// percentiles in milliseconds. Run from the build folder.
#include "tests/support/previewfixtures.h"
#include "tests/support/previewrig.h"

#include <QtCore/QTemporaryDir>
#include <QtGui/QGuiApplication>
#include <QtTest/QtTest>

#include <cstdio>
#include <poppler-qt6.h>

using namespace tawasul;

namespace {

constexpr int kRounds = 41;
constexpr double kDotsPerInch = 150;

struct Spread
{
    double median = 0;
    double high = 0;
};

Spread spreadOf(std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    return {times[times.size() / 2], times[times.size() * 95 / 100]};
}

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

Spread inProcess(const QString &file)
{
    std::vector<double> times;
    for (int round = 0; round < kRounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        const auto document = Poppler::Document::load(file);
        document->setRenderHint(Poppler::Document::Antialiasing);
        document->setRenderHint(Poppler::Document::TextAntialiasing);
        const QImage image = document->page(0)->renderToImage(kDotsPerInch, kDotsPerInch);
        if (!image.isNull())
            times.push_back(milliseconds(timer));
    }
    return spreadOf(times);
}

Spread throughWorker(const QString &file, bool spare)
{
    PreviewSettings settings;
    settings.program = qEnvironmentVariable("TAWASUL_PREVIEW", QStringLiteral(TAWASUL_PREVIEW_PROGRAM));
    std::vector<double> times;
    for (int round = 0; round < kRounds; ++round) {
        PreviewRig rig(settings);
        PageRequest other;
        other.sha256 = QStringLiteral("other");
        other.path = file;
        other.fitInto = {50, 50};
        if (spare && !rig.page(other)) // afterwards a spare is made
            return {};
        const auto idle = [] { return childProcesses().size() == 2; };
        if (spare && !(QTest::qWaitFor(idle, 5000) && (QTest::qWait(150), true)))
            return {};
        PageRequest request;
        request.sha256 = QString::number(round);
        request.path = file;
        request.pixelsPerPoint = kDotsPerInch / 72;
        QElapsedTimer timer;
        timer.start();
        if (rig.page(request))
            times.push_back(milliseconds(timer));
    }
    return spreadOf(times);
}

void measure(const QString &file)
{
    const Spread alone = inProcess(file);
    const Spread ready = throughWorker(file, true);
    const Spread cold = throughWorker(file, false);
    std::printf("%-32s in process %6.1f (%6.1f)  spare %6.1f (%6.1f)  cold %6.1f (%6.1f)  spare/in process "
                "%.2f, +%.1f ms\n",
                qPrintable(QFileInfo(file).fileName().right(32)), alone.median, alone.high, ready.median,
                ready.high, cold.median, cold.high, ready.median / alone.median, ready.median - alone.median);
}

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    Poppler::setDebugErrorFunction([](const QString &, const QVariant &) {}, {});
    QStringList files = QCoreApplication::arguments().mid(1);
    const QTemporaryDir folder;
    if (files.isEmpty()) {
        QFile file(folder.filePath(QStringLiteral("arabic.pdf")));
        if (file.open(QIODevice::WriteOnly))
            file.write(fixtures::arabicPdf(1));
        files.append(file.fileName());
    }
    for (const QString &file : files)
        measure(file);
    return 0;
}

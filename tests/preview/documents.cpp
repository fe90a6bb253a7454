// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Shows every file of some folders as the desk would, and says what became of them: nothing of a stranger's
// may end, stall or swell the desk. The desks are processes of their own, so that one that dies is counted
// and the rest goes on.
#include "tests/preview/documentmakers.h"
#include "tests/preview/documentrun.h"

#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtWidgets/QApplication>

#include <CLI/CLI.hpp>

#include <cstdio>

using namespace tawasul;

namespace {

using End = DocumentVerdict::End;

constexpr int kFilesADesk = 200;
constexpr int kMutants = 2'000; ///< when there is no folder
constexpr qint64 kLongestMs = 10'000;
constexpr qint64 kLongestStallMs = 100;
constexpr qint64 kMostGrowth = qint64(20) << 20;
constexpr qint64 kMostWindowGrowth = qint64(64) << 20; ///< with fonts, styles and an allocator of their own
constexpr double kLeastShown = 0.995;
constexpr qsizetype kWindowEvery =
    10; ///< of the mutants and files of folders, one is opened in the window as well
constexpr int kPatienceMs = 3'600'000;

struct Total
{
    DocumentRun run;
    int deskCrashes = 0;
    DocumentRun window; ///< what went through the flow and the pane
    int windowCrashes = 0;

    [[nodiscard]] int count(End end) const
    {
        return static_cast<int>(
            std::count_if(run.verdicts.begin(), run.verdicts.end(),
                          [end](const DocumentVerdict &each) { return each.end == end; }));
    }
    [[nodiscard]] qint64 worst() const
    {
        qint64 longest = 0;
        for (const DocumentVerdict &each : run.verdicts)
            longest = std::max(longest, each.milliseconds);
        return longest;
    }
    /// Of files that have to be shown: neither hostile by origin, nor locked or broken, which their worker
    /// says.
    [[nodiscard]] std::pair<int, int> shownOfLegitimate() const
    {
        int shown = 0;
        int all = 0;
        for (const std::vector<DocumentVerdict> *verdicts : {&run.verdicts, &window.verdicts}) {
            for (const DocumentVerdict &each : *verdicts) {
                if (!isLegitimate(each.file) || (each.end == End::Refused && !isWhole(each.file)))
                    continue;
                ++all;
                shown += each.end == End::Shown ? 1 : 0;
            }
        }
        return {shown, all};
    }
};

QStringList filesIn(const std::vector<std::string> &folders)
{
    QStringList files;
    for (const std::string &folder : folders) {
        QDirIterator it(QString::fromStdString(folder), QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            files.append(it.next());
    }
    files.sort();
    return files;
}

/// A desk of its own for these; what it told before it died counts.
void showInADesk(const QStringList &files, const QString &how, DocumentRun &run, int &crashes)
{
    QProcess desk;
    desk.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    desk.start(QCoreApplication::applicationFilePath(), {how});
    desk.write(files.join(u'\n').toUtf8());
    desk.closeWriteChannel();
    if (!desk.waitForFinished(kPatienceMs) || desk.exitStatus() != QProcess::NormalExit
        || desk.exitCode() != 0)
        ++crashes;
    const QByteArrayList lines = desk.readAllStandardOutput().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("end ")) {
            const QByteArrayList words = line.split(' ');
            run.longestStallMs = std::max(run.longestStallMs, words.value(1).toLongLong());
            run.growthBytes = std::max(run.growthBytes, words.value(2).toLongLong());
            run.left += words.value(3).toInt();
        } else if (!line.isEmpty()) {
            run.verdicts.push_back(DocumentVerdict::fromLine(line));
        }
    }
}

int beADesk(const QString &worker, bool hasWindow)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return 2;
    const QStringList files = QString::fromUtf8(input.readAll()).split(u'\n', Qt::SkipEmptyParts);
    const DocumentRun run = hasWindow ? showInTheWindow(files, worker) : showDocuments(files, worker);
    for (const DocumentVerdict &verdict : run.verdicts)
        std::printf("%s\n", verdict.line().constData());
    std::printf("end %lld %lld %d\n", run.longestStallMs, run.growthBytes, run.left);
    return 0;
}

void writeTable(const QString &path, const Total &total)
{
    QFile table(path);
    if (!table.open(QIODevice::WriteOnly))
        qFatal("documents: %s cannot be written", qPrintable(path));
    table.write("end\tcode\tms\tdetail\tfile\n");
    for (const DocumentRun *run : {&total.run, &total.window}) {
        for (const DocumentVerdict &verdict : run->verdicts)
            table.write(verdict.line() + '\n');
    }
}

void tellOddOnes(const DocumentRun &run)
{
    for (const DocumentVerdict &verdict : run.verdicts) {
        const bool isMissed = verdict.end != End::Shown && isLegitimate(verdict.file)
            && (verdict.end != End::Refused || isWhole(verdict.file));
        if (verdict.end == End::Sigsys || verdict.end == End::Signal || verdict.milliseconds > kLongestMs
            || isMissed)
            std::printf("%s: %s %s, %lld ms\n", qPrintable(verdict.file), qPrintable(verdict.code),
                        qPrintable(verdict.detail), verdict.milliseconds);
    }
}

double mebibytes(qint64 bytes)
{
    return static_cast<double>(bytes) / (1 << 20);
}

int report(const Total &total, bool timesApart)
{
    tellOddOnes(total.run);
    tellOddOnes(total.window);
    const auto bombs =
        std::count_if(total.run.verdicts.begin(), total.run.verdicts.end(), [](const DocumentVerdict &each) {
            return each.file.contains(QStringLiteral("/bomb-"));
        });
    const auto [shown, legitimate] = total.shownOfLegitimate();
    const double share = legitimate > 0 ? double(shown) / legitimate : 1;
    std::printf("window: files=%d crashes=%d stall_ms=%lld left=%d growth_mib=%.1f\n",
                static_cast<int>(total.window.verdicts.size()), total.windowCrashes,
                total.window.longestStallMs, total.window.left, mebibytes(total.window.growthBytes));
    std::printf("documents: files=%d shown=%d refused=%d limit=%d sigsys=%d signals=%d bombs=%d "
                "legitimate=%d share=%.4f "
                "desk_crashes=%d stall_ms=%lld worst_s=%.1f left=%d growth_mib=%.1f\n",
                static_cast<int>(total.run.verdicts.size()), total.count(End::Shown),
                total.count(End::Refused), total.count(End::Limit), total.count(End::Sigsys),
                total.count(End::Signal), static_cast<int>(bombs), legitimate, share,
                total.deskCrashes + total.windowCrashes,
                std::max(total.run.longestStallMs, total.window.longestStallMs),
                static_cast<double>(total.worst()) / 1000, total.run.left + total.window.left,
                mebibytes(total.run.growthBytes));
    const bool inTime = std::max(total.run.longestStallMs, total.window.longestStallMs) <= kLongestStallMs
        && total.worst() <= kLongestMs;
    const bool holds = total.deskCrashes + total.windowCrashes == 0 && total.run.left + total.window.left == 0
        && total.run.growthBytes < kMostGrowth && total.window.growthBytes < kMostWindowGrowth
        && total.count(End::Sigsys) == 0 && share >= kLeastShown;
    return holds && (inTime || timesApart) ? 0 : 1;
}

/// All that was made here on purpose, and some of the rest.
QStringList forTheWindow(const QStringList &files)
{
    QStringList some;
    for (qsizetype n = 0; n < files.size(); ++n) {
        const QString name = files.at(n).section(u'/', -1);
        if (n % kWindowEvery == 0 || name.startsWith(QStringLiteral("bomb")) || isWhole(name))
            some.append(files.at(n));
    }
    return some;
}

void showAll(const QStringList &files, Total &total)
{
    for (qsizetype first = 0; first < files.size(); first += kFilesADesk) {
        showInADesk(files.mid(first, kFilesADesk), QStringLiteral("--desk"), total.run, total.deskCrashes);
        std::printf("[%lld/%lld] shown\n", std::min(first + kFilesADesk, files.size()), files.size());
        std::fflush(stdout);
    }
    const QStringList some = forTheWindow(files);
    for (qsizetype first = 0; first < some.size(); first += kFilesADesk) {
        showInADesk(some.mid(first, kFilesADesk), QStringLiteral("--window"), total.window,
                    total.windowCrashes);
        std::printf("[%lld/%lld] shown in the window\n", std::min(first + kFilesADesk, some.size()),
                    some.size());
        std::fflush(stdout);
    }
}

} // namespace

int main(int argc, char **argv)
{
    std::vector<std::string> folders;
    std::string table;
    int mutants = 0;
    quint32 seed = 1;
    bool timesApart = false;
    bool isDesk = false;
    bool isWindow = false;
    CLI::App options("Shows every document of some folders as the desk would.");
    options
        .add_option("folders", folders, "where the documents are; without one, mutants of our own and bombs")
        ->check(CLI::ExistingDirectory);
    options.add_option("--mutants", mutants, "how many documents of our own are damaged and shown as well")
        ->check(CLI::Range(0, 1'000'000));
    options.add_option("--seed", seed, "of the first of them");
    options.add_option("--tsv", table, "where a line for each file goes");
    options.add_flag("--times-apart", timesApart,
                     "tells times, but judges only the rest: for a machine that is busy");
    options.add_flag("--desk", isDesk)->group("");
    options.add_flag("--window", isWindow)->group("");
    CLI11_PARSE(options, argc, argv)
    const QApplication app(argc, argv);
    const QString worker = QApplication::applicationDirPath() % QStringLiteral("/tawasul-preview");
    if (isDesk || isWindow)
        return beADesk(worker, isWindow);
    const QTemporaryDir made;
    QStringList files = filesIn(folders);
    if (folders.empty()) {
        files = writeWhole(made.path()) + writeBombs(made.path());
        mutants = mutants > 0 ? mutants : kMutants;
    }
    files += writeMutants(made.path(), mutants, seed);
    Total total;
    showAll(files, total);
    if (!table.empty())
        writeTable(QString::fromStdString(table), total);
    return report(total, timesApart);
}

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Shows every file of some folders as the desk would, and says what became of them: nothing of a stranger's
// may end, stall or swell the desk. The desks are processes of their own, so that one that dies is counted
// and the rest goes on.
#include "tests/preview/documentrun.h"

#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtGui/QGuiApplication>

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
constexpr int kPatienceMs = 3'600'000;

struct Total
{
    DocumentRun run;
    int deskCrashes = 0;

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
void showInADesk(const QStringList &files, Total &total)
{
    QProcess desk;
    desk.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    desk.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--desk")});
    desk.write(files.join(u'\n').toUtf8());
    desk.closeWriteChannel();
    if (!desk.waitForFinished(kPatienceMs) || desk.exitStatus() != QProcess::NormalExit
        || desk.exitCode() != 0)
        ++total.deskCrashes;
    const QByteArrayList lines = desk.readAllStandardOutput().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("end ")) {
            const QByteArrayList words = line.split(' ');
            total.run.longestStallMs = std::max(total.run.longestStallMs, words.value(1).toLongLong());
            total.run.growthBytes = std::max(total.run.growthBytes, words.value(2).toLongLong());
            total.run.left += words.value(3).toInt();
        } else if (!line.isEmpty()) {
            total.run.verdicts.push_back(DocumentVerdict::fromLine(line));
        }
    }
}

int beADesk(const QString &worker)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return 2;
    const DocumentRun run =
        showDocuments(QString::fromUtf8(input.readAll()).split(u'\n', Qt::SkipEmptyParts), worker);
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
    for (const DocumentVerdict &verdict : total.run.verdicts)
        table.write(verdict.line() + '\n');
}

int report(const Total &total, bool timesApart)
{
    for (const DocumentVerdict &verdict : total.run.verdicts) {
        if (verdict.end == End::Sigsys || verdict.end == End::Signal || verdict.milliseconds > kLongestMs)
            std::printf("%s: %s %s, %lld ms\n", qPrintable(verdict.file), qPrintable(verdict.code),
                        qPrintable(verdict.detail), verdict.milliseconds);
    }
    std::printf(
        "documents: files=%d shown=%d refused=%d limit=%d sigsys=%d signals=%d desk_crashes=%d stall_ms=%lld "
        "worst_s=%.1f left=%d growth_mib=%.1f\n",
        static_cast<int>(total.run.verdicts.size()), total.count(End::Shown), total.count(End::Refused),
        total.count(End::Limit), total.count(End::Sigsys), total.count(End::Signal), total.deskCrashes,
        total.run.longestStallMs, static_cast<double>(total.worst()) / 1000, total.run.left,
        static_cast<double>(total.run.growthBytes) / (1 << 20));
    const bool inTime = total.run.longestStallMs <= kLongestStallMs && total.worst() <= kLongestMs;
    const bool holds = total.deskCrashes == 0 && total.run.left == 0 && total.run.growthBytes < kMostGrowth
        && total.count(End::Sigsys) == 0;
    return holds && (inTime || timesApart) ? 0 : 1;
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
    CLI11_PARSE(options, argc, argv)
    const QGuiApplication app(argc, argv);
    const QString worker = QGuiApplication::applicationDirPath() % QStringLiteral("/tawasul-preview");
    if (isDesk)
        return beADesk(worker);
    const QTemporaryDir made;
    QStringList files = filesIn(folders);
    if (folders.empty()) {
        files = writeBombs(made.path());
        mutants = mutants > 0 ? mutants : kMutants;
    }
    files += writeMutants(made.path(), mutants, seed);
    Total total;
    for (qsizetype first = 0; first < files.size(); first += kFilesADesk) {
        showInADesk(files.mid(first, kFilesADesk), total);
        std::printf("[%lld/%lld] shown\n", std::min(first + kFilesADesk, files.size()), files.size());
        std::fflush(stdout);
    }
    if (!table.empty())
        writeTable(QString::fromStdString(table), total);
    return report(total, timesApart);
}

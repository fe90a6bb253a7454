// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How much a start costs: from the process's entry to the first painted frame with real rows, against windows
// that have nothing to read (performance.md §9); and to the moment when all that was put off for it is done.
// Each start is a process of its own; they take turns, so that a busy machine is busy for all of them alike.
// The processor counts; the wall is told beside it.
#include "tests/bench/benchprofile.h"
#include "tests/bench/benchreport.h"
#include "tests/bench/childrun.h"
#include "tests/bench/startupwindows.h"

#include <QtCore/QCoreApplication>

#include <cstdio>
#include <map>

using namespace tawasul;

namespace {

constexpr int kRounds = 11;
constexpr double kGoal = 3.0;
constexpr double kMemoryGoal = 5.0;
// With all that was put off: no page asks for it, but it is not to grow unseen.
constexpr double kReadyGoal = 6.0;

struct Costs
{
    Series cpu;
    Series wall;
    Series anonymous;
};

using AllCosts = std::map<QString, Costs>;

bool measure(const std::vector<QStringList> &starts, AllCosts &costs)
{
    const QString program = QCoreApplication::applicationFilePath();
    for (int round = 0; round <= kRounds; ++round) {
        std::printf("[%d/%d] starting\n", round, kRounds);
        std::fflush(stdout);
        for (const QStringList &start : starts) {
            const auto run = runChild(program, start);
            if (!run) {
                std::fprintf(stderr, "bench: a start failed: %s\n", qPrintable(start.join(u' ')));
                return false;
            }
            if (round == 0)
                continue; // reads everything into the page cache
            Costs &cost = costs[start.join(u' ')];
            cost.cpu.values.push_back(run->cpu);
            cost.wall.values.push_back(run->wall);
            cost.anonymous.values.push_back(anonymousIn(*run));
        }
    }
    return true;
}

std::vector<Comparison> compare(const QString &size, const Costs &ours, const Costs &screens,
                                const Costs &plain)
{
    const auto row = [&size](const char *what, const char *than, const Series &mine, const Series &other,
                             const char *unit, double goal) {
        return Comparison{
            QStringLiteral("%1, %2 cases / %3").arg(QLatin1StringView(what), size, QLatin1StringView(than)),
            mine, other, QString::fromLatin1(unit), goal};
    };
    return {row("processor", "plain Qt window", ours.cpu, plain.cpu, "ms", kGoal),
            row("processor", "same screens empty", ours.cpu, screens.cpu, "ms", kGoal),
            row("wall", "same screens empty", ours.wall, screens.wall, "ms", kGoal),
            row("anonymous memory", "plain Qt window", ours.anonymous, plain.anonymous, "MB", kMemoryGoal)};
}

int bench(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QString folder = QCoreApplication::arguments().value(1, QStringLiteral("."));
    DeskProfile small;
    DeskProfile large;
    fillProfile(small, 1'000);
    fillProfile(large, 100'000);
    const QStringList plain{QStringLiteral("--plain")};
    const QStringList screens{QStringLiteral("--screens")};
    const QStringList onSmall{QStringLiteral("--workplace"), small.folder()};
    const QStringList onLarge{QStringLiteral("--workplace"), large.folder()};
    const QStringList largeReady{QStringLiteral("--ready"), large.folder()};
    AllCosts costs;
    if (!measure({plain, screens, onSmall, onLarge, largeReady}, costs))
        return 1;
    const auto of = [&costs](const QStringList &start) { return costs[start.join(u' ')]; };
    std::vector<Comparison> rows = compare(QStringLiteral("1000"), of(onSmall), of(screens), of(plain));
    for (const Comparison &row : compare(QStringLiteral("100000"), of(onLarge), of(screens), of(plain)))
        rows.push_back(row);
    rows.push_back({QStringLiteral("processor until all is ready, 100000 / plain Qt window"),
                    of(largeReady).cpu, of(plain).cpu, QStringLiteral("ms"), kReadyGoal});
    return report(folder, QStringLiteral("startup"), rows) ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    const QString what = QString::fromLocal8Bit(argc > 1 ? argv[1] : "");
    if (what == QLatin1String("--plain"))
        return showPlainWindow(argc, argv);
    if (what == QLatin1String("--screens"))
        return showEmptyScreens(argc, argv);
    if (what == QLatin1String("--workplace") && argc > 2)
        return showWorkplace(argc, argv, QString::fromLocal8Bit(argv[2]), StartUntil::FirstRows);
    if (what == QLatin1String("--ready") && argc > 2)
        return showWorkplace(argc, argv, QString::fromLocal8Bit(argv[2]), StartUntil::AllReady);
    return bench(argc, argv);
}

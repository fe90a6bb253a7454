// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/chaosruns.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHashSeed>
#include <QtCore/QLoggingCategory>

#include <sqlite3.h>

#include <array>
#include <cstdio>
#include <malloc.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tawasul {

namespace {

constexpr std::size_t kCounts = 17;
constexpr std::size_t kFaults = 6; ///< the last of them
using Counts = std::array<std::int64_t, kCounts>;
constexpr std::array<const char *, kCounts> kWords{
    "runs",    "acts",   "crashes",   "power_cuts", "disk_faults", "restores",
    "shifts",  "parked", "proposals", "carried",    "probed",      "lost",
    "doubled", "merged", "reordered", "diverged",   "stuck"};

/// What a process tells of its seeds; shared with the one that started it, so that it outlives a crash.
struct Sums
{
    std::uint64_t seed = 0; ///< the one under way
    bool isDone = false;
    std::uint64_t trace = 0; ///< of all its runs
    Counts counts{};
};

Counts countsOf(const Verdict &one)
{
    return {one.runs,           one.acts,          one.crashes,          one.powerCuts,
            one.faults,         one.restores,      one.shifts,           one.parked,
            one.proposals,      one.carried,       one.probed,           one.lost.size(),
            one.doubled.size(), one.merged.size(), one.reordered.size(), one.diverged.size(),
            one.stuck.size()};
}

void complain(std::uint64_t seed, const Verdict &verdict)
{
    for (const QString &complaint : verdict.complaints())
        std::printf("seed %llu: %s\n", static_cast<unsigned long long>(seed), qPrintable(complaint));
    std::printf("seed %llu failed; to see it again: ./dev chaos 1 --seed %llu --words\n",
                static_cast<unsigned long long>(seed), static_cast<unsigned long long>(seed));
    std::fflush(stdout);
}

void runShare(const SeedRange &range, int job, bool inWords, Sums &sums)
{
    SeedRunner runner;
    for (std::uint64_t i = static_cast<std::uint64_t>(job); i < range.count;
         i += static_cast<std::uint64_t>(range.jobs)) {
        sums.seed = range.first + i;
        const Verdict verdict = runner.run(sums.seed, inWords);
        if (!verdict.isClean())
            complain(sums.seed, verdict);
        const auto counts = countsOf(verdict);
        for (std::size_t n = 0; n < counts.size(); ++n)
            sums.counts.at(n) += counts.at(n);
        sums.trace ^= verdict.hash;
        if (job == 0 && i > 0 && i % 1'000 == 0) {
            std::printf("chaos: %llu of %llu seeds\n", static_cast<unsigned long long>(i),
                        static_cast<unsigned long long>(range.count));
            std::fflush(stdout);
        }
    }
    sums.isDone = true;
}

/// Some hundreds of seeds in which nothing of a kind ever happened prove nothing about it.
bool hasSeenEnough(const Counts &total)
{
    constexpr std::int64_t kEnough = 200;
    if (total.front() < kEnough)
        return true;
    const bool hasSeen =
        std::all_of(total.begin(), total.end() - kFaults, [](std::int64_t count) { return count > 0; });
    if (!hasSeen)
        std::printf("chaos: something never happened\n");
    return hasSeen;
}

bool tellSums(const Sums *first, int jobs)
{
    Counts total{};
    bool isWhole = true;
    std::uint64_t trace = 0;
    for (const Sums *sums = first; sums != first + jobs; ++sums) {
        for (std::size_t n = 0; n < total.size(); ++n)
            total.at(n) += sums->counts.at(n);
        trace ^= sums->trace;
        if (sums->isDone)
            continue;
        isWhole = false;
        std::printf("seed %llu: the process died\n", static_cast<unsigned long long>(sums->seed));
    }
    std::printf("chaos:");
    for (std::size_t n = 0; n < total.size(); ++n)
        std::printf(" %s=%lld", kWords.at(n), static_cast<long long>(total.at(n)));
    std::printf(" trace=%016llx\n", static_cast<unsigned long long>(trace));
    return isWhole && hasSeenEnough(total)
        && std::all_of(total.end() - kFaults, total.end(), [](std::int64_t count) { return count == 0; });
}

} // namespace

SeedRunner::SeedRunner()
    : m_scratch(makeScratchDirectory())
    , m_first(m_scratch->path())
{
}

Verdict SeedRunner::run(std::uint64_t seed, bool inWords)
{
    return ChaosRun(seed, m_first, m_scratch->path(), inWords).play();
}

namespace {

/// Every run takes and gives back the same few megabytes: given to the system, each page of them would be
/// cleared and mapped again.
void keepMemory()
{
    constexpr int kMost = 1 << 30;
    ::mallopt(M_TRIM_THRESHOLD, kMost);
    ::mallopt(M_MMAP_THRESHOLD, kMost);
    ::mallopt(M_TOP_PAD, 1 << 24);
    // And a run is one thread: nobody has to be kept out of anything, nor told how much is in use.
    sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

} // namespace

bool runSeeds(const SeedRange &range, bool inWords)
{
    keepMemory();
    // The order of Qt's hashes is drawn anew for each process.
    QHashSeed::setDeterministicGlobalSeed();
    if (!inWords)
        QLoggingCategory::setFilterRules(QStringLiteral("*=false\ndefault=true"));
    const std::size_t size = sizeof(Sums) * static_cast<std::size_t>(range.jobs);
    void *shared = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED)
        return false;
    auto *sums = new (shared) Sums[static_cast<std::size_t>(range.jobs)];
    std::fflush(stdout);
    for (int job = 0; job < range.jobs; ++job) {
        if (::fork() != 0)
            continue;
        int argc = 0;
        const QCoreApplication application(argc, nullptr);
        runShare(range, job, inWords, sums[job]);
        std::fflush(stdout);
        ::_exit(0);
    }
    while (::wait(nullptr) > 0) {}
    const bool isClean = tellSums(sums, range.jobs);
    ::munmap(shared, size);
    return isClean;
}

} // namespace tawasul

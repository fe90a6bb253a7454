// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/chaosruns.h"
#include "tests/chaos/deskprocess.h"
#include "tests/chaos/processrun.h"

#include <QtCore/QCoreApplication>

#include <CLI/CLI.hpp>

#include <cstdio>

using namespace tawasul;

int main(int argc, char **argv)
{
    SeedRange range;
    bool inWords = false;
    ProcessRunOptions processes;
    std::string desk;
    std::string centre;
    DeskProcessOptions deskOptions;
    CLI::App options("Runs the desk and the centre under seeded chaos.");
    options.add_option("runs", range.count, "how many seeds")->check(CLI::PositiveNumber);
    options.add_option("--seed", range.first, "the first of them");
    options.add_option("--jobs", range.jobs, "processes at once")->check(CLI::Range(1, 64));
    options.add_flag("--words", inWords, "tells what happens; for one seed");
    auto *kills = options
                      .add_option("--processes", processes.kills,
                                  "real processes instead, and how many of them are killed")
                      ->check(CLI::PositiveNumber);
    // What this program becomes then; nobody types these.
    auto *isDesk = options.add_option("--desk", desk)->group("");
    options.add_option("--centre", centre)->group("");
    std::string envelopes;
    options.add_option("--envelopes", envelopes)->group("");
    options.add_option("--officer", deskOptions.officer)->group("")->check(CLI::Range(0, 3));
    CLI11_PARSE(options, argc, argv)
    if (isDesk->count() + kills->count() > 0) {
        const QCoreApplication application(argc, argv);
        if (isDesk->count() > 0) {
            deskOptions.folder = QString::fromStdString(desk);
            deskOptions.envelopes = QString::fromStdString(envelopes);
            deskOptions.centre = QUrl(QString::fromStdString(centre));
            deskOptions.seed = range.first;
            return runDeskProcess(deskOptions);
        }
        processes.seed = range.first;
        processes.ownProgram = QCoreApplication::applicationFilePath();
        processes.centralProgram =
            QString(QCoreApplication::applicationDirPath() % QStringLiteral("/tawasul-central"));
        return runProcesses(processes) ? 0 : 1;
    }
    return runSeeds(range, inWords) ? 0 : 1;
}

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/demo/democommand.h"

#include <CLI/CLI.hpp>

#include <QtCore/QHashSeed>
#include <QtGui/QGuiApplication>

#include <cstdio>

namespace {

struct Words
{
    std::string data;
    std::string day;
    tawasul::DemoOptions options;
    bool json = false;
};

void addOptions(CLI::App &app, Words &words)
{
    app.add_option("--data", words.data, "An empty folder; the register is made in it")->required();
    app.add_option("--cases", words.options.cases, "How many cases")
        ->capture_default_str()
        ->check(CLI::Range(1, 200'000));
    app.add_option("--officers", words.options.officers, "How many officers")
        ->capture_default_str()
        ->check(CLI::Range(1, 500));
    app.add_option("--files", words.options.files,
                   "About how many files are made for single cases; the others share")
        ->capture_default_str()
        ->check(CLI::Range(0, 10'000));
    app.add_option("--seed", words.options.seed, "The same seed and day give the same cases and files")
        ->capture_default_str();
    app.add_option("--day", words.day,
                   "YYYY-MM-DD, the day on which the data is used; default: today in Riyadh");
    app.add_option("--recall-seconds", words.options.recallSeconds,
                   "How long a decision can be taken back before it leaves the desk; default: as shipped")
        ->check(CLI::Range(0, 86'400));
    app.add_flag("--json", words.json, "Print the accounts as JSON");
}

int run(const Words &words)
{
    tawasul::DemoOptions options = words.options;
    options.day = QDate::fromString(QString::fromStdString(words.day), Qt::ISODate);
    if (!words.day.empty() && !options.day.isValid()) {
        std::fprintf(stderr, "tawasul-central demo: --day is YYYY-MM-DD\n");
        return 2;
    }
    const tawasul::Outcome outcome =
        tawasul::runDemo(QString::fromStdString(words.data), options, words.json);
    if (outcome)
        return 0;
    std::fprintf(stderr, "tawasul-central demo: %s: %s\n", qUtf8Printable(outcome.error().code),
                 qUtf8Printable(outcome.error().detail));
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    CLI::App app{"Fill an empty data folder with generated training data"};
    app.name("tawasul-central demo");
    Words words;
    addOptions(app, words);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) { // the library's way to say it; it goes no further
        return app.exit(error) == 0 ? 0 : 2;
    }
    // No screen is needed to draw documents, and the order of Qt's tables must not depend on the run.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QHashSeed::setDeterministicGlobalSeed();
    QGuiApplication application(argc, argv);
    return run(words);
}

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/doctor/doctorcommand.h"

#include "app/desk/doctor/doctorreport.h"

#include <CLI/CLI.hpp>

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>

#include <cstdio>

namespace tawasul {

namespace {

struct Words
{
    std::string profile;
    bool json = false;
    bool deep = false;
};

int examine(const Words &words)
{
    const SystemClock clock;
    const CheckupDepth depth = words.deep ? CheckupDepth::Deep : CheckupDepth::Usual;
    const ProfileCheckup checkup =
        checkUp(QFile::decodeName(QByteArray::fromStdString(words.profile)), clock, depth);
    const std::vector<Finding> findings = findingsOf(checkup);
    const QByteArray report = words.json ? jsonOf(checkup, findings) : linesOf(findings);
    std::fwrite(report.constData(), 1, static_cast<std::size_t>(report.size()), stdout);
    return exitCodeOf(checkup, findings);
}

} // namespace

int runDoctor(int argc, char **argv)
{
    CLI::App app{"Checks a profile without starting the window, and changes nothing in it.\n"
                 "While it reads, a desk that is started on the profile says that it is in use."};
    app.name("tawasul-desk doctor");
    app.footer(
        "Exit codes: 0 all well, 1 something needs attention, 2 wrong use, 3 the profile cannot be read.");
    Words words;
    app.add_option("--profile", words.profile, "The folder of one profile")->required()->type_name("DIR");
    app.add_flag("--json", words.json, "Say it as JSON");
    app.add_flag("--deep", words.deep,
                 "Also check all of the cache and the content of each attachment; reads everything there is");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) { // the library's way to say it; it goes no further
        return app.exit(error) == 0 ? 0 : 2;
    }
    const QCoreApplication core(argc, argv); // Qt Sql finds its driver through it
    return examine(words);
}

} // namespace tawasul

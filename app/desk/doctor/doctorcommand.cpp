// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/doctor/doctorcommand.h"

#include "app/desk/doctor/doctorreport.h"
#include "models/protocol/envelopecodec.h"
#include "models/protocol/jsonreader.h"
#include "models/store/envelopeexport.h"

#include <CLI/CLI.hpp>

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>

#include <cstdio>

namespace tawasul {

namespace {

struct Words
{
    std::string profile;
    std::string envelopes;
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

// In one file, whole or not at all, and for nobody else on the machine to take: it says nothing to anybody
// but the centre, but it is somebody's work.
bool writePrivately(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(bytes) == bytes.size() && file.commit();
}

int giveAway(const Words &words)
{
    const SystemClock clock;
    const auto exported = exportEnvelopes(QFile::decodeName(QByteArray::fromStdString(words.profile)), clock);
    if (!exported) {
        const QByteArray why =
            QString(exported.error().code % QStringLiteral(": ") % exported.error().detail).toUtf8();
        std::fprintf(stderr, "tawasul-desk doctor: %s\n", why.constData());
        const bool isReadable = exported.error().code == QLatin1String("envelope.no_key")
            || exported.error().code == QLatin1String("profile.in_use");
        return isReadable ? 1 : 3;
    }
    const QByteArray bytes = wire::toBytes(wire::envelopesToJson(exported->envelopes));
    if (!writePrivately(QFile::decodeName(QByteArray::fromStdString(words.envelopes)), bytes)) {
        std::fprintf(stderr, "tawasul-desk doctor: the file of envelopes cannot be written\n");
        return 1;
    }
    const qint64 left = exported->parked + exported->recallable + exported->tooLarge + exported->orders;
    std::printf(
        "written %zu\nneeding a choice of their author %lld\nstill to be taken back %lld\ntoo large %lld\n"
        "orders of a supervisor, left here %lld\n",
        exported->envelopes.size(), static_cast<long long>(exported->parked),
        static_cast<long long>(exported->recallable), static_cast<long long>(exported->tooLarge),
        static_cast<long long>(exported->orders));
    return left == 0 ? 0 : 1;
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
    app.add_option("--envelopes", words.envelopes,
                   "Instead: write what waits to be sent into this file, signed and sealed for the centre; "
                   "tawasul-central envelopes import takes it")
        ->type_name("FILE");
    app.add_flag("--json", words.json, "Say it as JSON");
    app.add_flag("--deep", words.deep,
                 "Also check all of the cache and the content of each attachment; reads everything there is");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) { // the library's way to say it; it goes no further
        return app.exit(error) == 0 ? 0 : 2;
    }
    const QCoreApplication core(argc, argv); // Qt Sql finds its driver through it
    return words.envelopes.empty() ? examine(words) : giveAway(words);
}

} // namespace tawasul

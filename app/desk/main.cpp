// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/deskapp.h"
#include "app/desk/doctor/doctorcommand.h"
#include "app/desk/quitsignals.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QStandardPaths>
#include <QtWidgets/QApplication>

#include <cstdio>
#include <cstring>

namespace {

// Not an option: everybody on the machine can read those.
constexpr auto kPasswordVariable = "TAWASUL_TRAINING_PASSWORD";

struct Options
{
    tawasul::DeskPlace place;
    tawasul::Prefill prefill;
};

Options readOptions(const QApplication &app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Tawasul Desk: the officers' side of Tawasul"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("doctor"),
        QStringLiteral("Checks a profile without starting the window; doctor --help says more."),
        QStringLiteral("[doctor --profile DIR]"));
    const QCommandLineOption centre(QStringLiteral("centre"),
                                    QStringLiteral("Address of the central register."), QStringLiteral("URL"),
                                    QStringLiteral("http://127.0.0.1:8443"));
    const QCommandLineOption data(QStringLiteral("data"),
                                  QStringLiteral("Folder of this machine's profiles."), QStringLiteral("DIR"),
                                  QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    const QCommandLineOption training(QStringLiteral("training"),
                                      QStringLiteral("A training desk: works with training centres only."));
    const QCommandLineOption username(
        QStringLiteral("username"),
        QStringLiteral("Fills in the sign-in card of a training desk; the password comes from "
                       "TAWASUL_TRAINING_PASSWORD."),
        QStringLiteral("NAME"));
    parser.addOptions({centre, data, training, username});
    parser.process(app);

    Options options;
    options.place = {QUrl(parser.value(centre)), parser.value(data), parser.isSet(training)};
    if (options.place.training)
        options.prefill = {parser.value(username), qEnvironmentVariable(kPasswordVariable)};
    qunsetenv(kPasswordVariable); // no worker inherits it
    return options;
}

} // namespace

int main(int argc, char **argv)
{
    // No window, and so no display.
    if (argc > 1 && std::strcmp(argv[1], "doctor") == 0)
        return tawasul::runDoctor(argc - 1, argv + 1);
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("tawasul-desk"));
    QApplication::setApplicationVersion(QStringLiteral(TAWASUL_VERSION));
    const Options options = readOptions(app);
    if (!options.place.centre.isValid() || options.place.centre.host().isEmpty()) {
        std::fprintf(stderr, "tawasul-desk: --centre wants an address such as https://HOST\n");
        return 2;
    }
    const tawasul::QuitSignals quitSignals;
    const tawasul::SystemClock clock;
    tawasul::SystemRandom random;
    tawasul::DeskApp desk(app, clock, random, options.place, options.prefill);
    desk.show();
    return QApplication::exec();
}

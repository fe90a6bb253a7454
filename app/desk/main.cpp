// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/deskapp.h"
#include "app/desk/doctor/doctorcommand.h"
#include "app/desk/quitsignals.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QStandardPaths>
#include <QtWidgets/QApplication>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <variant>

namespace {

// Not an option: everybody on the machine can read those.
constexpr auto kPasswordVariable = "TAWASUL_TRAINING_PASSWORD";

constexpr int kWrongUse = 2;

struct Options
{
    tawasul::DeskPlace place;
    tawasul::Prefill prefill;
};

int refuse(const QString &why)
{
    std::fprintf(stderr, "tawasul-desk: %s\n", qPrintable(why));
    return kWrongUse;
}

// Without what QApplication takes for itself once it is made; a session manager starts the desk by such
// words.
QStringList ownWords(QStringList words)
{
    static constexpr std::array kAlone{"reverse", "nograb", "dograb", "sync", "widgetcount"};
    static constexpr std::array kWithValue{"platform",      "platformpluginpath",
                                           "platformtheme", "plugin",
                                           "style",         "stylesheet",
                                           "session",       "display",
                                           "geometry",      "qwindowgeometry",
                                           "qwindowtitle",  "title",
                                           "qwindowicon",   "icon",
                                           "name",          "fn"};
    const auto isOneOf = [](QStringView word, const auto &names) {
        const QStringView bare = word.startsWith(u"--") ? word.sliced(2) : word.mid(1);
        return word.startsWith(u'-') && std::any_of(names.begin(), names.end(), [bare](const char *name) {
                   return bare == QLatin1StringView(name);
               });
    };
    for (qsizetype at = 1; at < words.size();) {
        if (isOneOf(words.at(at), kAlone))
            words.removeAt(at);
        else if (isOneOf(words.at(at), kWithValue))
            words.remove(at, std::min<qsizetype>(2, words.size() - at));
        else
            ++at;
    }
    return words;
}

// What the words ask for, or the exit code of a program that has nothing more to do.
std::variant<Options, int> readOptions(const QStringList &words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Tawasul Desk: the officers' side of Tawasul"));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
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
    const QCommandLineOption envelopes(
        QStringLiteral("envelopes"),
        QStringLiteral(
            "Folder of unsent acts that all accounts of this machine share and carry for each other; "
            "in the data folder unless named. One made by an administrator for several accounts of "
            "the operating system belongs to their group: mode 2770."),
        QStringLiteral("DIR"));
    parser.addOptions({centre, data, envelopes, training, username});
    if (!parser.parse(words))
        return refuse(QString(parser.errorText() % u" See tawasul-desk --help."));
    if (parser.isSet(help) || parser.isSet(QStringLiteral("help-all"))) {
        std::fputs(parser.helpText().toLocal8Bit().constData(), stdout);
        return 0;
    }
    if (parser.isSet(version)) {
        std::puts("tawasul-desk " TAWASUL_VERSION);
        return 0;
    }
    // Doctor was taken before, so that this is a slip of the pen: a desk on the usual place would hide it.
    if (const QStringList surplus = parser.positionalArguments(); !surplus.isEmpty())
        return refuse(
            QStringLiteral("“%1” is one word too many. See tawasul-desk --help.").arg(surplus.front()));

    Options options;
    options.place = {QUrl(parser.value(centre)), parser.value(data), parser.isSet(training),
                     parser.value(envelopes)};
    if (!options.place.centre.isValid() || options.place.centre.host().isEmpty())
        return refuse(QStringLiteral("--centre wants an address such as https://HOST"));
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
    QCoreApplication::setApplicationName(QStringLiteral("tawasul-desk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TAWASUL_VERSION));
    std::variant<Options, int> asked;
    {
        // Who asks for help, or writes a word wrong, may have no display either.
        const QCoreApplication words(argc, argv);
        asked = readOptions(ownWords(QCoreApplication::arguments()));
    }
    if (const int *code = std::get_if<int>(&asked))
        return *code;
    const Options options = std::get<Options>(std::move(asked));
    QApplication app(argc, argv);
    const tawasul::QuitSignals quitSignals;
    const tawasul::SystemClock clock;
    tawasul::SystemRandom random;
    tawasul::DeskApp desk(app, clock, random, options.place, options.prefill);
    desk.show();
    return QApplication::exec();
}

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/commandline.h"

#include "app/central/service/envelopecommand.h"
#include "app/central/service/epochcommand.h"
#include "app/central/service/keycommand.h"
#include "app/central/service/serve.h"
#include "app/central/service/usercommands.h"
#include "app/central/service/version.h"

#include <CLI/CLI.hpp>

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

#include <algorithm>
#include <array>
#include <cstdio>
#include <unistd.h>

namespace tawasul {

namespace {

struct Remedy
{
    const char *code;
    const char *words;
};

// What whoever gave the command can do; a code without a line here is for whoever reads the log.
constexpr std::array kRemedies{
    Remedy{"account.exists", "choose another name, or see `user list`"},
    Remedy{"centre.exists", "the folder holds a register already: name an empty one"},
    Remedy{"centre.folder", "the folder cannot be made or written: name another, or change its rights"},
    Remedy{"centre.in_use", "another command works on this register: wait for its end"},
    Remedy{"centre.missing",
           "there is no register in this folder: `user add` makes one, `demo` one for training"},
    Remedy{"centre.served", "the register is being served: stop `serve` first"},
    Remedy{"demo.counts", "cases and officers are whole numbers from 1 on"},
    Remedy{"demo.day", "the day is written YYYY-MM-DD, in a year of the calendar of the reference data"},
    Remedy{"demo.missing", "tawasul-central-demo belongs beside tawasul-central: install it there"},
    Remedy{"server.address_invalid", "listen on HOST:PORT, an IPv6 host in brackets"},
    Remedy{"server.hosts_missing", "whoever listens on all addresses says by --host how clients call it"},
    Remedy{"server.port_taken", "choose another port; 0 takes any free one"},
    Remedy{"user.role",
           "roles are officer, section_supervisor, region_supervisor, auditor and administrator"},
};

int finished(const Outcome &outcome)
{
    if (outcome)
        return 0;
    const Error &error = outcome.error();
    const QByteArray text = QString(error.code % QStringLiteral(": ") % error.detail).toUtf8();
    std::fprintf(stderr, "tawasul-central: %s\n", text.constData());
    const auto known = std::find_if(kRemedies.begin(), kRemedies.end(), [&error](const Remedy &one) {
        return error.code == QLatin1String(one.code);
    });
    if (known != kRemedies.end())
        std::fprintf(stderr, "%s\n", known->words);
    return 1;
}

QStringList textsOf(const std::vector<std::string> &words)
{
    QStringList texts;
    for (const std::string &word : words)
        texts.append(QString::fromStdString(word));
    return texts;
}

struct Words
{
    std::string data;
    std::string listen = "127.0.0.1:8443";
    std::vector<std::string> hosts;
    std::vector<std::string> proxies;
    std::string username;
    std::string name;
    std::string role;
    std::string section;
    std::string region;
    std::string file;
};

void addServe(CLI::App &app, Words &words, int &exitCode)
{
    CLI::App *serve =
        app.add_subcommand("serve", "Serve the register in a data folder until SIGTERM or SIGINT");
    serve->add_option("--data", words.data, "The data folder")->required();
    serve->add_option("--listen", words.listen, "HOST:PORT; port 0 takes any free one and says which")
        ->capture_default_str();
    serve->add_option("--host", words.hosts,
                      "A name by which clients may call (needed when listening on all addresses)");
    serve->add_option("--proxy", words.proxies,
                      "Address of a front proxy, which says by X-Forwarded-For who calls");
    serve->callback([&words, &exitCode] {
        exitCode =
            finished(serveRegister({QString::fromStdString(words.data), QString::fromStdString(words.listen),
                                    textsOf(words.hosts), textsOf(words.proxies)}));
    });
}

// The generator draws documents, and so needs QtGui; it is a program of its own beside this one, because what
// serves must not carry a graphics stack (and its image codecs) along.
Outcome becomeGenerator(const std::vector<std::string> &words)
{
    const QString folder = QFileInfo(QStringLiteral("/proc/self/exe")).canonicalPath();
    const QByteArray program = QDir(folder).filePath(QStringLiteral("tawasul-central-demo")).toLocal8Bit();
    std::vector<std::string> texts{"tawasul-central demo"};
    texts.insert(texts.end(), words.begin(), words.end());
    std::vector<char *> arguments;
    for (std::string &text : texts)
        arguments.push_back(text.data());
    arguments.push_back(nullptr);
    execv(program.constData(), arguments.data());
    return Error{Error::Kind::NotFound, QStringLiteral("demo.missing"), QString::fromLocal8Bit(program)};
}

void addDemo(CLI::App &app, int &exitCode)
{
    CLI::App *demo = app.add_subcommand("demo", "Fill an empty data folder with generated training data");
    demo->prefix_command();
    demo->set_help_flag(); // the generator knows its own words
    demo->callback([demo, &exitCode] { exitCode = finished(becomeGenerator(demo->remaining())); });
}

void addUser(CLI::App &app, Words &words, int &exitCode)
{
    CLI::App *user = app.add_subcommand("user", "Accounts");
    user->require_subcommand(1);

    CLI::App *add = user->add_subcommand("add", "Add an account; the password is read from standard input");
    add->add_option("--data", words.data, "The data folder; a new register is made in an empty one")
        ->required();
    add->add_option("--username", words.username, "Name to sign in with")->required();
    add->add_option("--name", words.name, "Name on screen")->required();
    add->add_option("--role", words.role,
                    "officer, section_supervisor, region_supervisor, auditor or administrator")
        ->required();
    add->add_option("--section", words.section, "Code of the section");
    add->add_option("--region", words.region, "Code of the region, for example SA-01");
    add->callback([&words, &exitCode] {
        exitCode = finished(
            addUser(QString::fromStdString(words.data),
                    NewUser{QString::fromStdString(words.username), QString::fromStdString(words.name),
                            QString::fromStdString(words.role), QString::fromStdString(words.section),
                            QString::fromStdString(words.region)}));
    });

    CLI::App *list = user->add_subcommand("list", "List the accounts");
    list->add_option("--data", words.data, "The data folder")->required();
    list->callback(
        [&words, &exitCode] { exitCode = finished(listUsers(QString::fromStdString(words.data))); });
}

void addEpoch(CLI::App &app, Words &words, int &exitCode)
{
    CLI::App *epoch = app.add_subcommand("epoch", "What desks know of a restored register");
    epoch->require_subcommand(1);
    CLI::App *anew = epoch->add_subcommand(
        "new",
        "Begin a new epoch after the data folder was put back from a backup, while it is not being served: "
        "desks"
        " then fetch everything again and send again, by id, the acts that they hold as acknowledged");
    anew->add_option("--data", words.data, "The data folder")->required();
    anew->callback(
        [&words, &exitCode] { exitCode = finished(newEpoch(QString::fromStdString(words.data))); });
}

void addEnvelopes(CLI::App &app, Words &words, int &exitCode)
{
    CLI::App *envelopes = app.add_subcommand("envelopes", "Acts that somebody else brings for their authors");
    envelopes->require_subcommand(1);
    CLI::App *import = envelopes->add_subcommand(
        "import",
        "Take the unsent acts that tawasul-desk doctor --envelopes wrote, and say what became of them");
    import->add_option("--data", words.data, "The data folder")->required();
    import->add_option("file", words.file, "The file")->required();
    import->callback([&words, &exitCode] {
        exitCode = finished(
            importEnvelopes(QString::fromStdString(words.data), QString::fromStdString(words.file)));
});
} // namespace

void addKey(CLI::App &app, Words &words, int &exitCode)
{
    CLI::App *key = app.add_subcommand("key", "With what receipts are signed");
    key->require_subcommand(1);
    CLI::App *anew = key->add_subcommand(
        "new",
        "Sign with a new key from now on, while the register is not being served; the one "
        "before introduces it to the desks");
    anew->add_option("--data", words.data, "The data folder")->required();
    anew->callback([&words, &exitCode] { exitCode = finished(newKey(QString::fromStdString(words.data))); });
}

} // namespace tawasul

int runCommandLine(int argc, char **argv)
{
    CLI::App app{"The central register of Tawasul Desk"};
    app.name("tawasul-central");
    app.set_version_flag("--version", "tawasul-central " + programVersion().toStdString());
    app.require_subcommand(1);
    int exitCode = 0;
    Words words;
    addServe(app, words, exitCode);
    addDemo(app, exitCode);
    addUser(app, words, exitCode);
    addEpoch(app, words, exitCode);
    addKey(app, words, exitCode);
    addEnvelopes(app, words, exitCode);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) { // the library's way to say it; it goes no further
        return app.exit(error) == 0 ? 0 : 2;
    }
    return exitCode;
}

} // namespace tawasul

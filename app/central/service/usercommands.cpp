// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/service/usercommands.h"

#include "app/central/service/registerconnection.h"
#include "models/crypto/password.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/referencecodec.h"
#include "models/protocol/words.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <cstdio>
#include <iostream>
#include <string>

namespace tawasul {

namespace {

constexpr int kShortestPassword = 8;

Error wrongUser(const char *code, const QString &detail)
{
    return {Error::Kind::Invalid, QLatin1String(code), detail};
}

// A supervisor of nothing would see nothing and wonder why: say it here.
Outcome check(const NewUser &user, const Reference &reference)
{
    const Role role = wire::role(user.role);
    if (!maySignIn(role))
        return wrongUser("user.role", user.role);
    if (user.username.isEmpty() || user.username != user.username.trimmed()
        || user.username.size() > kLongestUsername)
        return wrongUser("user.username", QStringLiteral("1 to 200 characters, no space at either end"));
    if (user.name.trimmed().isEmpty())
        return wrongUser("user.name", QStringLiteral("may not be empty"));
    if (!user.section.isEmpty() && !reference.section(user.section))
        return wrongUser("user.section", user.section);
    if (!user.region.isEmpty() && !reference.region(user.region))
        return wrongUser("user.region", user.region);
    const bool needsSection = role == Role::Officer || role == Role::SectionSupervisor;
    if (needsSection && user.section.isEmpty())
        return wrongUser("user.section", QStringLiteral("this role needs a section"));
    if ((needsSection || role == Role::RegionSupervisor) && user.region.isEmpty())
        return wrongUser("user.region", QStringLiteral("this role needs a region"));
    return Done{};
}

Result<QString> readPassword()
{
    std::string line;
    std::getline(std::cin, line);
    const QString password = QString::fromStdString(line);
    if (password.size() < kShortestPassword || password.size() > kLongestPassword)
        return wrongUser("user.password", QStringLiteral("8 to 1000 characters on standard input"));
    return password;
}

} // namespace

Result<QByteArray> shippedReferenceDocument()
{
    QFile document(QStringLiteral(":/reference/reference.json"));
    if (!document.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Corrupt, QStringLiteral("reference.not_shipped"), document.errorString()};
    return document.readAll();
}

Outcome foundCentre(const QString &dataFolder, bool training, const QByteArray &reference, const Clock &clock,
                    Random &random)
{
    if (const Outcome created = createCentre(dataFolder, training, clock, random); !created)
        return created;
    auto connection = RegisterConnection::open(dataFolder, CentreAccess::Write, clock, random);
    if (!connection)
        return connection.error();
    const auto published = (*connection)->publish(reference);
    return published ? Outcome(Done{}) : published.error();
}

Outcome addUser(const QString &dataFolder, const NewUser &user)
{
    const SystemClock clock;
    SystemRandom random;
    if (!QFileInfo::exists(centreFilePath(dataFolder))) {
        const auto shipped = shippedReferenceDocument();
        if (!shipped)
            return shipped.error();
        // Before a register is made for somebody who cannot be.
        const auto rules =
            wire::parseObject(*shipped, QStringLiteral("reference")).and_then(wire::referenceFromJson);
        if (!rules)
            return rules.error();
        if (const Outcome checked = check(user, *rules); !checked)
            return checked;
        if (const Outcome founded = foundCentre(dataFolder, false, *shipped, clock, random); !founded)
            return founded;
    }
    auto connection = RegisterConnection::open(dataFolder, CentreAccess::Write, clock, random);
    if (!connection)
        return connection.error();
    const auto version = (*connection)->shelf().newestVersion();
    const auto reference =
        version ? (*connection)->shelf().version(*version) : Result<ReferencePtr>(version.error());
    if (!reference)
        return reference.error();
    if (const Outcome checked = check(user, **reference); !checked)
        return checked;
    const auto password = readPassword();
    if (!password)
        return password.error();
    const auto hash = hashPassword(*password);
    if (!hash)
        return hash.error();
    Account account;
    account.username = user.username;
    account.passwordHash = *hash;
    account.person = {PersonId(uuidV7(clock.now(), random)), user.name, wire::role(user.role), user.section,
                      user.region};
    return (*connection)->accounts().add(account, clock.now());
}

Outcome listUsers(const QString &dataFolder)
{
    const SystemClock clock;
    SystemRandom random;
    auto connection = RegisterConnection::open(dataFolder, CentreAccess::Read, clock, random);
    if (!connection)
        return connection.error();
    const auto accounts = (*connection)->accounts().all();
    if (!accounts)
        return accounts.error();
    for (const Account &account : *accounts) {
        const QString line = QStringList{account.username, wire::word(account.person.role),
                                         account.person.section, account.person.region, account.person.name}
                                 .join(QLatin1Char('\t'));
        std::printf("%s\n", line.toUtf8().constData());
    }
    return Done{};
}

} // namespace tawasul

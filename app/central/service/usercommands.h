// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/result.h"
#include "models/domain/uuid.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace tawasul {

struct NewUser
{
    QString username;
    QString name;
    QString role;
    QString section;
    QString region;
};

/// Adds an account; the password is the first line of standard input. In a folder without a register a new
/// one (not for training) is made first, with the reference data that came with the program.
[[nodiscard]] Outcome addUser(const QString &dataFolder, const NewUser &user);

/// Prints one line an account: user name, role, section, region, name.
[[nodiscard]] Outcome listUsers(const QString &dataFolder);

/// The reference data that came with the program. Corrupt, reference.not_shipped.
[[nodiscard]] Result<QByteArray> shippedReferenceDocument();

/// Makes a register and publishes that reference data in it. Errors of createCentre() and
/// RegisterConnection::publish().
[[nodiscard]] Outcome foundCentre(const QString &dataFolder, bool training, const QByteArray &reference,
                                  const Clock &clock, Random &random);

} // namespace tawasul

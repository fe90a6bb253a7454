// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/result.h"

#include "models/domain/uuid.h"
#include "models/sql/database.h"

#include <QtCore/QString>

namespace tawasul {

/// Who a centre is: desks tie their profile to it.
struct CentreIdentity
{
    QString id;            ///< UUID, for ever
    QString epoch;         ///< UUID, made anew when the register was restored from a backup
    bool training = false; ///< holds generated data only
};

/// How the register's one file may be used by a connection.
enum class CentreAccess { Write, Read };

/// The register's file inside a data folder.
[[nodiscard]] QString centreFilePath(const QString &dataFolder);

// `vfs` is the Disk seam, as in OpenOptions: empty for the default.

/// Makes the register in an empty folder. Conflict, centre.exists when there is one already.
[[nodiscard]] Outcome createCentre(const QString &dataFolder, bool training, const Clock &clock,
                                   Random &random, const QString &vfs = {});

/// Opens the register and, for writing, brings its schema up to date. NotFound, centre.missing when the
/// folder holds none; TooNew when a newer program wrote it.
[[nodiscard]] Result<Database> openCentre(const QString &dataFolder, CentreAccess access,
                                          const QString &vfs = {});

/// The file beside the register: its keys (receiptkeys.h), and what else is to outlive a restore (witness.h);
/// made when there is none. Whoever has the register alone or in a transaction may write there, and a Witness
/// may note a position. It belongs to whom the register belongs to.
[[nodiscard]] QString keysFilePath(const QString &dataFolder);
[[nodiscard]] Result<Database> openKeys(const QString &dataFolder, const QString &vfs = {},
                                        Synchronous synchronous = Synchronous::Full);

/// A command that root gives must not leave files that the centre's own user cannot open: hands `path` to the
/// register's owner. Nothing for others.
void giveToTheCentre(const QString &path, const QString &dataFolder);

[[nodiscard]] Result<CentreIdentity> centreIdentity(Database &database);

/// Gives the register a new epoch and answers it: every cursor ends, and desks send again what they hold as
/// acknowledged. For a register that was put back from a backup, before it serves again; whoever opens one
/// for writing that is behind its witness (witness.h) does so by itself, but when the file beside it was put
/// back, too, nobody knows. Errors of openCentre() and openKeys().
[[nodiscard]] Result<QString> beginEpoch(const QString &dataFolder, const Clock &clock, Random &random,
                                         const QString &vfs = {});

} // namespace tawasul

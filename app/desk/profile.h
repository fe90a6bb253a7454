// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QUrl>

namespace tawasul {

/// The folder of one account at one centre under the desk's data folder (invariant I15). The name says
/// nothing about either: it is a hash.
[[nodiscard]] QString profileFolder(const QString &dataFolder, const QUrl &centre, const QString &username);

/// Where the profiles of this data folder leave what they could not send, for whoever is signed in next to
/// carry, as long as no folder of the whole machine is named.
[[nodiscard]] QString envelopesFolder(const QString &dataFolder);

/// Makes the folder if need be, and keeps it to the account of the machine that runs the program; false when
/// that cannot be.
[[nodiscard]] bool makePrivateFolder(const QString &path);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/profile.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>

namespace tawasul {

QString profileFolder(const QString &dataFolder, const QUrl &centre, const QString &username)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(centre.toEncoded(QUrl::StripTrailingSlash));
    hash.addData("\n");
    hash.addData(username.trimmed().toCaseFolded().toUtf8());
    const QString name = QString::fromLatin1(hash.result().first(16).toHex());
    return QDir(dataFolder).filePath(QStringLiteral("profiles/") % name);
}

} // namespace tawasul

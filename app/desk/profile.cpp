// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/profile.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFile>

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

QString envelopesFolder(const QString &dataFolder)
{
    return QDir(dataFolder).filePath(QStringLiteral("envelopes"));
}

bool makePrivateFolder(const QString &path)
{
    return QDir().mkpath(path)
        && QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

} // namespace tawasul

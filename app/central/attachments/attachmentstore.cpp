// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/attachments/attachmentstore.h"

#include "models/protocol/casecodec.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>

namespace tawasul {

namespace {

Error missing()
{
    return {Error::Kind::NotFound, QStringLiteral("attachment.missing"), {}};
}

} // namespace

AttachmentStore::AttachmentStore(QString root)
    : m_root(std::move(root))
{
}

Result<QString> AttachmentStore::store(const QByteArray &bytes) const
{
    const QString hash =
        QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    const QString folder = QDir(m_root).filePath(hash.left(2));
    const QString path = QDir(folder).filePath(hash);
    if (const QFileInfo known(path); known.isFile() && known.size() == bytes.size())
        return hash;
    if (!QDir().mkpath(folder))
        return Error{Error::Kind::Storage, QStringLiteral("attachment.folder"), folder};
    QSaveFile file(path);
    // The owner's only, before the first byte is in it: passports and the like.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(bytes) != bytes.size() || !file.commit())
        return Error{Error::Kind::Storage, QStringLiteral("attachment.write"), file.errorString()};
    return hash;
}

Result<QString> AttachmentStore::pathOf(const QString &sha256) const
{
    // Only a hash becomes a path, so that no request can name a file elsewhere.
    if (!wire::isSha256(sha256))
        return missing();
    const QString path = QDir(m_root).filePath(sha256.left(2) % QLatin1Char('/') % sha256);
    return QFileInfo(path).isFile() ? Result<QString>(path) : missing();
}

} // namespace tawasul

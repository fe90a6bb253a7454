// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/centrekey.h"

#include <QtCore/QCryptographicHash>

namespace tawasul {

QString centreKeyId(const QByteArray &publicKey)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(publicKey, QCryptographicHash::Sha256).toHex().first(16));
}

QByteArray introductionText(const CentreKey &key)
{
    return "tawasul-key-1\n" + key.id.toLatin1() + '\n' + key.publicKey.toBase64();
}

} // namespace tawasul

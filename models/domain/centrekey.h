// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace tawasul {

/// A public key with which the centre's receipts are proved (Ed25519, RFC 8032). The first one a desk meets
/// it believes, since it comes over the connection that the password was trusted to; each later one must be
/// introduced by a key that the desk knows already.
struct CentreKey
{
    QString id;              ///< centreKeyId() of the public key, so that no other key can go by this name
    QByteArray publicKey;    ///< 32 bytes
    QString introducedBy;    ///< the id of an older key; empty for a centre's first
    QByteArray introduction; ///< that key's signature over introductionText(), 64 bytes; empty for the first

    friend bool operator==(const CentreKey &, const CentreKey &) = default;
};

/// The first 16 hexadecimal digits of the key's SHA-256.
[[nodiscard]] QString centreKeyId(const QByteArray &publicKey);

/// What an older key signs of a newer one.
[[nodiscard]] QByteArray introductionText(const CentreKey &key);

} // namespace tawasul

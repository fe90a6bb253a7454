// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/uuid.h"

#include <QtCore/QByteArray>

namespace tawasul {

/// A pair of Ed25519 keys (RFC 8032), kept as the 32 bytes that it grows from. Any thread.
class SigningKey
{
public:
    [[nodiscard]] static Result<SigningKey> generate(Random &random);
    /// 32 bytes from which a key can grow.
    [[nodiscard]] static QByteArray drawSeed(Random &random);
    /// Invalid, key.malformed for anything but 32 bytes.
    [[nodiscard]] static Result<SigningKey> fromSeed(const QByteArray &seed);

    [[nodiscard]] const QByteArray &seed() const { return m_seed; }
    [[nodiscard]] const QByteArray &publicKey() const { return m_publicKey; } ///< 32 bytes
    /// 64 bytes; the same text has the same signature.
    [[nodiscard]] QByteArray sign(const QByteArray &text) const;

private:
    SigningKey() = default;

    QByteArray m_seed;
    QByteArray m_publicKey;
    QByteArray m_secretKey;
};

/// Whether that key signed just that text; false for keys and signatures of a wrong length. Any thread.
[[nodiscard]] bool isSignedBy(const QByteArray &publicKey, const QByteArray &text,
                              const QByteArray &signature);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/crypto/signature.h"

#include <sodium.h>

namespace tawasul {

namespace {

constexpr qsizetype kSeedSize = crypto_sign_SEEDBYTES;
constexpr qsizetype kPublicSize = crypto_sign_PUBLICKEYBYTES;
constexpr qsizetype kSecretSize = crypto_sign_SECRETKEYBYTES;
constexpr qsizetype kSignatureSize = crypto_sign_BYTES;

const unsigned char *bytesOf(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

unsigned char *writableBytesOf(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

} // namespace

QByteArray SigningKey::drawSeed(Random &random)
{
    QByteArray seed;
    while (seed.size() < kSeedSize) {
        const std::uint64_t some = random.next();
        seed.append(reinterpret_cast<const char *>(&some), sizeof some);
    }
    return seed;
}

Result<SigningKey> SigningKey::generate(Random &random)
{
    return fromSeed(drawSeed(random));
}

Result<SigningKey> SigningKey::fromSeed(const QByteArray &seed)
{
    if (sodium_init() < 0)
        return Error{Error::Kind::Server, QStringLiteral("key.no_randomness"), {}};
    if (seed.size() != kSeedSize)
        return Error{Error::Kind::Invalid, QStringLiteral("key.malformed"), {}};
    SigningKey key;
    key.m_seed = seed;
    key.m_publicKey.resize(kPublicSize);
    key.m_secretKey.resize(kSecretSize);
    crypto_sign_seed_keypair(writableBytesOf(key.m_publicKey), writableBytesOf(key.m_secretKey),
                             bytesOf(key.m_seed));
    return key;
}

QByteArray SigningKey::sign(const QByteArray &text) const
{
    QByteArray signature(kSignatureSize, '\0');
    crypto_sign_detached(writableBytesOf(signature), nullptr, bytesOf(text),
                         static_cast<unsigned long long>(text.size()), bytesOf(m_secretKey));
    return signature;
}

bool isSignedBy(const QByteArray &publicKey, const QByteArray &text, const QByteArray &signature)
{
    return sodium_init() >= 0 && publicKey.size() == kPublicSize && signature.size() == kSignatureSize
        && crypto_sign_verify_detached(bytesOf(signature), bytesOf(text),
                                       static_cast<unsigned long long>(text.size()), bytesOf(publicKey))
        == 0;
}

} // namespace tawasul

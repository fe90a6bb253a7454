// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/crypto/sealedbox.h"

#include <sodium.h>

#include <array>

namespace tawasul {

namespace {

using PublicKey = std::array<unsigned char, crypto_box_PUBLICKEYBYTES>;
using SecretKey = std::array<unsigned char, crypto_box_SECRETKEYBYTES>;

const unsigned char *bytesOf(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

unsigned char *writableBytesOf(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

Error noRandomness()
{
    return {Error::Kind::Server, QStringLiteral("key.no_randomness"), {}};
}

bool toOpeningKey(const QByteArray &publicSigningKey, PublicKey &opening)
{
    return publicSigningKey.size() == crypto_sign_PUBLICKEYBYTES
        && crypto_sign_ed25519_pk_to_curve25519(opening.data(), bytesOf(publicSigningKey)) == 0;
}

} // namespace

Result<QByteArray> sealedFor(const QByteArray &publicSigningKey, const QByteArray &text)
{
    if (sodium_init() < 0)
        return noRandomness();
    PublicKey opening{};
    if (!toOpeningKey(publicSigningKey, opening))
        return Error{Error::Kind::Invalid, QStringLiteral("key.malformed"), {}};
    QByteArray box(text.size() + static_cast<qsizetype>(crypto_box_SEALBYTES), '\0');
    crypto_box_seal(writableBytesOf(box), bytesOf(text), static_cast<unsigned long long>(text.size()),
                    opening.data());
    return box;
}

Result<QByteArray> openedWith(const SigningKey &key, const QByteArray &box)
{
    if (sodium_init() < 0)
        return noRandomness();
    const Error unreadable{Error::Kind::Corrupt, QStringLiteral("box.unreadable"), {}};
    constexpr auto kSeal = static_cast<qsizetype>(crypto_box_SEALBYTES);
    PublicKey opening{};
    if (box.size() < kSeal || !toOpeningKey(key.publicKey(), opening))
        return unreadable;
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> publicHalf{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> signingSecret{};
    SecretKey secret{};
    crypto_sign_seed_keypair(publicHalf.data(), signingSecret.data(), bytesOf(key.seed()));
    QByteArray text(box.size() - kSeal, '\0');
    const bool isOpen = crypto_sign_ed25519_sk_to_curve25519(secret.data(), signingSecret.data()) == 0
        && crypto_box_seal_open(writableBytesOf(text), bytesOf(box),
                                static_cast<unsigned long long>(box.size()), opening.data(), secret.data())
            == 0;
    sodium_memzero(signingSecret.data(), signingSecret.size());
    sodium_memzero(secret.data(), secret.size());
    return isOpen ? Result<QByteArray>(std::move(text)) : unreadable;
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/crypto/password.h"

#include <sodium.h>

#include <array>

namespace tawasul {

namespace {

constexpr unsigned long long kPasses = 2;
constexpr std::size_t kMemory = 64U * 1024U * 1024U;

Error noRandomness()
{
    return {Error::Kind::Server, QStringLiteral("password.no_randomness"), {}};
}

} // namespace

Result<QString> hashPassword(const QString &password)
{
    if (sodium_init() < 0)
        return noRandomness();
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    const QByteArray bytes = password.toUtf8();
    if (crypto_pwhash_str_alg(hash.data(), bytes.constData(), static_cast<unsigned long long>(bytes.size()),
                              kPasses, kMemory, crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return Error{Error::Kind::Server, QStringLiteral("password.no_memory"), {}};
    return QString::fromLatin1(hash.data());
}

bool verifyPassword(const QString &hash, const QString &password)
{
    if (sodium_init() < 0)
        return false;
    const QByteArray stored = hash.toLatin1();
    const QByteArray bytes = password.toUtf8();
    return crypto_pwhash_str_verify(stored.constData(), bytes.constData(),
                                    static_cast<unsigned long long>(bytes.size()))
        == 0;
}

Result<QString> nobodysPasswordHash()
{
    if (sodium_init() < 0)
        return noRandomness();
    std::array<char, 32> random{};
    randombytes_buf(random.data(), random.size());
    return hashPassword(QString::fromLatin1(random.data(), static_cast<qsizetype>(random.size())));
}

} // namespace tawasul

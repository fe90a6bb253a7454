// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/identities/passwords.h"

#include <sodium.h>

#include <array>

namespace tawasul {

namespace {

constexpr unsigned long long kPasses = 2;
constexpr std::size_t kMemory = 64U * 1024U * 1024U;

} // namespace

Result<QString> hashPassword(const QString &password)
{
    if (sodium_init() < 0)
        return Error{Error::Kind::Server, QStringLiteral("password.no_randomness"), {}};
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

const QString &nobodysPasswordHash()
{
    static const QString kHash = [] {
        std::array<unsigned char, 32> random{};
        if (sodium_init() < 0)
            return QString();
        randombytes_buf(random.data(), random.size());
        const QByteArray bytes(static_cast<const char *>(static_cast<const void *>(random.data())),
                               static_cast<qsizetype>(random.size()));
        return hashPassword(QString::fromLatin1(bytes.toHex())).value_or(QString());
    }();
    return kHash;
}

} // namespace tawasul

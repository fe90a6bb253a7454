// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/register/receiptkeys.h"

#include "app/central/register/rows.h"
#include "models/sql/sqlvalue.h"
#include "models/sql/transaction.h"

namespace tawasul {

namespace {

Outcome add(Database &database, const CentreKey &key, const SigningKey &secret, Instant now)
{
    const auto added = change(database,
                              QStringLiteral("INSERT INTO centre_key (id, public_key, seed, introduced_by,"
                                             " introduction, created_at) VALUES (?, ?, ?, ?, ?, ?)"),
                              key.id, key.publicKey, secret.seed(),
                              key.introducedBy.isNull() ? QStringLiteral("") : key.introducedBy,
                              key.introduction.isNull() ? QByteArray("") : key.introduction, toIso(now));
    return added ? Outcome(Done{}) : added.error();
}

} // namespace

Result<ReceiptKeys> ReceiptKeys::read(Database &database)
{
    auto rows = readAll(
        database,
        QStringLiteral("SELECT id, public_key, introduced_by, introduction FROM centre_key ORDER BY rid"),
        [](Query &row) {
            return CentreKey{row.text(0), row.blob(1), row.text(2), row.blob(3)};
        });
    if (!rows)
        return rows.error();
    ReceiptKeys keys;
    keys.m_published = std::move(*rows);
    return keys;
}

// The public halves, and the secret of the newest.
Result<ReceiptKeys> ReceiptKeys::readSigning(Database &database)
{
    Result<ReceiptKeys> keys = read(database);
    if (!keys || keys->m_published.empty())
        return keys;
    const QString &id = keys->m_published.back().id;
    auto newest = secretOf(database, id);
    if (!newest)
        return newest.error();
    if (!*newest || (*newest)->publicKey() != keys->m_published.back().publicKey)
        return Error{Error::Kind::Corrupt, QStringLiteral("centre.key"), id};
    keys->m_newest = std::move(*newest);
    return keys;
}

Result<std::optional<SigningKey>> ReceiptKeys::secretOf(Database &database, const QString &id)
{
    if (!isStorableText(id))
        return std::optional<SigningKey>();
    const auto seed = readOne(
        database, QStringLiteral("SELECT seed FROM centre_key WHERE id = ?"),
        [](Query &row) { return row.blob(0); }, id);
    if (!seed)
        return seed.error();
    if (!*seed)
        return std::optional<SigningKey>();
    auto key = SigningKey::fromSeed(**seed);
    if (!key)
        return Error{Error::Kind::Corrupt, QStringLiteral("centre.key"), id};
    return std::optional(std::move(*key));
}

Result<ReceiptKeys> ReceiptKeys::readOrBegin(Database &database, Instant now, Random &random)
{
    Result<Transaction> transaction = Transaction::begin(database); // two who open at once make one key
    if (!transaction)
        return transaction.error();
    Result<ReceiptKeys> keys = readSigning(database);
    if (!keys || keys->m_newest)
        return keys;
    const auto first = SigningKey::generate(random);
    if (!first)
        return first.error();
    const CentreKey key{centreKeyId(first->publicKey()), first->publicKey(), {}, {}};
    if (const Outcome added = add(database, key, *first, now); !added)
        return added.error();
    if (const Outcome committed = transaction->commit(); !committed)
        return committed.error();
    return readSigning(database);
}

Result<CentreKey> ReceiptKeys::introduce(Database &database, Instant now, Random &random)
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    const Result<ReceiptKeys> keys = readSigning(database);
    if (!keys)
        return keys.error();
    const auto next = SigningKey::generate(random);
    if (!next)
        return next.error();
    CentreKey key{centreKeyId(next->publicKey()), next->publicKey(), {}, {}};
    if (keys->m_newest) {
        key.introducedBy = keys->m_published.back().id;
        key.introduction = keys->m_newest->sign(introductionText(key));
    }
    if (const Outcome added = add(database, key, *next, now); !added)
        return added.error();
    if (const Outcome committed = transaction->commit(); !committed)
        return committed.error();
    return key;
}

void ReceiptKeys::sign(wire::Receipt &receipt) const
{
    if (!m_newest)
        return;
    receipt.keyId = m_published.back().id;
    receipt.signature = QString::fromLatin1(m_newest->sign(receipt.signedText()).toBase64());
}

} // namespace tawasul

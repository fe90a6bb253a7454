// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/register/receiptkeys.h"

#include "app/central/register/bothfiles.h"
#include "models/sql/rows.h"
#include "models/sql/sqlvalue.h"

#include <algorithm>

namespace tawasul {

namespace {

/// A row of either file.
struct StoredKey
{
    CentreKey key;
    QByteArray seed;
    QString createdAt;
};

Outcome add(Database &database, const StoredKey &stored)
{
    const CentreKey &key = stored.key;
    const auto added = changeRows(
        database,
        QStringLiteral("INSERT INTO centre_key (id, public_key, seed, introduced_by,"
                       " introduction, created_at) VALUES (?, ?, ?, ?, ?, ?)"),
        key.id, key.publicKey, stored.seed, key.introducedBy.isNull() ? QStringLiteral("") : key.introducedBy,
        key.introduction.isNull() ? QByteArray("") : key.introduction, stored.createdAt);
    return added ? Outcome(Done{}) : added.error();
}

Outcome addToBoth(Database &database, Database &beside, const StoredKey &stored)
{
    const Outcome added = add(beside, stored);
    return added ? add(database, stored) : added;
}

Result<std::vector<StoredKey>> storedIn(Database &database)
{
    return readAll(
        database,
        QStringLiteral("SELECT id, public_key, introduced_by, introduction, seed, created_at"
                       " FROM centre_key ORDER BY rid"),
        [](Query &row) {
            return StoredKey{{row.text(0), row.blob(1), row.text(2), row.blob(3)}, row.blob(4), row.text(5)};
        });
}

Outcome addMissing(Database &to, const std::vector<StoredKey> &there, const std::vector<StoredKey> &others)
{
    for (const StoredKey &other : others) {
        const bool isThere = std::any_of(there.begin(), there.end(), [&other](const StoredKey &one) {
            return one.key.id == other.key.id;
        });
        if (isThere)
            continue;
        if (const Outcome added = add(to, other); !added)
            return added;
    }
    return Done{};
}

/// What was put back from a backup, or was made before there were two files, gets what it lacks.
Outcome level(Database &database, Database &beside)
{
    const auto inRegister = storedIn(database);
    const auto inFile = storedIn(beside);
    if (!inRegister || !inFile)
        return inRegister ? inFile.error() : inRegister.error();
    const Outcome added = addMissing(database, *inRegister, *inFile);
    return added ? addMissing(beside, *inFile, *inRegister) : added;
}

/// Both files, each with all the keys that either has.
Result<BothFiles> beginLevelled(Database &database, Database &beside)
{
    Result<BothFiles> files = BothFiles::begin(database, beside);
    if (!files)
        return files;
    const Outcome levelled = level(database, beside);
    return levelled ? std::move(files) : levelled.error();
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
    Result<ReceiptKeys> published = read(database);
    if (!published)
        return published.error();
    ReceiptKeys keys = std::move(published).value();
    if (keys.m_published.empty())
        return keys;
    const QString id = keys.m_published.back().id;
    auto newest = secretOf(database, id);
    if (!newest)
        return newest.error();
    if (!*newest || (*newest)->publicKey() != keys.m_published.back().publicKey)
        return Error{Error::Kind::Corrupt, QStringLiteral("centre.key"), id};
    keys.m_newest = std::move(*newest);
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

Result<ReceiptKeys> ReceiptKeys::readOrBegin(Database &database, Database &beside, Instant now,
                                             Random &random)
{
    Result<BothFiles> files = beginLevelled(database, beside); // two who open at once make one key
    if (!files)
        return files.error();
    Result<ReceiptKeys> keys = readSigning(database);
    if (!keys)
        return keys;
    if (!keys->m_newest) {
        const auto first = SigningKey::generate(random);
        if (!first)
            return first.error();
        const CentreKey key{centreKeyId(first->publicKey()), first->publicKey(), {}, {}};
        if (const Outcome added = addToBoth(database, beside, {key, first->seed(), toIso(now)}); !added)
            return added.error();
    }
    if (const Outcome committed = files->commit(); !committed)
        return committed.error();
    return keys->m_newest ? keys : readSigning(database);
}

Result<CentreKey> ReceiptKeys::introduce(Database &database, Database &beside, Instant now, Random &random)
{
    Result<BothFiles> files = beginLevelled(database, beside);
    if (!files)
        return files.error();
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
    if (const Outcome added = addToBoth(database, beside, {key, next->seed(), toIso(now)}); !added)
        return added.error();
    if (const Outcome committed = files->commit(); !committed)
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

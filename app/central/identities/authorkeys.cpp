// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/identities/authorkeys.h"

#include "models/sql/rows.h"
#include "models/sql/sqlvalue.h"
#include "models/sql/transaction.h"

namespace tawasul {

AuthorKeys::AuthorKeys(Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{
}

Outcome AuthorKeys::add(const PersonId &person, const QByteArray &publicKey, const QString &device)
{
    const auto known = isOf(publicKey, person);
    if (!known || *known)
        return known ? Outcome(Done{}) : known.error();
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    const auto count = readOne(
        m_database, QStringLiteral("SELECT count(*) FROM author_key WHERE person_id = ?"),
        [](Query &row) { return row.int64(0); }, person.text());
    if (!count)
        return count.error();
    if (count->value_or(0) >= kMostOfAPerson)
        return Error{Error::Kind::Conflict, QStringLiteral("signing_key.too_many"), {}};
    const auto added =
        changeRows(m_database,
                   QStringLiteral("INSERT OR IGNORE INTO author_key (person_id, public_key, device,"
                                  " since) VALUES (?, ?, ?, ?)"),
                   person.text(), publicKey, device, toIso(m_clock.now()));
    return added ? transaction->commit() : added.error();
}

Result<bool> AuthorKeys::isOf(const QByteArray &publicKey, const PersonId &person)
{
    if (!isStorableText(person.text()))
        return false; // nobody was ever called that
    const auto found = readOne(
        m_database, QStringLiteral("SELECT 1 FROM author_key WHERE person_id = ? AND public_key = ?"),
        [](Query &) { return true; }, person.text(), publicKey);
    return found ? Result<bool>(found->has_value()) : found.error();
}

} // namespace tawasul

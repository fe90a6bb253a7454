// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/identities/accounts.h"

#include "models/protocol/words.h"
#include "models/sql/rows.h"
#include "models/sql/sqlvalue.h"

namespace tawasul {

namespace {

const QString kColumns =
    QStringLiteral("SELECT id, username, name, role, section, region, password, active FROM person ");

Account read(Query &row)
{
    Account account;
    account.person.id = PersonId(row.text(0));
    account.username = row.text(1);
    account.person.name = row.text(2);
    account.person.role = wire::role(row.text(3));
    account.person.section = row.text(4);
    account.person.region = row.text(5);
    account.passwordHash = row.text(6);
    account.active = row.int64(7) != 0 && maySignIn(account.person.role);
    return account;
}

} // namespace

bool maySignIn(Role role)
{
    switch (role) {
    case Role::Officer:
    case Role::SectionSupervisor:
    case Role::RegionSupervisor:
    case Role::Auditor:
    case Role::Administrator:
        return true;
    case Role::Beneficiary:
    case Role::System:
    case Role::Unknown:
        break;
    }
    return false;
}

Accounts::Accounts(Database &database)
    : m_database(database)
{
}

Outcome Accounts::add(const Account &account, Instant at)
{
    const Actor &person = account.person;
    if (!maySignIn(person.role))
        return Error{Error::Kind::Invalid, QStringLiteral("account.role"), wire::word(person.role)};
    const auto added = changeRows(
        m_database,
        QStringLiteral("INSERT INTO person (id, username, name, role, section, region, password, active, "
                       "created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
        person.id.text(), account.username, person.name, wire::word(person.role), person.section,
        person.region, account.passwordHash, account.active, toIso(at));
    if (!added)
        return added.error();
    if (*added == 0)
        return Error{Error::Kind::Conflict, QStringLiteral("account.exists"), account.username};
    return Done{};
}

Result<std::optional<Account>> Accounts::byUsername(const QString &username)
{
    if (!isStorableText(username))
        return std::optional<Account>(); // nobody was ever called that
    return readOne(m_database, QString(kColumns % QStringLiteral("WHERE username = ?")), read, username);
}

Result<std::optional<Account>> Accounts::byId(const PersonId &id)
{
    return readOne(m_database, QString(kColumns % QStringLiteral("WHERE id = ?")), read, id.text());
}

Result<std::vector<Account>> Accounts::all()
{
    return readAll(m_database, QString(kColumns % QStringLiteral("ORDER BY username")), read);
}

} // namespace tawasul

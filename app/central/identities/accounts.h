// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/person.h"
#include "models/domain/result.h"
#include "models/domain/uuid.h"
#include "models/sql/database.h"

#include <vector>

namespace tawasul {

/// Somebody who may sign in.
struct Account
{
    QString username;
    Actor person;
    QString passwordHash;
    bool active = true;
};

/// The people of the centre. One thread.
class Accounts
{
public:
    explicit Accounts(Database &database);

    /// Conflict, account.exists when the user name is taken (case does not count). Runs inside the caller's
    /// transaction or on its own.
    [[nodiscard]] Outcome add(const Account &account, Instant at);

    /// Nothing when there is no such account.
    [[nodiscard]] Result<std::optional<Account>> byUsername(const QString &username);
    [[nodiscard]] Result<std::optional<Account>> byId(const PersonId &id);

    /// All, by user name.
    [[nodiscard]] Result<std::vector<Account>> all();

private:
    Database &m_database;
};

} // namespace tawasul

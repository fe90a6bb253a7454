// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/person.h"
#include "models/domain/result.h"
#include "models/domain/uuid.h"
#include "models/sql/database.h"

#include <vector>

namespace tawasul {

// What no person types: refused before anything is hashed or looked for.
inline constexpr qsizetype kLongestUsername = 200;
inline constexpr qsizetype kLongestPassword = 1'000;

/// Whether people of that role sign in here. The beneficiary and the centre itself act without an account,
/// and with wider reach than anybody who has one.
[[nodiscard]] bool maySignIn(Role role);

/// Somebody who may sign in.
struct Account
{
    QString username;
    Actor person;
    QString passwordHash;
    bool active = true; ///< always false for a role that does not sign in
};

/// The people of the centre. One thread.
class Accounts
{
public:
    explicit Accounts(Database &database);

    /// Conflict, account.exists when the user name is taken (the case of ASCII letters does not count);
    /// Invalid, account.role for a role that does not sign in. Runs inside the caller's transaction or on its
    /// own.
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

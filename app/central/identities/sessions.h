// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/identities/accounts.h"
#include "models/domain/clock.h"
#include "models/domain/result.h"
#include "models/sql/database.h"

#include <chrono>

namespace tawasul {

/// How long tokens live.
struct SessionTimes
{
    std::chrono::seconds access{std::chrono::minutes(15)};
    std::chrono::seconds refresh{std::chrono::hours(12)}; ///< a shift; renewed with each refresh
};

/// A pair of tokens as it is handed out once; the register keeps only their hashes.
struct IssuedTokens
{
    QString access;
    QString refresh;
    std::chrono::seconds expiresIn{};
    Actor person;
};

/// Opaque, rotated tokens. A refresh token is good for one exchange: when a spent one comes back, somebody
/// copied it, and the whole chain ends (design.md §5). One thread.
class Sessions
{
public:
    Sessions(Database &database, Accounts &accounts, const Clock &clock, Random &random,
             SessionTimes times = {});

    /// Opens a chain for somebody whose password was right.
    [[nodiscard]] Result<IssuedTokens> open(const Account &account, const QString &device);

    /// Exchanges a refresh token. Unauthenticated, session.expired or session.ended.
    [[nodiscard]] Result<IssuedTokens> refresh(const QString &refreshToken);

    /// Ends the chain of this access token; ending twice is no error.
    [[nodiscard]] Outcome end(const QString &accessToken);

    /// Who asks. Unauthenticated: session.unknown, session.expired (refresh and ask again), account.inactive.
    [[nodiscard]] Result<Actor> whoIs(const QString &accessToken);

    /// Throws away chains whose refresh token ended before `before`.
    [[nodiscard]] Outcome forgetEnded(Instant before);

private:
    struct Fresh;

    [[nodiscard]] Fresh freshTokens();

    Database &m_database;
    Accounts &m_accounts;
    const Clock &m_clock;
    Random &m_random;
    SessionTimes m_times;
};

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/identities/accounts.h"
#include "models/domain/clock.h"
#include "models/domain/result.h"
#include "models/sql/database.h"

#include <chrono>
#include <optional>

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

/// Somebody who asks with a good access token.
struct SignedIn
{
    Actor person;
    bool isFirstUse = false; ///< this pair of tokens was not known to have arrived: confirm() it
};

/// Opaque, rotated tokens. A refresh token is good for one exchange: when a spent one comes
/// back, somebody copied it, and the whole chain ends.
///
/// One exception, because answers get lost: the token that was exchanged last may be exchanged again as long
/// as neither token of its successors was ever used. The successors that did not arrive are spent from then
/// on. A copied token gains nothing by that: while its owner works it is refused, and if the copy goes first,
/// the owner's own tokens are the spent ones that end the chain. One thread.
class Sessions
{
public:
    Sessions(Database &database, Accounts &accounts, const Clock &clock, Random &random,
             SessionTimes times = {});

    /// Opens a chain for somebody whose password was right. `device` is foreign text: cut, and dropped when
    /// it cannot be kept.
    [[nodiscard]] Result<IssuedTokens> open(const Account &account, const QString &device);

    /// Exchanges a refresh token. Unauthenticated: session.expired; session.ended for a token that is spent
    /// or was never one; account.inactive.
    [[nodiscard]] Result<IssuedTokens> refresh(const QString &refreshToken);

    /// Ends the chain of this access token; ending twice is no error.
    [[nodiscard]] Outcome end(const QString &accessToken);

    /// Who asks. Unauthenticated: session.unknown, session.expired (refresh and ask again), account.inactive.
    /// Only reads.
    [[nodiscard]] Result<SignedIn> whoIs(const QString &accessToken);

    /// What the machine of that session calls itself; empty when it never said, or the session is over.
    [[nodiscard]] Result<QString> deviceOf(const QString &accessToken);

    /// Remembers that the pair of this access token arrived: the refresh token before it is spent for good.
    [[nodiscard]] Outcome confirm(const QString &accessToken);

    /// Throws away chains whose refresh token ended before `before`, and spent tokens of that age.
    [[nodiscard]] Outcome forgetEnded(Instant before);

private:
    struct Chain;
    struct Fresh;

    [[nodiscard]] Fresh freshTokens();
    [[nodiscard]] Result<std::optional<Chain>> chainOf(const QByteArray &refreshHash);
    [[nodiscard]] Outcome spend(const QByteArray &hash, const QString &expires, const QString &family);
    [[nodiscard]] Result<IssuedTokens> exchange(const Chain &chain, const QByteArray &presented);

    Database &m_database;
    Accounts &m_accounts;
    const Clock &m_clock;
    Random &m_random;
    SessionTimes m_times;
};

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/identities/sessions.h"

#include "models/sql/rows.h"
#include "models/sql/sqlvalue.h"
#include "models/sql/transaction.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QtEndian>

#include <array>

namespace tawasul {

namespace {

QByteArray hashOf(const QString &token)
{
    return QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256);
}

// 256 bits, so that a hash without salt is enough: nobody guesses the token itself.
QString newToken(Random &random)
{
    std::array<quint64, 4> bits{};
    for (quint64 &word : bits)
        word = qToBigEndian(random.next());
    const QByteArray bytes(static_cast<const char *>(static_cast<const void *>(bits.data())), sizeof bits);
    return QString::fromLatin1(
        bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

// What the machine calls itself, as far as it can be kept.
QString deviceName(const QString &text)
{
    constexpr qsizetype kLongest = 200;
    const QString name = text.left(kLongest);
    return isStorableText(name) ? name : QString();
}

Error unauthenticated(const char *code)
{
    return {Error::Kind::Unauthenticated, QLatin1String(code), {}};
}

} // namespace

/// The chain that a presented refresh token belongs to.
struct Sessions::Chain
{
    enum class Token { Present, Previous, Spent };

    QString family;
    PersonId person;
    Token token;     ///< what the presented one is in it
    QString expires; ///< of the presented one
    QByteArray presentHash;
    QString presentExpires;
};

struct Sessions::Fresh
{
    QString access;
    QString refresh;
    QString accessExpires;
    QString refreshExpires;
};

Sessions::Sessions(Database &database, Accounts &accounts, const Clock &clock, Random &random,
                   SessionTimes times)
    : m_database(database)
    , m_accounts(accounts)
    , m_clock(clock)
    , m_random(random)
    , m_times(times)
{
}

Sessions::Fresh Sessions::freshTokens()
{
    const Instant now = m_clock.now();
    return {newToken(m_random), newToken(m_random), toIso(now + m_times.access),
            toIso(now + m_times.refresh)};
}

Result<IssuedTokens> Sessions::open(const Account &account, const QString &device)
{
    const Fresh fresh = freshTokens();
    // Counts as used: there is no earlier refresh token that could be needed again.
    const auto opened = changeRows(
        m_database,
        QStringLiteral(
            "INSERT INTO session (family, person_id, device, access_hash, access_expires_at, "
            "refresh_hash, refresh_expires_at, used, started_at) VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?)"),
        uuidV7(m_clock.now(), m_random), account.person.id.text(), deviceName(device), hashOf(fresh.access),
        fresh.accessExpires, hashOf(fresh.refresh), fresh.refreshExpires, toIso(m_clock.now()));
    if (!opened)
        return opened.error();
    return IssuedTokens{fresh.access, fresh.refresh, m_times.access, account.person};
}

Result<std::optional<Sessions::Chain>> Sessions::chainOf(const QByteArray &refreshHash)
{
    using Token = Chain::Token;
    const auto present = readOne(
        m_database,
        QStringLiteral("SELECT family, person_id, refresh_expires_at FROM session WHERE refresh_hash = ?"),
        [&](Query &row) {
            return Chain{row.text(0), PersonId(row.text(1)), Token::Present,
                         row.text(2), refreshHash,           row.text(2)};
        },
        refreshHash);
    if (!present || *present)
        return present;
    return readOne(
        m_database,
        QStringLiteral("SELECT s.family, s.person_id, s.previous_hash, s.used, p.expires_at, s.refresh_hash, "
                       "s.refresh_expires_at FROM spent_refresh p JOIN session s ON s.family = p.family "
                       "WHERE p.hash = ?"),
        [&](Query &row) {
            const bool isPrevious = row.optionalBlob(2) == refreshHash && row.int64(3) == 0;
            return Chain{row.text(0), PersonId(row.text(1)), isPrevious ? Token::Previous : Token::Spent,
                         row.text(4), row.blob(5),           row.text(6)};
        },
        refreshHash);
}

Result<IssuedTokens> Sessions::refresh(const QString &refreshToken)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    const QByteArray hash = hashOf(refreshToken);
    const auto chain = chainOf(hash);
    if (!chain)
        return chain.error();
    if (!*chain)
        return unauthenticated("session.ended");
    if ((*chain)->token == Chain::Token::Spent) {
        const auto ended =
            changeRows(m_database, QStringLiteral("DELETE FROM session WHERE family = ?"), (*chain)->family);
        if (!ended)
            return ended.error();
        if (const Outcome committed = transaction->commit(); !committed)
            return committed.error();
        return unauthenticated("session.ended");
    }
    auto tokens = exchange(**chain, hash);
    if (!tokens)
        return tokens;
    if (const Outcome committed = transaction->commit(); !committed)
        return committed.error();
    return tokens;
}

Outcome Sessions::spend(const QByteArray &hash, const QString &expires, const QString &family)
{
    const auto spent = changeRows(
        m_database, QStringLiteral("INSERT INTO spent_refresh (hash, family, expires_at) VALUES (?, ?, ?)"),
        hash, family, expires);
    if (!spent)
        return spent.error();
    return Done{};
}

Result<IssuedTokens> Sessions::exchange(const Chain &chain, const QByteArray &presented)
{
    if (chain.expires <= toIso(m_clock.now()))
        return unauthenticated("session.expired");
    const auto account = m_accounts.byId(chain.person);
    if (!account)
        return account.error();
    if (!*account || !(*account)->active)
        return unauthenticated("account.inactive");
    // The present refresh token goes in any case: it is the presented one, or the one that did not arrive.
    if (const Outcome spent = spend(chain.presentHash, chain.presentExpires, chain.family); !spent)
        return spent.error();
    const Fresh fresh = freshTokens();
    const auto renewed =
        changeRows(m_database,
                   QStringLiteral("UPDATE session SET access_hash = ?, access_expires_at = ?, "
                                  "refresh_hash = ?, refresh_expires_at = ?, previous_hash = ?, "
                                  "used = 0 WHERE family = ?"),
                   hashOf(fresh.access), fresh.accessExpires, hashOf(fresh.refresh), fresh.refreshExpires,
                   presented, chain.family);
    if (!renewed)
        return renewed.error();
    return IssuedTokens{fresh.access, fresh.refresh, m_times.access, (*account)->person};
}

Outcome Sessions::end(const QString &accessToken)
{
    const auto ended = changeRows(m_database, QStringLiteral("DELETE FROM session WHERE access_hash = ?"),
                                  hashOf(accessToken));
    if (!ended)
        return ended.error();
    return Done{};
}

Result<SignedIn> Sessions::whoIs(const QString &accessToken)
{
    struct Row
    {
        PersonId person;
        QString expires;
        bool used;
    };
    const auto session = readOne(
        m_database,
        QStringLiteral("SELECT person_id, access_expires_at, used FROM session WHERE access_hash = ?"),
        [](Query &row) {
            return Row{PersonId(row.text(0)), row.text(1), row.int64(2) != 0};
        },
        hashOf(accessToken));
    if (!session)
        return session.error();
    if (!*session)
        return unauthenticated("session.unknown");
    if ((*session)->expires <= toIso(m_clock.now()))
        return unauthenticated("session.expired");
    const auto account = m_accounts.byId((*session)->person);
    if (!account)
        return account.error();
    if (!*account || !(*account)->active)
        return unauthenticated("account.inactive");
    return SignedIn{(*account)->person, !(*session)->used};
}

Result<QString> Sessions::deviceOf(const QString &accessToken)
{
    const auto device = readOne(
        m_database, QStringLiteral("SELECT device FROM session WHERE access_hash = ?"),
        [](Query &row) { return row.text(0); }, hashOf(accessToken));
    return device ? Result<QString>(device->value_or(QString())) : device.error();
}

Outcome Sessions::confirm(const QString &accessToken)
{
    const auto confirmed = changeRows(
        m_database, QStringLiteral("UPDATE session SET used = 1 WHERE access_hash = ?"), hashOf(accessToken));
    if (!confirmed)
        return confirmed.error();
    return Done{};
}

Outcome Sessions::forgetEnded(Instant before)
{
    const QString limit = toIso(before);
    const auto chains =
        changeRows(m_database, QStringLiteral("DELETE FROM session WHERE refresh_expires_at < ?"), limit);
    if (!chains)
        return chains.error();
    const auto spent =
        changeRows(m_database, QStringLiteral("DELETE FROM spent_refresh WHERE expires_at < ?"), limit);
    if (!spent)
        return spent.error();
    return Done{};
}

} // namespace tawasul

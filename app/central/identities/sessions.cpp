// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/identities/sessions.h"

#include "app/central/register/rows.h"
#include "models/sql/transaction.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QtEndian>

#include <array>

namespace tawasul {

namespace {

QByteArray hashOf(const QString &token)
{
    return QCryptographicHash::hash(token.toLatin1(), QCryptographicHash::Sha256);
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

Error unauthenticated(const char *code)
{
    return {Error::Kind::Unauthenticated, QLatin1String(code), {}};
}

} // namespace

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
    const auto opened = change(
        m_database,
        QStringLiteral("INSERT INTO session (family, person_id, device, access_hash, access_expires_at, "
                       "refresh_hash, refresh_expires_at, started_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        uuidV7(m_clock.now(), m_random), account.person.id.text(), device.left(200), hashOf(fresh.access),
        fresh.accessExpires, hashOf(fresh.refresh), fresh.refreshExpires, toIso(m_clock.now()));
    if (!opened)
        return opened.error();
    return IssuedTokens{fresh.access, fresh.refresh, m_times.access, account.person};
}

Result<IssuedTokens> Sessions::refresh(const QString &refreshToken)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    const QByteArray hash = hashOf(refreshToken);
    struct Row
    {
        QString family;
        PersonId person;
        QString expires;
    };
    const auto session = readOne(
        m_database,
        QStringLiteral("SELECT family, person_id, refresh_expires_at FROM session WHERE refresh_hash = ?"),
        [](Query &row) {
            return Row{row.text(0), PersonId(row.text(1)), row.text(2)};
        },
        hash);
    if (!session)
        return session.error();
    if (!*session) {
        const auto ended = change(m_database,
                                  QStringLiteral("DELETE FROM session WHERE family = "
                                                 "(SELECT family FROM spent_refresh WHERE hash = ?)"),
                                  hash);
        if (!ended)
            return ended.error();
        if (const Outcome committed = transaction->commit(); !committed)
            return committed.error();
        return unauthenticated("session.ended");
    }
    if ((*session)->expires <= toIso(m_clock.now()))
        return unauthenticated("session.expired");
    const auto account = m_accounts.byId((*session)->person);
    if (!account)
        return account.error();
    if (!*account || !(*account)->active)
        return unauthenticated("account.inactive");

    const Fresh fresh = freshTokens();
    const auto spent =
        change(m_database, QStringLiteral("INSERT INTO spent_refresh (hash, family) VALUES (?, ?)"), hash,
               (*session)->family);
    if (!spent)
        return spent.error();
    const auto renewed =
        change(m_database,
               QStringLiteral("UPDATE session SET access_hash = ?, access_expires_at = ?, refresh_hash = ?, "
                              "refresh_expires_at = ? WHERE family = ?"),
               hashOf(fresh.access), fresh.accessExpires, hashOf(fresh.refresh), fresh.refreshExpires,
               (*session)->family);
    if (!renewed)
        return renewed.error();
    if (const Outcome committed = transaction->commit(); !committed)
        return committed.error();
    return IssuedTokens{fresh.access, fresh.refresh, m_times.access, (*account)->person};
}

Outcome Sessions::end(const QString &accessToken)
{
    const auto ended =
        change(m_database, QStringLiteral("DELETE FROM session WHERE access_hash = ?"), hashOf(accessToken));
    if (!ended)
        return ended.error();
    return Done{};
}

Result<Actor> Sessions::whoIs(const QString &accessToken)
{
    const auto session = readOne(
        m_database, QStringLiteral("SELECT person_id, access_expires_at FROM session WHERE access_hash = ?"),
        [](Query &row) { return std::pair(PersonId(row.text(0)), row.text(1)); }, hashOf(accessToken));
    if (!session)
        return session.error();
    if (!*session)
        return unauthenticated("session.unknown");
    if ((*session)->second <= toIso(m_clock.now()))
        return unauthenticated("session.expired");
    const auto account = m_accounts.byId((*session)->first);
    if (!account)
        return account.error();
    if (!*account || !(*account)->active)
        return unauthenticated("account.inactive");
    return (*account)->person;
}

Outcome Sessions::forgetEnded(Instant before)
{
    const auto deleted =
        change(m_database, QStringLiteral("DELETE FROM session WHERE refresh_expires_at < ?"), toIso(before));
    if (!deleted)
        return deleted.error();
    return Done{};
}

} // namespace tawasul

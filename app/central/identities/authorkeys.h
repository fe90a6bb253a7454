// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"
#include "models/domain/result.h"
#include "models/sql/database.h"

namespace tawasul {

/// The keys with which people sign the envelopes of their acts. A key is presented in a session, so whose it
/// is was proved by a password; that they hold its secret half needs no proof of its own, because an envelope
/// names its author inside what is signed: a key under a second name proves nothing. One thread.
class AuthorKeys
{
public:
    /// More than the machines that anybody works at.
    static constexpr qint64 kMostOfAPerson = 200;

    AuthorKeys(Database &database, const Clock &clock);

    /// Adding one that is known is no error. Conflict, signing_key.too_many.
    [[nodiscard]] Outcome add(const PersonId &person, const QByteArray &publicKey, const QString &device);
    [[nodiscard]] Result<bool> isOf(const QByteArray &publicKey, const PersonId &person);

private:
    Database &m_database;
    const Clock &m_clock;
};

} // namespace tawasul

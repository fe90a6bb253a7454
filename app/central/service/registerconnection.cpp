// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/service/registerconnection.h"

namespace tawasul {

RegisterConnection::RegisterConnection(Database database, CentreIdentity identity, ReceiptKeys keys,
                                       const Clock &clock, Random &random)
    : m_database(std::move(database))
    , m_identity(std::move(identity))
    , m_keys(std::move(keys))
    , m_clock(clock)
    , m_shelf(m_database)
    , m_feed(m_database)
    , m_cases(m_database, m_shelf, m_feed, m_keys, clock)
    , m_accounts(m_database)
    , m_sessions(m_database, m_accounts, clock, random)
    , m_authorKeys(m_database, clock)
    , m_envelopes(m_database, m_identity, m_accounts, m_authorKeys, m_cases)
{
}

Result<std::unique_ptr<RegisterConnection>> RegisterConnection::open(const QString &dataFolder,
                                                                     CentreAccess access, const Clock &clock,
                                                                     Random &random, const QString &vfs)
{
    Result<Database> database = openCentre(dataFolder, access, vfs);
    if (!database)
        return database.error();
    auto identity = centreIdentity(*database);
    if (!identity)
        return identity.error();
    auto keys = access == CentreAccess::Write ? openKeys(dataFolder, vfs).and_then([&](Database beside) {
        return ReceiptKeys::readOrBegin(*database, beside, clock.now(), random);
    })
                                              : ReceiptKeys::read(*database);
    if (!keys)
        return keys.error();
    return std::unique_ptr<RegisterConnection>(new RegisterConnection(
        std::move(database).value(), std::move(identity).value(), std::move(keys).value(), clock, random));
}

} // namespace tawasul

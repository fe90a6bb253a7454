// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/service/registerconnection.h"

#include "app/central/register/bothfiles.h"
#include "app/central/service/centrelog.h"

namespace tawasul {

/// What is opened before there is anything to speak through it.
struct RegisterConnection::Parts
{
    QString dataFolder;
    Database database;
    CentreIdentity identity;
    ReceiptKeys keys;
    std::optional<Witness> witness = std::nullopt;
};

RegisterConnection::RegisterConnection(Parts parts, const Clock &clock, Random &random)
    : m_dataFolder(std::move(parts.dataFolder))
    , m_database(std::move(parts.database))
    , m_witness(std::move(parts.witness))
    , m_identity(std::move(parts.identity))
    , m_keys(std::move(parts.keys))
    , m_clock(clock)
    , m_shelf(m_database)
    , m_feed(m_database)
    , m_caseWriter(m_database, m_feed)
    , m_staff(m_database)
    , m_audit(m_database)
    , m_cases(m_database, m_shelf, m_feed, m_caseWriter, m_staff, m_audit, m_keys, clock, random)
    , m_assignments(m_database, m_shelf, m_caseWriter, m_staff, clock, random)
    , m_search(m_database)
    , m_leaves(m_database, m_staff, m_audit, clock)
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
    Result<Parts> parts = access == CentreAccess::Write ? openToWrite(dataFolder, clock, random, vfs)
                                                        : openToRead(dataFolder, vfs);
    if (!parts)
        return parts.error();
    return std::unique_ptr<RegisterConnection>(
        new RegisterConnection(std::move(parts).value(), clock, random));
}

Result<RegisterConnection::Parts> RegisterConnection::openToRead(const QString &dataFolder,
                                                                 const QString &vfs)
{
    Result<Database> database = openCentre(dataFolder, CentreAccess::Read, vfs);
    if (!database)
        return database.error();
    auto identity = centreIdentity(*database);
    if (!identity)
        return identity.error();
    auto keys = ReceiptKeys::read(*database);
    if (!keys)
        return keys.error();
    return Parts{dataFolder, std::move(*database), std::move(*identity), std::move(*keys)};
}

Result<RegisterConnection::Parts> RegisterConnection::openToWrite(const QString &dataFolder,
                                                                  const Clock &clock, Random &random,
                                                                  const QString &vfs)
{
    Result<Database> database = openCentre(dataFolder, CentreAccess::Write, vfs);
    if (!database)
        return database.error();
    Result<Database> beside = openKeys(dataFolder, vfs);
    if (!beside)
        return beside.error();
    auto keys = ReceiptKeys::readOrBegin(*database, *beside, clock.now(), random);
    if (!keys)
        return keys.error();
    const auto wasPutBack = Witness::confront(*database, *beside, clock.now(), random);
    if (!wasPutBack)
        return wasPutBack.error();
    auto identity = centreIdentity(*database);
    if (!identity)
        return identity.error();
    if (*wasPutBack) {
        qCWarning(central).noquote() << "the register is behind what desks were told: it was put back from a "
                                        "backup, and has a new epoch now:"
                                     << identity->epoch;
    }
    // Notes of positions wait for no disk; what is published goes through a connection of its own.
    Result<Database> notes = openKeys(dataFolder, vfs, Synchronous::Normal);
    if (!notes)
        return notes.error();
    return Parts{dataFolder, std::move(*database), std::move(*identity), std::move(*keys),
                 Witness(std::move(*notes))};
}

Result<QString> RegisterConnection::publish(const QByteArray &document)
{
    Result<Database> beside = openKeys(m_dataFolder, m_database.options().vfs);
    return beside ? publishInBoth(*beside, document) : beside.error();
}

Result<QString> RegisterConnection::publishInBoth(Database &beside, const QByteArray &document)
{
    Result<BothFiles> files = BothFiles::begin(m_database, beside);
    if (!files)
        return files.error();
    auto version = m_shelf.publish(document, now());
    if (!version)
        return version;
    // One that only the file beside has under this name came to nothing once.
    if (const Outcome forgotten = Witness::forgetReference(m_database, beside, *version); !forgotten)
        return forgotten.error();
    if (const Outcome kept = Witness::levelReferences(m_database, beside); !kept)
        return kept.error();
    if (const Outcome fed = m_feed.referenceChanged(now()); !fed)
        return fed.error();
    if (const Outcome committed = files->commit(); !committed) {
        std::ignore = Witness::forgetReference(m_database, beside, *version);
        return committed.error();
    }
    notePosition();
    return version;
}

void RegisterConnection::notePosition()
{
    if (!m_witness)
        return;
    const Result<qint64> position = m_feed.newestPosition();
    if (!position)
        return logFault(position.error());
    if (*position == m_noted)
        return;
    if (const Outcome noted = m_witness->note(m_identity.epoch, *position); !noted)
        return logFault(noted.error());
    m_noted = *position;
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/service/centreservice.h"

#include "app/central/routes/routes.h"
#include "app/central/service/centrelog.h"
#include "models/crypto/password.h"

#include <QtCore/QDir>

namespace tawasul {

namespace {

constexpr std::size_t kMostReads = 2'000;
constexpr std::size_t kMostWrites = 1'000;
constexpr std::size_t kMostPasswords = 64;
constexpr int kReaderThreads = 2;
constexpr int kPasswordThreads = 2;

// A desk polls every 15 s and drains an outbox with a handful of lanes; a hundred a second is a broken
// program.
constexpr double kRequestsPerSecond = 100;
constexpr double kRequestBurst = 400;

constexpr auto kRemovalsKept = std::chrono::days(90); // longer than any desk is away

Outcome tidy(RegisterConnection &connection)
{
    connection.notePosition(); // if the disk would not have the last one
    const Instant now = connection.now();
    if (const Outcome forgotten = connection.feed().forgetRemovals(now - kRemovalsKept); !forgotten)
        return forgotten;
    return connection.sessions().forgetEnded(now);
}

} // namespace

CentreService::CentreService(QString dataFolder, const Clock &clock, Random &random, QString vfs)
    : m_dataFolder(std::move(dataFolder))
    , m_vfs(std::move(vfs))
    , m_clock(clock)
    , m_random(random)
    , m_attachments(attachmentFolder(m_dataFolder))
    , m_guard(clock)
    , m_rateLimit(clock, kRequestsPerSecond, kRequestBurst)
    , m_events(clock)
    , m_writer(kMostWrites)
    , m_readers(kMostReads)
    , m_passwords(kMostPasswords)
{
}

QString CentreService::attachmentFolder(const QString &dataFolder)
{
    return QDir(dataFolder).filePath(QStringLiteral("attachments"));
}

Outcome CentreService::prepare()
{
    auto connection = connecting(CentreAccess::Write)();
    if (!connection)
        return connection.error();
    m_identity = (*connection)->identity();
    return tidy(**connection);
}

Workers<RegisterConnection>::MakeContext CentreService::connecting(CentreAccess access) const
{
    return
        [this, access] { return RegisterConnection::open(m_dataFolder, access, m_clock, m_random, m_vfs); };
}

void CentreService::tidySoon()
{
    const bool posted = m_writer.post([](RegisterConnection &connection) {
        if (const Outcome tidied = tidy(connection); !tidied)
            logFault(tidied.error());
    });
    if (!posted)
        qCWarning(central) << "no room to tidy up; later";
}

void CentreService::lookForListeners()
{
    if (m_events.listeners() == 0 || m_looking.exchange(true))
        return;
    const bool posted = m_readers.post([this](RegisterConnection &connection) {
        m_events.look(connection);
        m_looking = false;
    });
    if (!posted)
        m_looking = false; // what is busy already is not asked for hints
}

Outcome CentreService::start()
{
    if (const Outcome prepared = prepare(); !prepared)
        return prepared;
    auto hash = tawasul::nobodysPasswordHash();
    if (!hash)
        return hash.error();
    m_nobodysPasswordHash = std::move(hash).value();
    if (const Outcome started = m_writer.start(1, connecting(CentreAccess::Write)); !started)
        return started;
    if (const Outcome started = m_readers.start(kReaderThreads, connecting(CentreAccess::Read)); !started)
        return started;
    return m_passwords.start(
        kPasswordThreads, [] { return Result<std::unique_ptr<NoContext>>(std::make_unique<NoContext>()); });
}

Outcome CentreService::startOn(Executor &writer, Executor &reader)
{
    if (const Outcome prepared = prepare(); !prepared)
        return prepared;
    if (const Outcome started = m_writer.startOn(writer, connecting(CentreAccess::Write)); !started)
        return started;
    return m_readers.startOn(reader, connecting(CentreAccess::Read));
}

void CentreService::stop()
{
    m_events.endAll();
    m_passwords.stop();
    m_readers.stop();
    m_writer.stop();
}

void addRoutes(HttpRouter &router, CentreService &service)
{
    addHealthRoutes(router, service);
    addSessionRoutes(router, service);
    addReferenceRoutes(router, service);
    addChangesRoutes(router, service);
    addEventRoutes(router, service);
    addCaseRoutes(router, service);
    addAssignmentRoutes(router, service);
    addStaffRoutes(router, service);
    addEnvelopeRoutes(router, service);
    addAttachmentRoutes(router, service);
}

} // namespace tawasul

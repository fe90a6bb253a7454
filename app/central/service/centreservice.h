// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/attachments/attachmentstore.h"
#include "app/central/http/httprouter.h"
#include "app/central/http/httpserver.h"
#include "app/central/identities/signinguard.h"
#include "app/central/service/eventhub.h"
#include "app/central/service/knowntokens.h"
#include "app/central/service/ratelimit.h"
#include "app/central/service/registerconnection.h"
#include "app/central/service/workers.h"

#include <atomic>

namespace tawasul {

/// A thread of the password pool has nothing of its own.
struct NoContext
{};

/// The running centre without its socket: threads, register and the state that all routes share.
class CentreService
{
public:
    /// `vfs` is the Disk seam of its register; empty: the default.
    CentreService(QString dataFolder, const Clock &clock, Random &random, QString vfs = {});

    /// Opens the register (one writer, two readers) and forgets what is past its keeping time. Once only.
    [[nodiscard]] Outcome start();
    /// The same without threads of its own, and without sign-in by password, which needs one.
    [[nodiscard]] Outcome startOn(Executor &writer, Executor &reader);
    /// Has the writer forget what is past its keeping time by now; for a centre that runs for months.
    void tidySoon();
    /// Has a reader look what changed for those who listen; no effect while one does. About once a second.
    void lookForListeners();
    [[nodiscard]] bool isLooking() const { return m_looking.load(); }
    /// Finishes what waits.
    void stop();

    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] const CentreIdentity &identity() const { return m_identity; }
    [[nodiscard]] const AttachmentStore &attachments() const { return m_attachments; }
    [[nodiscard]] Workers<RegisterConnection> &writer() { return m_writer; }
    [[nodiscard]] Workers<RegisterConnection> &readers() { return m_readers; }
    /// At most two passwords are verified at once: each takes 64 MiB.
    [[nodiscard]] Workers<NoContext> &passwords() { return m_passwords; }
    /// What the password of an unknown user name is verified against.
    [[nodiscard]] const QString &nobodysPasswordHash() const { return m_nobodysPasswordHash; }
    [[nodiscard]] SignInGuard &signInGuard() { return m_guard; }
    [[nodiscard]] RateLimit &rateLimit() { return m_rateLimit; }
    [[nodiscard]] KnownTokens &knownTokens() { return m_tokens; }
    [[nodiscard]] EventHub &events() { return m_events; }

    /// Where the attachments of a data folder lie.
    [[nodiscard]] static QString attachmentFolder(const QString &dataFolder);

private:
    [[nodiscard]] Outcome prepare();
    [[nodiscard]] Workers<RegisterConnection>::MakeContext connecting(CentreAccess access) const;

    const QString m_dataFolder;
    const QString m_vfs;
    const Clock &m_clock;
    Random &m_random;
    CentreIdentity m_identity;
    QString m_nobodysPasswordHash;
    AttachmentStore m_attachments;
    SignInGuard m_guard;
    RateLimit m_rateLimit;
    KnownTokens m_tokens;
    EventHub m_events;
    std::atomic<bool> m_looking = false;
    Workers<RegisterConnection> m_writer;
    Workers<RegisterConnection> m_readers;
    Workers<NoContext> m_passwords;
};

/// Every route of the centre, in one table: what is not here is not served.
void addRoutes(HttpRouter &router, CentreService &service);

} // namespace tawasul

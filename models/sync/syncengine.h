// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/executor.h"
#include "models/domain/person.h"
#include "models/domain/result.h"
#include "models/domain/uuid.h"
#include "models/store/store.h"
#include "models/sync/transport.h"

#include <QtCore/QObject>

#include <functional>
#include <memory>

namespace tawasul {

/// What the status bar and the sync chip say.
struct SyncStatus
{
    enum class Link {
        SignedOut,
        Connecting, ///< nothing known yet
        Online,
        Offline,      ///< not reached since `since`
        Failing,      ///< reached, but the centre refuses or makes no sense
        SessionEnded, ///< a person has to sign in again; everything recorded waits
        TooOld,       ///< the centre no longer accepts this version of the program
    };

    Link link = Link::SignedOut;
    std::optional<Instant> since;      ///< when the link became what it is
    std::optional<Instant> completeAt; ///< everything up to here had been fetched
    bool filling = false;              ///< a first fetch or a rebuild is under way
    int fetched = 0;                   ///< cases fetched in this filling
    int waiting = 0;                   ///< acts not acknowledged
    int parked = 0;                    ///< acts that need a choice
    std::optional<Error> problem;      ///< of Failing and TooOld

    friend bool operator==(const SyncStatus &, const SyncStatus &) = default;
};

/// News of the engine for the screens; lives on the GUI thread, spoken to through its executor.
class SyncNews : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void statusChanged(const tawasul::SyncStatus &status);
    void serverTimeKnown(tawasul::Instant serverTime);
    void attachmentFailed(const QString &sha256, const tawasul::Error &error);
};

/// The tokens that a sign-in gave. In memory only.
struct SessionTokens
{
    QString access;
    QString refresh;
    std::chrono::seconds expiresIn{};
};

/// Follows the centre for one profile: sends the outbox lane by lane, follows the feed, fetches attachments;
/// goes on by itself after every failure, with back-off and jitter, and after a restart. The only writer of
/// the centre's truth (design.md §4). Everything runs on the network executor; start(), stop() and the wishes
/// may come from the GUI thread.
class SyncEngine
{
public:
    SyncEngine(Store &store, Transport &transport, Executor &network, Executor &gui, const Clock &clock,
               Random &random);
    ~SyncEngine();
    SyncEngine(const SyncEngine &) = delete;
    SyncEngine &operator=(const SyncEngine &) = delete;

    [[nodiscard]] SyncNews &news();

    /// Without tokens (offline sign-in) everything waits with Link::Offline until resume().
    void start(std::optional<SessionTokens> tokens);
    /// After an offline sign-in, or after SessionEnded: these tokens are good.
    void resume(SessionTokens tokens);
    /// Ends the session at the centre when it can be reached, calls back, does nothing more.
    void signOut(std::function<void()> done);
    void stop();

    // --- wishes; each may be repeated ---

    /// Now, not at the next poll.
    void syncNow();
    /// The outbox holds something new.
    void outboxChanged();
    /// This attachment is on screen, or will be next: before all others. Already here: attachmentArrived at
    /// once.
    void wantAttachment(const QString &sha256);

private:
    struct Body;
    std::shared_ptr<Body> m_body;
};

} // namespace tawasul

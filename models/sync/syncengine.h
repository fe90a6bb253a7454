// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/clock.h"
#include "models/domain/executor.h"
#include "models/domain/uuid.h"
#include "models/store/store.h"
#include "models/sync/sessiontokens.h"
#include "models/sync/syncnews.h"
#include "models/sync/transport.h"

#include <QtCore/QString>

#include <functional>
#include <memory>

namespace tawasul {

/// Follows the centre for one profile: sends the outbox lane by lane and a supervisor's orders one by one,
/// follows the feed, fetches attachments; hears of new orders from the store's notifier, and goes on by
/// itself after every failure, with back-off and jitter, and after a restart. The only writer of the centre's
/// truth. Everything runs on the network executor; made and destroyed on the GUI thread, from which the verbs
/// may come. Destroying it waits for the step that is under way on the network's thread, a few milliseconds;
/// nothing of it happens afterwards. Store, transport and executors outlive it.
class SyncEngine
{
public:
    SyncEngine(Store &store, Transport &transport, Executor &network, Executor &gui, const Clock &clock,
               Random &random);
    ~SyncEngine();
    SyncEngine(const SyncEngine &) = delete;
    SyncEngine &operator=(const SyncEngine &) = delete;

    [[nodiscard]] SyncNews &news();

    /// After Store::open() said Done. Without tokens (offline sign-in) everything waits with Link::Offline
    /// until resume().
    void start(std::optional<SessionTokens> tokens);
    /// After an offline sign-in, or after SessionEnded: these tokens are good.
    void resume(SessionTokens tokens);
    /// Ends the session at the centre when it can be reached, calls back on the GUI thread within two
    /// seconds, at once when the link is not Online, and does nothing more.
    void signOut(std::function<void()> done);
    /// The centre does not accept this account's word any more, as a sign-in beside this engine learned:
    /// Link::SessionEnded, and everything waits until resume(). No effect once signed out.
    void endSession();
    void stop();

    // --- wishes; each may be repeated ---

    /// Now, not at the next poll.
    void syncNow();
    /// The outbox holds something new, or a person chose for a parked act: StoreNotifier::outboxChanged says
    /// both, and may be connected as it is.
    void outboxChanged();
    /// This attachment is on screen, or will be next: before all others. Already here: attachmentArrived at
    /// once.
    void wantAttachment(const QString &sha256);
    /// Somebody opens a case that is not on this device: asked for once, by the caller's right and noted by
    /// the centre; SyncNews::caseCame or caseFailed says what came of the last such wish.
    void openCase(const CaseId &id);

private:
    struct Body;
    std::shared_ptr<SyncNews> m_news; ///< shared, so that news on their way know when nobody hears them
    std::unique_ptr<Body> m_body;
};

} // namespace tawasul

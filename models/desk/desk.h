// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/act.h"
#include "models/domain/clock.h"
#include "models/domain/result.h"
#include "models/domain/uuid.h"
#include "models/store/store.h"

#include <QtCore/QFuture>

namespace tawasul {

/// A case as the case screen opens it.
struct OpenedCase
{
    Case shown; ///< truth with pending acts folded over it
    Case truth;
    std::vector<OutboxItem> pending; ///< acts on it that are not settled
    std::optional<Draft> draft;
    ReferencePtr reference;
};

/// What an officer says when doing something to a case; the desk adds who, when, on which version.
struct Intention
{
    CaseId caseId;
    qint64 seenVersion = 0; ///< of the case as it was on screen; another one now is Stale, act.stale
    ActType type = ActType::Unknown;
    QString reason;
    QString text;
    std::optional<Reply> reply;
    std::optional<Execution> execution;
    QString toSection;
    QString toSubService;
    std::optional<ActId> replaces; ///< the parked act that this one is decided anew for
};

/// The officer's verbs and questions: what the screens talk to. Knows nothing of sync. GUI thread; answers
/// arrive there too. A future whose profile was closed meanwhile is cancelled.
class Desk
{
public:
    Desk(Store &store, Actor officer, const Clock &clock, Random &random);
    ~Desk();

    [[nodiscard]] const Actor &officer() const { return m_officer; }
    [[nodiscard]] StoreNotifier &notifier() { return m_store.notifier(); }
    [[nodiscard]] ReferencePtr reference() const { return m_store.reference(); }

    // --- questions ---

    [[nodiscard]] QFuture<Result<std::vector<CaseHead>>> heads(std::vector<qint64> rows);
    [[nodiscard]] QFuture<Result<std::vector<qint64>>> search(QString typed);
    /// Opening is audited. NotFound, case.unknown when it left the cache meanwhile.
    [[nodiscard]] QFuture<Result<OpenedCase>> openCase(CaseId id);
    [[nodiscard]] QFuture<Result<std::vector<OutboxItem>>> outbox();

    // --- verbs ---

    /// Done means on disk (invariant I1). Errors of domain::apply, act.stale, and the disk's.
    [[nodiscard]] QFuture<Result<ActId>> record(Intention intention);
    [[nodiscard]] QFuture<Outcome> saveDraft(CaseId id, QByteArray content);
    [[nodiscard]] QFuture<Outcome> discardDraft(CaseId id);
    /// A parked act: let the centre's state stand.
    [[nodiscard]] QFuture<Outcome> takeTheirs(ActId parked);
    /// A waiting or parked act: try again now.
    [[nodiscard]] QFuture<Outcome> retryNow(ActId id);
    /// While waiting and within its window; false when it is too late.
    [[nodiscard]] QFuture<Result<bool>> recall(ActId id);

    /// The newest time the centre told this machine; acts carry it. Set by app/ from the sync engine's news.
    void setLastServerTime(Instant instant);

private:
    struct Body;
    Store &m_store;
    Actor m_officer;
    std::unique_ptr<Body> m_body;
};

} // namespace tawasul

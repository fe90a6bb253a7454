// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/desk/clockwatch.h"
#include "models/desk/intention.h"
#include "models/desk/todayswork.h"
#include "models/domain/clock.h"
#include "models/domain/result.h"
#include "models/domain/uuid.h"
#include "models/store/store.h"
#include "models/store/unsentwork.h"

#include <QtCore/QFuture>

#include <memory>

namespace tawasul {

/// A case as the case screen opens it.
struct OpenedCase
{
    Case shown; ///< truth with pending acts folded over it
    Case truth;
    std::vector<OutboxItem> pending; ///< acts on it that are not settled
    std::optional<Draft> draft;
    ReferencePtr reference;
    std::map<ActId, KeptReceipt> receipts; ///< that the centre gave for acts of this account
    DocumentReadings readings = {};        ///< of its attachments, as they were left
};

/// One of the officer's own proposals, and what became of it.
struct OwnProposal
{
    CaseId caseId;
    QString number; ///< of the case, which is mostly not here
    Proposal proposal;
    bool isNews = false; ///< closed, and the officer has not looked at that yet
    // As its author saw the case when recording; empty once that is not kept here any more.
    QString subService = {};
    QString beneficiary = {};
    std::optional<KeptReceipt> receipt = {}; ///< nothing when the act was recorded on another device

    friend bool operator==(const OwnProposal &, const OwnProposal &) = default;
};

/// What leaves the desk on paper or as a file; nothing of it names a person.
struct PrintNote
{
    QString sha256; ///< of the attachment; empty: the summary of the case
    int first = 0;  ///< page of the attachment, from 0
    int last = 0;
    bool toFile = false;
    bool wholeNumbers = false; ///< of persons: the summary shows them in full
};

/// A draft, and of which case.
struct BegunDraft
{
    Draft draft;
    std::optional<Case> truth; ///< nothing when the case left the cache
};

/// The officer's verbs and questions: what the screens talk to. Knows nothing of sync. GUI thread; answers
/// arrive there too. A future whose profile was closed meanwhile is cancelled.
class Desk
{
public:
    Desk(Store &store, Actor officer, const Clock &clock, Random &random);

    [[nodiscard]] const Actor &officer() const { return m_officer; }
    [[nodiscard]] StoreNotifier &notifier() { return m_store.notifier(); }
    [[nodiscard]] ReferencePtr reference() const { return m_store.reference(); }
    /// The present snapshot, for a screen that opens between two changes.
    [[nodiscard]] WorklistPtr worklist() const { return m_store.worklist(); }

    // --- questions ---

    [[nodiscard]] QFuture<Result<std::vector<CaseHead>>> heads(std::vector<qint64> rows);
    [[nodiscard]] QFuture<Result<std::vector<qint64>>> search(QString typed);
    /// Opening is audited; a disk that refuses the line does not keep the case away, but is said
    /// (StoreNotifier::storageFailed). NotFound, case.unknown when it left the cache meanwhile.
    [[nodiscard]] QFuture<Result<OpenedCase>> openCase(CaseId id);
    /// The same without a line in the audit: for a case that is on screen already, or the one that will be
    /// next, of which nothing but its documents' pages is made ready.
    [[nodiscard]] QFuture<Result<OpenedCase>> readCase(CaseId id);
    [[nodiscard]] QFuture<Result<std::vector<OutboxItem>>> outbox();
    [[nodiscard]] QFuture<Result<OutboxLedger>> ledger();
    [[nodiscard]] QFuture<Result<TodaysWork>> todaysWork();
    /// What becomes of it when the officer leaves now, once the machine's envelopes were brought up to date.
    [[nodiscard]] QFuture<Result<UnsentCounts>> unsent();
    /// The officer's own, the newest first.
    [[nodiscard]] QFuture<Result<std::vector<OwnProposal>>> proposals();
    [[nodiscard]] QFuture<Result<std::optional<Draft>>> draft(CaseId id);
    /// What was begun and not confirmed, the newest first; of cases that left the cache without their head.
    [[nodiscard]] QFuture<Result<std::vector<BegunDraft>>> drafts();
    [[nodiscard]] QFuture<Result<std::optional<HandoverNote>>> handover();

    // --- verbs ---

    /// Done means on disk (invariant I1). Errors of domain::apply; Stale, act.stale; NotFound, case.unknown
    /// and reference.unknown; Conflict, outbox.state when `replaces` is not parked any more; the disk's.
    [[nodiscard]] QFuture<Result<ActId>> record(Intention intention);
    [[nodiscard]] QFuture<Outcome> saveDraft(CaseId id, QByteArray content);
    [[nodiscard]] QFuture<Outcome> discardDraft(CaseId id);
    /// For the next sign-in of this account on this machine; an empty text leaves none.
    [[nodiscard]] QFuture<Outcome> saveHandover(QString text);
    /// A parked act: let the centre's state stand. Acts behind it that no longer apply without it are parked
    /// in their turn, as refused. Conflict, outbox.state when it is not parked any more.
    [[nodiscard]] QFuture<Outcome> takeTheirs(ActId parked);
    /// A waiting or parked act: try again now; Conflict, outbox.state in any other state.
    [[nodiscard]] QFuture<Outcome> retryNow(ActId id);
    /// A waiting act: kept back until it is released, and with it what follows on its case; Conflict,
    /// outbox.state in any other state, and outbox.carried when it never left by this desk and another
    /// account of the machine may have brought it.
    [[nodiscard]] QFuture<Outcome> hold(ActId id);
    [[nodiscard]] QFuture<Outcome> release(ActId id);
    /// While waiting and within its window: what was taken back; nothing when it is too late. In the same
    /// transaction the draft of its case becomes what `draftWith` makes of it, on the journal's thread.
    [[nodiscard]] QFuture<Result<std::optional<Act>>> recall(ActId id, Redraft draftWith);

    /// How an attachment is read now; it opens so the next time.
    [[nodiscard]] QFuture<Outcome> saveReading(QString sha256, DocumentReading reading);

    /// A line in the audit, before anything is printed: what has none stays in the house. Forbidden,
    /// print.forbidden when mayPrint() does not give it to this officer's role.
    [[nodiscard]] QFuture<Outcome> notePrint(CaseId id, PrintNote note);

    /// The officer has looked at what became of these.
    [[nodiscard]] QFuture<Outcome> proposalsSeen(std::vector<OwnProposal> seen);

    /// The newest time the centre told this machine; acts carry it, and it outlives this run. Set by app/
    /// from the sync engine's news.
    void setLastServerTime(Instant instant);
    /// The time as it likely is, for what is shown against it; never for what is recorded.
    [[nodiscard]] const ClockWatch &time() const { return *m_time; }

private:
    [[nodiscard]] QFuture<Outcome> step(ActId id, Outcome (Journal::*take)(const ActId &));
    void recallServerTime();
    [[nodiscard]] std::optional<Instant> lastServerTime() const;

    Store &m_store;
    Actor m_officer;
    const Clock &m_clock;
    Random &m_random;
    std::shared_ptr<ClockWatch> m_time; ///< shared with the answer that brings what an earlier run kept
    std::optional<std::chrono::milliseconds> m_timeKeptAt; ///< monotonic; when it was written last
};

} // namespace tawasul

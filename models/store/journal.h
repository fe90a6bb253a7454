// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/centrekey.h"
#include "models/domain/clock.h"
#include "models/domain/reading.h"
#include "models/domain/result.h"
#include "models/store/orderrecord.h"
#include "models/store/outboxitem.h"
#include "models/store/receiptproof.h"

#include <QtCore/QByteArray>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace tawasul {

/// What the officer has begun and not confirmed: survives kill -9.
struct Draft
{
    CaseId caseId;
    QByteArray content; ///< JSON of the sheet that wrote it
    Instant savedAt{};
};

/// What the officer leaves for the next sign-in of this account on this machine.
struct HandoverNote
{
    QString text;
    Instant savedAt{};

    friend bool operator==(const HandoverNote &, const HandoverNote &) = default;
};

/// What another sign-in on this machine needs when the centre cannot be asked.
struct OfflineIdentity
{
    QString username;
    QString verifier; ///< Argon2id of the password
    Actor officer;
    QString centre;
    bool training = false;
    Instant confirmedAt{}; ///< when the centre last said so
};

/// With what this profile signs the envelopes of its acts.
struct AuthorKey
{
    QByteArray seed;
    std::optional<QString>
        knownIn; ///< the centre's epoch in which it took note of the key; nothing: it did not
};

/// The time that the centre told last, and what this machine's wall clock showed at that moment.
struct ServerTime
{
    Instant server{};
    Instant wall{};

    friend bool operator==(const ServerTime &, const ServerTime &) = default;
};

/// Acts that are neither settled nor closed.
struct UnsentActs
{
    int count = 0;
    std::optional<Instant> oldest; ///< when it was recorded

    friend bool operator==(const UnsentActs &, const UnsentActs &) = default;
};

/// The desk's own memory: acts with their base snapshot, outbox, drafts, receipts, audit. FULL
/// synchronous, never dropped. Everything here is one transaction or nothing. One thread: the journal's
/// writer.
class Journal
{
public:
    /// Opens or makes the file, brings its schema up to date, and turns every Sending into Waiting, due now.
    /// An act recorded later than now is due now, too: the clock was set back, and no window is waited for.
    /// Errors of openDatabase() and migrate(): TooNew, Full, Storage, Corrupt.
    [[nodiscard]] static Result<Journal> open(const QString &path, const QString &vfs, const Clock &clock);

    /// For questions only, while nobody has the profile open: brings nothing up to date and leaves no trace.
    /// Invalid, journal.older when the file waits for a newer program's first opening; TooNew.
    [[nodiscard]] static Result<Journal> openToRead(const QString &path, const Clock &clock);

    Journal(Journal &&) noexcept;
    Journal &operator=(Journal &&) noexcept;
    ~Journal();

    // --- acts ---

    /// "Recorded": act, outbox row, audit entry, and the draft of that case gone but for what remains of it,
    /// in ONE transaction (invariant I1). `base` is the case as its author saw it, in its JSON; `sendAfter`
    /// is when the act may leave at the earliest (recall window). `replaces`, a parked act that this one is
    /// decided anew for, is closed in the same transaction; Conflict, outbox.state when it is not parked (any
    /// more). An id that was recorded before is Conflict, sql.unique. `seen` is what `base` says, where it is
    /// at hand: whoever looks at the outbox next need not decode it.
    [[nodiscard]] Outcome record(const Act &act, const QByteArray &body, const QByteArray &base,
                                 Instant sendAfter, const std::optional<ActId> &replaces = std::nullopt,
                                 const QByteArray &remainingDraft = {}, const Case *seen = nullptr);

    /// Acts that are neither settled nor closed, oldest first; so those of one case are in its lane's order.
    /// One that cannot be read any more is Parked, with store.unreadable and its bytes, and stops its lane
    /// only.
    [[nodiscard]] Result<std::vector<OutboxItem>> unsettled();
    [[nodiscard]] Result<std::vector<OutboxItem>> unsettledOf(const CaseId &caseId);
    /// Nothing for an act that lost its payload (forgetPayloads).
    [[nodiscard]] Result<std::optional<OutboxItem>> item(const ActId &id);
    /// The case of an act, also of one that lost its payload or whose text is damaged; nothing when it is not
    /// here.
    [[nodiscard]] Result<std::optional<CaseId>> caseOf(const ActId &id);

    [[nodiscard]] Result<OutboxLedger> ledger();

    /// Grows with each step of an officer, of the desk for them, and of the centre's epochs: recorded,
    /// parked, closed, recalled, tried again, sent again. Whoever takes all other steps knows the outbox
    /// without reading it again, for as long as this stands.
    [[nodiscard]] std::uint64_t wishes() const;

    // Each step is one compare-and-set, with its line in the audit trail. An act that is in another state
    // than the step begins with is left alone: Conflict, outbox.state.

    /// Waiting → Sending, before the request leaves; false when it is not waiting any more, or when an
    /// earlier act of its case is neither settled nor closed: invariant I4 is kept here, not by whoever
    /// sends.
    [[nodiscard]] Result<bool> beginSending(const ActId &id);
    /// Sending → Waiting after a try that decided nothing.
    [[nodiscard]] Outcome backToWaiting(const ActId &id, const Error &error, Instant nextTryAt);
    /// Sending → Settled with the receipt as it came, in an answer of the centre in `epoch`; empty: it does
    /// not say. Conflict, outbox.state also when meetEpoch() met another one last: that acknowledgement may
    /// be forgotten already. It ended when this clock says so or when the receipt does, whichever is later:
    /// a clock set back must not make it old.
    [[nodiscard]] Outcome settle(const ActId &id, const QByteArray &receipt, const QString &epoch = {});
    /// Sending → Parked; Waiting → Parked when the desk itself finds that the act no longer applies.
    [[nodiscard]] Outcome park(const ActId &id, ParkReason reason, const Error &error,
                               const std::optional<Case> &theirs);
    /// Parked → Closed: a person took the centre's state, or recorded `successor` instead.
    [[nodiscard]] Outcome close(const ActId &id, const std::optional<ActId> &successor);
    /// Parked or Waiting → Waiting, due now and not recallable.
    [[nodiscard]] Outcome retryNow(const ActId &id);
    /// Waiting, and kept back by a person from now on, over restarts: neither it nor what follows it in its
    /// lane leaves before release() or retryNow().
    [[nodiscard]] Outcome hold(const ActId &id);
    /// Held → Waiting, due now and not recallable.
    [[nodiscard]] Outcome release(const ActId &id);
    /// Waiting → Closed, while its window is open and it never left, and `becomes` the draft of its case in
    /// the same transaction; false when it is too late.
    [[nodiscard]] Result<bool> recall(const ActId &id, const std::optional<Draft> &becomes = {});

    /// The centre is in this epoch. When it was in another one, acts that it acknowledged then
    /// wait again, due now and not recallable, as many as still have their payload; the receipts of that time
    /// are kept beside. Orders of a supervisor are not sent again: those that wait are set aside with
    /// centre.epoch_changed, those that were answered are doubted. One transaction with the epoch itself, so
    /// that it happens once. Answers the cases whose acts wait again.
    [[nodiscard]] Result<std::vector<CaseId>> meetEpoch(const QString &epoch);
    /// The one met last; empty when none was.
    [[nodiscard]] Result<QString> epoch();
    /// Acts that were settled, and orders that ended, before that instant lose their bytes, not their row,
    /// receipt and trail.
    [[nodiscard]] Outcome forgetPayloads(Instant settledBefore);

    /// The centre's keys that this profile believes, oldest first.
    [[nodiscard]] Result<std::vector<CentreKey>> centreKeys();
    /// Adds them; one that is believed already stays as it is.
    [[nodiscard]] Outcome believe(const std::vector<CentreKey> &keys);

    /// The key of this profile; nothing before the first was begun.
    [[nodiscard]] Result<std::optional<AuthorKey>> authorKey();
    /// Begins with that one, unless there is one.
    [[nodiscard]] Outcome beginAuthorKey(const QByteArray &seed);
    /// The centre knows it, in this epoch.
    [[nodiscard]] Outcome authorKeyIsKnown(const QString &epoch);
    /// Those of these acts that were recorded here, and on which cases.
    [[nodiscard]] Result<std::map<ActId, CaseId>> recordedAmong(const std::vector<ActId> &ids);

    /// The receipts of acts on that case, checked against the keys that this profile believes.
    [[nodiscard]] Result<std::map<ActId, KeptReceipt>> keptReceipts(const CaseId &caseId);
    /// Of all acts on that case, in their order.
    [[nodiscard]] Result<std::vector<QByteArray>> receipts(const CaseId &caseId);

    [[nodiscard]] Result<UnsentActs> unsentActs();

    /// Whether the centre may remember of this profile that something was unsent: it was told so, or told the
    /// opposite in an earlier epoch only. False when it was never told anything.
    [[nodiscard]] Result<bool> mayBeThoughtUnsent();
    /// It is about to be told of something unsent.
    [[nodiscard]] Outcome tellingUnsent();
    /// It took note that there is nothing.
    [[nodiscard]] Outcome toldNothingUnsent();

    // --- what a supervisor ordered ---
    //
    // Orders leave one at a time, the same bytes under the same id until they are answered; of two that touch
    // the same thing the one that was recorded first. An order that is in another state than a step begins
    // with is left alone: Conflict, order.state.

    /// "Recorded": the order and its line in the audit trail in ONE transaction. An id that was recorded
    /// before is Conflict, sql.unique.
    [[nodiscard]] Outcome recordOrder(const OrderRecord &order);
    /// All that wait or were set aside, and of the others the `most` newest; the newest first. Those that
    /// were withdrawn, or lost their payload, are left out.
    [[nodiscard]] Result<std::vector<OrderRecord>> assignments(int most);
    [[nodiscard]] Result<std::vector<OrderRecord>> leaveOrders(int most);
    [[nodiscard]] Result<std::optional<OrderRecord>> order(const OrderId &id);
    /// The oldest first.
    [[nodiscard]] Result<std::vector<OrderRecord>> ordersThatWait();
    /// Those that no earlier one that waits has anything in common with; the oldest first.
    [[nodiscard]] Result<std::vector<OrderDue>> ordersDue();
    /// That take back that assignment and were not refused, the newest first.
    [[nodiscard]] Result<std::vector<OrderRecord>> ordersThatUndo(const QString &subject);
    /// The newest of that leave that waits.
    [[nodiscard]] Result<std::optional<OrderRecord>> waitingOrderOf(const QString &subject);
    [[nodiscard]] Result<WaitingOrders> waitingOrders();
    /// Before the request leaves; false when it does not wait any more, or an earlier one is in its way.
    [[nodiscard]] Result<bool> beginSendingOrder(const OrderId &id);
    /// A try decided nothing. `neverLeft`: it is known that nobody heard of it, so that the try does not
    /// count.
    [[nodiscard]] Outcome orderWaits(const OrderId &id, const Error &error, Instant nextTryAt,
                                     bool neverLeft = false);
    /// In an answer of the centre in `epoch`, see settle(): of an earlier epoch than the one met last the
    /// order isDoubted at once. One that was set aside meanwhile is answered all the same.
    [[nodiscard]] Outcome orderAnswered(const OrderId &id, const QByteArray &answer,
                                        const QString &epoch = {});
    [[nodiscard]] Outcome orderRefused(const OrderId &id, const Error &error);
    /// One that never left, whether it waits or was set aside.
    [[nodiscard]] Outcome withdrawOrder(const OrderId &id);
    /// Waiting → SetAside: a person takes it out of the way; it may be on its way, and have taken effect.
    [[nodiscard]] Outcome setOrderAside(const OrderId &id);
    /// SetAside, or answered and doubted → Waiting: the same bytes again, under the same id.
    [[nodiscard]] Outcome sendOrderAgain(const OrderId &id);

    // --- drafts ---

    [[nodiscard]] Outcome saveDraft(const Draft &draft);
    [[nodiscard]] Outcome discardDraft(const CaseId &caseId);
    [[nodiscard]] Result<std::optional<Draft>> draft(const CaseId &caseId);
    [[nodiscard]] Result<std::vector<Draft>> drafts();

    /// An empty text leaves none.
    [[nodiscard]] Outcome saveHandover(const HandoverNote &note);
    [[nodiscard]] Result<std::optional<HandoverNote>> handover();

    // --- how attachments were read ---

    /// Of those that were read before.
    [[nodiscard]] Result<DocumentReadings> readings(const QStringList &sha256s);
    [[nodiscard]] Outcome saveReading(const QString &sha256, const DocumentReading &reading);
    [[nodiscard]] Outcome forgetReadings(Instant readBefore);

    // --- what became of proposals ---

    /// By act, the state that the officer has looked at.
    [[nodiscard]] Result<std::map<ActId, Proposal::State>> seenProposals();
    [[nodiscard]] Outcome markProposalsSeen(const std::vector<std::pair<ActId, Proposal::State>> &seen);

    // --- who works here ---

    [[nodiscard]] Result<std::optional<OfflineIdentity>> offlineIdentity();
    [[nodiscard]] Outcome rememberIdentity(const OfflineIdentity &identity);

    /// Nothing before the centre told its time for the first time.
    [[nodiscard]] Result<std::optional<ServerTime>> serverTime();
    [[nodiscard]] Outcome rememberServerTime(const ServerTime &told);

    /// One line of the audit trail; `what` is a word such as "case.opened".
    [[nodiscard]] Outcome audit(const QString &what, const CaseId &caseId, const QString &detail);

private:
    struct Body;
    /// What cannot be read waits for a person from here on.
    [[nodiscard]] Outcome parkUnreadable();
    explicit Journal(std::unique_ptr<Body> body) noexcept;
    std::unique_ptr<Body> m_body;
};

} // namespace tawasul

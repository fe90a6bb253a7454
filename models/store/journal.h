// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/act.h"
#include "models/domain/clock.h"
#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QtCore/QByteArray>

#include <optional>
#include <vector>

namespace tawasul {

/// Where a recorded act stands on its way to the centre. Every act ends Settled, or Parked with its reason on
/// screen (invariant I2); nothing else is an end.
enum class OutboxState {
    Waiting, ///< recorded here; may be recalled while its window is open
    Sending, ///< written before the request leaves; at start every Sending becomes Waiting and not recallable
    Settled, ///< the centre acknowledged it; the receipt is kept
    Parked,  ///< a person has to choose: the case changed meanwhile, or the centre refused
    Closed,  ///< a person chose: taken theirs, or decided anew by another act
};

/// Why an act is parked.
enum class ParkReason { None, Conflict, Refused };

/// An act as the journal keeps it.
struct OutboxItem
{
    qint64 sequence = 0; ///< order of recording
    Act act;
    QByteArray body; ///< the bytes that are sent, the same ones each time
    OutboxState state = OutboxState::Waiting;
    int tries = 0;
    std::optional<Instant> lastTryAt;
    std::optional<Instant> nextTryAt;
    std::optional<Error> lastError; ///< of the last try; of the refusal when parked
    ParkReason parkReason = ParkReason::None;
    std::optional<Case> base;   ///< the case as the officer saw it when recording
    std::optional<Case> theirs; ///< the centre's case that stood in the way, when parked as a conflict
};

/// What the officer has begun and not confirmed: survives kill -9 (features.md (d) 6).
struct Draft
{
    CaseId caseId;
    QByteArray content; ///< JSON of the sheet that wrote it
    Instant savedAt{};
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

/// The desk's own memory (design.md §4): acts with their base snapshot, outbox, drafts, receipts, audit. FULL
/// synchronous, never dropped. Everything here is one transaction or nothing. One thread: the journal's
/// writer.
class Journal
{
public:
    /// Opens or makes the file, brings its schema up to date, and turns every Sending into Waiting. Errors of
    /// openDatabase() and migrate(): TooNew, Full, Storage, Corrupt.
    [[nodiscard]] static Result<Journal> open(const QString &path, const QString &vfs, const Clock &clock);

    Journal(Journal &&) noexcept;
    Journal &operator=(Journal &&) noexcept;
    ~Journal();

    // --- acts ---

    /// "Recorded": act, outbox row, audit entry, and the draft of that case gone, in ONE transaction
    /// (invariant I1). `sendAfter` is when it may leave at the earliest (recall window).
    [[nodiscard]] Outcome record(const Act &act, const QByteArray &body, const Case &base, Instant sendAfter);

    /// Acts that are neither settled nor closed, oldest first.
    [[nodiscard]] Result<std::vector<OutboxItem>> unsettled();
    [[nodiscard]] Result<std::optional<OutboxItem>> item(const ActId &id);

    /// Waiting → Sending by compare-and-set, before the request leaves; false when it is not waiting any
    /// more.
    [[nodiscard]] Result<bool> beginSending(const ActId &id);
    /// Sending → Waiting after a try that decided nothing.
    [[nodiscard]] Outcome backToWaiting(const ActId &id, const Error &error, Instant nextTryAt);
    /// Sending → Settled with the receipt as it came.
    [[nodiscard]] Outcome settle(const ActId &id, const QByteArray &receipt);
    /// Sending → Parked.
    [[nodiscard]] Outcome park(const ActId &id, ParkReason reason, const Error &error,
                               const std::optional<Case> &theirs);
    /// Parked → Closed: a person took the centre's state, or recorded `successor` instead.
    [[nodiscard]] Outcome close(const ActId &id, const std::optional<ActId> &successor);
    /// Parked or Waiting → Waiting, due now.
    [[nodiscard]] Outcome retryNow(const ActId &id);
    /// Waiting → gone, while its window is open and it never left; false when it is too late. Audited.
    [[nodiscard]] Result<bool> recall(const ActId &id);

    [[nodiscard]] Result<std::vector<QByteArray>> receipts(const CaseId &caseId);

    // --- drafts ---

    [[nodiscard]] Outcome saveDraft(const Draft &draft);
    [[nodiscard]] Outcome discardDraft(const CaseId &caseId);
    [[nodiscard]] Result<std::optional<Draft>> draft(const CaseId &caseId);
    [[nodiscard]] Result<std::vector<Draft>> drafts();

    // --- who works here ---

    [[nodiscard]] Result<std::optional<OfflineIdentity>> offlineIdentity();
    [[nodiscard]] Outcome rememberIdentity(const OfflineIdentity &identity);

    /// One line of the audit trail; `what` is a word such as "case.opened".
    [[nodiscard]] Outcome audit(const QString &what, const CaseId &caseId, const QString &detail);

private:
    struct Body;
    explicit Journal(std::unique_ptr<Body> body) noexcept;
    std::unique_ptr<Body> m_body;
};

} // namespace tawasul

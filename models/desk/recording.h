// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/desk/desk.h"

namespace tawasul {

/// An intention on its way to the disk: who, when and as what act, settled when the officer confirmed.
struct Recording
{
    Intention intention;
    Actor officer;
    ActId id;
    Instant at{};
    std::chrono::milliseconds monotonic{};
    std::optional<Instant> lastServerTime;

    /// On the journal's thread: judges the act on the case as it is now and writes it. Errors of
    /// Desk::record().
    [[nodiscard]] Outcome carryOut(Store &store, Journal &journal, CacheReader &reader) const;

private:
    [[nodiscard]] Outcome checkSeen(const Case &shown) const;
    [[nodiscard]] Act actOn(const Case &truth, const Reference &reference) const;
};

/// An act to be taken back, and what its case's draft becomes with it.
struct Recall
{
    ActId id;
    Redraft draftWith;
    Instant at{};
};

// The other verbs of the desk that need journal and cache together; on the journal's thread.

[[nodiscard]] Result<OpenedCase> asItStands(Store &store, Journal &journal, CacheReader &reader,
                                            const CaseId &id);
/// The same, and a line in the audit.
[[nodiscard]] Result<OpenedCase> opened(Store &store, Journal &journal, CacheReader &reader,
                                        const CaseId &id);
[[nodiscard]] Result<std::vector<BegunDraft>> begunDrafts(Journal &journal, CacheReader &reader);
[[nodiscard]] Outcome letTheirsStand(Store &store, Journal &journal, CacheReader &reader,
                                     const ActId &parked);
[[nodiscard]] Outcome heldBack(Store &store, Journal &journal, const ActId &id);
[[nodiscard]] Result<std::optional<Act>> recalled(Store &store, Journal &journal, CacheReader &reader,
                                                  const Recall &recall);

} // namespace tawasul

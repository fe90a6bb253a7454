// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/desk/desk.h"

namespace tawasul::samples {

// Invented cases for pictures and tests: people, numbers and requests are synthetic, the reference data is
// the one that ships. "Now" is Sunday 22 November 2026, 10:42 in Riyadh.

/// A clock that stands still until it is moved.
class StoppedClock final : public Clock
{
public:
    explicit StoppedClock(Instant now)
        : m_now(now)
    {
    }
    [[nodiscard]] Instant now() const override { return m_now; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return {}; }
    void move(Instant now) { m_now = now; }

private:
    Instant m_now;
};

[[nodiscard]] Instant now();
[[nodiscard]] ReferencePtr reference();
[[nodiscard]] Actor officer();
[[nodiscard]] Actor auditor();

/// Transfer of passport details, one combined PDF, everything in order.
[[nodiscard]] Case ordinary();
[[nodiscard]] Case overdue();
[[nodiscard]] Case returned();
[[nodiscard]] Case resubmitted();
[[nodiscard]] Case awaitingExecution();
/// Long foreign names, a long description, marks, a statutory deadline, several files.
[[nodiscard]] Case longNames();
/// No number, another section's words, a named file that is not the required one, no link to the account.
[[nodiscard]] Case failedChecks();
/// Everything at its limit: 2,000 characters, 30 files with hostile names, 40 steps.
[[nodiscard]] Case extreme();
[[nodiscard]] Case unknownStatus();

/// An open proposal by somebody who had the case before: complete for the types that decide it.
[[nodiscard]] Proposal proposal(ActType type, int number = 1);
/// The same, as its author follows them: open, adopted, dismissed.
[[nodiscard]] std::vector<OwnProposal> ownProposals();

[[nodiscard]] OpenedCase opened(const Case &theCase);
/// With an act that is recorded and waiting, or parked.
[[nodiscard]] OutboxItem outboxItem(const Case &theCase, ActType act, OutboxState state, ParkReason why);

} // namespace tawasul::samples

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/samplecases.h"

namespace tawasul::samples {

// Invented acts on the invented cases, as the journal would give them: they speak of "now" of samplecases.h.

/// A decision recorded on the case so many minutes ago, with all that it needs, waiting to be sent.
[[nodiscard]] OutboxItem recorded(const Case &theCase, ActType type, int number, int minutesAgo);

/// Of the same act.
[[nodiscard]] OutboxItem recallable(OutboxItem item);
[[nodiscard]] OutboxItem triedBefore(OutboxItem item, int tries, const Error &error, int secondsToNext);
[[nodiscard]] OutboxItem refused(OutboxItem item, const Error &error);
/// The desk itself refused: the act it was based on was withdrawn, and it was never sent.
[[nodiscard]] OutboxItem unfounded(OutboxItem item);
/// Its record on the disk cannot be read any more; the case it was on can.
[[nodiscard]] OutboxItem damaged(OutboxItem item, int tries = 0);
/// Somebody else rejected the case meanwhile.
[[nodiscard]] OutboxItem rejectedMeanwhile(OutboxItem item);
/// A supervisor gave the case to another officer and another section meanwhile.
[[nodiscard]] OutboxItem reassignedMeanwhile(OutboxItem item);
/// The applicant added a file meanwhile.
[[nodiscard]] OutboxItem resubmittedMeanwhile(OutboxItem item);

/// Every kind of waiting there is, some of it in one lane.
[[nodiscard]] std::vector<OutboxItem> manyItems();

} // namespace tawasul::samples

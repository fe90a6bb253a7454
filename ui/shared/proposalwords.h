// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include "models/arabic/displaylocale.h"
#include "models/domain/case.h"
#include "models/domain/reference.h"
#include "ui/shared/chippaint.h"

namespace tawasul {

// What proposals are called on screen; names and times isolated.

/// The act that was proposed, and its reason.
[[nodiscard]] QString proposedAct(const Proposal &proposal, const Reference *reference, Language language);

/// When it was recorded, and when it reached the centre.
[[nodiscard]] QString proposalMoments(const Proposal &proposal, Instant now, DisplayLocale locale);

/// Where to, and by which operation, in lines.
[[nodiscard]] QString proposalFacts(const Proposal &proposal, const Reference *reference, Language language);

/// What its author wrote, raw; empty when they wrote nothing.
[[nodiscard]] QString proposalText(const Proposal &proposal);

[[nodiscard]] ChipLook proposalLook(const Proposal &proposal);

/// What became of it, for its author; why it was dismissed is in its own words (Proposal::closingText).
[[nodiscard]] QString proposalOutcome(const Proposal &proposal, Instant now, DisplayLocale locale);

} // namespace tawasul

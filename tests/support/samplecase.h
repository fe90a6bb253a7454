// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/proposals.h"
#include "models/domain/workflow.h"

#include <optional>

namespace tawasul {

// The people of the samples. Section "residency" in region SA-01 unless said otherwise.

[[nodiscard]] Actor sampleOfficer(); ///< نورة, id "officer-1"
[[nodiscard]] Actor otherOfficer(); ///< خالد, id "officer-2"
[[nodiscard]] Actor sampleSupervisor(); ///< of the section
[[nodiscard]] Actor sampleRegionSupervisor(); ///< of SA-01
[[nodiscard]] Actor sampleBeneficiary();
/// Somebody with that role whose reach includes sampleCase() whenever the role has any reach.
[[nodiscard]] Actor actorWith(Role role);
[[nodiscard]] PersonName nameOf(const Actor &actor);

/// A believable case of section residency, sub-service residency.renewal, region SA-01, submitted on Sunday
/// 2026-11-22 at 10:42:08 in Riyadh: version 3, due on 2026-12-01, assigned to sampleOfficer(), with two
/// attachments. Its numbers are synthetic.
[[nodiscard]] Case sampleCase(CaseStatus status = CaseStatus::InProgress);

/// The same, assigned to nobody.
[[nodiscard]] Case nobodysCase(CaseStatus status = CaseStatus::New);

/// The same for another sub-service of sampleReference().
[[nodiscard]] Case sampleCaseOf(const char *section, const char *subService,
                                CaseStatus status = CaseStatus::InProgress);

/// A case with a long life in which every field that can be present is, words of a newer centre included.
[[nodiscard]] Case fullCase();

/// When sample acts are recorded: Tuesday 2026-11-24, 09:15 in Riyadh.
[[nodiscard]] Instant sampleNow();

/// A complete act of that type that sampleReference() has no objection to: with reason, reply, proof, target
/// or assignee as the type needs them.
[[nodiscard]] Act sampleAct(ActType type, const Actor &actor);

/// What sampleAct(Dismiss) dismisses, and withProposal() adds.
[[nodiscard]] ActId sampleProposal();
[[nodiscard]] Case withProposal(const Case &theCase, ActType type, const Actor &author);

/// The act kept beside the case as a proposal, which must succeed.
[[nodiscard]] Case proposed(const Case &theCase, const Act &act, std::optional<Instant> at = std::nullopt);

/// The act applied to the case under sampleReference(), which must succeed.
[[nodiscard]] Case applied(const Case &theCase, const Act &act, std::optional<Instant> at = std::nullopt);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/demo/caseplan.h"
#include "models/domain/case.h"

#include <vector>

namespace tawasul {

/// One thing that happens to a case, before it is told in words.
struct Beat
{
    enum class Who { Centre, Supervisor, FirstOfficer, Officer, Beneficiary };

    ActType type = ActType::Note;
    Who who = Who::Officer;
    bool withProof = false; ///< a completion with its proof of execution
    Instant at{};
};

/// What happens to a case until it stands where its plan wants it, with times: officers and supervisors act
/// in office hours, beneficiaries at any hour, the centre at once.
[[nodiscard]] std::vector<Beat> beatsFor(const CasePlan &plan, const Reference &reference,
                                         const OfficeTime &time, Dice &dice);

} // namespace tawasul

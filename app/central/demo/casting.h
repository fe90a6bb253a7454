// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/demo/caseplan.h"
#include "app/central/demo/population.h"

namespace tawasul {

/// The people of one request: who sent it and whom it is about.
struct Cast
{
    Person beneficiary;
    Person concerned;
    Relation relation = Relation::Self;
    AccountLink link = AccountLink::Linked;

    /// Whose number the description states (a newborn has none yet).
    bool numberOfBeneficiary = false;
};

/// People who fit the words of the request: its voice, the number it names, the family word it uses.
[[nodiscard]] Cast castFor(const CasePlan &plan, Population &population, Dice &dice);

} // namespace tawasul

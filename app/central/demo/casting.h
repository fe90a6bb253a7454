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
    Age age = Age::Adult;         ///< of the person concerned
    std::optional<int> statedAge; ///< by the words of the request
    bool isForeignWriter = false; ///< writes as people of another language do
    Relation relation = Relation::Self;
    AccountLink link = AccountLink::Linked;

    /// Whose number the description states (a newborn has none yet).
    bool numberOfBeneficiary = false;

    [[nodiscard]] const Person &numbered() const { return numberOfBeneficiary ? beneficiary : concerned; }
};

/// Requests with the same traits may be of the same people, when couldBe() agrees.
[[nodiscard]] QString traitsOf(const CasePlan &plan);
[[nodiscard]] bool couldBe(const Cast &cast, const DescriptionText &text);

/// People who fit the words of the request: its voice, the number it names, the family word it uses.
[[nodiscard]] Cast castFor(const CasePlan &plan, Population &population, Dice &dice);

} // namespace tawasul

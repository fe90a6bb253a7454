// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/demo/caseplan.h"
#include "app/central/demo/population.h"
#include "app/central/demo/samplepool.h"
#include "models/domain/act.h"
#include "models/domain/case.h"

#include <vector>

namespace tawasul {

/// Where the stories happen.
struct DemoWorld
{
    const DemoTexts &texts;
    const Reference &reference;
    const Staff &staff;
    const OfficeTime &time;
    const SamplePool &pool;
    quint64 seed;
};

/// One case of the demonstration with its making, so that it can be checked.
struct DemoCase
{
    CasePlan plan;
    Case submitted;        ///< as it came in
    std::vector<Act> acts; ///< what was done since, in order; each passed domain::apply
    Case now;
};

/// Lets a plan come true: people, words, files, and acts at times when such people act. Errors are those of
/// domain::apply, and would be a mistake of the generator.
[[nodiscard]] Result<DemoCase> tellCase(const DemoWorld &world, const CasePlan &plan, Population &population,
                                        quint64 index);

} // namespace tawasul

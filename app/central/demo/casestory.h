// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/demo/caseplan.h"
#include "app/central/demo/dossiers.h"
#include "app/central/demo/population.h"
#include "app/central/demo/samplepress.h"
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
    Population &population;
    Dossiers &dossiers;
    SamplePress &press;
    quint64 seed;
};

/// One case of the demonstration with its making, so that it can be checked.
struct DemoCase
{
    CasePlan plan;
    Case submitted;        ///< as it came in
    std::vector<Act> acts; ///< what was done since, in order; each passed domain::apply
    Case now;
    Cast cast;        ///< its people, with the numbers that a request may have left out
    QString received; ///< the file by which the misfit came; empty when all documents fit
};

/// Lets a plan come true: people, words, files, and acts at times when such people act. Errors are those of
/// domain::apply, which would be a mistake of the generator, and of SamplePress.
[[nodiscard]] Result<DemoCase> tellCase(const DemoWorld &world, const CasePlan &plan, quint64 index);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/demo/casestory.h"
#include "app/central/demo/democommand.h"

#include <memory>

namespace tawasul {

/// Everything of a demonstration but where it is written: the same options and reference data give the same
/// people, cases and files. Cases come one at a time, oldest first, so that there may be many. One thread;
/// needs a QGuiApplication.
class DemoGenerator
{
public:
    /// Plans the cases. Invalid, demo.day when the calendar does not reach that day; Invalid, demo.counts.
    [[nodiscard]] static Result<std::unique_ptr<DemoGenerator>> make(const DemoOptions &options,
                                                                     ReferencePtr reference,
                                                                     SamplePress::Shelf shelf,
                                                                     SamplePress::Draw draw = drawSample);

    [[nodiscard]] const Staff &staff() const { return m_staff; }
    [[nodiscard]] const OfficeTime &time() const { return m_time; }
    [[nodiscard]] const DemoTexts &texts() const { return m_texts; }
    [[nodiscard]] const Reference &reference() const { return *m_reference; }

    [[nodiscard]] bool hasNext() const { return m_next < m_plans.size(); }
    [[nodiscard]] Result<DemoCase> next();

    /// How many files were made so far.
    [[nodiscard]] int files() const { return m_press.count(); }

private:
    DemoGenerator(const DemoOptions &options, ReferencePtr reference, DemoTexts texts,
                  SamplePress::Shelf shelf, SamplePress::Draw draw);

    DemoOptions m_options;
    ReferencePtr m_reference;
    DemoTexts m_texts;
    OfficeTime m_time;
    IdentifierMint m_mint;
    Population m_population;
    Staff m_staff;
    Dossiers m_dossiers;
    SamplePress m_press;
    std::vector<CasePlan> m_plans;
    std::size_t m_next = 0;
};

} // namespace tawasul

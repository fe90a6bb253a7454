// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/central/demo/demotexts.h"
#include "models/domain/person.h"
#include "models/domain/reference.h"

#include <vector>

namespace tawasul {

/// Somebody who may sign in to the training register.
struct StaffMember
{
    QString username;
    QString password; ///< made from the seed: for training only
    Actor person;
};

/// The people of the directorate: officers spread over regions and the busiest sections, a supervisor for
/// each section that has officers, one for each region, an auditor. Values.
struct Staff
{
    std::vector<StaffMember> officers;    ///< officer1, the demonstration officer, first
    std::vector<StaffMember> supervisors; ///< of a section, in the region of its first officer
    std::vector<StaffMember> regionSupervisors;
    std::vector<StaffMember> auditors;
    Actor centre; ///< the centre itself, which assigns by its own rules

    /// Who may assign a case of that section and region: its supervisor, else the region's.
    [[nodiscard]] const Actor *supervisorOf(const QString &section, const QString &region) const;

    /// In the order in which they are printed.
    [[nodiscard]] std::vector<StaffMember> all() const;
};

[[nodiscard]] Staff hireStaff(const DemoTexts &texts, const Reference &reference, int officers, quint64 seed,
                              Instant hired);

} // namespace tawasul

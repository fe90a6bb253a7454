// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/person.h"
#include "models/domain/result.h"
#include "models/sql/database.h"

#include <optional>

namespace tawasul {

/// The officer with that id under the name the centre knows them by, while their account is active; nothing
/// for everybody else. Cases are given to officers only: nobody else's desk lists the cases assigned to them.
[[nodiscard]] Result<std::optional<PersonName>> activeOfficer(Database &database, const PersonId &id);

} // namespace tawasul

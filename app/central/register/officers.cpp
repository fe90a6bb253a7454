// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/register/officers.h"

#include "models/protocol/words.h"
#include "models/sql/rows.h"
#include "models/sql/sqlvalue.h"

namespace tawasul {

Result<std::optional<PersonName>> activeOfficer(Database &database, const PersonId &id)
{
    if (!isStorableText(id.text()))
        return std::optional<PersonName>();
    return readOne(
        database, QStringLiteral("SELECT id, name FROM person WHERE id = ? AND role = ? AND active = 1"),
        [](Query &row) {
            return PersonName{PersonId(row.text(0)), row.text(1)};
        },
        id.text(), wire::word(Role::Officer));
}

} // namespace tawasul

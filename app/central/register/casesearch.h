// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/person.h"
#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QtCore/QByteArray>

namespace tawasul {

/// By what cases are looked for beyond one's own cache; empty: any. At least one has to be given.
struct CaseCriteria
{
    QString number;     ///< the whole of it
    QString identifier; ///< of the beneficiary or of whom it is about; ASCII digits
    QString status;     ///< the word on the wire
    QString section;
    QString subService;
    std::optional<PersonId> assignee; ///< an empty one: nobody
    int limit = 50;

    [[nodiscard]] bool isEmpty() const
    {
        return number.isEmpty() && identifier.isEmpty() && status.isEmpty() && section.isEmpty()
            && subService.isEmpty() && !assignee;
    }
};

/// Cases by their headers for supervisors and auditors, the last changed first. One thread.
class CaseSearch
{
public:
    explicit CaseSearch(Database &database);

    /// {"cases": […], "more": …}. Forbidden, search.forbidden for other roles; Invalid, search.empty without
    /// criteria.
    [[nodiscard]] Result<QByteArray> find(const Actor &actor, const CaseCriteria &criteria);

private:
    Database &m_database;
};

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/statement.h"
#include "models/store/caserow.h"

#include <optional>

namespace tawasul {

/// The headers of a supervisor's desk in the cache. Inside the caller's transaction; one thread. An officer's
/// desk, to which none come, prepares nothing for them.
class HeaderTable
{
public:
    explicit HeaderTable(Database &database);

    /// Writes a header, new or over an older one; false when what is here is newer. What comes for the first
    /// time in a round is the truth of today, whatever its version. Invalid, header.instant when a time is
    /// none.
    [[nodiscard]] Result<bool> write(const HeaderRow &row, qint64 round);
    /// Whether it was there.
    [[nodiscard]] Result<bool> remove(std::string_view id);
    /// Those that a rebuild did not bring; how many went.
    [[nodiscard]] Result<qint64> dropBefore(qint64 round);
    /// Closed ones that were last touched before; how many went.
    [[nodiscard]] Result<qint64> forgetClosed(const QString &updatedAt);

private:
    [[nodiscard]] Result<Statement *> ready(std::optional<Statement> &statement, std::string_view sql);

    Database *m_database;
    std::optional<Statement> m_write;
    std::optional<Statement> m_remove;
    std::optional<bool> m_holdsAny; ///< nothing: not looked yet; false is certain
};

} // namespace tawasul

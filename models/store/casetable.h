// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/statement.h"
#include "models/store/caserow.h"

#include <QtCore/QByteArray>

#include <memory>
#include <optional>
#include <vector>

namespace tawasul {

/// The rows of the cache's cases and their attachments, by prepared statements. Inside the caller's
/// transaction; one thread.
class CaseTable
{
public:
    /// What decides whether and how a row is written.
    struct Known
    {
        qint64 rid = 0;
        qint64 version = 0;
        qint64 round = 0;
        qint64 searchHash = 0;
    };

    /// What the worklist needs of a row.
    struct Written
    {
        qint64 rid = 0;
        qint64 deadlineMs = 0;
        int flags = 0; ///< of the truth
    };

    explicit CaseTable(Database &database);

    CaseTable(CaseTable &&) noexcept;
    CaseTable &operator=(CaseTable &&) noexcept;
    ~CaseTable();

    /// New rows get numbers behind this one, each only once, whatever is in the table.
    void startAfter(qint64 row);

    [[nodiscard]] Result<std::optional<Known>> find(std::string_view id);

    /// Writes a new row; nothing when the case has one. Invalid, sql.constraint when its deadline is no time.
    [[nodiscard]] Result<std::optional<Written>> insert(const CaseRow &row, qint64 round, qint64 searchHash);
    /// Writes over the row of that number; errors as of insert().
    [[nodiscard]] Result<Written> update(qint64 rid, const CaseRow &row, qint64 round, qint64 searchHash);
    [[nodiscard]] Outcome remove(qint64 rid);

    /// The row as the worklist needs it, its status and section, and its own JSON.
    struct Truth
    {
        Written written;
        QString status;
        QString section;
        QByteArray body;
    };
    [[nodiscard]] Result<std::optional<Truth>> truth(qint64 rid);

    struct Identity
    {
        qint64 rid = 0;
        CaseId id;
    };
    /// Rows that a rebuild did not bring.
    [[nodiscard]] Result<std::vector<Identity>> olderThan(qint64 round);
    /// Closed cases without pending acts that were last touched before.
    [[nodiscard]] Result<std::vector<Identity>> closedBefore(const QString &updatedAt);

private:
    struct Body;
    std::unique_ptr<Body> m_body;
};

} // namespace tawasul

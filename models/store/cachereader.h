// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/proposals.h"
#include "models/domain/result.h"
#include "models/store/worklist.h"

#include <memory>
#include <optional>
#include <vector>

namespace tawasul {

class HeaderQuestions;

/// Questions to the cache beside its writer. One thread; several readers may live on several threads.
class CacheReader
{
public:
    /// NotFound, sql.missing before a Cache made the file.
    [[nodiscard]] static Result<CacheReader> open(const QString &path, const QString &vfs);

    CacheReader(CacheReader &&) noexcept;
    CacheReader &operator=(CacheReader &&) noexcept;
    ~CacheReader();

    /// The heads of these rows, in this order; rows that are gone are left out.
    [[nodiscard]] Result<std::vector<CaseHead>> heads(const std::vector<qint64> &rows);

    /// Truth and shown state of one case; nothing when it is not here.
    struct Stored
    {
        qint64 row = 0;
        Case truth;
        QByteArray truthBytes; ///< as they came
        Case shown;
    };
    [[nodiscard]] Result<std::optional<Stored>> caseById(const CaseId &id);
    [[nodiscard]] Result<std::optional<CaseId>> idOf(qint64 row);
    /// The hashes of a case's attachments; nothing when it is not here, or not this person's where one is
    /// named. Decodes no case.
    [[nodiscard]] Result<std::optional<std::vector<QString>>>
    attachmentsOf(qint64 row, const std::optional<PersonId> &assignee = std::nullopt);
    /// What became of the account's own proposals, as the feed told it last; a line for each case.
    [[nodiscard]] Result<std::vector<OwnProposals>> ownProposals();

    /// Rows whose number, names, identifiers or description match what the officer typed, by
    /// foldForSearch(), sorted by row: all words (the last may still be growing), or, from three characters
    /// on, all fragments inside numbers and names; a number is also found when it is typed with gaps. Nothing
    /// typed finds nothing.
    [[nodiscard]] Result<std::vector<qint64>> search(const QString &typed);

    /// What a supervisor's desk asks.
    [[nodiscard]] HeaderQuestions headers();

    /// Whether the file was found damaged since this was asked last.
    [[nodiscard]] bool takeDamage();

private:
    struct Body;
    explicit CacheReader(std::unique_ptr<Body> body) noexcept;
    std::unique_ptr<Body> m_body;
};

} // namespace tawasul

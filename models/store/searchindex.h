// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/statement.h"
#include "models/store/caserow.h"

#include <memory>

namespace tawasul {

/// Writes what the search of CacheReader reads: folded text, whole words of it (FTS5 unicode61) and, of
/// numbers and names only, fragments (FTS5 trigram). Inside the caller's transaction; one thread.
///
/// While the cache fills, only the text is written and rebuild() makes both indexes at the end, for half of
/// the work; until then search finds what was indexed before.
class SearchIndex
{
public:
    explicit SearchIndex(Database &database);

    SearchIndex(SearchIndex &&) noexcept;
    SearchIndex &operator=(SearchIndex &&) noexcept;
    ~SearchIndex();

    /// What decides whether a row has to be folded and indexed again.
    [[nodiscard]] static qint64 hashOf(const CaseRow &row);

    [[nodiscard]] Outcome put(qint64 rid, const CaseRow &row);
    [[nodiscard]] Outcome remove(qint64 rid);

    [[nodiscard]] bool isLate() const;
    /// Takes effect now; the caller keeps it with its marks.
    void setLate(bool late);
    /// Both indexes from the text; late no more.
    [[nodiscard]] Outcome rebuild(Database &database);

    /// Rows whose text was folded and written since it was made: the measure of work.
    [[nodiscard]] qint64 written() const;

private:
    struct Body;
    std::unique_ptr<Body> m_body;
};

} // namespace tawasul

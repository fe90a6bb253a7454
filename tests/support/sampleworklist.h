// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/reference.h"
#include "models/itemmodels/worklistsource.h"

#include <QtCore/QHash>
#include <QtCore/QPromise>

#include <deque>
#include <memory>
#include <vector>

namespace tawasul {

/// Sunday 22 November 2026, 10:42 in Riyadh: the office has been open for three hours.
[[nodiscard]] Instant worklistNow();

/// The catalogue that ships, read from resources/reference.
[[nodiscard]] ReferencePtr shippedReference();

/// Believable heads of several sections, made by hand: citizens, residents and visitors, their deadlines by
/// the rules of the reference data, some late, some due today, some returned or closed. Numbers are
/// synthetic.
[[nodiscard]] std::vector<CaseHead> sampleHeads();

/// The snapshot of such heads, sorted as the cache sorts.
[[nodiscard]] WorklistPtr worklistOf(const std::vector<CaseHead> &heads, std::uint64_t generation = 1);

/// A snapshot of any size whose heads can be made on demand by headOfEntry().
[[nodiscard]] WorklistPtr largeWorklist(int size, Instant now, std::uint64_t generation = 1);
[[nodiscard]] CaseHead headOfEntry(qint64 row, const WorklistEntry &entry);

/// Heads by hand: counts what it is asked, answers at once, or when the test says so.
class FakeSource final : public WorklistSource
{
public:
    explicit FakeSource(const std::vector<CaseHead> &heads = {});

    void put(const CaseHead &head) { m_heads.insert(head.row, head); }
    void remove(qint64 row) { m_heads.remove(row); }
    /// Any other row has the head of this snapshot's entry.
    void serve(const WorklistPtr &worklist);

    /// From now on answers wait for release(); the questions on their way.
    void hold() { m_holding = true; }
    void release();
    void failNext(const Error &error) { m_error = error; }
    void cancelNext() { m_cancel = true; }

    [[nodiscard]] QFuture<Result<std::vector<CaseHead>>> heads(std::vector<qint64> rows) override;
    /// By plain substring of number and name.
    [[nodiscard]] QFuture<Result<std::vector<qint64>>> search(QString typed) override;

    int headQuestions = 0;
    int headsAsked = 0;
    int searches = 0;

private:
    using Heads = Result<std::vector<CaseHead>>;
    struct Waiting
    {
        std::vector<qint64> rows;
        std::shared_ptr<QPromise<Heads>> promise;
    };

    [[nodiscard]] Heads answer(const std::vector<qint64> &rows) const;

    QHash<qint64, CaseHead> m_heads;
    QHash<qint64, WorklistEntry> m_entries;
    std::deque<Waiting> m_waiting;
    std::optional<Error> m_error;
    bool m_holding = false;
    bool m_cancel = false;
};

} // namespace tawasul

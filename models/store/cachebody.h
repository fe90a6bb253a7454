// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/transaction.h"
#include "models/store/cache.h"
#include "models/store/cachemarks.h"
#include "models/store/casetable.h"
#include "models/store/headertable.h"
#include "models/store/searchindex.h"
#include "models/store/worklistledger.h"

#include <QtCore/QHash>

namespace tawasul {

/// What Cache's source files share; not seen outside them.
struct Cache::Body
{
    Body(Database opened, CacheMarks theMarks, CaseTable theTable, SearchIndex theSearch)
        : database(std::move(opened))
        , marks(std::move(theMarks))
        , table(std::move(theTable))
        , search(std::move(theSearch))
        , headers(database)
    {
    }

    /// Cases that are to be done, up to a deadline.
    struct First
    {
        std::vector<WorklistEntry> entries;
        qint64 until = 0; ///< none is missing whose deadline is this or earlier
    };

    [[nodiscard]] static Result<std::unique_ptr<Body>> open(const QString &path, const QString &vfs,
                                                            Reading reading);
    Outcome loadWorklist();
    Outcome loadBeginning();
    class EntryReader;
    Result<std::vector<WorklistEntry>> readEntries(std::string_view sql, std::optional<qint64> most);

    using Edits = std::vector<WorklistLedger::Edit>;

    /// Runs `step(edits)`, which answers an Outcome, as one transaction; what it put into `edits` reaches the
    /// worklist after the commit only.
    template<class Step>
    Outcome change(const Step &step);

    /// A row that a page brought, where it is now.
    struct Placed
    {
        std::optional<CaseTable::Written> written; ///< nothing: what is here is newer
        bool hasOtherText = false;                 ///< than the search knows
    };
    /// Nothing when the case is not here and may not become so.
    Result<std::optional<Placed>> place(const CaseRow &row, bool mayBeNew);
    Outcome writeRow(const CaseRow &row, bool mayBeNew, PageEffect &effect, Edits &edits);
    Outcome writeHeaders(const CachePage &page, PageEffect &effect);
    Outcome removeRow(const CaseTable::Identity &row, PageEffect &effect, Edits &edits);
    Outcome endFilling(PageEffect &effect, Edits &edits);

    /// The row as the list shows it: truth, or the truth with its pending acts folded over it, which is
    /// written beside it.
    Result<WorklistEntry> present(const CaseTable::Truth &truth, const Pending &pending);
    Outcome presentAgain(const CaseId &id, Edits &edits);
    Outcome presentAllPending(Edits &edits);
    [[nodiscard]] WorklistEntry entryOf(const CaseTable::Written &written, const QString &status,
                                        const QString &section);

    Database database;
    CacheMarks marks;
    CaseTable table;
    SearchIndex search;
    HeaderTable headers;
    WorklistLedger ledger;
    std::optional<First> first; ///< until the ledger holds the whole
    qint64 entriesRead = 0;
    bool fillsAnew = false; ///< there was no row when the filling began: what comes is most likely new
    QHash<CaseId, Pending> pending; ///< also of cases that are not here (any more)
    ReferenceOf referenceOf = [](const QString &) { return ReferencePtr(); };
};

template<class Step>
Outcome Cache::Body::change(const Step &step)
{
    const CacheMarks before = marks;
    const bool wasLate = search.isLate();
    Edits edits;
    const auto attempt = [&]() -> Outcome {
        Result<Transaction> transaction = Transaction::begin(database);
        if (!transaction)
            return transaction.error();
        if (Outcome stepped = step(edits); !stepped)
            return stepped;
        return transaction->commit();
    };
    Outcome outcome = attempt();
    if (outcome) {
        ledger.apply(edits);
    } else {
        marks = before;
        search.setLate(wasLate);
    }
    return outcome;
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/act.h"
#include "models/domain/result.h"
#include "models/sql/transaction.h"

namespace tawasul {

// How the journal's source files write: one transaction, each step a compare-and-set.

inline Error wrongState(const ActId &id)
{
    return {Error::Kind::Conflict, QStringLiteral("outbox.state"),
            u"not in the state for this: " % id.text()};
}

/// Runs `work`, which answers an Outcome, as one transaction.
template<class Work>
[[nodiscard]] Outcome inTransaction(Database &database, const Work &work)
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (Outcome worked = work(); !worked)
        return worked;
    return transaction->commit();
}

/// The Outcome of a compare-and-set that has to find its row.
inline Outcome foundIn(const Result<qint64> &changed, const ActId &id)
{
    if (!changed)
        return changed.error();
    return *changed == 1 ? Outcome(Done{}) : Outcome(wrongState(id));
}

/// Whether a compare-and-set found its row, when not finding it is an answer.
inline Result<bool> whetherFound(const Outcome &outcome)
{
    if (outcome)
        return true;
    if (outcome.error().code == u"outbox.state")
        return false;
    return outcome.error();
}

} // namespace tawasul

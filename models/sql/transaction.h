// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/database.h"

#include <memory>

namespace tawasul {

/// One write transaction: what is run on its connection between begin() and commit() happens together or not
/// at all.
///
/// BEGIN IMMEDIATE, so that it waits for another writer here (Busy after the time-out) and never in the
/// middle. Going out of scope without commit() rolls back. A second one on the same connection is a bug
/// (asserted).
class Transaction
{
public:
    [[nodiscard]] static Result<Transaction> begin(Database &database);

    /// For reading only: from the first query on, all see the file as it was then, whatever is committed
    /// beside them (BEGIN DEFERRED). Ends with its scope; there is nothing to commit.
    [[nodiscard]] static Result<Transaction> beginRead(Database &database);

    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&other) = delete;
    ~Transaction();

    /// After Done the work is as safe as the connection's Synchronous says. After an Error nothing of it is
    /// visible; but when the very sync failed, a crash may still bring it back: what is sent again must be
    /// the same act.
    [[nodiscard]] Outcome commit();

private:
    struct Body;
    explicit Transaction(std::unique_ptr<Body> body) noexcept;
    [[nodiscard]] static Result<Transaction> beginWith(Database &database, bool onlyReads);

    std::unique_ptr<Body> m_body;
};

} // namespace tawasul

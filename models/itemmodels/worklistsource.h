// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/store/worklist.h"

#include <QtCore/QFuture>

#include <vector>

namespace tawasul {

/// Where the worklist reads what its snapshot does not hold; app/ implements it over Desk. GUI thread;
/// answers arrive there, later. A cancelled future is an answer too: the profile was closed.
class WorklistSource
{
public:
    virtual ~WorklistSource() = default;

    /// The heads of these rows; rows that are gone are left out.
    [[nodiscard]] virtual QFuture<Result<std::vector<CaseHead>>> heads(std::vector<qint64> rows) = 0;

    /// Rows that match what the officer typed, sorted by row.
    [[nodiscard]] virtual QFuture<Result<std::vector<qint64>>> search(QString typed) = 0;
};

} // namespace tawasul

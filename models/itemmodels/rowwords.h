// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/store/worklist.h"

#include <QtCore/QString>

namespace tawasul {

/// The columns of the worklist, in reading order.
enum class WorklistColumn { Request, Applicant, Status, Deadline };

inline constexpr int kWorklistColumns = 4;

/// The words of a row as a screen reader and a tooltip say them; ui/ knows them. All of them raw, without
/// bidi controls.
class RowWords
{
public:
    virtual ~RowWords() = default;

    [[nodiscard]] virtual QString header(WorklistColumn column) const = 0;
    /// The whole row in one sentence.
    [[nodiscard]] virtual QString sentence(const CaseHead &head, Instant now) const = 0;
    [[nodiscard]] virtual QString cell(const CaseHead &head, WorklistColumn column, Instant now) const = 0;
    /// What stands in for a row that is still being read.
    [[nodiscard]] virtual QString beingRead() const = 0;
};

} // namespace tawasul

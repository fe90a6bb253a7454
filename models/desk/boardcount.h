// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/arabic/collation.h"
#include "models/domain/boardframe.h"
#include "models/store/headerquestions.h"

#include <optional>

namespace tawasul {

/// Names in their order; made on first use, on the one thread that uses it.
class LazyNameOrder
{
public:
    [[nodiscard]] const NameOrder &order()
    {
        if (!m_order)
            m_order.emplace();
        return *m_order;
    }

private:
    std::optional<NameOrder> m_order;
};

// What a supervisor asks of the headers, on the reader's thread. All numbers of an answer are of one state.

[[nodiscard]] Result<Board> countBoard(HeaderQuestions headers, const BoardFrame &frame,
                                       LazyNameOrder &names);
[[nodiscard]] Result<DayOpening> countOpening(HeaderQuestions headers, const BoardFrame &frame,
                                              LazyNameOrder &names);
[[nodiscard]] Result<std::vector<CaseHeader>> casesBehind(HeaderQuestions headers, const BoardFrame &frame,
                                                          const BoardQuestion &question);

/// In the order of their names.
[[nodiscard]] std::vector<Colleague> colleagues(const StoredStaff &staff, LazyNameOrder &names);
[[nodiscard]] Roster rosterOf(const StoredStaff &staff);

/// As boards count it; what ends on `today` is overdue once its deadline has passed.
[[nodiscard]] Load loadOf(const std::vector<HeaderTally> &tallies, QDate today);

} // namespace tawasul

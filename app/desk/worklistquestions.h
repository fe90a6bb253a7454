// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/desk/desk.h"
#include "models/itemmodels/worklistsource.h"

namespace tawasul {

/// The list's questions, put to the desk.
class WorklistQuestions final : public WorklistSource
{
public:
    explicit WorklistQuestions(Desk &desk)
        : m_desk(desk)
    {
    }

    [[nodiscard]] QFuture<Result<std::vector<CaseHead>>> heads(std::vector<qint64> rows) override
    {
        return m_desk.heads(std::move(rows));
    }
    [[nodiscard]] QFuture<Result<std::vector<qint64>>> search(QString typed) override
    {
        return m_desk.search(std::move(typed));
    }

private:
    Desk &m_desk;
};

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/desk/desk.h"
#include "models/itemmodels/worklistsource.h"

#include <functional>

namespace tawasul {

/// The list's questions, put to the desk. `answered` is called on the GUI thread when rows were read, before
/// the list hears of it.
class WorklistQuestions final : public WorklistSource
{
public:
    WorklistQuestions(Desk &desk, std::function<void()> answered)
        : m_desk(desk)
        , m_answered(std::move(answered))
    {
    }

    [[nodiscard]] QFuture<Result<std::vector<CaseHead>>> heads(std::vector<qint64> rows) override
    {
        using Answer = Result<std::vector<CaseHead>>;
        return m_desk.heads(std::move(rows)).then([answered = m_answered](Answer answer) {
            answered();
            return answer;
        });
    }
    [[nodiscard]] QFuture<Result<std::vector<qint64>>> search(QString typed) override
    {
        return m_desk.search(std::move(typed));
    }

private:
    Desk &m_desk;
    std::function<void()> m_answered;
};

} // namespace tawasul

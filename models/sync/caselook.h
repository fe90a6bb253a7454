// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"
#include "models/sync/session.h"

#include <functional>
#include <optional>

namespace tawasul {

/// Asks the centre for a case that is not this account's, when somebody opens it. The centre notes who
/// looked: so it is asked once for each time, neither ahead nor again by itself, and nothing of it is kept
/// here. Network's thread.
class CaseLook
{
public:
    struct News
    {
        std::function<void(const Case &)> came;
        std::function<void(const CaseId &, const Error &)> failed;
    };

    CaseLook(Session &session, News news);

    /// Whatever was asked for before is not waited for any more, and nobody is told of it.
    void open(const CaseId &id);

private:
    void answered(const CaseId &id, const TransportReply &reply);

    Session &m_session;
    News m_news;
    std::optional<Session::CallId> m_underWay;
    std::uint64_t m_round = 0; ///< of looks: an answer to an earlier one is nobody's
};

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/caseheader.h"
#include "models/protocol/leavecodec.h"
#include "tests/sync/fakecentre.h"

#include <map>

namespace tawasul {

/// What a fake centre does for a supervisor: tells headers, knows the staff, takes orders once each. Hangs
/// itself into FakeCentre::instead.
class FakeOffice
{
public:
    explicit FakeOffice(FakeCentre &centre, const Clock &clock);

    void put(const CaseHeader &header);

    std::map<CaseId, CaseHeader> headers;
    std::vector<wire::StaffLine> staff;
    std::vector<QByteArray> orders; ///< bodies, in the order in which they took effect
    std::vector<Leave> leaves;      ///< as they are now
    std::map<CaseId, int> moves;    ///< how often each case was given away
    bool tellsHeaders = true;

    /// Answers in its place, before anything takes effect.
    std::function<std::optional<TransportReply>(const TransportCall &)> instead;

private:
    [[nodiscard]] std::optional<TransportReply> judged(const TransportCall &call);
    [[nodiscard]] TransportReply assign(const QByteArray &body);
    [[nodiscard]] TransportReply putLeave(const TransportCall &call);
    [[nodiscard]] TransportReply endLeave(const TransportCall &call);
    [[nodiscard]] TransportReply changes(const TransportCall &call) const;

    const Clock &m_clock;
    struct Stored
    {
        QByteArray body;
        QByteArray answer;
    };
    std::map<QString, Stored> m_assignments;
    std::vector<std::pair<int, CaseId>> m_feed;
    int m_position = 0;
};

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/assignment.h"
#include "models/protocol/leavecodec.h"
#include "tests/support/samplecase.h"
#include "tests/sync/fakecentre.h"

#include <map>

namespace tawasul {

/// What a fake centre does for a supervisor: tells headers, knows the staff, takes orders once each. Judges
/// by the functions that the real one judges by, keeps what did something and no refusal, asks for epoch and
/// version. Hangs itself into FakeCentre::instead.
class FakeOffice
{
public:
    explicit FakeOffice(FakeCentre &centre, const Clock &clock, Actor caller = sampleSupervisor());

    void put(const CaseHeader &header);
    /// As FakeCentre's; both together.
    void backUp();
    void restoreFromBackup();

    std::map<CaseId, CaseHeader> headers;
    std::vector<wire::StaffLine> staff;
    std::vector<QByteArray> orders; ///< bodies, in the order in which they took effect
    std::vector<Leave> leaves;      ///< as they are now
    std::map<CaseId, int> moves;    ///< how often each case was given away
    bool tellsHeaders = true;
    Actor caller; ///< who asks, as the centre knows them now

    /// Answers in its place, before anything takes effect.
    std::function<std::optional<TransportReply>(const TransportCall &)> instead;

private:
    struct Item
    {
        AssignmentVerdict done;
        Instant at{};
    };
    struct Stored
    {
        QByteArray body;
        QByteArray answer;
        std::vector<Item> items;
    };
    struct State
    {
        std::map<CaseId, CaseHeader> headers;
        std::vector<wire::StaffLine> staff;
        std::vector<Leave> leaves;
        std::map<QString, Stored> assignments;
        std::vector<std::pair<int, CaseId>> feed;
        int position = 0;
    };

    [[nodiscard]] std::optional<TransportReply> judged(const TransportCall &call);
    [[nodiscard]] TransportReply assign(const TransportCall &call);
    [[nodiscard]] std::vector<AssignmentVerdict> verdictsOn(const AssignmentOrder &order,
                                                            const Roster &roster) const;
    [[nodiscard]] TransportReply putLeave(const TransportCall &call);
    [[nodiscard]] TransportReply endLeave(const TransportCall &call);
    void tellStaff(const Leave &leave);
    [[nodiscard]] TransportReply changes(const TransportCall &call) const;

    FakeCentre &m_centre;
    const Clock &m_clock;
    std::map<QString, Stored> m_assignments;
    std::vector<std::pair<int, CaseId>> m_feed;
    int m_position = 0;
    std::optional<State> m_backup;
};

} // namespace tawasul

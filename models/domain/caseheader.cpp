// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/caseheader.h"

#include <algorithm>

namespace tawasul {

namespace {

std::optional<Instant> lastResubmission(const std::vector<HistoryEntry> &history)
{
    const auto found = std::find_if(history.rbegin(), history.rend(), [](const HistoryEntry &entry) {
        return entry.type == ActType::Resubmit;
    });
    return found == history.rend() ? std::nullopt : std::optional(found->at);
}

} // namespace

CaseHeader headerOf(const Case &theCase)
{
    CaseHeader header;
    header.id = theCase.id;
    header.number = theCase.number;
    header.version = theCase.version;
    header.status = theCase.status;
    header.statusText = theCase.statusText;
    header.section = theCase.section;
    header.subService = theCase.subService;
    header.region = theCase.region;
    header.submittedAt = theCase.submittedAt;
    header.updatedAt = theCase.updatedAt;
    header.serviceDeadline = theCase.serviceDeadline;
    header.statutoryDeadline = theCase.statutoryDeadline;
    header.assignee = theCase.assignee;
    for (const Mark &mark : theCase.marks)
        header.marks.push_back(mark.kind);
    header.resubmittedAt = lastResubmission(theCase.history);
    header.closedAt = closedAt(theCase);
    header.openProposals = static_cast<int>(
        std::count_if(theCase.proposals.begin(), theCase.proposals.end(),
                      [](const Proposal &proposal) { return proposal.state == Proposal::State::Open; }));
    return header;
}

std::optional<Instant> closedAt(const Case &theCase)
{
    if (isOpen(theCase.status))
        return std::nullopt;
    const auto closing =
        std::find_if(theCase.history.rbegin(), theCase.history.rend(),
                     [](const HistoryEntry &entry) { return isOpen(entry.from) && !isOpen(entry.to); });
    return closing == theCase.history.rend() ? theCase.updatedAt : closing->at;
}

} // namespace tawasul

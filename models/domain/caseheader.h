// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/case.h"

namespace tawasul {

/// What a supervisor's lists need of a case, and no more: nothing that the beneficiary wrote, nobody's name
/// or number but the officer's, no documents. The whole case comes when it is opened.
struct CaseHeader
{
    CaseId id;
    QString number;
    qint64 version = 0;
    CaseStatus status = CaseStatus::Unknown;
    QString statusText; ///< the word on the wire of an unknown status
    QString section;
    QString subService;
    QString region;
    Instant submittedAt{};
    Instant updatedAt{};
    Deadline serviceDeadline;
    std::optional<Deadline> statutoryDeadline;
    std::optional<PersonName> assignee;
    std::vector<Mark::Kind> marks;        ///< without their reasons
    std::optional<Instant> resubmittedAt; ///< when its beneficiary answered last
    std::optional<Instant> closedAt;      ///< when it was completed or rejected; nothing while it is open
    int openProposals = 0;

    [[nodiscard]] Deadline deadline() const { return earlier(serviceDeadline, statutoryDeadline); }

    friend bool operator==(const CaseHeader &, const CaseHeader &) = default;
};

[[nodiscard]] CaseHeader headerOf(const Case &theCase);

/// When the directorate was done with the case, by its history; a later note does not move it. Nothing while
/// it is open.
[[nodiscard]] std::optional<Instant> closedAt(const Case &theCase);

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sampleheaders.h"

#include "tests/support/casepage.h"
#include "tests/support/samplecase.h"

namespace tawasul {

namespace {

constexpr int kOfficers = 6;

Instant edgeOrAny(Instant now)
{
    const int day = *rc::gen::inRange(-25, 25);
    switch (*rc::gen::inRange(0, 4)) {
    case 0: // the first or the last moment of a day
        return riyadhInstant(riyadhDate(now).addDays(day), QTime(0, 0))
            - std::chrono::milliseconds(*rc::gen::inRange(0, 2));
    case 1: // the closing hour
        return riyadhInstant(riyadhDate(now).addDays(day), QTime(14, 30));
    case 2: // just now
        return now + std::chrono::milliseconds(*rc::gen::inRange(-1, 2));
    default:
        return now + std::chrono::minutes(*rc::gen::inRange(-40'000, 40'000));
    }
}

CaseHeader anyHeader(int n, Instant now)
{
    CaseHeader header = numberedHeader(n);
    header.status = *rc::gen::element(CaseStatus::New, CaseStatus::InProgress, CaseStatus::AwaitingExecution,
                                      CaseStatus::Returned, CaseStatus::Resubmitted, CaseStatus::Escalated,
                                      CaseStatus::Completed, CaseStatus::Rejected, CaseStatus::Unknown);
    if (header.status == CaseStatus::Unknown)
        header.statusText = QStringLiteral("consulting");
    header.submittedAt = edgeOrAny(now);
    header.serviceDeadline.at = edgeOrAny(now);
    header.serviceDeadline.day = riyadhDate(header.serviceDeadline.at);
    if (*rc::gen::inRange(0, 4) == 0) {
        const Instant at = edgeOrAny(now);
        header.statutoryDeadline =
            Deadline{Deadline::Kind::Statutory, riyadhDate(at), at, QStringLiteral("exit_reentry.window")};
    }
    header.assignee.reset();
    if (const int officer = *rc::gen::inRange(0, kOfficers + 1); officer > 0)
        header.assignee = numberedOfficer(officer);
    if (*rc::gen::inRange(0, 3) == 0)
        header.resubmittedAt = edgeOrAny(now);
    if (!isOpen(header.status))
        header.closedAt = edgeOrAny(now);
    return header;
}

} // namespace

CaseHeader numberedHeader(int n)
{
    return headerOf(numberedCase(n));
}

PersonName numberedOfficer(int n)
{
    if (n == 1)
        return nameOf(sampleOfficer());
    if (n == 2)
        return nameOf(otherOfficer());
    static const QStringList kNames{QStringLiteral("أحمد"), QStringLiteral("يوسف"), QStringLiteral("بدر"),
                                    QStringLiteral("هند")};
    return {PersonId(QStringLiteral("officer-%1").arg(n)), kNames.at((n - 3) % kNames.size())};
}

wire::StaffLine staffLine(int n)
{
    wire::StaffLine line;
    line.officer.name = numberedOfficer(n);
    line.officer.section = QStringLiteral("residency");
    line.officer.region = QStringLiteral("SA-01");
    return line;
}

Leave leaveOf(int n, QDate first, QDate last)
{
    Leave leave;
    leave.id =
        LeaveId(QStringLiteral("019ab9d0-2f70-7aaa-8bbb-0000000001%1").arg(n, 2, 10, QLatin1Char('0')));
    leave.version = 1;
    leave.officer = numberedOfficer(n);
    leave.first = first;
    leave.last = last;
    leave.substitute = numberedOfficer(n + 1);
    leave.recordedBy = nameOf(sampleSupervisor());
    leave.recordedAt = sampleNow();
    return leave;
}

rc::Gen<std::vector<CaseHeader>> anyHeaders(Instant now)
{
    return rc::gen::exec([now] {
        std::vector<CaseHeader> headers;
        const int count = *rc::gen::inRange(0, 60);
        for (int n = 0; n < count; ++n)
            headers.push_back(anyHeader(n, now));
        return headers;
    });
}

rc::Gen<std::vector<wire::StaffLine>> anyStaff(Instant now)
{
    return rc::gen::exec([now] {
        std::vector<wire::StaffLine> staff;
        for (int n = 1; n <= kOfficers; ++n) {
            if (*rc::gen::inRange(0, 4) == 0)
                continue; // somebody who is no longer of the staff
            wire::StaffLine line = staffLine(n);
            line.officer.active = *rc::gen::inRange(0, 4) > 0;
            if (*rc::gen::inRange(0, 2) == 0) {
                const QDate today = riyadhDate(now);
                const int begins = *rc::gen::inRange(-3, 3);
                line.officer.leaves.push_back(
                    leaveOf(n, today.addDays(begins), today.addDays(begins + *rc::gen::inRange(0, 4))));
            }
            if (const int unsent = *rc::gen::inRange(0, 3); unsent > 0)
                line.machines.push_back({QStringLiteral("PC-%1").arg(n), unsent - 1, now, now});
            staff.push_back(std::move(line));
        }
        return staff;
    });
}

} // namespace tawasul

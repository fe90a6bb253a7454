// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/words.h"

#include <array>

namespace tawasul::wire {

namespace {

template<class E>
struct Word
{
    E value;
    const char *text;
};

constexpr std::array kCaseStatus{
    Word<CaseStatus>{CaseStatus::New, "new"},
    Word<CaseStatus>{CaseStatus::InProgress, "in_progress"},
    Word<CaseStatus>{CaseStatus::AwaitingExecution, "awaiting_execution"},
    Word<CaseStatus>{CaseStatus::Returned, "returned"},
    Word<CaseStatus>{CaseStatus::Resubmitted, "resubmitted"},
    Word<CaseStatus>{CaseStatus::Escalated, "escalated"},
    Word<CaseStatus>{CaseStatus::Completed, "completed"},
    Word<CaseStatus>{CaseStatus::Rejected, "rejected"},
};

constexpr std::array kActType{
    Word<ActType>{ActType::Submit, "submit"},     Word<ActType>{ActType::Assign, "assign"},
    Word<ActType>{ActType::Unassign, "unassign"}, Word<ActType>{ActType::Start, "start"},
    Word<ActType>{ActType::Note, "note"},         Word<ActType>{ActType::Complete, "complete"},
    Word<ActType>{ActType::Return, "return"},     Word<ActType>{ActType::Resubmit, "resubmit"},
    Word<ActType>{ActType::Reject, "reject"},     Word<ActType>{ActType::Transfer, "transfer"},
    Word<ActType>{ActType::Escalate, "escalate"}, Word<ActType>{ActType::Reopen, "reopen"},
    Word<ActType>{ActType::Dismiss, "dismiss"},
};

constexpr std::array kRole{
    Word<Role>{Role::Officer, "officer"},
    Word<Role>{Role::SectionSupervisor, "section_supervisor"},
    Word<Role>{Role::RegionSupervisor, "region_supervisor"},
    Word<Role>{Role::Auditor, "auditor"},
    Word<Role>{Role::Administrator, "administrator"},
    Word<Role>{Role::Beneficiary, "beneficiary"},
    Word<Role>{Role::System, "system"},
};

constexpr std::array kPartyKind{
    Word<PartyKind>{PartyKind::Citizen, "citizen"},
    Word<PartyKind>{PartyKind::Resident, "resident"},
    Word<PartyKind>{PartyKind::Visitor, "visitor"},
    Word<PartyKind>{PartyKind::Unknown, "unknown"},
};

constexpr std::array kRelation{
    Word<Relation>{Relation::Self, "self"},           Word<Relation>{Relation::Dependant, "dependant"},
    Word<Relation>{Relation::Sponsored, "sponsored"}, Word<Relation>{Relation::Visitor, "visitor"},
    Word<Relation>{Relation::Unknown, "unknown"},
};

constexpr std::array kAccountLink{
    Word<AccountLink>{AccountLink::Linked, "linked"},
    Word<AccountLink>{AccountLink::NotLinked, "not_linked"},
    Word<AccountLink>{AccountLink::Unknown, "unknown"},
};

constexpr std::array kIdentifierKind{
    Word<IdentifierKind>{IdentifierKind::NationalId, "national_id"},
    Word<IdentifierKind>{IdentifierKind::Iqama, "iqama"},
    Word<IdentifierKind>{IdentifierKind::BorderNumber, "border_number"},
    Word<IdentifierKind>{IdentifierKind::Unknown, "unknown"},
};

constexpr std::array kMarkKind{
    Word<Mark::Kind>{Mark::Kind::Urgent, "urgent"},
    Word<Mark::Kind>{Mark::Kind::Humanitarian, "humanitarian"},
};

constexpr std::array kProposalState{
    Word<Proposal::State>{Proposal::State::Open, "open"},
    Word<Proposal::State>{Proposal::State::Adopted, "adopted"},
    Word<Proposal::State>{Proposal::State::Dismissed, "dismissed"},
};

constexpr std::array kLeaveKind{
    Word<Leave::Kind>{Leave::Kind::Planned, "planned"},
    Word<Leave::Kind>{Leave::Kind::Unplanned, "unplanned"},
};

constexpr std::array kAssignmentOutcome{
    Word<AssignmentOutcome>{AssignmentOutcome::Done, "done"},
    Word<AssignmentOutcome>{AssignmentOutcome::Queued, "queued"},
    Word<AssignmentOutcome>{AssignmentOutcome::Refused, "refused"},
};

template<class Table, class E>
QString wordIn(const Table &table, E value)
{
    for (const auto &row : table) {
        if (row.value == value)
            return QLatin1String(row.text);
    }
    return QStringLiteral("unknown");
}

template<class E, class Table>
E valueIn(const Table &table, QStringView text)
{
    for (const auto &row : table) {
        if (text == QLatin1String(row.text))
            return row.value;
    }
    return E::Unknown;
}

} // namespace

QString word(CaseStatus value)
{
    return wordIn(kCaseStatus, value);
}

QString word(ActType value)
{
    return wordIn(kActType, value);
}

QString word(Role value)
{
    return wordIn(kRole, value);
}

QString word(PartyKind value)
{
    return wordIn(kPartyKind, value);
}

QString word(Relation value)
{
    return wordIn(kRelation, value);
}

QString word(AccountLink value)
{
    return wordIn(kAccountLink, value);
}

QString word(IdentifierKind value)
{
    return wordIn(kIdentifierKind, value);
}

QString word(Mark::Kind value)
{
    return wordIn(kMarkKind, value);
}

QString word(Proposal::State value)
{
    return wordIn(kProposalState, value);
}

QString word(Leave::Kind value)
{
    return wordIn(kLeaveKind, value);
}

QString word(AssignmentOutcome value)
{
    return wordIn(kAssignmentOutcome, value);
}

CaseStatus caseStatus(QStringView text)
{
    return valueIn<CaseStatus>(kCaseStatus, text);
}

ActType actType(QStringView text)
{
    return valueIn<ActType>(kActType, text);
}

Role role(QStringView text)
{
    return valueIn<Role>(kRole, text);
}

PartyKind partyKind(QStringView text)
{
    return valueIn<PartyKind>(kPartyKind, text);
}

Relation relation(QStringView text)
{
    return valueIn<Relation>(kRelation, text);
}

AccountLink accountLink(QStringView text)
{
    return valueIn<AccountLink>(kAccountLink, text);
}

IdentifierKind identifierKind(QStringView text)
{
    return valueIn<IdentifierKind>(kIdentifierKind, text);
}

Mark::Kind markKind(QStringView text)
{
    return valueIn<Mark::Kind>(kMarkKind, text);
}

Proposal::State proposalState(QStringView text)
{
    return valueIn<Proposal::State>(kProposalState, text);
}

Leave::Kind leaveKind(QStringView text)
{
    return valueIn<Leave::Kind>(kLeaveKind, text);
}

AssignmentOutcome assignmentOutcome(QStringView text)
{
    return valueIn<AssignmentOutcome>(kAssignmentOutcome, text);
}

} // namespace tawasul::wire

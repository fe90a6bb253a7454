// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/casereader.h"

#include "models/protocol/fields.h"
#include "models/protocol/limits.h"
#include "models/protocol/words.h"
#include "models/store/headerforms.h"

#include <limits>

namespace tawasul {

namespace {

using namespace wire::field;
using Object = FieldReader::Object;

// A value that only has to make sense; the row does not carry it.
void checked(std::string_view) {}

struct Dated
{
    std::string_view day;
    std::string_view at;
    std::string_view rule;
};

Dated readDeadline(Object object, Reading &reading)
{
    FieldReader fields(object, "deadline", reading);
    return {fields.day(kDay), fields.instant(kAt), fields.optionalText(kRule)};
}

struct Named
{
    std::string_view id;
    std::string_view name;
};

Named readPerson(Object object, Reading &reading)
{
    FieldReader fields(object, "person", reading);
    return {fields.text(kId), fields.text(kName)};
}

struct PartyRow
{
    std::string_view name;
    std::string_view latinName;
    std::string_view identifier;
};

PartyRow readParty(FieldReader &fields)
{
    PartyRow row;
    checked(fields.text(kKind));
    row.name = fields.filledText(kName);
    row.latinName = fields.optionalText(kLatinName);
    checked(fields.text(kIdentifierKind));
    row.identifier = fields.text(kIdentifier);
    checked(fields.text(kNationality));
    checked(fields.optionalText(kPassportNumber));
    fields.optionalDay(kBirthDate);
    checked(fields.optionalText(kMobile));
    return row;
}

void readBeneficiary(Object object, Reading &reading, CaseRow &row)
{
    FieldReader fields(object, "beneficiary", reading);
    const PartyRow party = readParty(fields);
    row.beneficiaryName = party.name;
    row.beneficiaryIdentifier = party.identifier;
}

void readSubject(Object object, Reading &reading, CaseRow &row)
{
    FieldReader fields(object, "subject", reading);
    const PartyRow party = readParty(fields);
    row.subjectName = party.name;
    row.subjectLatinName = party.latinName;
    row.subjectIdentifier = party.identifier;
    checked(fields.text(kRelation));
    checked(fields.text(kLink));
    fields.optionalInstant(kLinkCheckedAt);
}

bool isSha256(std::string_view text)
{
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string_view readAttachment(Object object, Reading &reading)
{
    FieldReader fields(object, "attachment", reading);
    const std::string_view sha256 = fields.text(kSha256);
    if (!isSha256(sha256))
        fields.fail(kSha256, "not a SHA-256");
    checked(fields.text(kName));
    checked(fields.text(kMediaType));
    static_cast<void>(fields.integer(kSize, 0, wire::kMaxAttachmentSize));
    fields.optionalTexts(kDocuments);
    fields.optionalInstant(kAddedAt);
    return sha256;
}

Mark::Kind markOf(std::string_view word)
{
    return wire::markKind(QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())));
}

void readMark(Object object, Reading &reading, CaseRow &row)
{
    FieldReader fields(object, "mark", reading);
    const std::string_view word = fields.text(kKind);
    checked(fields.text(kReason));
    const Mark::Kind kind = markOf(word);
    row.urgent = row.urgent || kind == Mark::Kind::Urgent;
    row.humanitarian = row.humanitarian || kind == Mark::Kind::Humanitarian;
}

void checkKeyDate(Object object, Reading &reading)
{
    FieldReader fields(object, "key_date", reading);
    checked(fields.filledText(kKind));
    checked(fields.day(kDay));
}

void checkReply(Object object, Reading &reading)
{
    FieldReader fields(object, "reply", reading);
    checked(fields.text(kTemplate));
    checked(fields.text(kText));
}

void checkExecution(Object object, Reading &reading)
{
    FieldReader fields(object, "execution", reading);
    checked(fields.text(kOperationNumber));
    checked(fields.instant(kAt));
}

void checkEntry(Object object, Reading &reading)
{
    FieldReader fields(object, "history", reading);
    checked(fields.filledText(kType));
    checked(fields.optionalText(kActId));
    if (const auto actor = fields.object(kActor))
        readPerson(*actor, reading);
    checked(fields.text(kRole));
    checked(fields.instant(kAt));
    checked(fields.instant(kRecordedAt));
    checked(fields.text(kFrom));
    checked(fields.text(kTo));
    for (const QLatin1String name : {kReason, kText, kToSection, kToSubService, kProposalId})
        checked(fields.optionalText(name));
    if (const auto reply = fields.optionalObject(kReply))
        checkReply(*reply, reading);
    if (const auto execution = fields.optionalObject(kExecution))
        checkExecution(*execution, reading);
    if (const auto assignee = fields.optionalObject(kToAssignee))
        readPerson(*assignee, reading);
}

void readProposal(Object object, Reading &reading, CaseRow &row)
{
    FieldReader fields(object, "proposal", reading);
    checked(fields.filledText(kActId));
    if (const auto actor = fields.object(kActor))
        readPerson(*actor, reading);
    checked(fields.text(kRole));
    checked(fields.instant(kRecordedAt));
    checked(fields.instant(kReceivedAt));
    checked(fields.filledText(kType));
    for (const QLatin1String name : {kReason, kText, kToSection, kToSubService, kClosingText})
        checked(fields.optionalText(name));
    if (const auto reply = fields.optionalObject(kReply))
        checkReply(*reply, reading);
    if (const auto execution = fields.optionalObject(kExecution))
        checkExecution(*execution, reading);
    const std::string_view word = fields.filledText(kState);
    const auto state =
        wire::proposalState(QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())));
    row.hasOpenProposal = row.hasOpenProposal || state == Proposal::State::Open;
    if (const auto person = fields.optionalObject(kClosedBy))
        readPerson(*person, reading);
    fields.optionalInstant(kClosedAt);
}

void readHead(FieldReader &fields, CaseRow &row)
{
    row.id = fields.filledText(kId);
    row.number = fields.filledText(kNumber);
    row.version = fields.integer(kVersion, 1, wire::kMaxVersion);
    row.status = fields.filledText(kStatus);
    row.section = fields.filledText(kSection);
    row.subService = fields.filledText(kSubService);
    row.region = fields.filledText(kRegion);
    row.submittedAt = fields.instant(kSubmittedAt);
    row.updatedAt = fields.instant(kUpdatedAt);
    checked(fields.text(kCalendarVersion));
    row.description = fields.text(kDescription);
}

void readDeadlines(FieldReader &fields, Reading &reading, CaseRow &row)
{
    if (const auto service = fields.object(kServiceDeadline)) {
        const Dated deadline = readDeadline(*service, reading);
        row.serviceDay = deadline.day;
        row.serviceAt = deadline.at;
    }
    if (const auto statutory = fields.optionalObject(kStatutoryDeadline)) {
        const Dated deadline = readDeadline(*statutory, reading);
        row.statutoryDay = deadline.day;
        row.statutoryAt = deadline.at;
        row.statutoryRule = deadline.rule;
    }
}

void readPeople(FieldReader &fields, Reading &reading, CaseRow &row)
{
    if (const auto assignee = fields.optionalObject(kAssignee)) {
        const Named person = readPerson(*assignee, reading);
        row.assigneeId = person.id;
        row.assigneeName = person.name;
    }
    if (const auto beneficiary = fields.object(kBeneficiary))
        readBeneficiary(*beneficiary, reading, row);
    if (const auto subject = fields.object(kSubject))
        readSubject(*subject, reading, row);
}

} // namespace

CaseRow readCase(simdjson::dom::object object, Reading &reading)
{
    FieldReader fields(object, "case", reading);
    CaseRow row;
    readHead(fields, row);
    readDeadlines(fields, reading, row);
    readPeople(fields, reading, row);
    fields.objects(kMarks, [&](Object mark) { readMark(mark, reading, row); });
    fields.objects(kKeyDates, [&](Object date) { checkKeyDate(date, reading); });
    fields.objects(kAttachments, [&](Object attachment) {
        row.attachmentHashes.push_back(readAttachment(attachment, reading));
    });
    fields.objects(kHistory, [&](Object entry) { checkEntry(entry, reading); });
    fields.optionalObjects(kProposals, [&](Object proposal) { readProposal(proposal, reading, row); });
    return row;
}

HeaderRow readHeader(simdjson::dom::object object, Reading &reading)
{
    FieldReader fields(object, "header", reading);
    HeaderRow row;
    row.id = fields.filledText(kId);
    row.number = fields.filledText(kNumber);
    row.version = fields.integer(kVersion, 1, wire::kMaxVersion);
    row.status = fields.filledText(kStatus);
    row.section = fields.filledText(kSection);
    row.subService = fields.filledText(kSubService);
    row.region = fields.filledText(kRegion);
    row.submittedAt = fields.instant(kSubmittedAt);
    row.updatedAt = fields.instant(kUpdatedAt);
    if (const auto service = fields.object(kServiceDeadline)) {
        const Dated deadline = readDeadline(*service, reading);
        row.serviceDay = deadline.day;
        row.serviceAt = deadline.at;
    }
    if (const auto statutory = fields.optionalObject(kStatutoryDeadline)) {
        const Dated deadline = readDeadline(*statutory, reading);
        row.statutoryDay = deadline.day;
        row.statutoryAt = deadline.at;
        row.statutoryRule = deadline.rule;
    }
    if (const auto assignee = fields.optionalObject(kAssignee)) {
        const Named person = readPerson(*assignee, reading);
        row.assigneeId = person.id;
        row.assigneeName = person.name;
    }
    fields.texts(kMarks, [&row](std::string_view word) { row.marks |= markBits({markOf(word)}); });
    row.resubmittedAt = fields.optionalInstant(kResubmittedAt);
    row.closedAt = fields.optionalInstant(kClosedAt);
    row.openProposals =
        static_cast<int>(fields.optionalInteger(kOpenProposals, 0, std::numeric_limits<int>::max(), 0));
    return row;
}

} // namespace tawasul

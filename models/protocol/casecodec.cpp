// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/casecodec.h"

#include "models/protocol/fields.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/limits.h"
#include "models/protocol/proposalcodec.h"
#include "models/protocol/words.h"

#include <QtCore/QJsonArray>

#include <algorithm>

namespace tawasul::wire {

namespace {

using namespace field;

// The word of a known value; of an unknown one the text that it came with.
template<class E>
QString wordOrText(E value, E unknown, const QString &text)
{
    return value == unknown && !text.isEmpty() ? text : word(value);
}

void put(QJsonObject &object, QLatin1String name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

// Takes the value of a nested decoder, or passes its error on to the reader, under the field's name.
template<class T>
T taken(JsonReader &reader, QLatin1String name, Result<T> result)
{
    if (result)
        return std::move(result).value();
    reader.fail(name, result.error());
    return {};
}

template<class T>
std::vector<T> list(JsonReader &reader, QLatin1String name, Result<T> (*decode)(const QJsonObject &))
{
    return decodedList(reader, name, reader.objects(name), decode);
}

template<class T>
QJsonArray array(const std::vector<T> &values, QJsonObject (*encode)(const T &))
{
    QJsonArray result;
    for (const T &value : values)
        result.append(encode(value));
    return result;
}

QJsonObject encodeParty(const Party &value)
{
    QJsonObject object{{kKind, word(value.kind)},
                       {kName, value.name},
                       {kIdentifierKind, word(value.identifierKind)},
                       {kIdentifier, value.identifier},
                       {kNationality, value.nationality}};
    put(object, kLatinName, value.latinName);
    put(object, kPassportNumber, value.passportNumber);
    put(object, kMobile, value.mobile);
    if (value.birthDate.isValid())
        object.insert(kBirthDate, value.birthDate.toString(Qt::ISODate));
    return object;
}

Party readParty(JsonReader &reader)
{
    Party value;
    value.kind = partyKind(reader.text(kKind));
    value.name = reader.filledText(kName);
    value.latinName = reader.optionalText(kLatinName);
    value.identifierKind = identifierKind(reader.text(kIdentifierKind));
    value.identifier = reader.text(kIdentifier);
    value.nationality = reader.text(kNationality);
    value.passportNumber = reader.optionalText(kPassportNumber);
    value.birthDate = reader.optionalDay(kBirthDate);
    value.mobile = reader.optionalText(kMobile);
    return value;
}

Result<Party> decodeParty(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("beneficiary"));
    Party value = readParty(reader);
    if (reader.error())
        return *reader.error();
    return value;
}

QJsonObject encodeSubject(const Subject &value)
{
    QJsonObject object = encodeParty(value.party);
    object.insert(kRelation, word(value.relation));
    object.insert(kLink, word(value.link));
    if (value.linkCheckedAt)
        object.insert(kLinkCheckedAt, toIso(*value.linkCheckedAt));
    return object;
}

Result<Subject> decodeSubject(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("subject"));
    Subject value;
    value.party = readParty(reader);
    value.relation = relation(reader.text(kRelation));
    value.link = accountLink(reader.text(kLink));
    value.linkCheckedAt = reader.optionalInstant(kLinkCheckedAt);
    if (reader.error())
        return *reader.error();
    return value;
}

QJsonObject encodeAttachment(const Attachment &value)
{
    QJsonObject object{
        {kSha256, value.sha256}, {kName, value.name}, {kMediaType, value.mediaType}, {kSize, value.size}};
    if (!value.documents.isEmpty())
        object.insert(kDocuments, QJsonArray::fromStringList(value.documents));
    if (value.addedAt)
        object.insert(kAddedAt, toIso(*value.addedAt));
    return object;
}

Result<Attachment> decodeAttachment(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("attachment"));
    Attachment value;
    value.sha256 = reader.text(kSha256);
    if (!isSha256(value.sha256))
        reader.fail(kSha256, "not a SHA-256");
    value.name = reader.text(kName);
    value.mediaType = reader.text(kMediaType);
    value.size = reader.integer(kSize, 0, kMaxAttachmentSize);
    value.documents = reader.optionalTexts(kDocuments);
    value.addedAt = reader.optionalInstant(kAddedAt);
    if (reader.error())
        return *reader.error();
    return value;
}

QJsonObject encodeKeyDate(const KeyDate &value)
{
    return {{kKind, value.kind}, {kDay, value.day.toString(Qt::ISODate)}};
}

Result<KeyDate> decodeKeyDate(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("key_date"));
    KeyDate value{reader.filledText(kKind), reader.day(kDay)};
    if (reader.error())
        return *reader.error();
    return value;
}

QJsonObject encodeMark(const Mark &value)
{
    return {{kKind, word(value.kind)}, {kReason, value.reason}};
}

Result<Mark> decodeMark(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("mark"));
    Mark value{markKind(reader.text(kKind)), reader.text(kReason)};
    if (reader.error())
        return *reader.error();
    return value;
}

Result<HistoryEntry> decodeEntry(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("history"));
    HistoryEntry value;
    const QString type = reader.filledText(kType);
    value.type = actType(type);
    if (value.type == ActType::Unknown)
        value.typeText = type;
    value.act = ActId(reader.optionalText(kActId));
    value.actor = taken(reader, kActor, personFromJson(reader.object(kActor)));
    value.role = role(reader.text(kRole));
    value.at = reader.instant(kAt);
    value.recordedAt = reader.instant(kRecordedAt);
    value.from = caseStatus(reader.text(kFrom));
    value.to = caseStatus(reader.text(kTo));
    value.reason = reader.optionalText(kReason);
    value.text = reader.optionalText(kText);
    value.toSection = reader.optionalText(kToSection);
    value.toSubService = reader.optionalText(kToSubService);
    value.proposal = ActId(reader.optionalText(kProposalId));
    if (const auto reply = reader.optionalObject(kReply))
        value.reply = taken(reader, kReply, replyFromJson(*reply));
    if (const auto execution = reader.optionalObject(kExecution))
        value.execution = taken(reader, kExecution, executionFromJson(*execution));
    if (const auto assignee = reader.optionalObject(kToAssignee))
        value.toAssignee = taken(reader, kToAssignee, personFromJson(*assignee));
    if (reader.error())
        return *reader.error();
    return value;
}

void readHead(JsonReader &reader, Case &value)
{
    value.id = CaseId(reader.filledText(kId));
    value.number = reader.filledText(kNumber);
    value.version = reader.integer(kVersion, 1, kMaxVersion);
    const QString status = reader.filledText(kStatus);
    value.status = caseStatus(status);
    if (value.status == CaseStatus::Unknown)
        value.statusText = status;
    value.section = reader.filledText(kSection);
    value.subService = reader.filledText(kSubService);
    value.region = reader.filledText(kRegion);
    value.submittedAt = reader.instant(kSubmittedAt);
    value.updatedAt = reader.instant(kUpdatedAt);
    value.calendarVersion = reader.text(kCalendarVersion);
}

} // namespace

QJsonObject toJson(const Deadline &value)
{
    QJsonObject object{{kDay, value.day.toString(Qt::ISODate)}, {kAt, toIso(value.at)}};
    put(object, kRule, value.rule);
    return object;
}

Result<Deadline> deadlineFromJson(const QJsonObject &object, Deadline::Kind kind)
{
    JsonReader reader(object, QStringLiteral("deadline"));
    Deadline value{kind, reader.day(kDay), reader.instant(kAt), reader.optionalText(kRule)};
    if (reader.error())
        return *reader.error();
    return value;
}

QJsonObject toJson(const HistoryEntry &value)
{
    QJsonObject object{{kType, wordOrText(value.type, ActType::Unknown, value.typeText)},
                       {kActor, toJson(value.actor)},
                       {kRole, word(value.role)},
                       {kAt, toIso(value.at)},
                       {kRecordedAt, toIso(value.recordedAt)},
                       {kFrom, word(value.from)},
                       {kTo, word(value.to)}};
    put(object, kActId, value.act.text());
    put(object, kReason, value.reason);
    put(object, kText, value.text);
    put(object, kToSection, value.toSection);
    put(object, kToSubService, value.toSubService);
    put(object, kProposalId, value.proposal.text());
    if (value.reply)
        object.insert(kReply, toJson(*value.reply));
    if (value.execution)
        object.insert(kExecution, toJson(*value.execution));
    if (value.toAssignee)
        object.insert(kToAssignee, toJson(*value.toAssignee));
    return object;
}

bool isSha256(QStringView text)
{
    const auto isHex = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); };
    return text.size() == 64 && std::all_of(text.begin(), text.end(), isHex);
}

QJsonObject toJson(const PersonName &value)
{
    return {{kId, value.id.text()}, {kName, value.name}};
}

Result<PersonName> personFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("person"));
    PersonName value{PersonId(reader.text(kId)), reader.text(kName)};
    if (reader.error())
        return *reader.error();
    return value;
}

QJsonObject toJson(const Reply &value)
{
    return {{kTemplate, value.templateCode}, {kText, value.text}};
}

Result<Reply> replyFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("reply"));
    Reply value{reader.text(kTemplate), reader.text(kText)};
    if (reader.error())
        return *reader.error();
    return value;
}

QJsonObject toJson(const Execution &value)
{
    return {{kOperationNumber, value.operationNumber}, {kAt, toIso(value.at)}};
}

Result<Execution> executionFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("execution"));
    Execution value{reader.text(kOperationNumber), reader.instant(kAt)};
    if (reader.error())
        return *reader.error();
    return value;
}

QJsonObject toJson(const Case &value)
{
    QJsonObject object{{kId, value.id.text()},
                       {kNumber, value.number},
                       {kVersion, value.version},
                       {kStatus, wordOrText(value.status, CaseStatus::Unknown, value.statusText)},
                       {kSection, value.section},
                       {kSubService, value.subService},
                       {kRegion, value.region},
                       {kSubmittedAt, toIso(value.submittedAt)},
                       {kUpdatedAt, toIso(value.updatedAt)},
                       {kServiceDeadline, toJson(value.serviceDeadline)},
                       {kCalendarVersion, value.calendarVersion},
                       {kMarks, array(value.marks, &encodeMark)},
                       {kBeneficiary, encodeParty(value.beneficiary)},
                       {kSubject, encodeSubject(value.subject)},
                       {kDescription, value.description},
                       {kKeyDates, array(value.keyDates, &encodeKeyDate)},
                       {kAttachments, array(value.attachments, &encodeAttachment)},
                       {kHistory, array<HistoryEntry>(value.history, &toJson)}};
    object.insert(kAssignee,
                  value.assignee ? QJsonValue(toJson(*value.assignee)) : QJsonValue(QJsonValue::Null));
    object.insert(kStatutoryDeadline,
                  value.statutoryDeadline ? QJsonValue(toJson(*value.statutoryDeadline))
                                          : QJsonValue(QJsonValue::Null));
    if (!value.proposals.empty())
        object.insert(kProposals, array(value.proposals, &toJson));
    return object;
}

Result<Case> caseFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("case"));
    Case value;
    readHead(reader, value);
    value.serviceDeadline = taken(reader, kServiceDeadline,
                                  deadlineFromJson(reader.object(kServiceDeadline), Deadline::Kind::Service));
    if (const auto statutory = reader.optionalObject(kStatutoryDeadline))
        value.statutoryDeadline =
            taken(reader, kStatutoryDeadline, deadlineFromJson(*statutory, Deadline::Kind::Statutory));
    if (const auto assignee = reader.optionalObject(kAssignee))
        value.assignee = taken(reader, kAssignee, personFromJson(*assignee));
    value.marks = list(reader, kMarks, decodeMark);
    value.beneficiary = taken(reader, kBeneficiary, decodeParty(reader.object(kBeneficiary)));
    value.subject = taken(reader, kSubject, decodeSubject(reader.object(kSubject)));
    value.description = reader.text(kDescription);
    value.keyDates = list(reader, kKeyDates, decodeKeyDate);
    value.attachments = list(reader, kAttachments, decodeAttachment);
    value.history = list(reader, kHistory, decodeEntry);
    value.proposals = decodedList(reader, kProposals, reader.optionalObjects(kProposals), proposalFromJson);
    if (reader.error())
        return *reader.error();
    return value;
}

} // namespace tawasul::wire

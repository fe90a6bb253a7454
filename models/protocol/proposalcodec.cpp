// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/proposalcodec.h"

#include "models/protocol/casecodec.h"
#include "models/protocol/fields.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/words.h"

#include <QtCore/QJsonArray>

namespace tawasul::wire {

using namespace field;

namespace {

template<class T>
T taken(JsonReader &reader, QLatin1String name, Result<T> result)
{
    if (result)
        return std::move(result).value();
    reader.fail(name, result.error());
    return {};
}

// What the author had said.
void readContent(JsonReader &reader, Proposal &value)
{
    const QString type = reader.filledText(kType);
    value.type = actType(type);
    if (value.type == ActType::Unknown)
        value.typeText = type;
    value.reason = reader.optionalText(kReason);
    value.text = reader.optionalText(kText);
    value.toSection = reader.optionalText(kToSection);
    value.toSubService = reader.optionalText(kToSubService);
    if (const auto reply = reader.optionalObject(kReply))
        value.reply = taken(reader, kReply, replyFromJson(*reply));
    if (const auto execution = reader.optionalObject(kExecution))
        value.execution = taken(reader, kExecution, executionFromJson(*execution));
}

// What became of it.
void readEnd(JsonReader &reader, Proposal &value)
{
    const QString state = reader.filledText(kState);
    value.state = proposalState(state);
    if (value.state == Proposal::State::Unknown)
        value.stateText = state;
    if (const auto person = reader.optionalObject(kClosedBy))
        value.closedBy = taken(reader, kClosedBy, personFromJson(*person));
    value.closedAt = reader.optionalInstant(kClosedAt);
    value.closingText = reader.optionalText(kClosingText);
}

} // namespace

QJsonObject toJson(const Proposal &value)
{
    const bool isNewType = value.type == ActType::Unknown && !value.typeText.isEmpty();
    const bool isNewState = value.state == Proposal::State::Unknown && !value.stateText.isEmpty();
    QJsonObject object{{kActId, value.act.text()},
                       {kType, isNewType ? value.typeText : word(value.type)},
                       {kActor, toJson(value.author)},
                       {kRole, word(value.role)},
                       {kRecordedAt, toIso(value.recordedAt)},
                       {kReceivedAt, toIso(value.receivedAt)},
                       {kState, isNewState ? value.stateText : word(value.state)}};
    const auto put = [&object](QLatin1String name, const QString &text) {
        if (!text.isEmpty())
            object.insert(name, text);
    };
    put(kReason, value.reason);
    put(kText, value.text);
    put(kToSection, value.toSection);
    put(kToSubService, value.toSubService);
    put(kClosingText, value.closingText);
    if (value.reply)
        object.insert(kReply, toJson(*value.reply));
    if (value.execution)
        object.insert(kExecution, toJson(*value.execution));
    if (value.closedBy)
        object.insert(kClosedBy, toJson(*value.closedBy));
    if (value.closedAt)
        object.insert(kClosedAt, toIso(*value.closedAt));
    return object;
}

Result<Proposal> proposalFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("proposal"));
    Proposal value;
    value.act = ActId(reader.filledText(kActId));
    value.author = taken(reader, kActor, personFromJson(reader.object(kActor)));
    value.role = role(reader.text(kRole));
    value.recordedAt = reader.instant(kRecordedAt);
    value.receivedAt = reader.instant(kReceivedAt);
    readContent(reader, value);
    readEnd(reader, value);
    if (reader.error())
        return *reader.error();
    return value;
}

QJsonObject toJson(const OwnProposals &value)
{
    QJsonArray proposals;
    for (const Proposal &proposal : value.proposals)
        proposals.append(toJson(proposal));
    return {{kCaseId, value.caseId.text()}, {kNumber, value.number}, {kProposals, proposals}};
}

Result<OwnProposals> ownProposalsFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("proposals"));
    OwnProposals value{CaseId(reader.filledText(kCaseId)), reader.filledText(kNumber), {}};
    const std::vector<QJsonObject> lines = reader.objects(kProposals);
    for (std::size_t i = 0; i < lines.size() && !reader.error(); ++i) {
        auto proposal = proposalFromJson(lines[i]);
        if (proposal)
            value.proposals.push_back(std::move(proposal).value());
        else
            reader.fail(QString(kProposals % QLatin1Char('[') % QString::number(i) % QLatin1Char(']')),
                        proposal.error());
    }
    if (reader.error())
        return *reader.error();
    return value;
}

} // namespace tawasul::wire

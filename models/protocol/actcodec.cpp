// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/actcodec.h"

#include "models/protocol/casecodec.h"
#include "models/protocol/fields.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/words.h"

#include <limits>

namespace tawasul::wire {

using namespace field;

QJsonObject actBodyToJson(const Act &act)
{
    QJsonObject object{ { kType, word(act.type) },
                        { kReferenceVersion, act.referenceVersion },
                        { kRecordedAt, toIso(act.recordedAt) },
                        { kMonotonicMs, static_cast<qint64>(act.monotonic.count()) } };
    const auto put = [&object](QLatin1String name, const QString &text) {
        if (!text.isEmpty())
            object.insert(name, text);
    };
    put(kReason, act.reason);
    put(kText, act.text);
    put(kToSection, act.toSection);
    put(kToSubService, act.toSubService);
    put(kProposalId, act.proposal.text());
    if (act.lastServerTime)
        object.insert(kLastServerTime, toIso(*act.lastServerTime));
    if (act.reply)
        object.insert(kReply, toJson(*act.reply));
    if (act.execution)
        object.insert(kExecution, toJson(*act.execution));
    if (act.toAssignee)
        object.insert(kToAssignee, toJson(*act.toAssignee));
    return object;
}

Result<Act> actBodyFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("act"));
    Act act;
    act.type = actType(reader.filledText(kType));
    act.referenceVersion = reader.optionalText(kReferenceVersion);
    act.recordedAt = reader.instant(kRecordedAt);
    act.monotonic = std::chrono::milliseconds(
        reader.optionalInteger(kMonotonicMs, 0, std::numeric_limits<qint64>::max(), 0));
    act.lastServerTime = reader.optionalInstant(kLastServerTime);
    act.reason = reader.optionalText(kReason);
    act.text = reader.optionalText(kText);
    act.toSection = reader.optionalText(kToSection);
    act.toSubService = reader.optionalText(kToSubService);
    act.proposal = ActId(reader.optionalText(kProposalId));
    const auto nested = [&reader](QLatin1String name, auto decode, auto &target) {
        const auto inner = reader.optionalObject(name);
        if (!inner)
            return;
        auto decoded = decode(*inner);
        if (decoded)
            target = std::move(decoded).value();
        else
            reader.fail(name, decoded.error());
    };
    nested(kReply, replyFromJson, act.reply);
    nested(kExecution, executionFromJson, act.execution);
    nested(kToAssignee, personFromJson, act.toAssignee);
    if (reader.error())
        return *reader.error();
    if (act.type == ActType::Unknown)
        return Error{ Error::Kind::Invalid, QStringLiteral("act.invalid.type"),
                      QStringLiteral("unknown type of act") };
    return act;
}

} // namespace tawasul::wire

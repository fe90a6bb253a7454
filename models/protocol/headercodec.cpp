// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/headercodec.h"

#include "models/protocol/casecodec.h"
#include "models/protocol/fields.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/limits.h"
#include "models/protocol/words.h"

#include <QtCore/QJsonArray>

#include <array>
#include <limits>

namespace tawasul::wire {

namespace {

using namespace field;

// As they stand in a case.
constexpr std::array kSharedFields{
    kId,     kNumber,      kVersion,   kStatus,          kSection,           kSubService,
    kRegion, kSubmittedAt, kUpdatedAt, kServiceDeadline, kStatutoryDeadline, kAssignee};

QJsonValue instantOrNull(const std::optional<Instant> &instant)
{
    return instant ? QJsonValue(toIso(*instant)) : QJsonValue(QJsonValue::Null);
}

// The time of the last step that `is` it; null when there is none.
template<class Is>
QJsonValue timeOfLast(const QJsonArray &history, Is is)
{
    for (auto i = history.size(); i-- > 0;) {
        const QJsonObject entry = history.at(i).toObject();
        if (is(entry))
            return entry.value(kAt);
    }
    return QJsonValue::Null;
}

QJsonValue closedAtOf(const QJsonObject &theCase, const QJsonArray &history)
{
    const auto isOpenWord = [](const QJsonValue &status) { return isOpen(caseStatus(status.toString())); };
    if (isOpenWord(theCase.value(kStatus)))
        return QJsonValue::Null;
    const QJsonValue closing = timeOfLast(history, [&isOpenWord](const QJsonObject &entry) {
        return isOpenWord(entry.value(kFrom)) && !isOpenWord(entry.value(kTo));
    });
    return closing.isNull() ? theCase.value(kUpdatedAt) : closing;
}

} // namespace

QJsonObject toJson(const CaseHeader &value)
{
    QJsonArray marks;
    for (const Mark::Kind kind : value.marks)
        marks.append(word(kind));
    const bool isNewer = value.status == CaseStatus::Unknown && !value.statusText.isEmpty();
    QJsonObject object{{kId, value.id.text()},
                       {kNumber, value.number},
                       {kVersion, value.version},
                       {kStatus, isNewer ? value.statusText : word(value.status)},
                       {kSection, value.section},
                       {kSubService, value.subService},
                       {kRegion, value.region},
                       {kSubmittedAt, toIso(value.submittedAt)},
                       {kUpdatedAt, toIso(value.updatedAt)},
                       {kServiceDeadline, toJson(value.serviceDeadline)},
                       {kMarks, marks},
                       {kResubmittedAt, instantOrNull(value.resubmittedAt)},
                       {kClosedAt, instantOrNull(value.closedAt)},
                       {kOpenProposals, value.openProposals}};
    object.insert(kStatutoryDeadline,
                  value.statutoryDeadline ? QJsonValue(toJson(*value.statutoryDeadline))
                                          : QJsonValue(QJsonValue::Null));
    object.insert(kAssignee,
                  value.assignee ? QJsonValue(toJson(*value.assignee)) : QJsonValue(QJsonValue::Null));
    return object;
}

QJsonObject headerOfCaseJson(const QJsonObject &theCase)
{
    QJsonObject header;
    for (const QLatin1String name : kSharedFields)
        header.insert(name, theCase.value(name));
    QJsonArray marks;
    for (const QJsonValue mark : theCase.value(kMarks).toArray())
        marks.append(word(markKind(mark[kKind].toString())));
    header.insert(kMarks, marks);
    const QJsonArray history = theCase.value(kHistory).toArray();
    header.insert(kResubmittedAt, timeOfLast(history, [](const QJsonObject &entry) {
                      return entry.value(kType).toString() == word(ActType::Resubmit);
                  }));
    header.insert(kClosedAt, closedAtOf(theCase, history));
    int open = 0;
    for (const QJsonValue proposal : theCase.value(kProposals).toArray())
        open += proposal[kState].toString() == word(Proposal::State::Open) ? 1 : 0;
    header.insert(kOpenProposals, open);
    return header;
}

Result<CaseHeader> headerFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("header"));
    const auto take = [&reader](QLatin1String name, auto decoded, auto &into) {
        if (decoded)
            into = std::move(decoded).value();
        else
            reader.fail(QString(name), decoded.error());
    };
    CaseHeader value;
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
    take(kServiceDeadline, deadlineFromJson(reader.object(kServiceDeadline), Deadline::Kind::Service),
         value.serviceDeadline);
    if (const auto statutory = reader.optionalObject(kStatutoryDeadline))
        take(kStatutoryDeadline, deadlineFromJson(*statutory, Deadline::Kind::Statutory),
             value.statutoryDeadline);
    if (const auto assignee = reader.optionalObject(kAssignee))
        take(kAssignee, personFromJson(*assignee), value.assignee);
    for (const QString &mark : reader.texts(kMarks))
        value.marks.push_back(markKind(mark));
    value.resubmittedAt = reader.optionalInstant(kResubmittedAt);
    value.closedAt = reader.optionalInstant(kClosedAt);
    value.openProposals =
        static_cast<int>(reader.optionalInteger(kOpenProposals, 0, std::numeric_limits<int>::max(), 0));
    if (reader.error())
        return *reader.error();
    return value;
}

} // namespace tawasul::wire

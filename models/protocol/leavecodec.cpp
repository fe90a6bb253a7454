// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/leavecodec.h"

#include "models/protocol/casecodec.h"
#include "models/protocol/fields.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/limits.h"
#include "models/protocol/words.h"

#include <QtCore/QJsonArray>

namespace tawasul::wire {

namespace {

using namespace field;

constexpr int kMostUnsent = 1'000'000;

QJsonValue dayOrNull(QDate day)
{
    return day.isValid() ? QJsonValue(day.toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}

QJsonValue instantOrNull(const std::optional<Instant> &instant)
{
    return instant ? QJsonValue(toIso(*instant)) : QJsonValue(QJsonValue::Null);
}

QJsonValue personOrNull(const std::optional<PersonName> &person)
{
    return person ? QJsonValue(toJson(*person)) : QJsonValue(QJsonValue::Null);
}

template<class T>
Result<T> read(const JsonReader &reader, T value)
{
    if (reader.error())
        return *reader.error();
    return value;
}

PersonName readPerson(JsonReader &reader, QLatin1String name)
{
    const auto person = personFromJson(reader.object(name));
    if (!person)
        reader.fail(QString(name), person.error());
    return person ? *person : PersonName();
}

QJsonObject encodeReport(const UnsentReport &value)
{
    return {{kDevice, value.device},
            {kUnsent, value.unsent},
            {kOldestRecordedAt, instantOrNull(value.oldestRecordedAt)},
            {kReportedAt, toIso(value.reportedAt)}};
}

Result<UnsentReport> decodeReport(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("machine"));
    UnsentReport value;
    value.device = reader.text(kDevice);
    value.unsent = static_cast<int>(reader.integer(kUnsent, 0, kMostUnsent));
    value.oldestRecordedAt = reader.optionalInstant(kOldestRecordedAt);
    value.reportedAt = reader.instant(kReportedAt);
    return read(reader, std::move(value));
}

QJsonObject encodeLine(const StaffLine &value)
{
    QJsonArray leaves;
    for (const Leave &leave : value.officer.leaves)
        leaves.append(toJson(leave));
    QJsonArray machines;
    for (const UnsentReport &report : value.machines)
        machines.append(encodeReport(report));
    return {{kId, value.officer.name.id.text()},
            {kName, value.officer.name.name},
            {kSection, value.officer.section},
            {kRegion, value.officer.region},
            {kActive, value.officer.active},
            {kLeaves, leaves},
            {kMachines, machines}};
}

Result<StaffLine> decodeLine(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("officer"));
    StaffLine value;
    value.officer.name = {PersonId(reader.filledText(kId)), reader.text(kName)};
    value.officer.section = reader.text(kSection);
    value.officer.region = reader.text(kRegion);
    value.officer.active = reader.boolean(kActive);
    value.officer.leaves = decodedList(reader, kLeaves, reader.objects(kLeaves), leaveFromJson);
    value.machines = decodedList(reader, kMachines, reader.objects(kMachines), decodeReport);
    return read(reader, std::move(value));
}

} // namespace

QJsonObject toJson(const Leave &value)
{
    const bool isNewer = value.kind == Leave::Kind::Unknown && !value.kindText.isEmpty();
    return {{kId, value.id.text()},
            {kVersion, value.version},
            {kOfficer, toJson(value.officer)},
            {kKind, isNewer ? value.kindText : word(value.kind)},
            {kFirstDay, value.first.toString(Qt::ISODate)},
            {kLastDay, dayOrNull(value.last)},
            {kSubstitute, personOrNull(value.substitute)},
            {kRecordedBy, toJson(value.recordedBy)},
            {kRecordedAt, toIso(value.recordedAt)},
            {kChangedBy, personOrNull(value.changedBy)},
            {kChangedAt, instantOrNull(value.changedAt)},
            {kEndedAt, instantOrNull(value.endedAt)}};
}

Result<Leave> leaveFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("leave"));
    Leave value;
    value.id = LeaveId(reader.filledText(kId));
    value.version = reader.integer(kVersion, 1, kMaxVersion);
    value.officer = readPerson(reader, kOfficer);
    const QString kind = reader.filledText(kKind);
    value.kind = leaveKind(kind);
    if (value.kind == Leave::Kind::Unknown)
        value.kindText = kind;
    value.first = reader.day(kFirstDay);
    value.last = reader.optionalDay(kLastDay);
    if (reader.optionalObject(kSubstitute))
        value.substitute = readPerson(reader, kSubstitute);
    value.recordedBy = readPerson(reader, kRecordedBy);
    value.recordedAt = reader.instant(kRecordedAt);
    if (reader.optionalObject(kChangedBy))
        value.changedBy = readPerson(reader, kChangedBy);
    value.changedAt = reader.optionalInstant(kChangedAt);
    value.endedAt = reader.optionalInstant(kEndedAt);
    return read(reader, std::move(value));
}

QJsonObject leaveFormToJson(const Leave &value)
{
    return {{kOfficer, value.officer.id.text()},
            {kKind, word(value.kind)},
            {kFirstDay, value.first.toString(Qt::ISODate)},
            {kLastDay, dayOrNull(value.last)},
            {kSubstitute,
             value.substitute ? QJsonValue(value.substitute->id.text()) : QJsonValue(QJsonValue::Null)}};
}

Result<Leave> leaveFormFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("leave"));
    Leave value;
    value.officer.id = PersonId(reader.filledText(kOfficer));
    value.kind = leaveKind(reader.filledText(kKind));
    value.first = reader.day(kFirstDay);
    value.last = reader.optionalDay(kLastDay);
    const QString substitute = reader.optionalText(kSubstitute);
    if (!substitute.isEmpty())
        value.substitute = PersonName{PersonId(substitute), {}};
    return read(reader, std::move(value));
}

QJsonObject leavesToJson(const std::vector<Leave> &leaves, bool more)
{
    QJsonArray array;
    for (const Leave &leave : leaves)
        array.append(toJson(leave));
    return {{kLeaves, array}, {kMore, more}};
}

Result<std::vector<Leave>> leavesFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("leaves"));
    auto leaves = decodedList(reader, kLeaves, reader.objects(kLeaves), leaveFromJson);
    return read(reader, std::move(leaves));
}

QJsonObject unsentFormToJson(const UnsentReport &value)
{
    QJsonObject object{{kUnsent, value.unsent}, {kOldestRecordedAt, instantOrNull(value.oldestRecordedAt)}};
    if (!value.profile.isEmpty())
        object.insert(kProfile, value.profile);
    return object;
}

Result<UnsentReport> unsentFormFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("outbox"));
    UnsentReport value;
    value.unsent = static_cast<int>(reader.integer(kUnsent, 0, kMostUnsent));
    value.oldestRecordedAt = reader.optionalInstant(kOldestRecordedAt);
    value.profile = reader.optionalText(kProfile);
    return read(reader, std::move(value));
}

QJsonObject staffToJson(const std::vector<StaffLine> &staff)
{
    QJsonArray array;
    for (const StaffLine &line : staff)
        array.append(encodeLine(line));
    return {{kOfficers, array}};
}

Result<std::vector<StaffLine>> staffFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("staff"));
    auto staff = decodedList(reader, kOfficers, reader.objects(kOfficers), decodeLine);
    return read(reader, std::move(staff));
}

} // namespace tawasul::wire

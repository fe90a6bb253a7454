// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/assignmentcodec.h"

#include "models/protocol/casecodec.h"
#include "models/protocol/fields.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/jsontext.h"
#include "models/protocol/limits.h"
#include "models/protocol/words.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <limits>

namespace tawasul::wire {

namespace {

using namespace field;

QJsonValue personOrNull(const std::optional<PersonName> &person)
{
    return person ? QJsonValue(toJson(*person)) : QJsonValue(QJsonValue::Null);
}

std::optional<PersonName> readPerson(JsonReader &reader, QLatin1String name)
{
    const auto object = reader.optionalObject(name);
    if (!object)
        return std::nullopt;
    auto person = personFromJson(*object);
    if (!person)
        reader.fail(QString(name), person.error());
    return person ? std::optional(std::move(*person)) : std::nullopt;
}

QJsonObject encodeRule(const AssignmentRule &rule)
{
    QJsonObject object{{kFrom, rule.from.text()}};
    if (rule.endsFrom.isValid())
        object.insert(kEndsFrom, rule.endsFrom.toString(Qt::ISODate));
    if (rule.endsTo.isValid())
        object.insert(kEndsTo, rule.endsTo.toString(Qt::ISODate));
    if (!rule.section.isEmpty())
        object.insert(kSection, rule.section);
    if (!rule.subService.isEmpty())
        object.insert(kSubService, rule.subService);
    return object;
}

Result<AssignmentRule> ruleFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("rule"));
    AssignmentRule rule;
    rule.from = PersonId(reader.text(kFrom));
    rule.endsFrom = reader.optionalDay(kEndsFrom);
    rule.endsTo = reader.optionalDay(kEndsTo);
    rule.section = reader.optionalText(kSection);
    rule.subService = reader.optionalText(kSubService);
    if (reader.error())
        return *reader.error();
    return rule;
}

Result<AssignmentWish> wishFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("case"));
    AssignmentWish wish;
    wish.caseId = CaseId(reader.filledText(kCaseId));
    wish.to = PersonId(reader.text(kTo));
    const qint64 version = reader.optionalInteger(kVersion, 1, kMaxVersion, 0);
    if (version > 0)
        wish.version = version;
    if (reader.error())
        return *reader.error();
    return wish;
}

QJsonObject encodeVerdict(const AssignmentVerdict &value)
{
    QJsonObject object{{kCaseId, value.caseId.text()}, {kOutcome, word(value.outcome)}};
    if (!value.reason.isEmpty())
        object.insert(kReason, value.reason);
    if (value.number.isEmpty())
        return object; // out of reach
    object.insert(kNumber, value.number);
    object.insert(kVersion, value.version);
    object.insert(kFrom, personOrNull(value.from));
    object.insert(kTo, personOrNull(value.to));
    if (value.substitute)
        object.insert(kSubstitute, toJson(*value.substitute));
    if (!value.act.isEmpty())
        object.insert(kActId, value.act.text());
    return object;
}

Result<AssignmentVerdict> verdictFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("result"));
    AssignmentVerdict value;
    value.caseId = CaseId(reader.filledText(kCaseId));
    value.outcome = assignmentOutcome(reader.filledText(kOutcome));
    value.reason = reader.optionalText(kReason);
    value.number = reader.optionalText(kNumber);
    value.version = reader.optionalInteger(kVersion, 0, kMaxVersion, 0);
    value.from = readPerson(reader, kFrom);
    value.to = readPerson(reader, kTo);
    value.substitute = readPerson(reader, kSubstitute);
    value.act = ActId(reader.optionalText(kActId));
    if (reader.error())
        return *reader.error();
    return value;
}

QJsonObject encodeLoad(const Load &value)
{
    return {{kOverdue, value.overdue},
            {kToday, value.today},
            {kOnTrack, value.onTrack},
            {kWaiting, value.waiting}};
}

Result<Load> loadFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("load"));
    const auto count = [&reader](QLatin1String name) {
        return static_cast<int>(reader.integer(name, 0, std::numeric_limits<int>::max()));
    };
    const Load load{count(kOverdue), count(kToday), count(kOnTrack), count(kWaiting)};
    if (reader.error())
        return *reader.error();
    return load;
}

Result<LoadChange> changeFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("change"));
    const auto load = [&reader](QLatin1String name) {
        const auto decoded = loadFromJson(reader.object(name));
        if (!decoded)
            reader.fail(QString(name), decoded.error());
        return decoded.value_or(Load());
    };
    LoadChange change;
    change.officer = readPerson(reader, kOfficer).value_or(PersonName());
    change.before = load(kBefore);
    change.after = load(kAfter);
    if (reader.error())
        return *reader.error();
    return change;
}

} // namespace

QJsonObject toJson(const AssignmentOrder &value)
{
    QJsonObject object{{kRecordedAt, toIso(value.recordedAt)}};
    if (!value.id.isEmpty())
        object.insert(kId, value.id.text());
    if (value.isDryRun)
        object.insert(kDryRun, true);
    if (value.monotonic.count() > 0)
        object.insert(kMonotonicMs, static_cast<qint64>(value.monotonic.count()));
    if (value.lastServerTime)
        object.insert(kLastServerTime, toIso(*value.lastServerTime));
    if (!value.text.isEmpty())
        object.insert(kText, value.text);
    if (value.rule) {
        object.insert(kRule, encodeRule(*value.rule));
        object.insert(kTo, value.to.text());
    }
    if (!value.undoes.isEmpty())
        object.insert(kUndo, value.undoes.text());
    QJsonArray cases;
    for (const AssignmentWish &wish : value.cases) {
        QJsonObject line{{kCaseId, wish.caseId.text()}, {kTo, wish.to.text()}};
        if (wish.version)
            line.insert(kVersion, *wish.version);
        cases.append(line);
    }
    if (!cases.isEmpty())
        object.insert(kCases, cases);
    return object;
}

QByteArray bodyOf(const AssignmentOrder &value)
{
    AssignmentOrder rest = value;
    rest.cases.clear();
    QByteArray body = toBytes(toJson(rest));
    if (value.cases.empty())
        return body;
    QByteArray cases;
    cases.reserve(static_cast<qsizetype>(value.cases.size()) * 128);
    for (const AssignmentWish &wish : value.cases) {
        cases.append(cases.isEmpty() ? "[{\"case_id\":" : ",{\"case_id\":");
        appendText(cases, wish.caseId.text());
        cases.append(",\"to\":");
        appendText(cases, wish.to.text());
        if (wish.version)
            appendNumber(cases.append(",\"version\":"), *wish.version);
        cases.append('}');
    }
    insertFirst(body, kCases, cases.append(']'));
    return body;
}

Result<AssignmentOrder> assignmentOrderFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("assignment"));
    AssignmentOrder value;
    value.id = AssignmentId(reader.optionalText(kId));
    value.isDryRun = reader.optionalBoolean(kDryRun, false);
    value.recordedAt = reader.instant(kRecordedAt);
    value.monotonic = std::chrono::milliseconds(
        reader.optionalInteger(kMonotonicMs, 0, std::numeric_limits<qint64>::max(), 0));
    value.lastServerTime = reader.optionalInstant(kLastServerTime);
    value.text = reader.optionalText(kText);
    value.cases = decodedList(reader, kCases, reader.optionalObjects(kCases), wishFromJson);
    if (const auto rule = reader.optionalObject(kRule)) {
        auto decoded = ruleFromJson(*rule);
        if (decoded)
            value.rule = std::move(*decoded);
        else
            reader.fail(QString(kRule), decoded.error());
        value.to = PersonId(reader.text(kTo));
    }
    value.undoes = AssignmentId(reader.optionalText(kUndo));
    if (reader.error())
        return *reader.error();
    return value;
}

QJsonObject toJson(const AssignmentAnswer &value)
{
    QJsonArray results;
    for (const AssignmentVerdict &verdict : value.results)
        results.append(encodeVerdict(verdict));
    QJsonArray loads;
    for (const LoadChange &change : value.loads)
        loads.append(QJsonObject{{kOfficer, toJson(change.officer)},
                                 {kBefore, encodeLoad(change.before)},
                                 {kAfter, encodeLoad(change.after)}});
    const auto done = std::count_if(value.results.begin(), value.results.end(), [](const auto &verdict) {
        return verdict.outcome == AssignmentOutcome::Done;
    });
    const auto all = static_cast<qint64>(value.results.size());
    QJsonObject object{{kDryRun, value.isDryRun},
                       {kAt, toIso(value.at)},
                       {kMatched, all},
                       {kDone, static_cast<qint64>(done)},
                       {kRefused, all - done},
                       {kResults, results},
                       {kLoads, loads}};
    if (!value.id.isEmpty())
        object.insert(kId, value.id.text());
    object.insert(kUndoUntil,
                  value.undoUntil ? QJsonValue(toIso(*value.undoUntil)) : QJsonValue(QJsonValue::Null));
    return object;
}

Result<AssignmentAnswer> assignmentAnswerFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("assignment"));
    AssignmentAnswer value;
    value.id = AssignmentId(reader.optionalText(kId));
    value.isDryRun = reader.boolean(kDryRun);
    value.at = reader.instant(kAt);
    value.undoUntil = reader.optionalInstant(kUndoUntil);
    value.results = decodedList(reader, kResults, reader.objects(kResults), verdictFromJson);
    value.loads = decodedList(reader, kLoads, reader.objects(kLoads), changeFromJson);
    if (reader.error())
        return *reader.error();
    return value;
}

} // namespace tawasul::wire

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/protocol/referencecodec.h"

#include "models/protocol/centrekeycodec.h"
#include "models/protocol/fields.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/words.h"

#include <QtCore/QSet>

#include <algorithm>

namespace tawasul::wire {

namespace {

using namespace field;

constexpr int kMaxDays = 3660;

constexpr QLatin1String kBody{ "body" };
constexpr QLatin1String kNote{ "note" };

Bilingual bilingual(JsonReader &outer, QLatin1String name, const QJsonObject &object)
{
    JsonReader reader(object, name);
    Bilingual value{ reader.filledText(QLatin1String("ar")), reader.filledText(QLatin1String("en")) };
    if (reader.error())
        outer.fail(*reader.error());
    return value;
}

Bilingual nameOf(JsonReader &reader)
{
    return bilingual(reader, kName, reader.object(kName));
}

// Decodes each object of a list with `decode(JsonReader &) -> T`; the first error names the list and the
// row's code.
template <class Decode> auto rows(JsonReader &outer, QLatin1String name, Decode decode)
{
    std::vector<std::invoke_result_t<Decode, JsonReader &>> values;
    for (const QJsonObject &object : outer.objects(name)) {
        JsonReader reader(
            object, QString(name) % QLatin1Char('[') % object.value(kCode).toString() % QLatin1Char(']'));
        values.push_back(decode(reader));
        if (reader.error())
            outer.fail(*reader.error());
    }
    return values;
}

template <class T>
void requireUniqueCodes(JsonReader &outer, QLatin1String name, const std::vector<T> &values)
{
    QSet<QString> seen;
    for (const T &value : values) {
        if (seen.contains(value.code))
            outer.fail(name, "a code stands twice");
        seen.insert(value.code);
    }
}

int wholeNumber(JsonReader &reader, const char *name, int least, int greatest)
{
    return static_cast<int>(reader.integer(QLatin1String(name), least, greatest));
}

NamedCode decodeNamed(JsonReader &reader)
{
    return { reader.filledText(kCode), nameOf(reader) };
}

WeightedTerm decodeTerm(JsonReader &reader)
{
    return { reader.filledText(kText), wholeNumber(reader, "weight", 1, 100) };
}

std::vector<ActType> actTypes(JsonReader &reader, const char *name)
{
    std::vector<ActType> types;
    for (const QString &text : reader.texts(QLatin1String(name))) {
        // An outcome of a newer centre is none of ours to offer.
        if (const ActType type = actType(text); type != ActType::Unknown)
            types.push_back(type);
    }
    return types;
}

Section decodeSection(JsonReader &reader)
{
    Section value;
    value.code = reader.filledText(kCode);
    value.name = nameOf(reader);
    for (const QString &text : reader.texts(QLatin1String("accepted_identifiers"))) {
        // A kind of number of a newer centre is none that this program could find.
        if (const IdentifierKind kind = identifierKind(text); kind != IdentifierKind::Unknown)
            value.acceptedIdentifiers.push_back(kind);
    }
    value.terms = rows(reader, QLatin1String("terms"), decodeTerm);
    return value;
}

SubService decodeSubService(JsonReader &reader)
{
    SubService value;
    value.code = reader.filledText(kCode);
    value.section = reader.filledText(kSection);
    value.name = nameOf(reader);
    value.workingDays = wholeNumber(reader, "working_days", 1, kMaxDays);
    value.needsExecutionProof = reader.boolean(QLatin1String("needs_execution_proof"));
    value.requiredDocuments = reader.texts(QLatin1String("required_documents"));
    value.terms = rows(reader, QLatin1String("terms"), decodeTerm);
    return value;
}

Reason decodeReason(JsonReader &reader)
{
    return { reader.filledText(kCode), actTypes(reader, "outcomes"), nameOf(reader),
             reader.texts(QLatin1String("templates")), reader.optionalText(QLatin1String("precheck")) };
}

ReplyTemplate decodeTemplate(JsonReader &reader)
{
    return { reader.filledText(kCode), actTypes(reader, "outcomes"),
             reader.boolean(QLatin1String("says_done")), reader.texts(QLatin1String("sections")),
             bilingual(reader, kBody, reader.object(kBody)) };
}

Holiday decodeHoliday(JsonReader &reader)
{
    Holiday value{ reader.day(QLatin1String("first")), reader.day(QLatin1String("last")), nameOf(reader),
                   reader.optionalBoolean(QLatin1String("provisional"), false) };
    if (value.last < value.first)
        reader.fail(QLatin1String("last"), "before the first day");
    return value;
}

OfficeHours decodeHours(JsonReader &reader)
{
    return { reader.day(QLatin1String("first")), reader.optionalDay(QLatin1String("last")),
             reader.timeOfDay(QLatin1String("opens")), reader.timeOfDay(QLatin1String("closes")),
             nameOf(reader) };
}

std::vector<int> decodeWeekend(JsonReader &reader)
{
    static const QStringList kDays{ QStringLiteral("monday"),    QStringLiteral("tuesday"),
                                    QStringLiteral("wednesday"), QStringLiteral("thursday"),
                                    QStringLiteral("friday"),    QStringLiteral("saturday"),
                                    QStringLiteral("sunday") };
    std::vector<int> weekend;
    for (const QString &text : reader.texts(QLatin1String("weekend"))) {
        const auto index = kDays.indexOf(text);
        if (index < 0)
            reader.fail(QLatin1String("weekend"), "no such day");
        weekend.push_back(static_cast<int>(index) + Qt::Monday);
    }
    return weekend;
}

WorkCalendar decodeCalendar(JsonReader &outer)
{
    JsonReader reader(outer.object(QLatin1String("calendar")), QStringLiteral("calendar"));
    const QString version = reader.filledText(kVersion);
    std::vector<int> weekend = decodeWeekend(reader);
    std::vector<Holiday> holidays = rows(reader, QLatin1String("holidays"), decodeHoliday);
    std::vector<OfficeHours> hours = rows(reader, QLatin1String("office_hours"), decodeHours);
    WorkCalendar calendar(version, std::move(weekend), std::move(holidays), std::move(hours));
    if (!reader.error() && !calendar.isUsable())
        reader.fail(QLatin1String("office_hours"), "no day on which anything could be done");
    if (reader.error())
        outer.fail(*reader.error());
    return calendar;
}

// Nothing for a kind of window of a newer centre: this program could not tell what it opens or closes.
std::optional<StatutoryRule> decodeRule(JsonReader &reader)
{
    StatutoryRule value;
    value.code = reader.filledText(kCode);
    const QString kind = reader.text(kKind);
    const bool isEarliest = kind == QLatin1String("earliest");
    const bool isKnown = isEarliest || kind == QLatin1String("latest");
    value.kind = isEarliest ? StatutoryRule::Kind::Earliest : StatutoryRule::Kind::Latest;
    value.name = nameOf(reader);
    value.subServices = reader.texts(QLatin1String("sub_services"));
    value.dateKind = reader.filledText(QLatin1String("date_kind"));
    value.days = wholeNumber(reader, "days", -kMaxDays, kMaxDays);
    value.effectiveFrom = reader.optionalDay(QLatin1String("effective_from"));
    value.effectiveTo = reader.optionalDay(QLatin1String("effective_to"));
    if (const auto note = reader.optionalObject(kNote))
        value.note = bilingual(reader, kNote, *note);
    return isKnown ? std::optional(value) : std::nullopt;
}

std::vector<StatutoryRule> decodeRules(JsonReader &outer)
{
    std::vector<StatutoryRule> rules;
    for (auto &rule : rows(outer, QLatin1String("statutory_rules"), decodeRule)) {
        if (rule)
            rules.push_back(std::move(*rule));
    }
    return rules;
}

ReferenceParameters decodeParameters(JsonReader &outer)
{
    JsonReader reader(outer.object(QLatin1String("parameters")), QStringLiteral("parameters"));
    ReferenceParameters value;
    value.serviceWorkingDays = wholeNumber(reader, "service_working_days", 1, kMaxDays);
    value.closedDaysInCache = wholeNumber(reader, "closed_days_in_cache", 1, kMaxDays);
    value.recallSeconds = wholeNumber(reader, "recall_seconds", 0, 86'400);
    value.pollSeconds = wholeNumber(reader, "poll_seconds", 1, 3'600);
    value.nearDueWorkingDays = wholeNumber(reader, "near_due_working_days", 0, 100);
    value.sectionLead = wholeNumber(reader, "section_lead", 1, 1'000);
    value.enquiryScore = wholeNumber(reader, "enquiry_score", 1, 1'000);
    value.attachmentMaxBytes = reader.integer(QLatin1String("attachment_max_bytes"), 1, 1LL << 40U);
    value.attachmentMaxCount = wholeNumber(reader, "attachment_max_count", 1, 1'000);
    value.descriptionMaxChars = wholeNumber(reader, "description_max_chars", 1, 1'000'000);
    value.clockPausesWhileReturned = reader.boolean(QLatin1String("clock_pauses_while_returned"));
    // Younger than the others: a centre may have kept versions without it.
    value.prefetchKbitInOfficeHours = static_cast<int>(
        reader.optionalInteger(QLatin1String("prefetch_kbit_in_office_hours"), 0, 10'000'000,
                               ReferenceParameters().prefetchKbitInOfficeHours));
    if (reader.error())
        outer.fail(*reader.error());
    return value;
}

QHash<QString, Bilingual> decodePortalStatuses(JsonReader &outer)
{
    QHash<QString, Bilingual> words;
    for (const QJsonObject &object : outer.objects(QLatin1String("portal_statuses"))) {
        JsonReader reader(object, QStringLiteral("portal_statuses"));
        const QString status = reader.filledText(kStatus);
        words.insert(status, nameOf(reader));
        if (reader.error())
            outer.fail(*reader.error());
    }
    return words;
}

// What the screens rely on: nobody may be left with an outcome that cannot be recorded.
void requireDecidable(JsonReader &outer, const Reference &value)
{
    for (const SubService &row : value.subServices) {
        if (!value.section(row.section))
            outer.fail(QLatin1String("sub_services"), "a sub-service without its section");
    }
    for (const ActType outcome :
         { ActType::Complete, ActType::Return, ActType::Reject, ActType::Transfer, ActType::Escalate }) {
        const auto serves = [outcome](const auto &row) {
            return std::find(row.outcomes.begin(), row.outcomes.end(), outcome) != row.outcomes.end();
        };
        if (std::none_of(value.reasons.begin(), value.reasons.end(), serves))
            outer.fail(QLatin1String("reasons"), "an outcome without a reason");
        if (decides(outcome) && std::none_of(value.templates.begin(), value.templates.end(), serves))
            outer.fail(QLatin1String("reply_templates"), "an outcome without a template");
    }
}

} // namespace

Result<Reference> referenceFromJson(const QJsonObject &object)
{
    JsonReader reader(object, QStringLiteral("reference"));
    Reference value;
    value.version = reader.filledText(kVersion);
    value.oldestDesk = reader.filledText(QLatin1String("oldest_desk"));
    value.regions = rows(reader, QLatin1String("regions"), decodeNamed);
    value.sections = rows(reader, QLatin1String("sections"), decodeSection);
    value.subServices = rows(reader, QLatin1String("sub_services"), decodeSubService);
    value.documents = rows(reader, QLatin1String("documents"), decodeNamed);
    value.reasons = rows(reader, QLatin1String("reasons"), decodeReason);
    value.templates = rows(reader, QLatin1String("reply_templates"), decodeTemplate);
    value.calendar = decodeCalendar(reader);
    value.statutoryRules = decodeRules(reader);
    value.dateKinds = rows(reader, QLatin1String("date_kinds"), decodeNamed);
    value.enquiryTerms = rows(reader, QLatin1String("enquiry_terms"), decodeTerm);
    value.portalStatuses = decodePortalStatuses(reader);
    value.parameters = decodeParameters(reader);
    value.keys = centreKeysFrom(reader);
    requireUniqueCodes(reader, QLatin1String("regions"), value.regions);
    requireUniqueCodes(reader, QLatin1String("sections"), value.sections);
    requireUniqueCodes(reader, QLatin1String("sub_services"), value.subServices);
    requireUniqueCodes(reader, QLatin1String("documents"), value.documents);
    requireUniqueCodes(reader, QLatin1String("reasons"), value.reasons);
    requireUniqueCodes(reader, QLatin1String("reply_templates"), value.templates);
    requireUniqueCodes(reader, QLatin1String("statutory_rules"), value.statutoryRules);
    requireUniqueCodes(reader, QLatin1String("date_kinds"), value.dateKinds);
    requireDecidable(reader, value);
    if (reader.error())
        return *reader.error();
    return value;
}

} // namespace tawasul::wire

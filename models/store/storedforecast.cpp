// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storedforecast.h"

#include "models/protocol/casecodec.h"
#include "models/protocol/fields.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/jsontext.h"
#include "models/protocol/words.h"

#include <QtCore/QHash>

#include <map>
#include <tuple>

namespace tawasul {

namespace {

constexpr QLatin1String kPeople("people");
constexpr QLatin1String kVerdicts("verdicts");
constexpr QLatin1String kByCase("verdicts_by_case"); // the last by name of all, and so in the text
constexpr int kNobody = -1;

/// A verdict without its case; people by their place in the list.
struct Kind
{
    AssignmentOutcome outcome{};
    QString reason;
    int from = kNobody;
    int to = kNobody;
    int substitute = kNobody;

    friend bool operator<(const Kind &a, const Kind &b)
    {
        return std::tie(a.outcome, a.from, a.to, a.substitute, a.reason)
            < std::tie(b.outcome, b.from, b.to, b.substitute, b.reason);
    }
};

class Writer
{
public:
    explicit Writer(std::size_t cases) { m_rows.reserve(static_cast<qsizetype>(cases) * 96); }

    void add(const AssignmentVerdict &verdict)
    {
        m_rows.append(m_rows.isEmpty() ? "[[" : ",[");
        wire::appendText(m_rows, verdict.caseId.text());
        m_rows.append(',');
        wire::appendText(m_rows, verdict.number);
        wire::appendNumber(m_rows.append(','), verdict.version);
        wire::appendNumber(m_rows.append(','), placeOf(verdict));
        m_rows.append(']');
    }

    [[nodiscard]] QByteArray bytes(const QJsonObject &rest)
    {
        QJsonObject object = rest;
        object.insert(kPeople, m_people);
        object.insert(kVerdicts, m_verdicts);
        QByteArray json = wire::toBytes(object);
        wire::insertLast(json, kByCase, m_rows.isEmpty() ? "[]" : m_rows.append(']'));
        return json;
    }

private:
    [[nodiscard]] int placeOf(const std::optional<PersonName> &person)
    {
        if (!person)
            return kNobody;
        // A thousand cases share the few texts of those who have them: most are known without reading one.
        const std::pair texts{person->id.text().constData(), person->name.constData()};
        if (const auto seen = m_seen.constFind(texts); seen != m_seen.constEnd())
            return *seen;
        const std::pair key{person->id.text(), person->name};
        const auto known = m_places.constFind(key);
        const int place = known != m_places.constEnd() ? *known : static_cast<int>(m_people.size());
        m_seen.insert(texts, place);
        if (known == m_places.constEnd()) {
            m_places.insert(key, place);
            m_people.append(wire::toJson(*person));
        }
        return place;
    }

    [[nodiscard]] int placeOf(const AssignmentVerdict &verdict)
    {
        const Kind kind{verdict.outcome, verdict.reason, placeOf(verdict.from), placeOf(verdict.to),
                        placeOf(verdict.substitute)};
        const auto [found, isNew] = m_kinds.try_emplace(kind, static_cast<int>(m_verdicts.size()));
        if (isNew)
            m_verdicts.append(
                QJsonArray{wire::word(kind.outcome), kind.reason, kind.from, kind.to, kind.substitute});
        return found->second;
    }

    QByteArray m_rows;
    QHash<std::pair<QString, QString>, int> m_places;
    QHash<std::pair<const QChar *, const QChar *>, int> m_seen; ///< of the verdicts, which outlive this
    std::map<Kind, int> m_kinds;
    QJsonArray m_people;
    QJsonArray m_verdicts;
};

Error malformed(const char *what)
{
    return {Error::Kind::Invalid, QStringLiteral("wire.malformed"),
            QStringLiteral("forecast.") % QLatin1String(what)};
}

// The element at a place that the text itself names; undefined, and so of no type, beyond the end.
QJsonValue elementAt(const QJsonArray &array, int place)
{
    return place >= 0 && place < array.size() ? array.at(place) : QJsonValue(QJsonValue::Undefined);
}

Result<std::optional<PersonName>> personAt(const QJsonArray &people, const QJsonValue &place)
{
    if (place.toInt(kNobody) == kNobody)
        return std::optional<PersonName>();
    return wire::personFromJson(elementAt(people, place.toInt()).toObject())
        .transform([](const PersonName &person) { return std::optional(person); });
}

Result<std::vector<AssignmentVerdict>> verdictsIn(const QJsonArray &kinds, const QJsonArray &people)
{
    std::vector<AssignmentVerdict> verdicts;
    for (const QJsonValue &element : kinds) {
        const QJsonArray kind = element.toArray();
        auto from = personAt(people, elementAt(kind, 2));
        auto to = personAt(people, elementAt(kind, 3));
        auto substitute = personAt(people, elementAt(kind, 4));
        if (!from || !to || !substitute)
            return malformed("people");
        AssignmentVerdict verdict;
        verdict.outcome = wire::assignmentOutcome(elementAt(kind, 0).toString());
        verdict.reason = elementAt(kind, 1).toString();
        verdict.from = std::move(*from);
        verdict.to = std::move(*to);
        verdict.substitute = std::move(*substitute);
        verdicts.push_back(std::move(verdict));
    }
    return verdicts;
}

Result<std::vector<AssignmentVerdict>> resultsIn(const QJsonObject &object)
{
    const auto verdicts = verdictsIn(object.value(kVerdicts).toArray(), object.value(kPeople).toArray());
    if (!verdicts)
        return verdicts.error();
    const QJsonArray rows = object.value(kByCase).toArray();
    std::vector<AssignmentVerdict> results;
    results.reserve(static_cast<std::size_t>(rows.size()));
    for (const QJsonValue &element : rows) {
        const QJsonArray row = element.toArray();
        const int place = elementAt(row, 3).toInt(-1);
        const QString caseId = elementAt(row, 0).toString();
        if (caseId.isEmpty() || place < 0 || place >= std::ssize(*verdicts))
            return malformed("verdicts_by_case");
        AssignmentVerdict verdict = (*verdicts)[static_cast<std::size_t>(place)];
        verdict.caseId = CaseId(caseId);
        verdict.number = elementAt(row, 1).toString();
        verdict.version = elementAt(row, 2).toInteger();
        results.push_back(std::move(verdict));
    }
    return results;
}

} // namespace

QByteArray storedForecast(const std::vector<AssignmentVerdict> &results, const std::vector<LoadChange> &loads,
                          Instant at)
{
    Writer writer(results.size());
    for (const AssignmentVerdict &verdict : results)
        writer.add(verdict);
    QJsonObject answer = wire::toJson(wire::AssignmentAnswer{{}, true, at, {}, {}, loads});
    for (const QLatin1String counted : {wire::field::kMatched, wire::field::kDone, wire::field::kRefused})
        answer.remove(counted);
    return writer.bytes(answer);
}

Result<wire::AssignmentAnswer> forecastIn(const QByteArray &stored)
{
    const auto object = wire::parseObject(stored, QStringLiteral("forecast"));
    if (!object)
        return object.error();
    auto forecast = wire::assignmentAnswerFromJson(*object);
    if (!forecast || !object->contains(kByCase))
        return forecast;
    auto results = resultsIn(*object);
    if (!results)
        return results.error();
    forecast->results = std::move(*results);
    return forecast;
}

} // namespace tawasul

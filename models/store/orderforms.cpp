// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/orderforms.h"

#include "models/protocol/assignmentcodec.h"
#include "models/protocol/jsonreader.h"
#include "models/protocol/leavecodec.h"
#include "models/store/storedforecast.h"
#include "models/store/storedforms.h"

#include <QtCore/QSet>

namespace tawasul {

namespace {

Result<wire::AssignmentAnswer> answerIn(const QByteArray &bytes)
{
    return wire::parseObject(bytes, QStringLiteral("answer")).and_then(wire::assignmentAnswerFromJson);
}

/// A line for each thing. Of people the same few come again for every case, and are written once.
class Touches
{
public:
    explicit Touches(std::size_t cases = 0) { m_lines.reserve(static_cast<qsizetype>(cases) * 48); }

    void add(QByteArrayView kind, const QString &id)
    {
        m_lines.append(kind).append(id.toUtf8()).append('\n');
    }
    /// `id` must outlive this.
    void addPerson(const PersonId &id)
    {
        // Most share their text with one that was here, and need not be read.
        if (m_seen.contains(id.text().constData()))
            return;
        m_seen.insert(id.text().constData());
        const auto before = m_people.size();
        m_people.insert(id);
        if (m_people.size() != before)
            add("person:", id.text());
    }
    [[nodiscard]] QByteArray lines() { return std::move(m_lines); }

private:
    QByteArray m_lines;
    QSet<const QChar *> m_seen;
    QSet<PersonId> m_people;
};

} // namespace

QByteArray sentBody(const AssignmentOrder &order)
{
    return wire::bodyOf(order);
}

QByteArray sentBody(const Leave &form)
{
    return wire::toBytes(wire::leaveFormToJson(form));
}

QByteArray storedForecast(const Leave &leave)
{
    Leave kept = leave;
    kept.version = std::max<qint64>(kept.version, 1); // the wire knows no leave that was never recorded
    return wire::toBytes(wire::toJson(kept));
}

QByteArray touchedBy(const AssignmentOrder &order, const std::vector<AssignmentVerdict> &results)
{
    const PersonId nobody;
    Touches touches(results.size());
    touches.add("order:", order.id.text());
    if (!order.undoes.isEmpty())
        touches.add("order:", order.undoes.text());
    if (order.rule) {
        touches.addPerson(order.rule->from);
        touches.addPerson(order.to);
    }
    for (const AssignmentVerdict &verdict : results) {
        if (order.cases.empty())
            touches.add("case:", verdict.caseId.text());
        if (verdict.outcome == AssignmentOutcome::Refused)
            continue;
        touches.addPerson(verdict.from ? verdict.from->id : nobody);
        touches.addPerson(verdict.to ? verdict.to->id : nobody);
    }
    for (std::size_t i = 0; i < order.cases.size(); ++i) {
        const AssignmentWish &wish = order.cases[i];
        touches.add("case:", wish.caseId.text());
        const AssignmentVerdict *verdict = i < results.size() ? &results[i] : nullptr;
        const bool isAdded = verdict && verdict->outcome != AssignmentOutcome::Refused && verdict->to
            && verdict->to->id == wish.to;
        if (!isAdded)
            touches.addPerson(wish.to);
    }
    return touches.lines();
}

QByteArray touchedBy(const Leave &leave)
{
    Touches touches;
    touches.add("leave:", leave.id.text());
    touches.addPerson(leave.officer.id);
    if (leave.substitute)
        touches.addPerson(leave.substitute->id);
    return touches.lines();
}

Result<StoredAssignment> assignmentIn(const OrderRecord &record)
{
    auto order =
        wire::parseObject(record.body, QStringLiteral("assignment")).and_then(wire::assignmentOrderFromJson);
    if (!order)
        return unreadable(order.error().detail);
    StoredAssignment stored;
    stored.order = std::move(*order);
    if (record.state == OrderRecord::State::Refused || record.state == OrderRecord::State::Withdrawn)
        return stored;
    const bool isAnswered = record.state == OrderRecord::State::Answered;
    auto answer = isAnswered ? answerIn(record.answer) : forecastIn(record.foreseen);
    if (!answer)
        return unreadable(answer.error().detail);
    stored.results = std::move(answer->results);
    stored.loads = std::move(answer->loads);
    stored.undoUntil = answer->undoUntil;
    stored.at = answer->at;
    return stored;
}

Result<Leave> leaveIn(const OrderRecord &record)
{
    const bool isAnswered = record.state == OrderRecord::State::Answered;
    auto leave = wire::parseObject(isAnswered ? record.answer : record.foreseen, QStringLiteral("leave"))
                     .and_then(wire::leaveFromJson);
    if (!leave)
        return unreadable(leave.error().detail);
    if (!isAnswered && record.kind == OrderRecord::Kind::Leave)
        leave->version = record.ifMatch.value_or(0);
    return leave;
}

} // namespace tawasul

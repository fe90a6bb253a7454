// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a supervisor ordered, and what became of it.
#include "models/sql/rows.h"
#include "models/store/journalbody.h"
#include "models/store/journalsteps.h"
#include "models/store/storedforms.h"

#include <array>

namespace tawasul {

namespace {

using Kind = OrderRecord::Kind;
using State = OrderRecord::State;

constexpr std::array<std::pair<Kind, QLatin1String>, 3> kKinds{
    {{Kind::Assignment, QLatin1String("assignment")},
     {Kind::Leave, QLatin1String("leave")},
     {Kind::LeaveEnd, QLatin1String("leave_end")}}};

constexpr std::array<std::pair<State, QLatin1String>, 4> kStates{
    {{State::Waiting, QLatin1String("waiting")},
     {State::Answered, QLatin1String("answered")},
     {State::Refused, QLatin1String("refused")},
     {State::Withdrawn, QLatin1String("withdrawn")}}};

template<class Value, std::size_t count>
QString wordOf(const std::array<std::pair<Value, QLatin1String>, count> &words, Value value)
{
    for (const auto &[known, word] : words) {
        if (known == value)
            return word;
    }
    return {};
}

// The schema lets no other word in.
template<class Value, std::size_t count>
Value valueOf(const std::array<std::pair<Value, QLatin1String>, count> &words, const QString &word)
{
    for (const auto &[value, known] : words) {
        if (known == word)
            return value;
    }
    return words.front().first;
}

Error wrongOrderState(const OrderId &id)
{
    return {Error::Kind::Conflict, QStringLiteral("order.state"), u"not in the state for this: " % id.text()};
}

Outcome foundOrder(const Result<qint64> &changed, const OrderId &id)
{
    if (!changed)
        return changed.error();
    return *changed == 1 ? Outcome(Done{}) : Outcome(wrongOrderState(id));
}

const QString kSelect =
    QStringLiteral("SELECT id, kind, subject, if_match, undoes, recorded_at, body, foreseen, state, tries,"
                   " next_try_at, error, answer FROM supervision_order ");

OrderRecord orderAt(Query &row)
{
    OrderRecord order;
    order.id = OrderId(row.text(0));
    order.kind = valueOf(kKinds, row.text(1));
    order.subject = row.text(2);
    order.ifMatch = row.optionalInt64(3);
    order.undoes = row.text(4);
    order.recordedAt = instantOf(row.text(5)).value_or(Instant{});
    order.body = row.blob(6);
    order.foreseen = row.blob(7);
    order.state = valueOf(kStates, row.text(8));
    order.tries = static_cast<int>(row.int64(9));
    order.nextTryAt = instantOf(row.optionalText(10));
    if (const std::optional<QByteArray> error = row.optionalBlob(11))
        order.problem = errorFromStored(*error);
    order.answer = row.optionalBlob(12).value_or(QByteArray());
    return order;
}

} // namespace

Outcome Journal::recordOrder(const OrderRecord &order)
{
    return inTransaction(m_body->database, [&]() -> Outcome {
        const auto row = changeRows(
            m_body->database,
            QStringLiteral("INSERT INTO supervision_order (id, kind, subject, if_match, undoes, recorded_at,"
                           " body, foreseen) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
            order.id.text(), wordOf(kKinds, order.kind), order.subject, order.ifMatch,
            order.undoes.isNull() ? QStringLiteral("") : order.undoes, toIso(order.recordedAt),
            order.body.isNull() ? QByteArray("") : order.body,
            order.foreseen.isNull() ? QByteArray("") : order.foreseen);
        return row ? audit(QStringLiteral("order.recorded"), {}, order.id.text()) : done(row);
    });
}

Result<std::vector<OrderRecord>> Journal::orders(int most)
{
    return readAll(m_body->database,
                   QString(kSelect
                           % QStringLiteral("WHERE state <> 'withdrawn' AND length(foreseen) > 0"
                                            " ORDER BY sequence DESC LIMIT ?")),
                   orderAt, qint64(most));
}

Result<std::optional<OrderRecord>> Journal::order(const OrderId &id)
{
    return readOne(m_body->database, QString(kSelect % QStringLiteral("WHERE id = ?")), orderAt, id.text());
}

Result<std::vector<OrderRecord>> Journal::ordersThatWait()
{
    return readAll(m_body->database,
                   QString(kSelect % QStringLiteral("WHERE state = 'waiting' ORDER BY sequence")), orderAt);
}

Result<std::optional<OrderRecord>> Journal::nextOrder()
{
    return readOne(m_body->database,
                   QString(kSelect % QStringLiteral("WHERE state = 'waiting' ORDER BY sequence LIMIT 1")),
                   orderAt);
}

Result<std::optional<OrderRecord>> Journal::orderThatUndoes(const QString &subject)
{
    return readOne(m_body->database,
                   QString(kSelect
                           % QStringLiteral("WHERE undoes = ? AND state IN ('waiting', 'answered')"
                                            " ORDER BY sequence DESC LIMIT 1")),
                   orderAt, subject);
}

Result<WaitingOrders> Journal::waitingOrders()
{
    struct Row
    {
        qint64 count = 0;
        std::optional<QString> oldest;
    };
    const auto row = readOne(
        m_body->database,
        QStringLiteral("SELECT count(*), min(recorded_at) FROM supervision_order WHERE state = 'waiting'"),
        [](Query &found) {
            return Row{found.int64(0), found.optionalText(1)};
        });
    if (!row)
        return row.error();
    const Row waiting = row->value_or(Row());
    return WaitingOrders{static_cast<int>(waiting.count), instantOf(waiting.oldest)};
}

// Not audited, as with acts.
Result<bool> Journal::beginSendingOrder(const OrderId &id)
{
    const auto changed = changeRows(
        m_body->database,
        QStringLiteral("UPDATE supervision_order SET tries = tries + 1, last_try_at = ? WHERE id = ?"
                       " AND state = 'waiting' AND NOT EXISTS (SELECT 1 FROM supervision_order AS earlier"
                       " WHERE earlier.state = 'waiting' AND earlier.sequence < supervision_order.sequence)"),
        m_body->now(), id.text());
    return changed ? Result<bool>(*changed == 1) : changed.error();
}

Outcome Journal::orderWaits(const OrderId &id, const Error &error, Instant nextTryAt)
{
    return foundOrder(changeRows(m_body->database,
                                 QStringLiteral("UPDATE supervision_order SET error = ?, next_try_at = ?"
                                                " WHERE id = ? AND state = 'waiting'"),
                                 storedError(error), toIso(nextTryAt), id.text()),
                      id);
}

Outcome Journal::orderAnswered(const OrderId &id, const QByteArray &answer)
{
    return inTransaction(m_body->database, [&] {
        const Outcome found = foundOrder(
            changeRows(m_body->database,
                       QStringLiteral("UPDATE supervision_order SET state = 'answered', answer = ?,"
                                      " ended_at = ?, error = NULL, next_try_at = NULL"
                                      " WHERE id = ? AND state = 'waiting'"),
                       answer, m_body->now(), id.text()),
            id);
        return found ? audit(QStringLiteral("order.answered"), {}, id.text()) : found;
    });
}

Outcome Journal::orderRefused(const OrderId &id, const Error &error)
{
    return inTransaction(m_body->database, [&] {
        const Outcome found = foundOrder(
            changeRows(m_body->database,
                       QStringLiteral("UPDATE supervision_order SET state = 'refused', error = ?,"
                                      " ended_at = ?, next_try_at = NULL WHERE id = ? AND state = 'waiting'"),
                       storedError(error), m_body->now(), id.text()),
            id);
        return found ? audit(QStringLiteral("order.refused"), {}, QString(id.text() % u' ' % error.code))
                     : found;
    });
}

Outcome Journal::withdrawOrder(const OrderId &id)
{
    return inTransaction(m_body->database, [&] {
        const Outcome found = foundOrder(
            changeRows(m_body->database,
                       QStringLiteral("UPDATE supervision_order SET state = 'withdrawn', ended_at = ?,"
                                      " next_try_at = NULL WHERE id = ? AND state = 'waiting' AND tries = 0"),
                       m_body->now(), id.text()),
            id);
        return found ? audit(QStringLiteral("order.withdrawn"), {}, id.text()) : found;
    });
}

Result<UnsentActs> Journal::unsentActs()
{
    struct Row
    {
        qint64 count = 0;
        std::optional<QString> oldest;
    };
    const auto row = readOne(m_body->database,
                             QStringLiteral("SELECT count(*), min(act.recorded_at) FROM outbox CROSS JOIN act"
                                            " ON act.id = outbox.act_id"
                                            " WHERE outbox.state IN ('waiting', 'sending', 'parked')"),
                             [](Query &found) {
                                 return Row{found.int64(0), found.optionalText(1)};
                             });
    if (!row)
        return row.error();
    const Row unsent = row->value_or(Row());
    return UnsentActs{static_cast<int>(unsent.count), instantOf(unsent.oldest)};
}

} // namespace tawasul

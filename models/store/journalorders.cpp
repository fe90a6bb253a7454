// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a supervisor ordered, and what became of it.
#include "models/sql/rows.h"
#include "models/store/journalbody.h"
#include "models/store/journalsteps.h"
#include "models/store/storedforms.h"

#include <QtCore/QSet>

#include <algorithm>
#include <array>

namespace tawasul {

namespace {

using Kind = OrderRecord::Kind;
using State = OrderRecord::State;

constexpr std::array<std::pair<Kind, QLatin1String>, 3> kKinds{
    {{Kind::Assignment, QLatin1String("assignment")},
     {Kind::Leave, QLatin1String("leave")},
     {Kind::LeaveEnd, QLatin1String("leave_end")}}};

constexpr std::array<std::pair<State, QLatin1String>, 5> kStates{
    {{State::Waiting, QLatin1String("waiting")},
     {State::Answered, QLatin1String("answered")},
     {State::Refused, QLatin1String("refused")},
     {State::Withdrawn, QLatin1String("withdrawn")},
     {State::SetAside, QLatin1String("set_aside")}}};

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
                   " next_try_at, error, answer, rests_on, doubted FROM supervision_order ");

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
    order.restsOn = OrderId(row.text(13));
    order.isDoubted = row.int64(14) != 0;
    return order;
}

} // namespace

Outcome Journal::recordOrder(const OrderRecord &order)
{
    const auto orEmpty = [](const QString &text) { return text.isNull() ? QStringLiteral("") : text; };
    return inTransaction(m_body->database, [&]() -> Outcome {
        const auto row = changeRows(
            m_body->database,
            QStringLiteral("INSERT INTO supervision_order (id, kind, subject, if_match, undoes, rests_on,"
                           " recorded_at, body, foreseen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            order.id.text(), wordOf(kKinds, order.kind), order.subject, order.ifMatch, orEmpty(order.undoes),
            orEmpty(order.restsOn.text()), toIso(order.recordedAt),
            order.body.isNull() ? QByteArray("") : order.body,
            order.foreseen.isNull() ? QByteArray("") : order.foreseen);
        if (!row)
            return row.error();
        const auto touches = changeRows(m_body->database,
                                        QStringLiteral("INSERT INTO supervision_touches (sequence, touched)"
                                                       " VALUES (last_insert_rowid(), ?)"),
                                        order.touches.isNull() ? QByteArray("") : order.touches);
        if (!touches)
            return touches.error();
        return audit(QStringLiteral("order.recorded"), {}, order.id.text());
    });
}

namespace {

Result<std::vector<OrderRecord>> shownOrders(Database &database, const QString &kinds, int most)
{
    return readAll(database,
                   QString(kSelect % u"WHERE " % kinds
                           % u" AND state <> 'withdrawn' AND length(foreseen) > 0 AND"
                             " (state IN ('waiting', 'set_aside') OR sequence IN (SELECT sequence FROM"
                             " supervision_order WHERE "
                           % kinds
                           % u" AND state IN ('answered', 'refused') AND length(foreseen) > 0"
                             " ORDER BY sequence DESC LIMIT ?)) ORDER BY sequence DESC"),
                   orderAt, qint64(most));
}

} // namespace

Result<std::vector<OrderRecord>> Journal::assignments(int most)
{
    return shownOrders(m_body->database, QStringLiteral("kind = 'assignment'"), most);
}

Result<std::vector<OrderRecord>> Journal::leaveOrders(int most)
{
    return shownOrders(m_body->database, QStringLiteral("kind <> 'assignment'"), most);
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

namespace {

struct Queued
{
    OrderDue order;
    QByteArray touches;
};

// Views into `touches`.
std::vector<QByteArrayView> linesOf(QByteArrayView touches)
{
    std::vector<QByteArrayView> lines;
    while (!touches.isEmpty()) {
        const qsizetype end = touches.indexOf('\n');
        lines.push_back(end < 0 ? touches : touches.first(end));
        touches = end < 0 ? QByteArrayView() : touches.sliced(end + 1);
    }
    return lines;
}

} // namespace

Result<std::vector<OrderDue>> Journal::ordersDue()
{
    const auto waiting =
        readAll(m_body->database,
                QStringLiteral("SELECT one.id, one.kind, what.touched FROM supervision_order AS one"
                               " LEFT JOIN supervision_touches AS what ON what.sequence = one.sequence"
                               " WHERE one.state = 'waiting' ORDER BY one.sequence"),
                [](Query &row) {
                    return Queued{{OrderId(row.text(0)), valueOf(kKinds, row.text(1))},
                                  row.optionalBlob(2).value_or(QByteArray())};
                });
    if (!waiting)
        return waiting.error();
    std::vector<OrderDue> due;
    QSet<QByteArrayView> before;
    for (const Queued &one : *waiting) {
        const std::vector<QByteArrayView> lines = linesOf(one.touches);
        if (std::none_of(lines.begin(), lines.end(),
                         [&before](QByteArrayView line) { return before.contains(line); }))
            due.push_back(one.order);
        for (const QByteArrayView line : lines)
            before.insert(line);
    }
    return due;
}

Result<std::vector<OrderRecord>> Journal::ordersThatUndo(const QString &subject)
{
    return readAll(
        m_body->database,
        QString(kSelect
                % QStringLiteral("WHERE undoes = ? AND state IN ('waiting', 'answered', 'set_aside')"
                                 " ORDER BY sequence DESC")),
        orderAt, subject);
}

Result<std::optional<OrderRecord>> Journal::waitingOrderOf(const QString &subject)
{
    return readOne(m_body->database,
                   QString(kSelect
                           % QStringLiteral("WHERE state = 'waiting' AND subject = ?"
                                            " ORDER BY sequence DESC LIMIT 1")),
                   orderAt, subject);
}

Result<WaitingOrders> Journal::waitingOrders()
{
    struct Row
    {
        qint64 count = 0;
        std::optional<QString> oldest;
        qint64 aside = 0;
    };
    const auto row =
        readOne(m_body->database,
                QStringLiteral("SELECT coalesce(sum(state = 'waiting'), 0),"
                               " min(CASE state WHEN 'waiting' THEN recorded_at END),"
                               " coalesce(sum(state = 'set_aside'), 0)"
                               " FROM supervision_order WHERE state IN ('waiting', 'set_aside')"),
                [](Query &found) {
                    return Row{found.int64(0), found.optionalText(1), found.int64(2)};
                });
    if (!row)
        return row.error();
    const Row waiting = row->value_or(Row());
    return WaitingOrders{static_cast<int>(waiting.count), instantOf(waiting.oldest),
                         static_cast<int>(waiting.aside)};
}

// Not audited, as with acts.
Result<bool> Journal::beginSendingOrder(const OrderId &id)
{
    bool hasBegun = false;
    const Outcome begun = inTransaction(m_body->database, [&]() -> Outcome {
        const auto due = ordersDue();
        if (!due)
            return due.error();
        if (std::none_of(due->begin(), due->end(), [&id](const OrderDue &one) { return one.id == id; }))
            return Done{};
        const auto changed =
            changeRows(m_body->database,
                       QStringLiteral("UPDATE supervision_order SET tries = tries + 1, last_try_at = ?"
                                      " WHERE id = ? AND state = 'waiting'"),
                       m_body->now(), id.text());
        hasBegun = changed && *changed == 1;
        return done(changed);
    });
    return begun ? Result<bool>(hasBegun) : begun.error();
}

Outcome Journal::orderWaits(const OrderId &id, const Error &error, Instant nextTryAt, bool neverLeft)
{
    return foundOrder(changeRows(m_body->database,
                                 QStringLiteral("UPDATE supervision_order SET error = ?, next_try_at = ?,"
                                                " tries = max(tries - ?, 0)"
                                                " WHERE id = ? AND state = 'waiting'"),
                                 storedError(error), toIso(nextTryAt), qint64(neverLeft ? 1 : 0), id.text()),
                      id);
}

Outcome Journal::orderAnswered(const OrderId &id, const QByteArray &answer, const QString &epoch)
{
    return inTransaction(m_body->database, [&]() -> Outcome {
        const auto met = this->epoch();
        if (!met)
            return met.error();
        const bool isDoubted = !epoch.isEmpty() && !met->isEmpty() && epoch != *met;
        const Outcome found = foundOrder(
            changeRows(m_body->database,
                       QStringLiteral("UPDATE supervision_order SET state = 'answered', answer = ?,"
                                      " ended_at = ?, error = NULL, next_try_at = NULL, doubted = ?"
                                      " WHERE id = ? AND (state = 'waiting'"
                                      " OR (state = 'set_aside' AND tries > 0))"),
                       answer, m_body->now(), qint64(isDoubted ? 1 : 0), id.text()),
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
                                      " ended_at = ?, next_try_at = NULL WHERE id = ?"
                                      " AND (state = 'waiting' OR (state = 'set_aside' AND tries > 0))"),
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
                                      " next_try_at = NULL WHERE id = ? AND state IN ('waiting', 'set_aside')"
                                      " AND tries = 0"),
                       m_body->now(), id.text()),
            id);
        return found ? audit(QStringLiteral("order.withdrawn"), {}, id.text()) : found;
    });
}

Outcome Journal::setOrderAside(const OrderId &id)
{
    return inTransaction(m_body->database, [&] {
        const Outcome found = foundOrder(
            changeRows(m_body->database,
                       QStringLiteral("UPDATE supervision_order SET state = 'set_aside', ended_at = ?,"
                                      " next_try_at = NULL WHERE id = ? AND state = 'waiting'"),
                       m_body->now(), id.text()),
            id);
        return found ? audit(QStringLiteral("order.set_aside"), {}, id.text()) : found;
    });
}

Outcome Journal::sendOrderAgain(const OrderId &id)
{
    return inTransaction(m_body->database, [&] {
        const Outcome found = foundOrder(
            changeRows(m_body->database,
                       QStringLiteral("UPDATE supervision_order SET state = 'waiting', ended_at = NULL,"
                                      " error = NULL, answer = NULL, doubted = 0 WHERE id = ?"
                                      " AND length(foreseen) > 0"
                                      " AND (state = 'set_aside' OR (state = 'answered' AND doubted))"),
                       id.text()),
            id);
        return found ? audit(QStringLiteral("order.sent_again"), {}, id.text()) : found;
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

Result<bool> Journal::mayBeThoughtUnsent()
{
    const auto met = epoch();
    const auto zero = readOne(m_body->database, QStringLiteral("SELECT zero_in FROM outbox_told"),
                              [](Query &row) { return row.optionalText(0); });
    if (!met || !zero)
        return met ? zero.error() : met.error();
    return *zero && **zero != *met;
}

Outcome Journal::tellingUnsent()
{
    return done(
        changeRows(m_body->database,
                   QStringLiteral("INSERT OR REPLACE INTO outbox_told (only, zero_in) VALUES (1, NULL)")));
}

Outcome Journal::toldNothingUnsent()
{
    const auto met = epoch();
    if (!met)
        return met.error();
    return done(changeRows(m_body->database,
                           QStringLiteral("INSERT OR REPLACE INTO outbox_told (only, zero_in) VALUES (1, ?)"),
                           met->isNull() ? QStringLiteral("") : *met));
}

} // namespace tawasul

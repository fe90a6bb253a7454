// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/ordersender.h"

#include "models/sync/answers.h"
#include "models/sync/synclog.h"

namespace tawasul {

using std::chrono::milliseconds;

OrderSender::OrderSender(SyncRoom &room, Session &session, News news)
    : m_room(room)
    , m_session(session)
    , m_news(std::move(news))
    , m_next(room, [this] { look(); })
    , m_journalBackoff(room.random())
{
}

void OrderSender::setMayGo(bool mayGo)
{
    if (std::exchange(m_mayGo, mayGo) != mayGo && mayGo)
        look();
}

void OrderSender::forgiveAbsence()
{
    if (std::exchange(m_wasAway, false))
        m_notBefore = {};
    look();
}

void OrderSender::look()
{
    m_next.silence();
    m_again = m_isBusy;
    if (std::exchange(m_isBusy, true))
        return;
    using Read = Result<Reading>;
    m_room.askJournal<Read>(
        [](Journal &journal) -> Read {
            const auto waiting = journal.waitingOrders();
            auto next = journal.nextOrder();
            if (!waiting || !next)
                return waiting ? next.error() : waiting.error();
            return Reading{waiting->count, std::move(*next)};
        },
        [this](const Read &reading) { took(reading); });
}

void OrderSender::took(const Result<Reading> &reading)
{
    m_isBusy = false;
    if (!reading) {
        qCWarning(lcSync) << "journal:" << reading.error().code;
        m_news.problem(reading.error());
        return m_next.setTo(m_journalBackoff.failed());
    }
    m_news.counted(reading->waiting);
    if (m_again)
        return look();
    if (!reading->next)
        return m_news.problem(std::nullopt);
    if (!m_mayGo || !m_session.isOpen())
        return;
    if (m_notBefore > now())
        return m_next.setTo(m_notBefore - now());
    begin(*reading->next);
}

void OrderSender::begin(const OrderRecord &order)
{
    m_isBusy = true;
    m_order = order;
    m_room.askJournal<Result<bool>>(
        [id = order.id, &store = m_room.store()](Journal &journal) {
            auto begun = journal.beginSendingOrder(id);
            if (begun && *begun)
                store.ordersTouched();
            return begun;
        },
        [this](const Result<bool> &begun) {
            if (begun && *begun) {
                m_journalBackoff.succeeded();
                return send();
            }
            m_isBusy = false;
            if (begun) // withdrawn meanwhile
                return look();
            qCWarning(lcSync) << "journal:" << begun.error().code;
            m_news.problem(begun.error());
            m_next.setTo(m_journalBackoff.failed());
        });
}

void OrderSender::send()
{
    ++m_order->tries;
    m_session.send(callFor(*m_order), [this](const TransportReply &reply) { judge(reply); });
}

void OrderSender::judge(const TransportReply &reply)
{
    const OrderVerdict verdict = verdictOn(*m_order, reply);
    if (const auto *later = std::get_if<OrderUndecided>(&verdict))
        return undecided(later->error, later->atLeast);
    m_notBefore = {};
    m_wasAway = false;
    m_news.problem(std::nullopt);
    const OrderId id = m_order->id;
    if (const auto *refused = std::get_if<OrderRefused>(&verdict)) {
        qCInfo(lcSync) << "an order was refused" << id.text() << refused->error.code;
        return close(
            [id, error = refused->error](Journal &journal) { return journal.orderRefused(id, error); },
            [] {});
    }
    close([id, answer = std::get<OrderAnswered>(verdict).answer](
              Journal &journal) { return journal.orderAnswered(id, answer); },
          [this, kind = m_order->kind] { m_news.answered(kind); });
}

void OrderSender::undecided(const Error &error, milliseconds atLeast)
{
    const bool isOffline = error.kind == Error::Kind::Offline;
    // Nobody could be asked: it goes as soon as somebody can. A 401 that leaves the session open is a
    // stranger's on the way, and would be asked for without a pause.
    const bool isUnasked = error.kind == Error::Kind::Cancelled
        || (error.kind == Error::Kind::Unauthenticated && !m_session.isOpen());
    const milliseconds wait =
        isUnasked ? milliseconds(0) : std::max(backoffAfter(m_order->tries, m_room.random()), atLeast);
    if (!isOffline && !isUnasked) {
        qCInfo(lcSync) << "not decided" << m_order->id.text() << error.code;
        m_news.problem(error);
    }
    m_wasAway = isOffline;
    m_notBefore = now() + wait;
    close([id = m_order->id, error,
           at = m_room.clock().now() + wait](Journal &journal) { return journal.orderWaits(id, error, at); },
          [] {});
}

void OrderSender::close(const std::function<Outcome(Journal &)> &write, const std::function<void()> &then)
{
    m_room.askJournal<Outcome>(
        [write, &store = m_room.store()](Journal &journal) {
            Outcome written = write(journal);
            if (written)
                store.ordersTouched();
            return written;
        },
        [this, write, then](const Outcome &outcome) { closed(outcome, write, then); });
}

void OrderSender::closed(const Outcome &outcome, const std::function<Outcome(Journal &)> &write,
                         const std::function<void()> &then)
{
    if (!outcome && outcome.error().kind != Error::Kind::Conflict) {
        // The disk refused: nothing else leaves until the journal takes this line.
        qCWarning(lcSync) << "journal:" << outcome.error().code;
        m_news.problem(outcome.error());
        m_room.postAfter(m_journalBackoff.failed(), [this, write, then] { close(write, then); });
        return;
    }
    m_journalBackoff.succeeded();
    m_order.reset();
    m_isBusy = false;
    if (outcome)
        then();
    look();
}

} // namespace tawasul

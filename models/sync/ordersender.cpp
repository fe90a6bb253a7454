// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/ordersender.h"

#include "models/sync/answers.h"
#include "models/sync/synclog.h"

namespace tawasul {

using std::chrono::milliseconds;

OrderSender::OrderSender(SyncRoom &room, Session &session, const EpochWatch &epochs, News news)
    : m_room(room)
    , m_session(session)
    , m_epochs(epochs)
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
    m_room.askJournal<Result<Departure>>(
        [id = order.id, &store = m_room.store()](Journal &journal) -> Result<Departure> {
            auto epoch = journal.epoch();
            if (!epoch)
                return epoch.error();
            const auto begun = journal.beginSendingOrder(id);
            if (!begun)
                return begun.error();
            if (*begun)
                store.ordersTouched();
            return Departure{*begun, std::move(*epoch)};
        },
        [this](const Result<Departure> &departure) { begun(departure); });
}

void OrderSender::begun(const Result<Departure> &departure)
{
    if (!departure || !departure->isFree) {
        m_isBusy = false;
        if (departure) // withdrawn meanwhile
            return look();
        qCWarning(lcSync) << "journal:" << departure.error().code;
        m_news.problem(departure.error());
        return m_next.setTo(m_journalBackoff.failed());
    }
    m_journalBackoff.succeeded();
    m_epoch = departure->epoch;
    const bool isOfAnother = !m_order->epoch.isEmpty() && m_order->epoch != m_epoch;
    if (isOfAnother && m_order->kind == OrderRecord::Kind::Assignment)
        return refuse({Error::Kind::Conflict, QStringLiteral("order.other_epoch"),
                       QStringLiteral("the centre was restored since it was recorded")});
    send();
}

void OrderSender::send()
{
    ++m_order->tries;
    TransportCall call = callFor(*m_order);
    // Else a centre that was restored just now would judge by versions that mean something else there.
    if (m_order->kind == OrderRecord::Kind::Assignment && !m_epoch.isEmpty())
        call.headers.append({QByteArrayLiteral("Tawasul-Epoch"), m_epoch.toLatin1()});
    m_session.send(std::move(call), [this](const TransportReply &reply) { judge(reply); });
}

void OrderSender::judge(const TransportReply &reply)
{
    const OrderVerdict verdict = verdictOn(*m_order, reply);
    const QString epoch = epochOf(reply);
    // What a restored centre refuses may rest on what it forgot; this desk is about to hear of it.
    if (std::holds_alternative<OrderRefused>(verdict) && !m_epochs.isMet(epoch))
        return undecided({Error::Kind::Offline, QStringLiteral("centre.epoch_changed"), {}}, {});
    if (const auto *later = std::get_if<OrderUndecided>(&verdict))
        return undecided(later->error, later->atLeast);
    m_notBefore = {};
    m_wasAway = false;
    m_news.problem(std::nullopt);
    if (const auto *refused = std::get_if<OrderRefused>(&verdict))
        return refuse(refused->error);
    close([id = m_order->id, answer = std::get<OrderAnswered>(verdict).answer,
           epoch](Journal &journal) { return journal.orderAnswered(id, answer, epoch); },
          [this, kind = m_order->kind] { m_news.answered(kind); });
}

void OrderSender::refuse(const Error &error)
{
    qCInfo(lcSync) << "an order was refused" << m_order->id.text() << error.code;
    close([id = m_order->id, error](Journal &journal) { return journal.orderRefused(id, error); }, [] {});
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

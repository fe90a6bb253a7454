// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/ordersender.h"

#include "models/store/orderforms.h"
#include "models/sync/answers.h"
#include "models/sync/synclog.h"

namespace tawasul {

using std::chrono::milliseconds;

namespace {

Error beforeTheEpoch()
{
    return {Error::Kind::Offline, QStringLiteral("centre.epoch_changed"),
            QStringLiteral("the centre was restored")};
}

// Under which version a leave goes that was recorded upon another order: as that one left it.
Result<std::optional<qint64>> versionUnder(Journal &journal, const OrderRecord &order)
{
    if (order.restsOn.isEmpty())
        return order.ifMatch;
    const auto before = journal.order(order.restsOn);
    if (!before)
        return before.error();
    if (!*before)
        return order.ifMatch;
    if ((*before)->state != OrderRecord::State::Answered)
        return versionUnder(journal, **before);
    const auto leave = leaveIn(**before);
    return leave ? Result<std::optional<qint64>>(leave->version)
                 : Result<std::optional<qint64>>(order.ifMatch);
}

} // namespace

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
    std::erase_if(m_pauses, [](const auto &pause) { return pause.second.wasAway; });
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
            auto due = journal.ordersDue();
            if (!waiting || !due)
                return waiting ? due.error() : waiting.error();
            return Reading{waiting->count, std::move(*due)};
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
    std::erase_if(m_pauses, [&due = reading->due](const auto &pause) {
        return std::none_of(due.begin(), due.end(),
                            [&pause](const OrderDue &order) { return order.id == pause.first; });
    });
    tellProblem();
    if (!m_mayGo || !m_session.isOpen())
        return;
    std::optional<milliseconds> soonest;
    for (const OrderDue &order : reading->due) {
        const auto pause = m_pauses.find(order.id);
        if (pause == m_pauses.end() || pause->second.until <= now())
            return begin(order.id);
        soonest = std::min(soonest.value_or(pause->second.until), pause->second.until);
    }
    if (soonest)
        m_next.setTo(*soonest - now());
}

void OrderSender::begin(const OrderId &id)
{
    m_isBusy = true;
    using Left = Result<std::optional<Departure>>;
    m_room.askJournal<Left>(
        [id, &store = m_room.store()](Journal &journal) -> Left {
            const auto begun = journal.beginSendingOrder(id);
            if (!begun)
                return begun.error();
            if (!*begun) // withdrawn or set aside meanwhile
                return std::optional<Departure>();
            store.ordersTouched();
            auto order = journal.order(id);
            auto epoch = journal.epoch();
            if (!order || !epoch)
                return order ? epoch.error() : order.error();
            if (!*order)
                return std::optional<Departure>();
            const auto version = versionUnder(journal, **order);
            if (!version)
                return version.error();
            (*order)->ifMatch = *version;
            return std::optional(Departure{std::move(**order), std::move(*epoch)});
        },
        [this](const Left &departure) { begun(departure); });
}

void OrderSender::begun(const Result<std::optional<Departure>> &departure)
{
    if (departure && *departure) {
        m_journalBackoff.succeeded();
        m_flight = **departure;
        return static_cast<void>(m_session.send(callFor(m_flight->order, m_flight->epoch),
                                                [this](const TransportReply &reply) { judge(reply); }));
    }
    m_isBusy = false;
    if (departure)
        return look();
    qCWarning(lcSync) << "journal:" << departure.error().code;
    m_news.problem(departure.error());
    m_next.setTo(m_journalBackoff.failed());
}

void OrderSender::judge(const TransportReply &reply)
{
    const OrderVerdict verdict = verdictOn(m_flight->order, reply);
    // A restored centre refuses what it forgot the grounds of; who decides anew is a person, once the journal
    // knows of it.
    if (!m_epochs.isMet(epochOf(reply)) && !std::holds_alternative<OrderAnswered>(verdict))
        return undecided(beforeTheEpoch(), {}, false);
    if (const auto *later = std::get_if<OrderUndecided>(&verdict)) {
        const bool isUnheard = reply.neverLeft || reply.status == 401;
        return undecided(later->error, later->atLeast, isUnheard);
    }
    const OrderId id = m_flight->order.id;
    m_pauses.erase(id);
    tellProblem();
    if (const auto *refused = std::get_if<OrderRefused>(&verdict)) {
        qCInfo(lcSync) << "an order was refused" << id.text() << refused->error.code;
        return close(
            [id, error = refused->error](Journal &journal) { return journal.orderRefused(id, error); },
            [] {});
    }
    close([id, answer = std::get<OrderAnswered>(verdict).answer,
           epoch = epochOf(reply)](Journal &journal) { return journal.orderAnswered(id, answer, epoch); },
          [this, kind = m_flight->order.kind] { m_news.answered(kind); });
}

void OrderSender::undecided(const Error &error, milliseconds atLeast, bool neverLeft)
{
    const OrderId id = m_flight->order.id;
    const bool isOffline = error.kind == Error::Kind::Offline;
    // Nobody could be asked: it goes as soon as somebody can. A 401 that leaves the session open is a
    // stranger's on the way, and would be asked for without a pause.
    const bool isUnasked = error.kind == Error::Kind::Cancelled
        || (error.kind == Error::Kind::Unauthenticated && !m_session.isOpen());
    Pause &pause = m_pauses[id];
    // The journal is about to know the epoch: however often the order was tried before, it is told then.
    const int failures = error.code == beforeTheEpoch().code ? 1 : ++pause.failures;
    const milliseconds wait =
        isUnasked ? milliseconds(0) : std::max(backoffAfter(failures, m_room.random()), atLeast);
    pause.wasAway = isOffline;
    pause.until = now() + wait;
    pause.problem.reset();
    if (!isOffline && !isUnasked) {
        qCInfo(lcSync) << "not decided" << id.text() << error.code;
        pause.problem = error;
        tellProblem();
    }
    close([id, error, at = m_room.clock().now() + wait,
           neverLeft](Journal &journal) { return journal.orderWaits(id, error, at, neverLeft); },
          [] {});
}

void OrderSender::tellProblem()
{
    for (const auto &[id, pause] : m_pauses) {
        if (pause.problem)
            return m_news.problem(pause.problem);
    }
    m_news.problem(std::nullopt);
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
    m_flight.reset();
    m_isBusy = false;
    if (outcome)
        then();
    look();
}

} // namespace tawasul

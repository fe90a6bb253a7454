// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desk/supervision.h"

#include "models/desk/answer.h"
#include "models/desk/boardcount.h"
#include "models/desk/clockwatch.h"
#include "models/desk/orderdesk.h"

namespace tawasul {

namespace {

Error forbidden()
{
    return {Error::Kind::Forbidden, QStringLiteral("supervision.forbidden"), {}};
}

BoardFrame frameAt(const Store &store, Instant now)
{
    const ReferencePtr reference = store.reference();
    if (!reference)
        return {WorkCalendar(), now};
    return {reference->calendar, now, reference->parameters.closedDaysInCache};
}

} // namespace

Supervision::Supervision(Store &store, Actor supervisor, const Clock &clock, Random &random)
    : m_store(store)
    , m_supervisor(std::move(supervisor))
    , m_clock(clock)
    , m_random(random)
    , m_names(std::make_shared<LazyNameOrder>())
    , m_shown(std::make_shared<std::shared_ptr<const ShownTrial>>())
{
}

Supervision::Supervision(Store &store, Actor supervisor, const ClockWatch &time, Random &random)
    : Supervision(store, std::move(supervisor), static_cast<const Clock &>(time), random)
{
    m_time = &time;
}

bool Supervision::mayAsk() const
{
    return m_supervisor.role == Role::SectionSupervisor || m_supervisor.role == Role::RegionSupervisor;
}

template<class T, class Ask>
QFuture<Result<T>> Supervision::ask(Ask ask)
{
    const Answer<Result<T>> answer(m_store);
    if (mayAsk())
        m_store.withReader([answer, ask = std::move(ask)](CacheReader &reader) { answer.give(ask(reader)); });
    else
        answer.give(forbidden());
    return answer.future();
}

QFuture<Result<Board>> Supervision::board()
{
    return ask<Board>(
        [&store = m_store, now = m_clock.now(), names = m_names](CacheReader &reader) -> Result<Board> {
            return countBoard(reader.headers(), frameAt(store, now), *names);
        });
}

QFuture<Result<DayOpening>> Supervision::opening()
{
    return ask<DayOpening>(
        [&store = m_store, now = m_clock.now(), names = m_names](CacheReader &reader) -> Result<DayOpening> {
            return countOpening(reader.headers(), frameAt(store, now), *names);
        });
}

QFuture<Result<std::vector<CaseHeader>>> Supervision::cases(BoardQuestion question)
{
    using Headers = std::vector<CaseHeader>;
    return ask<Headers>([&store = m_store, now = m_clock.now(),
                         question = std::move(question)](CacheReader &reader) -> Result<Headers> {
        return casesBehind(reader.headers(), frameAt(store, now), question);
    });
}

QFuture<Result<std::vector<Colleague>>> Supervision::staff()
{
    using Colleagues = std::vector<Colleague>;
    return ask<Colleagues>([names = m_names](CacheReader &reader) -> Result<Colleagues> {
        const auto staff = reader.headers().staff();
        return staff ? Result<Colleagues>(colleagues(*staff, *names)) : staff.error();
    });
}

QFuture<Result<AssignmentTrial>> Supervision::tryOut(AssignmentOrder order)
{
    const Answer<Result<AssignmentTrial>> answer(m_store);
    if (!mayAsk()) {
        answer.give(forbidden());
        return answer.future();
    }
    // The journal says on what, the reader what comes of it: the thread that records waits for no trial.
    m_store.withJournalBesideCache([answer, &store = m_store, slot = m_shown, order = std::move(order),
                                    supervisor = m_supervisor,
                                    now = m_clock.now()](Journal &journal, CacheReader &beside) {
        auto grounds = groundsOf(journal, order);
        const auto stamp = beside.headers().stamp(); // before the trial: what it saw was no older
        if (!grounds || !stamp)
            return answer.give(grounds ? stamp.error() : grounds.error());
        store.withReader([answer, &store, slot, order, supervisor, now, stamp = *stamp,
                          grounds = std::move(*grounds)](CacheReader &reader) {
            auto tried = tawasul::tryOut(reader.headers(), order, supervisor, now, grounds);
            if (!tried)
                return answer.give(tried.error());
            auto shown = std::make_shared<const ShownTrial>(
                ShownTrial{order, grounds.waiting, stamp, now, std::move(*tried)});
            store.onGui([slot, shown] { *slot = shown; });
            answer.give(shown->tried.trial);
        });
    });
    return answer.future();
}

QFuture<Result<std::vector<RecordedOrder>>> Supervision::orders()
{
    const Answer<Result<std::vector<RecordedOrder>>> answer(m_store);
    if (mayAsk())
        m_store.withJournal(
            [answer, now = m_clock.now()](Journal &journal) { answer.give(recordedOrders(journal, now)); });
    else
        answer.give(forbidden());
    return answer.future();
}

QFuture<Result<std::vector<RecordedLeave>>> Supervision::leaveOrders()
{
    const Answer<Result<std::vector<RecordedLeave>>> answer(m_store);
    if (mayAsk())
        m_store.withJournal([answer](Journal &journal) { answer.give(recordedLeaves(journal)); });
    else
        answer.give(forbidden());
    return answer.future();
}

Ordering Supervision::ordering() const
{
    const Instant now = m_clock.now();
    Ordering ordering{m_supervisor, now, uuidV7(now, m_random), {now, m_clock.monotonic()}};
    ordering.shown = *m_shown;
    if (!m_time)
        return ordering;
    const std::optional<ClockMark> mark = m_time->mark();
    ordering.machine = m_time->reading();
    if (mark)
        ordering.lastServerTime = mark->server;
    return ordering;
}

template<class T, class Record>
QFuture<T> Supervision::record(Record record)
{
    const Answer<T> answer(m_store);
    if (!mayAsk()) {
        answer.give(forbidden());
        return answer.future();
    }
    m_store.withJournalBesideCache([answer, &store = m_store, ordering = ordering(),
                                    record = std::move(record)](Journal &journal, CacheReader &reader) {
        T recorded = record(journal, reader.headers(), ordering);
        if (recorded)
            store.ordersTouched();
        answer.give(std::move(recorded));
    });
    return answer.future();
}

QFuture<Result<AssignmentId>> Supervision::order(AssignmentOrder order)
{
    return record<Result<AssignmentId>>(
        [order = std::move(order)](Journal &journal, HeaderQuestions headers, const Ordering &ordering) {
            return recordOrder(journal, headers, order, ordering);
        });
}

QFuture<Result<AssignmentId>> Supervision::undo(AssignmentId id)
{
    AssignmentOrder order;
    order.undoes = std::move(id);
    return this->order(std::move(order));
}

QFuture<Result<AssignmentId>> Supervision::again(AssignmentId id)
{
    return record<Result<AssignmentId>>(
        [id = std::move(id)](Journal &journal, HeaderQuestions headers, const Ordering &ordering) {
            return recordAgain(journal, headers, id, ordering);
        });
}

QFuture<Outcome> Supervision::step(OrderId id, Outcome (Journal::*take)(const OrderId &))
{
    return record<Outcome>([id = std::move(id), take](Journal &journal, HeaderQuestions, const Ordering &) {
        return (journal.*take)(id);
    });
}

QFuture<Outcome> Supervision::withdraw(AssignmentId id)
{
    return withdrawLeave(OrderId(id.text()));
}

QFuture<Outcome> Supervision::withdrawLeave(OrderId id)
{
    return step(std::move(id), &Journal::withdrawOrder);
}

QFuture<Outcome> Supervision::setAside(OrderId id)
{
    return step(std::move(id), &Journal::setOrderAside);
}

QFuture<Outcome> Supervision::sendAgain(OrderId id)
{
    return step(std::move(id), &Journal::sendOrderAgain);
}

QFuture<Result<LeaveId>> Supervision::recordLeave(Leave leave)
{
    return record<Result<LeaveId>>(
        [leave = std::move(leave)](Journal &journal, HeaderQuestions headers, const Ordering &ordering) {
            return tawasul::recordLeave(journal, headers, leave, ordering);
        });
}

QFuture<Outcome> Supervision::endLeave(LeaveId id)
{
    return record<Outcome>(
        [id = std::move(id)](Journal &journal, HeaderQuestions headers, const Ordering &ordering) {
            return recordLeaveEnd(journal, headers, id, ordering);
        });
}

} // namespace tawasul

// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desk/supervision.h"

#include "models/desk/answer.h"
#include "models/desk/boardcount.h"

namespace tawasul {

namespace {

Error forbidden()
{
    return {Error::Kind::Forbidden, QStringLiteral("supervision.forbidden"), {}};
}

BoardFrame frameAt(const Store &store, Instant now)
{
    const ReferencePtr reference = store.reference();
    return {reference ? reference->calendar : WorkCalendar(), now};
}

} // namespace

Supervision::Supervision(Store &store, Actor supervisor, const Clock &clock, Random &random)
    : m_store(store)
    , m_supervisor(std::move(supervisor))
    , m_clock(clock)
    , m_random(random)
    , m_names(std::make_shared<LazyNameOrder>())
{
}

bool Supervision::mayAsk() const
{
    return mayOrder() || m_supervisor.role == Role::Auditor;
}

bool Supervision::mayOrder() const
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

} // namespace tawasul

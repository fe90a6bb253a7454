// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/stafffetch.h"

#include "models/protocol/jsonreader.h"
#include "models/protocol/leavecodec.h"
#include "models/sync/answers.h"
#include "models/sync/synclog.h"

namespace tawasul {

namespace {

using std::chrono::milliseconds;

// Leaves and machines change a few times a day.
constexpr std::chrono::minutes kGoodFor{3};
constexpr std::chrono::hours kAfterARefusal{1};

bool oversees(Role role)
{
    return role == Role::SectionSupervisor || role == Role::RegionSupervisor;
}

} // namespace

StaffFetch::StaffFetch(SyncRoom &room, Session &session, std::function<void(std::optional<Error>)> problem)
    : m_room(room)
    , m_session(session)
    , m_problem(std::move(problem))
    , m_backoff(room.random())
{
}

void StaffFetch::begin()
{
    m_oversees.reset();
    m_dueAt = {};
    m_room.askJournal<bool>(
        [](Journal &journal) {
            const auto identity = journal.offlineIdentity();
            return identity && *identity && oversees((*identity)->officer.role);
        },
        [this, round = ++m_round](bool oversees) {
            if (round != m_round)
                return;
            m_oversees = oversees;
            if (!oversees)
                forget();
            look();
        });
}

void StaffFetch::setMayGo(bool mayGo)
{
    if (std::exchange(m_mayGo, mayGo) != mayGo && mayGo)
        look();
}

void StaffFetch::fetch()
{
    m_dueAt = {};
    m_again = m_isBusy;
    look();
}

void StaffFetch::look()
{
    if (m_mayGo && m_session.isOpen() && m_oversees.value_or(false) && !m_isBusy && m_dueAt <= now())
        ask();
}

void StaffFetch::ask()
{
    m_isBusy = true;
    m_again = false;
    TransportCall call;
    call.path = QStringLiteral("/officers");
    m_session.send(std::move(call), [this](const TransportReply &reply) { answered(reply); });
}

void StaffFetch::answered(const TransportReply &reply)
{
    if (const auto problem = problemOf(reply)) {
        if (isCentresRefusal(*problem, {QLatin1String("staff.")})) {
            if (problem->code == u"staff.forbidden")
                forget();
            return failed(*problem, kAfterARefusal);
        }
        return failed(*problem, retryAfterOf(reply));
    }
    const auto staff = wire::parseObject(reply.body, QStringLiteral("staff")).and_then(wire::staffFromJson);
    if (!staff)
        return failed(staff.error(), {});
    m_room.askCache<Outcome>(
        [body = reply.body, at = serverTimeOf(reply).value_or(m_room.clock().now()),
         &store = m_room.store()](Cache &cache) {
            Outcome kept = cache.storeStaff(body, at);
            if (kept)
                store.staffTouched();
            return kept;
        },
        [this](const Outcome &kept) { stored(kept); });
}

// The right to know them went with the role.
void StaffFetch::forget()
{
    m_room.askCache<Result<bool>>(
        [&store = m_room.store()](Cache &cache) {
            const auto gone = cache.forgetStaff();
            if (gone && *gone)
                store.staffTouched();
            return gone;
        },
        [](const Result<bool> &gone) {
            if (!gone)
                qCWarning(lcSync) << "the staff was not forgotten:" << gone.error().code;
        });
}

void StaffFetch::stored(const Outcome &outcome)
{
    if (!outcome)
        return failed(outcome.error(), {});
    m_isBusy = false;
    m_backoff.succeeded();
    m_problem(std::nullopt);
    m_dueAt = m_again ? milliseconds(0) : now() + kGoodFor;
    look();
}

// The next look, at the latest with the next poll, tries again.
void StaffFetch::failed(const Error &error, milliseconds atLeast)
{
    m_isBusy = false;
    m_dueAt = now() + std::max(m_backoff.failed(), atLeast);
    const bool tellsNothing = error.kind == Error::Kind::Offline || error.kind == Error::Kind::Cancelled
        || error.kind == Error::Kind::Unauthenticated;
    qCInfo(lcSync) << "staff:" << error.code;
    m_problem(tellsNothing ? std::nullopt : std::optional(error));
}

} // namespace tawasul

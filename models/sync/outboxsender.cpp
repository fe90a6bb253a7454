// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/outboxsender.h"

#include "models/sync/answers.h"
#include "models/sync/backoff.h"
#include "models/sync/synclog.h"

#include <QtCore/QUrl>

namespace tawasul {

namespace {

using std::chrono::milliseconds;

constexpr std::size_t kLanesAtOnce = 4;
constexpr int kMostOutdated = 8; // a case that changes faster than an act arrives: later
constexpr milliseconds kBetweenReloads{200};
constexpr milliseconds kAfterTrouble{5'000};

QString segment(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

Error caseMovedOn()
{
    return {Error::Kind::Stale, QStringLiteral("act.stale"), QStringLiteral("the case changed meanwhile")};
}

Error beforeTheEpoch()
{
    return {Error::Kind::Offline, QStringLiteral("centre.epoch_changed"),
            QStringLiteral("what it acknowledged before goes first")};
}

} // namespace

OutboxSender::OutboxSender(SyncRoom &room, Session &session, const EpochWatch &epochs, const KeyRing &keys,
                           News news)
    : m_room(room)
    , m_session(session)
    , m_epochs(epochs)
    , m_keys(keys)
    , m_news(std::move(news))
    , m_nextDue(room, [this] { pump(); })
    , m_nextReload(room, [this] { reload(); })
{
}

void OutboxSender::reload()
{
    m_dirty = true;
    if (m_reloading || m_nextReload.isSet())
        return;
    m_dirty = false;
    m_reloading = true;
    using Read = Result<std::optional<Reading>>;
    m_room.askJournal<Read>(
        [known = m_knownWishes](Journal &journal) -> Read {
            // Steps taken here make news, too, and are known.
            if (known == journal.wishes())
                return std::optional<Reading>();
            auto items = journal.unsettled();
            if (!items)
                return items.error();
            return std::optional(Reading{std::move(*items), journal.wishes()});
        },
        [this](const Read &reading) { take(reading); });
}

void OutboxSender::readAgain()
{
    m_knownWishes.reset();
    m_doubted = m_reloading; // what is being read may be older than the doubt
    reload();
}

void OutboxSender::take(const Result<std::optional<Reading>> &reading)
{
    m_reloading = false;
    if (!reading) {
        m_nextReload.setTo(kAfterTrouble);
        return m_news.journalProblem(reading.error());
    }
    if (m_dirty)
        m_nextReload.setTo(kBetweenReloads); // the whole outbox is read: not for each of many wishes
    if (m_flights.empty())
        m_news.journalProblem(std::nullopt);
    const bool isDoubted = std::exchange(m_doubted, false);
    if (*reading) {
        m_knownWishes = isDoubted ? std::nullopt : std::optional((*reading)->wishes);
        m_lanes.replace((*reading)->items, now(), m_room.clock().now());
    }
    count();
    freeStranded();
    pump();
}

// An engine before this one was stopped while it sent: nothing may stay in Sending.
void OutboxSender::freeStranded()
{
    for (const LaneEntry &entry : m_lanes.stranded(busy())) {
        m_flights[entry.caseId].act = entry.act;
        const Error error{Error::Kind::Cancelled, QStringLiteral("call.stopped"), {}};
        close(entry.caseId,
              {[act = entry.act, error, wall = m_room.clock().now()](Journal &journal) {
                   return journal.backToWaiting(act, error, wall);
               },
               [this, act = entry.act] { m_lanes.setWaiting(act, now(), false); }});
    }
}

void OutboxSender::setMayGo(bool mayGo)
{
    if (std::exchange(m_mayGo, mayGo) != mayGo)
        pump();
}

void OutboxSender::setTruthIsOf(const std::optional<QString> &epoch)
{
    m_truthEpoch = epoch;
}

void OutboxSender::forgiveAbsence()
{
    m_lanes.forgiveAbsence(now());
    pump();
}

bool OutboxSender::isIdle() const
{
    return m_flights.empty() && !m_lanes.next(now(), {});
}

std::set<CaseId> OutboxSender::busy() const
{
    std::set<CaseId> lanes;
    for (const auto &[lane, flight] : m_flights)
        lanes.insert(lane);
    return lanes;
}

OutboxSender::Flight *OutboxSender::flight(const CaseId &lane)
{
    const auto found = m_flights.find(lane);
    return found == m_flights.end() ? nullptr : &found->second;
}

void OutboxSender::pump()
{
    m_nextDue.silence();
    if (!m_mayGo || !m_session.isOpen())
        return;
    if (m_heldUntil > now())
        return m_nextDue.setTo(m_heldUntil - now());
    while (m_flights.size() < kLanesAtOnce) {
        const LaneEntry *entry = m_lanes.next(now(), busy());
        if (!entry)
            break;
        begin(*entry);
    }
    if (m_flights.size() >= kLanesAtOnce)
        return; // whoever lands looks again
    if (const auto due = m_lanes.nextDue(busy()))
        m_nextDue.setTo(std::max(*due - now(), milliseconds(0)));
}

void OutboxSender::begin(const LaneEntry &entry)
{
    m_flights[entry.caseId].act = entry.act;
    m_news.leaving();
    using Left = Result<std::optional<Departure>>;
    m_room.askJournal<Left>(
        [act = entry.act, lane = entry.caseId, &store = m_room.store()](Journal &journal) -> Left {
            const auto begun = journal.beginSending(act);
            if (!begun)
                return begun.error();
            if (!*begun)
                return std::optional<Departure>();
            store.outboxTouched(journal, {lane});
            auto item = journal.item(act);
            auto epoch = journal.epoch();
            if (!item || !epoch)
                return item ? epoch.error() : item.error();
            if (!*item)
                return std::optional<Departure>();
            return std::optional(Departure{std::move(**item), std::move(*epoch)});
        },
        [this, lane = entry.caseId](const Left &departure) { begun(lane, departure); });
}

void OutboxSender::begun(const CaseId &lane, const Result<std::optional<Departure>> &departure)
{
    Flight *flight = this->flight(lane);
    if (!departure) {
        qCWarning(lcSync) << "journal:" << departure.error().code;
        m_news.journalProblem(departure.error());
        m_heldUntil = now() + backoffAfter(++m_journalFailures, m_room.random());
        m_flights.erase(lane);
        return readAgain(); // it may stand as being sent already
    }
    m_journalFailures = 0;
    if (!*departure) { // recalled, or a person chose otherwise
        m_flights.erase(lane);
        return readAgain();
    }
    flight->item = (*departure)->item;
    flight->epoch = (*departure)->epoch;
    m_lanes.setState(flight->act, OutboxState::Sending);
    if (commutes(flight->item.act.type))
        return send(lane, std::nullopt);
    lookUp(lane);
}

void OutboxSender::lookUp(const CaseId &lane)
{
    using Found = Result<std::optional<Case>>;
    m_room.askReader<Found>(
        [lane](CacheReader &reader) -> Found {
            auto stored = reader.caseById(lane);
            if (!stored)
                return stored.error();
            return *stored ? std::optional((*stored)->truth) : std::nullopt;
        },
        [this, lane](const Found &truth) { lookedUp(lane, truth); });
}

void OutboxSender::lookedUp(const CaseId &lane, const Result<std::optional<Case>> &truth)
{
    // A restored centre counts again from where it was: what was version 4 here may be another version 4
    // there. Nor does a truth that cannot be read hold up what was recorded: the centre is asked for it.
    const OutboxItem &item = flight(lane)->item;
    const bool isKnown = truth && m_truthEpoch == flight(lane)->epoch;
    send(lane, isKnown ? openingOf(item.act, item.base, *truth).ifMatch : kNoVersion);
}

void OutboxSender::send(const CaseId &lane, std::optional<qint64> ifMatch)
{
    const OutboxItem &item = flight(lane)->item;
    const QString &epoch = flight(lane)->epoch;
    TransportCall call;
    call.method = "PUT";
    call.path = QStringLiteral("/cases/%1/acts/%2").arg(segment(lane.text()), segment(item.act.id.text()));
    call.headers = {jsonContent()};
    if (ifMatch)
        call.headers.append({QByteArrayLiteral("If-Match"), '"' + QByteArray::number(*ifMatch) + '"'});
    // Else a restored centre would take it ahead of those that it forgot, before this desk heard of that.
    if (!epoch.isEmpty())
        call.headers.append({QByteArrayLiteral("Tawasul-Epoch"), epoch.toLatin1()});
    call.body = item.body;
    m_session.send(std::move(call), [this, lane](const TransportReply &reply) { judge(lane, reply); });
}

void OutboxSender::judge(const CaseId &lane, const TransportReply &reply)
{
    const ActVerdict verdict = verdictOn(flight(lane)->item.act, reply);
    const QString epoch = epochOf(reply);
    // A restored centre refuses what builds on acts that it forgot: they go first, then this one again. Nor
    // is what a former epoch acknowledged the centre's state any more; one that is acknowledged already
    // answers the same again.
    if (!m_epochs.isMet(epoch))
        return undecided(lane, beforeTheEpoch(), {});
    if (const auto *later = std::get_if<ActUndecided>(&verdict))
        return undecided(lane, later->error, later->atLeast);
    if (const auto *acknowledgement = std::get_if<ActAcknowledged>(&verdict))
        return acknowledged(lane, *acknowledgement, epoch);
    m_news.centreProblem(std::nullopt);
    if (const auto *moved = std::get_if<ActOutdated>(&verdict))
        outdated(lane, *moved);
    else
        park(lane, ParkReason::Refused, std::get<ActRefused>(verdict).error, std::nullopt);
}

void OutboxSender::writeTruth(const PagePtr &answer, std::function<void()> then)
{
    m_room.askCache<Outcome>(
        [answer, &store = m_room.store()](Cache &cache) -> Outcome {
            const auto effect = cache.applyCase(answer->page().changed.front());
            if (!effect)
                return effect.error();
            store.worklistTouched(cache, *effect);
            return Done{};
        },
        [this, then = std::move(then)](const Outcome &written) {
            if (!written) {
                qCInfo(lcSync) << "the centre's case was not stored:" << written.error().code;
                m_news.feedKnowsMore();
            }
            then();
        });
}

// An acknowledgement that nobody can prove later is none: the act stays, and asks again.
std::optional<Error> OutboxSender::doubtAbout(const ActAcknowledged &verdict) const
{
    switch (m_keys.proofOf(verdict.receipt)) {
    case KeyRing::Proof::UnknownKey:
        m_news.keyMissing();
        return Error{Error::Kind::Corrupt, QStringLiteral("receipt.key_unknown"), verdict.receipt.keyId};
    case KeyRing::Proof::Forged:
        return Error{Error::Kind::Corrupt, QStringLiteral("receipt.unproven"), verdict.receipt.keyId};
    default:
        return std::nullopt;
    }
}

void OutboxSender::acknowledged(const CaseId &lane, const ActAcknowledged &verdict, const QString &epoch)
{
    if (const auto doubt = doubtAbout(verdict))
        return undecided(lane, *doubt, {});
    m_news.centreProblem(std::nullopt);
    const bool isProposal = !verdict.answer;
    auto settle = [this, lane, receipt = verdict.receiptText, epoch, isProposal] {
        const ActId act = flight(lane)->act;
        close(lane,
              {[act, receipt, epoch](Journal &journal) { return journal.settle(act, receipt, epoch); },
               [this, act, isProposal] {
                   m_lanes.remove(act);
                   if (isProposal)
                       m_news.feedKnowsMore();
               }});
    };
    if (isProposal) // the case is somebody else's now, and no part of it came
        return settle();
    // Cache first, then journal: a crash between the two only sends again. What the centre has is
    // acknowledged, whether the cache takes its case now or with the feed.
    writeTruth(verdict.answer, std::move(settle));
}

void OutboxSender::outdated(const CaseId &lane, const ActOutdated &verdict)
{
    writeTruth(verdict.answer, [this, lane, current = verdict.current] {
        Flight *flight = this->flight(lane);
        const Opening opening = openingOf(flight->item.act, flight->item.base, current);
        if (!flight->item.base || opening.kind == Opening::Kind::Ask)
            return park(lane, ParkReason::Conflict, caseMovedOn(), current);
        if (++flight->outdated > kMostOutdated)
            return undecided(lane, caseMovedOn(), {});
        send(lane, opening.ifMatch);
    });
}

void OutboxSender::park(const CaseId &lane, ParkReason reason, const Error &error,
                        const std::optional<Case> &theirs)
{
    const ActId act = flight(lane)->act;
    qCInfo(lcSync) << "parked" << act.text() << error.code;
    close(
        lane,
        {[act, reason, error, theirs](Journal &journal) { return journal.park(act, reason, error, theirs); },
         [this, act] { m_lanes.setState(act, OutboxState::Parked); }});
}

void OutboxSender::undecided(const CaseId &lane, const Error &error, milliseconds atLeast)
{
    const Flight &flight = *this->flight(lane);
    const bool isOffline = error.kind == Error::Kind::Offline;
    // Nobody could be asked: that is no failure of this act, and it goes as soon as somebody can. A 401 that
    // leaves the session open is a stranger's on the way, and would be asked for without a pause.
    const bool isUnasked = error.kind == Error::Kind::Cancelled
        || (error.kind == Error::Kind::Unauthenticated && !m_session.isOpen());
    // The journal is about to know the epoch: however often the act was tried before, it goes then.
    const int failures = error.code == beforeTheEpoch().code ? 1 : flight.item.tries;
    const milliseconds wait =
        isUnasked ? milliseconds(0) : std::max(backoffAfter(failures, m_room.random()), atLeast);
    if (!isOffline && !isUnasked) {
        qCInfo(lcSync) << "not decided" << flight.act.text() << error.code;
        if (error.code != beforeTheEpoch().code) // that is nobody's fault
            m_news.centreProblem(error);
    }
    const milliseconds dueAt = now() + wait;
    close(lane,
          {[act = flight.act, error, at = m_room.clock().now() + wait](Journal &journal) {
               return journal.backToWaiting(act, error, at);
           },
           [this, act = flight.act, dueAt, isOffline] { m_lanes.setWaiting(act, dueAt, isOffline); }});
}

void OutboxSender::close(const CaseId &lane, const Closing &closing)
{
    m_room.askJournal<Outcome>(
        [write = closing.write, lane, &store = m_room.store()](Journal &journal) {
            const Outcome written = write(journal);
            if (written)
                store.outboxTouched(journal, {lane});
            return written;
        },
        [this, lane, closing](const Outcome &outcome) { closed(lane, closing, outcome); });
}

void OutboxSender::closed(const CaseId &lane, const Closing &closing, const Outcome &outcome)
{
    if (outcome) {
        m_flights.erase(lane);
        closing.then();
        m_news.journalProblem(std::nullopt);
        count();
        return pump();
    }
    if (outcome.error().kind == Error::Kind::Conflict) { // it is not where the flight left it: look again
        qCWarning(lcSync) << "journal:" << outcome.error().code;
        m_flights.erase(lane);
        return readAgain();
    }
    // The disk refused: the lane stays where it is until the journal takes the same line.
    qCWarning(lcSync) << "journal:" << outcome.error().code;
    m_news.journalProblem(outcome.error());
    m_room.postAfter(backoffAfter(++flight(lane)->failedClosings, m_room.random()),
                     [this, lane, closing] { close(lane, closing); });
}

void OutboxSender::count()
{
    m_news.counted(m_lanes.waiting(), m_lanes.parked(), m_lanes.free());
    if (m_lanes.waiting() == 0)
        m_news.centreProblem(std::nullopt);
}

} // namespace tawasul

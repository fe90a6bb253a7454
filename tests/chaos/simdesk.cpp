// SPDX-FileCopyrightText: The Tawasul Desk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chaos/simdesk.h"

#include "models/desk/whenanswered.h"
#include "models/domain/workflow.h"
#include "models/sync/answers.h"
#include "tests/chaos/cast.h"

namespace tawasul {

using Link = SyncStatus::Link;

SimDesk::SimDesk(World &world, SimCentre &centre, Ledger &ledger, int number, QString folder)
    : m_world(world)
    , m_centre(centre)
    , m_ledger(ledger)
    , m_name(QStringLiteral("desk %1").arg(number))
    , m_folder(std::move(folder))
    , m_disk(world, QStringLiteral("chaos-desk-%1").arg(number))
    , m_clock(world)
    , m_random(world.random().next())
    , m_gui(world.makeThread())
    , m_journal(world.makeThread())
    , m_cache(world.makeThread())
    , m_reader(world.makeThread())
    , m_network(world.makeThread())
    , m_link(world, centre, m_network)
{
}

SimDesk::~SimDesk()
{
    drop();
}

std::vector<World::Thread *> SimDesk::threads()
{
    return {&m_gui, &m_journal, &m_cache, &m_reader, &m_network};
}

void SimDesk::signIn(const Actor &officer)
{
    Q_ASSERT(isOff());
    say(u"sign-in of " % officer.id.text());
    m_officer = officer;
    m_session = std::make_unique<QObject>();
    askForTokens([this](const std::optional<SessionTokens> &tokens) {
        const bool isKnown = std::any_of(m_known.begin(), m_known.end(),
                                         [this](const Actor &one) { return one.id == m_officer.id; });
        if (!tokens && !isKnown) {
            say(QStringLiteral("nobody here knows them"));
            return drop();
        }
        if (!isKnown)
            m_known.push_back(m_officer);
        openProfile(tokens);
    });
}

void SimDesk::askForTokens(const std::function<void(std::optional<SessionTokens>)> &then)
{
    m_asksForTokens = true;
    const QPointer<QObject> session(m_session.get());
    m_network.post([this, session, then] {
        TransportCall call;
        call.method = "POST";
        call.path = QStringLiteral("/session");
        call.body = m_officer.id.text().toUtf8();
        m_link.send(std::move(call), [this, session, then](const TransportReply &reply) {
            const auto grant = sessionGrantIn(reply);
            std::optional<SessionTokens> tokens;
            const QString centre = grant ? grant->centre : QString();
            if (grant)
                tokens = {grant->accessToken, grant->refreshToken, std::chrono::seconds(grant->expiresIn)};
            m_gui.post([this, session, then, tokens, centre] {
                if (!session)
                    return;
                if (!centre.isEmpty())
                    m_centreName = centre;
                m_asksForTokens = false;
                then(tokens);
            });
        });
    });
}

void SimDesk::openProfile(const std::optional<SessionTokens> &tokens)
{
    m_store = std::make_unique<Store>(ProfilePlace{profileOf(m_officer), m_disk.vfs(), m_envelopes->path()},
                                      StoreExecutors{m_gui, m_journal, m_cache, m_reader}, m_clock);
    m_store->open([this, tokens](const Outcome &outcome) {
        if (outcome)
            return begin(tokens);
        say(u"does not open: " % outcome.error().code % u' ' % outcome.error().detail);
        // Later, because this ends the store that is calling.
        m_gui.post([this, session = QPointer<QObject>(m_session.get())] {
            if (session)
                drop();
        });
    });
}

void SimDesk::begin(const std::optional<SessionTokens> &tokens)
{
    say(tokens ? QStringLiteral("at work") : QStringLiteral("at work without the centre"));
    m_desk = std::make_unique<Desk>(*m_store, m_officer, m_clock, m_random);
    m_engine = std::make_unique<SyncEngine>(*m_store, m_link, m_network, m_gui, m_clock, m_random);
    SyncNews &news = m_engine->news();
    QObject::connect(&news, &SyncNews::serverTimeKnown, &news,
                     [this](Instant time) { m_desk->setLastServerTime(time); });
    QObject::connect(&news, &SyncNews::statusChanged, &news, [this](const SyncStatus &status) {
        m_world.trace().add(static_cast<std::uint64_t>(status.link));
        m_status = status;
    });
    StoreNotifier &notifier = m_store->notifier();
    QObject::connect(&notifier, &StoreNotifier::outboxChanged, &news,
                     [this](const std::vector<OutboxItem> &items) {
                         m_outbox = items;
                         m_engine->outboxChanged();
                     });
    QObject::connect(&notifier, &StoreNotifier::storageFailed, &news, [this](const Error &error) {
        say(u"storage failed: " % error.code % u' ' % error.detail);
    });
    m_store->withJournal([officer = m_officer, centre = m_centreName](Journal &journal) {
        OfflineIdentity identity;
        identity.officer = officer;
        identity.centre = centre;
        std::ignore = journal.rememberIdentity(identity);
    });
    m_engine->start(tokens);
}

bool SimDesk::wantsTokens() const
{
    // Without tokens the engine calls itself offline and tries nothing.
    return isOpen() && !m_asksForTokens
        && (m_status.link == Link::SessionEnded || m_status.link == Link::Offline);
}

void SimDesk::signInAgain()
{
    askForTokens([this](const std::optional<SessionTokens> &tokens) {
        if (tokens && m_engine && m_status.link != Link::Online)
            m_engine->resume(*tokens);
    });
}

void SimDesk::drop()
{
    m_session.reset();
    m_engine.reset();
    m_desk.reset();
    m_store.reset();
    m_link.forget();
    // What jobs hold closes the files as it goes.
    for (World::Thread *thread : threads())
        thread->forget();
    m_asksForTokens = false;
    m_status = {};
    m_outbox.clear();
    m_seen.clear();
}

void SimDesk::quit()
{
    say(QStringLiteral("quits"));
    m_session.reset();
    m_engine.reset();
    if (m_store) {
        m_store->keepEnvelopes();
        m_journal.drain();
    }
    m_desk.reset();
    m_store.reset();
    for (World::Thread *thread : {&m_reader, &m_cache, &m_journal})
        thread->drain();
    drop();
}

void SimDesk::crash(bool powerWentOff)
{
    say(powerWentOff ? QStringLiteral("the power goes") : QStringLiteral("killed"));
    m_disk.die();
    drop();
    m_disk.revive(powerWentOff);
    if (powerWentOff)
        m_clock.restart();
}

void SimDesk::loseCache(const Actor &officer)
{
    for (const char *suffix : {"", "-wal"})
        m_disk.remove(profileOf(officer) % u"/cache.sqlite" % QLatin1String(suffix));
}

// --- the officer
// --------------------------------------------------------------------------------------------

void SimDesk::act(const CaseId &id)
{
    const auto choose = [this](const OpenedCase &seen) {
        std::vector<ActType> allowed = allowedActs(seen.shown, m_officer);
        // A transfer ends a case for most of them: not as often as the rest.
        if (m_world.chance(70))
            std::erase(allowed, ActType::Transfer);
        if (!allowed.empty())
            doTo(seen, allowed.at(static_cast<std::size_t>(m_world.drawn(static_cast<int>(allowed.size())))),
                 {});
    };
    if (const auto old = m_seen.find(id); old != m_seen.end() && m_world.chance(10))
        return choose(old->second);
    whenAnswered(m_desk->openCase(id), m_session.get(), [this, id, choose](const Result<OpenedCase> &seen) {
        if (!seen)
            return;
        m_seen.insert_or_assign(id, *seen);
        choose(*seen);
    });
}

void SimDesk::note(const CaseId &id, const std::function<void(std::size_t)> &begun)
{
    doIfMay(
        id, [](ActType type) { return type == ActType::Note; }, begun);
}

void SimDesk::decide(const CaseId &id, const std::function<void(std::size_t)> &begun)
{
    doIfMay(
        id, [](ActType type) { return type != ActType::Dismiss && !commutes(type); }, begun);
}

void SimDesk::doIfMay(const CaseId &id, const std::function<bool(ActType)> &isWanted,
                      const std::function<void(std::size_t)> &begun)
{
    whenAnswered(
        m_desk->openCase(id), m_session.get(), [this, isWanted, begun](const Result<OpenedCase> &seen) {
            if (!seen)
                return;
            const auto allowed = allowedActs(seen->shown, m_officer);
            const auto wanted = std::ranges::find_if(allowed, isWanted);
            if (wanted == allowed.end())
                return;
            const std::size_t number = m_ledger.begin(profileOf(m_officer), seen->shown.id, *wanted);
            record(*seen,
                   actOfTheRun(*wanted, m_officer, seen->shown, m_ledger.at(number).text, m_clock.now()),
                   number, {});
            if (begun)
                begun(number);
        });
}

void SimDesk::doTo(const OpenedCase &seen, ActType type, const std::optional<ActId> &replaces)
{
    const std::size_t number = m_ledger.begin(profileOf(m_officer), seen.shown.id, type);
    Act act = actOfTheRun(type, m_officer, seen.shown, m_ledger.at(number).text, m_clock.now());
    if (type == ActType::Complete && seen.shown.status != CaseStatus::AwaitingExecution
        && m_world.chance(40)) {
        act.execution.reset();
        act.reply = Reply{QStringLiteral("accepted"), QStringLiteral("قُبل طلبكم.")};
    }
    for (const Proposal &proposal : seen.shown.proposals) {
        if (proposal.state == Proposal::State::Open && proposal.type == type && m_world.chance(70))
            act.proposal = proposal.act;
    }
    record(seen, act, number, replaces);
}

void SimDesk::record(const OpenedCase &seen, const Act &act, std::size_t number,
                     const std::optional<ActId> &replaces)
{
    Intention intention;
    intention.caseId = seen.shown.id;
    intention.seenVersion = seen.shown.version;
    if (!seen.shown.history.empty())
        intention.seenLastAct = seen.shown.history.back().act;
    intention.type = act.type;
    intention.reason = act.reason;
    intention.text = act.text;
    intention.reply = act.reply;
    intention.execution = act.execution;
    intention.toSection = act.toSection;
    intention.toSubService = act.toSubService;
    intention.proposal = act.proposal;
    intention.replaces = replaces;
    if (replaces)
        m_ledger.wishesClosed(*replaces);
    say(act.text % u": type " % QString::number(static_cast<int>(act.type)) % u" on "
        % act.caseId.text().right(4) % u" at " % QString::number(seen.shown.version));
    whenAnswered(m_desk->record(intention), m_session.get(), [this, number](const Result<ActId> &answer) {
        m_ledger.answered(number, answer);
        say(m_ledger.at(number).text % u": "
            % (answer ? QString(u"recorded as " % answer->text())
                      : QString(answer.error().code % u' ' % answer.error().detail)));
    });
}

void SimDesk::choose()
{
    for (const OutboxItem &item : m_outbox) {
        if (item.state != OutboxState::Parked)
            continue;
        const ActId id = item.act.id;
        switch (m_world.drawn(3)) {
        case 0:
            say(u"lets theirs stand before " % id.text());
            m_ledger.wishesClosed(id);
            std::ignore = m_desk->takeTheirs(id);
            return;
        case 1:
            say(u"tries again " % id.text());
            std::ignore = m_desk->retryNow(id);
            return;
        default:
            whenAnswered(m_desk->openCase(item.act.caseId), m_session.get(),
                         [this, id](const Result<OpenedCase> &seen) {
                             if (!seen)
                                 return;
                             const auto allowed = allowedActs(seen->shown, m_officer);
                             if (!allowed.empty())
                                 doTo(*seen, allowed.front(), id);
                         });
            return;
        }
    }
}

void SimDesk::recallSomething()
{
    for (const OutboxItem &item : m_outbox) {
        if (item.state == OutboxState::Waiting && item.recallUntil) {
            say(u"recalls " % item.act.id.text());
            m_ledger.wishesClosed(item.act.id);
            std::ignore = m_desk->recall(item.act.id, [](const Act &act, const QByteArray &) {
                return QByteArray("taken back: " + act.id.text().toUtf8());
            });
            return;
        }
    }
}

void SimDesk::holdSomething()
{
    for (const OutboxItem &item : m_outbox) {
        if (item.state != OutboxState::Waiting || !m_world.chance(60))
            continue;
        say((item.heldSince ? u"lets go " : u"holds ") % item.act.id.text());
        std::ignore = item.heldSince ? m_desk->release(item.act.id) : m_desk->hold(item.act.id);
        return;
    }
}

void SimDesk::letGoOfAll()
{
    for (const OutboxItem &item : m_outbox) {
        if (item.heldSince)
            std::ignore = m_desk->release(item.act.id);
    }
}

void SimDesk::type(const CaseId &id)
{
    if (m_world.chance(30))
        std::ignore = m_desk->discardDraft(id);
    else
        std::ignore = m_desk->saveDraft(id, QByteArray::number(m_world.drawn(1000)));
}

} // namespace tawasul
